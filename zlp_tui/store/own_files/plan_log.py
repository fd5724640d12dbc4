"""Telling in the log of a plan what is done with its file: keys, and files that it is handed over in."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

from sqlcipher3 import dbapi2

from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.plan.audit_line import AuditEntry, AuditEvent, AuditSeal
from zlp_tui.plan.timestamps import instant
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import transaction, translating
from zlp_tui.store.own_files.plan_folder import LockedFile, require_plan, seal_of
from zlp_tui.store.store import PATIENCE


def tell_in_file(file: LockedFile, keys: KeyPair, *entries: AuditEntry) -> None:
    """Tell of something in the log of a plan, by whoever has these keys, before it is done; another window may have the
    plan open. `StoreBusy` while it writes, `StoreReadOnly` or `StoreFull` where nothing can be written."""
    with translating(), closing(connect(file.path, file.key, patience=PATIENCE)) as connection:
        require_plan(connection, entries[0].plan_id, file.path.name)
        tell(connection, seal_of(file.key, keys), *entries)


def tell(connection: dbapi2.Connection, seal: AuditSeal, *entries: AuditEntry) -> None:
    """The same on a connection, in a transaction of its own."""
    with transaction(connection, "BEGIN IMMEDIATE", seal) as session:
        for entry in entries:
            session.tell(entry)


def key_entry(plan: str, at: datetime, event: AuditEvent, public: bytes) -> AuditEntry:
    """That something is done with or for the key of somebody, who is told by its public half."""
    return AuditEntry(plan, instant(at), event, what=public.hex())
