"""What one hopes for with a goal, said beforehand by whoever likes to: it makes looking back easier (V69).

Whether it is said beforehand is a detail of the topic, as leave to talk about a domain is; the hopes are statements
about the goal, one for each level.
"""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import goal_of
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, cleaned, question_as_asked
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Pick, Reply, Words
from zlp_tui.conversation.telling.tellers.hopes_teller import hoped, hopes_beside
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import details, statements
from zlp_tui.plan.view import Statement
from zlp_tui.script.question_models import TitledQuestion
from zlp_tui.script.steps.support_models import Hopes

YES = "yes"


@dataclass(frozen=True, slots=True)
class HopesStepHandler:
    """A `hopes` step. Parts: none for whether it is said beforehand, then the levels in the order of the script."""

    step: Hopes

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """Whether hopes are wanted; after “yes”, each level too."""
        return (None, *self.step.steps) if _wanted(context) == YES else WHOLE

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        goal, question = goal_of(context), self._question(context)
        board = Board(hopes_beside(context, goal.id))
        if question is None:
            wanted = _wanted(context)
            chosen = (wanted,) if wanted else ()
            return StepQuestion(self.step.wanted, Pick(fixed(context, self.step.wanted.options), chosen), board)
        said = _own(context, goal.id)
        words = Words(many=False, value=said.text if said else None, starter=question.starter)
        return StepQuestion(question, words, board, heading=context.words(question.title), pictogram=question.pictogram)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save whether hopes are wanted, or the words at a level, in the place of those that this person said before;
        the words of others stay beside them (B2)."""
        goal, question = goal_of(context), self._question(context)
        if question is None:
            for wanted in picked(reply, fixed(context, self.step.wanted.options)):
                details.fill(act, context.topic.id, _field(goal.id), wanted)
            return AnswerOutcome(goes_on=True)
        words = cleaned(reply)
        said = _own(context, goal.id)
        if not words or (said is not None and said.text == words):
            return AnswerOutcome(goes_on=bool(words))
        asked = question_as_asked(context, question, item=goal.text)
        if said:
            made = statements.say_anew(act, said.id, words, prompt=asked)
        else:
            made = statements.add_statement(
                act, topic=context.topic.id, step=self.step.id, prompt=asked, text=words, moment=context.part,
                about=goal.id,
            )
        return AnswerOutcome((made,), cut=words.was_cut, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether this part has an answer."""
        return (context.part in hoped(context, context.about)) if context.part else _wanted(context) is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether this part has an answer."""
        return self.settled(context)

    def _question(self, context: StepContext) -> TitledQuestion | None:
        """The question at our level; None where it is whether to say it beforehand."""
        return next((question for level, question in self.step.steps.items() if level == context.part), None)


def _own(context: StepContext, goal: str) -> Statement | None:
    """What who speaks said at our level."""
    said = hoped(context, goal).get(context.part or "", ())
    return next((statement for statement in said if statement.voice.id == context.voice.id), None)


def _wanted(context: StepContext) -> str | None:
    """Whether it is said beforehand; None when that was not asked yet."""
    return context.view.detail(context.topic.id, _field(context.about or "")) or (
        YES if hoped(context, context.about) else None
    )


def _field(goal: str) -> str:
    return f"hopes-{goal}"
