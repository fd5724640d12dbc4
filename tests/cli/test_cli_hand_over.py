"""A plan goes along in a locked file and is taken in elsewhere; what is here already is never laid over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.tools.in_process import printed
from tests.tools.locked import WORDS, locked_home, unlocked_by
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.errors import NoKey, NotFound, Refused
from zlp_tui.places import plans_folder, taken_in_folder
from zlp_tui.store.own_files.plan_folder import plans_in

HEARD = pytest.CaptureFixture[str]


class Desk:
    """The commands of one keyholder on a computer of their own."""

    def __init__(self, home: Path, lock: HomeLock) -> None:
        self.home = home
        self.lock = lock

    def __call__(self, *arguments: str, said: str = "") -> str:
        return printed(self.home, self.lock, *arguments, said=said)

    def say(self, text: str) -> None:
        """Say something in the plan of Anna Vos."""
        self("talk", "Anna Vos", "--topic", "good-day-bad-day", said=f"{text}\n")

    @property
    def letter(self) -> str:
        """The plan of Anna Vos."""
        return self("show", "Anna Vos")


@pytest.fixture(autouse=True)
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever chooses a passphrase chooses the one of everybody here."""
    (tmp_path / "chosen").write_text(f"{WORDS}\n")
    monkeypatch.setenv("ZLP_NEW_PASSPHRASE_FILE", str(tmp_path / "chosen"))
    monkeypatch.delenv("ZLP_PASSPHRASE_FILE", raising=False)


@pytest.fixture
def sanne(anna: Command) -> Desk:
    """Sanne, who has the plan of Anna Vos."""
    return Desk(anna.home, locked_home(anna.home))


@pytest.fixture
def karim(sanne: Desk, tmp_path: Path, capsys: HEARD) -> Desk:
    """Karim, on another computer, whom Sanne knows."""
    there = Desk(tmp_path / "there", locked_home(tmp_path / "there", "Karim"))
    sanne("keys", "add", "Karim", "--none", "--public", there("keys", "public").strip())
    capsys.readouterr()
    return there


def test_a_plan_goes_along_for_who_is_named_and_comes_back_with_what_was_said(
    sanne: Desk, karim: Desk, tmp_path: Path, capsys: HEARD
) -> None:
    stick = tmp_path / "stick"
    sanne("hand-over", "Anna Vos", "--to", str(stick), "--for", "Karim")
    assert "Karim" in capsys.readouterr().err
    with pytest.raises(NoKey):
        sanne("take-in", str(stick))
    karim("take-in", str(stick))
    assert "Anna Vos" in capsys.readouterr().err
    assert karim.letter == sanne.letter

    karim("take-in", str(stick))
    assert "verschilt niets" in capsys.readouterr().err and plans_in(taken_in_folder(karim.home)) == ()
    with pytest.raises(Refused):
        sanne("hand-over", "Anna Vos", "--to", str(stick))
    with pytest.raises(NotFound):
        sanne("hand-over", "Anna Vos", "--to", str(tmp_path / "other"), "--for", "Niemand")


@pytest.mark.parametrize("kept", ["here", "taken-in"])
def test_of_two_that_went_on_both_are_kept_until_somebody_chooses(
    sanne: Desk, karim: Desk, tmp_path: Path, capsys: HEARD, kept: str
) -> None:
    first, back = tmp_path / "first", tmp_path / "back"
    sanne("keys", "add", "Bo")
    sanne("hand-over", "Anna Vos", "--to", str(first), "--for", "Karim")
    karim("take-in", str(first))
    karim("keys", "add", "Sanne", "--none", "--public", sanne("keys", "public").strip())
    karim.say("Koffie bij het raam.")
    sanne.say("Slapen tot negen uur.")
    karim("hand-over", "Anna Vos", "--to", str(back), "--for", "Sanne")
    here, there = sanne.letter, karim.letter
    capsys.readouterr()

    sanne("take-in", str(back))
    told = capsys.readouterr().err
    assert "Alleen hier:" in told and "Alleen in het bestand:" in told
    assert "alleen hier “Slapen tot negen uur”." in told and "alleen in het bestand “Koffie bij het raam”." in told
    assert sanne.letter == here and plans_in(taken_in_folder(sanne.home)) == plans_in(plans_folder(sanne.home))
    assert "tweede bestand" in " ".join(sanne("check").split())
    with pytest.raises(Refused):
        sanne("take-in", str(back))
    sanne("take-in", "Anna Vos", "--choose", kept)
    assert sanne.letter == (here if kept == "here" else there)
    assert Desk(sanne.home, unlocked_by(sanne.home, "Bo")).letter == sanne.letter
    assert plans_in(taken_in_folder(sanne.home)) == ()
    with pytest.raises(NotFound):
        sanne("take-in", "Anna Vos", "--choose", kept)
