"""The turn: one question now, with everything a face needs to show it and to take an answer.

Between the script and the faces of the program (screens, plain mode) stands this one model. Only `asking/kinds/`
knows how a step of the script becomes turns, so both faces ask the same questions and keep the same answers. This
module imports nothing but the view.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from zlp_tui.plan.view import Place

Format = Literal["text", "date", "email", "phone", "bsn"]


@dataclass(frozen=True, slots=True)
class Words:
    """Answer in words. `many`: each answer adds one; else `value` is what stands and an answer says it anew.

    `format` names what the words must be; `starter` is the beginning of a sentence one may finish. `said_by` is the
    name of who said what stands, where that is not the client.
    """

    many: bool = True
    value: str | None = None
    format: Format = "text"
    starter: str = ""
    said_by: str = ""
    domains: tuple[Selectable, ...] = ()


@dataclass(frozen=True, slots=True)
class Selectable:
    """One thing to pick or to put in order; `by` is whose words it is, when it is a quote. `unkept` tells, with their
    name, what others than who speaks ticked, marked or moved here and did not keep. `leads`: it is no answer by itself;
    it is taken at once, with what is ticked, and leads to other questions."""

    id: str
    title: str
    hint: str = ""
    by: str | None = None
    unkept: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """Pick one answer, or several. `can_add`: a new name may be typed as well (people). `in_order`: of several the
    first that is picked comes first; `chosen` and the answer are in that order.

    Where there are `rows`, one option may be picked for each of them: the options are the levels of the first row, then
    those of the second, and so on. `levels` are what these are called in any row.

    `likeliest_first`: the likeliest options come first, and a face shows the others of many only on request. `said_by`
    is the name of who chose what is chosen, where that is not the client.
    """

    options: tuple[Selectable, ...]
    chosen: tuple[str, ...] = ()
    many: bool = False
    can_add: bool = False
    in_order: bool = False
    rows: tuple[Selectable, ...] = ()
    levels: tuple[Selectable, ...] = ()
    likeliest_first: bool = False
    said_by: str = ""

    @property
    def first_level(self) -> int:
        """The number of the first level: figures are their own number, all other levels count from 1."""
        return 0 if self.levels and self.levels[0].id == "0" else 1

    def option_at(self, row: int, level: int) -> Selectable:
        """The option of this row at this level, both from 0; `IndexError` when there is none."""
        if not 0 <= row < len(self.rows) or not 0 <= level < len(self.levels):
            raise IndexError((row, level))
        return self.options[row * len(self.levels) + level]

    def one_for_each_row(self, ids: Iterable[str]) -> tuple[str, ...]:
        """These ids, of each row only the one that was picked last, in the order of the options."""
        at = {option.id: number for number, option in enumerate(self.options)}
        last = {at[ref] // len(self.levels): ref for ref in ids if ref in at}
        return tuple(last[row] for row in sorted(last))


@dataclass(frozen=True, slots=True)
class InOrder:
    """Put these in the client's order; they come in the order that stands now."""

    items: tuple[Selectable, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Nothing to answer: paragraphs to read together, after quotes that are read first, large, under their heading."""

    paragraphs: tuple[str, ...]
    heading: str = ""
    quotes: tuple[Quote, ...] = ()


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
    part: str | None = None
    """The part of the day at which an agreement stands here, where it stands at more than one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Quotes under one heading; `here` marks the side, moment or field that is being asked now."""

    title: str
    quotes: tuple[Quote, ...]
    pictogram: str = ""
    here: bool = False
    place: Place | None = None
    offered: bool = False
    """Each of them can be taken as the answer; the likeliest come first."""
    reminds: bool = False
    """Nobody said it: names of things to think of, each with a few words about it."""


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
    """Which question of its sitting this is, from 1, of `count`; what is only read is none of them. Beside the route it
    is counted in its topic."""
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
    """What is asked about: a choice, goal, agreement or quote, in the words it was said in. It is not on the board."""
    sitting: str = ""
    """The title of the sitting that it is counted in; empty beside the route."""
    first: bool = False
    """Its topic begins here, so this is where it is told why."""
    to_another: bool = False
    """The client puts this question to somebody else; whoever that is answers it."""
    asked_first: tuple[str, ...] = ()
    """Who is present and fits such a question, by person id; who fits best comes first."""
    answers: str | None = None
    """Whose answer is asked for, by person id, where everybody has one of their own; None for whoever speaks."""
    for_each_voice: bool = False
    """Everybody may answer this once, beside the others: after one answer the next person can be asked."""
    weighs: bool = False
    """Something is weighed here, and one may say at any time that it was enough (`Desk.enough`)."""
    last_reason: str | None = None
    """The reason that who speaks said here last: it can be said whether it is for now or later (`Desk.say_term`)."""
    reads_first: bool = False
    """What stands on the board is what is asked about: whoever listens hears it before the question."""
    more: bool = False
    """There is more to say, on request, about what is asked about (`Desk.say_more`)."""
    takes_home: bool = False
    """A sitting ends here, or the plan was just agreed on: it can be taken home (`Desk.letter`, `Desk.exports`)."""
    help: str = ""
    """The page of the help about this topic, by name; empty where it has none of its own."""
    kind: str = ""
    """The step's kind in the script; faces do not decide by it, they may name it for tests and styling."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer in words. `taken` is the offered line that it was made of, by its `ref`."""

    text: str
    domain: str | None = None
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """An answer by picking; `ids` of the selectables, in the order of the options, or of picking where that matters.
    `added` is a new name, where one may be typed."""

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

    `goes_on`: the answer settles this question, so a face may walk on by itself. `told` is what was understood of the
    words, in full, such as a day. `unanswered`: nothing was kept, because the words say that there is no answer; `told`
    is then a kind word. `written`: something was written; it is False where it stood like that already, or where there
    was nothing to keep. `words` are what undo tells of it, of what is said beside the questions.
    """

    refs: tuple[str, ...]
    cut_to: int | None = None
    goes_on: bool = False
    told: str = ""
    unanswered: bool = False
    written: bool = True
    words: str = ""
