"""K4: what cannot be read in one plan is told at that plan, and every other plan goes on.

A walk over every column of every table: a value that cannot be read is put in, past the rules of
the tables, as a failing disk or another program would.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import TEXT
from sqlcipher3 import dbapi2

from tests.tools.prepared import dutch, front_on
from tests.tools.table import speaks
from tests.tools.window import lay_examples
from zlp_tui import places
from zlp_tui.command.parsing.options import Options
from zlp_tui.command.program import Program
from zlp_tui.command.reading import read_commands
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import StoreError, ZlpError
from zlp_tui.plan.queries.selects import stored_shapes
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.view import BSN, Place
from zlp_tui.store.check import check
from zlp_tui.store.files.connection import connect

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
WILLEM, ANNIE, YOUSSEF = "Willem Hoekstra", "Annie de Vries", "Youssef El Amrani"
EXAMPLES = (WILLEM, ANNIE, YOUSSEF)
"""One that is harmed, another where that one has no such line, and one that must not mind. Each is looked at for every
column, so there are no more of them."""
NO_DAY = "'2026-02-3O'"
NO_TEXT = "CAST(x'ff41' AS TEXT)"
KEYS = {"plan_id", "id"}
"""A row whose key is another is another row; whose plan it is of nobody can tell."""
WRONG = {
    "date": cycle(("'2026-02-31'", NO_DAY, "'2026-19-39'")), "instant": cycle(("'2026-02-31T10:00:00.000Z'", "'x'")),
    "list": cycle(("'x'", "'{}'")), "object": cycle(("'x'", "'[]'")),
}


def values_that_cannot_be_read() -> Iterator[tuple[str, str, str]]:
    for table in METADATA.sorted_tables:
        shapes = stored_shapes(table)
        for column in table.columns:
            if column.key in KEYS or not isinstance(column.type, TEXT):
                continue
            shape = shapes.get(column.key)
            if shape is None:
                yield table.name, column.key, NO_TEXT
            elif isinstance(shape, list):
                yield table.name, column.key, "'nonsense'"
            else:
                yield table.name, column.key, next(WRONG[shape])
    for referring, person in (("statement", "voice"), ("task", "person"), ("goal", "voice"), ("attendance", "person")):
        yield referring, person, "'nobody'"
    yield "detail", "value", NO_DAY


VALUES = tuple(values_that_cannot_be_read())
FIRST_OF_TABLE = {table: column for table, column, _ in reversed(VALUES)}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three examples, with a draft, who typed last, a mark of who looked, two views of a goal, a talk, a grant,
    and a citizen service number."""
    home = tmp_path_factory.mktemp("sound")
    lay_examples(home)
    _leave_only(home, EXAMPLES)
    front = front_of(home)
    desk = front.sit_down(front.find(WILLEM))
    desk.keep_draft("Bij het raam.")
    desk.sit_at_keyboard(desk.view.client)
    desk.follow_up.looked()
    desk.follow_up.not_met(desk.view.goals[0].id, desk.follow_up.grounds()[0].id, "Dat kan hier nu niet.")
    for person in desk.view.people[:2]:
        speaks(desk, person.id)
        desk.go(Place("goals-now", "outcome", desk.view.goals[0].id))
        desk.answer(Spoken("Ik ga nu zelf."))
    desk.go(Place("sitting", "how", "agreements"))
    desk.answer(Picked(("good",)))
    desk.go(Place("who-may", "who-may", f"{desk.view.people[1].id}/read"))
    desk.answer(Picked(("everything",)))
    desk.go(Place("personal-details", "person", BSN))
    desk.answer(Spoken("123456782"))
    front.close()
    _let_anything_in(home)
    return home


def _let_anything_in(home: Path) -> None:
    """Take away what guards the tables. Nothing waits for the disk: the harm is done in many copies."""
    with closing(connect(places.store_file(home), durable=False)) as connection:
        connection.execute("BEGIN")
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("COMMIT")


def _leave_only(home: Path, names: Sequence[str]) -> None:
    """Take all other plans out of the file."""
    kept = [plan_of(home, name) for name in names]
    others = f"NOT IN ({', '.join('?' * len(kept))})"
    with closing(connect(places.store_file(home), durable=False)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('edition', 'audit')"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for table in METADATA.tables:
            connection.execute(f'DELETE FROM "{table}" WHERE plan_id {others}', kept)
        for _, sql in triggers:
            connection.execute(sql)
    assert [finding for finding in check(places.store_file(home)) if not finding.sound] == []


def front_of(home: Path) -> Front:
    return front_on(home, lambda: NOW, lambda: str(uuid4()))


def harmed(sound: Path, home: Path, statement: str) -> int:
    """A copy of the plans in which a statement did its harm; how many rows it changed."""
    shutil.copytree(sound, home)
    with closing(dbapi2.connect(str(places.store_file(home)))) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA synchronous = OFF")
        done = connection.execute(statement).rowcount
        connection.commit()
    return int(done)


def look_at_all(desk: DeskSession) -> None:
    """All that a face may ask of a plan that is open."""
    for _ in range(12):
        desk.forward()
    desk.letter(), desk.map(), desk.cards(), desk.choice_grids(), desk.drafts(), desk.domains()
    history = desk.history
    history.due(), history.remarks(), history.disagreements(), history.editions(), history.evaluations()
    history.then_and_now(), history.results(), history.new_since()
    for said in desk.view.statements:
        history.history(said.id), desk.trace(said.id)


def prints(home: Path, command: str, capfdbinary: pytest.CaptureFixture[bytes]) -> tuple[int, str]:
    program = Program(
        Options(within=36500), dutch(), locale_folder=places.content() / "nl", home=home, packs=()
    )
    code = read_commands.plans(program) if command == "plans" else read_commands.due(program)
    out, told = capfdbinary.readouterr()
    return code, (out + told).decode()


@pytest.mark.parametrize(("table", "column", "wrong"), VALUES)
def test_what_cannot_be_read_in_one_plan_stays_with_that_plan_k4(
    sound: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], table: str, column: str,
    wrong: str,
) -> None:
    one = " AND field IN ('drawn-up-on', 'evaluate-on')" if wrong == NO_DAY and table == "detail" else ""
    for name in (WILLEM, ANNIE):
        home, bad = tmp_path / name, plan_of(sound, name)
        if harmed(sound, home, f"UPDATE {table} SET {column} = {wrong} WHERE plan_id = '{bad}'{one}"):
            break
    else:
        raise AssertionError(f"no example has a line in {table}")

    found = [finding for finding in check(places.store_file(home)) if not finding.sound]
    assert {(f.what, f.values.get("id")) for f in found if f.what == "plan"} == {("plan", bad)}
    assert all(f.what in ("plan", "references", "names") for f in found)

    front = front_of(home)
    try:
        listed = {line.name: line for line in (*front.plans(), *front.plans(ended=True))}
        assert len(listed) == len(EXAMPLES)
        other = front.sit_down(listed[YOUSSEF].id)
        if column == FIRST_OF_TABLE[table]:  # the same for each column: it takes long
            look_at_all(other)
        with suppress(ZlpError):  # a sentence, and no traceback
            look_at_all(front.sit_down(bad))
    finally:
        front.close()
    for command in ("plans", "due"):
        code, told = prints(home, command, capfdbinary)
        assert code == 0
        assert command == "due" or YOUSSEF in told


def plan_of(home: Path, name: str) -> str:
    with closing(dbapi2.connect(str(places.store_file(home)))) as connection:
        ((plan,),) = connection.execute("SELECT plan_id FROM person WHERE kind = 'client' AND name = ?", (name,))
    return str(plan)


@pytest.mark.parametrize("harm", [
    "UPDATE evaluation SET held_on = '2026-02-31' WHERE plan_id = ?",
    "UPDATE detail SET value = '2026-02-3O', field = 'evaluate-on' WHERE field = 'law' AND plan_id = ?",
    "DELETE FROM person WHERE kind = 'client' AND plan_id = ?",
])
def test_home_tells_which_plan_cannot_be_read_k4(sound: Path, tmp_path: Path, harm: str) -> None:
    bad = plan_of(sound, WILLEM)
    assert harmed(sound, tmp_path / "home", harm.replace("?", f"'{bad}'"))
    front = front_of(tmp_path / "home")
    try:
        unreadable = [line for line in front.plans() if line.unreadable]
        assert [line.id for line in unreadable] == [bad]
        with pytest.raises(StoreError, match="cannot be read"):
            front.sit_down(bad)
    finally:
        front.close()
