"""How the screens of a plan lay themselves out: all is there, and nothing lies over anything else, at every width."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.parts.line_layout import GUTTER, Cell, Sheet
from screens.sheets.cards_sheet import CardsSheet
from screens.sheets.cycle_sheet import CycleSheet
from screens.sheets.letter_sheet import LetterSheet
from screens.sheets.topics_sheet import TopicsSheet
from screens.sheets.trace_sheet import TraceSheet
from zlp_tui.conversation.desk import (
    Card,
    ChapterLine,
    LetterLine,
    LetterPart,
    TopicLine,
    TraceStep,
)
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.view import CHAPTERS
from zlp_tui.text import visible

WIDTHS = st.integers(min_value=56, max_value=160)
SAID = st.text(min_size=1, max_size=120).map(visible).filter(lambda text: bool(text.strip()))
WORDS = {"talked-about": "over gepraat", "begun": "begonnen", "not-yet": "nog niet"}
STATES = ("talked-about", "begun", "not-yet")


def chapters(*titles: str) -> tuple[ChapterLine, ...]:
    """The chapters with these titles, in all states."""
    return tuple(
        ChapterLine(chapter, title, "", "", STATES[number % 3], ())  # type: ignore[arg-type]
        for number, (chapter, title) in enumerate(zip(CHAPTERS, titles, strict=True))
    )


def drawn(cell: Cell) -> list[str]:
    """A cell's screen lines as text."""
    return ["".join(text for text, _ in line) for line in cell.lines]


def assert_even(sheet: Sheet, width: int) -> list[Cell]:
    """Within the width, and no two cells on one place."""
    cells = sheet.cells(width)
    taken: set[tuple[int, int]] = set()
    for cell in cells:
        for y, line in enumerate(drawn(cell), start=cell.y):
            assert cell_len(line) <= cell.width - GUTTER
            assert cell.x >= 0
            assert cell.x + cell.width <= width
            places = {(x, y) for x in range(cell.x, cell.x + cell.width)}
            assert not places & taken
            taken |= places
    return cells


@given(width=WIDTHS, titles=st.lists(st.text("abc ?éï漢", min_size=1, max_size=40), min_size=5, max_size=5))
@pytest.mark.parametrize("roomy", [False, True])
def test_the_cycle_shows_every_question_once(width: int, titles: list[str], roomy: bool) -> None:
    cells = assert_even(CycleSheet(chapters(*titles), "my-life", "samen beslissen", WORDS, roomy), width)
    assert [cell.ref for cell in cells if cell.ref] == sorted(CHAPTERS, key=[c.ref for c in cells if c.ref].index)
    assert {cell.ref for cell in cells if cell.ref} == set(CHAPTERS)


@given(width=WIDTHS, said=SAID, by=SAID)
def test_a_topic_shows_its_title_and_what_was_said(width: int, said: str, by: str) -> None:
    topics = tuple(
        TopicLine(f"t{n}", "who-am-i", "Een goede dag", "", state, last, who, here)  # type: ignore[arg-type]
        for n, (state, (last, who), here) in enumerate(
            product(STATES, ((said, by), (said, ""), (None, None)), (True, False))
        )
    )
    cells = assert_even(TopicsSheet(topics, "hier zijn we gebleven", "begonnen"), width)
    assert [cell.ref for cell in cells] == [topic.id for topic in topics]
    assert all("Een goede dag" in drawn(cell)[0] for cell in cells)
    assert sum("hier zijn we gebleven" in line for cell in cells for line in drawn(cell)) == len(topics) // 2


def test_a_fact_has_the_room_of_a_name_as_well() -> None:
    said = TopicLine("a", "who-am-i", "Zo ben ik", "", "talked-about", "Ik lach graag.", "mevrouw De Vries", here=False)
    fact = TopicLine("b", "who-am-i", "Mijn gegevens", "", "talked-about", "woensdag 31 december 2031", "", here=False)
    beside = drawn(TopicsSheet((said, fact), "", "").cells(66)[1])
    assert beside == [f"{'Mijn gegevens':<15}woensdag 31 december 2031{'':<24}"]


@given(width=WIDTHS, said=st.lists(SAID, min_size=1, max_size=4))
def test_a_letter_keeps_every_quote_and_at_most_72_characters(width: int, said: list[str]) -> None:
    quotes = tuple(Quote(str(n), text, "mevrouw De Vries") for n, text in enumerate(said))
    told = LetterPart("Een goede dag", 2, (LetterLine("Voor u:", quotes),))
    letter = LetterSheet((LetterPart("Wie ben ik?", 1, ()), told))
    cells = assert_even(letter, width)
    assert [cell.ref for cell in cells if cell.ref] == [quote.ref for quote in quotes]
    assert all(cell.x + cell.width <= 72 for cell in cells)


@given(width=WIDTHS, said=SAID)
def test_a_trace_leads_from_stop_to_stop(width: int, said: str) -> None:
    steps = (
        TraceStep("Afspraak", said, "Annie", "dinsdag 3 maart 2026", ref="a"),
        TraceStep("Een goede dag", said, "Annie", "dinsdag 3 maart 2026", "Hoe?", (said,), ref="b"),
        TraceStep("Over mij", said, "Sanne", "dinsdag 3 maart 2026", "Wat?", ref="c"),
    )
    cells = assert_even(TraceSheet(steps, "dit komt van", "en ook van", lambda q: q, lambda w: w), width)
    lines = [line for cell in cells for line in drawn(cell)]
    assert [cell.ref for cell in cells if cell.ref] == ["a", "b", "c"]
    assert lines.index("▼ dit komt van") < lines.index("en ook van")


@given(width=WIDTHS, said=SAID, opened=st.booleans())
def test_cards_hold_every_quote_at_every_width(width: int, said: str, opened: bool) -> None:
    labels = ("Wat doen we?", "Wanneer?", "Wie doet wat?", "Is het gedaan?", "Wat bracht het?", "Moet het anders?")
    rows = tuple((label, (Quote(label, said, "mevrouw De Vries"),)) for label in labels)
    cards = (Card("a", said, "Annie", "Een doel", "Wonen", rows), Card("b", said, "Annie", "", "", rows))
    shown = assert_even(CardsSheet(cards, "a" if opened else None, "Bij welk doel?", "Andere afspraken"), width)
    assert [cell.ref for cell in shown if cell.ref] == (["a", *labels, "b"] if opened else ["a", "b"])
