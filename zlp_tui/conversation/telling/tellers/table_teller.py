"""Who sat at the table."""

from __future__ import annotations

from collections.abc import Container

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic, last_evaluation
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.person_words import sought_as
from zlp_tui.plan.view import Attendance, Person
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.word_models import Table


def table_lines(context: PlanContext, topic: Topic, step: Table) -> tuple[LetterLine, ...]:
    """The names of who was there in the last conversation, or in all conversations of the last evaluation."""
    seats = () if is_evaluation_topic(topic) else _last_seats(context)
    by_key = {seat.person for seat in seats if seat.by_key}
    people = (context.view.anyone(person) for person in _were_here(context, topic))
    present = tuple(fact(person.called, ref=person.id, note=_note(context, person, by_key)) for person in people)
    return line_of(intro_of(context, topic, step.id), present)


def _note(context: PlanContext, person: Person, by_key: Container[str]) -> str:
    """How to find somebody, and that they showed to be there by their own password."""
    shown = context.tr("with the own password") if person.id in by_key else ""
    return " · ".join(filter(None, (sought_as(context.tr, person), shown)))


def _were_here(context: PlanContext, topic: Topic) -> tuple[str, ...]:
    if is_evaluation_topic(topic):
        evaluation = last_evaluation(context)
        return evaluation.present if evaluation else ()
    return tuple(dict.fromkeys(seat.person for seat in _last_seats(context)))


def _last_seats(context: PlanContext) -> tuple[Attendance, ...]:
    """Who sat there in the last conversation in which anybody did."""
    held = [conversation for conversation in context.view.conversations if conversation.present]
    return held[-1].present if held else ()
