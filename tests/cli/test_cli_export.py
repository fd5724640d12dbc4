"""`zlp export`: one plan as a file, as who it is for may see it; what it prints, refuses and tells in the log."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.tools.in_process import printed
from tests.tools.locked import locked_home
from tests.tools.marked import marked_plan
from zlp_tui.exports.forms import FORMS


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is worked in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_without_o_the_name_of_the_file_is_printed_and_nothing_else(anna: Command, here: Path) -> None:
    done = anna("export", "-", "json", said="Anna Vos\n")
    (made,) = here.iterdir()
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{made.name}\n", "")
    assert "anna" not in made.name.lower()
    assert json.loads(made.read_text())["plan"]["id"] == anna.anna
    named = anna("export", "Anna Vos", "json", "--named", "-o", str(here)).stdout.strip()
    assert named.startswith("plan-anna-vos-") and (here / named).exists()


def test_a_file_that_is_there_stays_and_a_form_that_is_not_there_is_wrong_use(anna: Command, here: Path) -> None:
    for force, code in (((), 0), ((), 1), (("--force",), 0)):
        done = anna("export", "Anna Vos", "json", "-o", "plan.json", *force)
        assert (done.returncode, done.stdout) == (code, "")
    wrong = anna("export", "Anna Vos", "papier")
    assert wrong.returncode == 2
    assert all(form.id in wrong.stderr for form in FORMS)
    assert anna("export", "Anna Vos", "json", "--open", "-o", "x.json").returncode == 2
    assert anna("export", "Anna Vos", "json", "--large").returncode == 2
    assert anna("export", "Anna Vos", "json", "--for", "Niemand Anders").returncode == 1
    assert [path.name for path in here.iterdir()] == ["plan.json"]


def test_what_killed_exports_left_behind_goes_at_the_next_start(anna: Command, here: Path) -> None:
    """F07"""
    notes, left = anna.home / "unfinished", here / ".zlp-export-ab"
    notes.mkdir()
    left.write_bytes(b"half")
    (notes / "ab").write_bytes(str(left).encode())
    assert anna("plans").returncode == 0
    assert not left.exists() and not notes.exists()


def test_each_export_is_one_line_in_the_log_by_ids(anna: Command, here: Path) -> None:
    for _ in range(2):
        anna("export", "Anna Vos", "json", "-o", "-")
    client = anna.view.client
    lines = json.loads(anna("audit", "Anna Vos", "--json").stdout)["lines"]
    told = [(line["what"], line["on_behalf_of"]["id"]) for line in lines if line["event"] == "export"]
    assert told == [("json", client)] * 2
    assert "Het plan is in een bestand gezet voor Anna Vos." in anna("audit", "Anna Vos").stdout


def test_a_locked_plan_is_exported_too(anna: Command, here: Path) -> None:
    document = json.loads(printed(anna.home, locked_home(anna.home), "export", "Anna Vos", "json", "-o", "-"))
    assert document["plan"]["id"] == anna.anna
    assert list(here.iterdir()) == []


def test_who_asks_for_it_is_told_in_the_log_beside_whom_it_is_for(tmp_path: Path, here: Path) -> None:
    marked_plan(tmp_path)
    lock = locked_home(tmp_path, "Sanne")
    for whom in ((), ("--for", "Sanne")):
        printed(tmp_path, lock, "export", "Annie de Vries", "md", "-o", "-", *whom)
    told = printed(tmp_path, lock, "audit", "Annie de Vries")
    assert "Sanne heeft het plan in een bestand gezet voor Annie de Vries." in " ".join(told.split())
    assert "Het plan is in een bestand gezet voor Sanne." in " ".join(told.split())


def test_opening_it_starts_a_program_with_no_word_of_anybody_in_its_arguments(anna: Command, here: Path) -> None:
    """E12"""
    programs, told = here.parent / "programs", here.parent / "told"
    programs.mkdir()
    os.mkfifo(told)
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$PWD $*" > {told}\n')
    opener.chmod(0o700)
    name = anna("export", "Anna Vos", "html", "--open", PATH=f"{programs}:{os.environ['PATH']}").stdout.strip()
    assert told.read_text() == f"{here} ./{name}\n"
    without = anna("export", "Anna Vos", "html", "--open", PATH="/nowhere")
    assert (without.returncode, len(without.stderr.splitlines())) == (1, 1)
