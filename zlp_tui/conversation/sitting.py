"""The real Desk: one plan on the table, in one sitting, on one store.

A sitting begins in the store with the first thing that is said, so that looking around leaves no trace. Whoever joined
the table before that is kept in hand until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from zlp_tui.conversation import letter, plan_map
from zlp_tui.conversation.cards import cards
from zlp_tui.conversation.desk import (
    Card,
    ChapterLine,
    Grid,
    Kept,
    LetterPart,
    OfferedDraft,
    Reply,
    Selectable,
    Spoken,
    TraceStep,
    Turn,
)
from zlp_tui.conversation.grids import grid_of
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import Outcome
from zlp_tui.conversation.kinds.registry import turns_of
from zlp_tui.conversation.route import Stop
from zlp_tui.conversation.trace import trace
from zlp_tui.conversation.turns import turn_at
from zlp_tui.conversation.walk import first_of, stop_after, stop_at, stop_before
from zlp_tui.errors import NotFound, Refused, StoreReadOnly
from zlp_tui.i18n import Catalogue
from zlp_tui.plan import changes, conversations, drafts, notices, people, statements, taking_back
from zlp_tui.plan.changes import Act
from zlp_tui.plan.drafts import Draft
from zlp_tui.plan.history import history
from zlp_tui.plan.load import load_view
from zlp_tui.plan.session import Session
from zlp_tui.plan.view import Person, Place, PlanView, Statement
from zlp_tui.script.schema import Table, Tell, Weigh
from zlp_tui.script.script import Script
from zlp_tui.store.store import Store
from zlp_tui.text import LIMIT, Cleaned, clean, clean_name, same_name

TO_THE_SECOND = 19
"""Characters of an instant up to its seconds."""


@dataclass(frozen=True, slots=True)
class _Done:
    """One act of this sitting, for undo: its id and what was said or done, in words."""

    act: str
    what: str


class Sitting:
    """One sitting with one plan. Implements `Desk`. Not thread-safe: it belongs to the face's thread."""

    def __init__(
        self,
        *,
        store: Store,
        script: Script,
        say: Catalogue,
        plan_id: str,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._script = script
        self._say = say
        self._plan_id = plan_id
        self._clock = clock
        self._new_id = new_id
        self._conversation: str | None = None
        self._joining: dict[str, Person] = {}
        self._shown: dict[str, None] = {}
        self._done: list[_Done] = []
        self._view = self._read()
        self._voice = self._view.client
        self._present: tuple[str, ...] = (self._view.client,)
        with store.reading() as session:
            self._drafts = {draft.place_key: draft for draft in drafts.all(session, plan_id)}
        self._stop = self._first_stop()

    # what is on the table

    @property
    def view(self) -> PlanView:
        return self._view

    @property
    def script(self) -> Script:
        """The script of this sitting."""
        return self._script

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def place(self) -> Place:
        return self._stop.place

    @property
    def voice(self) -> Person:
        return self._view.person(self._voice)

    @property
    def present(self) -> tuple[Person, ...]:
        at_table = [self._view.person(p) for p in self._present]
        return tuple(sorted(at_table, key=lambda p: p.id != self._view.client))

    def words(self, text: str) -> str:
        return self._base().words(text)

    # walking through the script

    def turn(self) -> Turn:
        step = self._stop.here.step
        if isinstance(step, Tell) and step.notice is not None:
            self._shown[step.notice] = None
        return turn_at(self._here(), self._conversation)

    def resume(self) -> Place | None:
        for conversation in reversed(self._view.conversations):
            if conversation.resume is not None:
                try:
                    return stop_at(self._base(), conversation.resume).place
                except NotFound:
                    return None
        return None

    def go(self, place: Place) -> Turn:
        return self._move(stop_at(self._base(), place))

    def go_topic(self, topic: str) -> Turn:
        return self._move(first_of(self._base(), topic))

    def forward(self) -> Turn | None:
        stop = stop_after(self._base(), self.place)
        return self._move(stop) if stop else None

    def back(self) -> Turn | None:
        stop = stop_before(self._base(), self.place)
        return self._move(stop) if stop else None

    # saying things

    def speak_as(self, person: str) -> None:
        self._view.person(person)
        self._voice = person
        if person not in self._present:
            self.seat((*self._present, person))

    def join(self, name: str) -> tuple[Person, bool]:
        wanted = clean_name(name).text
        if not wanted:
            raise Refused("Please type a name.")
        for person in self._view.people:
            if same_name(person.name, wanted) or (person.salutation and same_name(person.salutation, wanted)):
                return person, False
        newcomer = Person(id=self._new_id(), name=wanted, kind="other")
        self._joining[newcomer.id] = newcomer
        self._view = replace(self._view, people=(*self._view.people, newcomer))
        return newcomer, True

    def seat(self, people: Sequence[str]) -> None:
        for person in people:
            self._view.person(person)
        self._present = tuple(dict.fromkeys(people))
        if self._conversation is not None and not self.read_only:
            with self._acting(None) as act:
                self._welcome(act)
                conversations.attend(act, self._conversation, self._present)
            self._view = self._read()

    def answer(self, reply: Reply) -> Kept:
        if isinstance(reply, Spoken) and not clean(reply.text).text:
            return Kept(())
        with self._acting(_in_words(reply)) as act:
            here = self._here()
            outcome = turns_of(here.step).answer(here, reply, act)
            self._resume_here(act)
            drafts.forget(act.session, self._plan_id, _key(self.place))
        self._drafts.pop(_key(self.place), None)
        if isinstance(here.step, Table):
            self._present = outcome.refs
            if self._present and self._voice not in self._present:
                self._voice = self._present[0]
        return self._kept(outcome)

    def correct(self, ref: str, text: str) -> Kept:
        cleaned = clean(text, LIMIT)
        if not cleaned.text:
            raise Refused("Please type how it should be.")
        old = self._standing(ref)
        return Kept(()) if old.text == cleaned.text else self._anew(old, cleaned, old.voice.id)

    def said_by(self, ref: str, person: str) -> Kept:
        old = self._standing(ref)
        self._view.person(person)
        return Kept(()) if old.voice.id == person else self._anew(old, Cleaned(old.text, was_cut=False), person)

    def _standing(self, ref: str) -> Statement:
        for statement in self._view.live_statements:
            if statement.id == ref:
                return statement
        raise NotFound("This line is no longer in the plan.")

    def _anew(self, old: Statement, cleaned: Cleaned, voice: str) -> Kept:
        """A statement in the place of another one, which stays in the history."""
        with self._acting(cleaned.text) as act:
            made = statements.say(
                act,
                topic=old.topic,
                step=old.step,
                prompt=old.prompt,
                text=cleaned.text,
                side=old.side,
                moment=old.moment,
                domain=old.domain,
                about=old.about,
                replaces=old.id,
                voice=voice,
            )
            drafts.forget(act.session, self._plan_id, _key(self.place, anew=old.id))
        self._drafts.pop(_key(self.place, anew=old.id), None)
        return self._kept(Outcome((made,), cut=cleaned.was_cut))

    def withdraw(self, ref: str) -> None:
        with self._acting("") as act:
            for said in self._with_older_words(ref):
                taking_back.withdraw(act, said)
        self._look_again()

    def _with_older_words(self, ref: str) -> tuple[str, ...]:
        """A line and the words it took the place of: they would come back when only the newest were taken back."""
        older = {s.id: s.replaces for s in self._view.statements if s.replaces}
        chain = [ref]
        while (before := older.get(chain[-1])) is not None:
            chain.append(before)
        return tuple(chain)

    def tag(self, ref: str, domain: str | None) -> None:
        with self._acting("") as act:
            statements.tag(act, ref, domain)
        self._view = self._read()

    def undo(self) -> str | None:
        if not self._done:
            return None
        last = self._done[-1]
        with self._acting(None) as act:
            changes.undo(act, last.act)
        self._done.pop()
        self._look_again()
        return last.what

    # what is typed and not yet said

    def draft(self, anew: str | None = None) -> str:
        draft = self._drafts.get(_key(self.place, anew))
        return draft.text if draft else ""

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        key = _key(self.place, anew)
        kept = clean(text, LIMIT).text
        if kept == self.draft(anew):
            return
        voice = self._voice if self._voice not in self._joining else None
        at = self._clock()
        if not self.read_only:
            with self._store.writing() as session:
                if kept:
                    drafts.keep(session, self._plan_id, key, kept, voice, at)
                else:
                    drafts.forget(session, self._plan_id, key)
        self._drafts.pop(key, None)
        if kept:
            self._drafts[key] = Draft(key, kept, voice, at.isoformat())

    def drafts(self) -> tuple[OfferedDraft, ...]:
        newest = sorted(self._drafts.values(), key=lambda d: d.at, reverse=True)
        return tuple(self._offered(draft) for draft in newest)

    def _offered(self, draft: Draft) -> OfferedDraft:
        """A draft as it is offered back; one that corrects a statement, with that statement's question."""
        place = _place(draft.place_key)
        if place.topic:
            return OfferedDraft(place, draft.text, draft.voice)
        about = next((s for s in self._view.statements if s.id == place.item), None)
        asked = Place(about.topic, about.step) if about else self.place
        return OfferedDraft(asked, draft.text, draft.voice, anew=place.item)

    # looking at it

    def domains(self) -> tuple[Selectable, ...]:
        base = self._base()
        return tuple(Selectable(d.id, base.words(d.title), base.words(d.about)) for d in self._script.domains)

    def map(self) -> tuple[ChapterLine, ...]:
        return plan_map.map_of(self._base(), self.place.topic)

    def letter(self) -> tuple[LetterPart, ...]:
        return letter.letter(self._base())

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        with self._store.reading() as session:
            return trace(self._base(), ref, lambda r: history(session, self._plan_id, r))

    def cards(self) -> tuple[Card, ...]:
        return cards(self._base())

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        weigh = next((s for t in self._script.topics for s in t.steps if isinstance(s, Weigh)), None)
        if weigh is None:
            return ()
        base = self._base()
        return tuple((c.id, c.question, grid_of(base, c, weigh)) for c in self._view.open_choices())

    def leave(self) -> None:
        if self._conversation is None or self.read_only:
            return
        with self._acting(None) as act:
            conversations.end(act, self._conversation)
        self._conversation = None
        self._done.clear()
        self._view = self._read()

    # inside

    def _read(self) -> PlanView:
        with self._store.reading() as session:
            view = load_view(session, self._plan_id)
        return replace(view, people=(*view.people, *self._joining.values())) if self._joining else view

    def _base(self) -> Here:
        """Surroundings without a place of their own."""
        topic = self._script.topics[0]
        return Here(
            script=self._script,
            view=self._view,
            say=self._say,
            today=self._today(),
            topic=topic,
            step=topic.steps[0],
            voice=self.voice,
            present=self._present,
        )

    def _here(self) -> Here:
        """Our place, on the view as it is now."""
        return replace(self._stop.here, view=self._view, voice=self.voice, present=self._present, today=self._today())

    def _today(self) -> date:
        return self._clock().astimezone().date()

    def _typing(self) -> Place | None:
        """Where somebody was still typing when the last sitting ended; None when more was said after it."""
        talks = self._view.conversations
        ended = (talks[-1].ended or talks[-1].started) if talks else ""
        for draft in sorted(self._drafts.values(), key=lambda d: d.at, reverse=True):
            place = _place(draft.place_key)
            if place.topic and draft.at[:TO_THE_SECOND] >= ended[:TO_THE_SECOND]:
                try:
                    return stop_at(self._base(), place).place
                except NotFound:
                    continue
        return None

    def _first_stop(self) -> Stop:
        place = self._typing() or self.resume()
        return stop_at(self._base(), place) if place else first_of(self._base(), self._script.topics[0].id)

    def _look_again(self) -> None:
        """Look at the plan after something was undone or taken back: who spoke, or what it was about, may be gone."""
        self._view = self._read()
        known = {person.id for person in self._view.people}
        self._voice = self._voice if self._voice in known else self._view.client
        sitting = next((c for c in self._view.conversations if c.id == self._conversation), None)
        seated = (a.person for a in sitting.present if a.until is None) if sitting else self._present
        self._present = tuple(person for person in seated if person in known)
        self._stop = self._where_it_was()

    def _where_it_was(self) -> Stop:
        """Our place; when its line is gone another of its step or topic, or the one before when nothing is left."""
        base = self._base()
        with suppress(NotFound):
            return stop_at(base, self.place)
        with suppress(NotFound):
            return first_of(base, self.place.topic)
        return stop_before(base, self.place) or first_of(base, self._script.topics[0].id)

    def _move(self, stop: Stop) -> Turn:
        self._stop = stop
        self._mark_place()
        return self.turn()

    def _mark_place(self) -> None:
        """Keep where we are, once this sitting has begun."""
        if self._conversation is not None and not self.read_only:
            with self._acting(None) as act:
                self._keep_shown(act)
                self._resume_here(act)

    def _keep_shown(self, act: Act) -> None:
        """Keep that notices were shown; before anything is said they are only remembered."""
        for notice in self._shown:
            notices.shown(act, notice)
        self._shown = {}

    def _resume_here(self, act: Act) -> None:
        if act.conversation is not None:
            place = self.place
            conversations.resume_at(act, act.conversation, place.topic, place.step, place.item)

    def _kept(self, outcome: Outcome) -> Kept:
        self._view = self._read()
        return Kept(outcome.refs, outcome.limit if outcome.cut else None, outcome.goes_on)

    @contextmanager
    def _acting(self, what: str | None) -> Iterator[Act]:
        """A unit of work of who speaks now; with `what`, it begins the sitting and can be undone.

        Nothing of it stays, here or on disk, when it raises.
        """
        if self.read_only:
            raise StoreReadOnly("This plan is open in another window. Here you can only read.")
        before = (self._joining, self._conversation, self._shown)
        try:
            with self._store.writing() as session:
                if what is not None and self._conversation is None:
                    self._begin(self._act(session))
                elif what is not None:
                    self._welcome(self._act(session))
                act = self._act(session)
                yield act
        except BaseException:
            self._joining, self._conversation, self._shown = before
            raise
        if what is not None:
            self._done.append(_Done(act.id, what))

    def _act(self, session: Session) -> Act:
        return Act(
            session=session,
            plan_id=self._plan_id,
            by=self._voice if self._voice not in self._joining else self._view.client,
            conversation=self._conversation,
            at=self._clock(),
            today=self._today(),
            new_id=self._new_id,
            id=self._new_id(),
            pack=f"{self._script.pack} {self._script.version}",
        )

    def _begin(self, act: Act) -> None:
        """Begin the sitting in the store, with all who sit at the table."""
        self._welcome(act)
        self._conversation = conversations.begin(act, self._present)
        self._keep_shown(replace(act, conversation=self._conversation))

    def _welcome(self, act: Act) -> None:
        """Those who joined by name become people of the plan."""
        for newcomer in self._joining.values():
            people.add(act, newcomer.name, person_id=newcomer.id)
        self._joining = {}


def _in_words(reply: Reply) -> str:
    return reply.text if isinstance(reply, Spoken) else ""


def _key(place: Place, anew: str | None = None) -> str:
    """A place, or a statement that is being said differently, as the key of a draft."""
    return "|".join(("", "anew", anew) if anew else (place.topic, place.step, place.item or ""))


def _place(key: str) -> Place:
    topic, step, item = key.split("|", 2)
    return Place(topic, step, item or None)
