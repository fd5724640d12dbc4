"""All sorts of terminals, sizes and locales (battery D), and resuming exactly where it stopped."""

from __future__ import annotations

import base64
import os
import pty
import random
import re
import select
import signal
import subprocess
import sys
import termios

import pytest

from tests.terminal.conftest import A_MOMENT, Kept, OpenApp, Talk
from tools.terminal import Terminal
from zlp_tui.command.runtime import keys_unseen

COLOUR = re.compile(rb"[34]8;2;(\d+);(\d+);(\d+)")
NAMED_COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[1-6]|4[1-6]|9[1-6]|10[1-6])(?:;[0-9;]*)?m")


def leave(window: Terminal) -> int:
    """Stop and keep, from wherever we are; the exit code."""
    for _ in range(4):
        for key in ("\x1b", "q"):
            window.rest()
            window.write(key)
        window.rest()
        if window.process.poll() is not None:
            break
    return window.end()


@pytest.mark.parametrize(("columns", "rows"), [(120, 35), (80, 24), (60, 20)])
def test_it_starts_and_leaves_the_terminal_as_it_found_it(open_app: OpenApp, columns: int, rows: int) -> None:
    window = open_app(columns=columns, rows=rows, interpreter=True)
    window.expect("Vos")
    assert leave(window) == 0
    assert window.restored()


def test_it_goes_on_exactly_where_it_stopped(open_app: OpenApp, kept: Kept) -> None:
    window = open_app("talk", kept.plan, "--topic", "ordinary-day")
    window.expect("dag")
    window.rest()
    for word in ("Ik slaap uit.", "Ik lees de krant."):
        window.write(f"{word}\r")
        window.expect(f"“{word}”")
        window.rest(quiet=A_MOMENT)  # sooner it would be the same Enter twice
        window.write("\r")
        window.rest()
    question = asked(window)
    assert leave(window) == 0
    resume = kept.view().conversations[-1].resume
    assert resume is not None
    assert resume.topic == "ordinary-day"
    again = open_app("talk", kept.plan)
    again.expect(re.escape(question))


def asked(window: Terminal) -> str:
    """The question in the picture."""
    below_the_header = "\n".join(window.text().split("\n")[3:])
    found = re.search(r"[^\n?]*\?", below_the_header)
    assert found, window.picture()
    return found[0].strip()


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (1, 1), (300, 100), (60, 20)])
def test_d01_resizing_keeps_the_text(talk: Talk, columns: int, rows: int) -> None:
    window = talk()
    window.write("Laat mij zelf doen wat lukt")
    window.expect("Laat mij zelf doen wat lukt")
    window.resize(columns, rows)
    window.rest()
    assert window.process.poll() is None
    window.resize(80, 24)
    window.expect("Laat mij zelf doen wat lukt")
    window.write(".\r")
    window.expect("“Laat mij zelf doen wat lukt.”")


def test_d01_a_window_that_is_too_small_says_so(talk: Talk) -> None:
    window = talk()
    window.resize(30, 8)
    window.rest()
    assert re.search(r"klein|groter", window.text().replace("\n", " ")), window.picture()


@pytest.mark.parametrize(("columns", "rows"), [(40, 24), (80, 12), (30, 8)])
def test_f19_a_window_that_is_too_small_takes_no_answer_and_names_ways_out_that_work(
    talk: Talk, kept: Kept, columns: int, rows: int
) -> None:
    window = talk()
    window.write("Half gezegd")
    window.expect("Half gezegd")
    window.resize(columns, rows)
    window.expect("F9: stoppen")
    window.expect(r"zlp\s+--plain")  # it may stand in the picture a moment later than the line before it
    window.write(" blind getypt\r\x1b[6~\x1b[200~geplakt\x1b[201~")
    window.rest()
    window.write("\x1b[20~")
    assert window.end() == 0
    assert window.restored()
    assert (kept.texts(), [draft.text for draft in kept.drafts()]) == ([], ["Half gezegd"])


def test_f18_the_words_of_a_line_reach_the_clipboard_of_the_terminal(talk: Talk) -> None:
    window = talk()
    window.write("Klop aan, café.\r")
    window.expect("“Klop aan, café.”")
    window.write("\x1b")
    window.rest(quiet=A_MOMENT)
    window.write("l")
    window.expect("Klop aan, café.")
    window.rest()
    window.write("\x1bc")
    window.expect("gekopieerd")
    told = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", bytes(window.raw))
    assert told is not None
    assert "“Klop aan, café.”" in base64.b64decode(told[1]).decode()


def test_d02_without_colour_everything_is_still_there(talk: Talk) -> None:
    window = talk(env={"NO_COLOR": "1"})
    window.write("Zonder kleur.\r")
    window.expect("“Zonder kleur.”")
    hues = {colour for colour in COLOUR.findall(bytes(window.raw)) if len(set(colour)) > 1}
    assert hues == set()
    assert NAMED_COLOUR.search(bytes(window.raw)) is None


@pytest.mark.parametrize("term", ["dumb", None])
def test_d03_a_simple_terminal_gets_the_conversation_line_by_line(
    open_app: OpenApp, kept: Kept, term: str | None
) -> None:
    window = open_app("talk", kept.plan, "--topic", "two-minutes", env={"TERM": term})
    if term is None:
        window.rest()
        assert window.process.poll() is None
        return
    window.expect("Vraag 1 van 1")
    window.write("Klop aan.\n")
    window.expect("Bewaard")
    window.write("/stop\n")
    assert window.end() == 0
    assert b"\x1b" not in window.raw
    assert kept.texts() == ["Klop aan."]


def test_d03_output_that_is_no_terminal_holds_no_escape(kept: Kept) -> None:
    done = kept.zlp("talk", kept.plan, "--topic", "two-minutes", said="Klop aan.\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    assert kept.texts() == ["Klop aan."]


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C.ISO-8859-1", "PYTHONUTF8": "0"}]
)
def test_d04_any_locale_starts_and_keeps_what_was_said(talk: Talk, kept: Kept, locale: dict[str, str | None]) -> None:
    window = talk(env=locale)
    window.write("Één kopje thee.\r")
    window.rest(quiet=A_MOMENT)
    assert window.process.poll() is None
    window.process.send_signal(signal.SIGTERM)
    window.end()
    assert b"UnicodeEncodeError" not in window.raw
    assert kept.texts() == ["Één kopje thee."]


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C.ISO-8859-1", "PYTHONUTF8": "0"}]
)
def test_d04_line_by_line_is_utf_8_whatever_the_locale(kept: Kept, locale: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zlp_tui", "talk", kept.plan, "--topic", "two-minutes"],
        input="Één kopje thee.\n".encode() + b"stuk\xff\n", capture_output=True, timeout=60, check=False,
        env={**os.environ, "ZLP_HOME": str(kept.home), **locale},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").count("Bewaard") == 2
    assert kept.texts() == ["Één kopje thee.", "stuk\ufffd"]


def test_d05_keys_with_a_meaning_of_their_own_keep_what_was_typed(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("Ik wil")
    window.expect("Ik wil")
    for key in ("\x13", "\x11", "\x03", "\x04", "\x1b"):
        window.write(key)
        window.rest()
        if window.process.poll() is not None:
            break
    if window.process.poll() is None:
        window.process.send_signal(signal.SIGTERM)
    window.end()
    assert window.restored()
    assert kept.texts() == []
    assert [draft.text for draft in kept.drafts()] == ["Ik wil"]


def test_d05_put_aside_and_taken_up_again(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("Even weg")
    window.expect("Even weg")
    window.process.send_signal(signal.SIGTSTP)
    window.rest()
    assert window.put_aside
    window.process.send_signal(signal.SIGCONT)
    window.rest()
    window.write(" en terug.\r")
    window.expect("“Even weg en terug.”")
    assert kept.texts() == ["Even weg en terug."]


def test_d05_escape_twenty_times_is_no_way_to_lose_anything(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("Ik blijf")
    window.expect("Ik blijf")
    window.write("\x1b" * 20)
    window.rest()
    if window.process.poll() is None:
        window.process.send_signal(signal.SIGTERM)
    window.end()
    assert [draft.text for draft in kept.drafts()] == ["Ik blijf"]


KEYS = [
    "a", "e", "Z", "é", " ", "1", "\r", "\t", "\x1b[Z", "\x1b", "\x7f", "\x0a", "\x10", "\x0b", "\x17", "\x15",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[3~", "\x1b[1;5C",
    "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~",
    "\x1b[<0;10;10M\x1b[<0;10;10m", "\x1b[<0;40;22M\x1b[<0;40;22m", "\x1b[<65;30;12M", "[/]", "[b]", "q", "n", "t", "w",
]


def test_d05_a_monkey_at_the_keys_breaks_nothing(open_app: OpenApp, kept: Kept) -> None:
    monkey = random.Random(5)
    pressed = 0
    while pressed < 5000:
        window = open_app("talk", kept.plan, "--topic", "good-day-bad-day")
        window.expect("dag")
        while pressed < 5000 and window.process.poll() is None:
            window.write("".join(monkey.choice(KEYS) for _ in range(100)))
            pressed += 100
            window.settle(quiet=0.05, timeout=5)
        if window.process.poll() is None:
            window.process.send_signal(signal.SIGTERM)
        assert window.end() in (0, 143, -signal.SIGTERM), kept.log()
        assert window.restored()
        window.close()
    assert kept.zlp("check").returncode == 0
    seqs = [statement.seq for statement in kept.view().statements]
    assert seqs == sorted(set(seqs))


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is one of Unix")
def test_keys_that_are_typed_while_zlp_begins_are_not_written_on_the_terminal_and_wait_u8() -> None:
    terminal, ours = pty.openpty()
    usual = termios.tcgetattr(ours)
    try:
        with keys_unseen(ours):
            os.write(terminal, b"\x1b[B\r")
            assert select.select([terminal], [], [], 0.2)[0] == [], "nothing is echoed"
            assert os.read(ours, 100) == b"\x1b[B\r"
        assert termios.tcgetattr(ours) == usual
    finally:
        os.close(terminal)
        os.close(ours)
