"""Commands that show the plan: the letter, agreements, choices, and where a line comes from."""

from __future__ import annotations

from zlp_tui.conversation.desk import Desk
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.command import Command
from zlp_tui.plain.overview import cards_page, choices_page, letter_page, trace_page
from zlp_tui.plain.walk import Walk
from zlp_tui.plain.words import looked_up


def looking(say: Catalogue) -> tuple[Command, ...]:
    """The commands, in the words of the catalogue."""
    return (
        Command(say("/plan"), "", say("read the plan"), _plan),
        Command(say("/agreements"), "", say("goals and agreements"), _agreements, offered=_agreements_offered),
        Command(say("/choices"), "", say("what there is to choose"), _choices, offered=_choices_offered),
        Command(say("/from"), say("NUMBER"), say("who said this line, when, and where it comes from"), _trace),
    )


def _agreements_offered(desk: Desk) -> bool:
    return desk.offers("agreements")


def _choices_offered(desk: Desk) -> bool:
    return desk.offers("choices")


def _plan(walk: Walk, _: str) -> None:
    walk.look(letter_page(walk.desk.letter(), walk.say))


def _agreements(walk: Walk, _: str) -> None:
    walk.look(cards_page(walk.desk.cards(), walk.say))


def _choices(walk: Walk, _: str) -> None:
    walk.look(choices_page(walk.desk.choice_grids(), walk.say))


def _trace(walk: Walk, rest: str) -> None:
    quote = looked_up(walk, rest)
    walk.out.lines(trace_page(walk.desk.trace(quote.ref), walk.say).lines)
