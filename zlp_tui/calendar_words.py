"""The names of days and months in one language, as CLDR has them.

`make generated` writes them out of Babel into `content/<locale>/calendar.json`: loading Babel to tell a few dates costs
a fifth of `zlp due` (decision 0006).
"""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from zlp_tui import places


class CalendarWords(NamedTuple):
    """`days` from Monday on, `months` from January on, as they stand within a date."""

    days: tuple[str, ...]
    months: tuple[str, ...]


@cache
def calendar_words(locale: str) -> CalendarWords:
    """The names in this locale."""
    names: dict[str, list[str]] = json.loads((places.content() / locale / "calendar.json").read_bytes())
    return CalendarWords(tuple(names["days"]), tuple(names["months"]))
