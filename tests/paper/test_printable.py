"""What our fonts can print: every sign that is said to be drawn is, and any other stands as its number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.tools.paper_sources import empty_source
from tests.tools.read_pdf import letters
from zlp_tui.paper.font_coverage import drawn_signs
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.printable import BREAK, LONGEST_WORD, printable
from zlp_tui.paper.typesetting import typeset
from zlp_tui.text import visible

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json


def test_every_sign_that_is_said_to_be_drawn_is_drawn() -> None:
    """PDF/A refuses a page with one that is not."""
    drawn = [chr(sign) for sign in sorted(drawn_signs())]
    told = [" ".join(drawn[first:first + 200]) for first in range(0, len(drawn), 200)]
    data: dict[str, Json] = {"name": "Alles", "parts": [{"title": "Alles", "picture": "", "told": told}],
                             "sees_title": "Wie", "sees": [], "nothing": "", "call_title": "", "call": []}
    assert typeset("rights", empty_source(), data, Pictograms())


def test_a_sign_that_no_font_draws_stands_as_its_number() -> None:
    assert printable("Li 李 zegt \ue000") == "Li [U+674E] zegt [U+E000]"


@given(st.text())
def test_nothing_that_can_be_seen_goes_but_what_is_not_drawn(text: str) -> None:
    drawn = "".join(sign for sign in visible(text) if ord(sign) in drawn_signs() and not unicodedata.combining(sign))
    kept = iter(printable(text))
    assert all(sign in kept for sign in drawn)


@given(st.text(st.sampled_from("ab é\u0301\u200d😊-"), max_size=200))
def test_a_word_that_is_too_long_for_a_line_can_be_broken(text: str) -> None:
    for word in printable(text).split():
        pieces = word.split(BREAK)
        assert len(word) <= LONGEST_WORD or all(len(letters(piece)) <= LONGEST_WORD for piece in pieces)


def test_breaking_a_word_adds_nothing_that_can_be_seen() -> None:
    word = "zorgleefplan" * 20
    assert printable(word).replace(BREAK, "") == word
