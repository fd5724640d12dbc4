"""What a note from the command line is about: an id, words that fit one agreement or goal, or whoever says so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from zlp_tui.command.questions.terminal_question import ask_until
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.errors import Ambiguous, NotFound, Refused
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.text import folded, shortened

if TYPE_CHECKING:
    from zlp_tui.command.program import Program

LOOSE: Final = ""
"""A note about nothing in particular."""


def named_subject(desk: Desk, words: str) -> str:
    """The id of the one agreement, goal, or sentence about a bad day with this id, these words, or these words in it.

    `NotFound` for none, `Ambiguous` for more, with the words of each.
    """
    things = (*desk.follow_up.things(), *desk.follow_up.signals())
    fitting = _fitting(things, words)
    if not fitting:
        raise NotFound("The plan does not have this line.")
    if len(fitting) > 1:
        told = tuple((quoted(shortened(thing.title)), thing.id) for thing in fitting)
        raise Ambiguous("These words fit more than one agreement or goal. Choose one by its id:", choices=told)
    return fitting[0].id


def asked_subject(program: Program, desk: Desk) -> str | None:
    """What it is about, asked in a terminal, by number or by words; None for nothing in particular, and where nobody
    can be asked or there is nothing to choose from."""
    things, tr = desk.follow_up.things(), program.tr
    if not things or not os.isatty(0):
        return None
    question = tr("What is it about?")
    program.aside.print(question)
    for number, thing in enumerate(things, start=1):
        program.aside.print(f"{quoted(shortened(thing.title))} ({thing.hint})", f"  {number}. ")
    found = ask_until(
        program, question, tr("Type a number or words. Type 0 when it is about none of these."),
        lambda typed: _typed(things, typed), tr("This does not fit exactly one of them."),
        Refused("Nothing was kept: it was not said what this is about."),
    )
    return found or None


def _typed(things: tuple[Selectable, ...], typed: str) -> str | None:
    number = parse_number(typed)
    if number is not None:
        return LOOSE if number == 0 else things[number - 1].id if number <= len(things) else None
    fitting = _fitting(things, typed)
    return fitting[0].id if len(fitting) == 1 else None


def _fitting(things: tuple[Selectable, ...], words: str) -> tuple[Selectable, ...]:
    """The things that words fit: by id or in full, else those that hold them."""
    wanted = folded(words)
    exact = tuple(thing for thing in things if words.strip() == thing.id or folded(thing.title) == wanted)
    return exact or tuple(thing for thing in things if wanted and wanted in folded(thing.title))
