"""What steps are repeated over (`Each`): the ids of choices, goals and so on, in the order of asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol

from zlp_tui.conversation.asking.sensitive_domains import domains_to_ask
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.evaluation.goals_under_review import (
    agreements_now,
    goals_now,
    goals_that_waited,
    loose_agreements,
)
from zlp_tui.plan.view import Agreement
from zlp_tui.script.step_model import Each

ANYTHING = "anything"
"""The last round of a step that is repeated over domains: what belongs to none of them."""


class _Item(Protocol):
    @property
    def id(self) -> str: ...


def items_of(each: Each | None, context: StepContext) -> tuple[str | None, ...]:
    """The ids that a step is repeated over; one None for a step that is asked once."""
    if each is None:
        return (None,)
    if each == "people-here":
        return context.present
    ids = tuple(item.id for item in _ITEMS[each](context))
    return (*ids, ANYTHING) if each == "domains" and context.step.asks_beyond_domains else ids


def _agreements(context: StepContext) -> Iterable[Agreement]:
    """The agreements in force. Where it is asked what is agreed in their place, one that got a successor here keeps its
    round, and what came in its place has none yet."""
    in_force = context.view.active_agreements()
    if not any(step.kept_as == "agreement-successor" for step in context.topic.steps):
        return in_force
    new = {a.id: a.replaces for a in context.view.agreements if a.id in context.new_here and a.replaces}
    kept = {*(agreed.id for agreed in in_force), *new.values()} - new.keys()
    return (agreed for agreed in context.view.agreements if agreed.id in kept)


_ITEMS: Final[Mapping[Each, Callable[[StepContext], Iterable[_Item]]]] = {
    "choices": lambda context: context.view.open_choices(),
    "goals": lambda context: context.view.open_goals(),
    "agreements": _agreements,
    "domains": domains_to_ask,
    "goals-now": goals_now,
    "waiting-goals": goals_that_waited,
    "agreements-now": agreements_now,
    "loose-agreements": loose_agreements,
}
