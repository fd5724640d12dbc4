"""Commands that look back and ahead: what is new, what has a date, then and now, results, editions, history."""

from __future__ import annotations

from zlp_tui.conversation.desk import Desk
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.command import Command
from zlp_tui.plain.reading import read_number
from zlp_tui.plain.results import results_page
from zlp_tui.plain.then_and_now import then_page
from zlp_tui.plain.walk import Walk
from zlp_tui.plain.words import looked_up
from zlp_tui.plain.years import due_page, editions_page, history_page, new_page
from zlp_tui.script.roles import Role


def over_time(say: Catalogue) -> tuple[Command, ...]:
    """The commands, in the words of the catalogue."""
    number = say("NUMBER")
    return (
        Command(say("/new"), "", say("what is new since you looked"), _new),
        Command(say("/when"), "", say("what has a date"), _due),
        Command(say("/look-back"), "", say("look back together"), _look_back, offered=_can_look_back),
        Command(say("/then"), say("VERSION VERSION"), say("then beside now"), _then, offered=_editions_offered),
        Command(say("/results"), number, say("what the last look back came to"), _results, offered=_results_offered),
        Command(say("/editions"), "", say("which versions of the plan there are"), _editions,
                offered=_editions_offered),
        Command(say("/history"), number, say("what stood at this line before"), _history),
    )


def _new(walk: Walk, _: str) -> None:
    walk.look(new_page(walk.desk.over_time.new_since(), walk.say))
    walk.desk.follow_up.looked()


def _due(walk: Walk, _: str) -> None:
    walk.look(due_page(walk.desk.over_time.due(), walk.say))


def _look_back(walk: Walk, _: str) -> None:
    topic = walk.desk.topic_for(Role.LOOK_BACK)
    if topic is not None:
        walk.go_topic(topic)


def _can_look_back(desk: Desk) -> bool:
    return desk.topic_for(Role.LOOK_BACK) is not None


def _editions_offered(desk: Desk) -> bool:
    return desk.offers("editions")


def _results_offered(desk: Desk) -> bool:
    return desk.offers("results")


def _then(walk: Walk, rest: str) -> None:
    numbers = [read_number(piece) for piece in rest.split()]
    if len(numbers) > 2 or None in numbers:
        raise Refused("Type the number of a version, or two. Type /editions to see them.")
    walk.look(then_page(walk.desk.over_time.then_and_now(*numbers), walk.say))


def _results(walk: Walk, rest: str) -> None:
    looks = walk.desk.over_time.evaluations()
    number = read_number(rest) if rest else 1
    if number is None or (looks and not 1 <= number <= len(looks)):
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=max(len(looks), 1))
    results = walk.desk.over_time.results(looks[number - 1].ref if looks else None)
    walk.look(results_page(results, looks, walk.say))


def _editions(walk: Walk, _: str) -> None:
    walk.look(editions_page(walk.desk.over_time.editions(), walk.say))


def _history(walk: Walk, rest: str) -> None:
    quote = looked_up(walk, rest)
    walk.out.lines(history_page(walk.desk.over_time.history(quote.ref), walk.say).lines)
