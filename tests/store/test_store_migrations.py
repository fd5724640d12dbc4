"""Bringing older files up to date: the same tables as a new file has, nothing lost, and all or nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.book import Book
from zlp_tui.errors import StoreBusy
from zlp_tui.plan import goals
from zlp_tui.plan.load import load_view
from zlp_tui.store.connection import SCHEMA, connect
from zlp_tui.store.migrate import REVISIONS, migrate
from zlp_tui.store.outside import APPLICATION_ID
from zlp_tui.store.store import open_store

ROOT = Path(__file__).parents[2]
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


def later(folder: Path, upgrade: str) -> Path:
    """Our revisions, and one more."""
    shutil.copytree(REVISIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    code = f'from alembic import op\nrevision = "0002"\ndown_revision = "0001"\n\n\ndef upgrade():\n    {upgrade}\n'
    (folder / "versions" / "r0002_next.py").write_text(code, encoding="utf-8")
    return folder


def test_a_later_revision_keeps_every_row_and_the_file_as_it_was(book: Book, tmp_path: Path) -> None:
    book.do(goals.add, "Lopen.")
    before = book.view
    book.store.close()
    rebuild = "\n    ".join((
        "with op.batch_alter_table('plan', table_kwargs={'sqlite_strict': True}) as plan:",
        "    plan.create_check_constraint('ck_plan_version', 'version > 0')",
    ))
    kept = migrate(book.path, None, book.clock(), to=2, revisions=later(tmp_path / "r", rebuild))
    assert kept == book.path.with_name("plans.db.before-20260303-090001")
    with closing(connect(book.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
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
        migrate(book.path, None, book.clock(), to=2, revisions=later(tmp_path / "r", harm))
    assert sorted(file.name for file in book.path.parent.iterdir()) == ["plans.db", "plans.db.lock"]
    book.store = open_store(book.path, clock=book.clock)
    assert book.view == before


def test_a_file_that_is_open_elsewhere_is_left_alone(book: Book, tmp_path: Path) -> None:
    revisions = later(tmp_path / "r", "op.execute('SELECT 1')")
    assert book.store.claim()
    with pytest.raises(StoreBusy):
        migrate(book.path, None, book.clock(), to=2, revisions=revisions)
    book.store.close()
    with closing(connect(book.path)) as reader:
        reader.execute("SELECT count(*) FROM plan").fetchone()
        with pytest.raises(StoreBusy):
            migrate(book.path, None, book.clock(), to=2, revisions=revisions)
    assert migrate(book.path, None, book.clock(), to=2, revisions=revisions)
    assert migrate(book.path, None, book.clock(), to=2, revisions=revisions) is None


def test_an_encrypted_file_stays_encrypted(tmp_path: Path, book: Book) -> None:
    path, key = tmp_path / "secret" / "plans.db", bytes(range(32))
    secret = Book(open_store(path, key, clock=book.clock), path, book.clock)
    secret.start("Geheime Naam")
    secret.store.close()
    kept = migrate(path, key, book.clock(), to=2, revisions=later(tmp_path / "r", "op.execute('SELECT 1')"))
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
