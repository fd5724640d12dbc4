"""Commands over time: new since the last visit, due dates, then and now, results, editions, history of a line."""

from __future__ import annotations

from functools import partial

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import where_due_is_done, where_to_talk
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.keyboard_command import once_known
from zlp_tui.plain.commands.look_together_command import told_to_look_at
from zlp_tui.plain.commands.numbered_lines import quote_to_look_up
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.pages.found_page import found_page
from zlp_tui.plain.pages.pages_over_time import due_page, editions_page, history_page, looked_page, new_page
from zlp_tui.plain.pages.plan_text import letter_page
from zlp_tui.plain.pages.results_page import results_page
from zlp_tui.plain.pages.then_and_now_page import then_and_now_page
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.script.roles import Role


def history_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    number = tr("NUMBER")
    return (
        SlashCommand(tr("/new"), "", tr("what is new since you looked"), _new),
        SlashCommand(tr("/who-looked"), "", tr("who looked into the plan, by day"), _who_looked),
        SlashCommand(tr("/when"), "", tr("what has a date"), _due),
        SlashCommand(tr("/look-back"), "", tr("look back together"), _look_back, offered=_can_look_back),
        SlashCommand(tr("/then"), tr("VERSION VERSION"), tr("then beside now"), _then, offered=_editions_offered),
        SlashCommand(
            tr("/changed"), tr("VERSION VERSION"), tr("only what changed since then"), _changed,
            offered=_editions_offered,
        ),
        SlashCommand(
            tr("/results"), number, tr("what the last look back came to"), _results, offered=_results_offered
        ),
        SlashCommand(
            tr("/editions"), number, tr("which versions of the plan there are, or one of them to read"), _editions,
            offered=_editions_offered,
        ),
        SlashCommand(tr("/search"), tr("WORDS"), tr("find words in this plan, with who said them and when"), _search),
        SlashCommand(tr("/history"), number, tr("what stood at this line before"), _history),
    )


def _new(talk: PlainTalk, _: str) -> None:
    once_known(talk, lambda: _print_new(talk))


def _print_new(talk: PlainTalk) -> None:
    who = talk.desk.follow_up.voice
    talk.print_page(new_page(talk.desk.history.new_since(), talk.tr, who.called if who is not None else ""))
    talk.desk.follow_up.looked()
    if talk.question is None:
        talk.print_question_again()


def _who_looked(talk: PlainTalk, _: str) -> None:
    talk.print_aside(looked_page(talk.desk.history.who_looked(), talk.tr))


def _due(talk: PlainTalk, _: str) -> None:
    page = due_page(talk.desk.history.due(), talk.tr, partial(where_due_is_done, talk.desk))
    page.text(told_to_look_at(talk.desk, talk.tr) if talk.desk.follow_up.to_look_at() else "")
    talk.print_aside(page)


def _look_back(talk: PlainTalk, _: str) -> None:
    where = where_to_talk(talk.desk, None, Role.LOOK_BACK)
    if where is not None:
        talk.go_to(where)


def _can_look_back(desk: Desk) -> bool:
    return desk.topic_for(Role.LOOK_BACK) is not None


def _editions_offered(desk: Desk) -> bool:
    return desk.offers("editions")


def _results_offered(desk: Desk) -> bool:
    return desk.offers("results")


def _then(talk: PlainTalk, rest: str) -> None:
    _compare(talk, rest, only_changed=False)


def _changed(talk: PlainTalk, rest: str) -> None:
    _compare(talk, rest, only_changed=True)


def _compare(talk: PlainTalk, rest: str, *, only_changed: bool) -> None:
    numbers = [parse_number(piece) for piece in rest.split()]
    if len(numbers) > 2 or None in numbers:
        raise Refused("Type the number of a version, or two. Type /editions to see them.")
    both = talk.desk.history.then_and_now(*numbers)
    talk.print_aside(then_and_now_page(both, talk.tr, only_changed=only_changed))


def _results(talk: PlainTalk, rest: str) -> None:
    looks = talk.desk.history.evaluations()
    number = parse_number(rest) if rest else 1
    if number is None or (looks and not 1 <= number <= len(looks)):
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=max(len(looks), 1))
    results = talk.desk.history.results(looks[number - 1].ref if looks else None)
    talk.print_aside(results_page(results, looks, talk.tr))


def _editions(talk: PlainTalk, rest: str) -> None:
    if not rest:
        talk.print_aside(editions_page(talk.desk.history.editions(), talk.tr))
        return
    number = parse_number(rest)
    if number is None:
        raise Refused("Type the number of a version. Type /editions to see them.")
    talk.print_aside(letter_page(talk.desk.history.read_edition(number), talk.tr))


def _search(talk: PlainTalk, rest: str) -> None:
    if not rest:
        raise Refused("Type what you look for, such as: /search coffee")
    talk.print_aside(found_page(talk.desk.history.search(rest), talk.tr))


def _history(talk: PlainTalk, rest: str) -> None:
    quote = quote_to_look_up(talk, rest)
    talk.print_beside(history_page(talk.desk.history.history(quote.ref), talk.tr))
