"""Commands over time: new since the last visit, due dates, then and now, results, editions, history of a line."""

from __future__ import annotations

from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.answer_parser import parse_number
from zlp_tui.plain.pages_over_time import due_page, editions_page, history_page, new_page
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.results_page import results_page
from zlp_tui.plain.slash_command import SlashCommand
from zlp_tui.plain.statement_commands import quote_to_look_up
from zlp_tui.plain.then_and_now_page import then_and_now_page

LOOK_BACK = "look-back"
"""Id of the topic with which an evaluation begins."""


def history_commands(say: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    number = say("NUMBER")
    return (
        SlashCommand(say("/new"), "", say("what is new since you looked"), _new),
        SlashCommand(say("/when"), "", say("what has a date"), _due),
        SlashCommand(say("/look-back"), "", say("look back together"), lambda talk, _: talk.go_topic(LOOK_BACK)),
        SlashCommand(say("/then"), say("VERSION VERSION"), say("then beside now"), _then),
        SlashCommand(say("/results"), number, say("what the last look back came to"), _results),
        SlashCommand(say("/editions"), "", say("which versions of the plan there are"), _editions),
        SlashCommand(say("/history"), number, say("what stood at this line before"), _history),
    )


def _new(talk: PlainTalk, _: str) -> None:
    talk.print_aside(new_page(talk.desk.history.new_since(), talk.say))
    talk.desk.follow_up.looked()


def _due(talk: PlainTalk, _: str) -> None:
    talk.print_aside(due_page(talk.desk.history.due(), talk.say))


def _then(talk: PlainTalk, rest: str) -> None:
    numbers = [parse_number(piece) for piece in rest.split()]
    if len(numbers) > 2 or None in numbers:
        raise Refused("Type the number of a version, or two. Type /editions to see them.")
    talk.print_aside(then_and_now_page(talk.desk.history.then_and_now(*numbers), talk.say))


def _results(talk: PlainTalk, rest: str) -> None:
    looks = talk.desk.history.evaluations()
    number = parse_number(rest) if rest else 1
    if number is None or (looks and not 1 <= number <= len(looks)):
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=max(len(looks), 1))
    results = talk.desk.history.results(looks[number - 1].ref if looks else None)
    talk.print_aside(results_page(results, looks, talk.say))


def _editions(talk: PlainTalk, _: str) -> None:
    talk.print_aside(editions_page(talk.desk.history.editions(), talk.say))


def _history(talk: PlainTalk, rest: str) -> None:
    quote = quote_to_look_up(talk, rest)
    talk.out.print_lines(history_page(talk.desk.history.history(quote.ref), talk.say).lines)
