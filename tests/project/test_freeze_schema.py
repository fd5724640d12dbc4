"""`make freeze-schema` keeps a store with rows in every table, the same each time, and of each schema only one."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.tools.copies import copy_of
from tests.tools.shown import hold_examples
from tests.tools.structure import structure_of
from tools import freeze_schema
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.store.files.connection import SCHEMA, connect

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def _time_zone_is_given_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    yield
    monkeypatch.undo()
    time.tzset()


def rows_of(path: Path) -> Rows:
    with closing(connect(path)) as connection:
        return {
            table.name: sorted(connection.execute(f'SELECT * FROM "{table.name}"').fetchall(), key=repr)
            for table in METADATA.sorted_tables
        }


@pytest.mark.timeout(240)
def test_a_schema_is_kept_once_with_rows_in_every_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stores = []
    for name, hold in (("first", partial(copy_of, hold_examples)), ("again", hold_examples)):
        folder = tmp_path / name
        folder.mkdir()
        assert freeze_schema.main(folder, hold) == 0
        kept = {path.name: path.read_bytes() for path in folder.iterdir()}
        assert set(kept) == {f"schema-{SCHEMA}.db.gz", f"schema-{SCHEMA}.json.gz"}
        assert freeze_schema.main(folder) == 1
        assert f"Schema {SCHEMA} is kept already" in capsys.readouterr().err
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == kept
        stores.append(tmp_path / f"{name}.db")
        stores[-1].write_bytes(gzip.decompress(kept[f"schema-{SCHEMA}.db.gz"]))
    first, again = stores
    assert [table for table, rows in rows_of(first).items() if not rows] == []
    assert rows_of(first) == rows_of(again)
    assert structure_of(first) == structure_of(again)
