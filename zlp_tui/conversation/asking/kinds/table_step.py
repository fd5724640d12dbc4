"""Who sits at the table now (V21)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.kinds.selectables import named, people_picked, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Pick, Reply, Selectable
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic
from zlp_tui.conversation.telling.life_domains import asked_along
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.script.steps.word_models import Table


@dataclass(frozen=True, slots=True)
class TableStepHandler:
    """A `table` step."""

    step: Table

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part."""
        return WHOLE

    def ask(self, context: StepContext) -> StepQuestion:
        """Who is at the table now, to pick from everybody in the plan."""
        return StepQuestion(
            self.step, Pick(_people(context), chosen=context.present, many=True, can_add=True)
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Seat who was picked; a name that was typed joins them, and is added when it is not known yet. `Refused` for
        nobody: then nobody could say anything any more, this neither."""
        seated = picked(reply, persons(context, context.view.people), many=True)
        seated = tuple(dict.fromkeys((*seated, *named(context, reply, act))))
        if not seated:
            raise Refused("Nobody is at the table. Say first who is here.")
        if act.conversation is not None:
            conversations.attend(act, act.conversation, seated)
        if is_evaluation_topic(context.topic):
            open_or_begin_evaluation(replace(context, present=seated), act)
        return replace(people_picked(reply, seated), seated=seated)

    def settled(self, context: StepContext) -> bool:
        """Never: it is asked in every conversation."""
        return False

    def has_answer(self, context: StepContext) -> bool:
        """Whether it was answered in this conversation."""
        return context.place in context.answered_here


def _people(context: StepContext) -> tuple[Selectable, ...]:
    """Everybody in the plan; beside whom the client wants to talk with later stands what about."""
    wanted = asked_along(context)
    return tuple(
        replace(known, hint=" · ".join(filter(None, (known.hint, wanted.get(known.id)))))
        for known in persons(context, context.view.people)
    )
