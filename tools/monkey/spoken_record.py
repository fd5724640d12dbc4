"""What people said, as rows and as the record of changes, looked at from the file itself: is each word its speaker's?

The rules, whatever was done: who says or does something sits at the table at that moment, but for a note of the day,
which is no conversation; words and their speaker never change; and only the speaker takes words back, or who said the
words in whose place they stand, unless an act of the same conversation is undone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Final, NamedTuple

from zlp_tui.plan.tables import all_tables as all_tables  # so that all of them are known
from zlp_tui.plan.tables.columns import OwnedRow, columns_of, table_of
from zlp_tui.plan.transaction import Transaction

NEVER_ALTERED: Final = frozenset({"voice", "text", "question", "want"})
"""Columns with words, and with whose they are."""

ANSWERED_TOGETHER: Final = frozenset({"look_back"})
"""Kinds of lines without words, of which one stands for all at the table, under the name of who answered last."""

NOTED_IN_PASSING: Final = frozenset({"progress"})
"""Kinds of lines that can be written outside a conversation, by whoever says that they type (decision 0039)."""

CHANGES: Final = """
SELECT plan_id, seq, at, by, conversation, kind, of, row, before, after FROM change
WHERE plan_id = :plan AND seq > :seen ORDER BY seq
"""
SEATS: Final = """
SELECT 1 FROM attendance WHERE plan_id = :plan AND conversation = :talk AND person = :person AND since <= :at
AND (until IS NULL OR until >= :at)
"""


class Change(NamedTuple):
    """One line of the record; `before` and `after` are by column."""

    plan: str
    seq: int
    at: str
    by: str
    conversation: str | None
    kind: str
    of: str
    row: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


class SpokenRecord:
    """The record of all plans of a store. `reading` opens a transaction that reads."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Transaction]]) -> None:
        self._reading = reading
        self._seen: dict[str, int] = {}
        self._voices: dict[tuple[str, str], str] = {}
        self._said_in: dict[tuple[str, str], set[str | None]] = {}
        """The conversations in which a row was added or changed."""
        self._replaced: dict[tuple[str, str], str] = {}
        """By a row that was said anew: the row that says it now."""
        self._replaces: dict[tuple[str, str], str] = {}
        """The other way round."""
        self._texts: dict[tuple[object, ...], tuple[object, ...]] = {}
        self.changes = 0
        """How many changes were looked at since it began."""
        self.faults(begun=False)

    def faults(self, *, begun: bool = True) -> tuple[str, ...]:
        """What is wrong in all that was recorded since this was asked last. What was there before is not judged."""
        with self._reading() as session:
            found = tuple(self._faults(session, judged=begun))
            return found + tuple(self._altered_texts(session))

    def _faults(self, session: Transaction, *, judged: bool) -> Iterator[str]:
        for plan, last in session.run("SELECT plan_id, max(seq) FROM change GROUP BY plan_id", {}):
            seen = self._seen.get(plan, 0)
            self._seen[plan] = last
            for line in session.run(CHANGES, {"plan": plan, "seen": seen}) if last > seen else ():
                *told, before, after = line
                change = Change._make((*told, json.loads(before or "{}"), json.loads(after)))
                self.changes += judged
                wrong = self._wrong(session, change) if change.of in SPOKEN else ""
                if wrong and judged:
                    yield f"{wrong}: change {change.seq}, {change.kind} of a {change.of}"
                self._said_in.setdefault((plan, change.row), set()).add(change.conversation)

    def _wrong(self, session: Transaction, change: Change) -> str:
        """What is wrong with one change of a line that somebody said; empty for nothing."""
        key = (change.plan, change.row)
        if change.kind == "add" and change.after.get("voice") is None:
            return ""  # nobody named it: what a choice begins with
        if change.kind == "add":
            voice = self._voices[key] = str(change.after["voice"])
            if change.after.get("replaces"):
                self._replaced[change.plan, str(change.after["replaces"])] = change.row
                self._replaces[key] = str(change.after["replaces"])
            return self._wrong_voice(session, change, voice)
        if not self._is_here(session, change, change.by):
            return "done by who is not here"
        undone = change.conversation is not None and change.conversation in self._said_in.get(key, ())
        altered = NEVER_ALTERED & set(change.after)
        if change.of in ANSWERED_TOGETHER and (undone or change.after.get("voice") == change.by):
            altered -= {"voice"}
        if altered:
            return f"{', '.join(sorted(altered))} changed"
        if key not in self._voices:
            return ""
        if "withdrawn_at" in change.after and change.by not in self._speakers(key) and not undone:
            return "taken back by another"
        return ""

    def _speakers(self, key: tuple[str, str]) -> Iterator[str]:
        """Whose words a line is, and those in whose place it stands, and those that it was given to since: what is
        taken back goes with all it replaced."""
        for links in (self._replaces, self._replaced):
            at: str | None = key[1]
            while at is not None:
                yield self._voices[key[0], at]
                at = links.get((key[0], at))

    def _wrong_voice(self, session: Transaction, change: Change, voice: str) -> str:
        if change.conversation is None and change.at == self._began(session, change.plan):
            return ""  # filled in where a plan begins, before anybody sits at its table
        if not self._is_here(session, change, voice):
            return "said by who is not here"
        given = change.after.get("replaces") is not None  # somebody says whose words they are, with both there
        return "" if voice == change.by or given else "said by another than who speaks"

    @staticmethod
    def _began(session: Transaction, plan: str) -> str:
        """The instant at which a plan was made."""
        ((at,),) = session.run("SELECT at FROM change WHERE plan_id = :plan ORDER BY seq LIMIT 1", {"plan": plan})
        return str(at)

    @staticmethod
    def _is_here(session: Transaction, change: Change, person: str) -> bool:
        """Whether somebody sat at the table when something was done; of a note in passing, whether they made it."""
        if change.conversation is None and change.of in NOTED_IN_PASSING:
            return person == change.by
        seat = {"plan": change.plan, "talk": change.conversation, "person": person, "at": change.at}
        return bool(session.run(SEATS, seat))

    def _altered_texts(self, session: Transaction) -> Iterator[str]:
        """Statements whose row is another than it was, whatever the record says."""
        now = {row[:2]: row[2:] for row in session.run("SELECT plan_id, id, voice, text FROM statement", {})}
        yield from (f"a statement is another: {key}" for key, said in self._texts.items() if now.get(key) != said)
        self._texts = now


SPOKEN: Final = frozenset(table_of(row).name for row in OwnedRow.__subclasses__() if "voice" in columns_of(row))
"""The tables of lines that are words or answers of somebody."""
