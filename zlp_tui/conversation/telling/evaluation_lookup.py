"""Which evaluation a question or a line belongs to: the one that is open, or the last one there was (V69, L09)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Evaluation, PlanView
from zlp_tui.recorded_days import can_be
from zlp_tui.script.schema import Topic

MAX_EVALUATION_AGE: Final = timedelta(days=92)
"""How long an evaluation may take, in any number of conversations. What is said later belongs to the next one: the law
asks for one every half year, and half of that leaves room for illness and holidays in between."""


def is_evaluation_topic(topic: Topic) -> bool:
    """Whether a topic is one of an evaluation."""
    return topic.part_of == "evaluation"


def open_evaluation(context: PlanContext) -> Evaluation | None:
    """The evaluation that an answer given today is added to; None when an answer would begin one."""
    found = context.view.open_evaluation
    return None if found is None or is_over(found, context.today) else found


def last_evaluation(context: PlanContext) -> Evaluation | None:
    """The evaluation whose words are told: the open one, or else the last one there was."""
    return context.view.evaluations[-1] if context.view.evaluations else None


def is_over(evaluation: Evaluation, today: date) -> bool:
    """Whether an evaluation began too long ago to be added to, closed or not; or on a day that cannot be, after which
    it would be added to for ever."""
    known = can_be(evaluation.held_on, today.isoformat())
    return not known or date.fromisoformat(evaluation.held_on) + MAX_EVALUATION_AGE < today


def can_be_evaluated(view: PlanView) -> bool:
    """Whether the plan was made, so that there is something to evaluate: it was agreed on, or evaluated before."""
    return bool(view.agreed_editions or view.evaluations)
