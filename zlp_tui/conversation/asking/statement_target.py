"""Where statements made at a step belong, and which stand there now."""

from __future__ import annotations

from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic, open_evaluation
from zlp_tui.conversation.telling.statement_quotes import said_since, statement_place
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import DOMAINS, Statement


def target_of(context: StepContext, into: str | None) -> tuple[str, str]:
    """The topic and the step to which words said here belong; `into` is that of the step."""
    return statement_place(context.topic.id, context.step.id, into)


def said_here(context: StepContext, into: str | None = None) -> tuple[Statement, ...]:
    """What stands at this question now, of a life domain the words that belong to it. In an evaluation those are its
    own words; older ones are shown by then and now."""
    said = context.view.said(*target_of(context, into), about=_line(context))
    said = tuple(s for s in said if s.domain == context.about) if context.about in DOMAINS else said
    return said_since(context, context.topic, said, open_evaluation(context))


def subject_of(context: StepContext, into: str | None, act: Act) -> str | None:
    """What words said here are about: that of this round, or the evaluation, which begins with the first of them.

    Words that belong to another step are about nothing: they go on being so when the evaluation is over.
    """
    evaluation = open_or_begin_evaluation(context, act) if is_evaluation_topic(context.topic) else None
    return _line(context) or (None if into else evaluation)


def _line(context: StepContext) -> str | None:
    """The line that this round is about; a life domain is the scope of words, and no line of its own."""
    return None if context.about in DOMAINS else context.about
