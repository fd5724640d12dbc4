"""What does not fit together in the options of a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from zlp_tui.command.parsing.options import Options
from zlp_tui.i18n import Catalogue


def wrong_options(options: Options, tr: Catalogue) -> str | None:
    """What does not fit in these options, in words; None when they fit together."""
    check = _CHECKS.get(options.command)
    return check(options, tr) if check is not None else None


def _wrong_note(options: Options, tr: Catalogue) -> str | None:
    """What does not fit in the options of `zlp note`; None when they fit together."""
    if options.done is None and options.text is None:
        return tr("say whether it was done (--done) or write something (--text)")
    if options.because is not None and options.done not in ("no", "partly"):
        return tr("--because goes with --done no or --done partly")
    return None


def _wrong_show(options: Options, tr: Catalogue) -> str | None:
    """What does not fit in the options of `zlp show`; None when they fit together."""
    if options.week and options.edition is not None:
        return tr("--week does not go with --edition; --on tells of which week")
    return None


def _wrong_end(options: Options, tr: Catalogue) -> str | None:
    """What does not fit in the options of `zlp end`; None when they fit together."""
    if options.again and (options.on is not None or options.reason is not None):
        return tr("--again goes with neither --on nor --because")
    if not options.again and options.on is None:
        return tr("say since when it has ended (--on), or take it up again (--again)")
    return None


def _wrong_keys(options: Options, tr: Catalogue) -> str | None:
    """What does not fit in the options of `zlp keys`; None when they fit together."""
    needs_name = options.keys in ("add", "remove", "rotate")
    if needs_name and not options.name:
        return tr("say whose key it is, or of which plan")
    if options.name and not needs_name:
        return tr("a name goes with add, remove and rotate")
    if sum((bool(options.plans), options.all, options.none)) > 1:
        return tr("--plan, --all and --none do not go together")
    for given, name, goes_with in (
        (options.plans, "--plan", ("add", "remove")), (options.all, "--all", ("add",)),
        (options.none, "--none", ("add",)), (options.public, "--public", ("add",)),
        (options.forgotten, "--forgotten", ("passphrase",)),
    ):
        if given and options.keys not in goes_with:
            return tr("{option} goes with {action}", option=name, action=", ".join(goes_with))
    return None


def _wrong_export(options: Options, tr: Catalogue) -> str | None:
    """What does not fit in the options of `zlp export`; None when they fit together."""
    from zlp_tui.exports.forms import form_of

    if options.large and not form_of(options.form).comes_large:
        return tr("--large does not go with {form}", form=options.form)
    if options.open and (options.named or options.out is not None):
        return tr("--open goes with neither --named nor -o")
    return None


_CHECKS: Final[Mapping[str, Callable[[Options, Catalogue], str | None]]] = {
    "note": _wrong_note, "end": _wrong_end, "keys": _wrong_keys, "show": _wrong_show, "export": _wrong_export,
}
