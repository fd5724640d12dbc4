"""Who looked into a plan and what they did there, by day, in plain sentences: what its log tells, without any words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import Final

from zlp_tui.conversation.ports.history_queries import LookedDay
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.i18n import message
from zlp_tui.plan.audit_line import AuditEvent, AuditLine
from zlp_tui.text import sentence

_BY_SOMEBODY: Final[Mapping[AuditEvent, str]] = MappingProxyType({
    "read": message("{name} looked into the plan."),
    "change": message("{name} wrote in the plan."),
    "withdraw": message("{name} took something back."),
    "undo": message("{name} undid something."),
    "unfold": message("{name} opened something that was folded away."),
})
"""What somebody did, by event."""
_DONE: Final[Mapping[AuditEvent, str]] = MappingProxyType({
    "hand-over": message("The plan was handed over in a file."),
    "take-in": message("The plan was taken in from a file."),
    "give-key": message("Somebody was given a key to the plan."),
    "take-key": message("A key to the plan was taken back."),
    "new-key": message("The plan got a new lock."),
    "export": message("The plan was written into another file."),
    "backup": message("A copy of the plan was made."),
    "restore": message("A copy of the plan was put back."),
    "erase": message("Words were removed for good."),
})
"""What was done with the plan, by event."""


def looked_days(context: PlanContext, lines: Sequence[AuditLine], codes: Mapping[str, str]) -> Iterator[LookedDay]:
    """What was told on each day, the newest first; with the code of each day, an ISO date."""
    for day, of_day in groupby(reversed(lines), key=lambda line: local_day(line.at)):
        told = tuple(reversed(tuple(of_day)))
        sentences = dict.fromkeys(map(sentence, _sentences(context, told)))
        yield LookedDay(full_day_of(context, day), tuple(sentences), codes.get(day, ""))


def local_day(at: str) -> str:
    """The local date of an instant, ISO; as it is kept where that is no instant."""
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except ValueError:
        return at[:10]


def _sentences(context: PlanContext, lines: Sequence[AuditLine]) -> Iterator[str]:
    tr = context.tr
    wrote = {line.person for line in lines if line.event in _BY_SOMEBODY and line.event != "read"}
    if any(line.event == "open" for line in lines) and not any(line.person for line in lines):
        yield tr("The plan was opened. Nobody said who looked.")
    for line in lines:
        if line.event == "begin":
            yield tr("The plan was begun.") if line.person else tr("From here on zlp keeps who looked.")
        elif line.outcome != "done":
            yield tr("{name} wanted to write something, and may not.", name=_name(context, line.person))
        elif line.event in _DONE:
            yield tr(_DONE[line.event])
        elif line.on_behalf_of is not None and line.event == "change":
            yield tr("{name} wrote down what {other} said.", name=_name(context, line.person),
                     other=_name(context, line.on_behalf_of))
        elif line.event in _BY_SOMEBODY and (line.event != "read" or line.person not in wrote):
            yield tr(_BY_SOMEBODY[line.event], name=_name(context, line.person))


def _name(context: PlanContext, person: str | None) -> str:
    known = next((known.called for known in context.view.people if known.id == person), None)
    return known or context.tr("Somebody")
