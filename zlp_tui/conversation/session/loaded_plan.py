"""One plan as it is loaded in one conversation: what is read from the store, who is at the table, and the day.

Reading a plan needs nothing more than this. It imports none of the tables, so it imports no SQLModel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime

from zlp_tui.conversation.asking.sensitive_domains import private_domains
from zlp_tui.conversation.asking.step_context import StepContext, address_beside_client
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.session.company import Company, company_of
from zlp_tui.conversation.session.folded_lines import topics_folded
from zlp_tui.conversation.session.plan_leave import PlanLeave
from zlp_tui.conversation.session.plan_lists.plan_names import told_apart
from zlp_tui.conversation.session.reading_log import ReadingLog
from zlp_tui.conversation.session.seats import Seats
from zlp_tui.conversation.telling.namesakes import with_namesakes_apart
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants, May, Readers, no_grants
from zlp_tui.plan.difference import changed_lines
from zlp_tui.plan.granted import NOTHING_UNFOLDED, Unfolding
from zlp_tui.plan.queries.load import PlanReading, edition_document, load_edition, load_view
from zlp_tui.plan.queries.replay import load_plan_on
from zlp_tui.plan.readable import without_hidden
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Person, Place, PlanView, Progress
from zlp_tui.script.legs import WHOLE
from zlp_tui.script.outline import TalkRoute
from zlp_tui.script.script import Script
from zlp_tui.store.lists.namesake_plans import namesakes_of
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import Store


class LoadedPlan:
    """The state that all parts of a session share: the view, the seats and the conversation, on one store."""

    def __init__(
        self,
        *,
        store: Store,
        script: Script,
        tr: Catalogue,
        plan_id: str,
        clock: Callable[[], datetime],
        grants: Grants = no_grants,
        claim: PlanClaim | None = None,
        listing: Callable[[bool], AbstractContextManager[Transaction]] | None = None,
        asks: Callable[[PlanLeave], str | None] = lambda _: None,
        names_of_keys: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`listing`: one look at all plans; where that need not be anew (False), as they were listed last. `asks`: who
        asks by a command, as they are known in the plan, by person id; None for the client."""
        self.store = store
        self.names_of_keys = names_of_keys
        """What the owners of public keys are called on this computer, as far as they are known here."""
        self.readings = ReadingLog(store, plan_id, clock)
        """Who reads here, as the log of the plan is told."""
        self._listing = listing or (lambda _anew: store.reading())
        """Of these plans another may have a client of this name."""
        self.claim = claim or PlanClaim(store, plan_id)
        """The right to write this plan; whoever only reads never takes it."""
        self.script = script
        self.tr = tr
        self.id = plan_id
        self.clock = clock
        self.conversation: str | None = None
        """The id of the conversation in the store; None until something was said."""
        self.new_here: frozenset[str] = frozenset()
        """The lines that were added in this conversation, by id."""
        self.answered_here: frozenset[Place] = frozenset()
        """The places at which something was answered in it."""
        self._grants = grants
        self.leave = PlanLeave(store.reading, plan_id, clock, grants)
        """What each person may see and write."""
        self.seats = Seats(self.leave.client)
        """Who sits at the table."""
        self._last_present = frozenset(self.seats.present)
        self._unfolded_for: tuple[str, ...] = ()
        """To whom what is unfolded was opened."""
        self.asks = asks(self.leave)
        """Who asks by a command, by person id, and so reads whoever sits here; None for the client."""
        if self.asks not in (None, self.seats.client):
            self.seats.sit((), self.seats.client)
            self._last_present = frozenset()
        self._editions: Mapping[tuple[int, Readers], PlanView] = {}
        self._named: tuple[object, str] | None = None
        self._company: tuple[PlanView, tuple[str, ...], Company] | None = None
        self._folded: tuple[PlanView, frozenset[str]] | None = None
        self._compared: tuple[PlanView, Mapping[str, frozenset[str]]] | None = None
        self._reading = self._read()
        self.view = self.told_apart(self._reading.seen_by(self.readers))
        """The plan as it stands, with whoever joined the table and said nothing yet among its people: all of it that
        the readers may see, to write in and for the letter. Everything else is told as it fits the `company`."""
        self.way = Way(self._route_so_far())
        """Along which route the questions are walked."""
        if self.asks is None:
            self._seat_client_if_usual()
        self._require_last_edition()

    def _seat_client_if_usual(self) -> None:
        """The client sits here, unless they did not the last time: then it is said first who is here."""
        last = self.view.last_talk
        if last is not None and self.view.client not in {seat.person for seat in last.present}:
            self.seats.sit((), self.view.client)

    def _route_so_far(self) -> TalkRoute:
        """The route of the last talk; the first one of the script for a plan that was never talked about."""
        talk, script = self.view.last_talk, self.script
        known = (script.find_route(talk.route), script.find_route(WHOLE)) if talk is not None else ()
        return next((route for route in known if route is not None), script.routes[0])

    @property
    def voice(self) -> Person:
        """Who speaks now; the client where the readers may not know who that is."""
        known = (person for person in self.view.people if person.id == self.seats.voice)
        return next(known, self.view.client_person)

    @property
    def readers(self) -> Readers:
        """Who reads: everybody who is present; at a table that nobody sits at, who sat there last."""
        if self.seats.present:
            self._last_present = frozenset(self.seats.present)
        return self.readers_of(*self._last_present)

    def readers_of(self, *people: str) -> Readers:
        """These people, with what they may see now; who asks by a command is one of them."""
        return self.leave.of(*people) if self.asks is None else self.leave.of(*people, self.asks)

    @property
    def may(self) -> May:
        """What each person may see and write, as it was when the plan was read."""
        return self.leave.may

    def unfold(self, topic: str) -> None:
        """Open what is folded in a topic to who sits here now, until it is folded again: when anybody comes or leaves,
        or the client is no longer certainly here."""
        private = frozenset(private_domains(self.script, self.view, self.seats.present))
        self._unfolded_for = self.seats.present
        self.leave.unfolding = Unfolding(self.leave.unfolding.topics | {topic}, private)
        self.reload()

    def fold(self, but: str = "") -> None:
        """Fold again what was opened, unless that is in this topic alone."""
        if not self.leave.unfolding.topics <= {but}:
            self.leave.unfolding = NOTHING_UNFOLDED
            self.reload()

    def reload(self) -> None:
        """Read the plan again, after something was written."""
        if self.seats.present != self._unfolded_for or not self.seats.client_confirmed:
            self.leave.unfolding = NOTHING_UNFOLDED
        self.leave.read(self.conversation)
        if self.leave.by_line:
            self._editions = {}  # read by the grants of now
        self._reading = self._read(self._reading)
        self.view = self.told_apart(self.seats.among(self._reading.seen_by(self.readers)))

    def told_apart(self, view: PlanView) -> PlanView:
        """A view of this plan in which people of one name are told apart."""
        return with_namesakes_apart(view, self.tr)

    @property
    def name(self) -> str:
        """What the client is called, with what tells the plan from another of a client with that name. It is looked up
        again when their name or their day of birth has changed."""
        client = self.view.client_person
        known = (client.name, client.called, self.view.fact("born-on"))
        if self._named is None or self._named[0] != known:
            with self._listing(self._named is not None) as session:
                namesakes = namesakes_of(session, [self.id])
            apart = told_apart(namesakes, self.tr, today(self.clock), self._grants).get(self.id)
            self._named = (known, f"{client.called} ({apart})" if apart else client.called)
        return self._named[1]

    @property
    def company(self) -> Company:
        """Who sits at this table, with the plan as it is asked about, quoted and looked up there."""
        known, present = self._company, self.seats.present
        if known is None or known[0] is not self.view or known[1] != present:
            private = private_domains(self.script, self.view, present)
            known = (self.view, present, company_of(self.view, self._reading.seen_by, self.readers, private))
            self._company = known
        return known[2]

    @property
    def everything(self) -> Company:
        """All of the plan that the readers may see, as it is handed over as a whole."""
        return Company(self.readers, self.view, frozenset())

    @property
    def folded(self) -> frozenset[str]:
        """The topics in which something stands that not everybody who sits here may read; what is private in this
        company is not told of at all. Computed once for each view."""
        company = self.company
        if company.readers.people <= {self.seats.client}:
            return frozenset()
        if not company.readers.by_line:  # then only details are kept from some
            return self._reading.topics_of_hidden_details(company.readers)
        if self._folded is None or self._folded[0] is not company.view:
            client = Readers(frozenset((self.seats.client,)), company.readers.may)
            self._folded = (company.view, topics_folded(self._reading.seen_by(client), company.view))
        return self._folded[1]

    @property
    def hidden_here(self) -> frozenset[str]:
        """The lines that the client may read, by id, and that are not told of among who sits here."""
        here = self.company
        whole = self._reading.seen_by(self.readers_of(self.seats.client)) if here.readers.by_line else self.view
        return whole.readable - here.view.readable

    def seen_beside(self, person: str) -> Company:
        """All of the plan that a person may read who need not sit here, as far as who does sit here may read it too."""
        readers = self.readers_of(*self.seats.present, person)
        return Company(readers, self.told_apart(self._reading.seen_by(readers)), frozenset())

    @property
    def anybody(self) -> Company:
        """Whoever finds a page that lies about: no words of a sensitive life domain are for them."""
        return company_of(self.view, self._reading.seen_by, self.readers, private_domains(self.script, self.view, ()))

    def plan_context(self, company: Company | None = None) -> PlanContext:
        """What is needed to tell anything of the plan in the company that sits here, or in this one."""
        told = company or self.company
        other = address_beside_client(self.view, self.voice, self.seats.present)
        return PlanContext(self.script, told.view, self.tr, today(self.clock), other, private=told.private)

    @property
    def letter_context(self) -> PlanContext:
        """The same for the letter, which is `everything`."""
        return self.plan_context(self.everything)

    def step_context(self, at: StepContext | None = None) -> StepContext:
        """The context of a question, on the plan as it stands; without `at`, of the first question of the script."""
        topic, voice = at.topic if at else self.script.topics[0], self.voice
        return StepContext(
            self.script,
            self.company.view,
            self.tr,
            today(self.clock),
            address_beside_client(self.view, voice, self.seats.present),
            private=self.company.private,
            topic=topic,
            step=at.step if at else topic.steps[0],
            voice=voice,
            way=self.way,
            present=self.seats.present,
            about=at.about if at else None,
            part=at.part if at else None,
            conversation=self.conversation,
            new_here=self.new_here,
            answered_here=self.answered_here,
            changed_since_agreed=self.changed_since_agreed,
        )

    def changed_since_agreed(self) -> Mapping[str, frozenset[str]]:
        """The lines that changed since the last edition, by kind; computed once for each view."""
        agreed = self.view.agreed_editions
        if not agreed:
            return {}
        if self._compared is None or self._compared[0] is not self.view:
            then = without_hidden(self._edition(agreed[-1].number, self.readers), self.view)
            self._compared = (self.view, changed_lines(then, self.view))
        return self._compared[1]

    def edition(self, number: int, company: Company | None = None) -> PlanView:
        """The plan as it was agreed on, as it is told in the company that sits here, or in this one; `NotFound` for a
        number that it does not have. What they may not see now is absent, wherever it belonged then."""
        told = company or self.company
        return without_hidden(self._edition(number, told.readers), told.view)

    def _edition(self, number: int, readers: Readers) -> PlanView:
        key = (number, readers)
        if key not in self._editions:
            with self.store.reading() as session:
                edition = self.told_apart(load_edition(session, self.id, number, readers))
            self._editions = {**self._editions, key: edition}
        return self._editions[key]

    def whole_edition(self, number: int) -> PlanView:
        """All of it that the readers may see, as a letter: with the notes, remarks and conversations of then."""
        with self.store.reading() as session:
            edition = load_edition(session, self.id, number, self.readers, whole=True)
        return without_hidden(self.told_apart(edition), self.view)

    def on_day(self, day: str) -> PlanView:
        """The plan as it stood at the end of a day, an ISO date; `NotFound` when it was not there yet."""
        with self.store.reading() as session:
            return self.told_apart(load_plan_on(session, self.id, day, self.readers))

    def every_note(self) -> tuple[Progress, ...]:
        """All notes of how it went, as they are told in this company, in the order in which they were made."""
        with self.store.reading() as session:
            return load_view(session, self.id, self.company.readers, every_note=True).progress

    def _require_last_edition(self) -> None:
        """What was agreed on last is compared wherever something is asked: `Unreadable` before that."""
        with self.store.reading() as session:
            for edition in self.view.agreed_editions[-1:]:
                edition_document(session, self.id, edition.number)

    def _read(self, before: PlanReading | None = None) -> PlanReading:
        with self.store.reading() as session:
            return PlanReading(session, self.id, before)


def today(clock: Callable[[], datetime]) -> date:
    """The local date of a clock."""
    return clock().astimezone().date()
