"""The command that locks the screen."""

from __future__ import annotations

from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.plain_talk import PlainTalk


def lock_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(tr("/lock"), "", tr("lock the screen, until the password is given"), _lock)


def _lock(talk: PlainTalk, _: str) -> None:
    lock_talk(talk)


def lock_talk(talk: PlainTalk) -> None:
    """Lock the screen until somebody unlocks it; the talk goes on where it was, or ends."""
    talk.locked = True
    goes_on = talk.lock_screen()
    talk.locked = goes_on is False
    if goes_on is None:
        talk.out.print(talk.tr("There is no lock here, so the screen cannot be locked."))
    if talk.locked:
        talk.ended = True
    else:
        talk.repeat()
