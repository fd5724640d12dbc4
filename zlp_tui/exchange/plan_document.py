"""The whole plan as JSON: lossless, with every note and with the plan as it was agreed on each time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from zlp_tui.due.due_dates import next_evaluation
from zlp_tui.due.facts import facts_of
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.json_text import json_text
from zlp_tui.plan.serialization import ShownPlan, as_json, narrow
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.view import Detail

EXPORT_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class ExportedEdition:
    """The plan as it was agreed on, by its number. Notes and conversations of then stand in the plan of now alone."""

    number: int
    plan: ShownPlan


@dataclass(frozen=True, slots=True)
class ExportedPlan:
    """What `zlp export PLAN json` writes: the plan as `zlp show --json` prints it, as far as `reader`, a person's id,
    may see it, and the plan as it was agreed on each time, oldest first. `made_at` is an instant. `filled_in` is what
    stands in fields, which `plan` has without ids and without how a day was said."""

    export_version: Literal[1]
    made_at: str
    reader: str
    plan: ShownPlan
    filled_in: tuple[Detail, ...] = ()
    editions: tuple[ExportedEdition, ...] = ()


def plan_document(source: ExportSource) -> bytes:
    """The document, in UTF-8."""
    facts = facts_of(source.view, source.context.today)
    document = {
        "export_version": EXPORT_VERSION,
        "made_at": instant(source.made_at),
        "reader": source.reader.id,
        "plan": as_json(source.view, next_evaluation(facts, source.rules) if source.rules else None),
        "filled_in": [asdict(detail) for detail in source.view.details],
        "editions": [{"number": then.number, "plan": as_json(then.view)} for then in source.read_editions()],
    }
    return json_text(document).encode()


def schema() -> dict[str, Any]:
    """The JSON Schema of the document: every key is required, and no other is allowed."""
    from pydantic import TypeAdapter

    from zlp_tui.plan.published_schema import published

    document = published(TypeAdapter(ExportedPlan), "zlp export PLAN json")
    narrow(document["$defs"]["ShownPlan"]["properties"])
    return document
