"""The bracket around everything that a sitting writes, and what of it can be undone.

A sitting begins in the store with the first thing that is said, so that looking around leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from zlp_tui.conversation.session.loaded_plan import today
from zlp_tui.conversation.session.seats import Seats
from zlp_tui.errors import StoreReadOnly
from zlp_tui.plan.access import May, everybody_may
from zlp_tui.plan.tables import changes, conversations, notices, people
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Place
from zlp_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class _Done:
    """An act of this sitting that can be undone: its id, and the words it saved; None for a change without words."""

    act: str
    words: str | None


class UnitOfWork:
    """Units of work on one plan, by who speaks at its table."""

    def __init__(
        self,
        *,
        store: Store,
        plan_id: str,
        client: str,
        seats: Seats,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        pack: str,
    ) -> None:
        self.conversation: str | None = None
        """The sitting in the store; None until something was said."""
        self.may: May = everybody_may
        """What each person may see and write."""
        self._store = store
        self._plan_id = plan_id
        self._client = client
        self._seats = seats
        self._clock = clock
        self._new_id = new_id
        self._pack = pack
        self._shown: Mapping[str, None] = {}
        self._done: list[_Done] = []

    @property
    def speaks(self) -> str | None:
        """Who speaks, by person id; None for somebody who joined and said nothing yet."""
        return None if self._seats.voice in self._seats.newcomers else self._seats.voice

    @contextmanager
    def undoable(self, words: str | None) -> Iterator[Act]:
        """A unit of work of the speaker that can be undone. It begins the sitting in the store when it is the first.

        `words` is what undo tells of it; None for a change without words, such as a tag. Nothing of it stays, here or
        on disk, when it raises.
        """
        with self._unit_of_work() as session:
            if self.conversation is None:
                self._begin(self._act(session))
            else:
                self._welcome(self._act(session))
            act = self._act(session)
            yield act
        self._done.append(_Done(act.id, words))

    @contextmanager
    def bookkeeping(self) -> Iterator[Act]:
        """A unit of work that does not begin the sitting and cannot be undone: who sits here, where we are, an undo."""
        with self._unit_of_work() as session:
            yield self._act(session)

    @contextmanager
    def _unit_of_work(self) -> Iterator[Transaction]:
        if self._store.read_only:
            raise StoreReadOnly("This plan is open in another window. Here you can only read.")
        before = (self._seats.newcomers, self.conversation, self._shown)
        try:
            with self._store.writing() as session:
                yield session
        except BaseException:
            self._seats.newcomers, self.conversation, self._shown = before
            raise

    def undo(self) -> str | None:
        """Undo the last act that can be: its words, empty for a change without words; None when there is none."""
        if not self._done:
            return None
        last = self._done[-1]
        with self.bookkeeping() as act:
            changes.undo(act, last.act)
        self._done.pop()
        return last.words or ""

    def seat(self) -> bool:
        """Keep who sits at the table, once the sitting has begun; whether it has."""
        if self.conversation is None or self._store.read_only:
            return False
        with self.bookkeeping() as act:
            self._welcome(act)
            conversations.attend(act, self.conversation, self._seats.present)
        return True

    def shown(self, notice: str) -> None:
        """A notice is on the screen; it is kept with the next place, or with the first thing that is said."""
        self._shown = {**self._shown, notice: None}

    def mark(self, place: Place) -> None:
        """Keep where we are, once the sitting has begun."""
        if self.conversation is not None and not self._store.read_only:
            with self.bookkeeping() as act:
                self._keep_shown(act)
                resume_at(act, place)

    def end(self) -> bool:
        """End the sitting in the store, if it began; then what it did can no longer be undone."""
        if self.conversation is None or self._store.read_only:
            return False
        with self.bookkeeping() as act:
            conversations.end(act, self.conversation)
        self.conversation = None
        self._done.clear()
        return True

    def _act(self, session: Transaction) -> Act:
        return Act(
            session=session,
            plan_id=self._plan_id,
            by=self._seats.in_plan(self._client),
            conversation=self.conversation,
            at=self._clock(),
            today=today(self._clock),
            new_id=self._new_id,
            id=self._new_id(),
            pack=self._pack,
            may=self.may,
        )

    def _begin(self, act: Act) -> None:
        """Begin the sitting in the store, with all who sit at the table."""
        self._welcome(act)
        self.conversation = conversations.begin(act, self._seats.present)
        self._keep_shown(replace(act, conversation=self.conversation))

    def _welcome(self, act: Act) -> None:
        """Those who joined by name become people of the plan."""
        for newcomer in self._seats.newcomers.values():
            people.add(act, newcomer.name, person_id=newcomer.id)
        self._seats.newcomers = {}

    def _keep_shown(self, act: Act) -> None:
        for notice in self._shown:
            notices.shown(act, notice)
        self._shown = {}


def resume_at(act: Act, place: Place) -> None:
    """Keep, within an act, where the sitting is."""
    if act.conversation is not None:
        conversations.resume_at(act, act.conversation, place.topic, place.step, place.item)
