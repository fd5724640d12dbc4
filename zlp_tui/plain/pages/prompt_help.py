"""What can be typed at a prompt, in at most four lines: the answer to `?` and `/help`, wherever it waits."""

from __future__ import annotations

from typing import Final

from zlp_tui.conversation.ports.turn import InOrder, Input, Pick, Reading, Words
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.question_page import how_to_answer
from zlp_tui.text import clean, folded

MARK: Final = "?"


def asks_for_help(typed: str, tr: Catalogue) -> bool:
    """Whether a line is a lone `?` or the word for help. Such a line is never kept as an answer."""
    word = clean(typed).text
    return word == MARK or folded(word) == folded(tr("/help"))


def asks_about(argument: str) -> bool:
    """Whether the argument of a command is a `?`, also after the number of a line."""
    *before, last = argument.split() or [""]
    return last == MARK and (not before or (len(before) == 1 and before[0].isdecimal()))


def question_help(asked: Input, tr: Catalogue, *, doubted: bool) -> tuple[str, ...]:
    """What can be typed at a question of the script. `doubted`: it was just asked whether an answer is meant so."""
    doubt = tr("Was it meant like this? Type the same once more.") if doubted else ""
    going_on = tr("Empty line: go on. Stop: /stop. All words: /help.")
    return tuple(filter(None, (doubt, _answer(asked, tr), *how_to_answer(asked, tr), going_on)))


def _answer(asked: Input, tr: Catalogue) -> str:
    match asked:
        case Words(format="text"):
            return tr("Type what is said, and press Enter. It is kept at once.")
        case Words(format="email"):
            return tr("Type an e-mail address.")
        case Words(format="phone"):
            return tr("Type a telephone number.")
        case Words(format="bsn"):
            return tr("Type the nine digits. To take the number away, type: {word}.", word=tr("remove"))
        case Reading():
            return tr("Here is nothing to type. It is to read together.")
        case Pick() | InOrder() | Words():
            return ""


def command_help(lines: tuple[str, ...], tr: Catalogue) -> tuple[str, ...]:
    """What can be typed at a question of a command, of which `lines` tell what it asks."""
    return (*lines, tr("Another word with / is fine too; it ends this question. Stop: /stop."))


def go_on_help(tr: Catalogue) -> tuple[str, ...]:
    """What can be typed while an answer goes on on the next line."""
    return (tr("Type the rest of the same words. A line without \\ at its end is the last."),)


def stops(typed: str, tr: Catalogue) -> bool:
    """Whether it is the word to stop, at a prompt outside a conversation."""
    return folded(typed) == folded(tr("/stop"))


def no_command(name: str) -> str:
    """The name that was typed, unescaped (`//` is a slash). `Refused` for what looks like a command."""
    if name.startswith("/") and not name.startswith("//"):
        raise Refused("This word is not known here. It was not kept. Type a name, or /stop.")
    return name.removeprefix("/")
