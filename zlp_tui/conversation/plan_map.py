"""The map of a plan: its chapters and topics, each with what was said there last (V57, V58)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from zlp_tui.conversation.desk import ChapterLine, LetterLine, TopicLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.evaluating import going_on
from zlp_tui.conversation.kinds.registry import turns_of
from zlp_tui.conversation.route import is_looked_back_on, repeated
from zlp_tui.conversation.turn import Quote
from zlp_tui.script.schema import Agree, Order, Step, Tell, Topic
from zlp_tui.text import one_line

State = Literal["not-yet", "begun", "talked-about"]


def map_of(here: Here, at_topic: str) -> tuple[ChapterLine, ...]:
    """All chapters that have topics; `at_topic` is where we are."""
    chapters = []
    for text in here.script.chapters:
        topics = tuple(_line(topic, here, at_topic) for topic in _topics(here, text.id, at_topic))
        if topics:
            state = together([topic.state for topic in topics])
            chapters.append(
                ChapterLine(text.id, here.words(text.title), here.words(text.about), text.pictogram, state, topics)
            )
    return tuple(chapters)


def _topics(here: Here, chapter: str, at_topic: str) -> tuple[Topic, ...]:
    """The topics of a chapter; those of looking back from when there is something to look back on."""
    at = here.script.find_topic(at_topic)
    all_of_them = (at is not None and at.part_of == "evaluation") or is_looked_back_on(here)
    return tuple(t for t in here.script.topics_of(chapter) if all_of_them or t.part_of != "evaluation")


def together(states: list[State]) -> State:
    """The state of a whole whose parts have these states."""
    if all(state == "talked-about" for state in states):
        return "talked-about"
    return "not-yet" if all(state == "not-yet" for state in states) else "begun"


def _line(topic: Topic, here: Here, at_topic: str) -> TopicLine:
    at = replace(here, topic=topic, about=None, part=None)
    touched: list[bool | None] = []
    told: list[Quote] = []
    private = {here.words(domain.title) for domain in here.script.domains if domain.sensitive}
    shown = {notice.id for notice in here.view.notices}
    for step in topic.steps:
        lines = turns_of(step).lines(replace(at, step=step))
        told += [quote for line in lines for quote in line.quotes if quote.text not in private]
        touched.append(_holds(here) if isinstance(step, Agree) else _touched(step, lines, shown))
    last = next((quote for quote in reversed(told) if quote.own_words), told[-1] if told else None)
    state = _state([t for t in touched if t is not None], stopped_here=topic.id == at_topic)
    return TopicLine(
        id=topic.id,
        chapter=topic.chapter,
        title=here.words(topic.title),
        pictogram=topic.pictogram,
        state=state,
        last=one_line(last.text) if last else None,
        last_by=last.by if last else None,
        here=topic.id == at_topic,
    )


def _state(touched: list[bool], *, stopped_here: bool) -> State:
    """A topic is talked about once something was said; nobody has to say all of it (V45). Where we stopped, it is
    begun until each of its steps had its turn."""
    if not any(touched):
        return "not-yet"
    return "begun" if stopped_here and not all(touched) else "talked-about"


def _holds(here: Here) -> bool:
    """Whether there is nothing to agree on now: the plan was agreed on, by whoever was asked, and nobody looks back."""
    return bool(here.view.agreed_editions) and going_on(here) is None


def _touched(step: Step, lines: tuple[LetterLine, ...], shown: set[str]) -> bool | None:
    """Whether a step was talked about; None where there is nothing to talk about."""
    if isinstance(step, Tell):
        return step.notice in shown if step.notice else None
    if not lines and (isinstance(step, Order) or repeated(step)):
        return None
    return bool(lines)
