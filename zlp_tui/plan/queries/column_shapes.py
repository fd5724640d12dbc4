"""Whether the values of a row can be read: dates, instants, JSON and closed words, before anything is made of them.

The rules of the tables keep wrong values out; a file that was changed outside zlp, or by a disk that fails, may have
them all the same. The shapes follow from those rules and stand in the compiled queries, so reading a plan needs no
SQLAlchemy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

from zlp_tui.errors import Unreadable

Shape = Literal["date", "instant", "list", "object"] | list[str]
"""How a value is read; a list for one of its words."""

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME: Final = re.compile(r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z", re.ASCII)
_JSON: Final[Mapping[str, type]] = {"list": list, "object": dict}


def unreadable_columns(
    columns: Sequence[str], shapes: Mapping[str, Shape], rows: Sequence[tuple[Any, ...]]
) -> set[str]:
    """The columns in which a row holds something that cannot be read. Nothing (NULL) can be read in any column."""
    found = set()
    for column, shape in shapes.items():
        at = columns.index(column)
        values = {row[at] for row in rows}
        values.discard(None)
        if not all(is_readable(value, shape) for value in values):
            found.add(column)
    return found


def unreadable() -> Unreadable:
    """Said of one plan; the others go on."""
    return Unreadable("Something in this plan cannot be read, so it stays closed. Type: zlp check")


def is_readable(value: object, shape: Shape) -> bool:
    """Whether a value can be read as what its column holds."""
    if isinstance(shape, list):
        return value in shape
    if not isinstance(value, str):
        return False
    if shape == "date":
        return is_date(value)
    if shape == "instant":
        return is_date(value[:10]) and _TIME.fullmatch(value[10:]) is not None
    try:
        return isinstance(json.loads(value), _JSON[shape])
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def is_date(value: str) -> bool:
    """Whether a value is a day that there is, in ISO format."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
