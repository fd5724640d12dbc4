"""What is agreed for one day: taken from the view of a plan, or for lists of plans read without one
(`queries/agreed_in_plans.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from zlp_tui.plan.view import Agreement, Done, PlanView

PARTS: Final = ("morning", "midday", "afternoon", "evening", "night")
"""The parts of the day in their order; what is agreed for no part of it comes after them."""


class Helper(NamedTuple):
    """Who takes part in an agreement: what they are called, and their name."""

    called: str
    name: str


class AgreedToday(NamedTuple):
    """A small step that is agreed for a day. `parts` are the parts of the day, none for any time.

    `noted` is what was noted on that day about the agreement, in order: for which part of the day (None: all of it),
    and whether it was done. `noted_before` is whether anything was noted about it on an earlier day. Both are empty and
    False to who may not read notes. `several`: the agreement stands at more than one part of the day, over all its
    steps.
    """

    agreement: str
    step: str
    what: str
    goal: str | None
    domain: str | None
    parts: tuple[str, ...]
    who: tuple[Helper, ...]
    noted: tuple[tuple[str | None, Done], ...]
    noted_before: bool
    several: bool = False

    def done_at(self, part: str | None) -> Done | None:
        """What was noted last of it at a part of the day, or of the whole day; None for nothing."""
        return next((done for at, done in reversed(self.noted) if part is None or at in (None, part)), None)


def with_several(steps: Sequence[AgreedToday]) -> tuple[AgreedToday, ...]:
    """The steps of one agreement, each knowing whether they stand at more than one part of the day together."""
    several = len({part for step in steps for part in step.parts or (None,)}) > 1
    return tuple(step._replace(several=several) for step in steps)


def falls_on(
    day: date, weekdays: Sequence[int], every_weeks: int | None, weeks_from: str | None, begins: str | None = None
) -> bool:
    """Whether something on these ISO weekdays, every so many weeks, falls on a day.

    Weeks are counted from the week of `weeks_from`, or of the first day of the agreement where that is later. Without
    either nobody can tell, so it does not.
    """
    if day.isoweekday() not in weekdays:
        return False
    if every_weeks is None:
        return True
    first = max(filter(None, (weeks_from, begins)), default=None)
    return first is not None and (_monday(day) - _monday(date.fromisoformat(first))).days // 7 % every_weeks == 0


def _monday(day: date) -> date:
    """The first day of a week."""
    return day - timedelta(days=day.isoweekday() - 1)


def in_force(day: str, begins: str | None, until: str | None, ended_on: str | None) -> bool:
    """Whether an agreement with these ISO dates holds on a day; the last day is one of them."""
    return ended_on is None and (begins or day) <= day <= (until or day)


def agreed_on_day(view: PlanView, day: date) -> tuple[AgreedToday, ...]:
    """What is agreed for a day in a plan of which there is a view, in the order in which it was agreed; nothing in a
    plan that has ended."""
    if view.ended_on is not None:
        return ()
    on = day.isoformat()
    running = (a for a in view.active_agreements() if in_force(on, a.from_, a.until, a.ended_on))
    return tuple(
        step for agreement in running for step in with_several(tuple(_of_agreement(view, agreement, day)))
    )


def _of_agreement(view: PlanView, agreement: Agreement, day: date) -> Iterator[AgreedToday]:
    on = day.isoformat()
    notes = [note for note in view.progress if note.about == agreement.id]
    people = {person.id: Helper(person.called, person.name) for person in view.people}
    who = tuple(people[task.person] for task in agreement.who if task.person in people)
    for step in agreement.steps:
        when = step.when
        if when and falls_on(day, when.weekdays, when.every_weeks, when.weeks_from, agreement.from_):
            yield AgreedToday(
                agreement.id, step.id, step.what, agreement.goal, agreement.domain, when.parts, who,
                tuple((note.part_of_day, note.done) for note in notes if note.on == on and note.done),
                any(note.on < on for note in notes),
            )
