"""Commands on plans that are locked: who opens them, with what, and what is said where that does not go."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Command
from tests.tools.in_process import printed
from tests.tools.locked import WORDS, home_lock, locked_home, unlocked_by
from zlp_tui.keys.holder_names import FILE, holder_names, keyholders
from zlp_tui.places import keyholders_folder, log_file, plans_folder, store_file
from zlp_tui.store.own_files import plan_folder
from zlp_tui.store.own_files.plan_folder import plans_in

OWN = "ZLP_PASSPHRASE_FILE"
CODE = re.compile(r"(?m)^(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}$")


class LockedHome(NamedTuple):
    """The command on a home with the plan of Anna Vos, to which Sanne has a key and Karim has none."""

    zlp: Command
    words: str
    """The name of the file with the passphrase of both."""

    @property
    def sanne(self) -> dict[str, str]:
        """What lets Sanne in, beside `--as`."""
        return {OWN: self.words}

    @property
    def plan_file(self) -> Path:
        """The plan of Anna Vos."""
        return plans_folder(self.zlp.home) / self.zlp.anna / plan_folder.FILE


@pytest.fixture
def words(tmp_path: Path) -> str:
    """A file with a passphrase and more."""
    file = tmp_path / "words"
    file.write_text(f"{WORDS}\nand what comes after\n")
    return str(file)


@pytest.fixture(scope="module")
def home_of_two(home_of_anna: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be copied."""
    home = Path(shutil.copytree(home_of_anna.home, tmp_path_factory.mktemp("locked") / "home"))
    locked_home(home).new_keyholder("Karim", WORDS)
    return home


@pytest.fixture
def two(home_of_anna: Command, home_of_two: Path, tmp_path: Path, words: str) -> LockedHome:
    return LockedHome(Command(Path(shutil.copytree(home_of_two, tmp_path / "home")), home_of_anna.anna), words)


def test_the_first_command_makes_the_keyholder_and_moves_the_plans(anna: Command, words: str) -> None:
    made = anna("plans", "--as", "Sanne", "--json", **{OWN: words})
    assert made.returncode == 0, made.stderr
    assert [plan["name"] for plan in json.loads(made.stdout)] == ["Anna Vos"]
    assert len(CODE.findall(made.stderr)) == 1
    assert not store_file(anna.home).exists() and plans_in(plans_folder(anna.home)) == (anna.anna,)
    assert [name for _, name in holder_names(keyholders_folder(anna.home))] == ["Sanne"]
    for file in anna.home.rglob("*"):
        assert WORDS.encode() not in (file.read_bytes() if file.is_file() else b"")


def test_two_first_commands_at_once_make_one_keyholder(
    tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each ends well: the second one unlocks what the first one made meanwhile. Nobody is called as the account is."""
    monkeypatch.setenv(OWN, words)
    home, begun = tmp_path / "home", []
    for name in ("Anna Vos", "Bram Smit"):
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                printed(home, home_lock(home), "new", "--name", name)
                os._exit(0)
            os._exit(1)
        begun.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in begun] == [0, 0]
    ((_, name),) = holder_names(keyholders_folder(home))
    assert name == "Eigenaar" and len(plans_in(plans_folder(home))) == 2 and not store_file(home).exists()


def test_plans_that_cannot_be_read_are_told_before_anybody_becomes_a_keyholder(zlp: Command, words: str) -> None:
    zlp.home.mkdir()
    store_file(zlp.home).touch()
    assert zlp("plans", **{OWN: words}).returncode == 1
    assert keyholders(keyholders_folder(zlp.home)) == ()


def test_a_passphrase_that_is_none_is_refused(zlp: Command, tmp_path: Path) -> None:
    for name, content in (("short", "kort\n"), ("empty", "\n")):
        (tmp_path / name).write_text(content)
    for name in ("short", "empty", "gone"):
        done = zlp("new", "--name", "Anna Vos", **{OWN: str(tmp_path / name)})
        assert (done.returncode, done.stdout) == (1, "") and "wachtwoord" in done.stderr
    assert not zlp.home.exists()


def test_wrong_words_damage_and_no_key_have_three_sentences_and_codes_e02(two: LockedHome, tmp_path: Path) -> None:
    (tmp_path / "wrong").write_text("lepel wolk fiets winter")
    zlp, anna = two.zlp, two.zlp.anna
    wrong = zlp("show", anna, "--as", "Sanne", **{OWN: str(tmp_path / "wrong")})
    closed = zlp("show", anna, "--as", "Karim", **two.sanne)
    unknown = zlp("show", "Anna Vos", "--as", "Karim", **two.sanne)
    two.plan_file.write_bytes(two.plan_file.read_bytes()[:9000])
    damaged = zlp("show", anna, "--as", "Sanne", **two.sanne)
    unnamed = zlp("show", "Anna Vos", "--as", "Sanne", **two.sanne)
    assert [done.returncode for done in (wrong, closed, unknown, damaged, unnamed)] == [3, 5, 5, 4, 4]
    assert len({done.stderr for done in (wrong, closed, damaged)}) == 3
    log = log_file(zlp.home).read_text("utf-8")
    assert not [word for word in ("lepel", "winter", "Anna", "Sanne", "Karim") if word in log]
    assert all(done.stdout == "" and done.stderr.count("\n") == 1 for done in (wrong, closed, unknown, damaged))


def test_a_list_tells_of_a_damaged_plan_and_a_check_of_whose_it_is(two: LockedHome) -> None:
    lock = unlocked_by(two.zlp.home, "Sanne")
    with closing(lock.stores()) as stores:
        assert stores.refusal is None
    file = two.plan_file
    file.write_bytes(file.read_bytes()[:9000])
    listed = two.zlp("plans", "--as", "Sanne", **two.sanne)
    assert (listed.returncode, listed.stdout) == (0, "") and two.zlp.anna in listed.stderr
    checked = two.zlp("check", "--json", "--as", "Sanne", **two.sanne)
    unsound = [found for found in json.loads(checked.stdout) if not found["sound"]]
    assert checked.returncode == 1 and unsound and all(two.zlp.anna in found["message"] for found in unsound)


def test_a_damaged_keyholder_is_told_as_damage(anna: Command, words: str) -> None:
    who = locked_home(anna.home).who
    (keyholders_folder(anna.home) / who.id / FILE).write_bytes(b"{}")
    assert anna("plans", **{OWN: words}).returncode == 4
    checked = anna("check", **{OWN: words})
    assert checked.returncode == 1 and "keyholder.json" in checked.stdout


def test_who_says_not_who_they_are_is_asked_or_told_how(two: LockedHome) -> None:
    assert two.zlp("plans", **two.sanne).returncode == 1
    assert two.zlp("plans", "--as", "Niemand", **two.sanne).returncode == 5
    assert two.zlp("--as", "-", "plans", said="Sanne\n", **two.sanne).stdout.startswith("Anna Vos")
    locked = two.zlp("plans", "--as", "Sanne")
    assert (locked.returncode, locked.stdout) == (3, "") and OWN in locked.stderr
    checked = two.zlp("check")
    assert checked.returncode == 0 and "op slot" in checked.stdout


def test_plans_in_one_file_are_told_to_be_open_for_all(anna: Command) -> None:
    assert "nog niet op slot" in " ".join(anna("check").stdout.split())


def test_commands_that_write_write_in_the_file_of_the_plan(two: LockedHome) -> None:
    def run(*arguments: str, said: str = "") -> str:
        done = two.zlp(*arguments, "--as", "Sanne", said=said, **two.sanne)
        assert done.returncode == 0, done.stderr
        return done.stdout

    plan = run("new", "--name", "Bram Vos").strip()
    assert "Bewaard" in run("talk", plan, "--topic", "good-day-bad-day", said="Koffie bij het raam.\n")
    run("note", "Bram Vos", "--voice", "Bram Vos", "--text", "Vandaag scheen de zon.")
    run("end", "Bram Vos", "--on", "gisteren")
    shown = json.loads(run("show", plan, "--json"))
    assert [said["text"] for said in shown["statements"]] == ["Koffie bij het raam."]
    assert [note["text"] for note in shown["progress"]] == ["Vandaag scheen de zon."] and shown["ended"]
    assert not store_file(two.zlp.home).exists()
    for file in two.zlp.home.rglob("*"):
        assert b"Koffie" not in (file.read_bytes() if file.is_file() else b"")
