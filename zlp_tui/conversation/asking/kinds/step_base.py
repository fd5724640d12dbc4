"""What every step kind knows how to do: its parts, its question, its answer, and its lines in the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Board, Grid, Input, Quote, Reply, Spoken
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import Ask, Question
from zlp_tui.text import LIMIT, Cleaned, clean


@dataclass(frozen=True, slots=True)
class StepQuestion:
    """One question as its kind asks it; `turns.py` makes the `Turn` of it. `names` fill the places in its texts.

    The heading is in its final words, because it may be what somebody said. `about` is the one quote that is asked
    about, where that is not the thing of this round; it stands nowhere else then.
    """

    question: Question
    input: Input
    board: Board | Grid = field(default_factory=Board)
    heading: str = ""
    pictogram: str = ""
    gentle: str = ""
    other_side: Place | None = None
    about: Quote | None = None
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerOutcome:
    """What became of an answer: the rows it made or changed, whether it was cut (to `limit` characters), whether it
    settles the question.
    """

    refs: tuple[str, ...] = ()
    cut: bool = False
    goes_on: bool = False
    limit: int = LIMIT


class StepHandler(Protocol):
    """A step at work. The members of the closed union in `script/schema.py` each have one (`registry.py`)."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The questions of this step, in order; `(None,)` for a step with one."""

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part."""

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Keep an answer, within the open unit of work of `act`. Raises `Refused`; then nothing is kept."""

    def settled(self, context: StepContext) -> bool:
        """Whether this part has its one value, so that walking forward may pass over it when it is repeated."""

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        """What was said at this step, introduced, for letter, read-back and map. `here.part` does not matter."""


WHOLE: tuple[str | None, ...] = (None,)


def question_as_asked(context: StepContext, question: Question, **names: str) -> str:
    """The question in the words in which it is put to who speaks now: to others, as a question about the client."""
    put_to_others = isinstance(context.step, Ask) and context.step.voice == "other"
    if question.ask_another and not context.client_speaks and not put_to_others:
        return context.words(question.ask_another[0], **names)
    return context.words(question.ask, **names)


def spoken(reply: Reply) -> Spoken:
    """The reply as words; `Refused` when it is of another shape."""
    if not isinstance(reply, Spoken):
        raise Refused("Please answer this question in words.")
    return reply


def cleaned(reply: Reply, limit: int = LIMIT) -> Cleaned:
    """The cleaned words of a reply."""
    return clean(spoken(reply).text, limit)


def intro_of(context: StepContext, *keys: str | None) -> str:
    """How the topic introduces what was said at this step: by step and part, by step, or by topic."""
    for key in ("/".join(k for k in (context.step.id, *keys) if k), context.step.id):
        if key in context.topic.intros:
            return context.words(context.topic.intros[key])
    return context.words(context.topic.intro)


def fact(text: str, ref: str = "", by: str = "", note: str = "") -> Quote:
    """A line that is not a quotation: a date, a name, what was picked."""
    return Quote(ref=ref, text=text, by=by, note=note, own_words=False)
