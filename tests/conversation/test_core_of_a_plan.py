"""Goals and agreements are the core of a plan. All else may stay empty, and nothing counts as missing (V04, V85)."""

from __future__ import annotations

from tests.tools.table import Table, agree_on_plan, choose_domains
from zlp_tui.conversation.ports.plan_pages import PLAN_LENGTHS
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place


def test_one_agreement_alone_is_a_plan_that_is_told_and_agreed_on_v04(table: Table) -> None:
    desk = table.desk
    desk.go(Place("agreements", "want", "anything"))
    desk.answer(Spoken("Elke dag lopen."))
    agree_on_plan(desk)
    assert len(desk.view.agreed_editions) == 1
    assert (desk.view.goals, desk.view.statements) == ((), ())
    for length in PLAN_LENGTHS:
        told = [quote.text for part in desk.letter(length) for line in part.lines for quote in line.quotes]
        assert "Elke dag lopen." in told, length


def test_a_part_of_life_that_was_chosen_is_asked_for_no_goal_v85(table: Table) -> None:
    desk = table.desk
    choose_domains(desk, "physical-health", "housing")
    desk.go_topic("goals")
    desk.answer(Spoken("Weer lopen.", domain="physical-health"))
    asked = [desk.place]
    while (turn := desk.forward()) is not None and turn.place.topic == "goals":
        asked.append(turn.place)
    assert [place.step for place in asked].count("goal") == 1
    assert not any("housing" in (place.item or "") for place in asked)
