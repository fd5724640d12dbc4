"""The plan in three lengths, told by the client: in full, on one page, in one minute (V54, L65, rows-v 1, rows-l 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.tools.full import book_of, fill, say_everywhere
from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.plan_pages import PLAN_LENGTHS, LetterPart, PlanLength
from zlp_tui.conversation.ports.turn import Board, Quote, Spoken, Turn
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Place

ADDRESSED = re.compile(r"\b(u|uw|je|jij|jou|jouw)\b", re.IGNORECASE)


@pytest.fixture
def full(table: Table) -> Table:
    """A plan with two of everything, and something said at every step."""
    book_of(table).do(fill, 2)
    book_of(table).do(lambda act: say_everywhere(act, table.front.script, 1))
    table.next_sitting()
    return table


def quotes(parts: tuple[LetterPart, ...]) -> Iterator[Quote]:
    return (quote for part in parts for line in part.lines for quote in line.quotes)


def told(parts: tuple[LetterPart, ...], title: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """What stands in one part: by introduction, each quote with its own introduction and what is noted of it."""
    return [
        (line.intro, [(q.intro, q.text, q.note) for q in line.quotes])
        for part in parts if part.title == title for line in part.lines
    ]


@pytest.fixture
def agreed(table: Table) -> Table:
    """An agreement with all there is to it."""
    book_of(table).do(_agree)
    table.next_sitting()
    return table


def _agree(act: Act) -> None:
    goal = goals.add(act, "Zelf naar de bakker.")
    riet = people.add(act, "Riet")
    want = agreements.add(act, "Ik loop mee op dinsdag.", domain="physical-health", goal=goal)
    small = agreements.add_step(act, want, "Een half uur lopen.")
    agreements.step_when(act, small, "elke dinsdag", (2,))
    agreements.task(act, want, riet, "Zij loopt mee.")
    agreements.change(act, want, until="2026-12-01", evaluate_on="2026-06-01")
    progress_notes.note(act, about=want, on="2026-03-03", done="yes", text="Ik sliep als een roos.")
    progress_notes.note(act, about=want, on="2026-03-03", done="no", adjust="Bij regen binnen.")


IN_FULL = [("Afspraak 1 · Mijn lichaam en gezondheid", [
    ("", "Ik loop mee op dinsdag.", ""),
    ("Voor doel 1:", "“Zelf naar de bakker.”", ""),
    ("", "Riet doet: “Zij loopt mee.”", ""),
    ("Wat we doen:", "“Een half uur lopen.”", "elke dinsdag"),
    ("Wanneer:", "tot dinsdag 1 december 2026", ""),
    ("Wanneer:", "we kijken weer op maandag 1 juni 2026", ""),
])]
HOW_IT_WENT = [
    ("Is het gedaan?", "1 keer gedaan, 1 keer niet gedaan", ""),
    ("Wat hierover gezegd is:", "Ik sliep als een roos.", ""),
    ("Hoe we verdergaan:", "Bij regen binnen.", ""),
]


def test_the_letter_tells_each_agreement_in_full(agreed: Table) -> None:
    """L34: who does what, at each agreement."""
    (heading, lines), = IN_FULL
    assert told(agreed.desk.letter(), "Wat we afspreken") == [(heading, [*lines, *HOW_IT_WENT])]
    assert told(agreed.desk.letter(), "Hoe het gaat") == []


def test_what_is_read_back_and_agreed_on_is_told_in_full(agreed: Table) -> None:
    """V130."""
    for topic in ("support-read-back", "agreed"):
        board = agreed.desk.go_topic(topic).board
        assert isinstance(board, Board)
        read = [(g.title, [(q.intro, q.text, q.note) for q in g.quotes]) for g in board.groups]
        assert read[-1:] == IN_FULL


def test_how_an_ended_agreement_went_stands_where_it_stood(agreed: Table) -> None:
    want = agreed.desk.view.active_agreements()[0].id
    book_of(agreed).do(lambda act: agreements.change(act, want, ended_on="2026-03-04"))
    agreed.next_sitting()
    assert told(agreed.desk.letter(), "Wat we afspreken") == []
    assert "Ik sliep als een roos." in [quote.text for quote in quotes(agreed.desk.letter())]


def test_the_client_is_the_one_who_tells_it(full: Table) -> None:
    """The whole kind: every title, introduction and fact of a plan in which something was said at every step."""
    desk = full.desk
    for length in PLAN_LENGTHS:
        parts = desk.letter(length)
        ours = [text for part in parts for text in (part.title, *(line.intro for line in part.lines))]
        ours += [quote.intro for quote in quotes(parts)]
        ours += [quote.text for quote in quotes(parts) if not quote.own_words]
        assert len(ours) > 5
        assert [text for text in ours if ADDRESSED.search(text)] == []
    asked = [group.title for group in _board(desk.go_topic("who-am-i-read-back")).groups]
    assert [title for title in asked if ADDRESSED.search(title)] != []


def _board(turn: Turn) -> Board:
    assert isinstance(turn.board, Board)
    return turn.board


@pytest.mark.parametrize("length", ["page", "short"])
def test_a_shorter_form_says_nothing_that_the_letter_does_not(full: Table, length: PlanLength) -> None:
    whole = {(quote.ref, quote.text, quote.by) for quote in quotes(full.desk.letter())}
    told_here = [q for q in quotes(full.desk.letter(length)) if q.ref]
    assert told_here
    assert {(quote.ref, quote.text, quote.by) for quote in told_here} <= whole
    assert len(told_here) <= sum(part.at_most for part in full.front.script.summaries[length].parts)


def test_in_one_minute_is_five_lines_and_how_much_is_open(full: Table) -> None:
    parts = full.desk.letter("short")
    assert [part.title for part in parts] == ["Ik ben Annie de Vries."]
    assert [quote.intro for quote in quotes(parts)] == [
        "Dit hoort bij mij:", "Belangrijk voor mij:", "Dit helpt mij:", "Liever niet:", "Dit spreken we nu af:",
        "Dit staat nog open:",
    ]


def test_in_one_minute_what_one_loves_or_is_good_at_comes_first(table: Table) -> None:
    """After a first talk there are no words of others yet; those stood here alone, so nothing did."""
    said = {"likes": "Honden!", "talents": "Borstelen."}
    first = []
    for at, words in reversed(said.items()):
        table.desk.go(Place("about-me", at, "like" if at == "likes" else None))
        table.desk.answer(Spoken(words))
        first.append([quote.text for quote in quotes(table.desk.letter("short"))])
    assert first == [["Borstelen."], ["Honden!"]]


def test_what_takes_more_than_a_minute_tells_how_long_v54_l65(table: Table, full: Table) -> None:
    """And what does not, or is called “in one minute”, does not."""
    whole, page, short = (full.desk.letter(length) for length in PLAN_LENGTHS)
    words = " ".join(f"{quote.intro} {quote.text} {quote.by} {quote.note}" for quote in quotes(whole))
    minutes = re.search(r"Voorlezen duurt ongeveer (\d+) minuten\.", whole[0].lines[0].intro)
    assert minutes is not None and int(minutes[1]) >= len(words.split()) // 130 > 2
    assert "Voorlezen" not in str(short) and "Voorlezen" in str(page)
    desk = table.front.sit_down(table.front.new_plan("Cor"))
    desk.go(Place("about-me", "talents"))
    desk.answer(Spoken("Borstelen."))
    assert "Voorlezen" not in str(desk.letter())


@pytest.mark.parametrize(("on", "note"), [
    ("2026-06-01", "Riet · elke dinsdag · we kijken weer op maandag 1 juni 2026"),
    ("2026-03-01", "Riet · elke dinsdag"),
])
def test_on_one_page_an_agreement_says_when_and_no_day_that_has_passed(agreed: Table, on: str, note: str) -> None:
    """“Elke dinsdag” is said of a small step; the page is dated 3 March."""
    want = agreed.desk.view.active_agreements()[0].id
    book_of(agreed).do(lambda act: agreements.change(act, want, evaluate_on=on))
    parts = agreed.next_sitting().letter("page")
    assert [told for _, told in told(parts, "Dit spreken we nu af")] == [[("", "Ik loop mee op dinsdag.", note)]]


def test_on_one_page_each_speaker_comes_before_anybody_comes_twice(table: Table) -> None:
    desk = table.desk
    desk.go(Place("people", "people"))
    sanne, karim = (desk.answer(Spoken(name)).refs[0] for name in ("Sanne", "Karim"))
    for speaker, said in ((sanne, "Een."), (sanne, "Twee."), (sanne, "Drie."), (karim, "Vier.")):
        desk.go(Place("appreciation", "proud"))
        speaks(desk, speaker)
        desk.answer(Spoken(said))
    heard = told(desk.letter("page"), "Dit vinden anderen fijn aan mij")
    shown = [text for _, lines in heard for _, text, _ in lines]
    assert shown == ["Een.", "Twee.", "Vier.", "en nog 1 in het hele plan"]


def test_what_is_private_does_not_stand_on_the_page_that_lies_on_a_table(table: Table) -> None:
    book_of(table).do(_say_privately)
    table.next_sitting()
    assert [quote.text for quote in quotes(table.desk.letter("page"))] == ["Zelf koken."]
    assert len(list(quotes(table.desk.letter()))) == 2


def test_an_agreement_about_what_is_private_stays_out_of_it_too(table: Table) -> None:
    book_of(table).do(lambda act: agreements.add(act, "Samen slapen.", domain="sexuality-and-intimacy"))
    table.next_sitting()
    assert table.desk.letter("page") == ()
    assert [quote.text for quote in quotes(table.desk.letter())] == ["Samen slapen."]


def _say_privately(act: Act) -> None:
    for text, domain in (("Samen slapen.", "sexuality-and-intimacy"), ("Zelf koken.", "housing")):
        statements.add_statement(
            act, topic="important-to", step="important-to", prompt="Wat is belangrijk?", text=text, domain=domain,
        )


def test_a_plan_in_which_nothing_was_said_has_no_page(table: Table) -> None:
    assert table.desk.letter("page") == ()
    assert table.desk.letter("short") == ()
