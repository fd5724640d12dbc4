"""What all keeps of an open question can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from zlp_tui.conversation.desk import Format, LetterLine, Quote
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import WHOLE
from zlp_tui.plan.act import Act


@dataclass(frozen=True, slots=True)
class Keep(ABC):
    """What an answer becomes. `many`: each answer adds one; else a new answer takes the place of the old one."""

    many: bool = False
    format: Format = "text"

    def parts(self, here: Here) -> tuple[str | None, ...]:
        """The parts of the step; more than one where a question goes along a list (the options of a choice)."""
        return WHOLE

    def heading(self, here: Here) -> str:
        """A heading of its own, in its final words; none by default."""
        return ""

    def names(self, here: Here) -> tuple[tuple[str, str], ...]:
        """Names for places in the question."""
        return ()

    @abstractmethod
    def stands(self, here: Here) -> tuple[Quote, ...]:
        """What stands here now."""

    @abstractmethod
    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Keep cleaned words; the ids made or changed."""

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        """What stands at this step, introduced, whatever it is about; nothing by default."""
        return ()
