"""What differs in words between a plan and another file of it, as who reads may see it: a copy, or one taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.plan_leave import PlanLeave
from zlp_tui.conversation.telling.history.what_differs import OtherFile, what_differs
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.errors import StoreDamaged
from zlp_tui.i18n import Catalogue
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.plan.access import Readers, both
from zlp_tui.plan.audit_line import AuditEntry
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.readable import without_hidden
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import PlanView
from zlp_tui.script.script import Script
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import DriverConnection, translating
from zlp_tui.store.own_files.plan_folder import LockedFile
from zlp_tui.store.own_files.plan_log import tell_in_file


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
    """Who compares by a command, by the name of the keyholder, and with what it is told. `unknown` is called where the
    plan does not say who that is, and so the least is told."""

    name: str
    keys: KeyPair
    script: Script
    tr: Catalogue
    clock: Callable[[], datetime]
    unknown: Callable[[], None]

    def words(self, plan: str, here: LockedFile, there: LockedFile, other: OtherFile) -> tuple[str, ...]:
        """Between two files of a plan that is not open: what may not be read in one of them is told of neither. Nothing
        where something in them cannot be read. That it is read is told in the plan's log."""
        try:
            with _reading(here, "ro") as ours, _reading(there, "frozen") as theirs:
                now, then = self._leave(ours, plan), self._leave(theirs, plan)
                asks = now.who_is(self.name)
                hidden = _hidden(ours, plan, now, asks) | _hidden(theirs, plan, then, asks)
                view = load_view(ours, plan, now.of(asks))
                other_view = load_view(theirs, plan, _by_both(now.of(asks), then.of(asks)))
        except StoreDamaged:
            return ()
        self._tell(plan, here, asks)
        if not asks and now.by_line:
            self.unknown()
        context = PlanContext(self.script, _without(view, hidden), self.tr, today(self.clock))
        return what_differs(context, _without(other_view, hidden), other)

    def _leave(self, file: Transaction, plan: str) -> PlanLeave:
        return PlanLeave(lambda: nullcontext(file), plan, self.clock)

    def _tell(self, plan: str, file: LockedFile, asks: str) -> None:
        at = instant(self.clock())
        read = (AuditEntry(plan, at, "read", asks),) if asks else ()
        tell_in_file(file, self.keys, AuditEntry(plan, at, "open"), *read)


def _hidden(session: Transaction, plan: str, leave: PlanLeave, asks: str) -> frozenset[str]:
    """The lines of a file, by id, that its client may read and who asks may not."""
    if not leave.by_line:
        return frozenset()
    whole, part = (load_view(session, plan, leave.of(reader)).readable for reader in (leave.client, asks))
    return whole - part


def _by_both(now: Readers, then: Readers) -> Readers:
    """Who reads another file of a plan: by what it grants, and by what the plan grants now."""
    return Readers(now.people, both(now.may, then.may), now.by_line or then.by_line)


def _without(view: PlanView, hidden: frozenset[str]) -> PlanView:
    return without_hidden(view, replace(view, readable=view.readable - hidden))


@contextmanager
def _reading(file: LockedFile, mode: str) -> Iterator[Transaction]:
    with translating(), closing(connect(file.path, file.key, mode=mode)) as connection:
        connection.execute("BEGIN")
        yield Transaction(DriverConnection(connection))
