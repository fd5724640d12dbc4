"""One question of a command that is not a conversation, on standard error, until what is typed can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from zlp_tui.errors import Refused
from zlp_tui.plain.pages.prompt_help import asks_for_help, stops

if TYPE_CHECKING:
    from zlp_tui.command.program import Program

T = TypeVar("T")


def ask_until(
    program: Program, question: str, how: str, take: Callable[[str], T | None], not_taken: str, nothing: Refused
) -> T:
    """What `take` makes of the first line that it can read; of others `not_taken` is told. The question was printed
    above its options already. Raises `nothing` for an empty line, `/stop` and the end of the input."""
    program.aside.print(how)
    while True:
        program.aside.prompt(">")
        line = program.lines.next()
        if line is None or not line.strip() or stops(line, program.tr):
            raise nothing
        if asks_for_help(line, program.tr):
            program.aside.print(question)
            program.aside.print(how)
            continue
        taken = take(line)
        if taken is not None:
            return taken
        program.aside.print(not_taken)
