"""A plan that comes from a file: a new plan here, or the one that is here already. Nothing is laid over what is here.

A file is read whole before anything is written, and all of it is one transaction and one line in the log. A plan that
is here already stays as it is: the same one is told to be the same, and another is refused, as what was said here since
would be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.errors import NotFound, Refused, StoreDamaged, StoreNewer
from zlp_tui.exchange.fhir.other_bundle import ReadWith
from zlp_tui.exchange.fhir.parsed_plan import ParsedPlan
from zlp_tui.exchange.fhir.plan_from_fhir import plan_from_fhir
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.queries.load import stored_plan
from zlp_tui.plan.serialization import ranked_document
from zlp_tui.plan.tables.imported.taken_over import take_over
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import PlanView
from zlp_tui.script.script import Script
from zlp_tui.store.plan_stores import PlanStores


@dataclass(frozen=True)
class ImportedPlan:
    """What became of a file: whose plan it is, whether it is `new` here, and what of it was not read, by name."""

    plan: str
    name: str
    new: bool
    not_read: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanImport:
    """Takes in files, into the plans of whoever opened them."""

    stores: PlanStores
    script: Script
    tr: Catalogue
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def take_in(self, content: bytes) -> ImportedPlan:
        """Take in a file; all of it or nothing. `Refused` when it cannot be read, and when the plan is here and is not
        the same; errors of the store as for any new plan."""
        today = self.clock().astimezone().date()
        read = plan_from_fhir(content, ReadWith(self.script, self.tr, today.isoformat(), _digest(content)))
        name = read.view.client_person.name
        if self._is_here(read, today):
            return ImportedPlan(read.view.id, name, new=False)
        ids = chain((read.view.id,), iter(self.new_id, None))
        self.stores.begin(lambda session, new_id: self._write(session, new_id, read, today), lambda: next(ids))
        return ImportedPlan(read.view.id, name, new=True, not_read=read.not_read, refused=read.refused)

    def _is_here(self, read: ParsedPlan, today: date) -> bool:
        """Whether the plan is here already. A file of another program has an id of its own: it is the same file."""
        try:
            plan = find_plan(self.stores, read.view.id, self.tr, today).id
        except NotFound:
            return False
        with self.stores.store_of(plan).reading() as session:
            here = stored_plan(session, plan, every_note=True).view
        if read.ours and not is_same(here, read.view):
            raise Refused("This plan is here already, and it is not the same. Nothing was changed.")
        return True

    def _write(self, session: Transaction, new_id: Callable[[], str], read: ParsedPlan, today: date) -> str:
        """Write the plan, and look whether it stands there as it was read: else nothing of it is kept."""
        plan = new_id()
        try:
            take_over(session, read.view, read.agreed, at=self.clock(), today=today, new_id=new_id)
            kept = stored_plan(session, plan, every_note=True).view
        except (ValueError, KeyError, TypeError, StoreDamaged, StoreNewer) as cause:  # days or editions of no sense
            raise _damaged() from cause
        if not is_same(kept, read.view):
            raise _damaged()
        return plan


def is_same(view: PlanView, other: PlanView) -> bool:
    """Whether two plans say the same in the same order; the numbers of their changes are not compared."""
    return ranked_document(view) == ranked_document(other)


def _digest(content: bytes) -> str:
    from hashlib import sha256

    return sha256(content).hexdigest()


def _damaged() -> Refused:
    return Refused("This file was made by zlp, and is damaged. Nothing was taken in.")
