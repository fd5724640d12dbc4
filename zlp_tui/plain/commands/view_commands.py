"""Commands that print the plan: letter, agreements, choices, and the trace of a line."""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_pages import PlanLength
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.numbered_lines import quote_to_look_up
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.plan_text import cards_page, choices_page, letter_page, questions_page, trace_page
from zlp_tui.text import folded


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
        SlashCommand(tr("/from"), tr("NUMBER"), tr("who said this line, when, and where it comes from"), _trace),
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


def _trace(talk: PlainTalk, rest: str) -> None:
    quote = quote_to_look_up(talk, rest)
    talk.print_beside(trace_page(talk.desk.trace(quote.ref), talk.tr, talk.numbered))
