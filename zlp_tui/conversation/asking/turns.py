"""From a place to a `Turn`: the question in its final words, with what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from zlp_tui.conversation.asking.kinds.context_lookup import said_about
from zlp_tui.conversation.asking.kinds.read_back_step import ReadBackTurns
from zlp_tui.conversation.asking.kinds.registry import turns_of
from zlp_tui.conversation.asking.kinds.step_base import StepQuestion, question_as_asked
from zlp_tui.conversation.asking.route import on_the_way, stops_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Turn, Words
from zlp_tui.conversation.telling.letter import chapter_lines
from zlp_tui.script.schema import Ask, ReadBackStep, Scale, Tell


def turn_at(here: StepContext, conversation: str | None) -> Turn:
    """The question at a place. `conversation` is the sitting now, whose words are read back."""
    step = here.step
    if isinstance(step, ReadBackStep):
        asked = ReadBackTurns(step, chapter_lines(here, here.topic.chapter, conversation)).ask(here)
    else:
        asked = turns_of(step).ask(here)
    stops = stops_of(here.topic, here)
    questions = [stop.place for stop in stops if not isinstance(stop.here.step, Tell)]
    topics = [t for t in here.script.topics_of(here.topic.chapter) if on_the_way(t, here, here.topic.id)]
    chapter = here.script.chapter(here.topic.chapter)
    names = dict(asked.names)
    about = asked.about or said_about(here)
    names.setdefault("item", about.text if about else "")
    question = asked.question

    def worded(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(here.words(text, **names) for text in texts)

    return Turn(
        place=here.place,
        chapter=chapter.id,
        chapter_title=here.words(chapter.title),
        topic_title=here.words(here.topic.title),
        topic_number=1 + [t.id for t in topics].index(here.topic.id),
        topic_count=len(topics),
        number=1 + questions.index(here.place) if here.place in questions else 1,
        count=max(1, len(questions)),
        first=not stops or here.place == stops[0].place,
        heading=asked.heading,
        question=_question(here, asked, names),
        hint=here.words(question.hint, **names),
        why=here.words(here.topic.why),
        pictogram=asked.pictogram or here.topic.pictogram,
        input=asked.input,
        board=asked.board,
        differently=worded(question.differently),
        ask_another=worded(question.ask_another),
        examples=worded(question.examples),
        gentle=here.words(asked.gentle),
        other_side=asked.other_side,
        about=about,
        to_another=isinstance(step, Ask) and step.voice == "other",
        help=here.topic.help or "",
        kind=step.kind,
    )


def _question(here: StepContext, asked: StepQuestion, names: Mapping[str, str]) -> str:
    """The question in its words. What is picked is the client's own to pick, whoever spoke last; only how it goes is
    seen by each of them in their own way."""
    if isinstance(here.step, Tell):
        return ""
    if isinstance(asked.input, Words) or isinstance(here.step, Scale):
        return question_as_asked(here, asked.question, **names)
    return here.words(asked.question.ask, **names)
