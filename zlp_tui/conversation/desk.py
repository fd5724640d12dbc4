"""The desk: all that a face of the program (screens, plain mode) may ask or do.

Between the script and its faces stands one model, the `Turn`: one question now, with everything a face needs to show it
and to take an answer. Only `conversation/kinds/` knows how a step of the script becomes turns, so both faces ask the
same questions and keep the same answers. This module imports nothing but the view and the line of the home list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from zlp_tui.conversation.plan_line import PlanLine as PlanLine
from zlp_tui.plan.view import Address, Person, Place, PlanView

Format = Literal["text", "date", "email", "phone"]


@dataclass(frozen=True, slots=True)
class Words:
    """Answer in words. `many`: each answer adds one; else `value` is what stands and an answer says it anew.

    `format` names what the words must be; `starter` is the beginning of a sentence one may finish.
    """

    many: bool = True
    value: str | None = None
    format: Format = "text"
    starter: str = ""
    domains: tuple[Selectable, ...] = ()


@dataclass(frozen=True, slots=True)
class Selectable:
    """One thing to pick or to put in order; `by` is whose words it is, when it is a quote."""

    id: str
    title: str
    hint: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """Pick one answer, or several. `can_add`: a new name may be typed as well (people)."""

    options: tuple[Selectable, ...]
    chosen: tuple[str, ...] = ()
    many: bool = False
    can_add: bool = False


@dataclass(frozen=True, slots=True)
class InOrder:
    """Put these in the client's order; they come in the order that stands now."""

    items: tuple[Selectable, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Nothing to answer: paragraphs to read together."""

    paragraphs: tuple[str, ...]


Input = Words | Pick | InOrder | Reading


@dataclass(frozen=True, slots=True)
class Quote:
    """One line that stands on the page: what was said, by whom. `ref` leads to who said it, when, and what came of it.

    `intro` introduces it where quotes of several questions stand together. `own_words`: shown between quotation marks.
    """

    ref: str
    text: str
    by: str = ""
    intro: str = ""
    note: str = ""
    own_words: bool = True
    statement: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes under one heading; `here` marks the side, moment or field that is being asked now."""

    title: str
    quotes: tuple[Quote, ...]
    pictogram: str = ""
    here: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """What stands under or beside the question. `side_by_side` puts the groups in columns where there is room."""

    groups: tuple[Group, ...] = ()
    side_by_side: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Options of a choice beside each other: a row per kind of consideration, a column per option."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[tuple[Quote, ...], ...], ...]
    here: tuple[int, int] | None = None
    beside: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One question now. All texts are final: addressed to whom they should be, with names filled in."""

    place: Place
    chapter: str
    chapter_title: str
    topic_title: str
    topic_number: int
    """Which topic of its chapter this is, from 1, of `topic_count`."""
    topic_count: int
    number: int
    """Which question of its topic this is, from 1, of `count`."""
    count: int
    heading: str
    question: str
    hint: str
    why: str
    pictogram: str
    input: Input
    board: Board | Grid
    differently: tuple[str, ...] = ()
    ask_another: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    gentle: str = ""
    """A friendly word about what stands here, such as that three goals is plenty."""
    other_side: Place | None = None
    about: Quote | None = None
    """What a repeated question is about: the choice, goal or agreement, in the words it was said in."""
    to_another: bool = False
    """The client puts this question to somebody else; whoever that is answers it."""
    help: str = ""
    """The page of the help about this topic, by name; empty where it has none of its own."""
    kind: str = ""
    """The step's kind in the script; faces do not decide by it, they may name it for tests and styling."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer in words."""

    text: str
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """An answer by picking; `ids` of the selectables, in their order. `added` is a new name, where one may be typed."""

    ids: tuple[str, ...]
    added: str | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """An answer by order: all ids, first to last."""

    ids: tuple[str, ...]


Reply = Spoken | Picked | Ordered


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an answer: it is on disk. `cut_to` is set when more was typed than is kept.

    `goes_on`: the answer settles this question, so a face may walk on by itself.
    """

    refs: tuple[str, ...]
    cut_to: int | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One topic on the map: what was said there last, and by whom."""

    id: str
    chapter: str
    title: str
    pictogram: str
    state: Literal["not-yet", "begun", "talked-about"]
    last: str | None
    last_by: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """One of the questions on the map, with its topics."""

    id: str
    title: str
    about: str
    pictogram: str
    state: Literal["not-yet", "begun", "talked-about"]
    topics: tuple[TopicLine, ...]


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the plan as a letter: an introduction and the quotes it introduces."""

    intro: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part of the letter, under the title of a chapter or topic. `level` 1 is a chapter."""

    title: str
    level: int
    lines: tuple[LetterLine, ...]
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One stop on the way from an agreement back to the words it came from (M31)."""

    what: str
    """What kind of thing it is, in the user's words: 'Afspraak', 'Doel', 'Dit zei …'."""
    text: str
    by: str
    on: str
    asked: str = ""
    history: tuple[str, ...] = ()
    """What stood here before, newest first, with who and when; the old words stay (L97)."""
    ref: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One agreement as seven questions a person can read (V127-V131): (label, quotes) pairs."""

    ref: str
    title: str
    by: str
    goal: str
    domain: str
    rows: tuple[tuple[str, tuple[Quote, ...]], ...]


@dataclass(frozen=True, slots=True)
class OfferedDraft:
    """Words that were typed and not yet said when a sitting ended, and where.

    `anew` is the statement that the words were to say differently, when they were typed to correct one.
    """

    place: Place
    text: str
    voice: str | None
    anew: str | None = None


class Desk(Protocol):
    """One plan on the table. Every method that writes is on disk when it returns, or raises a `ZlpError`."""

    @property
    def view(self) -> PlanView: ...

    @property
    def read_only(self) -> bool:
        """True when another window writes, or the folder cannot be written."""

    @property
    def place(self) -> Place:
        """Where we are."""

    @property
    def voice(self) -> Person:
        """Who speaks now."""

    @property
    def present(self) -> tuple[Person, ...]:
        """Who sits at the table, the client first."""

    def words(self, text: str) -> str:
        """A text of the script or the help, addressed as the client wishes."""

    # walking through the script
    def turn(self) -> Turn:
        """The question at our place."""

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it."""

    def forward(self) -> Turn | None:
        """The next question, or None after the last one. Passes over repeated questions already answered."""

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""

    # saying things
    def speak_as(self, person: str) -> None:
        """From now on this person speaks; they join the table if they were not at it."""

    def join(self, name: str) -> tuple[Person, bool]:
        """Somebody at the table by name: known (NFC, casefold, single spaces) or added; True when new."""

    def seat(self, people: Sequence[str]) -> None:
        """Who sits at the table now, by person id; the client may be absent."""

    def answer(self, reply: Reply) -> Kept:
        """Keep an answer to the question at our place, by who speaks. `Refused` leaves everything as it was."""

    def correct(self, ref: str, text: str) -> Kept:
        """Say a statement anew, as words of whoever said it; the old words are kept."""

    def said_by(self, ref: str, person: str) -> Kept:
        """These words are somebody else's: the same statement, by its true speaker; the old line is kept."""

    def rename(self, person: str, name: str) -> Kept:
        """Another name for somebody in the plan, the client too; the old one is kept in the history.

        `Refused` for an empty name, and for one by which somebody else in the plan is known.
        """

    def withdraw(self, ref: str) -> None:
        """Take back what was said at a line of the plan; the old words are kept."""

    def tag(self, ref: str, domain: str | None) -> None:
        """Say which life domain a statement belongs to."""

    def undo(self) -> str | None:
        """Undo the last thing kept in this sitting; what it was, or None when there is nothing to undo."""

    # what is typed and not yet said
    def draft(self, anew: str | None = None) -> str:
        """Words typed at our place and not yet said; with `anew`, those typed to say that statement differently."""

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        """Keep what is typed at our place, or to say a statement differently; an empty text forgets it.

        The face throttles.
        """

    def drafts(self) -> tuple[OfferedDraft, ...]:
        """All drafts of this plan, newest first."""

    # looking at it
    def domains(self) -> tuple[Selectable, ...]:
        """The life domains a statement can belong to, with their titles."""

    def map(self) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last."""

    def letter(self) -> tuple[LetterPart, ...]:
        """The plan as a letter in the client's words."""

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards, by domain in the client's order."""

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: (id, question with role, grid)."""

    def leave(self) -> None:
        """End the sitting. A sitting in which nothing was said leaves no trace."""


class FrontDoor(Protocol):
    """Everything before a plan is on the table."""

    @property
    def read_only(self) -> bool: ...

    def plans(self, search: str = "", limit: int = 200) -> tuple[PlanLine, ...]:
        """Plans whose client's name holds the words searched for, the last talked about first."""

    def new_plan(self, name: str, salutation: str | None = None, address: Address = "u") -> str:
        """Start a plan; its id. `Refused` when the name is empty."""

    def find(self, plan: str) -> str:
        """The id of the plan that this id or name fits; `NotFound` or `Ambiguous`."""

    def open(self, plan: str) -> Desk:
        """Put a plan on the table."""

    def close(self) -> None:
        """Leave the store; idempotent."""
