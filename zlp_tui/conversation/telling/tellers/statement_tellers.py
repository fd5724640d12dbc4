"""What was said at a question with several parts: two sides, or the moments of a day."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.introductions import introduced
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.statement_quotes import told_at
from zlp_tui.plan.view import Statement
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.word_models import Day, TwoSides


def parts_lines(
    context: PlanContext, topic: Topic, step: TwoSides | Day, into: str | None = None
) -> tuple[LetterLine, ...]:
    """The statements in the order of the parts."""
    order = list(step.part_titles)

    def rank(statement: Statement) -> int:
        part = statement.side or statement.moment or ""
        return order.index(part) if part in order else len(order)

    return introduced(context, topic, sorted(told_at(context, topic, step.id, into), key=rank))
