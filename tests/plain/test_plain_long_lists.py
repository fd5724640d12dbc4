"""A long list is not read out before every answer: the last few, and how to hear the rest (F21)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conversation.test_walking_laws import route_of
from tests.plain.conftest import Plain
from tests.plain.test_plain_render import TURN
from tests.tools.full import book_of, fill, say_everywhere
from tests.tools.prepared import dutch
from zlp_tui.conversation.ports.evaluation_pages import EvaluationLine, Results
from zlp_tui.conversation.ports.history_queries import DueLine, EditionLine, HistoryLine, NewLine, NewSince
from zlp_tui.conversation.ports.turn import Board, Grid, Group, InOrder, Input, Pick, Quote, Selectable, Turn, Words
from zlp_tui.plain.pages.pages_over_time import due_page, editions_page, history_page, new_page
from zlp_tui.plain.pages.question_page import question_page
from zlp_tui.plain.pages.results_page import results_page
from zlp_tui.plain.pages.text_page import FEW, LONG, TextPage
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import KINDS

MOST = 28
"""Lines before the prompt, and the words of the question are among them."""
MORE = "Alles horen: /alles."


def quotes(count: int, named: str) -> tuple[Quote, ...]:
    return tuple(Quote(f"{named}-{n}", f"{named} {n}.", statement=True) for n in range(count))


SIZES = st.integers(0, 40)
GROUPS = st.lists(SIZES, max_size=12).map(
    lambda sizes: tuple(Group(f"Groep {n}", quotes(size, f"g{n}"), here=n == 1) for n, size in enumerate(sizes))
)
OFFERING = st.tuples(SIZES, GROUPS).map(lambda drawn: (Group("Neem", quotes(drawn[0], "o"), offered=True), *drawn[1]))
GRIDS = st.tuples(st.integers(1, 6), st.lists(SIZES, min_size=24, max_size=24)).map(
    lambda drawn: Grid(
        tuple(f"Optie {n}" for n in range(drawn[0])), ("voor", "later voor", "tegen", "later tegen"),
        tuple(tuple(quotes(drawn[1][r * 6 + c], f"c{r}{c}") for c in range(drawn[0])) for r in range(4)),
        here=(1, 0),
    )
)
ITEMS = SIZES.map(lambda size: tuple(Selectable(f"o{n}", f"Keus {n}") for n in range(size)))
INPUTS: st.SearchStrategy[Input] = st.one_of(
    st.just(Words()), ITEMS.map(InOrder),
    ITEMS.map(lambda items: Pick(items, tuple(item.id for item in items[:3]), many=True)),
)


ASKED: st.SearchStrategy[tuple[Input, Board | Grid]] = st.one_of(
    st.tuples(INPUTS, st.one_of(GROUPS.map(Board), GRIDS)),
    st.tuples(st.just(Words()), OFFERING.map(Board)),  # only words are offered
)


@given(ASKED)
def test_f21_whatever_stands_there_one_hears_a_page_and_numbers_stay(drawn: tuple[Input, Board | Grid]) -> None:
    """The law: any way to answer, any board. What is told has the number that it has in the whole list."""
    asked, board = drawn
    page = question_page(replace(TURN, input=asked, board=board), dutch(), new_topic=False)
    short, whole = page.lines(), page.lines(whole=True)
    assert len(short) <= MOST
    assert MORE not in "\n".join(whole)
    numbered = [line.strip() for line in short if re.match(r" +\d+\. ", line)]
    assert set(numbered) <= {line.strip() for line in whole}
    assert (MORE in "\n".join(short)) or len(short) == len(whole)


def test_f21_five_thousand_statements_are_not_read_out(plain: Plain) -> None:
    book = book_of(plain.table)
    add = partial(statements.add_statement, topic="two-minutes", step="two-minutes", prompt="Vraag?")
    book.do(lambda act: [add(act, text=f"Gezegd {number}.") for number in range(5000)])
    written = plain.hear("/alles\n/intrekken 7\n", topic="two-minutes")
    before, rest = written.split("> \n", 1)
    assert len(before.splitlines()) <= 25
    assert f"Er staan hier nog {5000 - FEW} regels. {MORE}" in before
    assert "5000. “Gezegd 4999.”" in before
    assert "  1. “Gezegd 0.”" in rest
    assert "Gezegd 6." in rest.split("> \n")[1], "a number that was heard in the whole list works"


def test_f21_every_kind_of_step_is_heard_in_a_page(plain: Plain) -> None:
    """Walks every question of a plan in which every list is long."""
    book, script = book_of(plain.table), plain.table.front.script
    book.do(lambda act: say_everywhere(act, script, 9))
    book.do(fill, 9, kin=14)
    desk = plain.table.next_sitting()
    seen: set[str] = set()
    asked: set[tuple[str, str, str]] = set()
    for stop in route_of(desk.view, script).everywhere:
        turn = desk.go(stop.place)
        key = (stop.place.topic, stop.place.step, stop.context.part or "")
        if key in asked:
            continue  # the same question about the next goal
        asked.add(key)
        seen.add(turn.kind)
        assert heard(turn) <= MOST, "\n".join(question_page(turn, dutch(), new_topic=True).lines())
    somebody = next(person.id for person in desk.view.people if person.id != desk.view.client)
    turn = desk.go(Place("who-may", "who-may", f"{somebody}/read"))  # who does not sit here is asked about by name
    assert heard(turn) <= MOST
    assert seen | {turn.kind} == set(KINDS)


def heard(turn: Turn) -> int:
    """Lines between the title and the prompt, but for texts that are read together."""
    page = question_page(turn, dutch(), new_topic=False)
    return len(page.lines())


@pytest.mark.parametrize("command", ["/afspraken", "/keuzes", "/opmerkingen", "/oneens", "/noteer", "/herhaal"])
def test_f21_every_long_list_of_a_command_tells_a_few_and_all_on_demand(plain: Plain, command: str) -> None:
    book = book_of(plain.table)
    book.do(fill, 14)
    written = plain.hear(f"{command}\n/alles\n", topic="people")
    heard, whole = written.split("> \n")[1:3]
    assert MORE in heard
    assert MORE not in whole
    assert len(whole.splitlines()) > len(heard.splitlines())


DUE = tuple(
    DueLine("agreement", "2026-03-03", late=False, title=f"Datum {n}", when="3 maart", because="Daarom.")
    for n in range(20)
)
CHANGED = tuple(HistoryLine("3 maart", "Sanne", "gezegd", after=f"Woord {n}") for n in range(20))
PARTS = tuple((f"Deel {n}", tuple(NewLine(q, "3 maart") for q in quotes(2, f"d{n}"))) for n in range(10))
LOOKS = tuple(EvaluationLine(f"e{n}", f"dag {n}", "Sanne", open=False) for n in range(20))
PAGES = {
    "due": due_page(DUE, dutch()),
    "history": history_page(CHANGED, dutch()),
    "new": new_page(NewSince("1 maart", PARTS), dutch(), "Sanne"),
    "editions": editions_page(tuple(EditionLine(n, f"Plan {n}", "Sanne") for n in range(20)), dutch()),
    "results": results_page(Results(LOOKS[0], None, (), ()), LOOKS, dutch()),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_f21_every_page_over_time_tells_a_few_and_all_on_demand(page: TextPage) -> None:
    assert MORE in "\n".join(page.lines())
    assert len(page.lines()) < len(page.lines(whole=True)) / 2


def test_f21_a_list_that_fits_is_told_whole_and_one_more_is_not() -> None:
    for count, told in ((LONG, LONG), (LONG + 1, FEW)):
        page = TextPage(dutch())
        page.listed(quotes(count, "regel"), page.quote, newest="last")
        assert sum("regel" in line and "“" in line for line in page.lines()) == told
        assert sum("“" in line for line in page.lines(whole=True)) == count
        assert page.quotes.keys() == set(range(1, count + 1))


def test_f21_how_much_there_is_stands_behind_one_colon() -> None:
    board = Board((Group("Wat we nu weten:", quotes(20, "g")), Group("Hier:", quotes(20, "h"), here=True)))
    page = question_page(replace(TURN, board=board), dutch(), new_topic=False)
    assert "Wat we nu weten: 20 regels" in page.lines()


def test_f21_what_is_newest_is_told_wherever_it_stands() -> None:
    first, last = TextPage(dutch()), TextPage(dutch())
    first.listed(quotes(20, "regel"), first.quote, newest="first")
    last.listed(quotes(20, "regel"), last.quote, newest="last")
    assert first.lines()[0] == "  1. “regel 0.”"
    assert first.lines()[-1] == f"  Er staan hier nog 15 regels. {MORE}"
    assert last.lines()[0] == f"  Er staan hier nog 15 regels. {MORE}"
    assert last.lines()[-1] == "  20. “regel 19.”"


def test_what_one_may_think_of_is_one_sentence_and_hides_nothing_that_was_said(plain: Plain) -> None:
    """Twice in a first talk nine parts of life with all that belongs to them were heard before one could answer, and
    four of them were not."""
    told = plain.hear("Zelf koken.\n/herhaal\n", topic="important-to").replace("\n", " ")
    assert told.count("Denk ook aan deze delen van het leven: Mijn lichaam en gezondheid, ") == 2
    assert told.count("Wat mijn leven zin geeft.") == 2 and "“Zelf koken.”" in told and "/alles" not in told
