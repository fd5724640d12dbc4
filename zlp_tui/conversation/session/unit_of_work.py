"""Unit of work of a session: opens transactions, starts the conversation on the first write, keeps the undo stack.

Looking around writes nothing, so it leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace

from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.today_text import not_told
from zlp_tui.errors import Refused
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.beside_the_plan import keyboard_users
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.sittings import conversations, notices
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Place


@dataclass(frozen=True, slots=True)
class _Undoable:
    """An act of this conversation that can be undone: its id, its words, where it was done, and the rows it touched."""

    act: str
    words: str
    place: Place | None
    rows: frozenset[str]


@dataclass(frozen=True, slots=True)
class UndoneAct:
    """What was undone or redone: its words, and the question at which it was done."""

    words: str
    place: Place | None


class UnitOfWork:
    """Units of work on one plan, each by who speaks at its table."""

    def __init__(self, plan: LoadedPlan, drafts: DraftStore, new_id: Callable[[], str]) -> None:
        self._plan = plan
        self._drafts = drafts
        self._new_id = new_id
        self._notices: Mapping[str, None] = {}
        self._undoable: list[_Undoable] = []
        self._redoable: list[_Undoable] = []
        """What was undone since the last thing that was said; each with the id of the act that undid it."""
        self.wrote = False
        """Whether the last undoable unit of work changed anything."""
        self._remembered: str | None = None
        """The keyboard user that the store knows of this sitting."""

    @contextmanager
    def undoable(
        self, words: str | None, *, draft: str | None = None, at: Place | None = None, aside: bool = False,
        sitting: bool = True, line: str | None = None,
    ) -> Iterator[Act]:
        """A unit of work of the speaker that can be undone. It begins the conversation in the store when it is the
        first, and when it is committed the plan is read again.

        `words` is what undo and redo tell of it, `at` the question that it answers, `line` the id of what it is about,
        where it is undone there though it changes another row. `draft` is the key of the drafts
        that it makes superfluous. `aside`: it is no answer, so it says nothing of who else is here. Without `sitting`
        it is no part of a conversation: none begins, and nobody need be here. Nothing of it stays, here or on disk,
        when the block raises. What changed nothing cannot be undone.
        """
        seats = self._plan.seats
        joined = bool(seats.newcomers)
        with self._transaction() as session:
            if sitting:
                self._require_somebody()
                self._sit_in_store(session, *((seats.voice,) if aside else ()))
            else:
                self._add_newcomers(session)
            act = replace(self._act(session), written=at is not None and self._plan.way.route.source == "paper")
            yield act
            if draft is not None:
                self._drafts.forget(session, draft, act.by, words)
            rows = changes.touched(act)
            rows = rows | {line} if rows and line is not None else rows
            self._remember_keyboard_user(act)
        self.wrote = joined or bool(rows)
        if rows:
            self._undoable.append(_Undoable(act.id, words or "", at, rows))
            self._redoable.clear()
        if draft is not None:
            self._drafts.discard(draft, act.by, words)
        self._plan.reload()

    @contextmanager
    def bookkeeping(self) -> Iterator[Act]:
        """A unit of work that neither begins the conversation nor can be undone, such as where we are, or an undo."""
        with self._transaction() as session:
            if self._plan.seats.voice_in_plan is None:
                self._add_newcomers(session)
            act = self._act(session)
            yield act
            self._remember_keyboard_user(act)

    def undo(self, here: Place | str | None = None) -> UndoneAct | None:
        """Undo the last act at a question, or on a line of the plan by its id; without one there the last of all.

        None when there is none. Of a line nothing but its own acts are undone.
        """
        own = [act for act in self._undoable if here is not None and (act.place == here or here in act.rows)]
        found = own or ([] if isinstance(here, str) else self._undoable)
        return self._reverse(found[-1], self._undoable, self._redoable) if found else None

    def redo(self) -> UndoneAct | None:
        """Do again what was undone last; None when nothing was, or something was said since."""
        return self._reverse(self._redoable[-1], self._redoable, self._undoable) if self._redoable else None

    def _reverse(self, last: _Undoable, done: list[_Undoable], reversed_: list[_Undoable]) -> UndoneAct:
        """Undo one act as a new one, and move it from one list to the other. What does not fit the company that sits
        here is undone without its words."""
        self._require_somebody()
        words = not_told(self._plan.tr) if last.rows & self._plan.hidden_here else last.words
        with self._by_who_is_here(), self.bookkeeping() as act:
            changes.undo(act, last.act)
        done.remove(last)
        reversed_.append(replace(last, act=act.id))
        self._plan.reload()
        return UndoneAct(words, last.place)

    def sit_down(self, person: str) -> None:
        """One person more is here; of the others nothing is said."""
        if person not in self._plan.seats.certain:
            with self._plan.seats.unchanged_on_error():
                self._plan.seats.sit_down(person)
                self.save_seats()
            self._plan.reload()
            self._plan.readings.read_by(self._plan.seats.certain)

    def _by_who_is_here(self) -> AbstractContextManager[None]:
        """Let what is nobody's words be done by who is certainly here."""
        seats = self._plan.seats
        return seats.speaking(seats.acts)

    def _require_somebody(self) -> None:
        """Raise `Refused` where who spoke has left and nobody is here: nothing is done in their name."""
        if self._plan.seats.voice not in self._plan.seats.present:
            raise Refused("Nobody is at the table. Say first who is here.")

    def save_seats(self) -> None:
        """Save who sits at the table, once the conversation has begun."""
        if self._is_writable_conversation():
            with self._by_who_is_here(), self._transaction() as session:
                self._add_newcomers(session)
                self._attend(session)

    def show_notice(self, notice: str) -> None:
        """A notice is on the screen; it is saved with the next place, or with the first thing that is said."""
        self._notices = {**self._notices, notice: None}

    def save_place(self, place: Place) -> None:
        """Save where the conversation is, once it has begun."""
        if self._is_writable_conversation():
            shown = bool(self._notices)
            with self._by_who_is_here(), self.bookkeeping() as act:
                self._save_notices(act)
                resume_at(act, place, self._plan.way.route.id)
            if shown:
                self._plan.reload()

    def end(self) -> None:
        """End the conversation in the store, if it began; then what was done in it can no longer be undone."""
        if self._is_writable_conversation():
            with self._by_who_is_here(), self.bookkeeping() as act:
                conversations.end(act, self._plan.conversation or "")
            self._plan.conversation = None
            self._undoable.clear()
            self._redoable.clear()
            self._plan.reload()

    def look_again(self) -> bool:
        """Take the right to write when it was refused and is free now; then the plan is read as another left it."""
        if not self._plan.claim.look_again():
            return False
        self._drafts.reread()
        self._plan.reload()
        return True

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        """A transaction; when it fails, what is in memory is as it was."""
        self.look_again()
        plan = self._plan
        before = (plan.conversation, self._notices, self._remembered)
        try:
            with plan.seats.unchanged_on_error(), plan.claim.writing() as session:
                yield session
                plan.readings.tell_in(session, plan.seats.certain)
            plan.readings.are_told(plan.seats.certain)
        except BaseException:
            plan.conversation, self._notices, self._remembered = before
            raise

    def _is_writable_conversation(self) -> bool:
        return self._plan.conversation is not None and not self._plan.claim.read_only

    def _act(self, session: Transaction) -> Act:
        plan, at = self._plan, self._plan.clock()
        return Act(
            session=session,
            plan_id=plan.id,
            by=plan.seats.voice,
            conversation=plan.conversation,
            at=at,
            today=at.astimezone().date(),
            new_id=self._new_id,
            id=self._new_id(),
            pack=plan.script.stamp,
            may=plan.may,
            typed_by=plan.seats.types,
        )

    def _sit_in_store(self, session: Transaction, *certain: str) -> None:
        """Begin the conversation in the store, with who is certainly here: these, or all who sit at the table."""
        became_certain = self._plan.seats.confirm(*certain)
        self._add_newcomers(session)
        if self._plan.conversation is None:
            act = self._act(session)
            self._plan.conversation = conversations.begin(
                act, self._plan.seats.certain, self._plan.seats.by_key
            )
            self._save_notices(replace(act, conversation=self._plan.conversation))
        elif became_certain:
            self._attend(session)

    def _attend(self, session: Transaction) -> None:
        seats = self._plan.seats
        conversations.attend(self._act(session), self._plan.conversation or "", seats.certain, seats.by_key)

    def _remember_keyboard_user(self, act: Act) -> None:
        """Keep who types, for the next sitting; somebody who joined and said nothing yet is no person of the plan."""
        types = self._plan.seats.types
        if types is not None and types != self._remembered and types not in self._plan.seats.newcomers:
            keyboard_users.remember(act, types)
            self._remembered = types

    def _add_newcomers(self, session: Transaction) -> None:
        """Those who joined by name become people of the plan; who acts is added first."""
        seats = self._plan.seats
        if seats.newcomers:
            act = self._act(session)
            for newcomer in sorted(seats.newcomers.values(), key=lambda person: person.id != act.by):
                people.add(act, newcomer.name, person_id=newcomer.id)
            seats.newcomers = {}

    def _save_notices(self, act: Act) -> None:
        for notice in self._notices:
            notices.shown(act, notice)
        self._notices = {}


def resume_at(act: Act, place: Place, route: str) -> None:
    """Save, within an act, where the conversation is, and on which route."""
    if act.conversation is not None:
        conversations.resume_at(act, act.conversation, place.topic, place.step, place.item, route)
