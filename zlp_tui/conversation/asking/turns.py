"""From a place to a `Turn`: the question in its final words, with what is shown beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from zlp_tui.conversation.asking.context_lookup import said_about
from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.kinds.step_base import StepQuestion, question_as_asked, ways_to_ask_another
from zlp_tui.conversation.asking.navigation import was_said_before
from zlp_tui.conversation.asking.route import (
    Stop,
    leg_at,
    legs_of,
    stops_along,
    stops_of_sitting,
    topics_on_way,
)
from zlp_tui.conversation.asking.saying_more import more_about
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Pick, Reading, Turn
from zlp_tui.conversation.telling.plan_context import address_of
from zlp_tui.plan.view import Place
from zlp_tui.text import sentence


def turn_at(context: StepContext) -> Turn:
    """The question at a place."""
    context = _as_heard(context)
    step = context.step
    asked = step_handler_of(step).ask(context)
    number = leg_at(context, context.place)
    stops = stops_along(number, context, context.place)
    sitting = legs_of(context)[number].sitting if number is not None else None
    counted = tuple(stops_of_sitting(context, sitting)) if sitting else stops
    questions = [stop.place for stop in counted if stop.context.step.is_asked and _is_counted(stop, context.place)]
    topics = topics_on_way(context)
    chapter = context.script.chapter(context.topic.chapter)
    names = dict(asked.names)
    about = asked.about or said_about(context)
    names.setdefault("item", about.text if about else "")
    question = asked.question
    answers = asked.answers or _answer_of(context)

    hint = context.hint(asked.hint or question.hint, **names)

    def worded(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(context.words(text, **names) for text in texts)

    return Turn(
        place=context.place,
        chapter=chapter.id,
        chapter_title=context.words(chapter.title),
        topic_title=asked.title or context.words(context.topic.title),
        topic_number=1 + [t.id for t in topics].index(context.topic.id),
        topic_count=len(topics),
        number=1 + questions.index(context.place) if context.place in questions else 1,
        count=max(1, len(questions)),
        sitting=context.words(sitting.title) if sitting else "",
        first=not stops or context.place == stops[0].place,
        heading=asked.heading,
        question=_question(context, asked, names),
        hint=" ".join(filter(None, (_as_asked_of_client(context, asked, names), _hint(context, hint)))),
        why="" if asked.title else context.hint(context.topic.why),
        pictogram=asked.pictogram or context.topic.pictogram,
        input=Reading((_who_is_not_here(context),)) if context.waits_for_client else asked.input,
        board=asked.board,
        differently=_other_ways(context, asked, worded(question.differently), names),
        ask_another=worded(ways_to_ask_another(context, question)) if answers is None else (),
        examples=worded(question.examples),
        gentle=context.words(asked.gentle),
        other_side=asked.other_side,
        about=about,
        to_another=step.asks_another,
        asked_first=context.asked_first,
        answers=answers,
        for_each_voice=asked.for_each_voice,
        takes_home=asked.takes_home or (step.ends_sitting and not step.is_asked),
        weighs=asked.weighs,
        last_reason=asked.last_reason,
        reads_first=step.reads_back and isinstance(asked.input, Pick),
        more=bool(more_about(context)),
        help=context.topic.help or "",
        kind=step.kind,
    )


def _is_counted(stop: Stop, here: Place) -> bool:
    """Whether a question is one of those of this sitting: what was answered on another day is not asked again."""
    return stop.place == here or not was_said_before(stop)


def _as_heard(context: StepContext) -> StepContext:
    """The context in which whoever is asked in turn hears the question."""
    person = context.whose_turn
    return context if person is None else replace(context, voice=person, other=address_of(person))


def _question(context: StepContext, asked: StepQuestion, names: Mapping[str, str]) -> str:
    """The question in its words; none where there is nothing to answer."""
    if not context.step.is_asked:
        return ""
    if asked.is_put_to_voice or not context.client_is_here:
        return question_as_asked(context, asked.question, **names)
    return context.words(asked.question.ask, **names)


def _as_asked_of_client(context: StepContext, asked: StepQuestion, names: Mapping[str, str]) -> str:
    """The question as the client is asked it, where it is put to somebody else in other words: to know it again."""
    if not context.client_is_here or not context.step.is_asked or context.waits_for_client:
        return ""
    own = context.words(asked.question.ask, **names)
    if own == _question(context, asked, names):
        return ""
    return context.tr("{client} is asked: “{question}”", client=context.view.client_person.called, question=own)


def _other_ways(
    context: StepContext, asked: StepQuestion, of_client: tuple[str, ...], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Other ways to ask it. Those in which the client is asked are told as that, where it is put to somebody else in
    other words: in their own ear they would ask something else."""
    if not _as_asked_of_client(context, asked, names):
        return of_client
    client, others = context.view.client_person.called, ways_to_ask_another(context, asked.question)[1:]
    told = (context.tr("{client} is asked: “{question}”", client=client, question=way) for way in of_client)
    return (*(context.words(way, **names) for way in others), *told)


def _answer_of(context: StepContext) -> str | None:
    """Whose own answer the step asks for, by person id; None where whoever speaks may answer."""
    if context.step.for_client_only and context.client_is_here:
        return context.view.client
    return context.about if context.step.repeated_over == "people-here" else None


def _hint(context: StepContext, hint: str) -> str:
    """The hint; who is not here is told before it, with who is asked instead."""
    told_already = context.client_is_here or not context.present or context.waits_for_client
    step = context.step
    if told_already or not step.is_asked or (step.frames_sitting and not step.form_fields):
        return hint
    told = context.tr(
        "{client} is not here. What does {name} think?",
        client=context.view.client_person.called, name=context.voice.called,
    )
    return f"{sentence(told)} {hint}".strip()


def _who_is_not_here(context: StepContext) -> str:
    return sentence(context.tr(
        "{client} is not here. This can only be asked when {client} is.", client=context.view.client_person.called
    ))
