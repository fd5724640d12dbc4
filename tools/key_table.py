"""The table of keys in `docs/keys.md`, from the actions of the screens."""

from __future__ import annotations

from pathlib import Path

from screens.keymap import actions_by_id
from screens.parts.actions import split_keys
from zlp_tui import places
from zlp_tui.i18n import Catalogue

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
BEGIN = "| id | keys | label |\n|---|---|---|\n"


def table() -> str:
    """A row for each id."""
    tr = Catalogue("nl", places.content())
    rows = (
        f"| `{name}` | {', '.join(f'`{key}`' for key in split_keys(action.keys))} | {tr(action.msgid)} |\n"
        for name, action in sorted(actions_by_id().items())
    )
    return BEGIN + "".join(rows)


def page() -> str:
    """The page with its table made anew; what stands above the table stays."""
    text = PAGE.read_text(encoding="utf-8")
    return text[: text.index(BEGIN)] + table()
