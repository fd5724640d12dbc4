"""K7 and K13: where nothing more fits, or nothing may be written, reading goes on, and one Dutch sentence says so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.tools.commands import Limits
from zlp_tui.places import store_file

if os.name == "nt":
    pytest.skip("a full disk and rights are made as Unix has them", allow_module_level=True)

READING = (("plans",), ("show", "Anna Vos"), ("show", "Anna Vos", "--json"), ("due",), ("diff", "Anna Vos"))
WRITING = (
    ("new", "--name", "Bea"), ("note", "Anna Vos", "--voice", "Anna Vos", "--text", "x"),
    ("talk", "Anna Vos", "--topic", "two-minutes"),
)
FULL = "De schijf is vol of werkt niet."

CUT_SHORT = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from zlp_tui.plan.tables.client import plans
from zlp_tui.store.store import open_store
from uuid import uuid4
store = open_store(Path(sys.argv[1]), clock=lambda: datetime.now(UTC))
with store.writing() as session:
    plans.start(session, name="Cor", at=datetime.now(UTC), today=datetime.now(UTC).date(), new_id=lambda: str(uuid4()))
os._exit(0)
"""
"""Ends as a kill ends it: what was kept last is in the log beside the file alone."""


@dataclass(frozen=True)
class Limited:
    """The command where no file may grow beyond a kilobyte; on a disk that is full, where one can be made here."""

    command: Command
    limit: int | None

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.command.within(Limits(largest_file=self.limit), *arguments, said="Koffie.\n")


@pytest.fixture(params=["limit", "disk"])
def full(request: pytest.FixtureRequest, anna: Command, tmp_path: Path) -> Iterator[Limited]:
    """Anna's plan, and Cor's which was kept a moment before a kill, where nothing more fits."""
    home = anna.home
    disk = tmp_path / "disk"
    disk.mkdir()
    if request.param == "disk":
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False,
                                 capture_output=True)
        if mounted.returncode:
            pytest.skip("no file system can be mounted here")
        home = Path(shutil.copytree(anna.home, disk / "home"))
    try:
        yield Limited(Command(home, anna.anna), 1024 if request.param == "limit" else None)
    finally:
        if request.param == "disk":
            subprocess.run(["umount", str(disk)], check=True)


def fill(home: Path) -> None:
    """Until not a byte more fits; on the disk of the tests themselves a limit does that."""
    if home.parent.name == "disk":
        with (home.parent / "filler").open("wb", buffering=0) as filler:
            try:
                while filler.write(b"x" * 512):
                    pass
            except OSError:
                return


def cut_short(home: Path) -> None:
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(store_file(home))], check=True)
    assert store_file(home).with_name("plans.db-wal").stat().st_size > 0


@pytest.mark.parametrize("logged", [False, True], ids=["whole", "with a log"])
def test_on_a_full_disk_reading_goes_on_and_writing_is_told_in_one_sentence_k7(full: Limited, logged: bool) -> None:
    if logged:
        cut_short(full.command.home)
        store_file(full.command.home).with_name("plans.db-shm").unlink()
    fill(full.command.home)
    for read in READING:
        done = full(*read)
        assert (done.returncode, done.stderr) == (0, ""), (read, done.stderr)
    assert ("Cor" in full("plans").stdout) is logged
    for write in WRITING:
        done = full(*write)
        assert done.returncode == 1, write
        assert FULL in done.stdout + done.stderr, (write, done)
        assert len(done.stderr.splitlines()) == (FULL in done.stderr), (write, done.stderr)
    checked = full("check", "--json")
    unsound = [finding for finding in json.loads(checked.stdout) if not finding["sound"]]
    assert all(finding["message"].startswith(FULL) for finding in unsound)
    assert checked.returncode == len(unsound) == (0 if logged and not unsound else 1)  # the log may have made room


@pytest.fixture
def closed(anna: Command) -> Iterator[Command]:
    """Anna's home; whatever rights a test takes away are given back."""
    yield anna
    anna.home.chmod(0o700)
    for path in anna.home.iterdir():
        path.chmod(0o600)


def without_rights(command: Command, *arguments: str) -> subprocess.CompletedProcess[str]:
    return command.within(Limits(heeds_rights=True), *arguments, said="Koffie.\n")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights of root are taken away as Linux has them")
@pytest.mark.parametrize("index", [False, True], ids=["no shm", "shm"])
@pytest.mark.parametrize("logged", [False, True], ids=["whole", "with a log"])
@pytest.mark.parametrize(("folder", "file"), [(0o500, 0o600), (0o500, 0o400), (0o700, 0o400)])
def test_where_nothing_may_be_written_it_is_said_what_is_so_k13(
    closed: Command, folder: int, file: int, logged: bool, index: bool
) -> None:
    """A sentence never says that plans can be read where they cannot, nor that another window has them."""
    if logged:
        cut_short(closed.home)
        if not index:
            store_file(closed.home).with_name("plans.db-shm").unlink()
    for path in closed.home.iterdir():
        path.chmod(file)
    closed.home.chmod(folder)
    listed = without_rights(closed, "plans")
    shown = without_rights(closed, "show", "Anna Vos")
    if listed.returncode == 0:
        assert ("Cor" in listed.stdout) is logged
        assert (shown.returncode, shown.stderr) == (0, "")
    else:
        assert logged and not index
        assert "niet te lezen" in listed.stderr and "niet te lezen" in shown.stderr
    for write in WRITING:
        done = without_rights(closed, *write)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1), (write, done.stderr)
        assert "ander venster" not in done.stderr
        assert ("De plannen lezen kan wel" in done.stderr) is (listed.returncode == 0), done.stderr
