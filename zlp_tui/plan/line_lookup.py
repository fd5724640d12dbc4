"""Any line of a plan by its id, with its kind: one walk over the view, by the declarations in `kinds.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import parts_of, top_kinds
from zlp_tui.plan.view import Grant, PlanView, Voice


class FoundLine(NamedTuple):
    """One line of a plan: its kind, the line, and the line it is part of, if any."""

    kind: Kind
    line: Any
    whole: FoundLine | None = None

    @property
    def words(self) -> str:
        """What was said in it; empty for a line without words."""
        return str(getattr(self.line, self.kind.words or "", None) or "")

    @property
    def voice(self) -> Voice | None:
        """Who said it: its own voice, else that of what it is part of."""
        own: Voice | None = getattr(self.line, "voice", None)
        return own or (self.whole.voice if self.whole else None)

    @property
    def domain(self) -> str | None:
        """The life domain it belongs to: its own, else that of what it is part of."""
        own: str | None = getattr(self.line, "domain", None)
        return own or (self.whole.domain if self.whole else None)


def lines_in(view: PlanView) -> Iterator[FoundLine]:
    """All lines of a plan and their parts, in the order of the kinds."""
    for kind in top_kinds():
        for line in getattr(view, kind.place):
            yield from _with_parts(FoundLine(kind, line))


def find_line(view: PlanView, ref: str) -> FoundLine | None:
    """The line with this id; None when the view has none."""
    paths = (_path_to(ref, kind, getattr(view, kind.place)) for kind in top_kinds())
    found: FoundLine | None = None
    for kind, line in next(filter(None, paths), ()):
        found = FoundLine(kind, line, found)
    return found


def _path_to(ref: str, kind: Kind, lines: Iterable[Any]) -> tuple[tuple[Kind, Any], ...]:
    """The line with this id after the lines that it is part of; nothing where it is not among these and their parts."""
    for line in lines:
        if getattr(line, "id", None) == ref:
            return ((kind, line),)
        for part in _parts_in_view(kind.name):
            if found := _path_to(ref, part, getattr(line, part.place)):
                return ((kind, line), *found)
    return ()


@cache
def _parts_in_view(kind: str) -> tuple[Kind, ...]:
    return tuple(part for part in parts_of(kind) if part.view is not None)


def line_words(view: PlanView, ref: str) -> str:
    """What was said in the line with this id; empty when the view has none, or it has no words."""
    found = find_line(view, ref)
    return found.words if found else ""


def line_domain(view: PlanView, ref: str | None) -> str | None:
    """The life domain that the line with this id belongs to: its own, else that of what it is part of. None where it
    has none, or is not there."""
    found = find_line(view, ref) if ref else None
    return found.domain if found else None


def closing_of(view: PlanView, ref: str) -> Grant | None:
    """The grant by which a line is closed to all but the client and who said it, in whatever wording; None for none."""
    first = ref
    while (found := find_line(view, first)) is not None and getattr(found.line, "replaces", None):
        first = str(found.line.replaces)
    return next((grant for grant in view.grants if grant.person is None and grant.scope == f"line:{first}"), None)


def _with_parts(found: FoundLine) -> Iterator[FoundLine]:
    yield found
    for kind in _parts_in_view(found.kind.name):
        for line in getattr(found.line, kind.place):
            yield from _with_parts(FoundLine(kind, line, found))
