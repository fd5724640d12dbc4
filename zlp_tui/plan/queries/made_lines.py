"""`MadeLines`: the lines that one reading of a plan made, for the next one. Between two of them little changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Row = tuple[Any, ...]
"""The columns of one row, as its query names them."""


class MadeLines:
    """Lines by kind and id, each with the row that it was made of; `besides` are the rows that tell something of lines
    of other kinds, such as names. All of a plan is read each time, and an equal row makes the line that it made before.
    """

    def __init__(self, besides: Sequence[Sequence[Row]]) -> None:
        self.besides = besides
        self._lines: dict[str, dict[str, tuple[Row, Any]]] = {}

    def sharing(
        self, kind: str, at: int, make: Callable[[Row], Any], before: MadeLines | None
    ) -> Callable[[Row], Any]:
        """What gives the line of a row of this kind, with its id `at` this column: the one that was made `before` of an
        equal row, or else a new one. Nothing may make a difference to `make` but the row and what is `besides`."""
        known, lines = before._lines.get(kind, {}) if before else {}, self._lines.setdefault(kind, {})

        def shared(row: Row) -> Any:  # noqa: ANN401 - of the kind's view type
            made = known.get(row[at])
            lines[row[at]] = made = made if made is not None and made[0] == row else (row, make(row))
            return made[1]

        return shared
