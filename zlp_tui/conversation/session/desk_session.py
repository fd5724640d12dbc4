"""The `Desk` of one conversation about one plan: it knows which question is asked, and hands the rest to its parts.

All parts share one `LoadedPlan`. `UnitOfWork` is the only one that writes; `DraftStore` keeps what is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime

from zlp_tui.conversation.asking.detours import Detours, beginning_of
from zlp_tui.conversation.asking.kinds.registry import answered, step_handler_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome
from zlp_tui.conversation.asking.navigation import first_of, stop_at, topic_after
from zlp_tui.conversation.asking.route import Stop, route_misses
from zlp_tui.conversation.asking.route_lines import route_lines
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.turns import turn_at, whose_answer
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.ports.answer_words import answer_words
from zlp_tui.conversation.ports.desk import AskedOfAgreement, OfferedDraft, Overview
from zlp_tui.conversation.ports.follow_up import FollowUp
from zlp_tui.conversation.ports.history_queries import HistoryQueries
from zlp_tui.conversation.ports.plan_ending import PlanEnding
from zlp_tui.conversation.ports.plan_pages import Card, ChapterLine, LetterPart, RouteLine, TraceStep
from zlp_tui.conversation.ports.turn import Grid, Kept, Reply, Selectable, Spoken, Turn
from zlp_tui.conversation.session.corrections import Corrections
from zlp_tui.conversation.session.doubted_answer import DoubtedAnswer
from zlp_tui.conversation.session.draft_store import DraftStore, answer_draft
from zlp_tui.conversation.session.end_of_plan import EndingCommands
from zlp_tui.conversation.session.follow_up_commands import FollowUpCommands
from zlp_tui.conversation.session.last_keyboard_user import last_keyboard_user
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.conversation.session.resume_point import (
    first_stop,
    last_ended,
    stopped_at,
    where_it_was,
    where_route_goes_on,
)
from zlp_tui.conversation.session.unit_of_work import UndoneAct, UnitOfWork, resume_at
from zlp_tui.conversation.telling.agreement_cards import cards
from zlp_tui.conversation.telling.deciders import who_decides
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic
from zlp_tui.conversation.telling.letter import letter
from zlp_tui.conversation.telling.offered_pages import offers, place_for
from zlp_tui.conversation.telling.plan_map import map_of
from zlp_tui.conversation.telling.weighing_grids import choice_grids
from zlp_tui.due.rules import Rules
from zlp_tui.errors import Doubtful, NotFound, Refused, StoreReadOnly, Unanswered
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants
from zlp_tui.plan.view import Person, Place, PlanView
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import Store
from zlp_tui.text import clean


class DeskSession:
    """One conversation about one plan. Implements `Desk`. Not thread-safe: it belongs to the face's thread."""

    def __init__(
        self,
        *,
        store: Store,
        script: Script,
        tr: Catalogue,
        plan_id: str,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        rules: Callable[[], Mapping[str, Rules]],
        grants: Grants,
        claim: PlanClaim,
    ) -> None:
        self._new_id = new_id
        self._plan = LoadedPlan(
            store=store, script=script, tr=tr, plan_id=plan_id, clock=clock, grants=grants, claim=claim
        )
        self._drafts = DraftStore(self._plan)
        self._unit_of_work = UnitOfWork(self._plan, self._drafts, new_id)
        self._corrections = Corrections(self._plan, self._unit_of_work)
        self._follow_up = FollowUpCommands(self._plan, self._unit_of_work, self._drafts)
        self._ending = EndingCommands(self._plan, self._unit_of_work)
        self._history = PlanHistory(self._plan, rules)
        self._doubt = DoubtedAnswer()
        self._left_behind: frozenset[str] = frozenset()
        """The words of which was told that they cannot be kept."""
        self._detours = Detours()
        self._left: Mapping[str, Place] = {}
        """Where the routes that one walked in this conversation were left, by their ids."""
        self._stop = first_stop(self._plan.step_context(), self._drafts.typed_since(last_ended(self.view)))
        self._see()

    # the plan and who is at the table

    @property
    def view(self) -> PlanView:
        """The plan as everybody who is present may see it."""
        return self._plan.view

    @property
    def script(self) -> Script:
        """The script of this conversation."""
        return self._plan.script

    @property
    def read_only(self) -> bool:
        """True when another window has this plan, or the folder cannot be written."""
        return self._plan.claim.read_only

    @property
    def why_read_only(self) -> str:
        """One sentence; empty when the plan can be written."""
        return self._plan.claim.told_read_only(self._plan.tr)

    def look_again(self) -> bool:
        """Whether what kept us from writing is over now; then the plan is read again, and what is typed is written."""
        if not self._unit_of_work.look_again():
            return False
        self._follow_view()
        self._drafts.write_unwritten()
        return True

    @property
    def place(self) -> Place:
        """Where we are."""
        return self._stop.place

    @property
    def voice(self) -> Person:
        """Who speaks now."""
        return self._plan.voice

    @property
    def present(self) -> tuple[Person, ...]:
        """Who sits at the table, the client first."""
        return self._plan.seats.around(self.view)

    @property
    def keyboard_user(self) -> Person | None:
        """Who types in this sitting; None until somebody says so."""
        return next((person for person in self.view.people if person.id == self._plan.seats.types), None)

    @property
    def last_keyboard_user(self) -> Person | None:
        """Who typed last on this computer, or else in this plan, where the plan knows them."""
        return last_keyboard_user(self._plan)

    @property
    def follow_up(self) -> FollowUp:
        """Keeping track after the plan was made."""
        return self._follow_up

    @property
    def ending(self) -> PlanEnding:
        """The end of the plan, and taking it up again."""
        return self._ending

    @property
    def history(self) -> HistoryQueries:
        """What is due, what is new, then beside now."""
        return self._history

    @property
    def plan_name(self) -> str:
        """What the client is called, with what tells the plan from another of a client with that name."""
        return self._plan.name

    def words(self, text: str) -> str:
        """A text of the script or the help, addressed as the client wishes."""
        return self._plan.plan_context().words(text)

    def reload(self) -> None:
        """Read the plan again, as who is present may see it now: it, or who may see what, changed elsewhere."""
        self._plan.reload()
        self._follow_view()

    # moving through the script

    def turn(self) -> Turn:
        """The question at our place."""
        for notice in self._stop.context.step.shown_notices:
            self._unit_of_work.show_notice(notice)
        return turn_at(self._context())

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""
        return stopped_at(self._context())

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""
        stop = stop_at(self._context(), place)
        return self._jump(stop, chosen=stop.place.topic != self.place.topic and place != self.resume())

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it."""
        stop = first_of(self._context(), topic)
        self._look_back_along_its_route(topic)
        return self._jump(stop, chosen=True)

    def begin(self, role: Role) -> Turn:
        """Go to where something new of the topic with this role is said; after the questions about it one returns."""
        stop, here = beginning_of(self._context(), role), self.place
        self._detours.begin(stop.place, here)
        return self._move(stop)

    def forward(self) -> Turn | None:
        """The next question, or None after the last one: first all about what is new.

        Passes over repeated questions already answered.
        """
        stop = self._detours.after(self._context(), self.place)
        if stop is None:
            self._unit_of_work.save_place(self.place)  # with a notice that was on the last page
        return self._move(stop) if stop else None

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""
        stop = topic_after(self._context(), self.place)
        return self._jump(stop) if stop else None

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""
        stop = self._detours.before(self._context(), self.place)
        return self._move(stop) if stop else None

    # which way one walks

    @property
    def routes(self) -> tuple[RouteLine, ...]:
        """The ways through the script, with how far each of them is."""
        return route_lines(self._context())

    @property
    def route_title(self) -> str:
        """What the conversation is called that is held now."""
        return self._plan.plan_context().words(self._plan.way.route.title)

    def take_route(self, route: str) -> Turn:
        """Walk this way from now on, from where one left it; `NotFound` when the script does not have it."""
        found = self.script.find_route(route)
        if found is None:
            raise NotFound("There is no such conversation.")
        if found.id == self._plan.way.route.id:
            return self.turn()
        self._left = {**self._left, self._plan.way.route.id: self._plan.way.left_at or self.place}
        self._unit_of_work.end()
        self._plan.way = Way(found)
        self._detours.leave()
        stop = where_route_goes_on(self._context(), self._left.get(found.id))
        return self._move(stop) if stop else self.turn()

    # what the script has

    def topic_for(self, role: Role) -> str | None:
        """The id of the topic with this role; None when the script has none, so that nothing may lead there."""
        topic = self.script.with_role(role)
        return topic.id if topic else None

    def place_for(self, keeps: AskedOfAgreement, about: str) -> Place | None:
        """Where this is asked about an agreement; None when the script does not ask it."""
        return place_for(self.script, keeps, about)

    def offers(self, page: Overview) -> bool:
        """Whether there is something to see on an overview of the plan, or a topic in which it begins."""
        return offers(self.script, self.view, page)

    # saying things

    def speak_as(self, person: str) -> None:
        """From now on this person speaks; who joined by name sits down. `Refused` for who is not here."""
        self.view.person(person)
        self._sit_down(person)
        self._plan.seats.voice = person

    def hand_over(self, person: str) -> None:
        """This person speaks from now on, and what is typed here becomes theirs, unless they typed here too."""
        before = self._typist(None)
        self.speak_as(person)
        self._drafts.pass_on(answer_draft(self.place), before, self._typist(None))

    def not_asked_yet(self) -> Person | None:
        """Who is present and has no answer of their own to a question that is `for_each_voice`; None for nobody."""
        context = self._context()
        handler = step_handler_of(context.step)
        return next((p for p in self.present if not handler.settled(replace(context, voice=p))), None)

    def join(self, name: str) -> tuple[Person, bool]:
        """Somebody at the table by name: known, or added; True when new.

        `Refused` for what is no name. `Doubtful` for what may be none; the same again is taken as it is.
        """
        asked, locale = Spoken(name), self.script.locale
        said, confirmed = self._doubt.resolved(self.place, asked, locale)
        typed = said.text if isinstance(said, Spoken) else name
        try:
            person, new = self._plan.seats.join(self.view, typed, self._new_id, confirmed=confirmed, locale=locale)
        except Doubtful:
            self._doubt.remember(self.place, asked)
            raise
        if new:
            self._plan.view = self._plan.told_apart(replace(self.view, people=(*self.view.people, person)))
        return self.view.person(person.id), new

    def sit_at_keyboard(self, person: str) -> None:
        """This person types from now on, and so is here; it is remembered for the next sitting."""
        self.view.person(person)
        self._unit_of_work.sit_down(person)
        self._plan.seats.sit_at_keyboard(person)

    def seat(self, people: Sequence[str]) -> None:
        """Who sits at the table now, by person id; the client may be absent."""
        for person in people:
            self.view.person(person)
        with self._plan.seats.unchanged_on_error():
            self._plan.seats.sit(people, self.view.client)
            self._unit_of_work.save_seats()
        self._plan.reload()

    def answer(self, reply: Reply) -> Kept:
        """Keep an answer to the question at our place, by who speaks. `Refused` leaves everything as it was."""
        if isinstance(reply, Spoken):
            reply = replace(reply, text=clean(reply.text))
            if not reply.text:
                return Kept((), written=False)
        reply, confirmed = self._doubt.resolved(self.place, reply, self.script.locale)
        before = {*self.view.readable, *(person.id for person in self.view.people)}
        try:
            outcome = self._saved(reply, confirmed=confirmed)
        except Doubtful:
            self._doubt.remember(self.place, reply)
            raise
        except Unanswered as said:
            self.keep_draft("")
            told = self._plan.tr(said.message, **said.values)
            return Kept((), goes_on=True, told=told, unanswered=True, written=False)
        if self.marks() is not None:
            self.keep_marks(None)
        new = tuple(ref for ref in outcome.refs if ref not in before)
        self._plan.new_here |= frozenset(new)
        self._plan.answered_here |= {self.place}
        self._detours.say(self._context(), new)
        self._detours.lead(self._context(), outcome)
        limit = outcome.limit if outcome.cut else None
        return Kept(outcome.refs, limit, outcome.goes_on, outcome.told, written=self._unit_of_work.wrote)

    def _saved(self, reply: Reply, *, confirmed: bool) -> AnswerOutcome:
        turn, draft = turn_at(self._context()), answer_draft(self.place)
        words = answer_words(turn, reply)
        with self._speaking(turn.answers), self._unit_of_work.undoable(words, draft=draft, at=self.place) as act:
            outcome = answered(replace(self._context(), confirmed=confirmed), reply, act)
            resume_at(act, self.place, self._plan.way.route.id)
            if outcome.seated is not None:
                self._plan.seats.answered(outcome.seated)
        return outcome

    def speaker_of(self, ref: str) -> Person | None:
        """Who said the words of a line, and alone may change them; None for a line without words of anybody."""
        return self._corrections.speaker_of(ref)

    def correct(self, ref: str, text: str) -> Kept:
        """Say a statement anew, as words of whoever said it; the old words are kept."""
        return self._corrections.reword(ref, text, self.place)

    def said_by(self, ref: str, person: str) -> Kept:
        """These words are somebody else's: the same statement, by its true speaker; the old line is kept.

        Both are here: who joined by name sits down.
        """
        speaker = self.speaker_of(ref)
        for there in dict.fromkeys((speaker.id if speaker is not None else person, person)):
            self._sit_down(there)
        return self._corrections.said_by(ref, person, self.place)

    def rename(self, person: str, name: str) -> Kept:
        """Another name for somebody in the plan, the client too; the old one is kept in the history."""
        asked = Spoken(name)
        _, confirmed = self._doubt.resolved(self.place, asked, self.script.locale)
        try:
            return self._corrections.rename(person, name, confirmed=confirmed)
        except Doubtful:
            self._doubt.remember(self.place, asked)
            raise

    def withdraw(self, ref: str) -> None:
        """Take back what was said at a line of the plan; the old words are kept."""
        self._corrections.withdraw(ref)
        self._follow_view()

    def tag(self, ref: str, domain: str | None) -> Kept:
        """Say which life domain a statement belongs to."""
        return self._corrections.tag(ref, domain)

    def undo(self, here: Place | str | None = None) -> str | None:
        """Undo the last change of this conversation, at a question or on a line first: its words; None for none."""
        return self._follow(self._unit_of_work.undo(here), moves=isinstance(here, Place))

    def redo(self) -> str | None:
        """Do again what was undone last, at its own question: its words; None when there is nothing to redo."""
        return self._follow(self._unit_of_work.redo(), moves=True)

    # what is typed and not yet said

    def draft(self, anew: str | None = None) -> str:
        """Words typed at our place and not yet said; with `anew`, those typed to say that statement differently."""
        return self._drafts.text(answer_draft(self.place, anew), self._typist(anew))

    def drafts_of_others(self, anew: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who speaks typed at our place and did not say, each with their name, newest first."""
        return self._drafts.of_others(answer_draft(self.place, anew), self._typist(anew))

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        """Keep what is typed at our place, or to say a statement differently; an empty text forgets it."""
        self.look_again()
        self._drafts.save(answer_draft(self.place, anew), text, self._typist(anew))

    def marks(self) -> tuple[str, ...] | None:
        """What who speaks ticked, marked or put in order at our place and did not keep, by id; None for nothing."""
        return self._drafts.marks(self.place, self._typist(None))

    def keep_marks(self, marks: tuple[str, ...] | None) -> None:
        """Keep what is ticked, marked or put in order at our place as a draft; None forgets it."""
        self.look_again()
        self._drafts.save_marks(self.place, marks, self._typist(None))

    def drafts(self) -> tuple[OfferedDraft, ...]:
        """All drafts of this plan, newest first."""
        return self._drafts.offered(self.place, self._typist(None))

    # pages of the plan

    def domains(self) -> tuple[Selectable, ...]:
        """The life domains a statement can belong to, with their titles."""
        context = self._plan.plan_context()
        return tuple(Selectable(d.id, context.words(d.title), context.words(d.about)) for d in self.script.domains)

    def map(self) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last."""
        return map_of(self._plan.plan_context(), self.place.topic)

    def letter(self) -> tuple[LetterPart, ...]:
        """The plan as a letter in the client's words."""
        return letter(self._plan.plan_context())

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""
        return self._history.trace(ref)

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards, by domain in the client's order."""
        return cards(self._plan.plan_context())

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: (id, question, grid)."""
        return choice_grids(self._plan.plan_context())

    def who_decides(self, choice: str) -> str:
        """Who decides about a choice, by its id, as a sentence; empty where that was not said."""
        known = next((known for known in self.view.choices if known.id == choice), None)
        return who_decides(self._plan.plan_context(), known) if known else ""

    def leave(self) -> None:
        """End the conversation. A conversation in which nothing was said leaves no trace.

        `StoreReadOnly` once, when words that are typed cannot be kept here: whoever leaves again leaves them.
        """
        self.look_again()
        self._drafts.write_unwritten()
        left = self._drafts.unwritten
        if left != self._left_behind:
            self._left_behind = left
            raise StoreReadOnly("What you typed cannot be kept here. To leave without it, stop once more.")
        self._unit_of_work.end()
        self._plan.claim.release()

    # inside

    def _typist(self, anew: str | None) -> str | None:
        """Whose words are typed here: of whom an answer of their own is asked, else who speaks; None for nobody."""
        seats = self._plan.seats
        answers = whose_answer(self._context()) if anew is None else None
        return answers or (seats.voice if seats.voice in seats.present else None)

    def _sit_down(self, person: str) -> None:
        """Seat who was brought here by name; `Refused` for who is not here."""
        if not self._plan.seats.may_sit_down(person):
            raise Refused("{name} is not at the table.", name=self.view.anyone(person).called)
        self._unit_of_work.sit_down(person)

    @contextmanager
    def _speaking(self, answers: str | None) -> Iterator[None]:
        """Let speak whose answer is asked for, while it is kept; `Refused` where that is the client, who is away."""
        seats = self._plan.seats
        if self._context().waits_for_client:
            raise Refused("{name} is not at the table.", name=self.view.client_person.called)
        with seats.speaking(answers or seats.voice):
            yield

    def _context(self) -> StepContext:
        """The question that is asked, on the plan as it stands now."""
        return self._plan.step_context(self._stop.context)

    def _jump(self, stop: Stop, *, chosen: bool = False) -> Turn:
        self._detours.jump(stop.place)
        if chosen:
            self._plan.way = replace(self._plan.way, chosen=stop.place.topic)
        return self._move(stop)

    def _look_back_along_its_route(self, topic: str) -> None:
        """Whoever chooses to look back does so along the route for it, where ours does not come past that."""
        if is_evaluation_topic(self.script.topic(topic)) and route_misses(self._context(), topic):
            again = (route for route in self.script.ways if route.again)
            found = next((r for r in again if any(leg.topic.id == topic for leg in self.script.legs(r))), None)
            if found is not None:
                self.take_route(found.id)

    def _see(self) -> None:
        """What is on screen now was shown on this way; a topic that was chosen is over once one is in another."""
        way, context = self._plan.way, self._context()
        chosen = way.chosen if way.chosen == self.place.topic else None
        beside = route_misses(context, self.place.topic)
        self._plan.way = replace(
            way, chosen=chosen, left_at=way.left_at if beside else self.place, shown=way.shown | {self.place}
        )

    def _move(self, stop: Stop) -> Turn:
        self._stop = stop
        self._see()
        self._unit_of_work.save_place(self.place)
        return self.turn()

    def _follow(self, undone: UndoneAct | None, *, moves: bool) -> str | None:
        """After an undo or a redo: go to the question at which that was done, if asked to. Its words."""
        if undone is None:
            return None
        self._follow_view()
        if moves and undone.place is not None and undone.place != self.place:
            with suppress(NotFound):
                self._stop = stop_at(self._plan.step_context(), undone.place)
                self._unit_of_work.save_place(self.place)
        return undone.words

    def _follow_view(self) -> None:
        """After something was undone or taken back: who spoke, or what was asked about, may be gone from the plan."""
        self._plan.seats.follow(self.view, self._plan.conversation)
        self._stop = where_it_was(self._plan.step_context(), self.place)
