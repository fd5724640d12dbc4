"""The file of an export: a name that is safe, nothing written over, nothing half there (F06, F07; §4)."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.tools.killed import kill_at, lines_in
from zlp_tui.conversation.session.export_import.plan_export import clear_unfinished, write_in_turn
from zlp_tui.errors import Refused
from zlp_tui.exports.export_file import BEGUN, file_name, write_export
from zlp_tui.exports.forms import FORMS, ExportForm, form_of
from zlp_tui.file_lock import FileLock
from zlp_tui.places import unfinished_exports

DAY = date(2026, 11, 21)
HOSTILE = (
    "../../etc/x", "CON", "-rf", "a/b", "x" * 300, "a\x00b", "\u202ea\u05d0\u05d1", "  ", ".verborgen", "é😊", "NUL",
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_f06_no_name_of_a_client_makes_a_name_of_a_file_that_is_not_safe(form: ExportForm) -> None:
    for name in HOSTILE:
        made = file_name(form, DAY, name)
        assert re.fullmatch(r"plan-[a-z0-9]+(-[a-z0-9]+)*-2026-11-21-[a-z-]+\.[a-z]+", made), made
        assert len(made) <= 100
    assert file_name(FORMS[0], DAY, "José de Vries").startswith("plan-jose-de-vries-2026-11-21-")


def test_a_name_says_nothing_of_whose_plan_it_is_and_is_never_the_same() -> None:
    first, second = (file_name(form_of("html"), DAY) for _ in range(2))
    assert first != second
    assert re.fullmatch(r"plan-[0-9a-f]{8}-2026-11-21-html\.html", first)


def test_f06_what_is_there_is_not_written_over_and_no_link_is_followed(tmp_path: Path) -> None:
    notes, there, link, folder = (tmp_path / name for name in ("notes", "plan.md", "link.md", "folder"))
    there.write_bytes(b"van mij")
    link.symlink_to(there)
    folder.mkdir()
    wrong = [(there, False), (link, False), (link, True), (folder, True), (tmp_path / "no" / "x", True)]
    for path, force in (*wrong, (tmp_path / ("x" * 300), False)):
        with pytest.raises(Refused):
            write_export(path, b"nieuw", notes, force=force)
    with pytest.raises(Refused, match="is a link"):
        write_export(link, b"nieuw", notes, force=True)
    assert there.read_bytes() == b"van mij"
    write_export(there, b"nieuw", notes, force=True)
    assert (there.read_bytes(), there.stat().st_mode & 0o777) == (b"nieuw", 0o600)
    assert {path.name for path in tmp_path.iterdir()} == {"plan.md", "link.md", "folder"}


def test_a_file_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_export(tmp_path / "plan.md", b"x", tmp_path / "notes")
    finally:
        os.umask(before)
    assert (tmp_path / "plan.md").stat().st_mode & 0o777 == 0o600


def test_f07_killed_at_any_line_it_is_whole_or_not_there_and_the_next_start_clears_up(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    folder.mkdir()
    path, content = folder / "plan.md", b"x" * 5000
    act = partial(write_in_turn, home, path, content)
    lines, whole, left_behind = lines_in(act), 0, 0
    path.unlink()
    for line in range(1, lines + 1):
        kill_at(act, line)
        if path.exists():
            assert path.read_bytes() == content
            whole += 1
        left_behind += any(left.name.startswith(BEGUN) for left in folder.iterdir())
        if unfinished_exports(home).exists():
            clear_unfinished(home)
        path.unlink(missing_ok=True)
        assert [*folder.iterdir()] == []
        assert not unfinished_exports(home).exists()
    assert whole and left_behind


def test_what_another_is_writing_now_is_not_cleared_up(tmp_path: Path) -> None:
    notes = unfinished_exports(tmp_path)
    notes.mkdir()
    made = tmp_path / f"{BEGUN}ab"
    made.write_bytes(b"half")
    (notes / "ab").write_bytes(os.fsencode(made))
    elsewhere = FileLock(tmp_path / "unfinished.lock", keeps_file=False)
    assert elsewhere.take()
    clear_unfinished(tmp_path)
    assert made.exists()
    elsewhere.release()
    clear_unfinished(tmp_path)
    assert not made.exists()


def test_a_note_that_names_another_file_removes_nothing(tmp_path: Path) -> None:
    notes, mine = unfinished_exports(tmp_path), tmp_path / "van-mij.txt"
    mine.write_text("x")
    notes.mkdir()
    (notes / "ab").write_bytes(os.fsencode(mine))
    clear_unfinished(tmp_path)
    assert mine.exists()
