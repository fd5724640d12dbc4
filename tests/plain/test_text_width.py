"""Lines as wide as the terminal without anything that moves or draws, whatever the text (G04, C03-C05, F19)."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.text_width import _ONE_EACH, COLUMNS, NARROWEST, bounded, shown, unbroken, width, wrapped
from zlp_tui.text import visible

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
ANYTHING = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            " \n\t-ë\u0301\u200d\ufe0f\u2500\u2588\u25cf\u2764\u28ff\x1b\x9b\u202e漢字\U0001f600\u0645\u0631"
        ),
    ),
    max_size=300,
)


def drawn(character: str) -> bool:
    return 0x2500 <= ord(character) <= 0x28FF


FIRST = st.sampled_from(["", "  12. ", "    ", "/gezegd-door NUMMER NAAM: ", "     5000. "])
WIDTHS = st.integers(NARROWEST, COLUMNS)


@given(ANYTHING, FIRST, WIDTHS)
def test_g04_every_line_fits_and_nothing_in_it_steers_or_draws(text: str, first: str, columns: int) -> None:
    """F19: at any width a terminal may have."""
    for line in wrapped(text, first, columns=columns):
        assert width(line) <= columns
        assert wcswidth(line) <= columns
        assert not [c for c in line if drawn(c) or unicodedata.category(c) == "Cc" or c in "\u202e\u2066\u200b"]


@pytest.mark.parametrize("word", ["漢字かな", "한글", "\U0001f600", "ｗｉｄｅ"])
def test_wide_characters_fit_too(word: str) -> None:
    text = word * 50
    lines = wrapped(text)
    assert "".join(lines) == text
    assert max(map(wcswidth, lines)) <= COLUMNS
    assert max(map(wcswidth, lines)) > COLUMNS - 4


def test_what_is_measured_at_once_is_measured_the_same_one_by_one() -> None:
    for character in map(chr, range(0xA1, 0x2100)):
        if _ONE_EACH.fullmatch(character):
            assert character.isprintable() and wcswidth(character) == 1, ascii(character)


@given(ANYTHING)
def test_wrapping_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(wrapped(text)).split()) == "".join(shown(text).split())


WORDS = st.lists(st.from_regex(r"[a-zé漢]{1,30}", fullmatch=True), max_size=40)


@given(WORDS, FIRST, st.sampled_from([None, "", "    "]), WIDTHS)
def test_f19_no_word_is_cut_that_fits_on_a_line(words: list[str], first: str, rest: str | None, columns: int) -> None:
    lines = wrapped(" ".join(words), first, rest, columns)
    told = [word for line in lines for word in line.split()]
    room = columns - (width(first) if rest is None else width(rest))
    for word in words:
        if width(word) <= room:
            assert word in told
            told.remove(word)


@given(st.text("ab ", max_size=60), st.integers(1, 4), WIDTHS)
def test_f19_words_of_a_command_stay_on_one_line_where_they_fit(before: str, names: int, columns: int) -> None:
    command = "/aan-tafel " + ", ".join(["Karim"] * names)
    lines = wrapped(f"{before} Typ: {unbroken(command)}.", columns=columns)
    assert max(map(width, lines)) <= columns
    assert (f"{command}." in " ".join(lines)) and "\u00a0" not in "".join(lines)
    if width(command) < columns:
        assert any(command in line for line in lines)


def test_f19_a_terminal_that_does_not_know_its_width_is_as_wide_as_a_pipe() -> None:
    assert [bounded(columns) for columns in (0, 1, 19, 20, 40, 80, 300)] == [80, 20, 20, 20, 40, 80, 80]


def test_f19_a_window_that_gets_another_size_is_asked_again() -> None:
    out, sizes = io.BytesIO(), [40, 20, 80]
    writer = LineWriter(out, columns=lambda: sizes.pop(0))
    for _ in range(3):
        writer.print("koffie " * 30)
    widths = [len(line) for line in out.getvalue().decode().split("\n") if line]
    assert (max(widths[:6]), max(widths[6:16]), max(widths[16:])) == (34, 20, 76)


@given(ANYTHING)
def test_what_is_shown_is_stable_and_as_long_as_what_is_visible(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert len(shown(text)) == len(visible(text)) + 3 * visible(text).count("\t")


@pytest.mark.parametrize(
    ("text", "says"),
    [("┌──┐", "----"), ("█▒", "--"), ("●☀❤⠿", "????"), ("a\tb", "a    b"), ("Koffie · €2", "Koffie · €2")],
)
def test_signs_that_are_not_read_aloud_are_replaced(text: str, says: str) -> None:
    assert shown(text) == says


def test_words_stay_whole_and_later_lines_hang_under_the_first() -> None:
    lines = wrapped("koffie " * 30, "  1. ")
    assert lines[0].startswith("  1. koffie")
    assert all(line.startswith("     koffie") for line in lines[1:])
    assert {word for line in lines for word in line.split()} == {"1.", "koffie"}


def test_a_family_and_a_mark_are_never_cut_in_two() -> None:
    for line in wrapped("x" + FAMILY * 30):
        assert not line.endswith("\u200d")
    for line in wrapped("xe\u0323\u0301" * 60):
        assert unicodedata.category(line[0]) != "Mn"


def test_a_text_is_as_wide_as_the_terminal_that_needs_most_room_for_it() -> None:
    assert (width(FAMILY), width("❤\ufe0f"), width("e\u0301"), width("漢字")) == (8, 2, 1, 4)


def test_joiners_without_end_are_cut_all_the_same() -> None:
    lines = wrapped("\U0001f469\u200d" * 200)
    assert max(map(width, lines)) <= COLUMNS


def test_a_line_feed_begins_a_line() -> None:
    assert wrapped("een\n\ntwee", "- ") == ["- een", "", "  twee"]
