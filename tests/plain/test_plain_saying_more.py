"""Taking what was said before, and saying more about a thing, line by line (issue 9 §2)."""

from __future__ import annotations

import re

from tests.plain.conftest import Plain
from tests.tools.prepared import dutch
from zlp_tui.plain.pages.question_page import question_page
from zlp_tui.plan.view import Place

COUNTED = re.compile(r"^Vraag (\d+) van (\d+) · Wat we afspreken", re.MULTILINE)


def test_an_agreement_takes_five_questions_at_most(plain: Plain) -> None:
    typed = "Elke dinsdag naar de markt.\n\n1\n\ndinsdag na de koffie\nover 6 weken\n"
    written = plain.hear(typed, topic="agreements")
    assert [number for number, _ in COUNTED.findall(written)] == ["1", "2", "3", "4"]
    (agreed,) = plain.view.active_agreements()
    assert agreed.who and agreed.steps[0].when is not None and agreed.evaluate_on is not None


def test_a_line_that_is_offered_is_taken_by_its_number(plain: Plain) -> None:
    plain.hear("Mijn eigen keuken.\nMijn krant.\n", topic="important-to")
    written = plain.hear("/neem 1\n/neem 2 Om acht uur komt de krant.\n", topic="agreements")
    assert "Dit is al gezegd. Neem er één, of zeg het zelf." in written
    kitchen, paper = plain.view.said("important-to")
    assert [(a.want, a.follows_from) for a in plain.view.agreements] == [
        ("Mijn eigen keuken.", (kitchen.id,)), ("Om acht uur komt de krant.", (paper.id,)),
    ]


def test_more_than_five_lines_are_offered_on_request(plain: Plain) -> None:
    plain.hear("".join(f"Wens {number}.\n" for number in range(9)), topic="important-to")
    page, _, whole = plain.hear("/alles\n", topic="agreements").partition("\n> ")
    assert [f"Wens {n}." in page for n in range(9)] == [True] * 5 + [False] * 4
    assert all(f"Wens {n}." in whole for n in range(9))


def test_what_an_agreement_follows_from_is_the_likely_five_and_more_on_request(plain: Plain) -> None:
    plain.hear("".join(f"Wens {number}.\n" for number in range(9)), topic="important-to")
    plain.hear("Elke dinsdag naar de markt.\n", topic="agreements")
    desk = plain.table.next_sitting()
    (agreed,) = desk.view.active_agreements()
    turn = desk.go(Place("agreements", "follows", agreed.id))
    page = question_page(turn, dutch(), new_topic=False)
    short, whole = "\n".join(page.lines()), "\n".join(page.lines(whole=True))
    assert [f"Wens {n}." in short for n in range(9)] == [True] * 5 + [False] * 4 and "/alles" in short
    assert all(f"Wens {n}." in whole for n in range(9))


def test_more_is_told_and_asked(plain: Plain) -> None:
    written = plain.hear("Weer lopen.\n/meer\n", topic="goals")
    kept, _, asked = written.partition("Bewaard")[2].partition("Wat voor doel is dit?")
    assert "Meer hierover zeggen: /meer." in kept and asked
    assert "Hier is verder niets over te vragen." in plain.hear("/meer\n", topic="working")


def test_a_line_that_is_not_offered_is_not_taken(plain: Plain) -> None:
    plain.hear("Koffie.\n", topic="working")
    assert "Met deze regel kan dat hier niet." in plain.hear("/neem 1\n", topic="working")


def test_until_when_a_goal_is_worked_on_is_asked_after_more_l20(plain: Plain) -> None:
    written = plain.hear("Weer naar de bakker.\n/meer\n1\n1 september\n", topic="goals")
    assert "Tot wanneer werken we aan dit doel?" in written
    assert [goal.until for goal in plain.view.goals] == ["2026-09-01"]
    assert "tot dinsdag 1 september 2026" in " ".join(plain.hear("/plan\n").split())
