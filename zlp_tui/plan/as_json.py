"""The view as `zlp show PLAN --json` prints it. Its schema is `docs/schema/show.schema.json`; keys are never changed.

Most lines of the view are printed with all their fields under their own names. What differs is written out here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Final

from zlp_tui.plan.view import Agreement, Attendance, Evaluation, NextEvaluation, PlanView, standing

SHOW_VERSION: Final = 1

RENAMED: Final = {(Agreement, "from_"): "from", (Attendance, "since"): "from", (Attendance, "until"): "to"}
"""Names that are Python's own, or that a reader of JSON expects otherwise."""

TOP: Final = (
    "id", "client", "address", "law", "care_started_on", "drawn_up_on", "drawn_up_with", "first_evaluation_on",
    "notices", "details", "how_we_talk", "people", "domains", "statements", "read_backs", "choices", "goals",
    "agreements", "progress", "conversations", "remarks", "disagreements",
)
"""The fields of the view that are printed under their own names, in this order."""


def as_json(view: PlanView, next_evaluation: NextEvaluation | None = None) -> dict[str, object]:
    """The plan as plain dictionaries, lists, texts and numbers; every key is always there.

    When to look back next follows from the plan and the law (`due/`), so whoever knows the law gives it.
    """
    shown: dict[str, object] = {"show_version": SHOW_VERSION}
    for name in TOP:
        shown[name] = _plain(getattr(view, name))
        if name == "how_we_talk":
            shown["deciding"] = {"role": view.deciding_role, "decider": view.decider}
    shown["evaluations"] = [_evaluation(view, evaluation) for evaluation in view.evaluations]
    shown["editions"] = _plain(view.agreed_editions)
    shown["next_evaluation"] = _plain(next_evaluation or NextEvaluation())
    return shown


def _evaluation(view: PlanView, evaluation: Evaluation) -> dict[str, object]:
    """An evaluation; `answers` are the ids of what was said in it, by topic and step."""
    answers: dict[str, list[str]] = {}
    for said in standing(view.statements):
        if said.about == evaluation.id:
            answers.setdefault(f"{said.topic}/{said.step}", []).append(said.id)
    shown = {one.name: _plain(getattr(evaluation, one.name)) for one in fields(evaluation)}
    return shown | {"answers": answers}


def _plain(value: object) -> object:
    if is_dataclass(value):
        kind = type(value)
        return {RENAMED.get((kind, f.name), f.name): _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
