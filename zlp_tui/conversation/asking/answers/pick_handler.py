"""What becomes of what is picked at a step: the base of all handlers of picks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from zlp_tui.conversation.asking.kinds.selectables import fixed
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Grid, Group, Selectable
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Person
from zlp_tui.script.question_models import PickOption
from zlp_tui.script.steps.pick_models import PickStep


@dataclass(frozen=True, slots=True)
class PickHandler(ABC):
    """Reads and saves what is picked at a step. `deciders` and `because` matter only to the steps that ask for them."""

    step: PickStep

    for_each_voice: ClassVar[bool] = False
    """Whether everybody has an answer of their own, beside those of others."""

    @abstractmethod
    def current(self, context: StepContext) -> tuple[str, ...]:
        """The ids that are picked now; none when nothing was picked."""

    def said_by(self, context: StepContext) -> str:
        """The name of who picked what is picked now, where that is not the client; empty where it is, or where nobody
        is known to have said it."""
        return ""

    @abstractmethod
    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Save the picked ids (none: nothing is picked any more); the ids of the rows made or changed."""

    def settled(self, context: StepContext) -> bool:
        """Whether this was answered, so that walking forward may pass over it."""
        return bool(self.current(context))

    def options(self, context: StepContext) -> Sequence[PickOption]:
        """The answers of the step itself that can be given here; none by which it is not asked."""
        return self.step.options

    def offered(self, context: StepContext) -> tuple[Selectable, ...]:
        """The same, in words."""
        return fixed(context, self.options(context))

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What is shown beside the question; nothing by default."""
        return ()

    def decider(self, context: StepContext) -> Person | None:
        """Who answers in the place of the client, at the table or not; None where the client does."""
        return None

    def grid(self, context: StepContext) -> Grid | None:
        """A grid to show in the place of the board; none by default."""
        return None

    def heading(self, context: StepContext) -> str:
        """A heading of its own, in its final words; none by default."""
        return ""

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """Names for places in the question."""
        return ()

    def deciders(self, context: StepContext) -> tuple[str, ...]:
        """The people who decide, where others than the client do."""
        return ()

    def save_deciders(self, context: StepContext, people: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Save who decides."""
        raise Refused("This question has no answer to keep.")

    def because(self, context: StepContext) -> tuple[str, ...]:
        """The reason that stands, where one is asked."""
        return ()

    def save_because(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Save the reason."""
        raise Refused("This question has no answer to keep.")
