"""The evaluation that an answer is added to: found, or begun with the first answer (V69, L09)."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.evaluation_lookup import is_over
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.looking_back import evaluations


def open_or_begin_evaluation(context: StepContext, act: Act) -> str:
    """The id of the open evaluation, begun when there is none; whoever is here now was present.

    One that was never closed and began too long ago is closed first.
    """
    left_open = context.view.open_evaluation
    if left_open is not None and is_over(left_open, context.today):
        evaluations.close(act, left_open.id)
    return evaluations.open_or_create(act, context.present)
