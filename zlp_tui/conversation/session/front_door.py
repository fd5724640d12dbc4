"""Opens the store and the script once, and starts a session for each plan that is opened. Heavy to import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache, cached_property, partial
from pathlib import Path

from zlp_tui import places
from zlp_tui.conversation.asking.accepted_names import require_name
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_copying import CopiesOfPlan
from zlp_tui.conversation.ports.plan_exporting import ExportsOfPlan
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.conversation.ports.today_in_plans import NotesOfToday
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.locked_plans.locked_parts import LockedParts
from zlp_tui.conversation.session.plan_lists.plan_list import EVERYBODY, as_lines, by_last_talk, find_plan
from zlp_tui.conversation.session.plan_lists.plan_list_dates import by_due, dated, facts_of_plans
from zlp_tui.conversation.session.plan_lists.plan_list_talks import with_talks
from zlp_tui.conversation.session.plan_lists.plan_names import told_apart
from zlp_tui.conversation.session.plan_lists.today_notes import TodayNotes
from zlp_tui.due.figures import Rules
from zlp_tui.due.rules import load_rules
from zlp_tui.errors import NotFound, Refused, ScriptBroken, StoreDamaged, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants, no_grants
from zlp_tui.plan.tables.client import plans
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Address
from zlp_tui.script.script import Script
from zlp_tui.store.files.shared_folder import shared_folder
from zlp_tui.store.lists.namesake_plans import called, namesakes_of
from zlp_tui.store.lists.plan_list_rows import rows_in
from zlp_tui.store.plan_claim import NoteClaim, PlanClaim
from zlp_tui.store.plan_stores import OneFile, PlanStores
from zlp_tui.store.store import A_MOMENT, Store, open_store
from zlp_tui.text import clean_name, folded, same_name

LoadRules = Callable[[], Mapping[str, Rules]]
"""Loads the rules by law, when they are asked for first."""


def shipped_rules() -> Mapping[str, Rules]:
    """The rules that ship with the program; `ScriptBroken` when a file of them is invalid."""
    return load_rules(places.data() / "rules")


class Front:
    """The plans and one script, from opening the program to closing it. Implements `FrontDoor`."""

    def __init__(
        self,
        *,
        stores: PlanStores,
        home: Path,
        script: Script,
        tr: Catalogue,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        grants: Grants = no_grants,
        rules: LoadRules = shipped_rules,
        lock: HomeLock | None = None,
    ) -> None:
        self._stores = stores
        self._home = home
        self._script = script
        self._tr = tr
        self._clock = clock
        self._new_id = new_id
        self._grants = grants
        self._claims: dict[str, PlanClaim] = {}
        """The claims of this window, by plan: who opens one twice in it does not keep themselves out."""
        self._rules = cache(rules)
        self._locked = LockedParts(lock, stores, home, tr=tr, clock=clock, new_id=new_id)

    @property
    def read_only(self) -> bool:
        """True when the file or the folder cannot be written. Of one plan its desk tells."""
        return self._stores.refusal is not None

    @property
    def why_read_only(self) -> str:
        """One sentence; empty when plans can be written."""
        why = self._stores.refusal
        return self._tr(why.message, **why.values) if why else ""

    def look_again(self) -> bool:
        """Whether plans could not be written and now they can: there is room, or the folder may be written."""
        return self._stores.look_again()

    @property
    def shared_folder(self) -> str:
        """A warning, where the plans are in a folder that another computer may change; empty elsewhere."""
        found = shared_folder(self._home)
        return self._tr(found.message, **found.values) if found else ""

    @property
    def script(self) -> Script:
        """The script as it was loaded, with what is wrong in it (`Script.problems`)."""
        return self._script

    @property
    def stores(self) -> PlanStores:
        """Where the plans are kept."""
        return self._stores

    @property
    def store(self) -> Store:
        """The store of all plans, where they are in one file. TypeError where each has its own."""
        if not isinstance(self._stores, OneFile):
            raise TypeError("each plan has a store of its own")
        return self._stores.store

    def plans(self, search: str = "", limit: int = 200, *, ended: bool = False) -> tuple[PlanListItem, ...]:
        """Plans that go on, or that have ended, whose client's name holds the words searched for: those of which a date
        has come, a look back first, and then the last talked about; with those that go on the damaged ones, last."""
        listed = self._listed(search, limit, ended=ended)
        return listed if ended else (*listed, *self._damaged(search))

    def _damaged(self, search: str = "") -> Iterator[PlanListItem]:
        """The plans that the last listing left out because their file cannot be read."""
        for plan in self._stores.damaged():
            in_copy = self._locked.name_of_damaged(plan)
            name = in_copy or self._tr("A plan that cannot be read")
            if folded(search) in folded(name):
                yield PlanListItem(plan, name, None, None, None, damaged=True, no_copy=not in_copy)

    def _listed(self, search: str, limit: int, *, ended: bool) -> tuple[PlanListItem, ...]:
        day = today(self._clock)
        anew = not search and not ended  # who asks whether plans have ended has just listed those that go on
        with self._stores.listing(anew=anew) as session:
            rows = rows_in(session, search, limit, "ended" if ended else "running")
            namesakes = namesakes_of(session, [row.id for row in rows])
            apart = told_apart(namesakes, self._tr, day, self._grants)
            lines = with_talks(session, by_last_talk(as_lines(rows, self._grants, apart), day), self._script)
            try:
                facts = facts_of_plans(session, rows, day, self._grants)
                return by_due(dated(lines, facts, self._rules(), day), day)
            except (ScriptBroken, StoreDamaged):  # told where dates are asked for; home comes without them
                return lines

    @cached_property
    def notes_of_today(self) -> NotesOfToday:
        """The list of today over all plans, and notes of it."""
        return TodayNotes(
            stores=self._stores, script=self._script, tr=self._tr, clock=self._clock, rules=self._rules,
            grants=self._grants, open_beside=self.beside, keyholder=self._locked.keyholder,
        )

    def require_name(self, name: str, *, confirmed: bool = False) -> None:
        """`Refused` for what is no name of a client, such as “nobody”; `Doubtful`, unless it was `confirmed`, for what
        may be none."""
        require_name(name, confirmed=confirmed, locale=self._tr.locale)

    def new_plan(self, name: str, salutation: str | None = None, address: Address | None = None) -> str:
        """Start a plan; its id. With no form of address chosen it is `u`. `Refused` for what is no name."""
        kept = require_name(name, confirmed=True, locale=self._tr.locale)
        wanted = clean_name(salutation or "")
        if wanted:
            self.require_name(wanted.text, confirmed=True)
        at = self._clock()

        def begin(session: Transaction, new_id: Callable[[], str]) -> str:
            return plans.start(
                session, name=kept, salutation=wanted or None, address=address, at=at, today=at.astimezone().date(),
                new_id=new_id,
            )

        return self._stores.begin(begin, self._new_id)

    def plans_of(self, name: str) -> tuple[PlanListItem, ...]:
        """The plans whose client has this name already, each with what tells it apart, also where there is one."""
        with self._stores.listing() as session:
            rows = [row for row in rows_in(session, name, EVERYBODY, "all") if same_name(row.name, name)]
            found = called(session, {folded(row.name) for row in rows})
            return as_lines(rows, self._grants, told_apart(found, self._tr, today(self._clock), self._grants))

    def find(self, plan: str) -> str:
        """The id of the plan that this id or name fits, also of a damaged one; `NotFound` or `Ambiguous`."""
        try:
            return find_plan(self._stores, plan, self._tr, today(self._clock)).id
        except (NotFound, StoreDamaged):
            fit = [known.id for known in self._damaged() if known.id == plan or same_name(known.name, plan)]
            if len(fit) != 1:
                raise
            return fit[0]

    def open(self, plan: str) -> Desk:
        """Put a plan on the table."""
        return self.sit_down(plan)

    def sit_down(self, plan: str, patience: float = 0.0) -> DeskSession:
        """A conversation with a plan; `open` under its own type. Where another window has the plan, it waits at most
        `patience` seconds, and then only reads. `Refused` where the script asks nothing."""
        if not self._script.topics:
            raise Refused("There is no question to ask. What is wrong with the questions says: {command}",
                          command="zlp check")
        store = self._stores.store_of(plan)
        if plan not in self._claims:
            self._claims[plan] = PlanClaim(store, plan, partial(self._locked.wrote, plan, store))
        claim = self._claims[plan]
        claim.take(patience)
        try:
            self._locked.opened(plan)
            return self._desk(plan, claim)
        except BaseException:
            claim.release()
            raise

    def beside(self, plan: str) -> DeskSession:
        """A plan to note something in, also while another window has it (`DeskSession.note_in_passing`)."""
        return self._desk(plan, NoteClaim(self._stores.store_of(plan), plan))

    def _desk(self, plan: str, claim: PlanClaim) -> DeskSession:
        store = self._stores.store_of(plan)
        return DeskSession(
            store=store, script=self._script, tr=self._tr, plan_id=plan, clock=self._clock,
            new_id=self._new_id, rules=self._rules, grants=self._grants, claim=claim,
            listing=lambda anew: self._stores.listing() if anew else self._stores.listing_around(plan),
            keys=partial(self._locked.keys_of, plan, claim), copies=partial(self._locked.copies_of, plan, claim),
            left=partial(self._locked.closed, plan, claim, store), client_key=partial(self._locked.client_key, plan),
            names_of_keys=self._locked.names_of_keys, exports=self._exports_of,
        )

    def copies_of_damaged(self, plan: str) -> CopiesOfPlan | None:
        """The wizard for the copies of a plan that cannot be opened because its file is damaged; None for
        another one, and where plans have no lock."""
        return self._locked.copies_of_damaged(plan, partial(self._let_go_of, plan))

    def _let_go_of(self, plan: str) -> None:
        """Have nothing of a plan open in this window: it may be opened anew."""
        self._locked.wait_for_copies()
        claim = self._claims.pop(plan, None)
        if claim is not None:
            claim.release()
        self._stores.let_go_of(plan)

    def _exports_of(self, plan: LoadedPlan) -> ExportsOfPlan:
        """The conversations to take a plan along."""
        from zlp_tui.conversation.session.export_import.plan_exporter import SessionExporter
        from zlp_tui.conversation.wizards.plan_export_wizards import PlanExportWizards

        return PlanExportWizards(SessionExporter(plan, self._home, self._rules), self._tr)

    def rest(self) -> None:
        """Lock the plans: claims, files and keys are let go of. Where plans have no lock only the claims."""
        for claim in self._claims.values():
            claim.release()
        self._locked.rest()

    def wake(self) -> tuple[ZlpError, ...]:
        """Have them again after the same keyholder unlocked; why plans cannot be opened any more."""
        troubles = self._locked.wake()
        for plan in troubles:
            self._claims.pop(plan, None)
        return tuple(troubles.values())

    def close(self) -> None:
        """Leave the store and let go of its plans; idempotent."""
        for claim in self._claims.values():
            claim.release()
        self._locked.finish()
        self._stores.close()


def front_with(
    script: Script,
    home: Path,
    tr: Catalogue,
    clock: Callable[[], datetime],
    new_id: Callable[[], str],
    *,
    patience: float = A_MOMENT,
    durable: bool = True,
    grants: Grants = no_grants,
    open_stores: Callable[[], PlanStores] | None = None,
    rules: LoadRules = shipped_rules,
    lock: HomeLock | None = None,
) -> Front:
    """Open the store. `patience`: how many seconds a write waits for another window that writes. Without `durable`
    nothing waits for the disk: for plans to practise with. `grants`: who may see and write what, in which plan.
    `open_stores` opens the plans; without it all are in one file. `lock`: on plans that have one.
    """
    if open_stores is None:
        stores: PlanStores = OneFile(
            open_store(places.store_file(home), clock=clock, durable=durable, patience=patience)
        )
    else:
        stores = open_stores()
    return Front(
        stores=stores, home=home, script=script, tr=tr, clock=clock, new_id=new_id, grants=grants,
        rules=rules, lock=lock,
    )
