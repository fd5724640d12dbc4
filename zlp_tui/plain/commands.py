"""All commands of the conversation line by line, and what is done with a line that begins with a slash."""

from __future__ import annotations

from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.asking import Waiting
from zlp_tui.plain.command import Command
from zlp_tui.plain.disagreeing import disagreeing
from zlp_tui.plain.looking import looking
from zlp_tui.plain.noting import noting
from zlp_tui.plain.over_time import over_time
from zlp_tui.plain.page import Page
from zlp_tui.plain.remarks import remarking
from zlp_tui.plain.walk import Walk
from zlp_tui.plain.walking import walking
from zlp_tui.plain.words import words
from zlp_tui.text import folded


def all_commands(say: Catalogue) -> tuple[Command, ...]:
    """Every command, in the order in which the help tells them."""
    return (
        Command(say("/help"), "", say("what can be typed here"), _help, beside=True),
        Command(say("/stop"), "", say("stop; all that was said is kept"), _stop),
        *walking(say),
        *words(say),
        *looking(say),
        noting(say),
        *remarking(say),
        *disagreeing(say),
        *over_time(say),
    )


def commands_here(walk: Walk) -> tuple[Command, ...]:
    """The commands that lead somewhere in this plan, with this script."""
    return tuple(command for command in all_commands(walk.say) if command.offered(walk.desk))


def run_command(walk: Walk, line: str) -> None:
    """Do what a line with a command says. `Refused` for a word that is none: nothing of the line is kept."""
    command, rest = _read(walk, line)
    if command is None:
        raise Refused("This word is not known here. It was not kept. Type /help for all words.")
    if not command.beside:
        walk.leave_asked()
    command.run(walk, rest)


def unsaid_of(walk: Walk, line: str) -> tuple[Waiting | None, str]:
    """For a line that is not whole yet: where the words of its command wait, and which they are; None without words."""
    command, rest = _read(walk, line)
    if command is None or command.unsaid is None or not rest:
        return None, ""
    try:
        return command.unsaid(walk, rest)
    except Refused:
        return None, ""  # it names nothing yet that words could be about


def _read(walk: Walk, line: str) -> tuple[Command | None, str]:
    word, rest = (*line.split(maxsplit=1), "")[:2]
    named = (command for command in commands_here(walk) if folded(command.word) == folded(word))
    return next(named, None), rest.strip()


def _help(walk: Walk, _: str) -> None:
    page = Page(walk.say)
    page.text(walk.say("Each line is one thing that somebody says. It is kept at once."))
    page.text(walk.say("An empty line goes on to the next question."))
    page.text(walk.say("End a line with \\ to go on with the same words on the next line."))
    page.text(walk.say("Two slashes // begin words with one slash."))
    page.gap()
    for command in commands_here(walk):
        page.text(command.about, f"{command.word} {command.takes}".rstrip() + ": ", "    ")
    walk.out.lines(page.lines)


def _stop(walk: Walk, _: str) -> None:
    walk.ended = True
