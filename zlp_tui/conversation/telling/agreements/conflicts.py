"""What in a plan may not fit together: told once, quietly, as a question. Nothing is blocked (M15).

Only what is certain from data is told of times: the same weekday and the same part of the day, every week.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.when_text import moments_told
from zlp_tui.plan.view import Agreement, Goal, Statement, When
from zlp_tui.text import folded, one_line

AGAINST: Final = frozenset({"does-not-work", "must-not"})
"""The sides of what the client does not want."""
LONG: Final = 4
"""Words of so many letters say what a sentence is about."""


def of_agreement(context: PlanContext, agreement: Agreement) -> tuple[Quote, ...]:
    """What may not fit an agreement; of two agreements it is told at the later one, so once."""
    return (*_same_time(context, agreement), *_against(context, agreement))


def of_goal(context: PlanContext, goal: Goal) -> str:
    """That somebody else said a goal, which follows from nothing the client said, as a question; empty otherwise."""
    if goal.voice.id == context.view.client or goal.follows_from:
        return ""
    return context.tr("Is there a wish of {name} behind this?", name=context.name(context.view.client))


def _same_time(context: PlanContext, agreement: Agreement) -> Iterator[Quote]:
    """Somebody else than the client who does something else at the same time, for an earlier agreement."""
    tr, helpers = context.tr, {task.person for task in agreement.who} - {context.view.client}
    for other in context.view.active_agreements():
        both = helpers & {task.person for task in other.who} if other.seq < agreement.seq else set()
        when = _shared(agreement, other) if both and _overlap(agreement, other) else None
        if when is not None:
            for person in sorted(both):
                yield fact(tr(
                    "Does this fit with “{words}”? {name} does that too, {when}.", name=context.name(person),
                    when=moments_told(tr, when), words=one_line(other.want),
                ), agreement.id)


def _overlap(one: Agreement, other: Agreement) -> bool:
    """Whether there is a day on which both hold, as far as was said."""
    return (one.until or "9") >= (other.from_ or "") and (other.until or "9") >= (one.from_ or "")


def _shared(one: Agreement, other: Agreement) -> When | None:
    """The first moment that steps of both name for certain."""
    for mine in _moments(one):
        for theirs in _moments(other):
            days = tuple(sorted({*mine.weekdays} & {*theirs.weekdays}))
            parts = tuple(part for part in mine.parts if part in theirs.parts)
            if days and parts:
                return When("", days, parts_of_day=parts)
    return None


def _moments(agreement: Agreement) -> Iterator[When]:
    return (step.when for step in agreement.steps if step.when is not None and step.when.every_weeks is None)


def _against(context: PlanContext, agreement: Agreement) -> Iterator[Quote]:
    """What somebody does not want, and what stands in the words of an agreement that does not follow from it."""
    words = _about(" ".join((agreement.want, *(step.what for step in agreement.steps))))
    for said in context.view.live_statements:
        if said.side in AGAINST and said.id not in agreement.follows_from and _stands_in(said, words):
            yield fact(context.tr(
                "Does this fit? Of what is not wanted {name} said: “{words}”",
                name=context.name(said.voice.id), words=one_line(said.text),
            ), agreement.id)


def _stands_in(said: Statement, words: frozenset[str]) -> bool:
    """Whether most of what somebody said is in these words."""
    about = _about(said.text)
    return bool(about) and 3 * len(about & words) >= 2 * len(about)


def _about(text: str) -> frozenset[str]:
    """The words that say what a text is about."""
    words = ("".join(letter for letter in word if letter.isalpha()) for word in folded(text).split())
    return frozenset(word for word in words if len(word) >= LONG)
