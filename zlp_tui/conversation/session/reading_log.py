"""Tells in the log of a plan who reads it: that it was opened, and once in a sitting of each person who is here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from zlp_tui.plan.audit_line import AuditEntry, AuditEvent
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.store import Store


class ReadingLog:
    """What is told of one sitting. Of who sits here because it is usual nobody said so: of them nothing is told.

    What could not be told is told with what comes next. Errors as for `Store.tell`.
    """

    def __init__(self, store: Store, plan_id: str, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._plan = plan_id
        self._clock = clock
        self._told: frozenset[str | None] = frozenset()

    def read_by(self, people: Collection[str]) -> None:
        """The plan is open, and these people read it."""
        entries = self._entries(people)
        if entries and self._store.tell(*entries):
            self.are_told(people)

    def tell_in(self, session: Transaction, people: Collection[str]) -> None:
        """The same within a transaction; when it is committed they `are_told`."""
        for entry in self._entries(people):
            session.tell(entry)

    def are_told(self, people: Collection[str]) -> None:
        """These people need not be told of again."""
        self._told |= {None, *people}

    def read_by_key(self, person: str, key: str) -> bool:
        """Somebody is here, and showed so with their own passphrase, which opens this public key; whether that could be
        told."""
        told = self._store.tell(AuditEntry(self._plan, instant(self._clock()), "read", person, what=key))
        self.are_told((person,) if told else ())
        return told

    def unfolded(self, person: str, topic: str, *, allowed: bool) -> bool:
        """Somebody opened what is folded in a topic, or wanted to and may not; whether that could be told."""
        return self._store.tell(AuditEntry(
            self._plan, instant(self._clock()), "unfold", person, outcome="done" if allowed else "refused", topic=topic,
        ))

    def begin_again(self) -> None:
        """The plan was closed meanwhile: it is opened anew, and read anew."""
        self._told = frozenset()

    def _entries(self, people: Collection[str]) -> list[AuditEntry]:
        new = [person for person in (None, *people) if person not in self._told]
        at = instant(self._clock()) if new else ""
        return [self._entry(at, "open" if person is None else "read", person) for person in new]

    def _entry(self, at: str, event: AuditEvent, person: str | None) -> AuditEntry:
        return AuditEntry(self._plan, at, event, person)
