"""Who writes a note from the command line: the option, whoever says so in the terminal, or who typed last."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from zlp_tui.command.questions.terminal_question import ask_until
from zlp_tui.conversation.asking.accepted_names import person_called
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.likely_keyboard_users import likely_keyboard_users
from zlp_tui.errors import Refused
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.plan.view import Person
from zlp_tui.text import clean_name, same_name

if TYPE_CHECKING:
    from zlp_tui.command.program import Program


def named_writer(desk: Desk, name: str, *, newcomer: bool) -> tuple[Person, bool]:
    """Who has this name, and whether they are new in the plan; `Refused` for somebody new who was not said to be so."""
    if not newcomer and person_called(desk.view, clean_name(name)) is None:
        raise Refused("Nobody in this plan has that name. Is this somebody new? Then add: --new")
    return desk.join(name)


def asked_writer(program: Program, desk: Desk) -> Person | None:
    """Who writes, where no name was given: asked in a terminal, else who typed last; None when nobody can be asked."""
    if not os.isatty(0):
        return desk.last_keyboard_user
    people, last, tr = likely_keyboard_users(desk), desk.last_keyboard_user, program.tr
    program.aside.print(tr("Who writes this?"))
    for number, person in enumerate(people, start=1):
        typed_last = f"({tr('typed the last time too')})" if person == last else ""
        program.aside.print(f"{person.called} {typed_last}".rstrip(), f"  {number}. ")
    return ask_until(
        program, tr("Who writes this?"), tr("Type a number or a name."),
        lambda typed: _found(people, clean_name(typed)),
        tr("Nobody in this plan has that name. Somebody new? Begin again, with --voice NAME --new."),
        Refused("Nothing was kept: nobody said who writes this."),
    )


def _found(people: tuple[Person, ...], typed: str) -> Person | None:
    number = parse_number(typed)
    if number is not None:
        return people[number - 1] if 1 <= number <= len(people) else None
    return next((who for who in people if same_name(who.name, typed) or same_name(who.called, typed)), None)
