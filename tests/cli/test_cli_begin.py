"""Line by line without a plan: none, one, more; and when nobody says anything."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize("arguments", [(), ("talk", "--plain"), ("demo",)])
def test_no_input_at_all_says_what_zlp_is_and_how_to_begin(zlp: Command, arguments: tuple[str, ...]) -> None:
    done = zlp(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "zlp demo" in done.stdout
    assert "zlp --help" in done.stdout
    assert not zlp.home.exists()


def test_no_input_opens_no_plan_either(anna: Command) -> None:
    assert "zlp --help" in anna().stdout
    assert anna.view.conversations == ()


def test_without_a_plan_a_new_one_is_offered(zlp: Command) -> None:
    done = zlp(said="Bram Bos\n\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Er is nog geen plan." in done.stdout
    assert done.stdout.index("Bewaard") < done.stdout.index("Vraag 1 van")
    assert zlp.names() == ["Bram Bos"]


def test_nobody_has_to_make_one(zlp: Command) -> None:
    assert zlp(said="/stop\n").returncode == 0
    assert zlp.names() == []


def test_the_only_plan_is_opened(anna: Command) -> None:
    done = anna(said="/stop\n")
    assert done.returncode == 0
    assert done.stdout.startswith("Het zorgplan en leefplan van Anna Vos\n")


def test_of_more_plans_it_asks_which(anna: Command) -> None:
    assert anna("new", "--name", "Bram Bos").returncode == 0
    done = anna(said="9\nniemand\nbram\n/stop\n")
    assert done.returncode == 0
    assert "Over wiens plan wilt u praten?" in done.stdout
    assert done.stdout.count("Typ een nummer van 1 tot en met 2, of een naam.") == 2
    assert "Het zorgplan en leefplan van Bram Bos" in done.stdout
    assert "Het zorgplan en leefplan van Cato" in anna(said="0\nCato\n/stop\n").stdout
    assert anna.names() == ["Anna Vos", "Bram Bos", "Cato"]


def test_a_topic_that_is_not_there_is_one_sentence(anna: Command) -> None:
    done = anna("talk", anna.anna, "--topic", "bestaat-niet", said="Koffie.\n")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Vraag" not in done.stdout


def test_with_a_topic_nothing_is_asked_before_it_and_it_ends_after_it(anna: Command) -> None:
    done = anna("talk", "anna vos", "--topic", "two-minutes", "--plain", said="Klop aan.\n\nte veel\n", TERM="dumb")
    assert (done.returncode, done.stderr) == (0, "")
    assert "> " not in done.stdout.split("Vraag 1 van 1")[0]
    assert done.stdout.count("Bewaard") == 1
