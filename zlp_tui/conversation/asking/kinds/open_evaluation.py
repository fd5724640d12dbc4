"""The evaluation that a topic of looking back belongs to: found, or begun with the first answer (V69, L09)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import evaluations
from zlp_tui.plan.view import Evaluation

MAX_EVALUATION_AGE: Final = timedelta(days=92)
"""So long an evaluation may take, in as many sittings as one likes. What is said later belongs to the next look back:
the law asks for one every half year, and half of that leaves room for illness and holidays in between."""


def is_evaluation_topic(context: StepContext) -> bool:
    """Whether we are in a topic of an evaluation."""
    return context.topic.part_of == "evaluation"


def open_evaluation(context: StepContext) -> Evaluation | None:
    """The evaluation that what is said here would be added to; None when an answer would begin one."""
    found = context.view.open_evaluation
    return None if found is None or _is_over(found, context.today) else found


def last_evaluation(context: StepContext) -> Evaluation | None:
    """The evaluation whose words are told: the one that is going on, or else the last one there was."""
    return context.view.evaluations[-1] if context.view.evaluations else None


def open_or_begin_evaluation(context: StepContext, act: Act) -> str:
    """The evaluation that goes on, begun when there is none; its id. Who is here now was present.

    One that was never closed and began too long ago is closed first.
    """
    left_open = context.view.open_evaluation
    if left_open is not None and _is_over(left_open, context.today):
        evaluations.close(act, left_open.id)
    return evaluations.open_or_create(act, context.present)


def _is_over(evaluation: Evaluation, today: date) -> bool:
    return date.fromisoformat(evaluation.held_on) + MAX_EVALUATION_AGE < today
