"""The command to take the plan along: on paper, or as a file."""

from __future__ import annotations

from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.plain_talk import PlainTalk


def exports_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(tr("/on-paper"), "", tr("take the plan along: on paper, or as a file"), _exports)


def _exports(talk: PlainTalk, _: str) -> None:
    talk.run_wizard(talk.desk.exports.ask())
    talk.print_question_again()
