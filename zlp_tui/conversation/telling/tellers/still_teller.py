"""What was said of older words in an evaluation: whether they are still so."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.evaluation.quotes_under_review import QuoteUnderReview, quoted
from zlp_tui.conversation.telling.evaluation_lookup import last_evaluation
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.looking_back_models import Still


def still_lines(context: PlanContext, topic: Topic, step: Still) -> tuple[LetterLine, ...]:
    """The quotes under the answer that was given, in the last evaluation. They are told as they stand elsewhere; where
    the whole plan is told, only those stand here that stand nowhere else."""
    evaluation = last_evaluation(context)
    if evaluation is None:
        return ()
    answered = [(quote, quote.answer.says) for quote in quoted(context, step.topics, evaluation) if quote.answer]
    return tuple(
        LetterLine(context.words(topic.intros.get(f"{step.id}/{option.id}", option.title)), quotes)
        for option in step.options
        if (quotes := tuple(_told(context, quote) for quote, says in answered if says == option.id))
    )


def _told(context: PlanContext, quote: QuoteUnderReview) -> Quote:
    return replace(context.quote(quote.now or quote.words), statement=False)
