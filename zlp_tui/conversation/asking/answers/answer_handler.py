"""What an answer to an open question becomes: the base of all handlers of answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.asking.kinds.step_base import WHOLE
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Format, Group, Quote
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.outline import DomainText
from zlp_tui.script.question_models import Question

PLENTY: Final = 3
"""With more goals than this nothing happens with any of them (V126)."""


@dataclass(frozen=True, slots=True)
class AnswerHandler(ABC):
    """Reads and saves answers to an open question. `many`: each answer adds one; else a new one replaces the old."""

    many: bool = False
    format: Format = "text"

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The parts of the step; more than one where a question goes along a list (the options of a choice)."""
        return WHOLE

    def waits(self, context: StepContext) -> bool:
        """Whether walking forward passes over the question, because there can be no answer yet."""
        return False

    def question(self, context: StepContext) -> Question | None:
        """Another question in the place of the step's own; none by default."""
        return None

    def answers(self, context: StepContext) -> str | None:
        """Whose answer it is, by person id, where that is one person at the table; None for whoever speaks."""
        return None

    def heading(self, context: StepContext) -> str:
        """A heading of its own, in its final words; none by default."""
        return ""

    def domain_text(self, context: StepContext) -> DomainText | None:
        """The life domain whose text stands with the question; none by default."""
        return None

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """Names for places in the question."""
        return ()

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What is shown beside the question; nothing by default."""
        return ()

    def is_gentle(self, context: StepContext) -> bool:
        """Whether the friendly word of the step belongs here now."""
        return len(self.current(context)) >= PLENTY

    def understood(self, context: StepContext, text: str) -> str:
        """What was understood of the words, where they become something else; else nothing."""
        return ""

    def took(self, context: StepContext, made: str, taken: str, act: Act) -> None:
        """The answer, which became the line `made`, was taken from what was offered, a line by its id."""
        return

    def own(self, context: StepContext) -> str | None:
        """The answer that who speaks would say anew, where a new one replaces the old; None for none."""
        stands = self.current(context)
        return stands[0].text if stands else None

    @abstractmethod
    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The answers that stand here now."""

    @abstractmethod
    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Save cleaned words; the ids of the rows made or changed."""
