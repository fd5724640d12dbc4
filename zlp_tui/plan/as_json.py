"""The view as `zlp show PLAN --json` prints it. Its schema is `docs/schema/show.schema.json`; keys are never changed.

Most lines of the view are printed with all their fields under their own names. What differs is written out here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Final

from zlp_tui.plan.view import Agreement, Attendance, PlanView

SHOW_VERSION: Final = 1

RENAMED: Final = {(Agreement, "from_"): "from", (Attendance, "since"): "from", (Attendance, "until"): "to"}
"""Names that are Python's own, or that a reader of JSON expects otherwise."""

TOP: Final = (
    "id", "client", "address", "law", "care_started_on", "drawn_up_on", "drawn_up_with", "first_evaluation_on",
    "notices", "details", "how_we_talk", "people", "domains", "statements", "read_backs", "choices", "goals",
    "agreements", "progress", "conversations",
)
"""The fields of the view that are printed under their own names, in this order."""


def as_json(view: PlanView) -> dict[str, object]:
    """The plan as plain dictionaries, lists, texts and numbers; every key is always there."""
    shown: dict[str, object] = {"show_version": SHOW_VERSION}
    for name in TOP:
        shown[name] = _plain(getattr(view, name))
        if name == "how_we_talk":
            shown["deciding"] = {"role": view.deciding_role, "decider": view.decider}
    return shown


def _plain(value: object) -> object:
    if is_dataclass(value):
        kind = type(value)
        return {RENAMED.get((kind, f.name), f.name): _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
