"""`zlp keys`: a key given at this computer or elsewhere, taken back, and one's own passphrase and recovery code."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.tools.in_process import printed
from tests.tools.locked import WORDS, home_lock, locked_home, unlocked_by
from tests.tools.prepared import dutch
from zlp_tui import places
from zlp_tui.command.parsing.arguments import parse_arguments
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.errors import NoKey, NotFound, Refused, WrongPassphrase
from zlp_tui.store.lists.plan_list_rows import rows_in

NEW = "ZLP_NEW_PASSPHRASE_FILE"
CODE = re.compile(r"(?m)^(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}$")


@pytest.fixture
def home(anna: Command) -> Path:
    """A home with the plan of Anna Vos in one file."""
    return anna.home


@pytest.fixture
def sanne(home: Path) -> HomeLock:
    """Sanne, who has a key to that plan, in a file of its own."""
    return locked_home(home)


@pytest.fixture(autouse=True)
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever chooses a passphrase chooses the one of everybody here."""
    (tmp_path / "chosen").write_text(f"{WORDS}\n")
    monkeypatch.setenv(NEW, str(tmp_path / "chosen"))
    monkeypatch.delenv("ZLP_PASSPHRASE_FILE", raising=False)


def names(lock: HomeLock) -> list[str]:
    """Whose plans a keyholder may open."""
    with closing(lock.stores()) as stores, stores.listing() as session:
        return sorted(row.name for row in rows_in(session))


def test_a_key_is_given_at_this_computer_and_taken_back(
    home: Path, sanne: HomeLock, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(home, sanne, "keys", "add", "Karim")
    assert len(CODE.findall(capsys.readouterr().err)) == 1
    karim = unlocked_by(home, "Karim")
    assert names(karim) == ["Anna Vos"]
    listed = printed(home, sanne, "keys", "list").splitlines()
    assert sorted(listed) == ["Karim · 1 plan", "Sanne · 1 plan · wie nu kijkt"]

    printed(home, sanne, "keys", "remove", "karim")
    assert "gekopieerd" in capsys.readouterr().err
    assert names(karim) == [] and names(sanne) == ["Anna Vos"]
    with pytest.raises(NoKey):
        printed(home, karim, "show", "Anna Vos")
    assert list(home.rglob("plan.db.before-*"))
    printed(home, sanne, "keys", "confirm")
    assert not [*home.rglob("plan.db.before-*"), *home.rglob("plans.db.moved")]
    assert names(sanne) == ["Anna Vos"]
    with pytest.raises(Refused):
        printed(home, sanne, "keys", "remove", "Sanne")
    with pytest.raises(NotFound):
        printed(home, sanne, "keys", "remove", "Niemand")


def test_of_more_plans_it_is_said_which(home: Path, sanne: HomeLock) -> None:
    for name in ("Bram Vos", "Cor Vos"):
        printed(home, sanne, "new", "--name", name)
    with pytest.raises(Refused):
        printed(home, sanne, "keys", "add", "Karim")
    assert "Karim" not in printed(home, sanne, "keys", "list")
    printed(home, sanne, "keys", "add", "Karim", "--none")
    karim = unlocked_by(home, "Karim")
    assert names(karim) == []
    printed(home, sanne, "keys", "add", "-", "--plan", "Bram Vos", "--plan", "-", said="Karim\nanna vos\n")
    assert names(karim) == ["Anna Vos", "Bram Vos"]
    printed(home, sanne, "keys", "add", "Karim", "--all")
    printed(home, sanne, "keys", "remove", "Karim", "--plan", "Anna Vos")
    assert names(karim) == ["Bram Vos", "Cor Vos"]


def test_a_key_is_given_to_somebody_elsewhere_by_a_line_whose_words_are_compared(
    home: Path, sanne: HomeLock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = locked_home(tmp_path / "there", "Karim")
    line = printed(tmp_path / "there", there, "keys", "public").strip()
    words = capsys.readouterr().err.split(":")[-1].strip()
    assert line.startswith("zlp1-") and len(words.split()) == 5
    with pytest.raises(Refused):
        printed(home, sanne, "keys", "add", "Karim", "--public", line[:-1])
    printed(home, sanne, "keys", "add", "Karim", "--public", "-", said=f"{line}\n")
    assert words in capsys.readouterr().err
    assert "Karim · 1 plan · op een andere computer" in printed(home, sanne, "keys", "list").splitlines()
    shutil.copytree(places.plans_folder(home), places.plans_folder(tmp_path / "there"))
    assert names(there) == ["Anna Vos"]
    printed(home, sanne, "keys", "rotate", "Anna Vos")
    printed(home, sanne, "keys", "remove", "Karim")
    assert "Karim · 0 plannen · op een andere computer" in printed(home, sanne, "keys", "list").splitlines()
    assert b"Karim" not in b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_ones_own_passphrase_and_recovery_code_are_changed(
    home: Path, sanne: HomeLock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(home, sanne, "keys", "recovery")
    (code,) = CODE.findall(capsys.readouterr().err)
    (tmp_path / "chosen").write_text("heel andere woorden dan eerst\n")
    printed(home, sanne, "keys", "passphrase")
    with pytest.raises(WrongPassphrase):
        unlocked_by(home, "Sanne")
    (tmp_path / "chosen").write_text(f"{WORDS}\n")
    printed(home, home_lock(home), "keys", "passphrase", "--forgotten", said=f"{code.lower()}\n")
    assert names(unlocked_by(home, "Sanne")) == ["Anna Vos"]


def test_who_begins_with_keys_becomes_the_first_keyholder_and_gets_the_plans(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for action in (("list",), ("passphrase",), ("passphrase", "--forgotten")):
        with pytest.raises(NoKey):
            printed(home, home_lock(home), "keys", *action)
    printed(home, home_lock(home), "keys", "add", "Sanne")
    assert len(CODE.findall(capsys.readouterr().err)) == 1
    assert names(unlocked_by(home, "Sanne")) == ["Anna Vos"]


@pytest.mark.parametrize("wrong", [
    ("add",), ("rotate",), ("list", "Karim"), ("add", "Karim", "--all", "--none"), ("remove", "Karim", "--all"),
    ("public", "--forgotten"), ("list", "--public", "zlp1-"), ("throw", "Karim"),
], ids=" ".join)
def test_what_does_not_go_together_is_wrong_use(wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(("keys", *wrong), dutch(), places.content())
    assert ended.value.code == 2
