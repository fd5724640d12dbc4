"""The commands of the client at the table: showing that they are here, and opening what is folded away."""

from __future__ import annotations

from zlp_tui.conversation.ports.wizard import WizardDone
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.plain_talk import PlainTalk


def client_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated; where plans are locked and the client has a key."""
    return (
        SlashCommand(
            tr("/certainly-here"), "", tr("whose plan it is shows, with the own password, that they are here"),
            _confirm, offered=lambda desk: desk.client_at_table.is_offered,
        ),
        SlashCommand(
            tr("/unfold"), "", tr("open for now what is folded away at this question"), _unfold,
            offered=lambda desk: desk.client_at_table.is_offered,
        ),
    )


def _confirm(talk: PlainTalk, _: str) -> None:
    client = talk.desk.client_at_table
    if client.is_confirmed:
        talk.out.print(talk.tr("{name} is here, that is certain.", name=talk.desk.view.client_person.called))
    else:
        done = talk.run_wizard(client.confirming())
        if isinstance(done, WizardDone) and done.kept:
            client.confirm()
    talk.turn = talk.desk.turn()
    talk.print_question_again()


def _unfold(talk: PlainTalk, _: str) -> None:
    talk.desk.client_at_table.unfold()
    talk.out.print(talk.tr("Open for now. Whoever sits here can read it."))
    talk.turn = talk.desk.turn()
    talk.repeat()
