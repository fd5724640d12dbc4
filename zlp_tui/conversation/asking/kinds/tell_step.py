"""Something to read together; a notice is kept with the date on which it was shown (V34, L10, L37, L69)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Reading, Reply
from zlp_tui.conversation.telling.answered_before import is_for_client
from zlp_tui.conversation.telling.remarks.open_matters import open_quotes
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.word_models import Tell


@dataclass(frozen=True, slots=True)
class TellStepHandler:
    """A `tell` step."""

    step: Tell

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part; none where it is not for this client, or nothing is there that it shows."""
        nothing = self.step.shows is not None and not open_quotes(context)
        return WHOLE if is_for_client(context.view, self.step) and not nothing else ()

    def ask(self, context: StepContext) -> StepQuestion:
        """The paragraphs to read, under the title of the topic; after the first what of the plan it shows."""
        paragraphs = tuple(map(context.words, (*self.step.text, *context.script.notice_texts(self.step.also_tells))))
        reading = Reading(paragraphs)
        if self.step.shows is not None:
            reading = Reading(paragraphs[1:], paragraphs[0], open_quotes(context))
        return StepQuestion(question=Question(ask=context.topic.title), input=reading)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Nothing is asked here. That a notice was shown is kept by the conversation."""
        raise Refused("Here is nothing to say. An empty line goes on. This was not kept.")

    def settled(self, context: StepContext) -> bool:
        """Never: it is only read."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether it was shown before, where the day on which it was is kept."""
        shown, kept = self.step.shown_notices, {notice.id for notice in context.view.notices}
        return bool(shown) and kept.issuperset(shown)
