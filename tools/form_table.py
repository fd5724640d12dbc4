"""The table of forms in `docs/handleiding.md`: which paper or file is for whom, from the one list of forms."""

from __future__ import annotations

from itertools import dropwhile
from pathlib import Path
from typing import Final

from zlp_tui import places
from zlp_tui.exports.forms import FORMS
from zlp_tui.i18n import Catalogue

PAGE: Final = Path(__file__).parent.parent / "docs" / "handleiding.md"
BEGIN: Final = "| Vorm | Wat het is | Voor wie |\n|---|---|---|\n"


def table() -> str:
    """A row for each form."""
    tr = Catalogue("nl", places.content())
    return BEGIN + "".join(f"| `{form.id}` | {tr(form.title_msgid)} | {tr(form.for_whom_msgid)} |\n" for form in FORMS)


def page() -> str:
    """The page with its table made anew; what stands around the table stays."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = dropwhile(lambda line: line.startswith("|"), rest.splitlines(keepends=True))
    return before + table() + "".join(after)
