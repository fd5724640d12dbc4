"""The command about the keys of the plan: who may open it, and giving and taking back."""

from __future__ import annotations

from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.plain_talk import PlainTalk


def keys_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(
        tr("/keys"), "", tr("who may open this plan; give somebody a key, or take one back"), _keys
    )


def _keys(talk: PlainTalk, _: str) -> None:
    keys = talk.desk.keys
    if keys is None:
        talk.out.print(talk.tr("This plan has no lock yet. Everybody on this computer can read it."))
        talk.out.print(talk.tr("To lock the plans, stop and type: {command}", command="zlp keys add NAAM"))
    else:
        talk.run_wizard(keys.ask())
    talk.print_question_again()
