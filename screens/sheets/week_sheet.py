"""What is agreed for one week: a heading for each day, and under it what is agreed, with who does it (L106)."""

from __future__ import annotations

from typing import Final

from screens.parts.line_layout import LineItem, RowsSheet
from zlp_tui.conversation.ports.history_queries import Week, WeekLine
from zlp_tui.i18n import Catalogue

BEHIND: Final = "/"
"""Stands between the number of a line, which tells it from the others about that agreement, and the agreement."""


def week_sheet(week: Week, tr: Catalogue) -> RowsSheet:
    """All days of which there is something to tell, in order."""
    lines: list[LineItem] = []
    for part in week.parts:
        lines.append(LineItem(part.title, look="here"))
        lines += [_line(len(lines) + number, line) for number, line in enumerate(part.lines)]
    if not week.parts:
        lines.append(LineItem(tr("Nothing is agreed for this week."), look="quiet"))
    elif week.nothing_else:
        lines += [LineItem(""), LineItem(week.nothing_else, look="quiet")]
    return RowsSheet(tuple(lines))


def agreement_at(ref: str) -> str:
    """The agreement that a line is about, by id."""
    return ref.partition(BEHIND)[2]


def _line(number: int, line: WeekLine) -> LineItem:
    ref = None if line.private else f"{number}{BEHIND}{line.ref}"
    return LineItem(line.what, ref, note=" · ".join(filter(None, (line.at, line.who, line.note))))
