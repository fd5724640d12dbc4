"""Who may read the plan and write along, as the client said it."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.granted_text import granted_words, grants_of
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.access_models import WhoMay


def who_may_lines(context: PlanContext, topic: Topic, step: WhoMay) -> tuple[LetterLine, ...]:
    """Each person of whom something was said, with what they may."""
    told = tuple(
        fact(person.called, ref=grants_of(context.view, person.id)[0].id, note=words)
        for person in context.others if (words := granted_words(context, person))
    )
    return line_of(intro_of(context, topic, step.id), told)
