"""B13, A11: a lock per plan. Two windows write two plans; one window writes a plan, another sees when it is free."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreBusy, StoreError, StoreReadOnly
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.tables.client import plans
from zlp_tui.store.check import check
from zlp_tui.store.files.lock import plan_lock
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import Store, open_store

ROOT = Path(__file__).parents[2]
IN_ANOTHER_WINDOW = "This plan is open in another window. Until it is closed there, you can only read here."

HOLDER = """
import sys
from pathlib import Path
from tests.tools.book import Clock
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import open_store
claim = PlanClaim(open_store(Path(sys.argv[1]), clock=Clock()), sys.argv[2])
print(claim.take(), flush=True)
sys.stdin.read()
"""

WRITER = """
import sys
from itertools import count
from pathlib import Path
from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreBusy
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import PATIENCE, open_store
path, plan, client, first, words = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
store = open_store(path, clock=Clock(), patience=PATIENCE)
book = Book(store, path, Clock(), plan, client, client, ids=count(first))
claim = PlanClaim(store, plan)
sys.stdin.readline()
for number in range(words):
    while not claim.take(60):
        pass
    try:
        with claim.writing() as session:
            statements.add_statement(book.act(session), topic="t", step="s", prompt="Vraag?", text=f"{first} {number}")
        print(f"{first} {number}", flush=True)
    except StoreBusy:
        pass
    if "--by-turns" in sys.argv:
        claim.release()
store.close()
"""
"""Says so many things about one plan, and prints what was kept: as a window, or as a command that lets go each time."""


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    """A process of its own that has our modules."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE,
        text=True,
    )


@contextmanager
def another_window(book: Book) -> Iterator[subprocess.Popen[str]]:
    """A window of another process that has the plan."""
    with run(HOLDER, book.path, book.plan) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        yield holder
        holder.kill()


def second_plan(book: Book, name: str = "Bram Bos") -> Book:
    """Another plan in the same file."""
    other = Book(book.store, book.path, book.clock, ids=count(1_000_000))
    with book.store.writing() as session:
        other.plan = plans.start(
            session, name=name, at=book.clock(), today=book.clock().date(), new_id=other.new_id
        )
    other.client = other.by = other.view.client
    return other


def add_goal(claim: PlanClaim, book: Book, text: str) -> None:
    with claim.writing() as session:
        goals.add(book.act(session), text)


def test_of_the_same_plan_a_second_window_only_reads_and_says_why_b13(book: Book) -> None:
    with another_window(book):
        claim = PlanClaim(book.store, book.plan)
        assert not claim.read_only
        assert not claim.take()
        assert claim.read_only
        with pytest.raises(StoreReadOnly, match=IN_ANOTHER_WINDOW):
            add_goal(claim, book, "Lopen.")
        assert book.view.client_person.name == "Annie de Vries"
        assert len(plan_list_rows(book.path)) == 1


def test_whoever_never_asked_is_refused_too_while_another_window_has_the_plan_b13(book: Book) -> None:
    with another_window(book), pytest.raises(StoreReadOnly, match=IN_ANOTHER_WINDOW):
        add_goal(PlanClaim(book.store, book.plan), book, "Lopen.")
    assert book.view.goals == ()


def test_of_another_plan_a_second_window_writes_and_makes_new_ones_b13(book: Book) -> None:
    with another_window(book):
        other = second_plan(book)
        claim = PlanClaim(book.store, other.plan)
        assert claim.take()
        add_goal(claim, other, "Lopen.")
        assert [goal.text for goal in other.view.goals] == ["Lopen."]


def test_a_window_that_became_free_is_noticed_b13(book: Book) -> None:
    first, second = PlanClaim(book.store, book.plan), PlanClaim(open_store(book.path, clock=book.clock), book.plan)
    assert first.take() and not second.take()
    assert not second.look_again() and second.read_only
    first.release()
    assert second.look_again() and not second.read_only
    assert not second.look_again()
    add_goal(second, book, "Lopen.")
    assert not first.take()


def test_the_claim_of_a_window_that_was_killed_is_free_b13(book: Book) -> None:
    claim = PlanClaim(book.store, book.plan)
    with another_window(book) as holder:
        assert int(lock_file(book).read_text().split()[0]) == holder.pid
        assert not claim.take()
        holder.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        holder.wait()
        assert claim.take()
    assert int(lock_file(book).read_text().split()[0]) == os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove a file that is open")
def test_no_file_of_a_lock_stays_when_nobody_has_the_plan_b13(book: Book) -> None:
    claim = PlanClaim(book.store, book.plan)
    assert claim.take() and lock_file(book).exists()
    claim.release()
    claim.release()
    assert not lock_file(book).exists()


def test_an_id_from_elsewhere_names_no_file_elsewhere_b13(book: Book) -> None:
    for hostile in ("../../weg", "/etc/passwd", "a" * 5000, "\ud800", ""):
        claim = PlanClaim(book.store, hostile)
        assert claim.take()
        assert {path.parent for path in book.path.parent.glob("*.lock")} == {book.path.parent}
        claim.release()


def test_a_lock_that_is_let_go_of_while_others_wait_goes_to_one_of_them_b13(tmp_path: Path) -> None:
    """The file goes with each release: nobody may hold the lock of a file that is gone."""
    store_file, inside, most = tmp_path / "plans.db", [0], [0]

    def take_turns() -> None:
        lock = plan_lock(store_file, "plan")
        for _ in range(100):
            assert lock.take(60)
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            lock.release()

    threads = [threading.Thread(target=take_turns) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


@pytest.mark.parametrize(("windows", "by_turns"), [(1, False), (2, True)])
def test_windows_on_two_plans_with_many_writers_lose_nothing_b13(book: Book, windows: int, by_turns: bool) -> None:
    """Two plans, each with one window that keeps it, or with two commands that take it by turns."""
    books, words = (book, second_plan(book)), 40 // windows
    writers = [
        run(WRITER, book.path, b.plan, b.client, (8 * at + n + 2) * 10_000_000, words, *["--by-turns"] * by_turns)
        for at, b in enumerate(books) for n in range(windows)
    ]
    kept = [set(writer.communicate("go\n", timeout=120)[0].splitlines()) for writer in started(writers)]
    assert [writer.returncode for writer in writers] == [0] * len(writers)
    for at, b in enumerate(books):
        said = set().union(*kept[at * windows : (at + 1) * windows])
        assert {statement.text for statement in b.view.statements} == said
        assert len(said) > words * windows // 2
    assert [finding for finding in check(book.path) if not finding.sound] == []


def started(writers: list[subprocess.Popen[str]]) -> list[subprocess.Popen[str]]:
    """All of them at the same time."""
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return writers


def test_a_write_waits_shortly_for_another_window_that_writes_b13(book: Book) -> None:
    patient = open_store(book.path, clock=book.clock, patience=60)
    hasty = open_store(book.path, clock=book.clock, patience=0)
    ready = threading.Event()

    def wait_for_it() -> None:
        ready.set()
        with patient.writing() as session:
            goals.add(book.act(session), "Daarna.")

    waiting = threading.Thread(target=wait_for_it)
    with book.store.writing() as session:
        with pytest.raises(StoreBusy), hasty.writing():
            pass
        waiting.start()
        ready.wait()
        goals.add(book.act(session), "Eerst.")
    waiting.join()
    assert [goal.text for goal in book.view.goals] == ["Eerst.", "Daarna."]
    patient.close()
    hasty.close()


def test_a_lock_that_cannot_be_made_is_told_and_tried_again_k7(book: Book) -> None:
    """Whatever stands in the way may go, as a full disk does: reading goes on meanwhile."""
    lock_file(book).mkdir()
    claim = PlanClaim(book.store, book.plan)
    assert not claim.take() and claim.read_only
    with pytest.raises(StoreError):
        add_goal(claim, book, "Lopen.")
    assert book.view.goals == ()
    lock_file(book).rmdir()
    assert claim.look_again() and not claim.read_only
    add_goal(claim, book, "Lopen.")


def lock_file(book: Book) -> Path:
    return book.path.with_name(f"plans.db.{book.plan}.lock")


def test_a_store_that_cannot_be_written_gives_no_claim_k13(book: Book) -> None:
    store: Store = open_store(book.path, clock=Clock(), read_only=True)
    claim = PlanClaim(store, book.plan)
    assert not claim.take() and claim.read_only and not claim.look_again()
    with pytest.raises(StoreReadOnly, match="Nothing can be kept in this folder"):
        add_goal(claim, book, "Lopen.")
    store.close()
