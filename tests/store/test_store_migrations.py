"""Bringing older files up to date: the same tables as a new file has, nothing lost, and all or nothing."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreBusy
from zlp_tui.plan.as_json import as_json
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables import goals
from zlp_tui.store.connection import SCHEMA, connect
from zlp_tui.store.file_header import APPLICATION_ID
from zlp_tui.store.migrate import REVISIONS, migrate
from zlp_tui.store.store import open_store

ROOT = Path(__file__).parents[2]
NEXT = SCHEMA + 1
RELEASED = Path(__file__).with_name("released")
"""Stores as each released version of the tables made them, filled by the examples, and what was in them."""

Rows = dict[str, str]


def schema_of(path: Path) -> Rows:
    """Every table, index and trigger with the words that made it, white space apart."""
    with closing(connect(path)) as connection:
        made = connection.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in made}


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
    assert schema_of(old) == schema_of(book.path)
    plan = brought.start()
    assert [row[0] for row in brought.rows("SELECT plan_id FROM client_name")] == [plan]
    assert brought.rows("SELECT version_num FROM alembic_version") == [(f"{SCHEMA:04}",)]
    store.close()
    assert sorted(file.name for file in old.parent.iterdir()) == [
        "plans.db", "plans.db.before-20260303-090000", "plans.db.lock",
    ]


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_every_released_file_is_brought_up_to_date_with_all_that_was_said(tmp_path: Path, schema: int) -> None:
    path = tmp_path / "plans.db"
    path.write_bytes(gzip.decompress((RELEASED / f"schema-{schema}.db.gz").read_bytes()))
    were = json.loads(gzip.decompress((RELEASED / f"schema-{schema}.json.gz").read_bytes()))
    fresh = tmp_path / "fresh" / "plans.db"
    open_store(fresh, clock=Clock()).close()
    store = open_store(path, clock=Clock())
    try:
        assert schema_of(path) == schema_of(fresh)
        with store.reading() as session:
            for were_said in were:
                shown = json.loads(json.dumps(as_json(load_view(session, were_said["id"], whole=True))))
                assert _as_it_was(shown, were_said) == were_said
            assert session.run("SELECT text FROM draft", ()) == [("Nog niet gezegd",)]
    finally:
        store.close()


def _as_it_was(now: object, was: object) -> object:
    """What is there now, without the keys that were not there then."""
    if isinstance(was, dict) and isinstance(now, dict):
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
        assert load_view(session, book.plan) == before


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
    assert book.store.claim()
    with pytest.raises(StoreBusy):
        migrate(book.path, None, book.clock(), to=NEXT, revisions=revisions)
    book.store.close()
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
