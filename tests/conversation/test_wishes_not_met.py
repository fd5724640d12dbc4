"""A wish that cannot be met keeps its place: the ground, why, who was consulted, and when it is asked again."""

from __future__ import annotations

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.follow_up import NotMetLine
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.errors import Refused
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.view import Place

WISH = Place("future", "dream")


def wish(table: Table, text: str = "Ik wil elke avond in bad.") -> str:
    step = table.desk._plan.script.topic("future").steps[0]
    table.desk.go(Place("future", step.id))
    return table.desk.answer(Spoken(text)).refs[0]


def say_no(table: Table, ref: str, why: str = "Er is maar één bad.") -> str:
    return table.desk.follow_up.not_met(ref, "others", why).refs[0]


def note_in_letter(table: Table, ref: str) -> str:
    quotes = [q for part in table.desk.letter() for line in part.lines for q in line.quotes if q.ref == ref]
    assert quotes, "the wish keeps its place"
    return quotes[0].note


def test_the_wish_stays_in_the_letter_with_why_who_and_when_beside_it(table: Table) -> None:
    ref = wish(table)
    assert note_in_letter(table, ref) == ""
    follow_up = table.desk.follow_up
    said = say_no(table, ref)
    follow_up.consulted(said, "Karim en de huisarts")
    follow_up.ask_again(said, "1 juni")
    assert note_in_letter(table, ref) == (
        "Dit kan nu niet: “Er is maar één bad.” Anderen hebben ook rechten, of het geeft onrust in huis. "
        "Dacht mee: Karim en de huisarts. We vragen het weer op 1 juni."
    )
    (line,) = table.desk.history.not_met()
    assert (line.about and line.about.ref, line.ask_again) == (ref, "1 juni")
    (due,) = table.desk.history.due()
    assert (due.what, due.on, due.ref) == ("ask-again", "2026-06-01", ref)
    (listed,) = table.front.plans()
    assert listed.due is None  # further away than a month


def test_on_the_ground_of_good_care_a_colleague_is_wanted_until_one_is_named(table: Table) -> None:
    """Wlz 8.1.1: whoever gives care consults a colleague first; the program does not say that somebody agreed."""
    ref = wish(table)
    said = table.desk.follow_up.not_met(ref, "good-care", "Warm water is niet goed voor het hart.").refs[0]
    wanted = "Bij deze reden denkt een collega mee. Wie dat is, is nog niet verteld."
    assert note_in_letter(table, ref).endswith(f"Het past niet bij goede zorg. {wanted}")
    assert table.desk.history.not_met()[0].wanting == wanted
    table.desk.follow_up.consulted(said, "Karim")
    assert "Dacht mee: Karim." in note_in_letter(table, ref)
    assert table.desk.history.not_met()[0].wanting == ""
    assert not any(line.wanting for ground in ("law", "others") for line in said_on(table, ref, ground))


def said_on(table: Table, ref: str, ground: str) -> tuple[NotMetLine, ...]:
    """What stands at a wish, after it was said on a ground that it cannot be met."""
    table.desk.follow_up.not_met(ref, ground, "Het kan niet.")
    return table.desk.history.not_met(ref)[:1]


def test_json_tells_each_with_its_ground(table: Table) -> None:
    ref = wish(table)
    said = say_no(table, ref)
    table.desk.follow_up.ask_again(said, "10 maart")
    (told,) = as_json(table.desk.view)["wishes_not_met"]
    assert {key: told[key] for key in ("id", "about", "ground", "consulted", "ask_again_on")} == {
        "id": said, "about": ref, "ground": "others", "consulted": None, "ask_again_on": "2026-03-10",
    }
    (listed,) = table.front.plans()  # home, that reads few lines, tells it too
    assert (listed.due, listed.due_what) == ("2026-03-10", "ask-again")


def test_what_was_said_last_of_a_wish_counts_also_when_the_wish_was_said_anew(table: Table) -> None:
    ref = wish(table)
    table.desk.follow_up.ask_again(say_no(table, ref), "1 juni")
    later = say_no(table, ref, "Het bad is stuk.")
    assert table.desk.history.due() == ()
    assert len(table.desk.history.not_met(ref)) == 2
    (anew,) = table.desk.correct(ref, "Ik wil elke week in bad.").refs
    assert "Het bad is stuk." in note_in_letter(table, anew)
    table.desk.withdraw(later)
    assert "Er is maar één bad." in note_in_letter(table, anew)


def test_a_wish_that_was_taken_back_is_not_asked_again(table: Table) -> None:
    ref = wish(table)
    table.desk.follow_up.ask_again(say_no(table, ref), "10 maart")
    table.desk.withdraw(ref)
    assert table.desk.history.due() == ()
    assert table.front.plans()[0].due is None


def test_it_is_an_act_that_can_be_undone_and_done_again(table: Table) -> None:
    say_no(table, wish(table))
    table.desk.undo()
    assert table.desk.view.wishes_not_met == ()


@pytest.mark.parametrize("typed", ["gisteren", "1 maart 2026", "ooit"])
def test_a_day_that_is_over_or_none_is_refused(table: Table, typed: str) -> None:
    said = say_no(table, wish(table))
    with pytest.raises(Refused):
        table.desk.follow_up.ask_again(said, typed)
    assert table.desk.view.wishes_not_met[0].ask_again_on is None


def test_it_cannot_be_said_of_a_person(table: Table) -> None:
    with table.desk._unit_of_work.undoable(None) as act:
        sanne = people.add(act, "Sanne", "family")
    with pytest.raises(Refused):
        say_no(table, sanne)


def test_a_reader_who_may_not_see_the_wish_is_told_nothing_of_it(table: Table) -> None:
    table.desk.follow_up.ask_again(say_no(table, wish(table)), "10 maart")
    table.give(lambda _who, _action, scope: scope.topic != "future")
    assert table.desk.view.wishes_not_met == ()
    assert table.desk.history.due() == ()
    assert table.front.plans()[0].due is None
