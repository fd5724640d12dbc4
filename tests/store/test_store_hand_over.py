"""A plan goes along in one locked file and is taken in elsewhere; what is no such file changes nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.store.test_store_plan_folder import ANNIE, SANNE, _id, _make, _open
from tests.tools.book import Book, Clock
from tests.tools.killed import kill_at, lines_in, moments
from zlp_tui.errors import KeysDamaged, NoKey, Refused, StoreBusy, StoreDamaged, StoreNewer
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.slots import PlanSlots, file_key, slots_content
from zlp_tui.plan.queries.audit_check import check_log
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.view import PlanView
from zlp_tui.store.own_files.hand_over import hand_over, take_in
from zlp_tui.store.own_files.plan_folder import FILE, plans_in, unlocked


@pytest.fixture
def plan(tmp_path: Path) -> str:
    return _make(tmp_path / "here")


@pytest.fixture
def file(tmp_path: Path, plan: str) -> Path:
    """The plan on a stick, for Sanne."""
    (tmp_path / "stick").mkdir()
    _hand_over(tmp_path, plan)
    return tmp_path / "stick" / "plan.zlp"


def _hand_over(home: Path, plan: str, *, to: str = "plan.zlp", whom: KeyPair = SANNE) -> None:
    hand_over(home / "here", plan, ANNIE, home / "stick" / to, [whom.public], _id, Clock())


def _view(folder: Path, plan: str, keys: KeyPair) -> PlanView:
    with closing(_open(folder, plan, keys)) as store:
        return Book(store, folder / plan / FILE, Clock(), plan).view


def test_who_it_was_given_to_has_the_whole_plan_and_nobody_else(tmp_path: Path, plan: str, file: Path) -> None:
    with pytest.raises(NoKey):
        take_in(file, tmp_path / "there", ANNIE, Clock())
    assert take_in(file, tmp_path / "there", SANNE, Clock()) == plan
    assert _view(tmp_path / "there", plan, SANNE) == _view(tmp_path / "here", plan, ANNIE)
    assert unlocked(tmp_path / "there", plan, SANNE).key != unlocked(tmp_path / "here", plan, ANNIE).key
    assert b"Annie" not in file.read_bytes() and file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["plan.zlp"]


def test_the_citizen_service_number_goes_along_only_when_it_is_said_v101(tmp_path: Path, plan: str, file: Path) -> None:
    """What stays behind is not in the file at all; here it stays."""
    with closing(_open(tmp_path / "here", plan, ANNIE)) as store:
        book = Book(store, tmp_path / "here" / plan / FILE, Clock(), plan)
        book.by = str(book.rows("SELECT id FROM person")[0][0])
        book.do(details.fill, "of-me", "bsn", "123456782")
    for number, along in enumerate((False, True)):
        to = tmp_path / "stick" / f"{number}.zlp"
        hand_over(tmp_path / "here", plan, ANNIE, to, [SANNE.public], _id, Clock(), with_number=along)
        take_in(to, tmp_path / str(number), SANNE, Clock())
        with closing(_open(tmp_path / str(number), plan, SANNE)) as store, store.reading() as session:
            assert session.run("SELECT number FROM citizen_number", ()) == ([("123456782",)] if along else [])
            assert session.run("SELECT value FROM detail WHERE field = 'bsn'", ()) == [("782",)]


def test_a_window_that_has_the_plan_open_is_not_in_the_way_and_one_that_writes_is_waited_for(
    tmp_path: Path, plan: str, file: Path
) -> None:
    """What is handed over is told in the log first, so it waits for who writes; what they write is whole or not there.
    """
    with closing(_open(tmp_path / "here", plan, ANNIE)) as store:
        with store.writing() as session:
            session.run("UPDATE plan SET goes_on_at = 'future'", ())
            with pytest.raises(StoreBusy):
                _hand_over(tmp_path, plan, to="other.zlp")
        assert [path.name for path in file.parent.iterdir()] == ["plan.zlp"]
        _hand_over(tmp_path, plan, to="other.zlp")
    take_in(tmp_path / "stick" / "other.zlp", tmp_path / "there", SANNE, Clock())
    with closing(_open(tmp_path / "there", plan, SANNE)) as store, store.reading() as session:
        assert session.run("SELECT goes_on_at FROM plan", ()) == [("future",)]


def test_the_log_tells_for_whom_and_goes_on_elsewhere(tmp_path: Path, plan: str, file: Path) -> None:
    take_in(file, tmp_path / "there", SANNE, Clock())
    annie, sanne = ANNIE.public.hex(), SANNE.public.hex()
    here, there = _log(tmp_path / "here", plan, ANNIE), _log(tmp_path / "there", plan, SANNE)
    assert here == [("begin", None, None), ("new-key", annie, None), ("hand-over", annie, sanne)]
    assert there[:3] == here and [line[:2] for line in there[3:]] == [("new-key", annie), ("take-in", sanne)]


def _log(folder: Path, plan: str, keys: KeyPair) -> list[tuple[str, str | None, str | None]]:
    """Each line's event, by whose key, and for whom; the log fits."""
    with closing(_open(folder, plan, keys)) as store, store.reading() as session:
        assert check_log(session, plan, store.seal).sound
        return [(line.event, line.keyholder, line.what) for line in lines_of_plan(session, plan)]


def test_a_plan_that_is_here_already_is_not_laid_over(tmp_path: Path, plan: str, file: Path) -> None:
    before = (tmp_path / "here" / plan / FILE).read_bytes()
    with pytest.raises(Refused):
        take_in(file, tmp_path / "here", SANNE, Clock())
    assert (tmp_path / "here" / plan / FILE).read_bytes() == before
    with pytest.raises(Refused):
        _hand_over(tmp_path, plan)


@pytest.mark.parametrize("content", [
    b"", b"zlpplan1", b"zlpplan1\xff\xff\xff\xff", b"SQLite format 3\x00" + b"x" * 9000, b"PK\x03\x04" + b"x" * 9000,
    b"zlpplan1\x00\x00\x00\x02{}" + b"x" * 4096,
])
def test_what_is_no_plan_is_refused(tmp_path: Path, content: bytes) -> None:
    """0 bytes, another program's, a length that cannot be."""
    (tmp_path / "file").write_bytes(content)
    for name in ("file", "not there", "."):
        with pytest.raises(KeysDamaged):
            take_in(tmp_path / name, tmp_path / "there", SANNE, Clock())
    assert plans_in(tmp_path / "there") == ()


def test_a_cut_or_a_flip_anywhere_is_refused(tmp_path: Path, file: Path) -> None:
    whole = file.read_bytes()
    changed = [whole[:at] for at in range(0, len(whole), len(whole) // 12)] + [whole + b"x", whole + b"x" * 4096]
    changed += [whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1:] for at in range(9, len(whole), len(whole) // 25)]
    for content in changed:
        file.write_bytes(content)
        with pytest.raises((StoreDamaged, StoreNewer)):
            take_in(file, tmp_path / "there", SANNE, Clock())
        assert not (tmp_path / "there").exists() or list((tmp_path / "there").iterdir()) == []


def test_a_sparse_file_of_a_gigabyte_is_refused_at_once(tmp_path: Path, plan: str) -> None:
    slots = slots_content(PlanSlots(plan, (file_key(plan, b"s" * 16, b"k" * 32, [ANNIE.public], _id),)))
    with (tmp_path / "large").open("wb") as large:
        large.write(b"zlpplan1" + len(slots).to_bytes(4, "big") + slots)
        large.truncate(large.tell() + (1 << 30))
    with pytest.raises(KeysDamaged):
        take_in(tmp_path / "large", tmp_path / "there", ANNIE, Clock())


def test_killed_anywhere_there_is_a_file_or_none_and_a_plan_or_none(tmp_path: Path, plan: str, file: Path) -> None:
    """Twenty moments of each."""
    other = file.with_name("other.zlp")
    count = lines_in(lambda: _hand_over(tmp_path, plan, to="counted.zlp"))
    for moment in moments(count):
        kill_at(lambda: _hand_over(tmp_path, plan, to="other.zlp"), moment)
        if other.exists():
            take_in(other, tmp_path / f"there-{moment}", SANNE, Clock())
            other.unlink()
    (file.parent / ".new-from-somebody.db").touch()
    _hand_over(tmp_path, plan, to="last.zlp")
    left = [path.name for path in file.parent.iterdir() if path.name.startswith(".")]
    assert left == [".new-from-somebody.db"], "of ours nothing is left in the folder of somebody else"
    count = lines_in(lambda: take_in(file, tmp_path / "counted", SANNE, Clock()))
    for moment in moments(count):
        there = tmp_path / f"taken-{moment}"
        kill_at(lambda: take_in(file, there, SANNE, Clock()), moment)  # noqa: B023 - it is called at once
        if plans_in(there):
            _open(there, plan, SANNE).close()
        else:
            assert take_in(file, there, SANNE, Clock()) == plan
