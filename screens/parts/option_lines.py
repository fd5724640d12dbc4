"""What can be chosen in a conversation about keys or exports, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import Final

from screens.parts.line_layout import LineItem
from zlp_tui.conversation.ports.wizard import WizardOption

_DIGITS: Final = 9


def option_lines(options: Iterable[WizardOption], *, numbered: bool) -> tuple[LineItem, ...]:
    """A line for each, under its heading. `numbered`: a digit chooses it, which stands before the first nine."""
    return tuple(_lines(options, numbered))


def _lines(options: Iterable[WizardOption], numbered: bool) -> Iterator[LineItem]:
    numbers = count(1)
    for group, members in groupby(options, lambda option: option.group):
        if group:
            yield LineItem(group, look="heading")
        for option in members:
            number = next(numbers)
            digit = str(number) if number <= _DIGITS else " "
            yield LineItem(option.label, option.id, note=option.note, sign=digit if numbered else "")
