"""Durability on a real terminal: what was said is there, what was being typed is offered back (battery A)."""

from __future__ import annotations

import random
import signal
from contextlib import closing

import pytest
import sqlcipher3.dbapi2

from tests.terminal.conftest import A_MOMENT, Kept, OpenApp, Talk
from tools.terminal import Terminal

KILLS = 6
NEARLY_FULL = 48 * 1024
"""Bytes that a file may have: enough to open the store, not enough for a very long answer."""


def shown_as_kept(window: Terminal) -> set[str]:
    """The answers that stand as quotes in the picture: the screen says that they are on disk."""
    return {word.strip("“”.") for word in window.text().split() if word.startswith("“Antwoord")}


def test_a01_kill_9_at_random_moments_loses_nothing_that_was_shown_as_kept(open_app: OpenApp, kept: Kept) -> None:
    moments = random.Random(20261122)
    promises = 0
    for client in kept.more_plans(KILLS):
        window = open_app("talk", client.plan, "--topic", "two-minutes")
        window.expect("twee minuten")
        window.rest()
        for answer in range(moments.randint(1, 4)):
            window.write(f"Antwoord-{answer}.\r")
            for _ in range(moments.randint(0, 12)):
                window.draw(0.02)
        window.write("nog niet")
        for _ in range(moments.randint(0, 6)):
            window.draw(0.02)
        window.process.kill()
        window.end()
        said = client.texts()
        assert shown_as_kept(window) <= {text.rstrip(".") for text in said}
        assert len(said) == len(set(said)), "an answer was kept twice"
        promises += len(shown_as_kept(window))
        window.close()
    assert promises > KILLS
    with closing(sqlcipher3.dbapi2.connect(str(kept.file))) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert kept.zlp("check").returncode == 0


def test_a01_what_was_being_typed_is_offered_back_after_kill_9(talk: Talk, open_app: OpenApp, kept: Kept) -> None:
    window = talk()
    window.write("Klop eerst aan, en")
    window.expect("Klop eerst aan, en")
    kept.await_draft(window, "Klop eerst aan, en")
    window.process.kill()
    window.end()
    assert [draft.text for draft in kept.drafts()] == ["Klop eerst aan, en"]
    assert kept.texts() == []
    talk().expect("Klop eerst aan, en")


def test_what_was_ticked_and_not_kept_is_there_again_after_kill_9_c18(open_app: OpenApp, kept: Kept) -> None:
    window = open_app("talk", kept.plan, "--topic", "at-the-table")
    window.expect(r"\[x\]")
    window.rest(quiet=A_MOMENT)
    window.write(" ")
    window.expect(r"\[ \]")
    window.settle(quiet=1.2)
    window.process.kill()
    window.end()
    again = open_app("talk", kept.plan)
    again.expect(r"\[ \]")
    assert "[x]" not in again.text()
    assert kept.texts() == []


def test_a03_sigterm_keeps_the_draft_and_restores_the_terminal(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("Praat tegen mij")
    window.expect("Praat tegen mij")
    window.process.send_signal(signal.SIGTERM)
    assert window.end(timeout=3) in (143, -signal.SIGTERM)
    assert [draft.text for draft in kept.drafts()] == ["Praat tegen mij"]
    assert window.restored()


def test_a04_a_closed_window_ends_the_program_and_keeps_the_draft(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("Ga even zitten")
    window.expect("Ga even zitten")
    window.hang_up()
    assert window.process.wait(30) == 129
    assert [draft.text for draft in kept.drafts()] == ["Ga even zitten"]
    assert kept.log() == ""


@pytest.mark.parametrize("typed", ["", "Ga even zitten. " * 50, "\x1b", "\x1bOP"])
def test_a_window_that_is_closed_leaves_no_error_in_the_log_k13(talk: Talk, kept: Kept, typed: str) -> None:
    """Whatever is being drawn at that moment."""
    window = talk()
    window.write(typed)
    window.hang_up()
    assert window.process.wait(30) == 129
    assert kept.log() == ""


def test_a06_a_full_disk_leaves_the_text_on_the_screen(talk: Talk, kept: Kept) -> None:
    first = talk()
    first.write("Eerder gezegd.\r")
    first.expect("“Eerder gezegd.”")
    first.process.send_signal(signal.SIGTERM)  # in an orderly way, so that no file beside the store is left
    first.end()
    window = talk(largest_file=NEARLY_FULL)
    words = " ".join(["vol"] * 4900)
    window.write(f"\x1b[200~{words}\x1b[201~")
    window.expect("vol vol vol")
    window.write("\r")
    window.rest()
    assert window.process.poll() is None
    assert "vol vol vol" in window.text()
    assert "“vol" not in window.text()
    assert "Bewaard" not in window.text()
    kept.await_draft(window, words)
    window.close()
    assert kept.texts() == ["Eerder gezegd."]
    again = talk()
    again.expect("vol vol vol")
    again.rest(quiet=A_MOMENT)  # an Enter that comes at once was meant for what stood there before (C4)
    again.write("\r")
    again.expect("Bewaard")
    assert kept.texts() == ["Eerder gezegd.", words]


def test_a10_a_second_window_reads_only(talk: Talk, kept: Kept) -> None:
    first = talk()
    first.write("Ik was eerst.\r")
    first.expect("“Ik was eerst.”")
    second = talk()
    second.expect("“Ik was eerst.”")
    second.write("Ik ook.\r")
    second.rest()
    assert "“Ik ook.”" not in second.text()
    assert second.process.poll() is None
    first.write("Nog iets.\r")
    first.expect("“Nog iets.”")
    assert kept.texts() == ["Ik was eerst.", "Nog iets."]


def test_a10_a_window_that_was_killed_locks_nobody_out(talk: Talk, kept: Kept) -> None:
    first = talk()
    first.process.kill()
    first.end()
    second = talk()
    second.write("Ik kan erbij.\r")
    second.expect("“Ik kan erbij.”")
    assert kept.texts() == ["Ik kan erbij."]


LOOSE_NOTE, REMARK = ("g", "1", "\r"), ("o", "\x1b[B", "\r", "1")
"""From the map to where one types: a note about nothing in particular, and a remark. The first of the list types."""


@pytest.mark.parametrize("way", [LOOSE_NOTE, REMARK], ids=["note", "remark"])
def test_a01_a_note_or_remark_that_was_being_typed_is_there_again(
    talk: Talk, kept: Kept, way: tuple[str, ...]
) -> None:
    window = talk()
    to_the_words(window, way)
    window.write("De soep was koud, en")
    window.expect("De soep was koud, en")
    kept.await_draft(window, "De soep was koud, en")
    window.process.kill()
    window.end()
    assert [draft.text for draft in kept.drafts()] == ["De soep was koud, en"]
    assert kept.view().remarks == () and kept.view().progress == ()
    again = talk()
    to_the_words(again, way)
    again.expect("De soep was koud, en")


def test_what_sanne_was_typing_when_it_was_killed_is_never_the_clients_f7(talk: Talk, kept: Kept) -> None:
    window = talk()
    to_the_words(window, ("g", "Sanne", "\r", "\r"))
    window.write("Mijn vader is vaak moe")
    window.expect("Mijn vader is vaak moe")
    kept.await_draft(window, "Mijn vader is vaak moe")
    window.process.kill()
    window.end()
    assert [draft.text for draft in kept.drafts()] == ["Mijn vader is vaak moe"]
    again = talk()
    to_the_words(again, LOOSE_NOTE)
    again.expect("Sanne typte dit en zei het niet")
    again.write("Ik niet.\r")
    again.expect("Bewaard")
    (note,) = kept.view().progress
    assert (note.text, note.voice.id) == ("Ik niet.", kept.view().client)


def to_the_words(window: Terminal, way: tuple[str, ...]) -> None:
    """From the conversation past the map to the field."""
    for key in ("\x1b", *way):
        window.write(key)
        window.rest(quiet=A_MOMENT)


@pytest.mark.parametrize(
    ("term", "skip", "said"), [(None, "\x1b[6~", "\r"), ("dumb", "\n", "\n")], ids=["on screen", "line by line"]
)
def test_a01_killed_while_looking_back_it_goes_on_at_the_same_question(
    open_app: OpenApp, kept: Kept, term: str | None, skip: str, said: str
) -> None:
    env: dict[str, str | None] | None = {"TERM": term} if term else None
    asked = "Wat is er in uw leven veranderd"
    kept.agree()
    window = open_app("talk", kept.plan, "--topic", "look-back", env=env)
    window.expect("Samen terugkijken")
    window.rest()
    for _ in range(2):
        window.write(skip)
        window.rest(quiet=A_MOMENT)
    window.expect(asked)
    window.write(f"Mijn zus is verhuisd.{said}")
    window.expect("Bewaard")
    window.process.kill()
    window.end()
    again = open_app("talk", kept.plan, env=env)
    again.expect(asked)
    (evaluation,) = kept.view().evaluations
    assert (evaluation.closed_on, kept.texts()) == (None, ["Mijn zus is verhuisd."])
