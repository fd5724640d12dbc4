"""`PlansTakenIn`: plans that were handed over, taken in by whoever unlocked.

Nothing is laid over one that is here already: the other is kept beside the one that is here until somebody chooses.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from zlp_tui import places
from zlp_tui.conversation.session.locked_plans.plan_copies import PlanCopies
from zlp_tui.errors import NotFound, Refused
from zlp_tui.keys.atomic_file import BEGUN, being_made, sync_folder
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.store.files.driver_transaction import translating
from zlp_tui.store.kept_copies.plan_differences import PlanDifferences, plan_differences
from zlp_tui.store.own_files.give_key import may_open
from zlp_tui.store.own_files.hand_over import plan_handed_over, take_in
from zlp_tui.store.own_files.plan_folder import LockedFile, plans_in, unlocked
from zlp_tui.store.own_files.renew_key import renew_key

KeptPlan = Literal["here", "taken-in"]
"""Of two files of one plan: the one that was here, or the one that was taken in."""


class TakenIn(NamedTuple):
    """A plan that was taken in, by id, and what differs from the one that was here; None when there was none."""

    plan: str
    differs: PlanDifferences | None


class PlansTakenIn:
    """The plans that were taken in on one computer, with the keys of whoever unlocked."""

    def __init__(
        self, home: Path, keys: KeyPair, *, clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._copies = PlanCopies(home, keys, clock=clock, new_id=new_id)
        self._plans = places.plans_folder(home)
        self._beside = places.taken_in_folder(home)
        self._keys = keys
        self._clock = clock
        self._new_id = new_id

    def waiting(self) -> tuple[str, ...]:
        """The plans of which a second file waits for somebody to choose, by id."""
        return plans_in(self._beside)

    def take_in(self, file: Path) -> TakenIn:
        """Take in a file. One of a plan that is here and differs is kept beside it; one that does not is left alone.

        `Refused` while another file of this plan waits; else errors as of `store.hand_over.take_in`, and those of the
        plan that is here.
        """
        plan = plan_handed_over(file, self._keys)
        if plan not in plans_in(self._plans):
            return TakenIn(take_in(file, self._plans, self._keys, self._clock), None)
        if plan in self.waiting():
            raise Refused("Another file of this plan was taken in before. Choose between these two first.")
        here = unlocked(self._plans, plan, self._keys)
        take_in(file, self._beside, self._keys, self._clock)
        differs = plan_differences(here, unlocked(self._beside, plan, self._keys))
        if differs.none:
            self._remove(plan)
        return TakenIn(plan, differs)

    def files(self, plan: str) -> tuple[LockedFile, LockedFile]:
        """Of a plan of which two files are here: the one that was here, and the one that was taken in."""
        return unlocked(self._plans, plan, self._keys), unlocked(self._beside, plan, self._keys)

    def keep(self, plan: str, which: KeptPlan) -> None:
        """Keep one of two files of a plan. With the one that was taken in, the one that was here stays beside it, under
        its own key, until that is confirmed; who could open it opens the other too.

        `NotFound` when none waits, `StoreBusy` while another window has the plan.
        """
        if plan not in self.waiting():
            raise NotFound("Of this plan no second file waits.")
        if which == "taken-in":
            self._copies.copy_if_changed(plan, "take-in")
            renew_key(
                self._plans, plan, self._keys, may_open(self._plans, plan), clock=self._clock, new_id=self._new_id,
                source=unlocked(self._beside, plan, self._keys),
            )
        self._remove(plan)

    def _remove(self, plan: str) -> None:
        """Throw away the file that waits, whole."""
        with translating(), being_made(gone := self._beside / f"{BEGUN}{self._new_id()}"):
            (self._beside / plan).rename(gone)
            sync_folder(self._beside)
