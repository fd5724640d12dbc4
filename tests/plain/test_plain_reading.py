"""What a typed line says to a question: words, numbers, titles, an order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.conversation.ports.turn import InOrder, Pick, Reading, Selectable, Spoken, Words
from zlp_tui.errors import Refused
from zlp_tui.plain.typed.answer_parser import ParsedChoice, parse_answer

THREE = (Selectable("now", "Ja, nu"), Selectable("not-now", "Nu niet"), Selectable("never-ask", "Liever nooit"))
PEOPLE = (Selectable("p1", "mevrouw De Vries"), Selectable("p2", "Sanne"))


@given(st.text())
def test_words_are_taken_as_they_are(typed: str) -> None:
    assert parse_answer(Words(), typed) == Spoken(typed)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("1", ("now",)),
        (" 2. ", ("not-now",)),
        ("Ja, nu", ("now",)),
        ("ja, NU", ("now",)),
        ("lie", ("never-ask",)),
        ("never-ask", ("never-ask",)),
        ("0", ()),
    ],
)
def test_one_is_picked_by_number_or_title(typed: str, ids: tuple[str, ...]) -> None:
    assert parse_answer(Pick(THREE), typed) == ParsedChoice(ids)


@pytest.mark.parametrize("typed", ["4", "1 2", "99999999999999999999", "iets anders", "-1", "1.5"])
def test_what_fits_no_answer_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        parse_answer(Pick(THREE), typed)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("1, 3", ("now", "never-ask")),
        ("3 1", ("never-ask", "now")),
        ("1,1", ("now",)),
        ("0", ()),
        ("nu niet, liever nooit", ("not-now", "never-ask")),
        ("1, liever", ("now", "never-ask")),
    ],
)
def test_several_are_picked_with_commas_or_spaces(typed: str, ids: tuple[str, ...]) -> None:
    assert parse_answer(Pick(THREE, many=True), typed) == ParsedChoice(ids)


def test_a_new_name_may_be_typed_where_that_is_offered() -> None:
    asked = Pick(PEOPLE, many=True, can_add=True)
    assert parse_answer(asked, "1, Karim, Sanne") == ParsedChoice(("p1", "p2"), ("Karim",))
    joined = Pick(PEOPLE, chosen=("p1",), many=True, can_add=True)
    joined_too = parse_answer(joined, "Karim, Riet")
    assert joined_too == ParsedChoice(("p1",), ("Karim", "Riet")), "who only names others joins them"
    assert parse_answer(asked, "San") == ParsedChoice((), ("San",)), "the beginning of a name is another name"
    with pytest.raises(Refused):
        parse_answer(Pick(PEOPLE, many=True), "Karim")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("3 1 2", ("never-ask", "now", "not-now")),
        ("2", ("not-now", "now", "never-ask")),
        ("liever nooit, nu niet", ("never-ask", "not-now", "now")),
    ],
)
def test_an_order_is_numbers_or_titles_and_the_rest_follows(typed: str, ids: tuple[str, ...]) -> None:
    assert parse_answer(InOrder(THREE), typed) == ParsedChoice(ids)


@given(st.permutations(range(1, 11)), st.integers(min_value=0, max_value=10))
def test_an_order_keeps_everything_once(order: list[int], named: int) -> None:
    items = tuple(Selectable(str(n), f"Ding {n}") for n in range(1, 11))
    typed = " ".join(map(str, order[:named])) or "1"
    answer = parse_answer(InOrder(items), typed)
    assert isinstance(answer, ParsedChoice)
    assert sorted(answer.ids, key=int) == [str(n) for n in range(1, 11)]


def test_reading_takes_no_words() -> None:
    with pytest.raises(Refused):
        parse_answer(Reading(("Welkom.",)), "Hallo")
