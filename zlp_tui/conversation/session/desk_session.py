"""The `Desk` of one conversation about one plan: it hands each thing that a face asks or does to one of its parts.

All parts share one `LoadedPlan`. `UnitOfWork` is the only one that writes; `DraftStore` keeps what is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from zlp_tui.conversation.asking.route_lines import offered_route, route_lines, route_to_look_back
from zlp_tui.conversation.ports.client_at_table import ClientAtTable
from zlp_tui.conversation.ports.desk import AskedOfAgreement, OfferedDraft, Overview, PartOfAgreement
from zlp_tui.conversation.ports.follow_up import FollowUp, Noted
from zlp_tui.conversation.ports.history_queries import HistoryQueries
from zlp_tui.conversation.ports.plan_copying import CopiesOfPlan
from zlp_tui.conversation.ports.plan_ending import PlanEnding
from zlp_tui.conversation.ports.plan_exporting import ExportsOfPlan
from zlp_tui.conversation.ports.plan_keyholding import KeysOfPlan
from zlp_tui.conversation.ports.plan_pages import (
    Beforehand,
    Card,
    ChapterLine,
    ChapterState,
    LetterPart,
    PlanLength,
    RouteLine,
    TraceStep,
)
from zlp_tui.conversation.ports.turn import Grid, Kept, Reply, Selectable, Turn
from zlp_tui.conversation.session.answer_commands import AnswerCommands
from zlp_tui.conversation.session.confirmed_client import ConfirmedClient
from zlp_tui.conversation.session.corrections import Corrections
from zlp_tui.conversation.session.details_form import DetailsForm
from zlp_tui.conversation.session.doubted_answer import DoubtedAnswer
from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.drafts_at_place import DraftsAtPlace
from zlp_tui.conversation.session.end_of_plan import EndingCommands
from zlp_tui.conversation.session.follow_up_commands import FollowUpCommands
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.lock_wish import lock_wish
from zlp_tui.conversation.session.locked_plans.client_key import ClientKey
from zlp_tui.conversation.session.own_number import offers_number, whole_number
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.conversation.session.plan_overviews import PlanOverviews
from zlp_tui.conversation.session.preparing import Preparing
from zlp_tui.conversation.session.resume_point import first_stop, last_ended
from zlp_tui.conversation.session.script_position import ScriptPosition
from zlp_tui.conversation.session.seating import Seating
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.conversation.telling.overviews.words_read_back import told_last_time
from zlp_tui.due.figures import Rules
from zlp_tui.errors import StoreReadOnly
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants
from zlp_tui.plan.line_lookup import closing_of
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Because, Done, Person, Place, PlanView, Term
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script
from zlp_tui.script.talk_ahead import talk_ahead
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import Store


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
        listing: Callable[[bool], AbstractContextManager[Transaction]] | None = None,
        keys: Callable[[], KeysOfPlan | None] = lambda: None,
        copies: Callable[[LoadedPlan, Callable[[], None]], CopiesOfPlan | None] = lambda _plan, _end: None,
        exports: Callable[[LoadedPlan], ExportsOfPlan],
        left: Callable[[], None] = lambda: None,
        client_key: Callable[[Person], ClientKey | None] = lambda _: None,
        names_of_keys: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._exports = exports
        self._keys = keys
        self._copies = copies
        self._left = left
        self._plan = plan = LoadedPlan(
            store=store, script=script, tr=tr, plan_id=plan_id, clock=clock, grants=grants, claim=claim,
            listing=listing, names_of_keys=names_of_keys,
        )
        plan.readings.read_by(plan.seats.certain)
        self._drafts = DraftStore(plan)
        self._unit_of_work = UnitOfWork(plan, self._drafts, new_id)
        typed = self._drafts.typed_since(last_ended(plan.view))
        self._position = ScriptPosition(
            plan, self._unit_of_work, self._drafts, first_stop(plan.step_context(), typed)
        )
        doubt = DoubtedAnswer()
        self._seating = Seating(plan, self._unit_of_work, doubt, new_id)
        self._typed = DraftsAtPlace(self._drafts, self._position, plan.seats)
        self._answers = AnswerCommands(plan, self._unit_of_work, self._position, self._typed, doubt)
        self._details = DetailsForm(plan, self._position, self._answers, self._drafts)
        self._corrections = Corrections(plan, self._unit_of_work, self._seating, doubt)
        self._follow_up = FollowUpCommands(plan, self._unit_of_work, self._drafts, rules)
        self._ending = EndingCommands(plan, self._unit_of_work)
        self._history = PlanHistory(plan, rules)
        self._overviews = PlanOverviews(plan)
        self._preparing = Preparing(self._history)
        self._client = ConfirmedClient(plan, self._unit_of_work, self._position, client_key)
        self._left_behind: frozenset[str] = frozenset()
        """The words of which was told that they cannot be kept."""

    # the plan and who is at the table

    @property
    def view(self) -> PlanView:
        """The plan as everybody who is present may see it, and as it fits this company."""
        return self._plan.company.view

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
        self._position.follow_view()
        self._drafts.write_unwritten()
        return True

    @property
    def keys(self) -> KeysOfPlan | None:
        """The conversations about the keys of this plan; None where plans have no lock."""
        return self._keys()

    @property
    def exports(self) -> ExportsOfPlan:
        """The conversations to take this plan along: on paper, or as a file."""
        return self._exports(self._plan)

    @property
    def copies(self) -> CopiesOfPlan | None:
        """The conversations about the copies of this plan; None where plans have no lock."""
        return self._copies(self._plan, self.leave)

    @property
    def client_at_table(self) -> ClientAtTable:
        """The client, who shows that they are here and opens what is folded."""
        return self._client

    @property
    def place(self) -> Place:
        """Where we are."""
        return self._position.place

    @property
    def voice(self) -> Person:
        """Who speaks now."""
        return self._plan.voice

    @property
    def present(self) -> tuple[Person, ...]:
        """Who sits at the table, the client first."""
        return self._seating.present

    @property
    def keyboard_user(self) -> Person | None:
        """Who types in this sitting; None until somebody says so."""
        return self._seating.keyboard_user

    @property
    def last_keyboard_user(self) -> Person | None:
        """Who typed last on this computer, or else in this plan, where the plan knows them."""
        return self._seating.last_keyboard_user

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
        self._position.follow_view()

    # moving through the script

    def turn(self) -> Turn:
        """The question at our place."""
        return self._position.turn()

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""
        return self._position.resume()

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""
        return self._position.go(place)

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it."""
        return self._position.go_topic(topic)

    def ask_aside(self, place: Place) -> Turn:
        """Go to a question in between; after it one returns."""
        return self._position.ask_aside(place)

    def begin(self, role: Role) -> Turn:
        """Go to where something new of the topic with this role is said; after the questions about it one returns."""
        return self._position.begin(role)

    def enough(self) -> Turn:
        """Enough was weighed: go to the question after it. `NotFound` where nothing is weighed."""
        return self._position.enough()

    def say_more(self) -> Turn:
        """Ask more about what is asked about, or was just said; `NotFound` where there is nothing more."""
        return self._position.say_more()

    def forward(self) -> Turn | None:
        """The next question, or None after the last one: first all about what is new.

        Passes over repeated questions already answered.
        """
        return self._position.forward()

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""
        return self._position.next_topic()

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""
        return self._position.back()

    # which way one walks

    @property
    def routes(self) -> tuple[RouteLine, ...]:
        """The ways through the script, with how far each of them is."""
        return route_lines(self._position.context())

    @property
    def route_title(self) -> str:
        """What the conversation is called that is held now."""
        return self.words(self._plan.way.route.title)

    @property
    def talk_title(self) -> str:
        """What the conversation that goes on here is called: its route and topic, or sitting on the first page."""
        place, route = self.place, self._plan.way.route
        ahead = talk_ahead(self.script, route.id, place.topic, place.step, place.item)
        return self.words(ahead.landing if ahead is not None else route.title)

    def take_route(self, route: str) -> Turn:
        """Walk this way from now on, from where one left it; `NotFound` when the script does not have it."""
        return self._position.take_route(route)

    @property
    def look_back_route(self) -> str | None:
        """The id of the conversation in which one looks back; None where there is nothing to look back on, or no
        conversation is for it."""
        route = route_to_look_back(self.script, self._plan.view)
        return route.id if route is not None else None

    @property
    def offered_route(self) -> RouteLine | None:
        """The conversation whose day has come, and that was not held yet; None for none."""
        context = self._position.context()
        today = context.today.isoformat()
        return offered_route(context, {line.what for line in self.history.due() if line.on <= today})

    @property
    def proposes_route(self) -> bool:
        """Whether another conversation is proposed once this one is over."""
        return self.script.route_after(self._plan.way.route) is not None

    @property
    def proposed_pause(self) -> str:
        """The pause that the client asked for, proposed at this question, in words; empty for none."""
        return self._position.proposed_pause

    @property
    def lock_after(self) -> int | None:
        """After how many minutes without a key the client wants the screen to be locked."""
        return lock_wish(self._plan)

    @property
    def welcome_back(self) -> str:
        """One sentence of what the client said on an earlier day, with who said it and when; empty for none."""
        context = self._position.context()
        return told_last_time(context) if context.client_is_here else ""

    # what the script has

    def topic_for(self, role: Role) -> str | None:
        """The id of the topic with this role; None when nothing may lead there: it is not in the script, or it is for
        looking back and there is nothing to look back on."""
        return self._overviews.topic_for(role)

    def place_for(self, keeps: AskedOfAgreement, about: str) -> Place | None:
        """Where this is asked about an agreement; None when the script does not ask it."""
        return self._overviews.place_for(keeps, about)

    def place_of_part(self, part: PartOfAgreement, agreement: str) -> Place | None:
        """Where this one thing of an agreement in force is asked; None when the script does not ask it."""
        return self._overviews.place_of_part(part, agreement)

    def offers(self, page: Overview) -> bool:
        """Whether there is something to see on an overview of the plan, or a topic in which it begins."""
        return self._overviews.offers(page)

    # saying things

    def speak_as(self, person: str) -> None:
        """From now on this person speaks; who joined by name sits down. `Refused` for who is not here."""
        self._seating.speak_as(person)
        self._position.follow_company()

    def hand_over(self, person: str) -> None:
        """This person speaks from now on, and what is typed here becomes theirs, unless they typed here too."""
        before = self._typed.typist()
        self._seating.speak_as(person)
        self._typed.pass_on(before)

    def not_asked_yet(self) -> Person | None:
        """Who is present and has no answer of their own to a question that is `for_each_voice`; None for nobody."""
        return self._answers.not_asked_yet()

    def join(self, name: str) -> tuple[Person, bool]:
        """Somebody at the table by name: known, or added; True when new.

        `Refused` for what is no name. `Doubtful` for what may be none; the same again is taken as it is.
        """
        return self._seating.join(name, self.place)

    def sit_at_keyboard(self, person: str) -> None:
        """This person types from now on, and so is here; it is remembered for the next sitting."""
        self._seating.sit_at_keyboard(person)
        self._position.follow_company()

    def seat(self, people: Sequence[str]) -> None:
        """Who sits at the table now, by person id; the client may be absent."""
        self._seating.seat(people)
        self._position.follow_company()

    def answer(self, reply: Reply) -> Kept:
        """Keep an answer to the question at our place, by who speaks. `Refused` leaves everything as it was."""
        return self._answers.answer(reply)

    @property
    def details(self) -> tuple[Turn, ...]:
        """The questions of the administrative fields that make sense now, with what is filled in."""
        return self._details.fields()

    def fill_in(self, place: Place, reply: Reply) -> Kept:
        """Keep an answer to one of the `details`; the conversation stays where it is. `Refused` as for `answer`."""
        return self._details.fill_in(place, reply)

    def draft_in(self, field: Turn) -> str:
        """What is typed in one of the `details` and not kept, by who speaks."""
        return self._details.draft(field)

    def keep_draft_in(self, field: Turn, text: str) -> None:
        """Keep what is typed in one of the `details` as a draft; an empty text forgets it."""
        self._details.keep_draft(field, text)

    @property
    def offers_number(self) -> bool:
        """Whether a citizen service number stands in the plan that everybody here may see."""
        return offers_number(self._plan)

    def whole_number(self) -> str:
        """The citizen service number, in all its digits. `NotFound` and `Refused` as `own_number.py` says."""
        return whole_number(self._plan)

    def speaker_of(self, ref: str) -> Person | None:
        """Who said the words of a line, and alone may change them; None for a line without words of anybody."""
        return self._corrections.speaker_of(ref)

    def correct(self, ref: str, text: str) -> Kept:
        """Say a statement or an agreement anew, as words of whoever said it; the old words are kept."""
        return self._corrections.reword(ref, text, self.place)

    def said_by(self, ref: str, person: str) -> Kept:
        """These words are somebody else's: the same statement, by its true speaker; the old line is kept.

        Both are here: who joined by name sits down.
        """
        return self._corrections.said_by(ref, person, self.place)

    def rename(self, person: str, name: str) -> Kept:
        """Another name for somebody in the plan, the client too; the old one is kept in the history."""
        return self._corrections.rename(person, name, self.place)

    def withdraw(self, ref: str) -> Kept:
        """Take back what was said at a line of the plan; the old words are kept."""
        kept = self._corrections.withdraw(ref)
        self._position.follow_view()
        return kept

    def is_closed(self, ref: str) -> bool:
        """Whether only the client and who said a line may read it, of a line that is read here."""
        return closing_of(self.view, ref) is not None

    def only_for_me(self, ref: str) -> Kept:
        """From now on only the client and who said a line may read it; `told` says so in words.

        `Refused` for anybody but these, and for a line without words of anybody.
        """
        return self._corrections.only_for_me(ref)

    def for_others_too(self, ref: str) -> Kept:
        """A line that was closed is read again by who may read such lines; `told` says so. `Refused` as above."""
        return self._corrections.for_others_too(ref)

    def say_term(self, reason: str, term: Term | None) -> Kept:
        """Say whether a reason for or against an option is for now or for later, by who said it; None for neither."""
        return self._corrections.say_term(reason, term)

    def tag(self, ref: str, domain: str | None) -> Kept:
        """Say which life domain a statement, a choice, a goal or an agreement belongs to."""
        return self._corrections.tag(ref, domain)

    def undo(self, here: Place | str | None = None) -> str | None:
        """Undo the last change of this conversation, at a question or on a line first: its words; None for none.

        But on a line it goes to the question at which that was said.
        """
        return self._position.follow_undone(self._unit_of_work.undo(here), moves=not isinstance(here, str))

    def redo(self) -> str | None:
        """Do again what was undone last, at its own question: its words; None when there is nothing to redo."""
        return self._position.follow_undone(self._unit_of_work.redo(), moves=True)

    # what is typed and not yet said

    def draft(self, anew: str | None = None) -> str:
        """Words typed at our place and not yet said; with `anew`, those typed to say that statement differently."""
        return self._typed.text(anew)

    def drafts_of_others(self, anew: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who speaks typed at our place and did not say, each with their name, newest first."""
        return self._typed.of_others(anew)

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        """Keep what is typed at our place, or to say a statement differently; an empty text forgets it."""
        self._typed.keep(text, anew)

    def marks(self) -> tuple[str, ...] | None:
        """What who speaks ticked, marked or put in order at our place and did not keep, by id; None for nothing."""
        return self._typed.marks()

    def keep_marks(self, marks: tuple[str, ...] | None) -> None:
        """Keep what is ticked, marked or put in order at our place as a draft; None forgets it."""
        self._typed.keep_marks(marks)

    def drafts(self) -> tuple[OfferedDraft, ...]:
        """All drafts of this plan, newest first."""
        return self._typed.offered()

    # pages of the plan

    def asked_along(self) -> Mapping[str, str]:
        """By person who is not here: what the client put off until they are, in words."""
        return self._overviews.asked_along()

    def domains(self) -> tuple[Selectable, ...]:
        """The life domains a statement can belong to, with their titles."""
        return self._overviews.domains()

    def chapters(self) -> tuple[ChapterState, ...]:
        """How far one is with each chapter, as the map tells it."""
        return self._overviews.chapters(self.place.topic)

    def map(self) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last."""
        return self._overviews.map(self.place.topic)

    def letter(self, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan in the client's words, as a letter or in one of its shorter forms."""
        return self._overviews.letter(length)

    def who_reads(self) -> tuple[Selectable, ...]:
        """Everybody but the client, with what they may read and write, as far as the client said so."""
        return self._overviews.who_reads()

    def as_seen_by(self, person: str, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan as this person may see it, to look at; in other company as all of them may see it (M07)."""
        return self._overviews.as_seen_by(person, length)

    def preparation(self) -> tuple[LetterPart, ...]:
        """One page for who prepares the next talk: what is ahead, what changed, what waits and how to begin."""
        return self._preparing.page(self._going_on)

    def questions_beforehand(self) -> Beforehand | None:
        """The questions of the next talk, for the client to think about; None where nothing is left to ask."""
        return self._preparing.questions(self._going_on)

    @property
    def _going_on(self) -> Place | None:
        """Where the conversation is, once something was said in it."""
        return self.place if self._plan.conversation is not None else None

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""
        return self._history.trace(ref)

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards, by domain in the client's order."""
        return self._overviews.cards()

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: (id, question, grid)."""
        return self._overviews.choice_grids()

    def who_decides(self, choice: str) -> str:
        """Who decides about a choice, by its id, as a sentence; empty where that was not said."""
        return self._overviews.who_decides(choice)

    def note_in_passing(
        self, about: str | None, done: Done | None, because: Because | None, text: str,
        part: str | None = None,
    ) -> Noted:
        """Note how it went today without a conversation: none begins, and nobody need sit here."""
        return self._follow_up.note(about, done=done, because=because, text=text, part=part, sitting=False)

    def such_a_day_in_passing(self, signal: str) -> Kept:
        """Note that it was such a day without a conversation (M09)."""
        return self._follow_up.it_was_so(signal, sitting=False)

    def leave(self) -> None:
        """End the conversation. A conversation in which nothing was said leaves no trace.

        `StoreReadOnly` once, when words that are typed cannot be kept here: whoever leaves again leaves them.
        """
        self._plan.seats.forget_confirmation()
        self._plan.fold()
        self.look_again()
        self._drafts.write_unwritten()
        left = self._drafts.unwritten
        if left != self._left_behind:
            self._left_behind = left
            raise StoreReadOnly("What you typed cannot be kept here. To leave without it, stop once more.")
        self._unit_of_work.end()
        self._plan.claim.release()
        self._left()

    def come_back(self) -> None:
        """Go on after `leave`, at the same question."""
        self._left_behind = frozenset()
        self._plan.claim.take()
        self._drafts.reread()
        self.reload()
        self._drafts.write_unwritten()
        self._plan.readings.begin_again()
        self._plan.readings.read_by(self._plan.seats.certain)
