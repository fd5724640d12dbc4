"""The queries that read plans, from `compiled/<dialect>.json` (`make generated`): reading needs no SQLAlchemy."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from zlp_tui.plan.queries.column_shapes import Shape

COMPILED: Final = Path(__file__).with_name("compiled")
"""Where the queries are, a file for each dialect."""


class Query(NamedTuple):
    """One query: its SQL, with the names of its values, and the names of the columns that it gives."""

    sql: str
    columns: tuple[str, ...]
    shapes: Mapping[str, Shape] = MappingProxyType({})
    """How the values of columns are read, where they are more than text or a number."""


def query_named(name: str, dialect: str) -> Query:
    """One of the compiled queries; KeyError for a name that there is not."""
    return _queries(dialect)[name]


@cache
def _queries(dialect: str) -> Mapping[str, Query]:
    compiled: dict[str, dict[str, Any]] = json.loads((COMPILED / f"{dialect}.json").read_text(encoding="utf-8"))
    return {
        name: Query(query["sql"], tuple(query["columns"]), query.get("shapes", {})) for name, query in compiled.items()
    }
