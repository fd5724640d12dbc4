"""Line by line without a plan: none, one, more; and when nobody says anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.tools.window import door


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
    assert done.stdout.index("Bewaard") < done.stdout.index("Samen beginnen ·")
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
    assert "Over wiens plan praten we?" in done.stdout
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


@pytest.mark.parametrize("word", ["/help", "/terug", "/hallo Bram"])
def test_a_command_is_no_name(zlp: Command, word: str) -> None:
    done = zlp(said=f"{word}\n/STOP\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Bewaard" not in done.stdout
    assert zlp.names() == []


def test_two_slashes_begin_a_name_with_one(zlp: Command) -> None:
    assert zlp(said="//Bram\n/stop\n").returncode == 0
    assert zlp.names() == ["/Bram"]


def test_a_whole_name_is_chosen_also_when_it_is_a_part_of_another(anna: Command) -> None:
    for name in ("Bram", "Bram Bos"):
        assert anna("new", "--name", name).returncode == 0
    assert "Het zorgplan en leefplan van Bram\n" in anna(said="BRAM\n/stop\n").stdout


@pytest.mark.parametrize("voice", [(), ("--voice", "Sanne")])
def test_a_topic_that_is_not_there_is_told_before_anything_else(anna: Command, voice: tuple[str, ...]) -> None:
    done = anna("talk", anna.anna, "--topic", "bestaat-niet", *voice, said="Koffie.\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Dit onderwerp is er niet.\n"


def test_c06_a_name_that_is_too_long_is_cut_and_said_to_be(zlp: Command) -> None:
    long = "Bram " * 5000
    told = "Van een naam passen alleen de eerste 200 letters.\n"
    for arguments in (("--name", long), ("--name", "Cato", "--salutation", long)):
        done = zlp("new", *arguments)
        assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, told, 1)
    assert "Bewaard, maar alleen de eerste 200 letters" in zlp(said=f"0\nDirk {long}\nDirk {long}\n/stop\n").stdout
    assert sorted({len(name) for name in zlp.names()}) == [4, 199]


def test_a_broken_file_of_questions_is_told_and_the_rest_is_asked(anna: Command, tmp_path: Path) -> None:
    topic = tmp_path / "pack" / "topics" / "two-minutes.yaml"
    topic.parent.mkdir(parents=True)
    (tmp_path / "pack" / "script.yaml").write_text('pack: "ours"\nversion: "1"\n', encoding="utf-8")
    topic.write_text('id: "two-minutes"\nsteps: [\n', encoding="utf-8")
    for command in (("talk", anna.anna, "--topic", "two-minutes"), ("show", anna.anna)):
        done = anna(*command, "--content", str(tmp_path / "pack"), said="Klop aan.\n")
        assert (done.returncode, done.stderr.count("\n")) == (0, 1)
        assert done.stderr.startswith(f"{topic}, regel 3: ")
    assert anna.texts == ["Klop aan."]


@pytest.mark.parametrize("word", ["?", "/help", " ? "])
def test_the_very_first_prompts_tell_what_can_be_typed(anna: Command, word: str) -> None:
    """Which plan, and the name of a new one: neither keeps the `?` (issue 8, section 4)."""
    assert anna("new", "--name", "Bram Bos").returncode == 0
    written = anna(said=f"{word}\n0\n{word}\n/stop\n").stdout
    _, choosing, _, naming, _ = written.split("> \n")
    assert "Typ een nummer of een naam." in choosing
    assert "Van wie is het plan? Typ de naam." in naming
    assert max(choosing.count("\n"), naming.count("\n")) <= 4
    assert anna.names() == ["Anna Vos", "Bram Bos"]


def test_f21_of_many_plans_a_few_are_read_out_and_all_on_demand(anna: Command) -> None:
    front = door(anna.home)
    for number in range(30):
        front.new_plan(f"Cliënt {number}")
    front.close()
    first, whole, chosen, *_ = anna(said="/alles\n31\n/stop\n").stdout.split("> \n")
    assert first.count("\n") <= 10
    assert "Er staan hier nog 26 regels. Alles horen: /alles." in first
    assert whole.count("\n") == 31
    assert "Het zorgplan en leefplan van" in chosen
