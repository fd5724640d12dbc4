"""The list of today over all plans: what is agreed by part of the day, what is due, and what is new (L07)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from screens.parts.line_layout import LineItem, Look, RowsSheet
from zlp_tui.conversation.ports.today_in_plans import AgreedLine, PlanDue, PlanNews, TodayInPlans
from zlp_tui.i18n import Catalogue
from zlp_tui.new_lines_text import new_lines_text

DUE: Final = "due/"
NEW: Final = "new/"
"""Before the id of a plan: its line among what is due, and among what is new."""
SIGNS: Final[Mapping[str | None, str]] = {"yes": "✓", "partly": "~", "no": "–", None: " "}
"""Before what was noted today, by whether it was done; that is said in words too."""


def today_sheet(today: TodayInPlans, tr: Catalogue) -> RowsSheet:
    """All of it, under headings; what is own stands out."""
    lines: list[LineItem] = []
    for part in today.parts:
        lines += [LineItem(part.title, look="here"), *(_agreed(line) for line in part.lines)]
    if not today.parts:
        lines.append(LineItem(tr("Nothing is agreed for today."), look="quiet"))
    if today.due:
        lines += [LineItem(tr("It is time for this"), look="here"), *(_due(line, tr) for line in today.due)]
    if today.news:
        lines += [LineItem(tr("New for you"), look="here"), *(_new(line, tr) for line in today.news)]
    for name in today.unread:
        lines.append(LineItem(tr("{name}: something in this plan cannot be read. Type: zlp check", name=name)))
    return RowsSheet(tuple(lines))


def _agreed(line: AgreedLine) -> LineItem:
    note = " · ".join(filter(None, (line.who, line.noted)))
    look: Look = "strong" if line.own and not line.noted else "text"
    return LineItem(line.what, line.ref, line.name, note=note, sign=SIGNS[line.done], look=look, beside=True)


def _due(line: PlanDue, tr: Catalogue) -> LineItem:
    when = tr("{what}, and {count} more", what=line.when, count=line.more) if line.more else line.when
    return LineItem(line.title, f"{DUE}{line.plan}", line.name, note=when, sign=" ", beside=True)


def _new(line: PlanNews, tr: Catalogue) -> LineItem:
    told = new_lines_text(tr, line.count, line.since)
    return LineItem(told, f"{NEW}{line.plan}", line.name, sign=" ")
