"""What all keeps of an open question can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import WHOLE
from zlp_tui.conversation.turn import Format, Group, Quote
from zlp_tui.plan.act import Act

GENTLE_ABOVE: Final = 3
"""More goals than this and nothing happens with any of them (V126)."""


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

    def beside(self, here: Here) -> tuple[Group, ...]:
        """What stands beside the question, to look at while one answers; nothing by default."""
        return ()

    def is_gentle(self, here: Here) -> bool:
        """Whether the friendly word of the step belongs here now."""
        return len(self.stands(here)) > GENTLE_ABOVE

    @abstractmethod
    def stands(self, here: Here) -> tuple[Quote, ...]:
        """What stands here now."""

    @abstractmethod
    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Keep cleaned words; the ids made or changed."""

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        """What stands at this step, introduced, whatever it is about; nothing by default."""
        return ()
