"""The map of a plan: its chapters and topics, each with what was said there last (V57, V58)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from zlp_tui.conversation.asking.kinds.open_evaluation import open_evaluation
from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.route import is_looked_back_on, repeated
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import ChapterLine, LetterLine, TopicLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.script.schema import Agree, Order, Step, Tell, Topic
from zlp_tui.text import one_line

TopicState = Literal["not-yet", "begun", "talked-about"]


def map_of(context: StepContext, at_topic: str) -> tuple[ChapterLine, ...]:
    """All chapters that have topics; `at_topic` is where we are."""
    chapters = []
    for text in context.script.chapters:
        topics = tuple(_line(topic, context, at_topic) for topic in _topics(context, text.id, at_topic))
        if topics:
            state = together([topic.state for topic in topics])
            chapters.append(
                ChapterLine(
                    text.id, context.words(text.title), context.words(text.about), text.pictogram, state, topics
                )
            )
    return tuple(chapters)


def _topics(context: StepContext, chapter: str, at_topic: str) -> tuple[Topic, ...]:
    """The topics of a chapter; those of looking back from when there is something to look back on."""
    among = next((topic.part_of for topic in context.script.topics if topic.id == at_topic), None)
    all_of_them = among == "evaluation" or is_looked_back_on(context)
    return tuple(t for t in context.script.topics_of(chapter) if all_of_them or t.part_of != "evaluation")


def together(states: list[TopicState]) -> TopicState:
    """The state of a whole whose parts have these states."""
    if all(state == "talked-about" for state in states):
        return "talked-about"
    return "not-yet" if all(state == "not-yet" for state in states) else "begun"


def _line(topic: Topic, context: StepContext, at_topic: str) -> TopicLine:
    at = replace(context, topic=topic, about=None, part=None)
    touched: list[bool | None] = []
    told: list[Quote] = []
    private = {context.words(domain.title) for domain in context.script.domains if domain.sensitive}
    shown = {notice.id for notice in context.view.notices}
    for step in topic.steps:
        lines = step_handler_of(step).lines(replace(at, step=step))
        told += [quote for line in lines for quote in line.quotes if quote.text not in private]
        touched.append(_holds(context) if isinstance(step, Agree) else _touched(step, lines, shown))
    last = next((quote for quote in reversed(told) if quote.own_words), told[-1] if told else None)
    state = _state([t for t in touched if t is not None], stopped_here=topic.id == at_topic)
    return TopicLine(
        id=topic.id,
        chapter=topic.chapter,
        title=context.words(topic.title),
        pictogram=topic.pictogram,
        state=state,
        last=one_line(last.text) if last else None,
        last_by=last.by if last else None,
        here=topic.id == at_topic,
    )


def _state(touched: list[bool], *, stopped_here: bool) -> TopicState:
    """A topic is talked about once something was said; nobody has to say all of it (V45). Where we stopped, it is
    begun until each of its steps had its turn."""
    if not any(touched):
        return "not-yet"
    return "begun" if stopped_here and not all(touched) else "talked-about"


def _holds(context: StepContext) -> bool:
    """Whether there is nothing to agree on now: the plan was agreed on, by whoever was asked, and nobody looks back."""
    return bool(context.view.agreed_editions) and open_evaluation(context) is None


def _touched(step: Step, lines: tuple[LetterLine, ...], shown: set[str]) -> bool | None:
    """Whether a step was talked about; None where there is nothing to talk about."""
    if isinstance(step, Tell):
        return step.notice in shown if step.notice else None
    if not lines and (isinstance(step, Order) or repeated(step)):
        return None
    return bool(lines)
