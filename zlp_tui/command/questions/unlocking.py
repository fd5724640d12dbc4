"""Who opens the plans for a command: `--as`, the passphrase, the first keyholder, and the move from the one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from zlp_tui.command.program import print_error
from zlp_tui.command.questions.passphrases import OWN, asked_passphrase, can_be_asked, passphrase_in
from zlp_tui.command.questions.terminal_question import ask_until
from zlp_tui.conversation.ports.keyholding import KeyholderName, Locked, NoKeyholder, ShownCode, Unlocked
from zlp_tui.conversation.wizards.keys.unlock_wizard import nameless
from zlp_tui.errors import NoKey, Refused, WrongPassphrase
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.text import one_line, same_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zlp_tui.command.program import Program

TRIES: Final = 3
"""How often a passphrase is asked for in a terminal before the command ends."""
_TOLD: Final = 10
"""After so many plans that were moved it is told again how far it is."""


def unlock(program: Program) -> None:
    """Open the plans of the user, if they are locked; on the way make the first keyholder, where there is a file with a
    passphrase and nobody holds a key yet, and move plans that stand in one file.

    Does nothing when it was done, nor where plans are not locked. `WrongPassphrase`, `KeysDamaged`, `NoKey`, `Refused`,
    and the errors of a store.
    """
    state = program.lock.state()
    if isinstance(state, Unlocked):
        return
    if isinstance(state, NoKeyholder):
        passphrase = passphrase_in(OWN)
        if passphrase is None:
            return
        _begin(program, passphrase)
    else:
        _open(program, chosen_holder(program, state.holders))
    move_plans(program)


def unlock_if_asked(program: Program) -> bool:
    """Open the plans of the user where they are locked, but make and move nothing; False where they stay locked because
    nobody can be asked. Errors as of `unlock`."""
    state = program.lock.state()
    if isinstance(state, Locked):
        if passphrase_in(OWN) is None and not can_be_asked():
            return False
        _open(program, chosen_holder(program, state.holders))
    return True


def _begin(program: Program, passphrase: str) -> None:
    """Make the first keyholder of this computer."""
    given = program.options.keyholder
    name = program.read_name(given) if given is not None else nameless(program.tr)
    try:
        print_code(program, program.lock.make_keyholder(name, passphrase))
    except Refused:
        state = program.lock.state()
        if not isinstance(state, Locked):
            raise
        _open(program, chosen_holder(program, state.holders))  # another command made one at the same moment


def print_code(program: Program, code: ShownCode) -> None:
    """Print a recovery code, this once."""
    tr = program.tr
    print_error(tr("This is the recovery code. It opens the plans if the passphrase is forgotten."))
    print_error(tr("It is shown once. Write it down, and keep it away from this computer."))
    print_error("-".join(code.groups))


def chosen_holder(program: Program, holders: Sequence[KeyholderName]) -> KeyholderName:
    """Who opens the plans: whom `--as` names, the only one, or whoever says so in the terminal."""
    given = program.options.keyholder
    if given is not None:
        name = program.read_name(given)
        for holder in holders:
            if same_name(holder.name, name):
                return holder
        raise NoKey("Nobody of this name has a passphrase here.")
    if len(holders) == 1:
        return holders[0]
    if not os.isatty(0):
        raise Refused("More than one person has a passphrase here. Say who you are with --as NAME.")
    question = program.tr("Who opens the plans?")
    program.aside.print(question)
    for number, holder in enumerate(holders, start=1):
        program.aside.print(one_line(holder.name) or "?", f"  {number}. ")
    return ask_until(
        program, question, program.tr("Type a number or a name."), lambda typed: _typed(holders, typed),
        program.tr("Nobody of this name has a passphrase here."), Refused("The plans stay closed."),
    )


def named_holder(program: Program) -> KeyholderName | None:
    """Whom `--as` names; None where it does not, or plans are not locked. `NoKey` for nobody of this name."""
    state = program.lock.state()
    if program.options.keyholder is None or not isinstance(state, Locked):
        return None
    return chosen_holder(program, state.holders)


def _typed(holders: Sequence[KeyholderName], typed: str) -> KeyholderName | None:
    number = parse_number(typed)
    if number is not None:
        return holders[number - 1] if 1 <= number <= len(holders) else None
    return next((holder for holder in holders if same_name(holder.name, typed)), None)


def _open(program: Program, holder: KeyholderName) -> None:
    given = passphrase_in(OWN)
    if given is not None:
        program.lock.unlock(holder.id, given)
        return
    if not can_be_asked():
        raise WrongPassphrase("The plans are locked. Say where the passphrase is, with {variable}.", variable=OWN)
    for left in reversed(range(TRIES)):
        typed = asked_passphrase(program, program.tr("Passphrase of {name}:", name=one_line(holder.name)))
        try:
            program.lock.unlock(holder.id, typed)
        except WrongPassphrase as wrong:
            if not left or "seconds" in wrong.values:
                raise
            program.aside.print(program.tr(wrong.message, **wrong.values))
        else:
            return


def move_plans(program: Program) -> None:
    """Move what stands in the one file of before, and tell so."""
    lock, tr = program.lock, program.tr
    if not lock.has_plans_to_move:
        return

    def progress(moved: int, of: int) -> None:
        if moved == 0:
            print_error(tr("Every plan gets a locked file of its own. One moment please."))
        elif moved % _TOLD == 0:
            print_error(tr("{moved} of {count} plans", moved=moved, count=of))

    moved = len(lock.move(progress))
    print_error(tr.plural("{count} plan is locked now.", "{count} plans are locked now.", moved))
    print_error(tr("The file of before is not locked. It stays until you remove it: {command}",
                   command="zlp keys confirm"))
