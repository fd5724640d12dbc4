"""What differs in words between a plan and another file of it, as who reads may see it: a copy, or one taken in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
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
from zlp_tui.plan.queries.load import client_of, load_view
from zlp_tui.plan.readable import without_hidden
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import PlanView
from zlp_tui.script.script import Script
from zlp_tui.store.connection import connect
from zlp_tui.store.driver_transaction import DriverConnection, translating
from zlp_tui.store.plan_folder import LockedFile
from zlp_tui.store.plan_log import tell_in_file


def words_at_table(plan: LoadedPlan, there: LockedFile) -> tuple[str, ...]:
    """Between the plan on the table and a copy, as it is told among who sits there: what they may not see now is told
    of neither. Nothing where something in the copy cannot be read."""
    company, hidden = plan.company, plan.hidden_here
    try:
        then = _view(there, plan.id, lambda _: company.readers, "frozen")
    except StoreDamaged:
        return ()
    seen = without_hidden(then, replace(company.view, readable=then.readable - hidden))
    return what_differs(plan.plan_context(company), seen, "copy")


class Comparing(NamedTuple):
    """Who compares by a command, and with what it is told. A command tells what the client may see."""

    keys: KeyPair
    script: Script
    tr: Catalogue
    clock: Callable[[], datetime]

    def words(self, plan: str, here: LockedFile, there: LockedFile, other: OtherFile) -> tuple[str, ...]:
        """Between two files of a plan that is not open. It is told in its log first: somebody reads it. Nothing where
        something in them cannot be read."""
        tell_in_file(here, self.keys, AuditEntry(plan, instant(self.clock()), "open"))
        try:
            now = _view(here, plan, lambda session: Readers.of(client_of(session, plan)), "ro")
            then = _view(there, plan, lambda session: Readers.of(client_of(session, plan)), "frozen")
        except StoreDamaged:
            return ()
        return what_differs(PlanContext(self.script, now, self.tr, today(self.clock)), then, other)


def _view(file: LockedFile, plan: str, readers: Callable[[Transaction], Readers], mode: str) -> PlanView:
    with translating(), closing(connect(file.path, file.key, mode=mode)) as connection:
        connection.execute("BEGIN")
        session = Transaction(DriverConnection(connection))
        return load_view(session, plan, readers(session))
