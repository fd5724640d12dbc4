"""Bringing older files up to date: the same tables as a new file has, nothing lost, and all or nothing."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.tools.book import Book, Clock
from tests.tools.commands import run_forked
from tests.tools.readers import READERS
from tests.tools.structure import structure_of
from zlp_tui.errors import StoreBusy
from zlp_tui.places import store_file
from zlp_tui.plan.queries.load import load_edition, load_view
from zlp_tui.plan.serialization import SHOW_VERSION, as_json
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.upcasters import MADE, UPCASTERS
from zlp_tui.store.check import check
from zlp_tui.store.files.connection import SCHEMA, connect
from zlp_tui.store.files.file_header import APPLICATION_ID
from zlp_tui.store.files.lock import store_lock
from zlp_tui.store.files.migrate import REVISIONS, migrate
from zlp_tui.store.store import open_store

ROOT = Path(__file__).parents[2]
NEXT = SCHEMA + 1
RELEASED = Path(__file__).with_name("released")
"""Stores as each released version of the tables made them, filled by the examples, and what was in them."""

FROZEN = sorted(int(path.name.removeprefix("schema-").removesuffix(".db.gz")) for path in RELEASED.glob("*.db.gz"))
"""The versions of the tables that are kept. `make freeze-schema` keeps one more, when it is released."""


def a_file_without_tables(path: Path) -> None:
    """A file of ours from before the first tables."""
    with closing(connect(path, mode="rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def test_the_first_revision_makes_what_a_new_file_has(book: Book, tmp_path: Path) -> None:
    old = tmp_path / "old" / "plans.db"
    old.parent.mkdir()
    a_file_without_tables(old)
    store = open_store(old, clock=book.clock)
    brought = Book(store, old, book.clock)
    brought.ids = book.ids
    assert structure_of(old) == structure_of(book.path)
    plan = brought.start()
    assert [row[0] for row in brought.rows("SELECT plan_id FROM client_name")] == [plan]
    assert brought.rows("SELECT version_num FROM alembic_version") == [(f"{SCHEMA:04}",)]
    store.close()
    assert sorted(file.name for file in old.parent.iterdir()) == [
        "plans.db", "plans.db.before-20260303-090000", "plans.db.lock",
    ]


def test_every_released_schema_is_kept() -> None:
    """The last one is kept when it is released; from then on its tables only change with a new number."""
    assert FROZEN in (list(range(1, SCHEMA)), list(range(1, SCHEMA + 1)))


@pytest.mark.parametrize("schema", FROZEN)
def test_every_released_file_is_brought_up_to_date_with_all_that_was_said(tmp_path: Path, schema: int) -> None:
    path = tmp_path / "plans.db"
    path.write_bytes(gzip.decompress((RELEASED / f"schema-{schema}.db.gz").read_bytes()))
    were = json.loads(gzip.decompress((RELEASED / f"schema-{schema}.json.gz").read_bytes()))
    fresh = tmp_path / "fresh" / "plans.db"
    open_store(fresh, clock=Clock()).close()
    store = open_store(path, clock=Clock())
    try:
        assert structure_of(path) == structure_of(fresh)
        with store.reading() as session:
            for were_said in (_upcast(plan) for plan in were):
                shown = json.loads(json.dumps(as_json(load_view(session, were_said["id"], READERS, every_note=True))))
                assert _as_it_was(shown, were_said) == were_said
                told = [said for c in shown["choices"] for said in (*c["reasons"], *c["open_questions"], *c["options"])]
                assert all(said["voice"] for said in told if said.get("title") != "Alles blijft zoals het is")
                assert all(by for value, by in _answered(shown) if value)
            assert session.run("SELECT text FROM draft", ()) == [("Nog niet gezegd",)]
    finally:
        store.close()
    assert [finding.what for finding in check(path) if not finding.sound] == []


def test_of_an_edition_of_schema_2_is_compared_what_it_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    path.write_bytes(gzip.decompress((RELEASED / "schema-2.db.gz").read_bytes()))
    with closing(open_store(path, clock=Clock())) as store, store.reading() as session:
        ((plan, kept),) = session.run("SELECT plan_id, goes_on FROM edition WHERE number = 2", ())
        (evaluation,) = json.loads(kept)["evaluations"]
        then = load_edition(session, plan, 2, READERS)
        assert [held.id for held in then.evaluations] == [evaluation["id"]]
        assert not load_edition(session, plan, 1, READERS).evaluations


@pytest.mark.parametrize("schema", FROZEN)
def test_the_command_shows_every_plan_of_a_released_file(tmp_path: Path, schema: int) -> None:
    store_file(tmp_path).write_bytes(gzip.decompress((RELEASED / f"schema-{schema}.db.gz").read_bytes()))
    were = json.loads(gzip.decompress((RELEASED / f"schema-{schema}.json.gz").read_bytes()))
    assert {row["name"] for row in _printed(tmp_path, "plans")} == {_client(plan) for plan in were}
    for plan in were:
        (shown,) = _printed(tmp_path, "show", plan["id"])
        assert (shown["id"], _client(shown)) == (plan["id"], _client(plan))
    assert all(finding["sound"] for finding in _printed(tmp_path, "check"))


def _answered(plan: dict[str, Any]) -> Iterator[tuple[object, object]]:
    """What one person answers for all, with who that was: by the history, of what is older (decision 0044)."""
    yield plan["deciding"]["role"], plan["deciding"]["by"]
    yield plan["drawn_up_with"], plan["drawn_up_by"]
    outcomes = [outcome for held in plan["evaluations"] for outcome in held["goals"]]
    for lines, answers in (
        (plan["domains"], (("relevance", "relevance_by"),)), (outcomes, (("decision", "decision_by"),)),
        (plan["choices"], (("role", "role_by"), ("chosen", "chosen_by"))),
        (plan["evaluations"], (("quality", "quality_by"),)), (plan["remarks"], (("done_with", "done_by"),)),
        (plan["disagreements"], (("ended_how", "ended_by"),)),
        ((*plan["goals"], *plan["agreements"]), (("ended_on", "ended_by"),)),
    ):
        yield from ((line[answer], line[by]) for line in lines for answer, by in answers)


def _printed(home: Path, *command: str) -> list[dict[str, Any]]:
    """What a command prints as JSON, as a list."""
    done = run_forked((*command, "--json"), b"", {**os.environ, "ZLP_HOME": str(home)})
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    shown = json.loads(done.stdout)
    return shown if isinstance(shown, list) else [shown]


def _client(plan: dict[str, Any]) -> str:
    return next(str(person["name"]) for person in plan["people"] if person["id"] == plan["client"])


def _upcast(plan: Mapping[str, Any]) -> Mapping[str, Any]:
    for version in range(plan["show_version"], SHOW_VERSION):
        plan = UPCASTERS[version](plan)
    return plan


def _as_it_was(now: object, was: object) -> object:
    """What is there now, without the keys that were not there then, and with no id for what had none."""
    if isinstance(was, dict) and isinstance(now, dict):
        now = now | ({"id": was["id"]} if MADE in str(was.get("id")) else {})
        return {name: _as_it_was(now[name], was[name]) for name in was}
    if isinstance(was, list) and isinstance(now, list) and len(now) == len(was):
        return [_as_it_was(one, other) for one, other in zip(now, was, strict=True)]
    return now


def later(folder: Path, upgrade: str) -> Path:
    """Our revisions, and one more."""
    shutil.copytree(REVISIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = f'revision = "{NEXT:04}"\ndown_revision = "{SCHEMA:04}"'
    code = f"from alembic import op\n{head}\n\n\ndef upgrade():\n    {upgrade}\n"
    (folder / "versions" / f"r{NEXT:04}_next.py").write_text(code, encoding="utf-8")
    return folder


def test_a_later_revision_keeps_every_row_and_the_file_as_it_was(book: Book, tmp_path: Path) -> None:
    book.do(goals.add, "Lopen.")
    before = book.view
    book.store.close()
    rebuild = "\n    ".join((
        "with op.batch_alter_table('plan', table_kwargs={'sqlite_strict': True}) as plan:",
        "    plan.create_check_constraint('ck_plan_version', 'version > 0')",
    ))
    kept = migrate(book.path, None, book.clock(), to=NEXT, revisions=later(tmp_path / "r", rebuild))
    assert kept == book.path.with_name("plans.db.before-20260303-090001")
    with closing(connect(book.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (1,)
        assert connection.execute("SELECT text FROM goal").fetchall() == [("Lopen.",)]
    kept.replace(book.path)
    book.store = open_store(book.path, clock=book.clock)
    with book.store.reading() as session:
        assert load_view(session, book.plan, READERS) == before


PLACE = "where_at TEXT"
CHECKED = "CONSTRAINT ck_goal_where_at CHECK (length(where_at) BETWEEN 1 AND 200)"


def declared(folder: Path, fresh: Path, *edits: tuple[str, str]) -> Path:
    """A new file with the tables of `fresh` as they are declared, after these edits."""
    folder.mkdir()
    path = folder / "plans.db"
    with closing(connect(fresh)) as connection:
        shadows = {name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'shadow'")}
        made = [
            sql for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            if name not in shadows
        ]
    with closing(connect(path, mode="rwc")) as connection:
        for old, new in edits:
            assert sum(sql.count(old) for sql in made) == 1
            made = [sql.replace(old, new) for sql in made]
        for sql in filter(str.strip, made):
            connection.execute(sql)
    return path


END_OF_GOAL = """fk_goal_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)\n)\n WITHOUT ROWID"""

WITH_A_PLACE = (
    ("\tpriority INTEGER, \n\tstatus", f"\t{PLACE}, \n\tpriority INTEGER, \n\tstatus"),
    ("CONSTRAINT fk_goal_plan_id_voice", f"{CHECKED}, \n\tCONSTRAINT fk_goal_plan_id_voice"),
)
"""A column of goals that may be empty, among the others, as the tables of a later program declare it."""


def test_a_column_that_may_be_empty_is_one_line_of_sql(book: Book, tmp_path: Path) -> None:
    book.do(goals.add, "Lopen.")
    book.store.close()
    later_file = declared(tmp_path / "declared", book.path, *WITH_A_PLACE)
    one_line = f"op.execute('ALTER TABLE goal ADD COLUMN {PLACE} {CHECKED}')"
    assert migrate(book.path, None, book.clock(), to=NEXT, revisions=later(tmp_path / "r", one_line))
    assert structure_of(book.path) == structure_of(later_file)
    with closing(connect(book.path)) as connection:
        assert connection.execute("SELECT text, where_at FROM goal").fetchall() == [("Lopen.", None)]


@pytest.mark.parametrize("statement", [
    "SELECT 1",
    f"ALTER TABLE goal ADD COLUMN {PLACE}",
    f"ALTER TABLE goal ADD COLUMN where_at INTEGER {CHECKED}",
    f"ALTER TABLE goal ADD COLUMN {PLACE} {CHECKED.replace('200', '20')}",
    f"ALTER TABLE goal ADD COLUMN {PLACE} {CHECKED.replace('ck_goal_where_at', 'ck_goal_place')}",
    f"ALTER TABLE goal ADD COLUMN {PLACE} DEFAULT (NULL) {CHECKED}",
    f"ALTER TABLE agreement ADD COLUMN {PLACE} {CHECKED}",
], ids=["no column", "no check", "another type", "another check", "another name", "a default", "another table"])
def test_a_migration_that_forgets_something_of_a_column_is_caught(book: Book, tmp_path: Path, statement: str) -> None:
    later_file = declared(tmp_path / "declared", book.path, *WITH_A_PLACE)
    book.store.close()
    migrate(book.path, None, book.clock(), to=NEXT, revisions=later(tmp_path / "r", f"op.execute({statement!r})"))
    assert structure_of(book.path) != structure_of(later_file)


@pytest.mark.parametrize(("old", "new"), [
    ("\tpriority INTEGER, \n\tstatus", "\tstatus"),
    ("\tpriority INTEGER, \n\tstatus TEXT NOT NULL", "\tpriority INTEGER, \n\tstatus TEXT"),
    ("CONSTRAINT ck_goal_follows_from CHECK (json_type(follows_from) = 'array'), \n\t", ""),
    (", \n\tCONSTRAINT fk_goal_plan_id_replaces FOREIGN KEY(plan_id, replaces) REFERENCES goal (plan_id, id)", ""),
    ("CONSTRAINT pk_goal PRIMARY KEY (plan_id, id)", "CONSTRAINT pk_goal PRIMARY KEY (id, plan_id)"),
    (" DEFERRABLE INITIALLY DEFERRED\n)\n WITHOUT ROWID,\n STRICT", "\n)\n WITHOUT ROWID,\n STRICT"),
    (f"{END_OF_GOAL},\n STRICT", END_OF_GOAL),
    ("CREATE UNIQUE INDEX ix_person_client", "CREATE INDEX ix_person_client"),
    ("CREATE INDEX ix_progress_adjust ON progress (plan_id, about, seq) WHERE adjust IS NOT NULL", ""),
    (" WHEN new.kind = 'client' BEGIN\nINSERT", " BEGIN\nINSERT"),
    ("tokenize = 'trigram remove_diacritics 1'", "tokenize = 'trigram'"),
], ids=[
    "column", "not null", "check", "foreign key", "primary key", "deferred", "strict", "unique", "index", "trigger",
    "index of names",
])
def test_tables_that_differ_in_one_thing_are_told_apart(book: Book, tmp_path: Path, old: str, new: str) -> None:
    whole = structure_of(declared(tmp_path / "whole", book.path))
    assert whole == structure_of(book.path)
    assert structure_of(declared(tmp_path / "lacking", book.path, (old, new))) != whole


@pytest.mark.parametrize("harm", [
    "op.execute('DELETE FROM goal')",
    "op.execute('DELETE FROM person')",
    "op.execute('THIS IS NO SQL')",
], ids=["rows lost", "references broken", "no SQL"])
def test_a_revision_that_does_harm_changes_nothing(book: Book, tmp_path: Path, harm: str) -> None:
    book.do(goals.add, "Lopen.")
    before = book.view
    book.store.close()
    with pytest.raises(Exception, match=r"as it was|THIS"):
        migrate(book.path, None, book.clock(), to=NEXT, revisions=later(tmp_path / "r", harm))
    assert sorted(file.name for file in book.path.parent.iterdir()) == ["plans.db", "plans.db.lock"]
    book.store = open_store(book.path, clock=book.clock)
    assert book.view == before


def test_a_file_that_is_open_elsewhere_is_left_alone(book: Book, tmp_path: Path) -> None:
    revisions = later(tmp_path / "r", "op.execute('SELECT 1')")
    assert book.view.client == book.client
    with pytest.raises(StoreBusy):  # a window that has it open, whichever plan it writes
        migrate(book.path, None, book.clock(), to=NEXT, revisions=revisions)
    book.store.close()
    making = store_lock(book.path)
    assert making.take()
    with pytest.raises(StoreBusy):
        migrate(book.path, None, book.clock(), to=NEXT, revisions=revisions)
    making.release()
    with closing(connect(book.path)) as reader:
        reader.execute("SELECT count(*) FROM plan").fetchone()
        with pytest.raises(StoreBusy):
            migrate(book.path, None, book.clock(), to=NEXT, revisions=revisions)
    assert migrate(book.path, None, book.clock(), to=NEXT, revisions=revisions)
    assert migrate(book.path, None, book.clock(), to=NEXT, revisions=revisions) is None


def test_an_encrypted_file_stays_encrypted(tmp_path: Path, book: Book) -> None:
    path, key = tmp_path / "secret" / "plans.db", bytes(range(32))
    secret = Book(open_store(path, key, clock=book.clock), path, book.clock)
    secret.start("Geheime Naam")
    secret.store.close()
    kept = migrate(path, key, book.clock(), to=NEXT, revisions=later(tmp_path / "r", "op.execute('SELECT 1')"))
    assert kept
    for file in (path, kept):
        assert b"Geheime" not in file.read_bytes()
        with closing(connect(file, key)) as connection:
            assert connection.execute("SELECT name FROM person").fetchall() == [("Geheime Naam",)]


def test_alembic_is_imported_only_for_an_old_file(book: Book) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.tools.book import Clock; "
        "from zlp_tui.store.store import open_store; open_store(Path(sys.argv[1]), clock=Clock()).close(); "
        "sys.exit('alembic' in sys.modules)"
    )
    book.store.close()
    assert subprocess.run([sys.executable, "-c", code, str(book.path)], cwd=ROOT, check=False).returncode == 0
