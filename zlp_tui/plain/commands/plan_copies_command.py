"""The command about the copies of the plan: which there are, making one, and going back."""

from __future__ import annotations

from zlp_tui.conversation.ports.wizard import WizardDone
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.plain_talk import PlainTalk


def copies_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(tr("/copies"), "", tr("the copies of this plan; make one, or go back to one"), _copies)


def _copies(talk: PlainTalk, _: str) -> None:
    copies = talk.desk.copies
    if copies is None:
        talk.out.print(talk.tr("This plan has no lock yet, so no copies either."))
        talk.out.print(talk.tr("To lock the plans, stop and type: {command}", command="zlp keys add NAAM"))
    else:
        done = talk.run_wizard(copies.ask())
        if isinstance(done, WizardDone) and done.replaced:
            talk.ended = True
            return
    talk.print_question_again()
