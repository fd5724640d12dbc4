"""Until when a goal is worked on (L20): said on request, told with the goal, and a change of it is one of the plan."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.tools.table import Table
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.difference import changed_lines
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place

WALK = "Weer naar de bakker."


def with_goal(desk: DeskSession) -> str:
    """A goal that is worked on from now on, by id."""
    desk.go(Place("goals", "goal"))
    (goal,) = desk.answer(Spoken(WALK)).refs
    return goal


def told_beside(desk: DeskSession) -> set[str]:
    """What stands beside the goal in the letter."""
    quotes = (quote for part in desk.letter() for line in part.lines for quote in line.quotes)
    return {quote.note for quote in quotes if quote.text == WALK}


@pytest.mark.parametrize(("said", "day", "words", "told"), [
    ("1 september", "2026-09-01", None, "tot dinsdag 1 september 2026"),
    ("september", "2026-09-30", "september (september 2026)", "tot september (september 2026)"),
])
def test_a_goal_has_a_day_until_when_in_the_words_of_who_said_it(
    table: Table, said: str, day: str, words: str | None, told: str
) -> None:
    desk = table.desk
    goal = with_goal(desk)
    desk.go(Place("goals", "until", goal))
    desk.answer(Spoken(said))
    (kept,) = desk.view.goals
    assert (kept.until, kept.until_words) == (day, words)
    assert told_beside(desk) == {told}
    printed = json.loads(json.dumps(as_json(desk.view)))["goals"][0]
    assert (printed["until"], printed["until_words"]) == (day, words)


def test_it_is_asked_only_of_who_wishes_to_say_more_and_goes_along_with_new_words(table: Table) -> None:
    desk = table.desk
    goal = with_goal(desk)
    desk.go(Place("goals", "goal"))
    following = desk.forward()
    assert following is None or following.place.step != "until"
    desk.go(Place("goals", "until", goal))
    desk.answer(Spoken("1 september"))
    before = desk.view
    desk.go(Place("goals", "until", goal))
    desk.answer(Spoken("1 juni"))
    assert changed_lines(before, desk.view) == {"goal": {goal}}
    (anew,) = desk.correct(goal, "Elke week naar de bakker.").refs
    assert [(g.id, g.until) for g in desk.view.active_goals()] == [(anew, "2026-06-01")]
    table.clock.now += timedelta(days=120)
    table.next_sitting().correct(anew, "Eens per maand naar de bakker.")
    assert [g.until for g in table.desk.view.active_goals()] == [None], "a day that is over is not of the new goal"
