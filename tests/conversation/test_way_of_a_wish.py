"""From a quote to what came of it, and the way of one wish over the talks (M31, M32)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.prepared import dutch
from tests.tools.table import Table
from zlp_tui.errors import NotFound
from zlp_tui.plain.pages.plan_text import trace_page
from zlp_tui.plan.tables.agreed import agreements, goals, origins
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import statements

WISH, GOAL, WALK = "Zelf naar de bakker.", "Weer lopen.", "Elke dag een rondje."


@pytest.fixture
def walked(table: Table) -> tuple[Table, str, str]:
    """A wish in March, from which a goal and an agreement follow; how it went, and a look back in September."""
    desk = table.desk
    with desk._unit_of_work.undoable(WISH) as act:
        wish = statements.add_statement(act, topic="important-to", step="important-to", prompt="Wat?", text=WISH)
    table.clock.now += timedelta(days=10)
    with desk._unit_of_work.undoable(GOAL) as act:
        goal = goals.add(act, GOAL)
        origins.follow(act, goal, [wish])
        walk = agreements.add(act, WALK, None, goal)
    table.clock.now += timedelta(days=20)
    desk.follow_up.note(walk, done="yes", text="De bakker zwaaide.")
    table.clock.now += timedelta(days=150)
    with desk._unit_of_work.undoable("Terug") as act:
        look = evaluations.open_or_create(act, [act.by])
        outcomes.of_goal(act, look, goal, outcome="Ik loop weer.", decision="go-on")
    return table, wish, walk


def test_a_quote_leads_to_all_that_came_of_it_in_the_order_of_time_m31(walked: tuple[Table, str, str]) -> None:
    """rows-l: the trace went one way, and a quote did not show what came of it."""
    table, wish, walk = walked
    told = [(step.what, step.text) for step in table.desk.history.came_of(wish)]
    assert told == [
        ("Doel", GOAL), ("Afspraak", WALK), ("Hoe het ging", "De bakker zwaaide."),
        ("Wat er van het doel kwam", "Ik loop weer."), ("Teruggekeken", "We gaan zo door"),
    ]
    assert [step.text for step in table.desk.history.came_of(walk)] == ["De bakker zwaaide."]
    page = "\n".join(trace_page(table.desk.trace(wish), dutch(), None, table.desk.history.came_of(wish)).lines())
    assert "Dit kwam ervan:" in page and page.index(WISH) < page.index(GOAL) < page.index("We gaan zo door")


def test_from_any_line_the_whole_way_of_its_wish_is_told_m32(walked: tuple[Table, str, str]) -> None:
    table, wish, walk = walked
    way = table.desk.history.way(walk)
    assert [step.text for step in way] == [
        WISH, GOAL, WALK, "De bakker zwaaide.", "Ik loop weer.", "We gaan zo door",
    ]
    assert way == table.desk.history.way(wish)
    assert [step.on.partition(" ")[2] for step in way[:2]] == ["3 maart 2026", "13 maart 2026"]


def test_nothing_comes_of_a_line_that_is_not_there(table: Table) -> None:
    assert table.desk.history.came_of("nothing") == ()
    with pytest.raises(NotFound):
        table.desk.trace("nothing")
