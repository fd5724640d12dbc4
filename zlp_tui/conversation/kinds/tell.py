"""Something to read together; a notice is kept with the date on which it was shown (V34, L10, L37, L69)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import WHOLE, Asked, Outcome
from zlp_tui.conversation.turn import Reading, Reply
from zlp_tui.errors import Refused
from zlp_tui.plan.act import Act
from zlp_tui.script.schema import Question, Tell


@dataclass(frozen=True, slots=True)
class TellTurns:
    """A `tell` step."""

    step: Tell

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return WHOLE

    def ask(self, here: Here) -> Asked:
        paragraphs = tuple(here.words(text) for text in self.step.text)
        return Asked(question=Question(ask=here.topic.title), input=Reading(paragraphs))

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        """Nothing is asked here. That a notice was shown is kept by the sitting."""
        raise Refused("Here is nothing to say. An empty line goes on. This was not kept.")

    def settled(self, here: Here) -> bool:
        return False

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return ()
