"""What is told of the history: one Change of a line, and what others did to a line since somebody looked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zlp_tui.plan.view import Voice

ColumnValues = Mapping[str, str | int | None]
"""What stands in columns of one row, by name."""


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One Change of a line. `kind` is `add` or `alter`; `before` and `after` hold the columns it touched.

    `by` is who did it, with the name they have now; `before` is None when the line was added. `of` is the table, `row`
    the line's id, and `on` the day it was where it happened.
    """

    at: str
    by: Voice
    kind: str
    before: ColumnValues | None
    after: ColumnValues
    of: str
    row: str
    on: str


class Touched(NamedTuple):
    """What others did to a line: in which table, who did so last, on which day, whether they added it, and by which
    Changes of it and of its parts."""

    of: str
    by: str
    on: str
    added: bool
    changes: tuple[RecordedChange, ...] = ()
