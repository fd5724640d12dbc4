"""The table of all slash commands of plain mode, and the function that parses and runs one."""

from __future__ import annotations

from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.choice_commands import choice_commands
from zlp_tui.plain.commands.client_commands import client_commands
from zlp_tui.plain.commands.day_command import day_command, week_command
from zlp_tui.plain.commands.disagreement_commands import disagreement_commands
from zlp_tui.plain.commands.ending_commands import ending_commands
from zlp_tui.plain.commands.exports_command import exports_command
from zlp_tui.plain.commands.history_commands import history_commands
from zlp_tui.plain.commands.lock_command import lock_command
from zlp_tui.plain.commands.look_together_command import look_together_command
from zlp_tui.plain.commands.navigation_commands import navigation_commands
from zlp_tui.plain.commands.not_met_commands import not_met_commands
from zlp_tui.plain.commands.note_command import note_command
from zlp_tui.plain.commands.plan_copies_command import copies_command
from zlp_tui.plain.commands.plan_keys_command import keys_command
from zlp_tui.plain.commands.remark_commands import remark_commands
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.statement_commands import statement_commands
from zlp_tui.plain.commands.view_commands import view_commands
from zlp_tui.plain.drafts.input_drafts import InputDraft
from zlp_tui.plain.pages.prompt_help import asks_about
from zlp_tui.plain.pages.text_page import TextPage
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.text import folded


def all_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """Every command, in the order of the help."""
    return (
        SlashCommand(tr("/help"), "", tr("what can be typed here"), _help, beside=True),
        SlashCommand(tr("/all"), "", tr("hear all of the last list"), lambda talk, _: talk.print_whole(), beside=True),
        SlashCommand(tr("/stop"), "", tr("stop; all that was said is kept"), _stop),
        *navigation_commands(tr),
        *statement_commands(tr),
        *client_commands(tr),
        *view_commands(tr),
        *choice_commands(tr),
        note_command(tr),
        look_together_command(tr),
        day_command(tr),
        keys_command(tr),
        copies_command(tr),
        exports_command(tr),
        lock_command(tr),
        week_command(tr),
        *ending_commands(tr),
        *remark_commands(tr),
        *disagreement_commands(tr),
        *not_met_commands(tr),
        *history_commands(tr),
    )


def commands_here(talk: PlainTalk) -> tuple[SlashCommand, ...]:
    """The commands that lead somewhere in this plan, with this script."""
    return tuple(command for command in all_commands(talk.tr) if command.offered(talk.desk))


def run_command(talk: PlainTalk, line: str) -> None:
    """Do what a line with a command says. `Refused` for a word that is none: nothing of the line is kept."""
    command, rest = _read(talk, line)
    if command is None:
        raise Refused("This word is not known here. It was not kept. Type /help for all words.")
    if asks_about(rest):
        _print_about(talk, command)
        return
    if not command.beside:
        talk.leave_command()
    command.run(talk, rest)


def draft_of(talk: PlainTalk, line: str) -> tuple[InputDraft | None, str]:
    """For an unfinished line: the draft of its command and the words of it; None when the command saves no words."""
    command, rest = _read(talk, line)
    if command is None or command.draft is None or not rest:
        return None, ""
    try:
        return command.draft(talk, rest)
    except Refused:
        return None, ""  # its argument does not name a line of the plan yet


def _read(talk: PlainTalk, line: str) -> tuple[SlashCommand | None, str]:
    word, rest = (*line.split(maxsplit=1), "")[:2]
    named = (command for command in all_commands(talk.tr) if folded(command.word) == folded(word))
    return next((command for command in named if command.offered(talk.desk)), None), rest.strip()


def _print_about(talk: PlainTalk, command: SlashCommand) -> None:
    talk.out.print(command.about, f"{command.word} {command.takes}".rstrip() + ": ", "    ")


def _help(talk: PlainTalk, _: str) -> None:
    """At a question of the script all that can be typed; at one of a command what answers it."""
    talk.print_help_here()
    if talk.question is not None:
        return
    page = TextPage(talk.tr)
    page.text(talk.tr("A command with ? behind it tells what that does, and ? alone what can be typed here."))
    page.text(talk.tr("End a line with \\ to go on with the same words on the next line."))
    page.text(talk.tr("Two slashes // begin words with one slash."))
    page.gap()
    for command in commands_here(talk):
        page.text(command.about, f"{command.word} {command.takes}".rstrip() + ": ", "    ")
    talk.print_beside(page)


def _stop(talk: PlainTalk, _: str) -> None:
    talk.ended = True
