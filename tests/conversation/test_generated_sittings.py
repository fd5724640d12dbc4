"""Whatever people do in whatever order, with the client in or out, each word stays its speaker's (issue 8, 1 and 5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.laws import examples
from tests.tools.table import Table, lay_table
from tools.monkey.spoken_record import SpokenRecord
from zlp_tui.conversation.ports.turn import InOrder, Ordered, Pick, Picked, Spoken, Words
from zlp_tui.errors import ZlpError

NAMES = ("Sanne", "Fatima", "Karim")
TOPICS = (
    "good-day-bad-day", "two-minutes", "important-to", "choices", "goals", "agreements", "domains-now", "this-talk",
    "who-am-i-read-back", "agreed", "domains", "future", "people", "at-the-table",
)

Deed = tuple[str, int, int]
"""What is done, and two numbers that choose among who and what is there."""


class Sitter:
    """Does to a plan what is drawn; what is refused is refused."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._words = (f"Zin {number}." for number in count())

    def do(self, deed: Deed) -> None:
        """One deed."""
        name, first, second = deed
        doing: Callable[[int, int], object] = getattr(self, f"_{name}")
        with suppress(ZlpError):
            doing(first, second)

    def _person(self, number: int) -> str:
        people = self.table.desk.view.people
        return people[number % len(people)].id

    def _line(self, number: int) -> str:
        view = self.table.desk.view
        kinds: Sequence[Sequence[object]] = (view.statements, view.goals, view.agreements, view.choices, view.remarks)
        refs = [getattr(line, "id") for kind in kinds for line in kind]  # noqa: B009 - each of them has one
        return refs[number % len(refs)] if refs else "no line"

    def _seat(self, first: int, second: int) -> None:
        self.table.desk.seat(tuple({self._person(first), self._person(second)}))

    def _stand_up(self, first: int, second: int) -> None:
        here = [person.id for person in self.table.desk.present]
        self.table.desk.seat([person for person in here if person != self._person(first)])

    def _join(self, first: int, second: int) -> None:
        self.table.desk.join(NAMES[first % len(NAMES)])

    def _speak(self, first: int, second: int) -> None:
        self.table.desk.speak_as(self._person(first))

    def _go(self, first: int, second: int) -> None:
        self.table.desk.go_topic(TOPICS[first % len(TOPICS)])
        for _ in range(second % 6):
            self.table.desk.forward()

    def _answer(self, first: int, second: int) -> None:
        asked = self.table.desk.turn().input
        if isinstance(asked, Words):
            self.table.desk.answer(Spoken(next(self._words)))
        elif isinstance(asked, Pick) and asked.options:
            some = tuple({asked.options[n % len(asked.options)].id for n in (first, second)})
            self.table.desk.answer(Picked(some if asked.many else some[:1]))
        elif isinstance(asked, InOrder):
            self.table.desk.answer(Ordered(tuple(item.id for item in reversed(asked.items))))

    def _correct(self, first: int, second: int) -> None:
        self.table.desk.correct(self._line(first), next(self._words))

    def _give(self, first: int, second: int) -> None:
        self.table.desk.said_by(self._line(first), self._person(second))

    def _withdraw(self, first: int, second: int) -> None:
        self.table.desk.withdraw(self._line(first))

    def _note(self, first: int, second: int) -> None:
        self.table.desk.follow_up.note(None, text=next(self._words))

    def _remark(self, first: int, second: int) -> None:
        self.table.desk.follow_up.leave("remark", next(self._words), self._line(first))

    def _disagree(self, first: int, second: int) -> None:
        self.table.desk.follow_up.disagree(self._line(first), next(self._words))

    def _undo(self, first: int, second: int) -> None:
        self.table.desk.undo(self._line(first) if second % 2 else self.table.desk.place)

    def _redo(self, first: int, second: int) -> None:
        self.table.desk.redo()

    def _next_sitting(self, first: int, second: int) -> None:
        self.table.next_sitting()


DEEDS = (
    "seat", "stand_up", "join", "speak", "go", "answer", "correct", "give", "withdraw", "note", "remark", "disagree",
    "undo", "redo", "next_sitting", *("answer", "go", "speak", "correct"),
)
"""What can be done; what is done most at a table is there twice."""

NUMBER = st.integers(0, 30)


@pytest.mark.timeout(600)
@settings(max_examples=examples(20))
@given(st.lists(st.tuples(st.sampled_from(DEEDS), NUMBER, NUMBER), min_size=10, max_size=60))
def test_each_word_stays_its_speakers_whatever_is_done_law(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[Deed]
) -> None:
    table = lay_table(tmp_path_factory.mktemp("sittings"))
    try:
        record, sitter = SpokenRecord(table.front.store.reading), Sitter(table)
        for deed in deeds:
            sitter.do(deed)
            assert record.faults() == (), deed
    finally:
        table.front.close()
