"""The real Desk: one plan on the table, in one sitting, on one store. It knows where we are; others do the rest.

How the plan stands is `open_plan.py`; who sits here, `seats.py`; what is written, `writing.py`; what is put right,
`correcting.py`; what is typed and not said, `drafting.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from zlp_tui.conversation.correcting import Correcting
from zlp_tui.conversation.desk import (
    AskedOfAgreement,
    Card,
    ChapterLine,
    LetterPart,
    OfferedDraft,
    Overview,
    TraceStep,
)
from zlp_tui.conversation.drafting import Drafting
from zlp_tui.conversation.following import Following
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import Outcome
from zlp_tui.conversation.kinds.registry import answered
from zlp_tui.conversation.living import FollowUp, OverTime
from zlp_tui.conversation.offered import offers, place_for
from zlp_tui.conversation.open_plan import OpenPlan
from zlp_tui.conversation.over_time import Looking
from zlp_tui.conversation.resuming import first_stop, last_ended, stopped_at, where_it_was
from zlp_tui.conversation.route import Stop
from zlp_tui.conversation.turn import (
    Grid,
    Kept,
    Reply,
    Selectable,
    Spoken,
    Turn,
)
from zlp_tui.conversation.turns import turn_at
from zlp_tui.conversation.walk import first_of, stop_after, stop_at, stop_before, topic_after
from zlp_tui.conversation.writing import Writing, resume_at
from zlp_tui.due.rules import Rules
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person, Place, PlanView
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import Table, Tell
from zlp_tui.script.script import Script
from zlp_tui.store.store import Store
from zlp_tui.text import clean


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
        rules: Callable[[], Mapping[str, Rules]],
    ) -> None:
        self._store = store
        self._new_id = new_id
        self._plan = OpenPlan(store=store, script=script, say=say, plan_id=plan_id, clock=clock)
        self._seats = self._plan.seats
        self._writing = Writing(
            store=store,
            plan_id=plan_id,
            client=self.view.client,
            seats=self._seats,
            clock=clock,
            new_id=new_id,
            pack=script.stamp,
        )
        self._drafting = Drafting(store, plan_id, clock)
        self._correcting = Correcting(lambda: self._plan.view, self._writing, self._drafting)
        self._following = Following(self._plan.base, self._writing, self._drafting, kept=self._plan.look)
        self._looking = Looking(store, plan_id, self._plan.base, rules)
        self._stop = first_stop(self._plan.base(), self._drafting.typed_since(last_ended(self.view)))

    # what is on the table

    @property
    def view(self) -> PlanView:
        return self._plan.view

    @property
    def script(self) -> Script:
        """The script of this sitting."""
        return self._plan.script

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def place(self) -> Place:
        return self._stop.place

    @property
    def voice(self) -> Person:
        return self.view.person(self._seats.voice)

    @property
    def present(self) -> tuple[Person, ...]:
        return self._seats.around(self.view)

    @property
    def follow_up(self) -> FollowUp:
        return self._following

    @property
    def over_time(self) -> OverTime:
        return self._looking

    def words(self, text: str) -> str:
        return self._plan.base().words(text)

    # walking through the script

    def turn(self) -> Turn:
        step = self._stop.here.step
        if isinstance(step, Tell) and step.notice is not None:
            self._writing.shown(step.notice)
        return turn_at(self._here(), self._writing.conversation)

    def resume(self) -> Place | None:
        return stopped_at(self._plan.base())

    def go(self, place: Place) -> Turn:
        return self._move(stop_at(self._plan.base(), place))

    def go_topic(self, topic: str) -> Turn:
        return self._move(first_of(self._plan.base(), topic))

    def forward(self) -> Turn | None:
        stop = stop_after(self._plan.base(), self.place)
        return self._move(stop) if stop else None

    def next_topic(self) -> Turn | None:
        stop = topic_after(self._plan.base(), self.place.topic)
        return self._move(stop) if stop else None

    def back(self) -> Turn | None:
        stop = stop_before(self._plan.base(), self.place)
        return self._move(stop) if stop else None

    # what the script has

    def topic_for(self, role: Role) -> str | None:
        topic = self.script.with_role(role)
        return topic.id if topic else None

    def place_for(self, keeps: AskedOfAgreement, about: str) -> Place | None:
        return place_for(self.script, keeps, about)

    def offers(self, page: Overview) -> bool:
        return offers(self.script, self.view, page)

    # saying things

    def speak_as(self, person: str) -> None:
        self.view.person(person)
        self._seats.voice = person
        if person not in self._seats.present:
            self.seat((*self._seats.present, person))

    def join(self, name: str) -> tuple[Person, bool]:
        person, new = self._seats.join(self.view, name, self._new_id)
        if new:
            self._plan.view = replace(self.view, people=(*self.view.people, person))
        return person, new

    def seat(self, people: Sequence[str]) -> None:
        for person in people:
            self.view.person(person)
        self._seats.sit(people)
        if self._writing.seat():
            self._plan.look()

    def answer(self, reply: Reply) -> Kept:
        if isinstance(reply, Spoken) and not clean(reply.text).text:
            return Kept(())
        with self._writing.act(reply.text if isinstance(reply, Spoken) else "") as act:
            here = self._here()
            outcome = answered(here, reply, act)
            resume_at(act, self.place)
            self._drafting.forget(act, self.place)
        self._drafting.said(self.place)
        if isinstance(here.step, Table):
            self._seats.answered(outcome.refs)
        return self._kept(outcome)

    def correct(self, ref: str, text: str) -> Kept:
        return self._kept(self._correcting.say_anew(ref, text, self.place))

    def said_by(self, ref: str, person: str) -> Kept:
        return self._kept(self._correcting.said_by(ref, person, self.place))

    def rename(self, person: str, name: str) -> Kept:
        return self._kept(self._correcting.rename(person, name))

    def withdraw(self, ref: str) -> None:
        self._correcting.take_back(ref)
        self._look_again()

    def tag(self, ref: str, domain: str | None) -> None:
        self._correcting.tag(ref, domain)
        self._plan.look()

    def undo(self) -> str | None:
        undone = self._writing.undo()
        if undone is not None:
            self._look_again()
        return undone

    # what is typed and not yet said

    def draft(self, anew: str | None = None) -> str:
        return self._drafting.text(self.place, anew)

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        voice = None if self._seats.voice in self._seats.newcomers else self._seats.voice
        self._drafting.keep(self.place, anew, text, voice)

    def drafts(self) -> tuple[OfferedDraft, ...]:
        return self._drafting.offered(self.view, self.place)

    # looking at it

    def domains(self) -> tuple[Selectable, ...]:
        return self._plan.domains()

    def map(self) -> tuple[ChapterLine, ...]:
        return self._plan.map(self.place.topic)

    def letter(self) -> tuple[LetterPart, ...]:
        return self._plan.letter()

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        return self._plan.trace(ref)

    def cards(self) -> tuple[Card, ...]:
        return self._plan.cards()

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        return self._plan.choice_grids()

    def leave(self) -> None:
        if self._writing.end():
            self._plan.look()

    # inside

    def _here(self) -> Here:
        """Our place, on the view as it is now."""
        base = self._plan.base()
        return replace(self._stop.here, view=base.view, voice=base.voice, present=base.present, today=base.today)

    def _move(self, stop: Stop) -> Turn:
        self._stop = stop
        self._writing.mark(self.place)
        return self.turn()

    def _kept(self, outcome: Outcome) -> Kept:
        self._plan.look()
        return Kept(outcome.refs, outcome.limit if outcome.cut else None, outcome.goes_on)

    def _look_again(self) -> None:
        """Look at the plan after something was undone or taken back: who spoke, or what it was about, may be gone."""
        self._plan.look()
        self._seats.look_again(self.view, self._writing.conversation)
        self._stop = where_it_was(self._plan.base(), self.place)
