"""What can be chosen in a wizard, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from screens.parts.line_layout import LineItem
from zlp_tui.conversation.ports.wizard import WizardOption

_DIGITS: Final = 9


def option_lines(options: Iterable[WizardOption], *, numbered: bool) -> tuple[LineItem, ...]:
    """A line for each, under its heading. `numbered`: a digit chooses it, which stands before the first nine."""
    options = tuple(options)
    return tuple(_lines(options, numbers_of(len(options)) if numbered else [""] * len(options)))


def numbers_of(count: int) -> list[str]:
    """The digits that choose so many lines; a space for each after the ninth."""
    return [str(number) if number <= _DIGITS else " " for number in range(1, count + 1)]


def _lines(options: Iterable[WizardOption], numbers: Iterable[str]) -> Iterator[LineItem]:
    number = iter(numbers)
    for group, members in groupby(options, lambda option: option.group):
        if group:
            yield LineItem(group, look="heading")
        for option in members:
            yield LineItem(option.label, option.id, note=option.note, sign=next(number))
