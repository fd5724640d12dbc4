"""Who sits at the table now (V21)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.kinds.open_evaluation import (
    is_evaluation_topic,
    last_evaluation,
    open_or_begin_evaluation,
)
from zlp_tui.conversation.asking.kinds.selectables import named, people_picked, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, fact, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Pick, Reply
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import conversations
from zlp_tui.script.schema import Table


@dataclass(frozen=True, slots=True)
class TableStepHandler:
    """A `table` step."""

    step: Table

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        return WHOLE

    def ask(self, context: StepContext) -> StepQuestion:
        return StepQuestion(
            self.step, Pick(persons(context.view.people), chosen=context.present, many=True, can_add=True)
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Seat who was picked; a name that was typed joins them, and is added when it is not known yet."""
        seated = picked(reply, persons(context.view.people), many=True)
        newcomer = named(context, reply, act)
        if newcomer is not None and newcomer not in seated:
            seated += (newcomer,)
        if act.conversation is not None:
            conversations.attend(act, act.conversation, seated)
        if is_evaluation_topic(context):
            open_or_begin_evaluation(replace(context, present=seated), act)
        return people_picked(reply, seated)

    def settled(self, context: StepContext) -> bool:
        return False

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        present = tuple(fact(context.name(person), ref=person) for person in _were_here(context))
        return (LetterLine(intro_of(context), present),) if present else ()


def _were_here(context: StepContext) -> tuple[str, ...]:
    """Who sat at the table the last time, or, where one looks back, in all sittings of the last evaluation."""
    if is_evaluation_topic(context):
        evaluation = last_evaluation(context)
        return evaluation.present if evaluation else ()
    talks = [c for c in context.view.conversations if c.present]
    return tuple(dict.fromkeys(seat.person for seat in talks[-1].present)) if talks else ()
