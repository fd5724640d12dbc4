"""What is agreed for today in one plan, by part of the day (L07)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from zlp_tui.conversation.ports.history_queries import TodayLine, TodayPart
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.today_text import (
    not_told,
    noted_today,
    part_title,
    parts_of,
    place_of,
    who_does,
)
from zlp_tui.plan.agreed_today import AgreedToday, agreed_on_day


def today_parts(context: PlanContext, may_be_told: Callable[[str], bool]) -> tuple[TodayPart, ...]:
    """What is agreed for today; `may_be_told` says of which life domains the words are told in this company."""
    agreed = agreed_on_day(context.view, context.today)
    rows = [(place_of(part), part, step) for step in agreed for part in parts_of(step)]
    rows.sort(key=lambda row: (row[0], row[2].done_at(row[1]) is not None))
    return tuple(
        TodayPart(part_title(context.tr, part), tuple(_line(context, *row[1:], may_be_told) for row in of_part))
        for (_, part), of_part in groupby(rows, key=lambda row: row[:2])
    )


def _line(
    context: PlanContext, part: str | None, step: AgreedToday, may_be_told: Callable[[str], bool]
) -> TodayLine:
    tr, told = context.tr, step.domain is None or may_be_told(step.domain)
    what = step.what if told else not_told(tr)
    noted, about = noted_today(tr, step.done_at(part)), part if step.several else None
    return TodayLine(step.agreement, what, who_does(tr, step), noted, private=not told, part=about)
