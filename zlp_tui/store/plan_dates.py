"""The dates of all plans at once, read straight with the driver: for `zlp due` and for the list of plans.

The queries say the same as `due/facts.py` does of one view; a test holds them together.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlcipher3 import dbapi2

from zlp_tui.store.connection import connect, mode_for, version_of
from zlp_tui.store.error_mapping import translated
from zlp_tui.store.file_header import holds_plans

_PLANS: Final = """
SELECT plan.plan_id, person.name,
    (SELECT max(agreed_on) FROM edition WHERE edition.plan_id = plan.plan_id),
    (SELECT max(held_on) FROM evaluation WHERE evaluation.plan_id = plan.plan_id AND withdrawn_at IS NULL)
FROM plan JOIN person ON person.plan_id = plan.plan_id AND person.kind = 'client' WHERE {those}
"""

_DETAILS: Final = """
SELECT plan_id, field, value FROM detail
WHERE withdrawn_at IS NULL AND field IN (
    'law', 'care-started-on', 'drawn-up-on', 'first-evaluation-on', 'evaluate-on', 'wlz-valid-until'
) AND {those} ORDER BY plan_id, seq
"""

_CHOICES: Final = """
SELECT plan_id, id, CASE WHEN chosen IS NULL OR NOT EXISTS (
    SELECT 1 FROM option WHERE option.plan_id = choice.plan_id AND option.id = choice.chosen
        AND option.choice = choice.id AND option.withdrawn_at IS NULL
) THEN thinking_until END, revisit_on
FROM choice WHERE withdrawn_at IS NULL AND (thinking_until IS NOT NULL OR revisit_on IS NOT NULL) AND NOT EXISTS (
    SELECT 1 FROM choice AS later
    WHERE later.plan_id = choice.plan_id AND later.replaces = choice.id AND later.withdrawn_at IS NULL
) AND {those} ORDER BY plan_id, seq
"""

_AGREEMENTS: Final = """
SELECT plan_id, id, evaluate_on FROM agreement
WHERE withdrawn_at IS NULL AND evaluate_on IS NOT NULL AND ended_on IS NULL AND NOT EXISTS (
    SELECT 1 FROM agreement AS later
    WHERE later.plan_id = agreement.plan_id AND later.replaces = agreement.id AND later.withdrawn_at IS NULL
) AND NOT EXISTS (
    SELECT 1 FROM progress {by_thing} WHERE progress.plan_id = agreement.plan_id AND progress.about = agreement.id
        AND progress.withdrawn_at IS NULL AND happened_on >= evaluate_on
) AND NOT EXISTS (
    SELECT 1 FROM evaluation WHERE evaluation.plan_id = agreement.plan_id
        AND evaluation.withdrawn_at IS NULL AND held_on >= evaluate_on
) AND {those} ORDER BY plan_id, seq
"""

_BY_THING: Final = "INDEXED BY ix_progress_about"
"""Without this, all notes of a plan are walked for each of its agreements; an older file has no such index."""

_THOSE: Final = "{table}.plan_id IN (SELECT value FROM json_each(?))"

_NOT_YET: Final = (
    "CREATE TEMP TABLE edition (plan_id, agreed_on)",
    "CREATE TEMP TABLE evaluation (plan_id, held_on, withdrawn_at)",
)
"""What a file of an older program has not: nobody agreed or looked back there. Nothing of it reaches the file."""

LIVING: Final = 2
"""The version of the tables since which these are in the file."""


class DatesOfPlan(NamedTuple):
    """One plan, whose it is, and what it says of dates: fields by id, and lines as (what, on, id)."""

    id: str
    name: str
    agreed_on: str | None
    looked_back_on: str | None
    fields: dict[str, str]
    lines: tuple[tuple[str, str, str], ...]


def dates_of_plans(path: Path, key: bytes | None = None) -> tuple[DatesOfPlan, ...]:
    """The dates of every plan; none without a file. Raises our own errors for a file that cannot be read."""
    if not holds_plans(path, key):
        return ()
    try:
        with closing(connect(path, key, mode=mode_for(path))) as connection:
            version = version_of(connection, path.name)
            if version >= LIVING:
                return dates_in(connection)
            return _older(connection) if version else ()
    except dbapi2.Error as error:
        raise translated(error) from error


def dates_in(connection: dbapi2.Connection, plans: Sequence[str] | None = None) -> tuple[DatesOfPlan, ...]:
    """The dates of these plans, or of all, in a file that is open."""
    return tuple(_plans(connection, plans, _AGREEMENTS.replace("{by_thing}", _BY_THING)))


def _older(connection: dbapi2.Connection) -> tuple[DatesOfPlan, ...]:
    for table in _NOT_YET:
        connection.execute(table)
    return tuple(_plans(connection, None, _AGREEMENTS.replace("{by_thing}", "")))


def _plans(connection: dbapi2.Connection, plans: Sequence[str] | None, agreements: str) -> Iterator[DatesOfPlan]:
    told: dict[str, dict[str, str | None]] = defaultdict(dict)
    for plan, field, value in _rows(connection, _DETAILS, "detail", plans):
        told[plan][field] = value
    lines: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for plan, ref, thinking_until, revisit_on in _rows(connection, _CHOICES, "choice", plans):
        lines[plan] += [
            (what, on, ref) for what, on in (("thinking-time", thinking_until), ("revisit", revisit_on)) if on
        ]
    for plan, ref, on in _rows(connection, agreements, "agreement", plans):
        lines[plan].append(("agreement", on, ref))
    for plan, name, agreed_on, looked_back_on in _rows(connection, _PLANS, "plan", plans):
        fields = {field: value for field, value in told[plan].items() if value is not None}
        yield DatesOfPlan(plan, name, agreed_on, looked_back_on, fields, tuple(lines[plan]))


def _rows(
    connection: dbapi2.Connection, query: str, table: str, plans: Sequence[str] | None
) -> Iterator[tuple[Any, ...]]:
    those = "true" if plans is None else _THOSE.format(table=table)
    values = () if plans is None else (json.dumps(plans),)
    yield from connection.execute(query.format(those=those), values)
