"""Ports of the desk: all that a user interface (screens, plain mode) may ask or do with one open plan.

Ports import the view and each other, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from zlp_tui.conversation.ports.client_at_table import ClientAtTable
from zlp_tui.conversation.ports.follow_up import FollowUp
from zlp_tui.conversation.ports.history_queries import HistoryQueries
from zlp_tui.conversation.ports.plan_copying import CopiesOfPlan
from zlp_tui.conversation.ports.plan_ending import PlanEnding
from zlp_tui.conversation.ports.plan_exporting import ExportsOfPlan
from zlp_tui.conversation.ports.plan_keyholding import KeysOfPlan
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
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
from zlp_tui.conversation.ports.today_in_plans import NotesOfToday
from zlp_tui.conversation.ports.turn import Grid, Kept, Reply, Selectable, Turn
from zlp_tui.errors import ZlpError
from zlp_tui.plan.view import Address, Person, Place, PlanView, Term
from zlp_tui.script.roles import Role

Overview = Literal["choices", "agreements", "results", "editions", "details"]
"""A page that shows one kind of thing of a plan, and from which it can be begun."""

AskedOfAgreement = Literal["done", "adjust"]
"""What is asked about an agreement when it is followed up: was it done, and how must it change."""

PartOfAgreement = Literal["who", "when", "steps", "until", "evaluate-on"]
"""What of an agreement changes by itself: who takes part, when it is kept, the small steps, and its days."""


@dataclass(frozen=True, slots=True)
class OfferedDraft:
    """Words that were typed and not yet said when a conversation ended, and where.

    `anew` is the statement that the words were to say differently, when they were typed to correct one.
    """

    place: Place
    text: str
    voice: str | None
    anew: str | None = None
    by: str = ""
    """The name of who typed them; empty where that is not known."""
    own: bool = True
    """Whether they are of who speaks now."""


class Desk(Protocol):
    """One plan on the table. Every method that writes is on disk when it returns, or raises a `ZlpError`."""

    @property
    def view(self) -> PlanView:
        """The plan as everybody who is present may see it, and as it fits this company: without words of a sensitive
        part of life of which nothing is told here. `letter` is all of the plan."""

    @property
    def read_only(self) -> bool:
        """True when another window has this plan, or the folder cannot be written."""

    @property
    def why_read_only(self) -> str:
        """One sentence that says why; empty when the plan can be written."""

    def look_again(self) -> bool:
        """Whether what kept us from writing is over now; then the plan was read again, and what is typed written."""

    @property
    def keys(self) -> KeysOfPlan | None:
        """The conversations about the keys of this plan; None where plans have no lock."""
        ...

    @property
    def exports(self) -> ExportsOfPlan:
        """The conversations to take this plan along: on paper, or as a file."""
        ...

    @property
    def copies(self) -> CopiesOfPlan | None:
        """The conversations about the copies of this plan; None where plans have no lock."""
        ...

    @property
    def client_at_table(self) -> ClientAtTable:
        """The client, who shows that they are here and opens what is folded."""
        ...

    @property
    def place(self) -> Place:
        """Where we are."""

    @property
    def follow_up(self) -> FollowUp:
        """Keeping track after the plan was made."""

    @property
    def ending(self) -> PlanEnding:
        """The end of the plan, and taking it up again."""

    @property
    def history(self) -> HistoryQueries:
        """What is due, what is new, then beside now."""

    @property
    def voice(self) -> Person:
        """Who speaks now."""

    @property
    def present(self) -> tuple[Person, ...]:
        """Who sits at the table, the client first."""

    @property
    def plan_name(self) -> str:
        """What the client is called, with what tells the plan from another of a client with that name."""

    @property
    def keyboard_user(self) -> Person | None:
        """Who types in this sitting; None until somebody says so."""

    @property
    def last_keyboard_user(self) -> Person | None:
        """Who typed last on this computer, or else in this plan: to be proposed, and never assumed.

        None when that was never said, or the plan does not know them.
        """

    def words(self, text: str) -> str:
        """A text of the script or the help, addressed as the client wishes."""

    # walking through the script
    def turn(self) -> Turn:
        """The question at our place."""

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it."""

    def ask_aside(self, place: Place) -> Turn:
        """Go to a question in between; after it, and all about what is new there, one returns to the question that was
        asked before. `NotFound` as for `go`."""

    def begin(self, role: Role) -> Turn:
        """Go to where something new of the topic with this role is said: a choice, a goal, an agreement.

        After the questions about it one returns to the question that was asked before. `NotFound` where it is not
        asked.
        """

    def enough(self) -> Turn:
        """Enough was weighed, also for the next conversation: go to the question after it. `NotFound` where nothing is
        weighed."""

    def say_more(self) -> Turn:
        """Ask more about what is asked about, or was just said (`Turn.more`): go to the first question about it that is
        open, which may be ours.

        From then on what is asked on request is asked too, and after it one goes on. Where other questions about it
        stand open, only what more there is comes first, and one returns here. `NotFound` where there is nothing.
        """

    def forward(self) -> Turn | None:
        """The next question, or None after the last one: all about what is new first, then on from where it was said.

        Passes over repeated questions already answered.
        """

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""

    # which way one walks
    @property
    def routes(self) -> tuple[RouteLine, ...]:
        """The ways through the script, with how far each of them is."""

    @property
    def route_title(self) -> str:
        """What the conversation is called that is held now."""

    @property
    def talk_title(self) -> str:
        """What the conversation that goes on here is called: its route and topic, or sitting on the first page."""

    def take_route(self, route: str) -> Turn:
        """Walk this way from now on, from where one left it; `NotFound` when the script does not have it."""

    @property
    def look_back_route(self) -> str | None:
        """The id of the conversation in which one looks back; None where there is nothing to look back on, or no
        conversation is for it."""

    @property
    def offered_route(self) -> RouteLine | None:
        """The conversation whose day has come, and that was not held yet; None for none."""

    @property
    def proposes_route(self) -> bool:
        """Whether another conversation is proposed once this one is over."""

    @property
    def proposed_pause(self) -> str:
        """The pause that the client asked for, proposed at this question, in words; empty for none."""

    @property
    def lock_after(self) -> int | None:
        """After how many minutes without a key the client wants the screen to be locked; None where that was not said.
        """

    @property
    def welcome_back(self) -> str:
        """One sentence of what the client said on an earlier day, with who said it and when; empty for none."""

    # what the script has: faces know topics by their role, and no ids
    def topic_for(self, role: Role) -> str | None:
        """The id of the topic with this role; None when nothing may lead there: it is not in the script, or it is for
        looking back and there is nothing to look back on."""

    def place_for(self, keeps: AskedOfAgreement, about: str) -> Place | None:
        """Where this is asked about an agreement; None when the script does not ask it."""

    def place_of_part(self, part: PartOfAgreement, agreement: str) -> Place | None:
        """Where this one thing of an agreement in force is asked; None when the script does not ask it."""

    def offers(self, page: Overview) -> bool:
        """Whether there is something to see on an overview of the plan, or a topic in which it begins."""

    # saying things
    def speak_as(self, person: str) -> None:
        """From now on this person speaks; who joined by name sits down. `Refused` for who is not here."""

    def hand_over(self, person: str) -> None:
        """From now on this person speaks, and what is typed at our place becomes theirs; where they typed something
        there themselves, each keeps their own words. What is marked stays with who marked it. `Refused` for who is not
        here."""

    def not_asked_yet(self) -> Person | None:
        """Who is present and has no answer of their own to a question that is `for_each_voice`; None for nobody."""

    def join(self, name: str) -> tuple[Person, bool]:
        """Somebody at the table by name: known, or added; True when new.

        `Refused` for what is no name. `Doubtful` for what may be none; the same again is taken as it is.
        """

    def sit_at_keyboard(self, person: str) -> None:
        """This person types from now on, and so is here; it is remembered for the next sitting."""

    def seat(self, people: Sequence[str]) -> None:
        """Who sits at the table now, by person id; the client may be absent."""

    def answer(self, reply: Reply) -> Kept:
        """Keep an answer to the question at our place, by who speaks. `Refused` leaves everything as it was."""

    @property
    def details(self) -> tuple[Turn, ...]:
        """The questions of the administrative fields that make sense now, with what is filled in, as one form."""

    def fill_in(self, place: Place, reply: Reply) -> Kept:
        """Keep an answer to one of the `details`; the conversation stays where it is. `Refused` as for `answer`."""

    def draft_in(self, field: Turn) -> str:
        """What is typed in one of the `details` and not kept, by who speaks."""

    def keep_draft_in(self, field: Turn, text: str) -> None:
        """Keep what is typed in one of the `details` as a draft; an empty text forgets it. The face throttles."""

    @property
    def offers_number(self) -> bool:
        """Whether a citizen service number stands in the plan that everybody here may see."""

    def whole_number(self) -> str:
        """The citizen service number in all its digits; the log tells who looked. `NotFound` where there is none for
        this table, `Refused` where the log cannot be written."""

    def speaker_of(self, ref: str) -> Person | None:
        """Who said the words of a line, and alone may change them; None for a line without words of anybody."""

    def correct(self, ref: str, text: str) -> Kept:
        """Say a statement anew, as words of whoever said it; the old words are kept."""

    def said_by(self, ref: str, person: str) -> Kept:
        """These words are somebody else's: the same statement, by its true speaker; the old line is kept."""

    def rename(self, person: str, name: str) -> Kept:
        """Another name for somebody in the plan, the client too; the old one is kept in the history.

        `Refused` for an empty name. `Doubtful` for one by which somebody else in the plan is known; the same again is
        taken as it is.
        """

    def withdraw(self, ref: str) -> Kept:
        """Take back what was said at a line of the plan; the old words are kept."""

    def is_closed(self, ref: str) -> bool:
        """Whether only the client and who said a line may read it, of a line that is read here."""

    def only_for_me(self, ref: str) -> Kept:
        """From now on only the client and who said a line may read it; `told` says so in words.

        `Refused` for anybody but these, and for a line without words of anybody.
        """

    def for_others_too(self, ref: str) -> Kept:
        """A line that was closed is read again by who may read such lines; `told` says so. `Refused` as above."""

    def say_term(self, reason: str, term: Term | None) -> Kept:
        """Say whether a reason for or against an option is for now or for later; None for neither.

        `Refused` for anybody but who said it.
        """

    def tag(self, ref: str, domain: str | None) -> Kept:
        """Say which life domain a statement, a choice, a goal or an agreement belongs to."""

    def undo(self, here: Place | str | None = None) -> str | None:
        """Undo the last change of this conversation: its words; None when there is none.

        It goes to the question at which that was said. With a place: first what was said there, else the last of all.
        With the id of a line: only what was done with that line, and one stays where one is.
        """

    def redo(self) -> str | None:
        """Do again what was undone last, and go where it was said: its words; None when nothing was undone last."""

    # what is typed and not yet said
    def draft(self, anew: str | None = None) -> str:
        """Words typed at our place and not yet said; with `anew`, those typed to say that statement differently."""

    def drafts_of_others(self, anew: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who speaks typed at our place, or to say that statement differently, and did not say; each
        with their name, newest first. The name is empty where nobody sat here.
        """

    def keep_draft(self, text: str, anew: str | None = None) -> None:
        """Keep what is typed at our place, or to say a statement differently; an empty text forgets it.

        The face throttles.
        """

    def marks(self) -> tuple[str, ...] | None:
        """What who speaks ticked, marked or put in order at our place and did not keep, by id; None for nothing."""

    def keep_marks(self, marks: tuple[str, ...] | None) -> None:
        """Keep what is ticked, marked or put in order at our place as a draft; `()` for no tick, None forgets it.

        The face throttles. An answer forgets it.
        """

    def drafts(self) -> tuple[OfferedDraft, ...]:
        """All drafts of this plan, newest first."""

    # looking at it
    def domains(self) -> tuple[Selectable, ...]:
        """The life domains a statement can belong to, with their titles."""

    def asked_along(self) -> Mapping[str, str]:
        """By person who is not here: what the client put off until they are, in words."""

    def chapters(self) -> tuple[ChapterState, ...]:
        """How far one is with each chapter, as the map tells it."""

    def map(self) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last."""

    def letter(self, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan in the client's words, as a letter or in one of its shorter forms."""

    def who_reads(self) -> tuple[Selectable, ...]:
        """Everybody but the client, with what they may read and write, as far as the client said so."""

    def as_seen_by(self, person: str, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan as this person may see it, to look at; in other company as all of them may see it (M07)."""

    def preparation(self) -> tuple[LetterPart, ...]:
        """One page for who prepares the next talk: what is ahead, what changed, what waits and how to begin (M14)."""

    def questions_beforehand(self) -> Beforehand | None:
        """The questions of the next talk, for the client to think about (V75); None where nothing is left to ask."""

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards, by domain in the client's order."""

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: (id, question, grid)."""

    def who_decides(self, choice: str) -> str:
        """Who decides about a choice, by its id, as a sentence; empty where that was not said."""

    def leave(self) -> None:
        """End the conversation. A conversation in which nothing was said leaves no trace.

        `StoreReadOnly` once, when words that are typed cannot be kept here: whoever leaves again leaves them.
        """

    def come_back(self) -> None:
        """Go on after `leave`, at the same question: the plan is read again, as others may have left it meanwhile, and
        what is typed and could not be kept is written where it can be now. Errors of the store."""


class FrontDoor(Protocol):
    """Everything before a plan is on the table."""

    @property
    def read_only(self) -> bool:
        """True when the file or the folder cannot be written. Of one plan its desk tells."""

    @property
    def why_read_only(self) -> str:
        """One sentence that says why; empty when plans can be written."""

    def look_again(self) -> bool:
        """Whether plans could not be written and now they can: there is room, or the folder may be written."""

    @property
    def shared_folder(self) -> str:
        """A warning, where the plans are in a folder that another computer may change; empty elsewhere."""
        ...

    @property
    def notes_of_today(self) -> NotesOfToday:
        """The list of today over all plans, and notes of it."""
        ...

    def plans(self, search: str = "", limit: int = 200, *, ended: bool = False) -> tuple[PlanListItem, ...]:
        """Plans that go on, or that have ended, whose client's name holds the words searched for: those of which a date
        has come, a look back first, and then the last talked about; with those that go on the damaged ones, last."""

    def plans_of(self, name: str) -> tuple[PlanListItem, ...]:
        """The plans whose client has this name already, each with what tells it apart, also where there is one."""

    def require_name(self, name: str, *, confirmed: bool = False) -> None:
        """`Refused` for what is no name of a client, such as “nobody”; `Doubtful`, unless it was `confirmed`, for what
        may be none."""

    def new_plan(self, name: str, salutation: str | None = None, address: Address | None = None) -> str:
        """Start a plan; its id. With no form of address chosen it is `u`. `Refused` for what is no name."""

    def find(self, plan: str) -> str:
        """The id of the plan that this id or name fits; `NotFound` or `Ambiguous`."""

    def open(self, plan: str) -> Desk:
        """Put a plan on the table. `StoreDamaged` for one whose file cannot be read."""

    def copies_of_damaged(self, plan: str) -> CopiesOfPlan | None:
        """The wizard for the copies of a plan that cannot be opened because its file is damaged; None for
        another one, and where plans have no lock."""

    def rest(self) -> None:
        """Lock the plans: claims, files and keys are let go of. A desk is left before it, and keeps what it read."""

    def wake(self) -> tuple[ZlpError, ...]:
        """Have them again after the same keyholder unlocked; why plans that were open cannot be opened any more."""
        ...

    def close(self) -> None:
        """Leave the store; idempotent."""
