"""The plan as a letter in the client's words, and a chapter read back. It introduces and quotes, and never retells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from zlp_tui.conversation.desk import LetterLine, LetterPart
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.evaluating import going_on
from zlp_tui.conversation.kinds.registry import turns_of
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.view import CHAPTERS, Statement
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import ReadBackStep, Topic

AS_A_LETTER = (*CHAPTERS[1:], CHAPTERS[0])
"""Who I am comes first; how the talk went comes last."""

FACTS = Role.PERSONAL_DETAILS
"""The topic of birthday, address and law. A letter does not begin like a form, so these stand at its very end."""

REACHING_OTHERS = Role.PEOPLE
"""The topic of who matters and how to reach them: told after who the client is."""


def topic_lines(topic: Topic, here: Here) -> tuple[LetterLine, ...]:
    """All that was said at a topic, introduced; lines with one introduction are taken together."""
    at_topic = replace(here, topic=topic, about=None, part=None)
    lines: dict[str, tuple[Quote, ...]] = {}
    for step in topic.steps:
        for line in turns_of(step).lines(replace(at_topic, step=step)):
            lines[line.intro] = lines.get(line.intro, ()) + line.quotes
    return tuple(LetterLine(intro, quotes) for intro, quotes in lines.items())


def chapter_lines(here: Here, chapter: str, conversation: str | None) -> tuple[LetterLine, ...]:
    """A chapter as it is read back: what was said in this sitting and in the evaluation that is going on, or all of it
    when neither added anything.

    What is no statement (a choice, a goal, an agreement, how it went) stands there either way: it is what holds now.
    """
    spoken_now = {s.id for s in here.view.live_statements if conversation and s.conversation == conversation}
    lines: list[LetterLine] = []
    for topic in here.script.topics_of(chapter):
        if not any(isinstance(step, ReadBackStep) for step in topic.steps):
            told = topic_lines(topic, here)
            lines += told
            if topic.part_of == "evaluation" and going_on(here):
                spoken_now |= {quote.ref for line in told for quote in line.quotes}
    if not any(quote.ref in spoken_now for line in lines for quote in line.quotes):
        return tuple(lines)
    return tuple(
        LetterLine(line.intro, quotes)
        for line in lines
        if (quotes := tuple(q for q in line.quotes if q.ref in spoken_now or not q.statement))
    )


def letter(here: Here) -> tuple[LetterPart, ...]:
    """The whole plan. What was said at steps that have left the script stands at the end, under its own question.

    Words of an evaluation that stand in another topic already are not told twice.
    """
    parts = [LetterPart(here.say("I am {name}.", name=here.view.client_person.name), 1, ())]
    told_at = _told(here)
    for chapter in AS_A_LETTER:
        topics = sorted(here.script.topics_of(chapter), key=lambda topic: topic.role is REACHING_OTHERS)
        told = _parts(here, (topic for topic in topics if topic.role is not FACTS), told_at, level=2)
        if told:
            text = here.script.chapter(chapter)
            parts += [LetterPart(here.words(text.title), 1, (), text.pictogram), *told]
    left = left_behind(here)
    if left:
        parts.append(LetterPart(here.say("Said before, at questions that are no longer asked"), 1, left))
    facts = filter(None, (here.script.with_role(FACTS),))
    return (*parts, *_parts(here, facts, told_at, level=1))


def _told(here: Here) -> dict[str, tuple[LetterLine, ...]]:
    """What was said at each topic. Of an evaluation only what no other topic tells."""
    told = {topic.id: topic_lines(topic, here) for topic in here.script.topics}
    evaluations = {topic.id for topic in here.script.topics if topic.part_of == "evaluation"}
    others = {
        (quote.ref, quote.text)
        for topic, lines in told.items() if topic not in evaluations
        for line in lines
        for quote in line.quotes
    }
    return told | {topic: _without(others, told[topic]) for topic in evaluations}


def _without(others: set[tuple[str, str]], lines: tuple[LetterLine, ...]) -> tuple[LetterLine, ...]:
    left = ((line.intro, tuple(q for q in line.quotes if (q.ref, q.text) not in others)) for line in lines)
    return tuple(LetterLine(intro, quotes) for intro, quotes in left if quotes)


def _parts(
    here: Here, topics: Iterable[Topic], told: Mapping[str, tuple[LetterLine, ...]], *, level: int
) -> list[LetterPart]:
    """A part for each topic of which something was said."""
    return [
        LetterPart(here.words(topic.title), level, lines, topic.pictogram)
        for topic in topics
        if (lines := told[topic.id])
    ]


def left_behind(here: Here) -> tuple[LetterLine, ...]:
    """Statements whose step has left the script, each under its question as it was asked."""
    lines: dict[str, tuple[Quote, ...]] = {}
    for statement in _outside(here):
        quote = Quote(statement.id, statement.text, here.name(statement.voice.id), statement=True)
        lines[statement.prompt] = (*lines.get(statement.prompt, ()), quote)
    return tuple(LetterLine(prompt, quotes) for prompt, quotes in lines.items())


def _outside(here: Here) -> list[Statement]:
    return [s for s in here.view.live_statements if here.script.find_step(s.topic, s.step) is None]
