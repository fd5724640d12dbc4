"""The citizen service number (BSN, V101): how it is read from what was typed, and how it is told without its digits."""

from __future__ import annotations

from typing import Final

from zlp_tui.errors import Refused
from zlp_tui.text import one_line

FEWEST: Final = 8
"""Digits of a number that is written without its first nought."""

SHOWN: Final = 3
"""Digits that are told of a number; the rest is shown on request, to who may."""


def read_citizen_number(text: str) -> str:
    """The nine digits of a number that was typed with spaces, dots or dashes, or without its first nought. `Refused`,
    in a sentence without any of it, when it cannot be one."""
    from stdnum.exceptions import ValidationError  # not for whoever only opens a plan
    from stdnum.nl import bsn

    typed = one_line(text)
    if not typed.isascii() or sum(map(str.isdigit, typed)) < FEWEST:
        raise _wrong()
    try:
        return bsn.validate(typed)
    except ValidationError:
        raise _wrong() from None  # what was typed is in the error


def _wrong() -> Refused:
    return Refused("This is no citizen service number yet. Look at it once more on the pass or the letter.")


def last_digits(number: str) -> str:
    """What is told of a number."""
    return number[-SHOWN:]
