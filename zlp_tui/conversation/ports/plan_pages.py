"""The pages of a plan as both faces show them: map, letter, trace and agreement cards. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.view import Place

PlanLength = Literal["whole", "page", "short"]
"""How much of the plan is told: the whole letter, one page of it, or what can be read in a minute."""
PLAN_LENGTHS: Final[tuple[PlanLength, ...]] = ("whole", "page", "short")


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
class ChapterState:
    """How far one is with one of the questions on the map."""

    title: str
    state: Literal["not-yet", "begun", "talked-about"]


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
class RouteLine:
    """A way through the script, as it is offered: what it is about, how long it takes and how far one is, in words.

    `here`: it is walked now.
    """

    id: str
    title: str
    about: str
    how_long: str
    how_far: str
    here: bool


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of the plan as a letter: an introduction and the quotes it introduces."""

    intro: str
    quotes: tuple[Quote, ...]
    aside: bool = False
    """Whether it is told for completeness only: by it the topic was not talked about."""


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part of the letter, under the title of a chapter or topic. `level` 1 is a chapter."""

    title: str
    level: int
    lines: tuple[LetterLine, ...]
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class Beforehand:
    """The questions of the next talk, to think about: what it is called and about, how long it takes, in words."""

    title: str
    about: str
    how_long: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that a search found: introduced by what they are about and when they were said. `on` is that day, an ISO
    date, empty where it is not known; `about` is the title of their topic; `edition` is the number of the edition that
    holds them, where the plan of now does not."""

    quote: Quote
    on: str = ""
    about: str = ""
    edition: int | None = None


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
    beside: tuple[str, ...] = ()
    """What somebody said of it, whatever became of it: that they do not agree, or that it cannot be done (L38)."""
    ref: str = ""
    place: Place | None = None
    own_words: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """One agreement as seven questions a person can read (V127-V131): (label, quotes) pairs."""

    ref: str
    title: str
    by: str
    goal: str
    domain: str
    rows: tuple[tuple[str, tuple[Quote, ...]], ...]
