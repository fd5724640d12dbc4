"""Nothing that arrives ends the app (F2, K8), fast input keeps its spaces (B12, K11), every end says so (F3, K5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.conftest import A_MOMENT, Kept, OpenApp, Talk
from tests.tools.forked_terminal import ForkedTerminal
from tools.terminal import Terminal

SORRY = "Er ging iets mis"
SECRET = "Praat tegen mij"

BREAKING = {
    "a handler": "talk_screen.TalkScreen.action_ask_differently = broken",
    "a timer": "talk_screen.TalkScreen.action_ask_differently = lambda self: self.set_timer(0.01, broken)",
    "a worker": "talk_screen.TalkScreen.action_ask_differently = lambda self: self.run_worker(broken, thread=True)",
    "a thread": """
def in_thread(self):
    self.run_worker(lambda: self.app.call_from_thread(broken), thread=True)
talk_screen.TalkScreen.action_ask_differently = in_thread
""",
    "a thread of its own": """
import threading
def in_own_thread(self):
    threading.Thread(target=broken).start()
talk_screen.TalkScreen.action_ask_differently = in_own_thread
""",
    "a callback of the loop": """
import asyncio
def in_loop(self):
    asyncio.get_running_loop().call_soon(broken)
talk_screen.TalkScreen.action_ask_differently = in_loop
""",
    "a task that nobody waits for": """
import asyncio
async def later():
    broken()
def in_task(self):
    asyncio.get_running_loop().create_task(later())
talk_screen.TalkScreen.action_ask_differently = in_task
""",
    "the thread that reads keys": """
reading = _drivers.TerminalDriver.process_message
def process_message(self, message):
    return broken() if getattr(message, "key", "") == "f2" else reading(self, message)
_drivers.TerminalDriver.process_message = process_message
""",
    "drawing": """
from screens.steps.question_text import QuestionText
def action_ask_differently(self):
    QuestionText.render_line = broken
    self.refresh(layout=True)
    self.question.asking.refresh()
talk_screen.TalkScreen.action_ask_differently = action_ask_differently
""",
}
CODE = """
from screens.talk import talk_screen
from screens.textual_overrides import _drivers

def broken(*_, **__):
    raise ValueError("Praat tegen mij")

{breaking}
"""


def talk_about(kept: Kept) -> tuple[str, ...]:
    return ("talk", kept.plan, "--topic", "two-minutes")


@pytest.fixture(params=list(BREAKING))
def breaking(request: pytest.FixtureRequest, kept: Kept) -> Iterator[Terminal]:
    """The talk, in a program in which F2 is an error in another place each time."""
    code = CODE.format(breaking=BREAKING[request.param])
    with ForkedTerminal(talk_about(kept), first=code, env={"ZLP_HOME": str(kept.home)}) as window:
        window.expect("twee minuten")
        window.rest()
        yield window


def test_every_error_ends_with_a_sentence_a_code_a_log_and_a_draft_f3_k5(breaking: Terminal, kept: Kept) -> None:
    breaking.write(SECRET)
    breaking.expect(SECRET)
    breaking.write("\x1bOQ")
    assert breaking.end() == 1
    after = bytes(breaking.raw).split(b"\x1b[?1049l")[-1].decode()
    assert SORRY in after
    assert SECRET not in after and "Traceback" not in after
    assert breaking.restored()
    assert "ValueError" in kept.log()
    assert SECRET not in kept.log()
    assert [draft.text for draft in kept.drafts()] == [SECRET]


UNWRITABLE = """
import errno, os
from textual.drivers import _writer_thread
writing = _writer_thread.WriterThread.run
def run(self):
    class File:
        def write(self, text):
            if os.path.exists(os.environ["GONE"]):
                raise OSError(errno.EIO, "Praat tegen mij")
            return file.write(text)
        flush = lambda self: file.flush()
    file, self._file = self._file, File()
    writing(self)
_writer_thread.WriterThread.run = run
"""


def test_a_terminal_that_cannot_be_written_ends_the_app_and_keeps_what_was_typed_f3_k5(
    kept: Kept, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    env = {"ZLP_HOME": str(kept.home), "GONE": str(gone)}
    with ForkedTerminal(talk_about(kept), first=UNWRITABLE, env=env) as window:
        window.expect("twee minuten")
        window.rest()
        window.write(SECRET)
        window.expect(SECRET)
        gone.touch()
        window.write("!")
        assert window.end() == 129
    assert SECRET not in kept.log()
    assert [draft.text for draft in kept.drafts()] == [f"{SECRET}!"]


@pytest.mark.parametrize("bytes_sent", [
    b"\xc3", b"\x1b[101;1:1;233u", b"\x1b[1114112u", b"\x1b[55296u", b"\xff\xfe\x80", b"\x1b[48;0;0;0;0t",
])
def test_what_arrives_does_not_end_the_app_f2_k8(talk: Talk, kept: Kept, bytes_sent: bytes) -> None:
    window = talk()
    window.write("Ik drink ")
    window.write(bytes_sent)
    window.rest()
    window.write("koffie.\r")
    window.expect("Bewaard")
    (text,) = kept.texts()
    assert text.startswith("Ik drink") and text.endswith("koffie.")


def test_half_a_character_and_the_rest_are_one_character_f2(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write(b"Ik drink caf\xc3")
    window.rest()
    window.write(b"\xa9.\r")
    window.expect("Bewaard")
    assert kept.texts() == ["Ik drink café."]


def has_times(shown: str, count: int) -> bool:
    """Whether the word was typed so often."""
    return shown.count("tuintje") == count


def test_a_sentence_in_one_piece_keeps_its_spaces_wherever_the_focus_is_b12(talk: Talk, kept: Kept) -> None:
    window = talk()
    for count, key in enumerate(("\x1b[Z", "\t", "\x1bOS"), start=1):  # the chips, the board, and after F4
        window.write(key)
        window.rest()
        window.write("Van de kat en van haar tuintje. ")
        assert window.wait(partial(has_times, count=count)) is not None
    window.process.terminate()
    window.end()
    assert [draft.text for draft in kept.drafts()] == [("Van de kat en van haar tuintje. " * 3).strip()]


def test_a_flood_without_brackets_is_shown_and_kept_k11(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("woord " * 1500 + "einde")
    window.expect("einde")
    window.process.terminate()
    window.end()
    (draft,) = kept.drafts()
    assert draft.text.split() == ["woord"] * 1500 + ["einde"]


def test_a_paste_full_of_escapes_is_its_words_k11(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("\x1b[200~" + "\x1b[31mrood\x1b[0m " * 2000 + "slot\x1b[201~")
    window.expect("slot")
    window.write("\r")
    window.expect("Bewaard")
    (text,) = kept.texts()
    assert text.split() == ["rood"] * 2000 + ["slot"]


@pytest.mark.parametrize("keys", ["o\r", "\ro", "\r\r", "oo", "no", "n\r", "on\r", "\r\x1b\r", "o\x1bOP\r"])
def test_two_ways_at_once_from_home_end_nothing_k9(open_app: OpenApp, kept: Kept, keys: str) -> None:
    window = open_app(interpreter=True)  # keys that come while all is still being loaded
    window.expect("Anna Vos")
    window.rest()
    for pressed in (keys, "\r", keys, "\r\r"):
        window.write(pressed)
        window.rest(quiet=A_MOMENT)
    assert window.process.poll() is None
    window.write("\x11")
    assert window.end(timeout=30) == 0  # the examples may still be laid out
    assert not kept.log()
