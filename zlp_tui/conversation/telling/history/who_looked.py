"""Who looked into a plan and what they did there, by day, in plain sentences: what its log tells, without any words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from zlp_tui.conversation.ports.history_queries import LookedDay
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.audit_line import AuditEvent, AuditLine
from zlp_tui.text import sentence


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
    done, wrote = _done(tr), {line.person for line in lines if line.digest is not None and line.event != "begin"}
    for line in lines:
        if line.event == "begin":
            yield tr("The plan was begun.") if line.person else tr("From here on zlp keeps who looked.")
        elif line.outcome != "done":
            yield tr("{name} wanted to write something, and may not.", name=_name(context, line.person))
        elif line.event == "export" and line.on_behalf_of is not None:
            yield tr("The plan was written into a file for {name}.", name=_name(context, line.on_behalf_of))
        elif line.event in done:
            yield done[line.event]
        elif line.on_behalf_of is not None and line.event == "change":
            yield tr("{name} wrote down what {other} said.", name=_name(context, line.person),
                     other=_name(context, line.on_behalf_of))
        elif line.event != "open" and (line.event != "read" or line.person not in wrote):
            yield from filter(None, (_did(tr, _name(context, line.person)).get(line.event),))
    if {line.event for line in lines} >= {"open"} and not any(line.person for line in lines if line.event != "begin"):
        yield tr("The plan was opened. Nobody said who looked.")


def _did(tr: Catalogue, name: str) -> Mapping[AuditEvent, str]:
    """What somebody did, by event."""
    return {
        "read": tr("{name} looked into the plan.", name=name),
        "change": tr("{name} wrote in the plan.", name=name),
        "withdraw": tr("{name} took something back.", name=name),
        "undo": tr("{name} undid something.", name=name),
        "unfold": tr("{name} opened something that was folded away.", name=name),
    }


def _done(tr: Catalogue) -> Mapping[AuditEvent, str]:
    """What was done with the plan, by event."""
    return {
        "hand-over": tr("The plan was handed over in a file."),
        "take-in": tr("The plan was taken in from a file."),
        "give-key": tr("Somebody was given a key to the plan."),
        "take-key": tr("A key to the plan was taken back."),
        "new-key": tr("The plan got a new lock."),
        "export": tr("The plan was written into another file."),
        "backup": tr("A copy of the plan was made."),
        "restore": tr("A copy of the plan was put back."),
        "erase": tr("Words were removed for good."),
    }


def _name(context: PlanContext, person: str | None) -> str:
    known = next((known.called for known in context.view.people if known.id == person), None)
    return known or context.tr("Somebody")
