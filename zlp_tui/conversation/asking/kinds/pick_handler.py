"""What all keeps of a pick can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import fixed
from zlp_tui.conversation.asking.kinds.step_base import fact, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Group, Selectable
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Pick


@dataclass(frozen=True, slots=True)
class PickHandler(ABC):
    """Keeps what was picked at a step. `decider` and `because` matter only to the steps that ask for them."""

    step: Pick

    @abstractmethod
    def current(self, context: StepContext) -> tuple[str, ...]:
        """The ids that stand now; none when nothing was picked."""

    @abstractmethod
    def keep(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Keep the picked ids (none: nothing is picked any more); the ids of the rows made or changed."""

    def settled(self, context: StepContext) -> bool:
        """Whether this was answered, so that walking forward may pass over it."""
        return bool(self.current(context))

    def offered(self, context: StepContext) -> tuple[Selectable, ...]:
        """The answers that the step itself gives."""
        return fixed(context, self.step.options)

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What stands beside the question, to look at while one answers; nothing by default."""
        return ()

    def heading(self, context: StepContext) -> str:
        """A heading of its own, in its final words; none by default."""
        return ""

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """Names for places in the question."""
        return ()

    def decider(self, context: StepContext) -> str | None:
        """The person who decides, where somebody else does."""
        return None

    def keep_decider(self, context: StepContext, person: str, act: Act) -> tuple[str, ...]:
        """Keep who decides."""
        raise Refused("This question has no answer to keep.")

    def because(self, context: StepContext) -> tuple[str, ...]:
        """The reason that stands, where one is asked."""
        return ()

    def keep_because(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Keep the reason."""
        raise Refused("This question has no answer to keep.")

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        """What stands at this step, introduced; nothing by default."""
        return ()

    def title(self, context: StepContext, option_id: str) -> str:
        """The words of one of the step's own options."""
        return next((context.words(o.title) for o in self.step.options if o.id == option_id), option_id)

    def line(self, context: StepContext, text: str, ref: str = "", note: str = "") -> tuple[LetterLine, ...]:
        """One introduced fact."""
        return (LetterLine(intro_of(context), (fact(text, ref=ref, note=note),)),)
