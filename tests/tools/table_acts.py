"""What people at a table can do, as data: who does it, where, in which words, and what a ledger then holds.

An act is played on the screens (`table_player.py`) and line by line (`table_typist.py`); neither knows the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tests.tools.ledger import NOBODYS, Ledger, Said
from zlp_tui.plan.view import Place, PlanView


class At(NamedTuple):
    """A question, by the ids of the script. A piece of `item` may be the name of a person or the words of a line."""

    topic: str
    step: str
    item: tuple[str, ...] = ()

    def place(self, view: PlanView) -> Place:
        """The place of the question in a plan."""
        return Place(self.topic, self.step, "/".join(ref_of(view, piece) for piece in self.item) or None)


def at(topic: str, step: str, *item: str) -> At:
    """A question."""
    return At(topic, step, item)


def ref_of(view: PlanView, words: str) -> str:
    """The id of the person with this name or of the line with these words; the words themselves where there is none."""
    named = {person.name: person.id for person in view.people}
    named |= {option.title: option.id for choice in view.choices for option in choice.options}
    named |= {choice.question: choice.id for choice in view.choices} | {deal.want: deal.id for deal in view.agreements}
    said = {line.text: line.id for line in view.live_statements} | {goal.text: goal.id for goal in view.goals}
    return (named | said).get(words, words)


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that somebody does."""

    by: str
    refused: bool = False
    """Whether the program must not do it: then the ledger stays as it is."""

    def tell(self, ledger: Ledger) -> None:
        """What the ledger holds after it; by default nothing new."""


@dataclass(frozen=True, kw_only=True)
class Say(Act):
    """An answer in words. `becomes` is the kind of line where it is no statement, and is printed without a speaker
    where it is `unsigned`. What is `told_later` is printed once the plan is agreed on, or is a name of somebody."""

    at: At
    words: str
    becomes: str = ""
    unsigned: bool = False
    told_later: bool = False

    def tell(self, ledger: Ledger) -> None:
        if self.told_later:
            return
        by = NOBODYS if self.unsigned else self.by
        ledger.keep(Said(self.becomes or where(self.at), by, self.words), instead=self.unsigned)


@dataclass(frozen=True, kw_only=True)
class Choose(Act):
    """An answer by picking: the id of the option, or the name or words of what is picked. `kept` is what is kept."""

    at: At
    option: str
    kept: tuple[Said, ...] = ()

    def tell(self, ledger: Ledger) -> None:
        ledger.keep(*self.kept, instead=True)


@dataclass(frozen=True, kw_only=True)
class Swap(Act):
    """Of what is put in order the first two change places."""

    at: At

    def tell(self, ledger: Ledger) -> None:
        ledger.keep()


@dataclass(frozen=True, kw_only=True)
class Correct(Act):
    """A line is said anew."""

    old: str
    words: str

    def tell(self, ledger: Ledger) -> None:
        ledger.replace(self.old, ledger.of(self.old)._replace(words=self.words))


@dataclass(frozen=True, kw_only=True)
class GiveTo(Act):
    """Somebody else said this line."""

    words: str
    to: str

    def tell(self, ledger: Ledger) -> None:
        ledger.replace(self.words, ledger.of(self.words)._replace(by=self.to))


@dataclass(frozen=True, kw_only=True)
class TakeBack(Act):
    """A line is taken back."""

    words: str

    def tell(self, ledger: Ledger) -> None:
        ledger.take_back(self.words)


@dataclass(frozen=True, kw_only=True)
class Undo(Act):
    """What was done last at a question is undone."""

    at: At

    def tell(self, ledger: Ledger) -> None:
        ledger.undo()


@dataclass(frozen=True, kw_only=True)
class Redo(Act):
    """What was undone last is done again."""

    at: At

    def tell(self, ledger: Ledger) -> None:
        ledger.redo()


@dataclass(frozen=True, kw_only=True)
class Disagree(Act):
    """Somebody does not agree with a line."""

    about: str
    words: str

    def tell(self, ledger: Ledger) -> None:
        ledger.keep(Said("disagreement", self.by, self.words))


@dataclass(frozen=True, kw_only=True)
class Remark(Act):
    """A remark or a nice moment."""

    words: str
    kind: str = "remark"

    def tell(self, ledger: Ledger) -> None:
        ledger.keep(Said(self.kind, self.by, self.words))


@dataclass(frozen=True, kw_only=True)
class Note(Act):
    """How it went with an agreement: `done` is yes, partly or no; `because` is the id of a reason for the last two."""

    about: str
    done: str
    words: str
    because: str = ""

    def tell(self, ledger: Ledger) -> None:
        ledger.keep(Said(f"note {self.done}", self.by, self.words))


@dataclass(frozen=True, kw_only=True)
class HalfType(Act):
    """Words are typed and not said; the window is closed."""

    at: At
    words: str


@dataclass(frozen=True, kw_only=True)
class FindDraft(Act):
    """What somebody else typed here is shown as theirs, and is not said by who found it."""

    at: At
    words: str
    typed_by: str


@dataclass(frozen=True, kw_only=True)
class SayDraft(Act):
    """Who typed words says them, as they stand in the field."""

    at: At
    words: str

    def tell(self, ledger: Ledger) -> None:
        ledger.keep(Said(where(self.at), self.by, self.words))


@dataclass(frozen=True, kw_only=True)
class Seat(Act):
    """Who sits at the table from now on, by name; who is not in the plan yet joins."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Sitting:
    """One conversation: who sits down, and what they do. It ends with closing the window."""

    names: tuple[str, ...]
    acts: tuple[Act, ...]


def where(at: At) -> str:
    """The question of a statement, as a ledger names it."""
    return "/".join((at.topic, at.step, *at.item))


def field(at: At, name: str, value: str) -> Said:
    """What a pick keeps in a field of the plan, printed without a speaker."""
    return unsigned(f"field {at.topic} {name}", value)


def unsigned(kind: str, words: str) -> Said:
    """What the plan prints without who said it."""
    return Said(kind, NOBODYS, words)
