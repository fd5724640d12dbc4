"""Keeping track in a real process that is ended while somebody types: what was kept stays, what was typed waits."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_cli_process import read_until, send
from tests.tools.table import open_door

TALK = ("--topic", "two-minutes")


@pytest.fixture
def anna(tmp_path: Path) -> Command:
    """A home with the plan of Anna Vos."""
    front = open_door(tmp_path / "home")
    plan = front.new_plan("Anna Vos")
    front.close()
    return Command(tmp_path / "home", plan)


def test_what_was_kept_is_there_after_the_power_went(anna: Command) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, b"/ik-ben Anna Vos\n/mooi Ze zong.\n/noteer 0 Mooi weer.\n/opmerking Te la")
        read_until(talk, b"Bewaard\n> \nBewaard\n> ")
        talk.kill()
        talk.wait(30)
    assert [remark.text for remark in anna.view.remarks] == ["Ze zong."]
    assert [note.text for note in anna.view.progress] == ["Mooi weer."]


def test_words_that_go_on_wait_after_the_power_went(anna: Command) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, b"/ik-ben Anna Vos\n/opmerking De soep was koud,\\\n")
        read_until(talk, b"\n+ ")
        talk.kill()
        talk.wait(30)
    assert not anna.view.remarks
    assert "“De soep was koud,”" in anna("talk", anna.anna, said="/ik-ben anna vos\n/opmerking\n/zeg\n").stdout
    assert [remark.text for remark in anna.view.remarks] == ["De soep was koud,"]


def test_words_that_sanne_was_typing_when_it_was_killed_are_never_the_clients_f7(anna: Command) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, b"/ik-ben Sanne\n/opmerking Mijn vader is vaak moe\\\n")
        read_until(talk, b"\n+ ")
        talk.kill()
        talk.wait(30)
    written = anna("talk", anna.anna, said="/ik-ben Anna Vos\n/opmerking\nIk niet.\n").stdout
    assert "Sanne typte bij /opmerking en zei het niet: “Mijn vader is vaak moe”" in written
    assert "Sanne typte dit en zei het niet: “Mijn vader is vaak moe”" in written
    assert [(remark.text, remark.voice.name) for remark in anna.view.remarks] == [("Ik niet.", "Anna Vos")]
    anna("talk", anna.anna, said="/ik-ben Sanne\n/opmerking\n/zeg\n")
    assert anna.view.remarks[-1].voice.name == "Sanne"


@pytest.mark.parametrize("typed", ["/opmerking Te la", "/opmerking\nTe la"])
def test_words_of_a_command_that_was_being_typed_are_offered_back(anna: Command, typed: str) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, f"/ik-ben Anna Vos\n/mooi Ze zong.\n{typed}".encode())
        read_until(talk, b"Bewaard\n> " if "\n" not in typed else b"laat maar.\n> ")
        talk.send_signal(signal.SIGTERM)
        assert talk.wait(30) == 128 + signal.SIGTERM
    assert [remark.text for remark in anna.view.remarks] == ["Ze zong."]
    written = anna("talk", anna.anna).stdout
    assert "Anna Vos typte bij /opmerking en zei het niet: “Te la”" in written


def test_a_note_that_was_half_answered_is_kept(anna: Command) -> None:
    anna("talk", anna.anna, "--topic", "goals", said="Weer lopen.\n")
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, b"/ik-ben Anna Vos\n/noteer 1\nnee\n")
        read_until(talk, b"Hoe kwam dat?")
        talk.send_signal(signal.SIGTERM)
        assert talk.wait(30) == 128 + signal.SIGTERM
    assert [(note.done, note.text) for note in anna.view.progress] == [("no", None)]
