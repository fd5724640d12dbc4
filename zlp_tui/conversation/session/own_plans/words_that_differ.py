"""What differs in words between a plan and another file of it, as who reads may see it: a copy, or one taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.telling.history.what_differs import OtherFile, what_differs
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.errors import StoreDamaged
from zlp_tui.i18n import Catalogue
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.plan.access import Readers
from zlp_tui.plan.audit_line import AuditEntry
from zlp_tui.plan.heard import Heard
from zlp_tui.plan.queries.granted_in_plan import granted_in
from zlp_tui.plan.queries.load import client_of, load_view
from zlp_tui.plan.readable import without_hidden
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import PlanView
from zlp_tui.script.script import Script
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import DriverConnection, translating
from zlp_tui.store.own_files.plan_folder import LockedFile
from zlp_tui.store.own_files.plan_log import tell_in_file
from zlp_tui.text import same_name


def words_at_table(plan: LoadedPlan, there: LockedFile) -> tuple[str, ...]:
    """Between the plan on the table and a copy, as it is told among who sits there: what they may not see now is told
    of neither. Nothing where something in the copy cannot be read."""
    company, hidden = plan.company, plan.hidden_here
    try:
        with _reading(there, "frozen") as session:
            then = load_view(session, plan.id, company.readers)
    except StoreDamaged:
        return ()
    seen = without_hidden(then, replace(company.view, readable=then.readable - hidden))
    return what_differs(plan.plan_context(company), seen, "copy")


class Comparing(NamedTuple):
    """Who compares by a command, by the name of the keyholder, and with what it is told."""

    name: str
    keys: KeyPair
    script: Script
    tr: Catalogue
    clock: Callable[[], datetime]

    def words(self, plan: str, here: LockedFile, there: LockedFile, other: OtherFile) -> tuple[str, ...]:
        """Between two files of a plan that is not open. It is told in its log first: somebody reads it. Nothing where
        something in them cannot be read, and where not everybody who has a key may read all, unless this is the client.
        """
        tell_in_file(here, self.keys, AuditEntry(plan, instant(self.clock()), "open"))
        try:
            now = self._view(here, plan, "ro")
            then = self._view(there, plan, "frozen")
        except StoreDamaged:
            return ()
        if now is None or then is None:
            return ()
        return what_differs(PlanContext(self.script, now, self.tr, today(self.clock)), then, other)

    def _view(self, file: LockedFile, plan: str, mode: str) -> PlanView | None:
        """All of a plan; None where some of it is kept from others, and this is not its client."""
        with _reading(file, mode) as session:
            view = load_view(session, plan, Readers.of(client_of(session, plan)))
            granted = granted_in(session, plan, today(self.clock).isoformat(), Heard())
        return view if granted is None or same_name(view.client_person.name, self.name) else None


@contextmanager
def _reading(file: LockedFile, mode: str) -> Iterator[Transaction]:
    with translating(), closing(connect(file.path, file.key, mode=mode)) as connection:
        connection.execute("BEGIN")
        yield Transaction(DriverConnection(connection))
