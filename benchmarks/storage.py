"""What storage costs in the running program: one answer, one view, against the same by hand."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from benchmarks.stores import SENTENCE, act_by, act_of, add_sentence, new_id, now, opened, with_statements
from benchmarks.table import Figure, Row, compare, interleaved
from zlp_tui.places import store_file
from zlp_tui.plan.access import Readers
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.driver_transaction import driver_of
from zlp_tui.store.store import Store

KEY = bytes(range(32))
PLACE = "good-day-bad-day|sides|good"


def rows(folder: Path, runs: int) -> list[Row]:
    """One whole answer committed, and a view of 500 statements."""
    return [_answer(folder, runs), *_view(folder, runs)]


def _answer(folder: Path, runs: int) -> Row:
    """Statement, change and draft gone, encrypted, against one row of the same text in a plain SQLite file."""
    plan = with_statements(folder / "answer", 100, KEY)
    store = opened(folder / "answer", KEY)
    with store.reading() as session:
        client = act_of(session, plan).by
        journal = str(session.run("pragma journal_mode", ())[0][0])
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute(f"pragma journal_mode = {journal}")
    raw.execute("pragma synchronous = full")
    raw.execute("create table said (id text primary key, plan text, text text, at text) strict")

    def ours() -> float:
        with store.writing() as session:
            drafts.keep(session, plan, PLACE, SENTENCE, None, now())
        began = time.perf_counter()
        with store.writing() as session:
            add_sentence(act_by(session, plan, client), SENTENCE)
            drafts.forget(session, plan, PLACE)
        return (time.perf_counter() - began) * 1000

    def theirs() -> float:
        began = time.perf_counter()
        raw.execute("begin immediate")
        raw.execute("insert into said values (?, ?, ?, ?)", (new_id(), plan, SENTENCE, now().isoformat()))
        raw.execute("commit")
        return (time.perf_counter() - began) * 1000

    found = interleaved(runs * 20, {"ours": ours, "raw": theirs})
    store.close()
    raw.close()
    against = f"one raw sqlite3 row, {journal}"
    return compare("one whole answer committed, encrypted", found["ours"], found["raw"], against, within=3)


def _view(folder: Path, runs: int) -> list[Row]:
    """`load_view` against the very queries that it runs, run by hand and read to the end."""
    plan = with_statements(folder / "view", 500)
    small = with_statements(folder / "small", 5)
    store, little = opened(folder / "view"), opened(folder / "small")
    asked = _queries(store, plan)
    raw = connect(store_file(folder / "view"), mode="ro")

    def ours() -> float:
        began = time.perf_counter()
        with store.reading() as session:
            load_view(session, plan, Readers.of("reader"))
        return (time.perf_counter() - began) * 1000

    def theirs() -> float:
        began = time.perf_counter()
        for statement in asked:
            raw.execute(statement).fetchall()
        return (time.perf_counter() - began) * 1000

    found = interleaved(runs * 10, {"ours": ours, "raw": theirs})
    fewer = _queries(little, small)
    with closing(raw):
        store.close()
        little.close()
    return [
        compare("PlanView of 500 statements", found["ours"], found["raw"], "the same raw queries", within=6),
        Row(
            "its number of queries, 500 statements against 5", (Figure(len(asked) / len(fewer), 1, "×"),),
            f"{len(asked)} and {len(fewer)} queries",
        ),
    ]


def _queries(store: Store, plan: str) -> list[str]:
    """What the driver is asked when a view is loaded, values included."""
    asked: list[str] = []
    with store.reading() as session:
        driver = driver_of(session)
        driver.set_trace_callback(asked.append)
        load_view(session, plan, Readers.of("reader"))
        driver.set_trace_callback(None)
    return asked
