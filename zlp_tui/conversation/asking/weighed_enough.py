"""That enough was weighed of a choice, which holds in the next conversation too, until something is weighed again."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.view import WEIGHED

ENOUGH = "enough"


def is_weighed_enough(context: StepContext) -> bool:
    """Whether somebody said so of the choice that is asked about."""
    return context.view.detail(context.topic.id, _field(context)) == ENOUGH


def keep_enough(context: StepContext, act: Act) -> None:
    """Keep that enough was weighed of the choice that is asked about."""
    if not is_weighed_enough(context):
        details.fill(act, context.topic.id, _field(context), ENOUGH)


def weigh_again(context: StepContext, act: Act) -> None:
    """There is something to weigh again: a reason was said, or there is one more way to go."""
    if is_weighed_enough(context):
        details.fill(act, context.topic.id, _field(context), None)


def _field(context: StepContext) -> str:
    return f"{WEIGHED}{context.about}"
