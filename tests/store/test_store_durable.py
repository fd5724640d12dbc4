"""What was kept is there: after a kill, on a full disk, where nothing can be written, and beside another window."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreBusy, StoreError, StoreFull, StoreReadOnly
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.check import check
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.store import open_store

ROOT = Path(__file__).parents[2]

NURSERY = """
import os, sys
from itertools import count
from pathlib import Path
from tests.tools.book import Book, Clock
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.store import open_store

def write(path, plan, client, first):
    book = Book(open_store(path, clock=Clock()), path, Clock(), plan, client, client, ids=count(first))
    for number in count(first):
        with book.store.writing() as session:
            drafts.keep(session, plan, "a|b|c", f"nog niet gezegd {number}", client, book.clock())
        print("typed", number, flush=True)
        book.do(statements.add_statement, topic="t", step="s", prompt="Vraag?", text=f"gezegd {number}")
        print("kept", number, flush=True)

for line in sys.stdin:
    child = os.fork()
    if not child:
        write(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(line))
    print("child", child, flush=True)
    os.waitpid(child, 0)
    print("gone", child, flush=True)
"""
"""Imports once, and then lets a child write for each line it is told, until that child is killed."""


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    """A process of its own that has our modules."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="processes are forked")
def test_a01_all_that_was_reported_kept_is_there_after_a_kill_at_any_moment(book: Book) -> None:
    """Killed 50 times while typing and saving; the plan is read back after each."""
    moments = Random(2026)
    book.store.close()
    kept: set[str] = set()
    with run(NURSERY, book.path, book.plan, book.client) as nursery:
        for round_ in range(1, 51):
            typed = _killed_after(moments.randint(1, 12), nursery, 1_000_000 * round_, kept)
            book.store = open_store(book.path, clock=book.clock)
            assert kept <= {statement.text for statement in book.view.statements}
            with book.store.reading() as session:
                (draft,) = drafts.all(session, book.plan)
            assert int(draft.text.rsplit(maxsplit=1)[1]) >= typed
            book.store.close()
        nursery.communicate()
    assert len(kept) > 50
    assert [finding for finding in check(book.path) if not finding.sound] == []


def _killed_after(lines: int, nursery: subprocess.Popen[str], first: int, kept: set[str]) -> int:
    """Let a child keep things until it reported so many lines, then kill it; the last draft it reported."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{first}\n")
    nursery.stdin.flush()
    typed, child, heard = 0, 0, 0
    for line in nursery.stdout:
        what, number = line.split()
        match what:
            case "child":
                child = int(number)
            case "typed":
                typed = int(number)
            case "kept":
                kept.add(f"gezegd {number}")
            case "gone":
                return typed
        heard += 1
        if heard >= lines and typed and child:
            os.kill(child, signal.SIGKILL)
            heard = -1_000_000
    raise AssertionError("the nursery ended by itself")


FULL = """
import resource, signal, sys
from pathlib import Path
from tests.tools.book import Book, Clock
from itertools import count
from zlp_tui.errors import StoreFull
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.store import open_store
path, plan, client = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
book = Book(open_store(path, clock=Clock()), path, Clock(), plan, client, client, ids=count(5_000_000))
def say(text): return book.do(statements.add_statement, topic="t", step="s", prompt="Vraag?", text=text)
say("voor de schijf vol was")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = path.with_name(path.name + "-wal").stat().st_size + 4096
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    for number in range(100):
        say("past niet meer " * 1000)
    sys.exit("the disk was never full")
except StoreFull as full:
    print(full.message)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
say("weer ruimte")
book.store.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="the limit is a Unix one")
def test_a06_a_full_disk_harms_nothing_and_work_goes_on_when_there_is_room(book: Book) -> None:
    book.do(goals.add, "Lopen.")
    book.store.close()
    with run(FULL, book.path, book.plan, book.client) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said.strip() == "The disk is full or does not work. This was not kept; what was kept earlier is safe."
    book.store = open_store(book.path, clock=book.clock)
    view = book.view
    texts = [statement.text for statement in view.statements]
    assert (texts[0], texts[-1], view.goals[0].text) == ("voor de schijf vol was", "weer ruimte", "Lopen.")
    assert [finding for finding in check(book.path) if not finding.sound] == []


@contextmanager
def no_file_larger_than(limit: int) -> Iterator[None]:
    """As a full disk is, for this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("logged", [False, True], ids=["whole", "with a log"])
def test_a_store_that_was_opened_on_a_full_disk_writes_as_soon_as_there_is_room_k7(book: Book, logged: bool) -> None:
    book.do(goals.add, "Lopen.")
    full = book.path.with_name("full.db")
    if logged:
        shutil.copy(f"{book.path}-wal", f"{full}-wal")
    else:
        book.store.close()
    shutil.copy(book.path, full)
    with no_file_larger_than(1024):
        store = open_store(full, clock=book.clock)
        claim = PlanClaim(store, book.plan)
        assert isinstance(store.refusal, StoreFull) and not claim.look_again()
        with store.reading() as session:
            assert not store.look_again(), "somebody is reading"
            assert session.run("SELECT text FROM goal", ()) == [("Lopen.",)]
    assert claim.look_again() and not claim.read_only
    with claim.writing() as session:
        goals.add(book.act(session), "Zingen.")
    with store.reading() as session:
        assert session.run("SELECT text FROM goal ORDER BY seq", ()) == [("Lopen.",), ("Zingen.",)]
    claim.release()
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="the limit is a Unix one")
def test_a06_a_file_that_cannot_be_made_is_told_and_not_left_half(tmp_path: Path) -> None:
    with no_file_larger_than(8192), pytest.raises(StoreFull):
        open_store(tmp_path / "plans.db", clock=Clock())
    assert not (tmp_path / "plans.db").exists()
    open_store(tmp_path / "plans.db", clock=Clock()).close()


READER = """
import os, sys
from pathlib import Path
from tests.tools.book import Book, Clock
from zlp_tui.errors import StoreReadOnly
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.plan_claim import PlanClaim
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.store import open_store
path, plan, client = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
if os.getuid() == 0:  # whom no right stops
    os.setgid(65534)
    os.setuid(65534)
store = open_store(path, clock=Clock())
book = Book(store, path, Clock(), plan, client, client)
assert store.read_only and not PlanClaim(store, plan).take()
print(store.refusal.message)
print(book.view.client_person.name, [row.name for row in plan_list_rows(path)])
try:
    book.do(goals.add, "Lopen.")
    sys.exit("it was written")
except StoreReadOnly as refused:
    print(refused.message)
store.close()
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user of the computer can come to, as the tests may be run by root."""
    folder = Path(tempfile.mkdtemp(prefix="zlp-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a08_where_nothing_can_be_written_plans_can_be_read(
    open_folder: Path, file_mode: int, folder_mode: int
) -> None:
    path = open_folder / "home" / "plans.db"
    book = Book(open_store(path, clock=Clock()), path, Clock())
    book.start()
    book.store.close()
    path.with_name("plans.db.lock").unlink()
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    before = path.read_bytes()
    with run(READER, path, book.plan, book.client) as reader:
        said, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    cannot = "Nothing can be kept in this folder. You can read the plans."
    assert said.splitlines() == [cannot, "Annie de Vries ['Annie de Vries']", cannot]
    assert path.read_bytes() == before


def test_a10_two_programs_that_write_by_turns_lose_nothing(book: Book) -> None:
    other = Book(open_store(book.path, clock=book.clock), book.path, book.clock, book.plan, book.client, book.client)
    other.ids = iter(range(1_000_000, 2_000_000))

    def write(who: Book, name: str) -> None:
        for number in range(25):
            who.do(statements.add_statement, topic="t", step="s", prompt="Vraag?", text=f"{name} {number}")

    threads = [threading.Thread(target=write, args=pair) for pair in ((book, "een"), (other, "twee"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.store.close()
    view = book.view
    assert len(view.statements) == 50
    assert [s.text for s in view.statements if s.text.startswith("een")] == [f"een {n}" for n in range(25)]
    assert [finding for finding in check(book.path) if not finding.sound] == []


def test_reading_sees_one_moment_and_never_waits_for_a_writer(book: Book) -> None:
    with book.store.writing() as session:
        goals.add(book.act(session), "Lopen.")
        seen = []
        thread = threading.Thread(target=lambda: seen.append(len(book.view.goals)))
        thread.start()
        thread.join()
        assert seen == [0]
        assert len(book.view.goals) == 1
    assert len(book.view.goals) == 1


def test_a_unit_of_work_inside_another_is_refused_and_harms_nothing(book: Book) -> None:
    def outer(act: Act) -> None:
        goals.add(act, "Lopen.")
        book.do(goals.add, "Zingen.")

    with pytest.raises(StoreBusy):
        book.do(outer)
    assert book.view.goals == ()
    book.do(goals.add, "Zingen.")


def test_no_session_outlives_its_block(book: Book) -> None:
    with book.store.writing() as writing:
        pass
    with book.store.reading() as reading:
        pass
    for session in (writing, reading):
        with pytest.raises(RuntimeError, match="closed"):
            session.run("UPDATE plan SET version = 9", ())
    assert book.rows("SELECT version FROM plan") == [(1,)]


def test_a_closed_store_stays_closed(book: Book) -> None:
    book.store.close()
    book.store.close()
    with pytest.raises(StoreError, match="closed"):
        book.do(goals.add, "Lopen.")
    with pytest.raises(StoreError, match="closed"):
        assert book.view.id


OTHER = "Another file with plans stands in this place now"


def replaced(book: Book) -> None:
    """An older copy in the place of the file, as a sync client puts it there."""
    older = book.path.with_name("older.db")
    older.write_bytes(book.path.read_bytes())
    older.chmod(0o600)
    older.replace(book.path)


def removed(book: Book) -> None:
    book.path.rename(book.path.with_name("elsewhere.db"))


def folder_removed(book: Book) -> None:
    shutil.rmtree(book.path.parent)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
@pytest.mark.parametrize("harm", [replaced, removed, folder_removed])
def test_nothing_is_written_into_a_file_that_is_no_longer_there_f16(book: Book, harm: Callable[[Book], None]) -> None:
    book.do(goals.add, "Lopen.")
    harm(book)
    for _ in range(2):
        with pytest.raises(StoreReadOnly, match=OTHER):
            book.do(goals.add, "Fietsen.")
    assert book.store.read_only
    assert [goal.text for goal in book.view.goals] == ["Lopen."]
    book.store.close()
    kept = book.path.with_name(f"{book.path.name}.kept-1")
    assert kept.exists() is (harm is not folder_removed)
    if kept.exists():
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert unsound_but_for_being_kept(kept) == []
    if harm is replaced:
        assert [finding for finding in check(book.path) if not finding.sound] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
@pytest.mark.parametrize(("before", "after"), [(5, 5), (5, 400), (400, 30), (300, 300)])
def test_an_older_copy_that_is_put_over_the_open_file_takes_no_answer_f16(book: Book, before: int, after: int) -> None:
    """Over it, not in its place: the same file with other words in it. What is still in the log may mend all of it."""
    claim = PlanClaim(book.store, book.plan)

    def say(times: int) -> None:
        for number in range(times):
            with claim.writing() as session:
                statements.add_statement(book.act(session), topic="t", step="s", prompt="Vraag?", text=f"Nr. {number}")

    say(before)
    older = book.path.read_bytes()
    say(after)
    with book.path.open("r+b") as file:
        file.write(older)
        file.truncate()
    if after > 100:  # more than the log beside it holds
        with pytest.raises(StoreReadOnly, match=OTHER):
            say(3)
        book.store.close()
        assert book.path.read_bytes() == older
    else:
        say(3)
        assert len(book.view.statements) == before + after + 3
        book.store.close()
    assert unsound_but_for_being_kept(book.path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
def test_two_windows_on_a_file_that_was_replaced_leave_the_new_one_alone_f16(book: Book) -> None:
    """The second one that notices takes no log away that is not its own."""
    other = open_store(book.path, clock=book.clock)
    for store in (book.store, other):
        with store.writing() as session:
            session.run("UPDATE plan SET address = 'je'", ())
    replaced(book)
    with pytest.raises(StoreReadOnly, match=OTHER):
        book.do(goals.add, "Fietsen.")
    third = Book(open_store(book.path, clock=book.clock), book.path, book.clock, ids=count(1_000_000))
    third.start("Cor")
    with pytest.raises(StoreReadOnly, match=OTHER), other.writing():
        pass
    assert book.path.with_name("plans.db-wal").exists()
    assert [row.name for row in plan_list_rows(book.path)] == ["Cor"]
    for store in (book.store, other, third.store):
        store.close()
    assert [row.name for row in plan_list_rows(book.path)] == ["Cor"]
    assert unsound_but_for_being_kept(book.path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
def test_a_file_that_is_replaced_while_an_answer_is_kept_does_not_take_it_f16(book: Book) -> None:
    def say_so_meanwhile() -> None:
        with book.store.writing() as session:
            session.run("UPDATE plan SET address = 'je'", ())
            replaced(book)

    with pytest.raises(StoreReadOnly, match=OTHER):
        say_so_meanwhile()
    book.store.close()
    assert [finding for finding in check(book.path) if not finding.sound] == []


def unsound_but_for_being_kept(kept: Path) -> list[str]:
    """The copy is a whole file of plans under its own name."""
    return [finding.what for finding in check(kept) if not finding.sound]
