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
from zlp_tui.plan.view import BSN
from zlp_tui.text import same_name, sentence


def looked_days(
    context: PlanContext, lines: Sequence[AuditLine], codes: Mapping[str, str], owners: Mapping[str, str]
) -> Iterator[LookedDay]:
    """What was told on each day, the newest first; with the code of each day, an ISO date. `owners`: what the owners of
    public keys are called on this computer."""
    told = _Told(context, owners)
    for day, of_day in groupby(reversed(lines), key=lambda line: local_day(line.at)):
        sentences = dict.fromkeys(map(sentence, told.sentences(tuple(reversed(tuple(of_day))))))
        yield LookedDay(full_day_of(context, day), tuple(sentences), codes.get(day, ""))


def local_day(at: str) -> str:
    """The local date of an instant, ISO; as it is kept where that is no instant."""
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except ValueError:
        return at[:10]


class _Told:
    """Puts lines in words: persons by what they are called in the plan, keyholders too where they are in it."""

    def __init__(self, context: PlanContext, owners: Mapping[str, str]) -> None:
        self._tr = context.tr
        self._people = context.view.people
        self._owners = owners

    def sentences(self, lines: Sequence[AuditLine]) -> Iterator[str]:
        """What was told on one day."""
        tr, named = self._tr, {self._person(line.person) for line in lines if line.person and line.event != "begin"}
        wrote = {line.person for line in lines if line.digest is not None and line.event != "begin"}
        for line in lines:
            if line.event == "begin":
                yield tr("The plan was begun.") if line.person else tr("From here on zlp keeps who looked.")
            elif (apart := self._told_apart(line) or self._of_file(line)) is not None:
                yield apart
            elif line.event == "open":
                if line.keyholder is not None and (name := self._owner(line.keyholder)) not in named:
                    yield tr("{name} opened the plan.", name=name)
            elif line.on_behalf_of is not None and line.event == "change":
                yield tr("{name} wrote down what {other} said.", name=self._person(line.person),
                         other=self._person(line.on_behalf_of))
            elif line.event != "read" or line.person not in wrote:
                yield from filter(None, (_did(tr, self._person(line.person)).get(line.event),))
        if not named and any(line.event == "open" and line.keyholder is None for line in lines):
            yield tr("The plan was opened. Nobody said who looked.")

    def _told_apart(self, line: AuditLine) -> str | None:
        """What was refused, and what somebody did that is told also where they wrote."""
        tr, name = self._tr, self._person(line.person)
        if line.outcome != "done":
            return tr("{name} wanted to open something that was folded away, and may not.", name=name) if (
                line.event == "unfold"
            ) else tr("{name} wanted to write something, and may not.", name=name)
        if line.event == "read" and line.what == BSN:
            return tr("{name} looked at the whole citizen service number.", name=name)
        if line.event == "read" and line.what is not None:
            return tr("{name} was there, and showed so with the own password.", name=name)
        if line.event == "export" and line.on_behalf_of is not None:
            return self._export(line, self._person(line.on_behalf_of))
        return None

    def _export(self, line: AuditLine, reader: str) -> str:
        """For whom a file was made, and by whom where that is known and is another."""
        if line.person in (None, line.on_behalf_of):
            return self._tr("The plan was written into a file for {name}.", name=reader)
        return self._tr("{name} wrote the plan into a file for {other}.", name=self._person(line.person), other=reader)

    def _of_file(self, line: AuditLine) -> str | None:
        """What was done with the plan and its file, and by whom, where it was locked."""
        if line.keyholder is not None:
            other = self._owner(line.what, self._tr("somebody"))
            by_name = _by_keyholder(self._tr, self._owner(line.keyholder), other).get(line.event)
            if by_name is not None:
                return by_name
        return _done(self._tr).get(line.event)

    def _person(self, person: str | None) -> str:
        known = next((known.called for known in self._people if known.id == person), None)
        return known or self._tr("Somebody")

    def _owner(self, key: str | None, unknown: str = "") -> str:
        """Who has a key: what a person of that name is called in the plan, else the name that they have here."""
        name = self._owners.get(key or "")
        if name is None:
            return unknown or self._tr("somebody with a key")
        return next((known.called for known in self._people if same_name(known.name, name)), name)


def _did(tr: Catalogue, name: str) -> Mapping[AuditEvent, str]:
    """What somebody did, by event."""
    return {
        "read": tr("{name} looked into the plan.", name=name),
        "change": tr("{name} wrote in the plan.", name=name),
        "withdraw": tr("{name} took something back.", name=name),
        "undo": tr("{name} undid something.", name=name),
        "unfold": tr("{name} opened something that was folded away.", name=name),
    }


def _by_keyholder(tr: Catalogue, name: str, other: str) -> Mapping[AuditEvent, str]:
    """What a keyholder did with the plan, by event; `other` is whose key it was about."""
    return {
        "list": tr("{name} saw in the list of today what is agreed.", name=name),
        "hand-over": tr("{name} handed the plan over in a file, to {other}.", name=name, other=other),
        "take-in": tr("{name} took the plan in from a file.", name=name),
        "give-key": tr("{name} gave a key to the plan to {other}.", name=name, other=other),
        "take-key": tr("{name} took back the key of {other}.", name=name, other=other),
        "restore": tr("{name} put a copy of the plan back.", name=name),
    }


def _done(tr: Catalogue) -> Mapping[AuditEvent, str]:
    """What was done with the plan, by event, where nobody is named."""
    return {
        "list": tr("The list of today told what is agreed."),
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
