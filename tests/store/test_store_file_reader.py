"""Files of older programs read as they are: through a copy in memory, so that no query knows of older tables."""

from __future__ import annotations

import gzip
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.book import Book, Clock
from tests.tools.readers import READERS
from zlp_tui.errors import StoreDamaged, StoreNewer
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.store.check import check
from zlp_tui.store.files.connection import SCHEMA, connect
from zlp_tui.store.files.file_reader import reading_file
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.store import open_store

RELEASED = Path(__file__).with_name("released")


def released(folder: Path, schema: int) -> Path:
    path = folder / "plans.db"
    path.write_bytes(gzip.decompress((RELEASED / f"schema-{schema}.db.gz").read_bytes()))
    path.chmod(0o600)
    return path


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_a_released_file_is_read_as_it_will_be_and_stays_as_it_is(tmp_path: Path, schema: int) -> None:
    path = released(tmp_path, schema)
    were = path.read_bytes()
    rows = plan_list_rows(path)
    with reading_file(path) as session:
        assert session is not None
        views = [load_view(session, row.id, READERS, every_note=True) for row in rows]
    findings = check(path)
    assert path.read_bytes() == were
    assert [file.name for file in tmp_path.iterdir()] == ["plans.db"]
    assert [finding.what for finding in findings if not finding.sound] == []
    assert {finding.what for finding in findings} >= {"pages", "references", "history", "names"}
    store = open_store(path, clock=Clock())
    with store.reading() as session:
        assert [load_view(session, row.id, READERS, every_note=True) for row in rows] == views
    store.close()
    assert plan_list_rows(path) == rows


def test_what_is_wrong_in_an_older_file_is_found(tmp_path: Path) -> None:
    path = released(tmp_path, 1)
    with closing(connect(path)) as connection:
        connection.execute("DELETE FROM change WHERE seq = 2")
    assert [finding.what for finding in check(path) if not finding.sound] == ["history"]
    with closing(connect(path)) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; DELETE FROM person")
    assert "version" in [finding.what for finding in check(path) if not finding.sound]
    with pytest.raises(StoreDamaged), reading_file(path):
        pass


def test_an_older_file_with_a_key_is_read_with_it(tmp_path: Path) -> None:
    path, key = tmp_path / "secret.db", bytes(range(32))
    with closing(connect(released(tmp_path, 1))) as connection:
        connection.execute(f"ATTACH '{path}' AS secret KEY \"x'{key.hex()}'\"")
        connection.execute("SELECT sqlcipher_export('secret')")
        for name in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA {name}").fetchone()
            connection.execute(f"PRAGMA secret.{name} = {value}")
    path.chmod(0o600)
    assert plan_list_rows(path, key) == plan_list_rows(tmp_path / "plans.db")
    assert [finding.what for finding in check(path, key) if not finding.sound] == []


def test_a_file_of_a_newer_zlp_is_told(book: Book) -> None:
    book.do(goals.add, "Lopen.")
    book.store.close()
    with closing(connect(book.path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(StoreNewer), reading_file(book.path):
        pass


def test_without_a_file_there_is_nothing_to_read(tmp_path: Path) -> None:
    with reading_file(tmp_path / "plans.db") as session:
        assert session is None
    assert list(tmp_path.iterdir()) == []
