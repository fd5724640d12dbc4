"""What is agreed for the days of one week in one plan, by day and part of the day (L106)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from zlp_tui.conversation.ports.history_queries import Week, WeekLine, WeekPart
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.today_text import not_told, noted_today, part_title, parts_of, place_of, who_does
from zlp_tui.dates import day_of_week, join_names, name_of_day, short_date
from zlp_tui.plan.agreed_today import AgreedToday, agreed_on_day, in_force
from zlp_tui.text import sentence

DAYS = 7

MayBeTold = Callable[[str], bool]
"""Of which life domains the words are told in this company."""


class _Row(NamedTuple):
    """A small step at one part of a day; None is any time."""

    part: str | None
    step: AgreedToday

    @property
    def key(self) -> tuple[str, str | None]:
        """What is the same on each day."""
        return self.step.step, self.part


def week_of(context: PlanContext, may_be_told: MayBeTold) -> Week:
    """The week of today, from Monday: first what is agreed for each of its days, then day by day what else is, then
    what is agreed and names no day."""
    monday = context.today - timedelta(days=context.today.weekday())
    days = tuple(monday + timedelta(days=number) for number in range(DAYS))
    rows = {day: _rows(context, day) for day in days}
    daily = set.intersection(*({row.key for row in of_day} for of_day in rows.values()))
    parts = (
        *_each_day(context, [row for row in rows[monday] if row.key in daily], may_be_told),
        *_day_by_day(context, rows, daily, may_be_told),
        *_without_day(context, days, may_be_told),
    )
    bare = [day for day in days if all(row.key in daily for row in rows[day])]
    locale = context.script.locale
    first, last = (short_date(day, locale, today=context.today) for day in (days[0], days[-1]))
    title = context.tr("The week from {first} to {last}", first=first, last=last)
    return Week(title, parts, _nothing_else(context, bare) if parts and 0 < len(bare) < DAYS else "")


def _rows(context: PlanContext, day: date) -> list[_Row]:
    rows = [_Row(part, step) for step in agreed_on_day(context.view, day) for part in parts_of(step)]
    return sorted(rows, key=lambda row: place_of(row.part))


def _each_day(context: PlanContext, rows: Sequence[_Row], may_be_told: MayBeTold) -> Iterator[WeekPart]:
    if rows:
        lines = tuple(_line(context, row, may_be_told, noted=False) for row in rows)
        yield WeekPart(context.tr("Every day"), lines)


def _day_by_day(
    context: PlanContext, rows: Mapping[date, Sequence[_Row]], daily: set[tuple[str, str | None]],
    may_be_told: MayBeTold,
) -> Iterator[WeekPart]:
    for day, of_day in rows.items():
        lines = tuple(_line(context, row, may_be_told) for row in of_day if row.key not in daily)
        if lines:
            told = sentence(day_of_week(day, context.script.locale))
            title = context.tr("{day}, today", day=told) if day == context.today else told
            yield WeekPart(title, lines)


def _without_day(context: PlanContext, days: Sequence[date], may_be_told: MayBeTold) -> Iterator[WeekPart]:
    """What holds in this week and of which no words name a day of the week for certain, each with its own words."""
    tr, lines = context.tr, list[WeekLine]()
    people = {person.id: person.called for person in context.view.people}
    for agreed in () if context.view.ended_on is not None else context.view.active_agreements():
        holds = any(in_force(day.isoformat(), agreed.from_, agreed.until, agreed.ended_on) for day in days)
        if not holds or any(step.when is not None and step.when.weekdays for step in agreed.steps):
            continue
        told = agreed.domain is None or may_be_told(agreed.domain)
        who = join_names([people[task.person] for task in agreed.who if task.person in people], context.script.locale)
        often = " · ".join(dict.fromkeys(step.when.words for step in agreed.steps if step.when is not None))
        what = agreed.want if told else not_told(tr)
        lines.append(WeekLine(agreed.id, what, who=who, note=often if told else "", private=not told))
    if lines:
        yield WeekPart(tr("Agreed too, on no fixed day"), tuple(lines))


def _line(context: PlanContext, row: _Row, may_be_told: MayBeTold, *, noted: bool = True) -> WeekLine:
    part, step = row
    told = step.domain is None or may_be_told(step.domain)
    return WeekLine(
        step.agreement, step.what if told else not_told(context.tr), part_title(context.tr, part) if part else "",
        who_does(context.tr, step), noted_today(context.tr, step.done_at(part)) if noted else "", private=not told,
    )


def _nothing_else(context: PlanContext, days: Sequence[date]) -> str:
    """On which days nothing of their own is agreed: by name, or the others where they are most of the week."""
    if 2 * len(days) > DAYS:
        return context.tr("Nothing else is agreed for the other days.")
    named = join_names([name_of_day(day, context.script.locale) for day in days], context.script.locale)
    return context.tr("Nothing else is agreed for {days}.", days=named)
