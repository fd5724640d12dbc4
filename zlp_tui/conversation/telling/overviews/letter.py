"""The plan as a letter in the client's words, and a chapter read back. It introduces and quotes, and never retells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.introductions import agreement_intro, together
from zlp_tui.conversation.telling.plan_context import PlanContext, written_beforehand
from zlp_tui.conversation.telling.remarks.notes_beside import notes_beside, with_notes
from zlp_tui.conversation.telling.remarks.open_matters import open_part
from zlp_tui.conversation.telling.tellers.agreement_tellers import how_it_went_lines
from zlp_tui.conversation.telling.tellers.step_tellers import step_lines
from zlp_tui.plan.view import CHAPTERS, Statement
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import Step, Topic

AS_A_LETTER = (*CHAPTERS[1:], CHAPTERS[0])
"""Who I am comes first; how the talk went comes last."""

FACTS = Role.PERSONAL_DETAILS
"""The topic of birthday, address and law. A letter does not begin like a form, so these stand at its very end."""

REACHING_OTHERS = Role.PEOPLE
"""The topic of who matters and how to reach them: told after who the client is."""


def topic_lines(topic: Topic, context: PlanContext) -> tuple[LetterLine, ...]:
    """All that was said at a topic, introduced; lines with one introduction are taken together."""
    return together(line for step in topic.steps for line in step_lines(context, topic, step))


def chapter_lines(context: PlanContext, chapter: str, conversation: str | None) -> tuple[LetterLine, ...]:
    """A chapter as it is read back: what was said in this conversation and in the open evaluation, or all of it when
    neither added anything.

    What is no statement (a choice, a goal, an agreement, how it went) stands there either way: it is what holds now.
    """
    spoken_now = {s.id for s in context.view.live_statements if conversation and s.conversation == conversation}
    lines: list[LetterLine] = []
    for topic in context.script.topics_of(chapter):
        if not topic.reads_back:
            told = topic_lines(topic, context)
            lines += told
            if topic.part_of == "evaluation" and open_evaluation(context):
                spoken_now |= {quote.ref for line in told for quote in line.quotes}
    if not any(quote.ref in spoken_now for line in lines for quote in line.quotes):
        return tuple(lines)
    return tuple(
        LetterLine(line.intro, quotes)
        for line in lines
        if (quotes := tuple(q for q in line.quotes if q.ref in spoken_now or not q.statement))
    )


def says_anything(context: PlanContext, chapter: str) -> bool:
    """Whether there is anything of a chapter to read back: more than what somebody filled in, such as a day, and than
    what its questions for an evaluation tell of what was said elsewhere, before there is one."""
    looks_back = open_evaluation(context) is not None
    return any(
        step_lines(context, topic, step)
        for topic in context.script.topics_of(chapter)
        if not topic.reads_back and (looks_back or topic.part_of != "evaluation")
        for step in topic.steps
        if not step.form_fields
    )


def told_by(context: PlanContext, chapter: str, quote: Quote) -> tuple[Topic, Step] | None:
    """The topic and the step by which a chapter tells a quote; None where it does not."""
    for topic in context.script.topics_of(chapter):
        for step in topic.steps if not topic.reads_back else ():
            if any(quote in line.quotes for line in step_lines(context, topic, step)):
                return topic, step
    return None


def letter(context: PlanContext) -> tuple[LetterPart, ...]:
    """The whole plan. What was said at steps that have left the script stands at the end, under its own question.

    The client tells it: 'Waar ik van houd'. Words of an evaluation that stand in another topic already, and how an
    agreement went that stands in full, are not told twice.
    """
    context = replace(context, first_person=True)
    parts = [LetterPart(context.tr("I am {name}.", name=context.view.client_person.name), 1, ())]
    told_at = _told(context)
    for chapter in AS_A_LETTER:
        topics = sorted(context.script.topics_of(chapter), key=lambda topic: topic.role is REACHING_OTHERS)
        told = _parts(context, (topic for topic in topics if topic.role is not FACTS), told_at, level=2)
        if told:
            text = context.script.chapter(chapter)
            parts += [LetterPart(context.words(text.title), 1, (), text.pictogram), *told]
    left = left_behind(context)
    if left:
        parts.append(LetterPart(context.tr("Said before, at questions that are no longer asked"), 1, left))
    parts += filter(None, (open_part(context),))
    facts = filter(None, (context.script.with_role(FACTS),))
    return with_notes((*parts, *_parts(context, facts, told_at, level=1)), notes_beside(context))


def _told(context: PlanContext) -> dict[str, tuple[LetterLine, ...]]:
    """What was said at each topic. Of an evaluation only what no other topic tells."""
    agreed = frozenset(read.id for read in context.view.read_backs if read.confirmed)
    told = {topic.id: _saying_more(agreed, topic_lines(topic, context)) for topic in context.script.topics}
    told |= _how_agreements_went(context, told)
    evaluations = {topic.id for topic in context.script.topics if topic.part_of == "evaluation"}
    others = {
        (quote.ref, quote.text)
        for topic, lines in told.items() if topic not in evaluations
        for line in lines
        for quote in line.quotes
    }
    return told | {topic: _without(others, told[topic]) for topic in evaluations}


def _how_agreements_went(
    context: PlanContext, told: Mapping[str, tuple[LetterLine, ...]]
) -> dict[str, tuple[LetterLine, ...]]:
    """What is told at the agreements and at how it goes, once each agreement is told with how it went."""
    agreements, follow_up = context.script.with_role(Role.AGREEMENTS), context.script.with_role(Role.FOLLOW_UP)
    if agreements is None or follow_up is None:
        return {}
    in_full = {agreement_intro(context, follow_up, agreed.id) for agreed in context.view.active_agreements()}
    return {
        agreements.id: together((*told[agreements.id], *how_it_went_lines(context))),
        follow_up.id: tuple(line for line in told[follow_up.id] if line.intro not in in_full),
    }


def _saying_more(agreed: frozenset[str], lines: tuple[LetterLine, ...]) -> tuple[LetterLine, ...]:
    """The lines without each "Yes, that is right" to a chapter that was read back: it adds nothing to that chapter."""
    left = ((line.intro, tuple(quote for quote in line.quotes if quote.ref not in agreed)) for line in lines)
    return tuple(LetterLine(intro, quotes) for intro, quotes in left if quotes)


def _without(others: set[tuple[str, str]], lines: tuple[LetterLine, ...]) -> tuple[LetterLine, ...]:
    left = ((line.intro, tuple(q for q in line.quotes if (q.ref, q.text) not in others)) for line in lines)
    return tuple(LetterLine(intro, quotes) for intro, quotes in left if quotes)


def _parts(
    context: PlanContext, topics: Iterable[Topic], told: Mapping[str, tuple[LetterLine, ...]], *, level: int
) -> list[LetterPart]:
    """A part for each topic of which something was said."""
    return [
        LetterPart(context.words(topic.title), level, lines, topic.pictogram)
        for topic in topics
        if (lines := told[topic.id])
    ]


def left_behind(context: PlanContext) -> tuple[LetterLine, ...]:
    """Statements whose step has left the script, each under its question as it was asked."""
    lines: dict[str, tuple[Quote, ...]] = {}
    for statement in _outside(context):
        note, by = written_beforehand(context, statement), context.name(statement.voice.id)
        quote = Quote(statement.id, statement.text, by, note=note, statement=True)
        lines[statement.prompt] = (*lines.get(statement.prompt, ()), quote)
    return tuple(LetterLine(prompt, quotes) for prompt, quotes in lines.items())


def _outside(context: PlanContext) -> list[Statement]:
    return [s for s in context.view.live_statements if context.script.find_step(s.topic, s.step) is None]
