"""What the handler of every kind of step does: its parts, its question, its answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Grid, Input, Quote, Reply, Spoken, Words
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Place
from zlp_tui.script.question_models import Question
from zlp_tui.text import LIMIT, Cleaned, clean


@dataclass(frozen=True, slots=True)
class StepQuestion:
    """One question as its kind asks it; `turns.py` makes the `Turn` of it. `names` fill the places in its texts.

    The heading is in its final words, because it may be what somebody said. `about` is the one quote that is asked
    about, where that is not the item of this round; it is shown nowhere else then. `for_each_voice`: everybody has an
    answer of their own, so it is put to whoever speaks, even where it is answered by picking.
    `title` stands in the place of the title and the reason of the topic, `hint` in that of the question's. `answers` is
    whose answer it is, where that is one person at the table. `weighs`: one may say at any time that enough was
    weighed. `last_reason` is the reason that who speaks said here last, of which it can be said whether it is for now
    or for later. `takes_home`: something was made here that is to be taken home.
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
    title: str = ""
    hint: str = ""
    for_each_voice: bool = False
    answers: str | None = None
    weighs: bool = False
    last_reason: str | None = None
    takes_home: bool = False

    @property
    def is_put_to_voice(self) -> bool:
        """Whether it is worded for whoever speaks. What is picked is the client's own to pick, whoever spoke last."""
        return self.for_each_voice or isinstance(self.input, Words)


@dataclass(frozen=True, slots=True)
class AnswerOutcome:
    """What became of an answer: the rows it made or changed, whether it was cut (to `limit` characters), whether it
    settles the question. `seated` is who is at the table from now on, where that was the answer. `told` is what was
    understood of the words, where they became something else, such as a day. `leads_to` is the line that is asked about
    next, and `returns_to` the place where one goes on after that, or at once; along the route where they are None.
    """

    refs: tuple[str, ...] = ()
    cut: bool = False
    goes_on: bool = False
    limit: int = LIMIT
    seated: tuple[str, ...] | None = None
    told: str = ""
    leads_to: ToldAt | None = None
    returns_to: Place | None = None


@dataclass(frozen=True, slots=True)
class ToldAt:
    """A line as it is told: by which step of which topic, and its quote."""

    topic: str
    step: str
    quote: Quote


class StepHandler(Protocol):
    """Asks one step and takes its answers. Each kind of step in `script/schema.py` has one (`registry.py`)."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The questions of this step, in order; `WHOLE` for a step with one."""

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part."""

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save an answer, within the unit of work of `act`. Raises `Refused`; then nothing is saved."""

    def settled(self, context: StepContext) -> bool:
        """Whether this part has its one value, so that walking forward may pass over it when it is repeated."""

    def has_answer(self, context: StepContext) -> bool:
        """Whether something was answered here, so that another route need not ask it; never where more is wanted."""


WHOLE: tuple[str | None, ...] = (None,)


def question_as_asked(context: StepContext, question: Question, **names: str) -> str:
    """The question in the words in which it is put to who speaks now: to others, as a question about the client."""
    asked_by_client = context.step.asks_another or context.whose_turn is not None
    ways = () if asked_by_client or context.client_speaks else ways_to_ask_another(context, question)
    return context.words(ways[0] if ways else question.ask, **names)


def ways_to_ask_another(context: StepContext, question: Question) -> tuple[str, ...]:
    """How the question is put to somebody else: nobody is talked about in the third person at their own table."""
    return (context.client_is_here and question.asked_by_client) or question.ask_another


def spoken(reply: Reply) -> Spoken:
    """The reply as words; `Refused` when it is of another shape."""
    if not isinstance(reply, Spoken):
        raise Refused("Please answer this question in words.")
    return reply


def cleaned(reply: Reply, limit: int = LIMIT) -> Cleaned:
    """The words of a reply, cleaned by the desk already, cut to `limit` here where a step takes less."""
    return clean(spoken(reply).text, limit)
