"""A plan of half a year old with two goals and three agreements, and an answer to each question of its look back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.tools.table import Table, agree_on_plan, card_of, lay_table
from zlp_tui.conversation.ports.turn import Pick, Picked, Reading, Spoken, Turn, Words
from zlp_tui.plan.view import DOMAINS, Place

MOST_SCREENS: Final = 30
"""Screens of an evaluation of two goals and three agreements, at most: questions, and pages that are only read."""
LOOKING_BACK: Final = Place("sitting", "begin", "back")
"""The first page of the conversation in which one looks back."""
GOALS: Final = ("Weer naar de bakker.", "Elke week zwemmen.")
AGREEMENTS: Final = ("Elke dag een rondje.", "Samen naar het zwembad.", "Koffie bij Tineke.")


def half_a_year_later(home: Path) -> Table:
    """A plan with eight domains, eight important lines, two goals and three agreements, agreed on half a year ago."""
    table = lay_table(home)
    desk = table.desk
    for domain in DOMAINS[:8]:
        card_of(desk, domain)
        desk.answer(Picked(("now",)))
    for number in range(4):
        for place in (
            Place("important-to", "important-to"), Place("important-for", "important-for"),
            Place("good-day-bad-day", "sides", "good"),
        ):
            desk.go(place)
            desk.answer(Spoken(f"Zin {number} bij {place.topic}."))
    goals: list[str] = []
    for words in GOALS:
        desk.go(Place("goals", "goal"))
        goals += desk.answer(Spoken(words)).refs
    for words, goal in zip(AGREEMENTS, (*goals, None), strict=True):
        desk.go(Place("agreements", "want", "anything"))
        (agreement,) = desk.answer(Spoken(words)).refs
        if goal is not None:
            desk.go(Place("agreements", "goal", agreement))
            desk.answer(Picked((goal,)))
    agree_on_plan(desk)
    table.clock.now += timedelta(days=182)
    table.next_sitting()
    return table


def reply_to(turn: Turn) -> Spoken | Picked | None:
    """A real answer; None where there is nothing to answer."""
    match turn.input:
        case Reading():
            return None
        case Pick(rows=rows) if rows:
            return Picked(tuple(turn.input.option_at(row, 3).id for row in range(len(rows))))
        case Pick(options=options):
            return Picked(tuple(option.id for option in options[:1]))
        case Words(format="date"):
            return Spoken("over 6 maanden")
        case _:
            return Spoken(f"Het gaat beter dan toen ({turn.place.step}).")
