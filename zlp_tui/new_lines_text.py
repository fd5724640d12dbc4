"""How many lines are new for somebody, in words: the same on both faces and in `zlp today`."""

from __future__ import annotations

from zlp_tui.i18n import Catalogue


def new_lines_text(tr: Catalogue, count: int, since: str) -> str:
    """How much is new, and since when; `since` is in words, and empty for who never looked."""
    if not since:
        return tr.plural("New for you: {count} line", "New for you: {count} lines", count)
    return tr.plural("New since {date}: {count} line", "New since {date}: {count} lines", count, date=since)
