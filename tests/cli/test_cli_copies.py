"""`zlp backup`, `copies`, `restore` and `erase` (issue 11 §4; battery B01, B09)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_cli_hand_over import HEARD, Desk
from tests.tools.locked import front_of, locked_home
from zlp_tui import places
from zlp_tui.errors import NotFound, Refused, StoreDamaged
from zlp_tui.plan.tables.said import details
from zlp_tui.store.kept_copies.copies import copies_of
from zlp_tui.store.own_files.plan_folder import FILE, plans_in


@pytest.fixture
def sanne(anna: Command) -> Desk:
    """Sanne, who has the plan of Anna Vos."""
    return Desk(anna.home, locked_home(anna.home))


def _copies(desk: Desk) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(desk("copies", "Anna Vos", "--json"))
    return found


def _file(desk: Desk) -> Path:
    (plan,) = plans_in(places.plans_folder(desk.home))
    return places.plans_folder(desk.home) / plan / FILE


def test_a_plan_is_copied_listed_and_gone_back_to_with_what_differs(sanne: Desk, capsys: HEARD) -> None:
    sanne.say("Koffie bij het raam.")
    sanne("backup", "Anna Vos")
    assert "Anna Vos: er is nu een kopie." in capsys.readouterr().err
    letter, newest = sanne.letter, _copies(sanne)[0]
    listed = " ".join(sanne("copies").split())
    assert "Anna Vos · " in listed and newest["copy"] in listed and "iemand vroeg erom" in listed and "kB" in listed
    sanne.say("Slapen tot negen uur.")
    assert sanne.letter != letter
    capsys.readouterr()
    sanne("restore", "Anna Vos", newest["copy"])
    told = " ".join(capsys.readouterr().err.split())
    assert "“Slapen tot negen uur” gaat weg." in told
    assert "Die staan niet in de kopie" in told and "Anna Vos: de kopie is nu het plan." in told
    assert sanne.letter == letter
    sanne("copies", "Anna Vos")
    assert "Er gaat geen kopie weg" in capsys.readouterr().err.replace("er gaat", "Er gaat")
    sanne("copies", "--right")
    assert "het klopt" in capsys.readouterr().err
    with pytest.raises(NotFound):
        sanne("restore", "Anna Vos", "20000101-000000")
    assert "Sanne zette een kopie van het plan terug." in " ".join(sanne("audit", "Anna Vos").split())


def test_whom_the_plan_does_not_know_is_told_no_closed_words_of_what_differs(
    sanne: Desk, capsys: HEARD
) -> None:
    """Whoever has the key is not for that who may read all."""
    sanne("backup")
    sanne("talk", "Anna Vos", "--topic", "two-minutes", said="Geheim.\n/herhaal\n/alleen-voor-mij 1\nKoffie.\n")
    capsys.readouterr()
    sanne("restore", "Anna Vos", _copies(sanne)[-1]["copy"])
    told = capsys.readouterr().err
    assert "niet in de kopie" in " ".join(told.split()) and "wie Sanne is" in told
    assert "Geheim" not in told and "“Koffie” gaat weg." in told


def test_an_empty_file_is_a_damaged_plan_and_a_copy_is_named_and_takes_its_place_b01(
    sanne: Desk, capsys: HEARD
) -> None:
    letter = sanne.letter
    sanne("backup")
    newest = _copies(sanne)[0]
    _file(sanne).write_bytes(b"")
    told = sanne("copies", "Anna Vos")
    assert newest["copy"] in told, "it is found by the name that stands in the copy"
    sanne("restore", "Anna Vos", newest["copy"])
    assert "Het kapotte bestand" in capsys.readouterr().err
    assert sanne.letter == letter


@pytest.mark.parametrize(("damage", "asked"), [("b01", ["Anna Vos"]), ("b02", [])])
def test_a_talk_with_a_damaged_plan_asks_for_a_copy_and_goes_on_from_it_b01_b02(
    sanne: Desk, damage: str, asked: list[str]
) -> None:
    """By name, and as the only plan there is; without an answer it ends as a damaged file does."""
    letter = sanne.letter
    sanne("backup")
    broken = b"" if damage == "b01" else _file(sanne).read_bytes()[:100_000]
    _file(sanne).write_bytes(broken)
    with pytest.raises(StoreDamaged):
        sanne("talk", *asked, said="Koffie.\n")
    assert _file(sanne).read_bytes() == broken
    heard = sanne("talk", *asked, said="1\n1\n/stop\n")
    assert "Het bestand van dit plan is beschadigd." in heard and "De kopie is nu het plan." in heard
    assert sanne.letter == letter


def test_copies_are_kept_in_a_second_folder_too(sanne: Desk, tmp_path: Path, capsys: HEARD) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(Refused):
        sanne("copies", "--second", str(stick))
    stick.mkdir()
    sanne("copies", "--second", str(stick))
    sanne("backup", "Anna Vos")
    assert list(stick.rglob(FILE))
    stick.rename(tmp_path / "away")
    capsys.readouterr()
    sanne("backup", "Anna Vos")
    assert "De tweede map is er nu niet" in capsys.readouterr().err
    sanne("copies", "--only-here")


def test_a_plan_is_erased_once_its_name_was_typed_and_no_law_wants_it(sanne: Desk, capsys: HEARD) -> None:
    sanne("backup", "Anna Vos")
    (plan,) = plans_in(places.plans_folder(sanne.home))
    with pytest.raises(Refused, match="without a lock"):
        sanne("erase", "Anna Vos", said="anna vos\n")
    sanne("keys", "confirm")
    with pytest.raises(Refused, match="Nothing was erased"):
        sanne("erase", "Anna Vos", said="\n")
    assert plans_in(places.plans_folder(sanne.home)) == (plan,)
    sanne("erase", "Anna Vos", said="Iemand anders\nanna vos\n")
    assert "Anna Vos: het plan is weg." in capsys.readouterr().err
    assert plans_in(places.plans_folder(sanne.home)) == () == copies_of(places.copies_folder(sanne.home), plan)
    assert sanne("plans") == ""
    with pytest.raises(NotFound):
        sanne("show", "Anna Vos")
    left = [path for path in sanne.home.rglob("*") if path.is_file() and b"Anna" in path.read_bytes()]
    assert left == []


def test_a_law_that_wants_a_plan_kept_says_so_unless_the_client_asks(sanne: Desk) -> None:
    front = front_of(sanne.home, sanne.lock)
    desk = front.sit_down(front.find("Anna Vos"))
    with desk._unit_of_work.undoable(None) as act:
        details.fill(act, "personal-details", "law", "wlz")
    desk.leave()
    front.close()
    sanne("keys", "confirm")
    with pytest.raises(Refused, match="The law wants this plan kept"):
        sanne("erase", "Anna Vos", said="anna vos\n")
    sanne("erase", "Anna Vos", "--asked", said="anna vos\n")
    assert sanne("plans") == ""


def test_plans_without_a_lock_have_no_copies(anna: Command) -> None:
    done = anna("backup")
    assert done.returncode == 1 and "slot" in done.stderr
