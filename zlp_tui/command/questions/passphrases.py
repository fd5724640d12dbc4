"""Passphrases as a command gets them: from the first line of a file, or typed in the terminal where nobody reads along.

Never from the command line or a variable: others on the computer can read those.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zlp_tui.command import runtime
from zlp_tui.errors import Refused

if TYPE_CHECKING:
    from zlp_tui.command.program import Program
    from zlp_tui.plain.plain_wizard import UnseenLines

OWN: Final = "ZLP_PASSPHRASE_FILE"
"""The environment variable that names the file with the passphrase of whoever runs the command."""
NEW: Final = "ZLP_NEW_PASSPHRASE_FILE"
"""The same for a passphrase that is chosen: of a new keyholder, or another one of one's own."""

_LONGEST: Final = 4096
"""Bytes of a line."""


def passphrase_in(variable: str) -> str | None:
    """The first line of the file that this variable names; None where it names none. `Refused` for a file without a
    line that can be read."""
    named = os.environ.get(variable)
    if not named:
        return None
    try:
        with Path(named).expanduser().open("rb") as file:
            line = file.readline(_LONGEST).decode("utf-8-sig").strip()
    except (OSError, ValueError, RuntimeError) as unread:
        raise Refused("The file with the passphrase cannot be read: {variable}.", variable=variable) from unread
    if not line:
        raise Refused("There is no passphrase in the file of {variable}.", variable=variable)
    return line


def is_given() -> bool:
    """Whether a file with the passphrase of whoever runs the command is named."""
    return bool(os.environ.get(OWN))


def can_be_asked() -> bool:
    """Whether somebody can type a passphrase here."""
    return os.isatty(0)


def asked_passphrase(program: Program, question: str) -> str:
    """What somebody types in the terminal, which is not shown. `Refused` for an empty line."""
    with runtime.words_unseen():  # before the question: who types at once is not read along either
        program.aside.prompt(question)
        typed = _typed_on_windows() if sys.platform == "win32" else program.lines.next()
    if not typed or not typed.strip():
        raise Refused("No passphrase was typed.")
    return typed


def unseen_lines() -> UnseenLines:
    """How a talk line by line reads what nobody may see."""
    from zlp_tui.plain.plain_wizard import UnseenLines

    return UnseenLines(runtime.words_unseen, _typed_on_windows if sys.platform == "win32" else None)


def _typed_on_windows() -> str:
    from getpass import getpass

    return getpass("")


def chosen_passphrase(program: Program) -> str:
    """A passphrase that is chosen now: from its file, or typed twice in the terminal. `Refused` where neither is."""
    given = passphrase_in(NEW)
    if given is not None:
        return given
    if not can_be_asked():
        raise Refused("Say where the new passphrase is, with {variable}.", variable=NEW)
    from zlp_tui.keys.derivation import plain_passphrase

    tr, lock = program.tr, program.lock
    program.aside.print(tr("For example: {words}", words=lock.suggested_passphrase()))
    while True:
        chosen = asked_passphrase(program, tr("New passphrase:"))
        try:
            lock.require_passphrase(chosen)
        except Refused as refused:
            program.aside.print(tr(refused.message, **refused.values))
            continue
        if plain_passphrase(asked_passphrase(program, tr("Once more:"))) == plain_passphrase(chosen):
            return chosen
        program.aside.print(tr("These two are not the same."))
