"""What the keeps of single facts about a choice, a goal or an agreement share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from zlp_tui.conversation.desk import Format
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import WHOLE
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Agreement, Choice, Goal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OneFact:
    """A keep with one value, without a heading or names of its own."""

    many: bool = False
    format: Format = "text"

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return WHOLE

    def heading(self, here: Here) -> str:
        return ""

    def names(self, here: Here) -> tuple[tuple[str, str], ...]:
        return ()


def choice_of(here: Here) -> Choice:
    """The choice that a repeated step is about."""
    return _only([c for c in here.view.choices if c.id == here.about])


def goal_of(here: Here) -> Goal:
    """The goal that a repeated step is about."""
    return _only([g for g in here.view.goals if g.id == here.about])


def agreement_of(here: Here) -> Agreement:
    """The agreement that a repeated step is about."""
    return _only([a for a in here.view.agreements if a.id == here.about])


def _only(found: list[T]) -> T:
    if not found:
        raise NotFound("This line is no longer in the plan")
    return found[0]
