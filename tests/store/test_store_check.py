"""What `zlp check` finds in the file of plans."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tools.book import Book
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.errors import StoreDamaged, StoreError
from zlp_tui.plan.tables.agreed import choices, goals
from zlp_tui.store.check import check
from zlp_tui.store.files.connection import connect
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.plans_to_read import OneFileToRead
from zlp_tui.store.store import open_store


def unsound(path: Path) -> list[str]:
    return [finding.what for finding in check(path) if not finding.sound]


@contextmanager
def closed_to_us(folder: Path) -> Iterator[None]:
    """A folder without rights; root, whom no right stops, is nobody meanwhile."""
    root = os.geteuid() == 0
    folder.chmod(0)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


def test_no_plans_yet_is_sound(tmp_path: Path) -> None:
    assert [(f.what, f.sound) for f in check(tmp_path / "plans.db")] == [("file", True)]


def test_a_sound_file_is_told_to_be_so_in_all_respects(book: Book) -> None:
    findings = check(book.path)
    assert all(finding.sound for finding in findings)
    assert [f.what for f in findings] == ["file", "private", "version", "pages", "references", "history", "names"]


@pytest.mark.parametrize(("harm", "what"), [
    ("DELETE FROM change WHERE seq = 1", "history"),
    ("UPDATE change SET seq = 9 WHERE seq = 3", "history"),
    ("UPDATE goal SET follows_from = '[\"nothing\"]'", "references"),
    ("UPDATE choice SET chosen = 'nothing'", "references"),
    ("UPDATE plan SET drawn_up_with = '[\"nobody\"]'", "references"),
    ("UPDATE plan SET decider = 'nobody'", "references"),
    ("PRAGMA foreign_keys = OFF; DELETE FROM person", "references"),
    ("UPDATE client_name SET folded = 'iemand anders'", "names"),
    ("DELETE FROM client_name", "names"),
])
def test_what_is_wrong_inside_is_found(book: Book, harm: str, what: str) -> None:
    book.do(goals.add, "Lopen.")
    book.do(choices.ask, "Waarheen?", always="Nergens")
    book.store.close()
    connection = connect(book.path)
    connection.executescript(harm)
    connection.close()
    assert what in unsound(book.path)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def wipe_a_page(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(4096) + whole[12288:])


@pytest.mark.parametrize("harm", [cut, wipe_a_page], ids=["half a file", "an empty page"])
def test_b02_what_is_wrong_outside_is_found(book: Book, harm: Callable[[Path], None]) -> None:
    book.store.close()
    harm(book.path)
    assert unsound(book.path)


def test_nothing_is_noted_in_a_file_with_a_page_gone_k4(book: Book) -> None:
    book.store.require_whole()
    with book.store.writing() as session:
        session.run("PRAGMA ignore_check_constraints = ON", ())
        session.run("UPDATE plan SET drawn_up_with = 'x'", ())
    book.store.require_whole()
    book.store.close()
    wipe_a_page(book.path)
    book.store = open_store(book.path, clock=book.clock)
    with pytest.raises(StoreDamaged):
        book.store.require_whole()


def test_a_file_that_others_can_read_is_found(book: Book) -> None:
    book.path.chmod(0o644)
    assert unsound(book.path) == ["private"]


def _lines(path: Path) -> object:
    return plan_lines(OneFileToRead(path, clock=lambda: datetime.now(UTC)))


def test_a08_where_nobody_may_look_is_told_as_a_sentence(tmp_path: Path) -> None:
    inside = tmp_path / ("a" * 300) / "plans.db"  # no name may be this long: looking fails, for root as well
    (finding,) = check(inside)
    assert (finding.what, finding.sound, finding.message) == ("file", False, "The plans could not be read or kept.")
    for look in (plan_list_rows, _lines, lambda path: open_store(path, clock=lambda: datetime.now(UTC))):
        with pytest.raises(StoreError):
            look(inside)


def test_a08_a_folder_that_is_closed_to_us_is_told_with_its_name(book: Book) -> None:
    book.store.close()
    with closed_to_us(book.path.parent):
        (finding,) = check(book.path)
        with pytest.raises(StoreError) as told:
            plan_list_rows(book.path)
    assert finding.message == told.value.message
    assert told.value.message.startswith("zlp may not look in this folder")
    assert told.value.values == {"folder": book.path.parent}


def test_a_file_that_is_not_ours_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "plans.db").write_text("Lieve mam, ")
    (finding,) = check(tmp_path / "plans.db")
    assert (finding.what, finding.sound, dict(finding.values)) == ("file", False, {"file": "plans.db"})
    assert "{file}" in finding.message


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("mode", [0o777, 0o755, 0o1777, 0o770])
def test_a_folder_of_ours_that_others_could_come_at_is_closed_when_it_is_opened_k15(book: Book, mode: int) -> None:
    book.store.close()
    book.path.with_name("zlp.log").touch()
    book.path.parent.chmod(mode)
    assert unsound(book.path) == (["private"] if mode & 0o022 else [])
    book.store = open_store(book.path, clock=book.clock)
    assert stat.S_IMODE(book.path.parent.stat().st_mode) == 0o700
    assert unsound(book.path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_folder_with_other_things_in_it_stays_as_it_is_and_is_told_k15(book: Book) -> None:
    """A home folder, or one of the system: others may need it."""
    book.store.close()
    book.path.with_name("brief.txt").touch()
    book.path.parent.chmod(0o777)
    book.store = open_store(book.path, clock=book.clock)
    assert stat.S_IMODE(book.path.parent.stat().st_mode) == 0o777
    assert unsound(book.path) == ["private"]
    book.path.parent.chmod(0o755)
    assert unsound(book.path) == []
