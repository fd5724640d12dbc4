"""An answer that is a day: what was understood of it, and what is asked about once before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zlp_tui.conversation.asking.answers.date_order import contradiction
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.dates import long_date, read_day, told_as_said
from zlp_tui.errors import Doubtful, Refused, Unanswered
from zlp_tui.plan.view import PlanView
from zlp_tui.said_day import DayRange, NoDaySaid, SaidDay
from zlp_tui.script.question_models import Question

BORN_ON = "born-on"

KeptDays = Mapping[str, tuple[str, ...]]
"""By field: the day that is kept, and how it was said when that was less exactly; empty for none."""


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """The day that reckons, how it was said when that was no exact day, and how it is told."""

    day: str
    words: str | None
    told: str

    @property
    def value(self) -> tuple[str, ...]:
        """The day, and its words if it has any."""
        return (self.day, self.words) if self.words else (self.day,)


def date_answer(
    context: StepContext, question: Question, text: str, days: DayRange, *, name: str, kept: KeptDays
) -> DateAnswer:
    """The day that an answer names. `kept` are the days beside it, which it may contradict; `name` is its own.

    `Refused` for what is no day, `Unanswered` for “I do not know”, `Doubtful` for what may be meant otherwise, unless
    the same was answered again.
    """
    locale, example = context.script.locale, _example(context, question)
    said = read_day(text, context.today, locale, days, birthday=_birthday(context.view))
    if isinstance(said, NoDaySaid):
        raise _unanswered(said)
    if said is None:
        raise Refused("No day in the calendar can be read from this. Write it like {example}.", example=example)
    _strictly(said, days, context.today, example)
    words = None if said.exact else told_as_said(text, said, locale)
    day = said.reckoned(days.reckoned).isoformat()
    answer = DateAnswer(day, words, words or long_date(day, locale))
    if not context.confirmed:
        for doubt in _doubts(context, said, days, answer, name, kept):
            raise doubt
    return answer


def _unanswered(said: NoDaySaid) -> Unanswered:
    if said.because == "no-end":
        return Unanswered("Then there is no last day. We go on.")
    return Unanswered("That is all right. We go on, and you can always say it later.")


def _strictly(said: SaidDay, days: DayRange, today: date, example: str) -> None:
    """What cannot be a day of birth is not taken."""
    if not days.strict:
        return
    if said.guessed_year:
        raise Refused("The year belongs to it. Write it like {example}.", example=example)
    if days.is_ahead(said, today) or days.is_behind(said, today):
        raise Refused("This day cannot be. Write it like {example}.", example=example)


def _doubts(
    context: StepContext, said: SaidDay, days: DayRange, answer: DateAnswer, name: str, kept: KeptDays
) -> Iterable[Doubtful]:
    """What may be meant otherwise, or contradicts another day; the weightiest first."""
    told = answer.told
    if said.other is not None:
        other = long_date(said.other, context.script.locale)
        yield Doubtful(
            "This can be {other} or {day}. Write which one it is, or say the same again for {day}.",
            day=told, other=other,
        )
    if said.misnamed:
        yield Doubtful(
            "{day} is another day of the week than was said. Is that right? Then say it again.", day=told
        )
    if said.unusual:
        yield Doubtful("Is it {day}? Then say it again.", day=told)
    yield from contradiction(context.script.locale, name, answer.value, kept)
    if days.is_behind(said, context.today):
        yield Doubtful("{day} is over already. Is that right? Then say it again.", day=told)
    if days.is_ahead(said, context.today):
        yield Doubtful("{day} is still to come. Is that right? Then say it again.", day=told)
    if days.is_far(said, context.today):
        yield Doubtful("{day} is far away. Is that right? Then say it again.", day=told)


def _example(context: StepContext, question: Question) -> str:
    """One answer that fits the question."""
    words = next(iter(question.examples), "") or long_date(context.today, context.script.locale)
    return context.words(words).rstrip(".")


def _birthday(view: PlanView) -> date | None:
    """The client's birthday, when the day of birth is known exactly."""
    born = next((detail for detail in reversed(view.details) if detail.field == BORN_ON), None)
    return date.fromisoformat(born.value) if born is not None and born.words is None else None
