"""`LockedParts`: what stands beside plans that have a lock: their keys, their copies, and the client's own key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.conversation.ports.keyholding import Unlocked
from zlp_tui.conversation.ports.plan_copying import CopiesOfPlan
from zlp_tui.conversation.ports.plan_keyholding import KeysOfPlan
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.errors import StoreError, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.plan_stores import OwnFiles, PlanStores
from zlp_tui.store.store import Store

if TYPE_CHECKING:
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan
    from zlp_tui.conversation.session.locked_plans.automatic_copies import AutomaticCopies
    from zlp_tui.conversation.session.locked_plans.client_key import ClientKey


class LockedParts:
    """The parts of the plans of one home; each is None, or does nothing, where plans have no lock and while they are
    locked. What a part needs is imported when it is asked for: few ask."""

    def __init__(
        self, lock: HomeLock | None, stores: PlanStores, home: Path, *, tr: Catalogue, clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._lock = lock
        self._stores = stores
        self._home = home
        self._tr = tr
        self._clock = clock
        self._new_id = new_id
        self._automatic: AutomaticCopies | None = None
        self._names_of_damaged: dict[str, str] = {}

    @property
    def _unlocked(self) -> HomeLock | None:
        return self._lock if self._lock is not None and isinstance(self._lock.state(), Unlocked) else None

    @property
    def keyholder(self) -> str | None:
        """The name of who opened the lock."""
        state = self._lock.state() if self._lock is not None else None
        return state.holder.name if isinstance(state, Unlocked) else None

    def names_of_keys(self) -> Mapping[str, str]:
        """The names of the keyholders here, by public key."""
        return self._lock.names_of_keys() if self._lock is not None else {}

    def name_of_damaged(self, plan: str) -> str:
        """What a plan whose file cannot be read is called, as its newest whole copy says; empty where there is none."""
        if self._lock is None:
            return ""
        if plan not in self._names_of_damaged:
            with suppress(StoreError):
                self._names_of_damaged[plan] = self._lock.copies().name_of(plan)
        return self._names_of_damaged.get(plan, "")

    def keys_of(self, plan: str, claim: PlanClaim) -> KeysOfPlan | None:
        """The conversations about the keys of a plan."""
        lock = self._unlocked
        if lock is None:
            return None
        from zlp_tui.conversation.session.locked_plans.plan_keyring import plan_keys_wizards

        return plan_keys_wizards(
            lock, self._home, self._stores, plan, claim=claim, clock=self._clock, new_id=self._new_id, tr=self._tr
        )

    def client_key(self, plan: str, client: Person) -> ClientKey | None:
        """The key of the client of a plan; None where they have none here."""
        lock = self._unlocked
        if lock is None:
            return None
        from zlp_tui.conversation.session.locked_plans.client_key import client_key

        return client_key(lock, self._home, plan, filter(None, (client.name, client.salutation)))

    def copies_of(
        self, plan: str, claim: PlanClaim, opened: LoadedPlan, end_sitting: Callable[[], None]
    ) -> CopiesOfPlan | None:
        """The conversations about the copies of a plan that is open."""
        lock = self._unlocked
        if lock is None:
            return None
        from zlp_tui.conversation.session.locked_plans.plan_copy_store import PlanCopyStore
        from zlp_tui.conversation.session.locked_plans.words_that_differ import words_at_table
        from zlp_tui.conversation.wizards.plan_copies_wizards import PlanCopiesWizards
        from zlp_tui.store.own_files.plan_folder import unlocked

        folder, keys = places.plans_folder(self._home), lock.who.keys
        copies = PlanCopyStore(
            lock.copies(), plan, store=self._stores.store_of(plan), claim=claim,
            key_of_now=lambda: unlocked(folder, plan, keys).key, copied=self.wait_for_copies,
            words=partial(words_at_table, opened),
        )
        return PlanCopiesWizards(copies, self._tr, end_sitting)

    def copies_of_damaged(self, plan: str, let_go: Callable[[], None]) -> CopiesOfPlan | None:
        """The conversation about the copies of a plan that cannot be opened because its file is damaged; None for
        another one. `let_go` closes what this window has open of it."""
        lock = self._unlocked
        copies = lock.copies() if lock is not None else None
        if copies is None or not copies.is_damaged(plan):
            return None
        from zlp_tui.conversation.session.locked_plans.plan_copy_store import DamagedPlanCopyStore
        from zlp_tui.conversation.wizards.plan_copies_wizards import PlanCopiesWizards

        return PlanCopiesWizards(DamagedPlanCopyStore(copies, plan, let_go), self._tr)

    @property
    def copying(self) -> AutomaticCopies | None:
        """Copies that come by themselves."""
        lock = self._unlocked
        if lock is None:
            return None
        if self._automatic is None:
            from zlp_tui.conversation.session.locked_plans.automatic_copies import AutomaticCopies

            self._automatic = AutomaticCopies(lock.copies(), self._clock)
        return self._automatic

    def wait_for_copies(self) -> None:
        """Until none is being made."""
        if self.copying is not None:
            self.copying.finish(None)

    def opened(self, plan: str) -> None:
        """A plan was opened: from now on it is copied while it changes."""
        if self.copying is not None:
            self.copying.opened(plan)

    def wrote(self, plan: str, store: Store) -> None:
        """Something was written in a plan."""
        if self.copying is not None:
            self.copying.wrote(plan, store)

    def closed(self, plan: str, claim: PlanClaim, store: Store) -> None:
        """A plan was closed: it is copied, unless it was only read."""
        if self.copying is not None and not claim.read_only:
            self.copying.closed(plan, store)

    def finish(self) -> None:
        """Leave: a copy that is being made is waited for."""
        if self._automatic is not None:
            self._automatic.finish()
            self._automatic = None  # it has the keys

    def rest(self) -> None:
        """Let go of files and keys."""
        self.finish()
        if self._lock is not None and isinstance(self._stores, OwnFiles):
            self._stores.rest()
            self._lock.lock()

    def wake(self) -> Mapping[str, ZlpError]:
        """Have them again after the same keyholder unlocked; why plans cannot be opened any more, by id."""
        if self._lock is None or not isinstance(self._stores, OwnFiles):
            return {}
        return self._stores.wake(self._lock.who.keys)
