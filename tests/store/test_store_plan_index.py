"""The locked list of plans: what lists tell from it is what they tell from the plans themselves."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from tests.store.test_store_move_plans import KEYS, _move, _three_plans
from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreDamaged
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import read_slots, write_slots
from zlp_tui.places import plans_folder, store_file
from zlp_tui.plan.access import Readers
from zlp_tui.plan.queries.agreed_in_plans import agreed_in_plans
from zlp_tui.plan.queries.dates_of_plans import dates_of_plans
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.connection import connect
from zlp_tui.store.files.create import make_tables
from zlp_tui.store.files.driver_transaction import DriverConnection
from zlp_tui.store.files.file_reader import reading_file
from zlp_tui.store.lists.last_stops import last_stops
from zlp_tui.store.lists.namesake_plans import called, namesakes_of
from zlp_tui.store.lists.people_called import people_with_news, typed_last
from zlp_tui.store.lists.plan_index import INDEX, READ, reading_index
from zlp_tui.store.lists.plan_list_rows import dated_rows_in, granted_plans, rows_in
from zlp_tui.store.own_files.plan_folder import FILE, open_plan, plans_in

TODAY = datetime.date(2026, 11, 28)


def _lists(session: Transaction) -> list[object]:
    """All that is told of many plans at once."""
    rows = rows_in(session)
    plans = [row.id for row in rows]
    readers = {row.id: Readers.of(row.client) for row in rows}
    return [
        rows, rows_in(session, "", 200, "all"), rows_in(session, "", 200, "ended"), dated_rows_in(session),
        *(rows_in(session, typed) for typed in ("annie", "de v", "mul", "greet müller", "an", "zzz")),
        namesakes_of(session, plans), called(session, ["annie de vries"]), last_stops(session, plans),
        people_with_news(session, "sanne", 9), typed_last(session, 9),
        dates_of_plans(session, readers, TODAY.isoformat()), agreed_in_plans(session, readers, TODAY),
    ]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Three plans in files of their own, and the file that they came from under its first name."""
    store_file(tmp_path).write_bytes(_three_plans())
    return tmp_path


def _by_index(home: Path, keys: KeyPair = KEYS, ask: Callable[[Transaction], object] = _lists) -> object:
    with reading_index(home, plans_folder(home), keys) as plans:
        assert plans.troubles == {}
        return ask(plans.session)


def _names(home: Path, keys: KeyPair = KEYS) -> object:
    return _by_index(home, keys, lambda session: sorted(row.name for row in rows_in(session)))


def test_lists_tell_the_same_of_plans_in_one_file_and_in_files_of_their_own(home: Path) -> None:
    with reading_file(store_file(home)) as session:
        assert session is not None
        told = _lists(session)
    _move(home)
    assert _by_index(home) == told


def test_the_index_has_the_columns_that_lists_read_and_no_more() -> None:
    """By what SQLite itself says of each query; `started_on` and the rest of a row's key cost nothing."""
    read = defaultdict[str, set[str]](set)

    def note(action: int, table: str | None, column: str | None, *_where: object) -> int:
        if action == 20 and table and column:
            read[table].add(column)
        return 0

    with closing(connect(Path("tables"), mode="memory")) as connection:
        make_tables(connection)
        connection.set_authorizer(note)
        session = Transaction(DriverConnection(connection))
        _lists(session)
        readers = {"p": Readers.of("c")}
        dates_of_plans(session, readers, TODAY.isoformat())
        agreed_in_plans(session, readers, TODAY)
        namesakes_of(session, ["p"])
        last_stops(session, ["p"])
        granted_plans(session)
    copied = {table: set(columns.split()) for table, columns in READ.items()}
    ours = {table: columns - {"number"} for table, columns in read.items() if table in copied}
    assert set(copied) == set(read) - {"client_name", "json_each", "sqlite_master"}
    assert {table: columns - copied[table] for table, columns in ours.items() if columns - copied[table]} == {}
    more = {table: columns - ours[table] for table, columns in copied.items()}
    assert set().union(*more.values()) <= {"id", "seq", "at", "started_on"}


def test_what_was_said_since_is_in_the_next_look(home: Path) -> None:
    _move(home)
    assert _names(home) == ["Annie de Vries", "Bram Vos", "Müller, Greet"]
    folder = plans_folder(home)
    plan = plans_in(folder)[0]
    with closing(open_plan(folder, plan, KEYS, clock=Clock())) as store:
        book = Book(store, folder / plan / FILE, Clock(), plan)
        book.client = book.by = book.view.client
        book.ids = count(1_000_000)
        book.do(people.change, book.client, name="Anders Genoemd")
        assert "Anders Genoemd" in str(_names(home))  # while it is open and its log is not yet put away
    assert "Anders Genoemd" in str(_names(home))


def test_looking_again_at_a_plan_that_changed_makes_no_tables_and_loads_no_sqlalchemy(home: Path) -> None:
    """In a program just started: opening a plan looks its name up in the list."""
    _move(home)
    _names(home)
    folder = plans_folder(home)
    (folder / plans_in(folder)[0] / FILE).touch()
    looked = (
        "import sys, pathlib\n"
        "from zlp_tui.keys.key_pair import KeyPair\n"
        "from zlp_tui.store.lists.plan_index import reading_index\n"
        "holder, folder, key = sys.argv[1:]\n"
        "with reading_index(pathlib.Path(holder), pathlib.Path(folder), KeyPair(bytes.fromhex(key))) as plans:\n"
        "    print(plans.session.run('SELECT count(*) FROM plan', ()), 'sqlalchemy' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", looked, home, folder, (b"k" * 32).hex()], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[(3,)] False\n"


def test_an_index_that_is_gone_damaged_or_of_another_key_is_made_anew(home: Path) -> None:
    _move(home)
    names = _names(home)
    other = KeyPair(b"o" * 32)
    assert _names(home, other) == []
    assert _names(home) == names
    for content in (b"", b"x" * 9000, (home / INDEX).read_bytes()[:9000]):
        (home / INDEX).write_bytes(content)
        assert _names(home) == names
    (home / INDEX).unlink()
    assert _names(home) == names
    assert (home / INDEX).stat().st_mode & 0o777 == 0o600 and b"Vries" not in (home / INDEX).read_bytes()


def test_a_key_that_is_taken_takes_the_plan_from_the_list(home: Path) -> None:
    _move(home)
    folder, sanne = plans_folder(home), KeyPair(b"s" * 32)
    plan = plans_in(folder)[0]
    mine = read_slots(folder / plan, plan)
    salt = mine.keys[0].salt
    write_slots(folder / plan, mine.with_slot(salt, mine.key_of(salt, KEYS), sanne.public, lambda: plan))
    assert len(str(_names(home, sanne)).split(",")) == 1 and _names(home, sanne) != []
    write_slots(folder / plan, mine)
    assert _names(home, sanne) == []


def test_a_damaged_plan_is_told_and_the_others_are_listed(home: Path) -> None:
    _move(home)
    folder = plans_folder(home)
    plan = plans_in(folder)[1]
    assert len(str(_names(home)).split(",")) >= 3
    (folder / plan / FILE).write_bytes((folder / plan / FILE).read_bytes()[:5000])
    with reading_index(home, folder, KEYS) as plans:
        assert [*plans.troubles] == [plan] and isinstance(plans.troubles[plan], StoreDamaged)
        assert len(rows_in(plans.session)) == 2


def test_where_nothing_can_be_written_the_list_is_made_in_memory(home: Path) -> None:
    """A folder in the place of the index, as root may write everywhere else."""
    _move(home)
    (home / INDEX).mkdir()
    (home / INDEX / "x").touch()
    assert len(rows_of(home)) == 3


def rows_of(home: Path) -> tuple[object, ...]:
    with reading_index(home, plans_folder(home), KEYS) as plans:
        return rows_in(plans.session)


def test_while_another_brings_it_up_to_date_it_is_read_as_it_was(home: Path) -> None:
    _move(home)
    names = _names(home)
    other = connect(home / INDEX, KEYS.key_for("index"))
    with closing(other):
        other.execute("BEGIN IMMEDIATE")
        assert _names(home) == names


