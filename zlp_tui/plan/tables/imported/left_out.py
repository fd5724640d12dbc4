"""Lines that were taken back and are still named by others: a plan that comes from elsewhere has no words of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from zlp_tui.plan.kind_declaration import ANY, Kind
from zlp_tui.plan.kinds import kind_of, parts_of, top_kinds
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import PlanView

WORDS: Final = "…"
"""Stands for words that were taken back."""

LeftOut = tuple[str, str, dict[str, ColumnValue]]
"""The kind of a line, its id, and the least that its row must hold."""


def left_out(view: PlanView, act: Act) -> Iterator[LeftOut]:
    """What is named in a plan and does not stand in it, each once."""
    there = {ref for kind in top_kinds() for line in getattr(view, kind.place) for ref in _ids(kind, line)}
    there |= {person.id for person in view.former_people}
    for kind in top_kinds():
        for line in getattr(view, kind.place):
            for ref, name in _named(kind, line):
                if ref not in there:
                    there.add(ref)
                    yield name, ref, _least(name, view.client, act)


def _ids(kind: Kind, line: Any) -> Iterator[str]:  # noqa: ANN401 - of any kind
    """The ids of a line and of its parts."""
    yield getattr(line, "id", "")
    for part in parts_of(kind.name):
        for piece in getattr(line, part.place):
            yield from _ids(part, piece)


def _named(kind: Kind, line: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - of any kind
    """The ids of lines that may have been taken back, with the kind that each must be of."""
    for reference in kind.references:
        name = "remark" if reference.to == ANY else reference.to[0]
        if not reference.in_view and name in _KINDS and (ref := getattr(line, reference.field)) is not None:
            yield str(ref), name
    for part in parts_of(kind.name):
        for piece in getattr(line, part.place):
            yield from _named(part, piece)


_KINDS: Final = ("statement", "choice", "goal", "agreement", "evaluation", "conversation", "remark")


def _least(name: str, client: str, act: Act) -> dict[str, ColumnValue]:
    said: dict[str, ColumnValue] = {"voice": client, kind_of(name).words or "": WORDS}
    match name:
        case "goal":
            return said | {"status": "stopped", "follows_from": "[]"}
        case "agreement":
            return said | {"follows_from": "[]"}
        case "evaluation":
            return {"held_on": act.day, "present": "[]"}
        case "conversation":
            return {"started": act.instant, "started_on": act.day}
        case "remark":
            return said | {"kind": "remark", "said_on": act.day}
        case _:
            return said
