"""The argument parser of `zlp`: its commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, get_args

from zlp_tui.command.options import A_MONTH, CommandName, KeysAction, Options
from zlp_tui.command.parser import Parser, Version, argparse_speaks
from zlp_tui.exports.forms import FORMS, form_of
from zlp_tui.i18n import Catalogue

LONGEST = 5
"""Maximum number of digits of `--within`."""

FROM_PAPER: Final = "paper"
"""The id of the route along which written answers are typed over."""

_SEVERAL: Final = ("content", "words", "plans", "audience")
"""What may be given more than once."""


def parse_arguments(arguments: Sequence[str], tr: Catalogue, locale_folder: Path) -> Options:
    """Parse a command line. Exits for `--help` and `--version` (0) and for wrong use (2)."""
    parser = _parser(tr, arguments)
    with argparse_speaks(tr.locale, locale_folder):
        read = vars(parser.parse_args(list(arguments)))
    known = {name: value for name, value in read.items() if value is not None}
    options = Options(**(known | {name: tuple(known.get(name, ())) for name in _SEVERAL}))
    checks = {"note": _wrong_note, "end": _wrong_end, "keys": _wrong_keys, "show": _wrong_show,
              "export": _wrong_export}
    if options.command in checks and (wrong := checks[options.command](options, tr)):
        command = Parser(prog=f"zlp {options.command}")
        command.speaks(tr)
        command.error(wrong)
    return options


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
    if options.large and not form_of(options.form).comes_large:
        return tr("--large does not go with {form}", form=options.form)
    if options.open and (options.named or options.out is not None):
        return tr("--open goes with neither --named nor -o")
    return None


def _parser(tr: Catalogue, arguments: Sequence[str]) -> Parser:
    """A parser that knows all commands, with the options of those that are named in these arguments."""
    about = tr("Make a care and life plan together, as a conversation.")
    whole = Parser(prog="zlp", description=about, add_help=False, allow_abbrev=False)
    whole.speaks(tr)
    _always(whole, tr, unset=None)
    commands = whole.add_subparsers(dest="command", title=tr("Commands"), metavar=tr("COMMAND"), prog="zlp")
    add = partial(_add, commands, tr, arguments)
    add("demo", tr("look around in invented plans; nothing of it is kept"), _demo)
    add("new", tr("begin a plan; prints its id"), _new)
    add("plans", tr("which plans there are"), _plans)
    add("talk", tr("talk about one plan"), _talk)
    add("show", tr("show one plan"), _show)
    add("audit", tr("who looked into one plan, by day"), _audit)
    add("search", tr("find words in one plan"), _search)
    add("prepare", tr("prepare a talk: what changed, what waits, and how to begin"), _prepare)
    add("diff", tr("what changed since the plan was agreed on"), _diff)
    add("note", tr("note how it went today"), _note)
    add("export", tr("a plan as a file to take along, print or hand over"), _export)
    add("import", tr("take in a plan from a file of zlp or of another program (FHIR)"), _import)
    add("end", tr("say that a plan has ended, or take it up again"), _end)
    add("today", tr("what is agreed for today, and what is due"), _today)
    add("due", tr("what has a date: late, or soon"), _due)
    add("check", tr("see whether all that is kept and asked is sound"), _check)
    add("keys", tr("who opens the plans: passphrases and keys"), _keys)
    add("hand-over", tr("write a whole plan into one locked file"), _hand_over)
    add("take-in", tr("take in a plan that was handed over"), _take_in)
    add("backup", tr("copy one plan, or all plans, now"), _backup)
    add("copies", tr("which copies of plans there are"), _copies)
    add("restore", tr("go back to a copy of a plan"), _restore)
    add("erase", tr("erase a plan for good"), _erase)
    group = whole.add_argument_group(tr("Options"))
    _plain(group, tr, default=False)
    group.add_argument("--version", action=Version, nargs=0, help=tr("show which version this is"))
    return whole


def _add(
    commands: argparse._SubParsersAction[Parser], tr: Catalogue, arguments: Sequence[str], name: CommandName,
    about: str, fill: Callable[[Parser, Catalogue], None],
) -> None:
    parser = commands.add_parser(name, help=about, description=about, add_help=False, allow_abbrev=False)
    if name not in arguments:
        return
    parser.speaks(tr)
    fill(parser, tr)
    _always(parser, tr, unset=argparse.SUPPRESS)


def _always(parser: Parser, tr: Catalogue, *, unset: str | None) -> None:
    """Add the options of every command. `unset` is the default of those that may precede the command too."""
    group = parser.add_argument_group(tr("Always possible"))
    group.add_argument("-h", "--help", action="help", help=tr("show this help"))
    own = tr("a folder with your own questions")
    group.add_argument("--content", action="append", metavar=tr("FOLDER"), default=unset, help=own)
    who = tr("who opens the plans, where more than one person has a passphrase here")
    group.add_argument("--as", dest="keyholder", metavar=tr("NAME"), default=unset, help=who)


def _plain(group: argparse._ArgumentGroup, tr: Catalogue, *, default: bool | str) -> None:
    group.add_argument("--plain", action="store_true", default=default, help=tr("line by line, without screens"))


def _whose(parser: Parser, tr: Catalogue, *, needed: bool) -> None:
    group = parser.add_argument_group(tr("Whose"))
    help_ = tr("the name of whose plan it is, or the id of the plan")
    group.add_argument("plan", nargs=None if needed else "?", metavar=tr("PLAN"), help=help_)


def _json(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _check(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    law = tr("what the law wants to be talked about, and what of it was, in this plan")
    group.add_argument("--law", metavar=tr("PLAN"), help=law)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _plans(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--all", action="store_true", help=tr("those that have ended too"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _demo(parser: Parser, tr: Catalogue) -> None:
    _plain(parser.add_argument_group(tr("Options")), tr, default=argparse.SUPPRESS)


def _new(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--name", required=True, metavar=tr("NAME"), help=tr("whose plan it is"))
    group.add_argument("--salutation", metavar=tr("NAME"), help=tr("what the person likes to be called"))
    group.add_argument("--address", choices=("u", "je"), help=tr("how the person likes to be spoken to"))


def _talk(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=False)
    group = parser.add_argument_group(tr("Options"))
    which = tr("which conversation: first, whole, quick, back, or one of your own; without it: where it stopped")
    group.add_argument("--route", metavar=tr("ID"), help=which)
    typed_over = tr("type over what was written in the booklet")
    group.add_argument("--from-paper", action="store_const", const=FROM_PAPER, dest="route", help=typed_over)
    group.add_argument("--topic", metavar=tr("ID"), help=tr("only about this"))
    group.add_argument("--voice", metavar=tr("NAME"), help=tr("who speaks; without it: whose plan it is"))
    _plain(group, tr, default=argparse.SUPPRESS)


def _show(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    lengths = parser.add_argument_group(tr("How much")).add_mutually_exclusive_group()
    for length, about in (("page", tr("the plan on one page")), ("short", tr("the plan in one minute"))):
        lengths.add_argument(f"--{length}", action="store_const", const=length, dest="length", help=about)
    lengths.add_argument("--week", action="store_true", help=tr("what is agreed for one week, by day"))
    lengths.add_argument("--json", action="store_true", help=tr("for another program to read"))
    when = parser.add_argument_group(tr("Of which day")).add_mutually_exclusive_group()
    number, then = tr("NUMBER"), tr("the plan as it was agreed on, by its number")
    when.add_argument("--edition", type=_number(tr), metavar=number, help=then)
    when.add_argument("--on", metavar=tr("DAY"), help=tr("the plan as it stood at the end of this day"))


def _audit(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--verify", action="store_true", help=tr("look whether nobody changed this list"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _search(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    what = parser.add_argument_group(tr("What"))
    what.add_argument("words", nargs="+", metavar=tr("WORDS"), help=tr("what to look for"))
    _json(parser, tr)


def _prepare(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options")).add_mutually_exclusive_group()
    group.add_argument("--questions", action="store_true", help=tr("the questions, for the client to think about"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _note(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    on = tr("the agreement or the goal, by words that fit only that one, or by its id; without it this is asked")
    group.add_argument("--on", metavar=tr("WORDS"), help=on)
    group.add_argument("--done", choices=("yes", "partly", "no"), help=tr("whether it was done: yes, partly or no"))
    reasons = ("wanted-otherwise", "no-time", "did-not-know", "own-way", "other")
    why = tr(
        "why not: `wanted-otherwise`, `no-time`, `did-not-know`, `own-way` (another did it in their own way), or "
        "`other`"
    )
    group.add_argument("--because", choices=reasons, metavar=tr("REASON"), help=why)
    part = tr("at which part of the day: in the morning, at midday, in the afternoon, in the evening or at night")
    group.add_argument("--part", choices=("morning", "midday", "afternoon", "evening", "night"), help=part)
    group.add_argument("--text", metavar=tr("WORDS"), help=tr("what there is to say about it"))
    group.add_argument("--voice", metavar=tr("NAME"), help=tr("who says so; without it this is asked"))
    group.add_argument("--new", dest="newcomer", action="store_true", help=tr("this is somebody new in the plan"))


def _end(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--on", metavar=tr("DAY"), help=tr("since which day nothing more is done with it"))
    group.add_argument("--because", dest="reason", metavar=tr("WORDS"), help=tr("why, in your own words"))
    group.add_argument("--again", action="store_true", help=tr("take the plan up again"))


def _today(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--plan", metavar=tr("PLAN"), help=tr("only this plan: whose it is, or its id"))
    whom = tr("only what this person takes part in, and what is new for them")
    group.add_argument("--for", dest="whom", metavar=tr("NAME"), help=whom)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _due(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))

    def days(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and len(typed) <= LONGEST):
            raise argparse.ArgumentTypeError(tr("this must be a number of days"))
        return int(typed)

    ahead = tr("how many days to look ahead; without it: {count}", count=A_MONTH)
    group.add_argument("--within", type=days, metavar=tr("DAYS"), help=ahead)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _diff(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    number, then = tr("NUMBER"), tr("the plan of then, by its number")
    now = tr("the plan of now, by its number; without it: as it is")
    group.add_argument("--from", dest="from_edition", type=_edition(tr), metavar=number, help=then)
    group.add_argument("--to", dest="to_edition", type=_edition(tr), metavar=number, help=now)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _keys(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("What"))
    about = tr(
        "list: who has a key. add: give somebody a key. remove: take it back. passphrase, recovery: another one for "
        "yourself. rotate: a new key for a plan. public: the line for who gives you a key. confirm: all is right, "
        "files of before may go"
    )
    actions = get_args(KeysAction)
    group.add_argument("keys", choices=actions, metavar="|".join(actions), help=about)
    group.add_argument("name", nargs="?", metavar=tr("NAME"), help=tr("who gets or loses a key; for rotate: the plan"))
    group = parser.add_argument_group(tr("Options"))
    plan = tr("to or from which plan; may be given more than once")
    group.add_argument("--plan", action="append", dest="plans", metavar=tr("PLAN"), help=plan)
    group.add_argument("--all", action="store_true", help=tr("a key to all plans that you may open"))
    group.add_argument("--none", action="store_true", help=tr("a passphrase, and a key to no plan yet"))
    line = tr("of somebody elsewhere: what zlp keys public says there")
    group.add_argument("--public", metavar=tr("LINE"), help=line)
    forgotten = tr("the passphrase is forgotten: type the recovery code")
    group.add_argument("--forgotten", action="store_true", help=forgotten)


def _export(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("What"))
    about = "\n".join(f"{form.id}: {tr(form.title_msgid)}" for form in FORMS)
    group.add_argument("form", choices=[form.id for form in FORMS], metavar=tr("FORM"), help=about)
    group = parser.add_argument_group(tr("Options"))
    out = tr("into which file or folder, or - for standard output; without it: here, with a name of its own")
    group.add_argument("-o", dest="out", metavar=tr("FILE"), help=out)
    whom = tr("for whom it is; without it: whose plan it is")
    group.add_argument("--for", dest="whom", metavar=tr("NAME"), help=whom)
    group.add_argument("--large", action="store_true", help=tr("in large letters"))
    group.add_argument("--open", action="store_true", help=tr("open it when it is there"))
    group.add_argument("--force", action="store_true", help=tr("write over a file of this name"))
    group.add_argument("--named", action="store_true", help=tr("with the name of the client in the name of the file"))


def _hand_over(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--to", required=True, metavar=tr("FILE"), help=tr("into which file; it must not be there yet"))
    whom = tr("whose key opens it; may be given more than once; without it: all who may open the plan")
    group.add_argument("--for", action="append", dest="audience", metavar=tr("NAME"), help=whom)
    along = tr("the citizen service number goes along")
    group.add_argument("--with-bsn", action="store_true", dest="with_number", help=along)


def _take_in(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("What"))
    group.add_argument("file", metavar=tr("FILE"), help=tr("the file; with --choose: the plan"))
    group = parser.add_argument_group(tr("Options"))
    which = tr("which one is kept of a plan that was here already")
    group.add_argument("--choose", choices=("here", "taken-in"), help=which)


def _import(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("What"))
    group.add_argument("file", metavar=tr("FILE"), help=tr("the file; - reads standard input"))


def _backup(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=False)


def _copies(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=False)
    group = parser.add_argument_group(tr("Options")).add_mutually_exclusive_group()
    also = tr("keep copies in this folder too, such as on a stick")
    group.add_argument("--second", metavar=tr("FOLDER"), help=also)
    group.add_argument("--only-here", action="store_true", help=tr("keep copies on this computer only"))
    right = tr("what was gone back to is right: old copies may be removed again")
    group.add_argument("--right", action="store_true", help=right)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _restore(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Which copy"))
    group.add_argument("copy", metavar=tr("COPY"), help=tr("the last part of its line in the list of copies"))


def _erase(parser: Parser, tr: Catalogue) -> None:
    _whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    asked = tr("the client asks for it; then it can be done before the law lets go of it")
    group.add_argument("--asked", action="store_true", help=asked)


def _edition(tr: Catalogue) -> Callable[[str], int | None]:
    """Makes the argparse type of an edition number; `now` is the current plan."""
    read_number = _number(tr)
    return lambda typed: None if typed == "now" else read_number(typed)


def _number(tr: Catalogue) -> Callable[[str], int]:
    """Makes the argparse type of the number of an edition."""

    def read(typed: str) -> int:
        if not typed.isascii() or not typed.isdigit() or len(typed) > 9:
            raise argparse.ArgumentTypeError(tr("this is no number of a plan"))
        return int(typed)

    return read
