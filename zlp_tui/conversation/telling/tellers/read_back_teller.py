"""What the client said of a chapter that was read back."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.plan.view import ReadBack
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.looking_back_models import ReadBackStep


def read_back_lines(context: PlanContext, topic: Topic, step: ReadBackStep) -> tuple[LetterLine, ...]:
    """The last answer, with its date."""
    last = last_read_back(context, topic.chapter)
    if last is None:
        return ()
    words = context.words(step.yes) if last.confirmed else (last.correction or context.words(step.no))
    day = full_day_of(context, last.said_on)
    said = fact(words, ref=last.id, by=context.name(last.voice.id if last.voice else context.view.client), note=day)
    return line_of(intro_of(context, topic, step.id), (said,))


def last_read_back(context: PlanContext, chapter: str) -> ReadBack | None:
    """The last time that a chapter was read back."""
    of_chapter = [read for read in context.view.read_backs if read.chapter == chapter]
    return of_chapter[-1] if of_chapter else None
