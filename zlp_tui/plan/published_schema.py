"""JSON Schemas as they are published in `docs/schema/`: made from the types by pydantic, closed, dates described."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import TypeAdapter

DATE: Final = r"^\d{4}-\d{2}-\d{2}$"
INSTANT: Final = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"

DATES: Final = frozenset({"on", "thinking_until", "evaluate_on"})
INSTANTS: Final = frozenset({"started", "ended", "withdrawn_at"})


def published(adapter: TypeAdapter[Any], title: str) -> dict[str, Any]:
    """The schema of what an adapter prints: every key is required, no other is allowed, dates have their pattern."""
    schema = adapter.json_schema(mode="serialization", by_alias=True)
    for node in _objects(schema):
        node["additionalProperties"] = False
        node["required"] = sorted(node["properties"])
        for name, of in node["properties"].items():
            of.pop("default", None)
            of.pop("title", None)
            if name in DATES or name.endswith("_on"):
                _describe(of, DATE)
            elif name in INSTANTS:
                _describe(of, INSTANT)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _objects(node: object) -> Iterator[dict[str, Any]]:
    """All parts of a schema that describe an object with named keys."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield node
        for value in node.values():
            yield from _objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from _objects(value)


def _describe(of: dict[str, Any], pattern: str) -> None:
    for kind in (of, *of.get("anyOf", ())):
        if kind.get("type") == "string":
            kind["pattern"] = pattern
