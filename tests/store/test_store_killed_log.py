"""Killed at any line, there is no Change without its line in the log, and no line without its Change."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.store.test_store_plan_folder import ANNIE, _make, _open
from tests.tools.book import Book, Clock
from tests.tools.killed import kill_at
from zlp_tui.plan.queries.audit_check import check_log
from zlp_tui.store.own_files.plan_folder import FILE


def test_killed_anywhere_no_change_is_without_its_line(tmp_path: Path) -> None:
    """Two acts in a locked file, in a process that ends before each third line of a transaction."""
    plan = _make(tmp_path)

    def write() -> None:
        with closing(_open(tmp_path, plan)) as store:
            book = Book(store, tmp_path / plan / FILE, Clock(Clock().now + timedelta(days=1)), plan)
            book.client = book.by = book.view.client
            book.somebody("Karim")
            book.somebody("Sanne")

    line = 1
    while kill_at(write, line, within="transaction"):
        line += 3
    assert line > 12
    with closing(_open(tmp_path, plan, ANNIE)) as store, store.reading() as session:
        assert check_log(session, plan, store.seal).sound
        ((changes, last),) = session.run("SELECT count(*), max(seq) FROM change", ())
        ((told,),) = session.run("SELECT max(to_seq) FROM audit", ())
    assert changes == last == told > 1
