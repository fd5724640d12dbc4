"""What a terminal sends: any bytes, cut anywhere, end nothing, and text arrives as it was typed (F2, K8, K11, B12)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from screens.textual_overrides.terminal_input import AT_ONCE, LINES_AT_ONCE, PASTE_TICKS, SEQUENCE_TICKS, TerminalInput

SEQUENCES = (
    b"\x1b[101;1:1;233u", b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[99999999999999999999u", b"\x1b[48;0;0;0;0t",
    b"\x1b[48;99999;99999;1;1t", b"\x1b[<0;1;1M", b"\x1b[<99999999999;1;1M", b"\x1b[M", b"\x1b[200~", b"\x1b[201~",
    b"\x1b[A", b"\x1bOP", b"\x1b", b"\x1b\x1b", b"\x1b]52;c;aGk=\x07", b"\x1b[?2026;1$y", b"\x1b[?2048;9$y",
    b"\x1b[1;1R", b"\x1b[:;:u", b"\x1b[;;u",
    b"\xff", b"\xc3", b"\xa9", b"\x00", b"\r", b"\t", b"1", b"\x1b[1;5D", b"\x1b[I", b"\x1b[O",
)
BYTES = st.lists(st.one_of(st.sampled_from(SEQUENCES), st.binary(max_size=40), st.text(max_size=20).map(
    lambda text: text.encode("utf-8", "replace")
)), max_size=12).map(b"".join)
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)


def read(pieces: Iterable[bytes], ticks: int = PASTE_TICKS + SEQUENCE_TICKS) -> tuple[list[Message], list[Exception]]:
    """The messages that pieces of input make, and what was refused."""
    refused: list[Exception] = []
    terminal = TerminalInput(refused.append)
    messages = [message for piece in pieces for message in terminal.feed(piece)]
    for _ in range(ticks):
        messages += terminal.tick()
    return messages, refused


def typed(messages: Iterable[Message]) -> str:
    """The letters of keys and pastes together."""
    return "".join(
        message.text if isinstance(message, events.Paste) else message.character or ""
        for message in messages if isinstance(message, events.Paste | events.Key)
    )


def cut(data: bytes, places: Iterable[int]) -> list[bytes]:
    """Bytes in pieces, some of them empty."""
    at = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(at)]


@settings(max_examples=300, deadline=None)
@given(data=BYTES, places=st.lists(st.integers(0, 400), max_size=6))
def test_no_bytes_end_the_app_and_the_next_key_is_read(data: bytes, places: list[int]) -> None:
    terminal = TerminalInput(lambda error: None)
    for piece in cut(data, places):
        list(terminal.feed(piece))
    for _ in range(PASTE_TICKS + SEQUENCE_TICKS):
        list(terminal.tick())
    assert typed(terminal.feed(b"j")).endswith("j")


@given(text=TEXT, places=st.lists(st.integers(0, 400), max_size=8))
def test_text_cut_anywhere_arrives_as_it_was(text: str, places: list[int]) -> None:
    messages, refused = read(cut(text.encode(), places))
    assert typed(messages) == text
    assert not refused


@given(text=TEXT, places=st.lists(st.integers(0, 400), max_size=8))
def test_a_paste_cut_anywhere_is_one_paste_without_sequences(text: str, places: list[int]) -> None:
    coloured = "\x1b[31m" + text + "\x1b[0m\n" + text + "\x1b]0;title\x07"
    messages, refused = read(cut(b"\x1b[200~" + coloured.encode() + b"\x1b[201~" + b"\x1b[A", places))
    pasted, key = messages
    assert isinstance(pasted, events.Paste) and pasted.text == f"{text}\n{text}"
    assert isinstance(key, events.Key) and key.key == "up"
    assert not refused


@pytest.mark.parametrize("sequence", [s for s in SEQUENCES if s.startswith(b"\x1b[") and len(s) > 4])
def test_a_sequence_cut_anywhere_is_no_text(sequence: bytes) -> None:
    for place in range(1, len(sequence)):
        messages, _ = read([sequence[:place], sequence[place:] + b"woorden van Annie"])
        assert typed(messages).endswith("woorden van Annie")
        assert len(typed(messages)) <= len("woorden van Annie") + 1, (place, messages)


def test_letters_in_one_piece_are_text_and_few_are_keys() -> None:
    many, _ = read([b"Van de kat\r"])
    assert [type(message) for message in many] == [events.Paste, events.Key]
    few, _ = read([b"n" * (AT_ONCE - 1)])
    assert {type(message) for message in few} == {events.Key}


def test_escape_is_a_key_after_one_tick_and_a_paste_without_end_ends() -> None:
    assert [message.key for message in read([b"\x1b"], ticks=1)[0] if isinstance(message, events.Key)] == ["escape"]
    assert typed(read([b"\x1b[200~half"])[0]) == "half"


def test_input_that_goes_on_and_on_is_read_in_time_of_its_length() -> None:
    messages, _ = read([b"\x1b[200~", *[b"\x1b[31mrood\x1b[0m" * 300] * 300, b"\x1b[201~"])
    assert len(typed(messages)) == 4 * 300 * 300


@pytest.mark.parametrize("data", [
    b"woord " * 3_400, b"\x1b[31mrood\x1b[0m " * 21_000, b"\x1b[38;5;9mr\x1b[1mo\x1b[0;4:3mo\x1b[md " * 8_000,
], ids=["letters", "colours", "colours in words"])
def test_a_flood_without_brackets_is_one_message_a_read_k11(data: bytes) -> None:
    """Each message is a turn of the whole app; a read of the terminal is 4,096 bytes at most."""
    reads = [data[start:start + 4_096] for start in range(0, len(data), 4_096)]
    messages, _ = read(reads)
    assert len(messages) <= 4 * len(reads)
    words = "woord " * 3_400 if b"woord" in data else "rood " * data.count(b"r")
    assert typed(messages) == words


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize("line", ["Een zin van mij.", "\tja", "é"])
def test_lines_without_brackets_are_one_paste_and_say_nothing_k11(line: str, end: str) -> None:
    """Each Enter of them would be an answer, to whatever question comes then; wherever the reads are cut."""
    data = ((line + end) * 545 + "slot").encode()
    for size in (4_096, 1_000):
        messages, _ = read([data[start:start + size] for start in range(0, len(data), size)])
        assert {type(message) for message in messages} == {events.Paste}
        assert len(messages) <= len(data) / size + 1
        assert typed(messages).replace("\n\n", "\n") == (line + "\n") * 545 + "slot"


def test_after_a_paste_of_lines_enter_is_a_key_again_k11() -> None:
    terminal = TerminalInput(lambda error: None)
    pasted = list(terminal.feed(b"Een zin.\r" * LINES_AT_ONCE))
    assert [type(message) for message in pasted] == [events.Paste]
    assert not list(terminal.tick())
    assert [message.key for message in terminal.feed(b"\r") if isinstance(message, events.Key)] == ["enter"]


def test_a_few_lines_are_answers_and_enter_that_repeats_is_one_k11() -> None:
    messages, _ = read([b"Een zin.\rEn nog een.\r"])
    assert [type(message) for message in messages] == [events.Paste, events.Key] * 2
    for keys in (b"\r" * 545, b"1\r\r2\r", b"\t\r" * 9, b" \r" * 9):
        names = [message.key for message in read([keys])[0] if isinstance(message, events.Key)]
        assert names.count("enter") == len(re.findall(rb"\r+", keys))


def test_what_was_meant_for_a_terminal_to_show_makes_no_keys_k11() -> None:
    """Found by the monkey (seed 22, act 8,059): titles without brackets were ten keys each, for four seconds."""
    shown = "mijn zus \x1b[2J\x1b]0;x\x07\x1bPq\x1b\\\x1b[?25l\x1b[K"
    messages, refused = read([(shown * 90).encode()])
    assert (typed(messages), len(messages), refused) == ("mijn zus " * 90, 1, [])


def test_the_mouse_and_keys_with_numbers_are_no_colours_k11() -> None:
    for sequence, name in ((b"\x1b[<0;5;5m", "MouseUp"), (b"\x1b[15~", "Key"), (b"\x1b[1;5D", "Key")):
        assert [type(message).__name__ for message in read([sequence])[0]] == [name]
