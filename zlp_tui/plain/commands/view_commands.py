"""Commands that print the plan: letter, agreements, choices, and the trace of a line."""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import PlanLength
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.numbered_lines import quote_to_look_up
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.pages.plan_text import (
    cards_page,
    choices_page,
    letter_page,
    questions_page,
    readers_page,
    seen_page,
    trace_page,
    way_page,
)
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.text import folded, same_name


def view_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    return (
        SlashCommand(
            tr("/plan"), f"[{tr('page')}|{tr('short')}]", tr("read the plan, or a shorter form of it"), _plan
        ),
        SlashCommand(tr("/agreements"), "", tr("goals and agreements"), _agreements, offered=_agreements_offered),
        SlashCommand(tr("/choices"), "", tr("what there is to choose"), _choices, offered=choices_offered),
        SlashCommand(
            tr("/prepare"), f"[{tr('questions')}]",
            tr("to prepare a talk: what changed, what waits, how to begin; or the questions to think about"), _prepare,
        ),
        SlashCommand(
            tr("/seen-by"), f"[{tr('NAME')}]", tr("who reads this plan; with a name: as they see it"), _seen_by
        ),
        SlashCommand(tr("/from"), tr("NUMBER"), tr("who said this line, when, and where it comes from"), _trace),
        SlashCommand(tr("/how-so"), tr("NUMBER"), tr("how it came to this line: its way over the talks"), _way),
        SlashCommand(tr("/sources"), "", tr("where this comes from"), _sources),
    )


def _sources(talk: PlainTalk, _: str) -> None:
    talk.print_aside(talk.explain("sources"))


def _agreements_offered(desk: Desk) -> bool:
    return desk.offers("agreements")


def choices_offered(desk: Desk) -> bool:
    """Whether there is something to choose, or a topic that asks for it."""
    return desk.offers("choices")


def _plan(talk: PlainTalk, rest: str) -> None:
    lengths: dict[str, PlanLength] = {"": "whole", talk.tr("page"): "page", talk.tr("short"): "short"}
    length = lengths.get(folded(rest))
    if length is None:
        raise Refused("The plan can be read whole, on one page, or in short.")
    talk.print_aside(letter_page(talk.desk.letter(length), talk.tr))


def _agreements(talk: PlainTalk, _: str) -> None:
    beside = talk.desk.history.notes_beside()
    talk.print_aside(cards_page(talk.desk.view, talk.desk.cards(), talk.tr, beside))


def _choices(talk: PlainTalk, _: str) -> None:
    talk.print_aside(choices_page(talk.desk.view, talk.desk.choice_grids(), talk.desk.who_decides, talk.tr))


def _prepare(talk: PlainTalk, rest: str) -> None:
    if folded(rest) == folded(talk.tr("questions")):
        talk.print_aside(questions_page(talk.desk.questions_beforehand(), talk.tr))
    elif rest:
        raise Refused("This is not known here. Type /prepare, or /prepare questions.")
    else:
        talk.print_aside(letter_page(talk.desk.preparation(), talk.tr))


def _seen_by(talk: PlainTalk, rest: str) -> None:
    people = talk.desk.who_reads()
    if not rest:
        talk.print_aside(readers_page(people, talk.tr))
        return
    found = next((person for person in talk.desk.view.people if any(same_name(n, rest) for n in person.names)), None)
    if found is None or found.id == talk.desk.view.client:
        raise Refused("Type the name of somebody in this plan. Type /seen-by to see who that is.")
    talk.print_aside(seen_page(found.called, talk.desk.as_seen_by(found.id), talk.tr))


def _trace(talk: PlainTalk, rest: str) -> None:
    quote = quote_to_look_up(talk, rest)
    came_of = talk.desk.history.came_of(quote.ref)
    talk.print_beside(trace_page(talk.desk.trace(quote.ref), talk.tr, talk.numbered, came_of))


def _way(talk: PlainTalk, rest: str) -> None:
    quote = quote_to_look_up(talk, rest)
    talk.print_beside(way_page(talk.desk.history.way(quote.ref), talk.tr, talk.numbered))
