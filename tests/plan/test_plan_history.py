"""There is no way around the history: whatever touches a row of a plan leaves a Change that tells the same (L97)."""

from __future__ import annotations

import json
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.acts import Deed, deeds
from tests.tools.book import Book
from tests.tools.laws import examples
from tests.tools.readers import READERS
from zlp_tui.errors import Refused
from zlp_tui.plan.queries.recorded_changes import history, whole_history
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.tables.beside_the_plan import drafts, keyboard_users, read_markers
from zlp_tui.plan.tables.columns import OwnedRow, columns_of, table_of
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.driver_transaction import driver_of

UNTOLD: Final = {
    "seq": "the number of the Change itself",
    "version": "counts the Changes of a row",
    "plan_id": "a Change names the plan",
    "id": "a Change names the row",
}
BESIDE: Final = {
    "plan": {"last_talk", "talked_on", "goes_on_at"},
    "conversation": {"resume_topic", "resume_step", "resume_item"},
}
"""What triggers copy, and where a sitting stands: no content (`tables.py`, `conversations.py`)."""

Touched = tuple[str, str, str, str | None, str]
"""The table, `add` or `alter`, the row's id, and the row before and after, as JSON."""


def watch(session: Transaction) -> None:
    """From now on every row that is added or altered in this connection is written down, whoever does it."""
    run = driver_of(session).execute
    run("CREATE TEMP TABLE IF NOT EXISTS touched (number INTEGER PRIMARY KEY, of_, kind, row_, before_, after_)")
    for row in OwnedRow.__subclasses__():
        name, columns = table_of(row).name, columns_of(row)
        old, new = (
            "json_object(" + ", ".join(f"'{column}', {side}.\"{column}\"" for column in columns) + ")"
            for side in ("old", "new")
        )
        for event, kind, before in (("INSERT", "add", "NULL"), ("UPDATE", "alter", old)):
            run(
                f'CREATE TEMP TRIGGER IF NOT EXISTS watch_{name}_{kind} AFTER {event} ON main."{name}" BEGIN '
                f"INSERT INTO touched (of_, kind, row_, before_, after_) "
                f"VALUES ('{name}', '{kind}', new.id, {before}, {new}); END"
            )


def watched(book: Book, do: Deed) -> tuple[list[Touched], list[Touched]]:
    """What an act really did to rows, and what its Changes tell that it did."""
    with book.store.writing() as session:
        watch(session)
        session.run("DELETE FROM touched", ())
        ((last,),) = session.run("SELECT coalesce(max(seq), 0) FROM change WHERE plan_id = ?", (book.plan,))
        do(book.act(session))
        rows = session.run("SELECT of_, kind, row_, before_, after_ FROM touched ORDER BY number", ())
        told = session.run(
            'SELECT "of", kind, "row", before, after FROM change WHERE plan_id = ? AND seq > ? ORDER BY seq',
            (book.plan, last),
        )
        for (name,) in session.run("SELECT name FROM sqlite_temp_master WHERE type = 'trigger'", ()):
            driver_of(session).execute(f"DROP TRIGGER temp.{name}")
    return [of_a_row for row in rows if (of_a_row := _as_change(*row))], [tuple(one) for one in told]


def _as_change(of: str, kind: str, row: str, before: str | None, after: str) -> Touched | None:
    """What a Change of this row must tell; None when nothing of it is content."""
    unrecorded = next(one.unrecorded for one in OwnedRow.__subclasses__() if table_of(one).name == of)
    silent = set(UNTOLD) | BESIDE.get(of, set()) | set(unrecorded)
    new = {name: value for name, value in json.loads(after).items() if name not in silent}
    if before is None:
        return of, kind, row, None, _json({name: value for name, value in new.items() if value is not None})
    old = json.loads(before)
    changed = {name: value for name, value in new.items() if old[name] != value}
    return (of, kind, row, _json({name: old[name] for name in changed}), _json(changed)) if changed else None


def _json(columns: dict[str, object]) -> str:
    return json.dumps(columns, sort_keys=True)


def _alike(lines: list[Touched]) -> list[Touched]:
    """Lines in one order and with one way of writing JSON; a prompt is kept once and is told as it is."""
    return sorted(
        (of, kind, row, _json(json.loads(before)) if before else None, _json(json.loads(after)))
        for of, kind, row, before, after in lines
        if not (of == "conversation" and not set(json.loads(after)) - BESIDE["conversation"])
    )


@settings(max_examples=examples(5), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_row_that_is_touched_has_its_change_with_the_same_before_and_after(
    book: Book, data: st.DataObject
) -> None:
    book.start()
    for _ in range(data.draw(st.integers(5, 25))):
        deed = data.draw(deeds(book))
        book.clock.on(seconds=1)
        did, told = watched(book, deed)
        assert _alike(did) == _alike(told)
    if book.acts:
        undone = data.draw(st.sampled_from(book.acts))
        try:
            did, told = watched(book, lambda act: changes.undo(act, undone))
        except Refused:  # what was agreed on stays as it is
            return
        assert _alike(did) == _alike(told)


def test_the_watch_sees_what_goes_around_the_history(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.")

    def around(act: changes.Act) -> None:
        act.session.run("UPDATE goal SET text = 'Zingen.' WHERE plan_id = ? AND id = ?", (book.plan, goal))

    did, told = watched(book, around)
    assert (did, told) == ([("goal", "alter", goal, '{"text": "Lopen."}', '{"text": "Zingen."}')], [])


def test_sittings_editions_and_undo_are_in_the_history_too(book: Book) -> None:
    did, told = watched(book, lambda act: conversations.begin(act, [book.client]))
    assert _alike(did) == _alike(told) != []
    view = book.view
    did, told = watched(book, lambda act: editions.agree(act, [view.client]))
    assert _alike(did) == _alike(told) != []


def test_what_is_no_content_touches_no_row_of_the_plan(book: Book) -> None:
    """How far somebody read, and what is typed and not said: kept in tables of their own, without a Change."""
    assert watched(book, read_markers.looked) == ([], [])
    assert not issubclass(read_markers.SeenRow, OwnedRow)
    assert not issubclass(drafts.DraftRow, OwnedRow)
    assert watched(book, lambda act: keyboard_users.remember(act, book.client)) == ([], [])
    assert not issubclass(keyboard_users.KeyboardUserRow, OwnedRow)
    lines = {str(table_of(row).name) for row in OwnedRow.__subclasses__()}
    every = {"plan", "change", "draft", "seen", "keyboard_user", "audit", "audit_head", "citizen_number"} | lines
    tables = {str(name) for (name,) in book.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {name for name in tables if not name.startswith(("client_name", "sqlite_", "alembic"))} <= every


def test_a_change_itself_is_never_written_over(book: Book) -> None:
    """A Change keeps who, when and what; the numbers leave no gap that a removed one would."""
    book.do(goals.add, "Lopen.")
    numbers = [seq for (seq,) in book.rows("SELECT seq FROM change ORDER BY seq")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_whole_history_holds_what_was_said_before(book: Book) -> None:
    said = {"topic": "future", "step": "dreams", "prompt": "Droomt u?"}
    first = book.do(statements.add_statement, **said, text="Van zee.")
    second = book.do(statements.say_anew, first, "Van de zee.")
    third = book.do(statements.say_anew, second, "Van de Noordzee.")
    with book.store.reading() as session:
        assert [one.row for one in whole_history(session, book.view, READERS, third)] == [first, second, third]
        assert [one.row for one in history(session, book.view, READERS, third)] == [third]
        (line,) = history(session, book.view, READERS, first)
    assert (line.of, line.on, line.by.name) == ("statement", "2026-03-03", "Annie de Vries")
