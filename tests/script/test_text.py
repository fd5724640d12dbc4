"""Cleaning at the door: the documented order, its laws, and rows C04 and C05 of the battery."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.text import LIMIT, MARKS, clean, clean_name, folded, one_line, same_name, visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u200b\u2060\ufeff\u00ad\u180e\u2061\u2062\u2063\u2064\ufff9\ufffa\ufffb"
SIGNS = (
    *BIDI, *INVISIBLE, "\x00", "\x07", "\x08", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\r", "\r\n", "\n",
    "\t", "\u0301", "\u0301" * 20, "\u0f71\u0f72", "e\u0301", "\u1100\u1161", "\u200c", "\u200d", "\ufe0f", "🇳🇱",
    "\U000e0067", "\ud800", "\udc00", "[/]", "محمد", "中文", " ", "\u00a0", "\u3000",
)
TEXT = st.text(st.characters(categories=None, exclude_categories=()), max_size=60)
TRICKY = st.lists(st.sampled_from(SIGNS) | TEXT, max_size=12).map("".join)


def forbidden(text: str) -> set[str]:
    """What may not be left: controls but tab and line feed, and all format characters but joiners and flag tags."""
    kept = {"\t", "\n", "\u200c", "\u200d"}
    return {
        character for character in text
        if (unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in kept
            and not 0xE0020 <= ord(character) <= 0xE007F)
        or character in BIDI or character in "\u2028\u2029"
    }


@given(TRICKY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(str(once)).text == once.text
    assert not clean(str(once)).was_cut
    assert visible(visible(text)) == visible(text)
    assert one_line(one_line(text)) == one_line(text)


UNSEEN = "\u200c\u200d\u034f\u115f\u1160\u17b4\u180b\u2800\u3164\uffa0\ufe0f\U000e0101\U000e0067\u00a0\u3000 \n"


@given(st.lists(st.sampled_from(UNSEEN + INVISIBLE), max_size=12).map("".join))
def test_a_text_in_which_nothing_can_be_seen_is_empty(text: str) -> None:
    """Nobody can read, choose or find a name of it, and it is no word that was said (battery, “naughty strings”)."""
    assert clean(text).text == "" and clean_name(text).text == ""
    assert clean(f"{text}a{text}").text


@given(TRICKY)
def test_nothing_that_moves_hides_or_turns_is_left(text: str) -> None:
    assert forbidden(clean(text).text) == set()
    assert forbidden(visible(text)) == set()
    assert forbidden(one_line(text)) == set()
    assert "\n" not in one_line(text)


@given(TRICKY)
def test_a_cleaned_text_is_composed_encodable_and_trimmed(text: str) -> None:
    cleaned = clean(text).text
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert cleaned == cleaned.strip()


@given(TRICKY, st.integers(1, 40))
def test_a_text_is_at_most_its_limit_and_whoever_typed_it_is_told(text: str, limit: int) -> None:
    cut, whole = clean(text, limit), clean(text)
    assert len(cut.text) <= limit
    assert cut.was_cut == (len(whole.text) > limit)
    if not cut.was_cut:
        assert cut.text == whole.text
    assert clean(str(cut), limit).text == cut.text


@given(TRICKY, st.integers(1, 40))
def test_what_was_cleaned_is_taken_as_it_is_and_cut_where_less_fits(text: str, limit: int) -> None:
    cleaned = clean(text)
    assert clean(cleaned) is cleaned
    less = clean(cleaned, limit)
    assert (less, less.was_cut) == (clean(text, limit), len(cleaned) > limit)
    assert clean(less).was_cut == less.was_cut, "that something was cut is not forgotten"


@given(st.text(st.characters(codec="ascii", min_codepoint=0x20, max_codepoint=0x7E), max_size=80))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert clean(text).text == text.strip()


def test_twenty_thousand_characters_are_kept_and_the_next_is_not() -> None:
    assert clean("x" * LIMIT).was_cut is False
    cut = clean("x" * (LIMIT + 1))
    assert (len(cut.text), cut.was_cut) == (LIMIT, True)


@pytest.mark.parametrize(("typed", "kept"), [
    ("a\x00b", "ab"), ("a\x07b\x08c", "abc"), ("a\x1b[31mb", "a[31mb"), ("a\x9bb", "ab"), ("a\x7fb", "ab"),
    ("a\ud800b", "a\ufffdb"), ("a\u202eb", "ab"), ("a\u2066b\u2069", "ab"), ("a\u200bb", "ab"), ("\ufeffa", "a"),
    ("a\u2028b", "a\nb"), ("a\r\nb\rc\x85d", "a\nb\nc\nd"), ("a\tb", "a\tb"),
    ("Zo" + "\u0334" * 500, "Zo" + "\u0334" * MARKS),
    ("e\u0301", "\u00e9"), ("\u212b", "\u00c5"), ("  a  ", "a"), ("\u3000a\n", "a"), ("", ""), ("\u200b", ""),
])
def test_c04_hostile_signs_have_one_stable_form(typed: str, kept: str) -> None:
    assert clean(typed).text == kept


FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}\u200d\N{BOY}"
SCOTLAND = "\N{WAVING BLACK FLAG}" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"


@pytest.mark.parametrize("typed", [
    FAMILY, "\N{HEAVY BLACK HEART}\ufe0f", "🇳🇱", SCOTLAND, "👍🏽", "中文", "محمد بن", "می\u200cخواهم", "क्षि", "한국어",
    "Ĳsselmeer", "é", "[/]", "[b]x[/b]", "[@click=app.quit]x[/]", "{u|je}", "“Koffie bij het raam.”", "a\n\nb",
])
def test_c05_scripts_and_emoji_make_an_exact_round_trip(typed: str) -> None:
    assert clean(typed).text == typed


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Annie de Vries", "annie  DE vries", True), ("Zoë", "Zoe\u0308", True), ("Straße", "STRASSE", True),
    ("Annie", "Anna", False), (" Bram ", "bram", True), ("İpek", "ipek", True),
])
def test_names_are_the_same_after_folding(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@given(st.text(st.sampled_from("Anne Zoé"), min_size=1).filter(str.strip), st.sampled_from(UNSEEN.strip()))
def test_what_cannot_be_seen_makes_no_other_name(name: str, sign: str) -> None:
    """F12: two names that look the same are the same."""
    assert same_name(name, sign.join(name)) and folded(f"{sign}{name}{sign}") == folded(name)


@given(TRICKY)
def test_a_name_that_is_one_is_folded_to_something(text: str) -> None:
    """Also one of signs that comparing leaves out: it is kept in a column that is never empty."""
    assert bool(folded(clean_name(text))) == bool(clean_name(text))


@given(st.text(max_size=30), st.text(max_size=30))
def test_being_the_same_name_is_mutual_and_true_of_oneself(one: str, other: str) -> None:
    assert same_name(one, one)
    assert same_name(one, other) == same_name(other, one)
    assert folded(folded(one)) == folded(one)
