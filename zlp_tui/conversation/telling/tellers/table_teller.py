"""Who sat at the table."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic, last_evaluation
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.person_words import sought_as
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.word_models import Table


def table_lines(context: PlanContext, topic: Topic, step: Table) -> tuple[LetterLine, ...]:
    """The names of who was there in the last conversation, or in all conversations of the last evaluation."""
    people = (context.view.anyone(person) for person in _were_here(context, topic))
    present = tuple(fact(person.called, ref=person.id, note=sought_as(context.tr, person)) for person in people)
    return line_of(intro_of(context, topic, step.id), present)


def _were_here(context: PlanContext, topic: Topic) -> tuple[str, ...]:
    if is_evaluation_topic(topic):
        evaluation = last_evaluation(context)
        return evaluation.present if evaluation else ()
    held = [conversation for conversation in context.view.conversations if conversation.present]
    return tuple(dict.fromkeys(seat.person for seat in held[-1].present)) if held else ()
