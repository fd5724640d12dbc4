"""The map of a plan: its chapters and topics, each with what was said there last (V57, V58)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zlp_tui.conversation.ports.plan_pages import ChapterLine, ChapterState, TopicLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.evaluation_lookup import can_be_evaluated
from zlp_tui.conversation.telling.life_domains import UntoldDomains, untold_domains
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.tellers.step_tellers import step_lines, was_discussed
from zlp_tui.script.outline import ChapterText
from zlp_tui.script.schema import Step, Topic
from zlp_tui.text import one_line

TopicState = Literal["not-yet", "begun", "talked-about"]


@dataclass(frozen=True, slots=True)
class _Quotable:
    """What may be quoted on the map: the plan as it is told, and the life domains that are not told of."""

    context: PlanContext
    untold: UntoldDomains

    def quotes(self, topic: Topic, step: Step) -> Iterator[Quote]:
        """What was said at a step, without what stands in those domains."""
        for line in self.untold.without(step_lines(self.context, topic, step)):
            if not line.aside:
                yield from line.quotes


def map_of(context: PlanContext, public: PlanContext, at_topic: str) -> tuple[ChapterLine, ...]:
    """All chapters that have topics; `at_topic` is where we are. Words are quoted as they are told in `public`."""
    told = _Quotable(public, untold_domains(context, public.private))
    return tuple(
        ChapterLine(
            text.id, context.words(text.title), context.words(text.about), text.pictogram, state,
            tuple(_line(topic, topic_state, context, told, at_topic) for topic, topic_state in topics),
        )
        for text, state, topics in _chapters(context, at_topic)
    )


def states_of(context: PlanContext, at_topic: str) -> tuple[ChapterState, ...]:
    """The same without their topics and what was said there."""
    return tuple(ChapterState(context.words(text.title), state) for text, state, _ in _chapters(context, at_topic))


def _chapters(
    context: PlanContext, at_topic: str
) -> Iterator[tuple[ChapterText, TopicState, tuple[tuple[Topic, TopicState], ...]]]:
    """Each chapter that has topics, its state, and theirs."""
    anew = context.script.asked_anew
    for text in context.script.chapters:
        topics = tuple((topic, _state(topic, context, at_topic)) for topic in _topics(context, text.id, at_topic))
        if topics:
            counted = [state for topic, state in topics if topic.id not in anew or state != "not-yet"]
            yield text, together(counted), topics


def _topics(context: PlanContext, chapter: str, at_topic: str) -> tuple[Topic, ...]:
    """The topics of a chapter; those of looking back from when there is something to look back on, or where we are."""
    at = context.script.find_topic(at_topic)
    all_of_them = (at is not None and at.part_of == "evaluation") or can_be_evaluated(context.view)
    apart = context.script.asked_anew
    topics = (t for t in context.script.topics_of(chapter) if not any(step.frames_sitting for step in t.steps))
    return tuple(
        t for t in topics if all_of_them or t.id == at_topic or not (t.part_of == "evaluation" or t.id in apart)
    )


def together(states: list[TopicState]) -> TopicState:
    """The state of a whole whose parts have these states."""
    if all(state == "talked-about" for state in states):
        return "talked-about"
    return "not-yet" if all(state == "not-yet" for state in states) else "begun"


def _line(
    topic: Topic, state: TopicState, context: PlanContext, public: _Quotable, at_topic: str
) -> TopicLine:
    """A topic; what belongs to a sensitive life domain is not told as what was said last."""
    told = [quote for step in topic.steps for quote in public.quotes(topic, step)]
    last = next((quote for quote in reversed(told) if quote.own_words), told[-1] if told else None)
    return TopicLine(
        id=topic.id,
        chapter=topic.chapter,
        title=context.words(topic.title),
        pictogram=topic.pictogram,
        state=state,
        last=_told(last) if last else None,
        last_by=last.by if last else None,
        here=topic.id == at_topic,
    )


def _told(quote: Quote) -> str:
    """Words as they were said; a fact after its name, for "1 mei 1946" alone says nothing."""
    if quote.own_words or not quote.intro:
        return one_line(quote.text)
    name = quote.intro.rstrip(" :")
    return one_line(f"{name} {quote.text}" if name.endswith("?") else f"{name}: {quote.text}")


def _state(topic: Topic, context: PlanContext, at_topic: str) -> TopicState:
    """A topic is talked about once something was said; nobody has to say all of it (V45). Where we stopped, it is
    begun until each of its steps had its turn."""
    discussed = [had_its_turn for step in topic.steps if (had_its_turn := _discussed(topic, step, context)) is not None]
    if not discussed and not any(step.is_asked for step in topic.steps):  # only read, and nothing of that is kept
        discussed = [bool(context.view.conversations)]
    if not any(discussed):
        return "not-yet"
    return "begun" if topic.id == at_topic and not all(discussed) else "talked-about"


def _discussed(topic: Topic, step: Step, context: PlanContext) -> bool | None:
    """Whether a step had its turn; None where there was nothing to discuss."""
    lines = tuple(line for line in step_lines(context, topic, step) if not line.aside)
    return was_discussed(context, step, lines)
