"""The store to practise with is there at once, and is what comes of holding the conversations of the examples."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.tools.book import Clock
from tests.tools.copies import lay_empty_store
from tests.tools.table import START
from tests.tools.window import lay_examples
from zlp_tui import places
from zlp_tui.command.practice_script import practice_script, script_file, statements_made_on, write_script
from zlp_tui.conversation.session.scripted_examples import read_example
from zlp_tui.store.check import check
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.prepared_store import make_prepared, statements_of, with_moving_days
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.store import open_store

ROOT = Path(__file__).parents[2]
EXAMPLES = tuple((places.data() / "examples").glob("*.yaml"))
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTHS_DIFFER = 3
"""Days by which “over three months” may differ: how many days that are depends on the month it is said in."""


LATER = START + timedelta(days=155)
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[datetime, list[str]]:
    """What is in the store when all conversations were held on a day: each takes seconds. Those of the first day are
    held for other tests too. All begin with the same empty store, in which the indexes have one order."""
    home = tmp_path_factory.mktemp("held")
    lay_examples(home)
    made = {START: rows_of(places.store_file(home))}
    for day in (START + timedelta(days=100), LATER):
        home = tmp_path_factory.mktemp("held")
        lay_empty_store(home)
        made[day] = statements_made_on(day, home)
    return made


@pytest.fixture(scope="module")
def script(held: dict[datetime, list[str]]) -> str:
    """The script, made anew."""
    return with_moving_days(held[START], held[START + timedelta(days=100)], START.date())


def prepared(folder: Path, script: str, today: date) -> Path:
    path = folder / "plans.db"
    make_prepared(path, script, today)
    return path


def rows_of(path: Path) -> list[str]:
    with closing(connect(path)) as connection:
        return list(statements_of(connection))


def test_on_the_same_day_it_is_what_was_held(
    script: str, held: dict[datetime, list[str]], tmp_path: Path
) -> None:
    assert rows_of(prepared(tmp_path, script, START.date())) == held[START]


def test_on_another_day_only_days_differ_and_as_much(
    script: str, held: dict[datetime, list[str]], tmp_path: Path
) -> None:
    pairs = list(zip(rows_of(prepared(tmp_path, script, LATER.date())), held[LATER], strict=True))
    assert [DAY.sub("", made) for made, _ in pairs] == [DAY.sub("", held) for _, held in pairs]
    days = [both for made, held in pairs for both in zip(DAY.findall(made), DAY.findall(held), strict=True)]
    apart = [abs((date.fromisoformat(made) - date.fromisoformat(held)).days) for made, held in days]
    assert max(apart) <= MONTHS_DIFFER
    assert apart.count(0) > len(apart) * 0.9


def test_it_is_a_sound_store_of_today(script: str, tmp_path: Path) -> None:
    path = prepared(tmp_path, script, START.date())
    assert [finding for finding in check(path) if not finding.sound] == []
    names = {read_example(file).name for file in EXAMPLES}
    assert {row.name for row in plan_list_rows(path)} == {row.name for row in plan_list_rows(path, search="s")} == names
    assert [row.name for row in plan_list_rows(path, search="vries")] == ["Annie de Vries"]
    open_store(tmp_path / "new.db", clock=Clock()).close()
    assert schema_of(path) == schema_of(tmp_path / "new.db")


def schema_of(path: Path) -> list[tuple[str, ...]]:
    with closing(connect(path)) as connection:
        made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
        return [*made, *connection.execute("SELECT k, v FROM client_name_config ORDER BY k")]


@pytest.mark.parametrize("other", ["INSERT INTO a VALUES ('b')", "INSERT INTO a VALUES ('{{3}}')"])
def test_what_differs_in_more_than_days_is_never_written_down(other: str) -> None:
    with pytest.raises(ValueError, match="more than days"):
        with_moving_days(["INSERT INTO a VALUES ('{{3}}')"], [other], START.date())


def test_no_conversation_is_held_when_practice_begins() -> None:
    """Nor is anything imported for it, so that the list of people is there within half a second."""
    write_script()
    begun = """
import sys, tempfile
from pathlib import Path
from zlp_tui import places
from zlp_tui.command.demo import DemoHome
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
with tempfile.TemporaryDirectory() as folder:
    DemoHome(None, Path(folder)).fill(aloud=True)
    print(len(plan_list_rows(places.store_file(Path(folder)))))
heavy = {name.partition(".")[0] for name in sys.modules} & {"sqlalchemy", "sqlmodel", "pydantic", "yaml", "alembic"}
print(sorted(heavy), "zlp_tui.conversation.session.scripted_examples" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", begun], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [str(len(EXAMPLES)), "[] False"]


def test_a_script_of_other_examples_is_not_used(tmp_path: Path) -> None:
    write_script()
    kept = script_file().read_text(encoding="utf-8")
    assert practice_script() == kept
    (tmp_path / "other.sql").write_text(kept.replace("-- ", "-- 0", 1), encoding="utf-8")
    assert practice_script(tmp_path / "other.sql") is None
    assert practice_script(tmp_path / "none.sql") is None
