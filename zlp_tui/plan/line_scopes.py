"""Where a line of the plan belongs: its topic and its life domain, by which it is seen and written."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final

from zlp_tui.plan.access import Scope, scope_topic
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.view import DOMAINS, WEIGHED


def scope_of(kind: Kind, line: object) -> Scope:
    """The topic and the life domain that a line of the plan belongs to."""
    return Scope(*scope_getter(kind.name)(line))


@cache
def scope_getter(kind: str) -> Callable[[Any], tuple[str, str | None]]:
    """What gives the scope of a line of this kind, as a pair."""
    topic, domain = kind_of(kind).topic, kind_of(kind).domain
    match kind:
        case "statement":
            return attrgetter("topic", "domain")
        case "detail":
            return lambda detail: (scope_topic(detail.topic, detail.field), _domain_asked(detail.field))
        case "read_back":
            return lambda read_back: (f"{read_back.chapter}-read-back", None)
        case _ if topic is None:
            raise LookupError(f"lines of kind {kind} have no scope")
        case _ if domain is None:
            return lambda line: (topic, None)
        case _:
            return lambda line: (topic, getattr(line, domain))


def _domain_asked(name: str) -> str | None:
    """The life domain that a field tells of by its name: whether a sensitive one may be talked about (V96)."""
    domain = name.removeprefix("leave-")
    return domain if domain in DOMAINS else None


_OF_A_LINE: Final = ("hopes-", "goes-on-", "now-", "waited-", "looked-at-", WEIGHED)
"""How the name of a field begins that ends in the id of a line."""
_ID_LENGTH: Final = 36
"""Characters of an id: what a field is named after may be followed by more."""


def line_asked(name: str) -> str | None:
    """The line that a field tells of by its name: a goal of which hopes were said, an agreement that goes on."""
    begins = (kind for kind in _OF_A_LINE if name.startswith(kind))
    return next((name.removeprefix(kind)[:_ID_LENGTH] for kind in begins), None)
