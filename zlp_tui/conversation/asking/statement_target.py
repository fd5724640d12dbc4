"""Where statements made at a step belong, and which stand there now."""

from __future__ import annotations

from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic, open_evaluation
from zlp_tui.conversation.telling.statement_quotes import said_since, statement_place
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Statement


def target_of(context: StepContext, into: str | None) -> tuple[str, str]:
    """The topic and the step to which words said here belong; `into` is that of the step."""
    return statement_place(context.topic.id, context.step.id, into)


def said_here(context: StepContext, into: str | None = None) -> tuple[Statement, ...]:
    """What stands at this question now. In an evaluation those are its own words; older ones are shown by then and
    now."""
    said = context.view.said(*target_of(context, into), about=context.about)
    return said_since(context, context.topic, said, open_evaluation(context))


def subject_of(context: StepContext, into: str | None, act: Act) -> str | None:
    """What words said here are about: that of this round, or the evaluation, which begins with the first of them.

    Words that belong to another step are about nothing: they go on being so when the evaluation is over.
    """
    evaluation = open_or_begin_evaluation(context, act) if is_evaluation_topic(context.topic) else None
    return context.about or (None if into else evaluation)
