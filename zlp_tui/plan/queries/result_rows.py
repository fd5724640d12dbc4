"""Lines of columns as they were read, and what is needed to put them together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from zlp_tui.plan.view import Person, Voice

ResultRow = Sequence[Any]
"""The columns of one row, as its select names them."""

ResultRows = Mapping[str, Sequence[ResultRow]]
"""The lines of each table, by its name, in the order in which they were kept."""

Voices = Mapping[str, Voice]
People = Mapping[str, Person]


def among(kept: str, known: Collection[str]) -> tuple[str, ...]:
    """The ids of a list kept in one column, without those that were taken back."""
    return tuple(ref for ref in _refs(kept) if ref in known) if kept != "[]" else ()


@lru_cache(maxsize=256)
def _refs(kept: str) -> tuple[str, ...]:
    """The same people sit together for years."""
    return tuple(json.loads(kept))


def grouped(lines: Sequence[ResultRow]) -> dict[Any, list[ResultRow]]:
    """Lines by their first column, what they belong to."""
    groups: dict[Any, list[ResultRow]] = defaultdict(list)
    for line in lines:
        groups[line[0]].append(line)
    return groups
