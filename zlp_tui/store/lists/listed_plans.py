"""Telling in the logs of plans that words of theirs stood in a list of many: once a day in each (decision 0052)."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui.errors import StoreError
from zlp_tui.plan.queries.compiled_queries import query_named
from zlp_tui.plan.timestamps import instant

if TYPE_CHECKING:
    from zlp_tui.keys.key_pair import KeyPair
    from zlp_tui.plan.audit_line import AuditEntry
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.store import Store


def tell_in_one_file(store: Store, plans: Collection[str], at: datetime) -> None:
    """Tell it of plans in the one file, where it was not told today; where nothing can be written, nothing is."""
    with store.reading() as session:
        new = not_told_of(session, plans, at)
    if new:
        store.tell(*(listed(plan, at) for plan in new))


def not_told_of(session: Transaction, plans: Collection[str], at: datetime) -> tuple[str, ...]:
    """Those of these plans in whose log it was not told today."""
    midnight = instant(at.astimezone().replace(hour=0, minute=0, second=0, microsecond=0))
    told = query_named("audit-listed", session.dialect).sql
    return tuple(plan for plan in plans if not session.run(told, {"plan": plan, "since": midnight}))


def tell_in_own_files(folder: Path, holder: Path, keys: KeyPair, plans: Collection[str], at: datetime) -> None:
    """The same of plans that each have a file of their own, as whoever has these keys saw them. Of a plan that another
    window is writing it is told with the next list."""
    from zlp_tui.store.lists.plan_index import once_a_day
    from zlp_tui.store.own_files.plan_folder import unlocked  # who has one file opens no lock
    from zlp_tui.store.own_files.plan_log import tell_in_file

    def tell(plan: str) -> None:
        tell_in_file(unlocked(folder, plan, keys), keys, listed(plan, at))

    with suppress(StoreError):  # the list is there all the same
        once_a_day(holder, keys, at.astimezone().date().isoformat(), plans, tell)


def listed(plan: str, at: datetime) -> AuditEntry:
    """That words of a plan stood in a list. Nobody said who looked."""
    from zlp_tui.plan.audit_line import AuditEntry  # a second look tells nothing

    return AuditEntry(plan, instant(at), "list")
