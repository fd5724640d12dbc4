"""A whole plan written at once, with the ids that it had elsewhere: what an import does.

A new column or kind comes along by itself (`line_columns.py`). Every row is added by `changes.add`, with its Change and
its number; who said what stays who said it. What became of a line before, what was taken back, drafts, and the log of
who looked are no part of a view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from zlp_tui.plan.audit_line import AuditEntry, ChangeValues
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import kind_of, parts_of, top_kinds
from zlp_tui.plan.serialization import as_json, from_json
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import plans
from zlp_tui.plan.tables.columns import OwnedRow
from zlp_tui.plan.tables.imported.left_out import left_out
from zlp_tui.plan.tables.imported.line_columns import (
    columns_of_line,
    deciders_kept,
    references_of,
    rows_of_kinds,
    when_kept,
)
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.timestamps import day
from zlp_tui.plan.transaction import ColumnValue, Transaction
from zlp_tui.plan.upcasters import Document
from zlp_tui.plan.view import (
    Choice,
    Conversation,
    Detail,
    LifeDomain,
    Person,
    PlanView,
    SmallStep,
    Statement,
    Voice,
)
from zlp_tui.text import folded

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FIRST: Final = ("person", "conversation", "detail", "life_domain", "notice")
"""The kinds that others refer to, and those without a number, before all that has one."""
_LAST: Final = ("read_back", "edition")

_DAYS: Final = ("said_on", "on", "given_on", "held_on", "shown_on")
"""The fields that tell on which day a line was said."""

Editions = Mapping[int, Document]
"""The whole plan as it was printed when it was agreed on, by number of the edition."""


class _TakingOver(Act):
    """The act of an import: all of it is one line in the log, and nobody's answer."""

    def tell(self, change: ChangeValues, *, withdraws: bool) -> None:
        """Tell of one Change in the log."""
        self.session.tell(AuditEntry(self.plan_id, self.instant, "take-in", changes=(change,)))


def take_over(
    session: Transaction, view: PlanView, agreed: Editions, *, at: datetime, today: date, new_id: Callable[[], str]
) -> None:
    """Write a plan as it stood elsewhere. `Refused` when a rule of the tables does not allow it, `StoreDamaged` when
    an edition makes no sense."""
    act = _TakingOver(session, view.id, view.client, None, at, today, new_id, new_id(), pack="")
    _Writer(act, view, agreed).write()


@dataclass(frozen=True)
class _Later:
    """References to rows that were not there yet."""

    row: type[OwnedRow]
    id: str
    values: Mapping[str, ColumnValue]


class _Writer:
    """One pass over a plan. A reference to a row that is still to come is filled in at the end."""

    def __init__(self, act: Act, view: PlanView, agreed: Editions) -> None:
        self._act = act
        self._view = view
        self._agreed = agreed
        self._written: set[ColumnValue] = {view.id}
        self._later: list[_Later] = []
        self._talks = {talk.id: talk for talk in view.conversations}

    def write(self) -> None:
        """Write everything."""
        own = columns_of_line(kind_of("plan"), self._view)
        changes.add(
            self._act, plans.PlanRow, id=self._view.id, **own, number=plans.next_number(self._act.session)
        )
        for former in self._view.former_people:
            self._add(kind_of("person"), former, withdrawn_at=self._act.instant)
        for name in _FIRST[:2]:
            self._add_all(kind_of(name))
        for name, ref, values in left_out(self._view, self._act):
            changes.add(self._act, rows_of_kinds()[name], id=ref, **values, withdrawn_at=self._act.instant)
            self._written.add(ref)
        for name in _FIRST[2:]:
            self._add_all(kind_of(name))
        for kind, line in _numbered(self._view):
            self._add(kind, line, with_parts=kind.name != "evaluation")
        for looked_back in self._view.evaluations:  # on what was said while it went on, too
            self._add_parts(kind_of("evaluation"), looked_back, looked_back.id)
        for name in _LAST:
            self._add_all(kind_of(name))
        for later in self._later:
            changes.alter(self._act, later.row, later.id, **later.values)

    def _add_all(self, kind: Kind) -> None:
        for line in getattr(self._view, kind.place):
            if line != LifeDomain(getattr(line, "id", "")):
                self._add(kind, line)

    def _add(self, kind: Kind, line: DataclassInstance, *, with_parts: bool = True, **more: ColumnValue) -> None:
        """Add a line, then its parts."""
        row, ref = rows_of_kinds()[kind.name], self._id_of(kind, line)
        number = getattr(line, "number", None)
        if kind.name != "edition" or number in self._agreed:
            values = columns_of_line(kind, line) | self._beside(kind, line) | more
            later = {name: value for name, value in values.items()
                     if value is not None and value not in self._written and name in references_of(row)}
            changes.add(self._said_by(line), row, id=ref, **values | dict.fromkeys(later))
            self._written.add(ref)
            if later:
                self._later.append(_Later(row, ref, later))
        if with_parts:
            self._add_parts(kind, line, number if kind.name == "edition" else ref)

    def _add_parts(self, kind: Kind, line: DataclassInstance, whole: ColumnValue) -> None:
        for part in parts_of(kind.name):
            for piece in getattr(line, part.place):
                self._add(part, piece, with_parts=True, **{part.parent_column: whole})

    def _said_by(self, line: DataclassInstance) -> Act:
        """The act of whose words a line holds, so that it stays theirs, also to read (`heard.py`); and of when it was
        said, where the line tells that: when its conversation began, or the noon of its day."""
        voice = getattr(line, "voice", None)
        act = replace(self._act, by=voice.id) if isinstance(voice, Voice) else self._act
        talk = line if isinstance(line, Conversation) else self._talks.get(getattr(line, "conversation", None) or "")
        on = next((date.fromisoformat(on) for name in _DAYS if (on := getattr(line, name, None))), None)
        began = datetime.fromisoformat(talk.started) if talk is not None else None
        said = began or (datetime.combine(on, time(12)).astimezone() if on else None)
        if said is None or said >= self._act.at:
            return act
        return replace(act, at=said, today=on or said.astimezone().date())

    def _id_of(self, kind: Kind, line: DataclassInstance) -> str:
        """The id that the row had, where a line tells it."""
        told = getattr(line, "id", None)
        return str(told) if told is not None and kind.name != "notice" else self._act.new_id()

    def _beside(self, kind: Kind, line: object) -> dict[str, ColumnValue]:
        """Columns that no field of the line is read from as it is."""
        match line:
            case Person(name=name):
                return {"folded": folded(name)}
            case Conversation(started=started, resume=place):
                told = (place.topic, place.step, place.item) if place else (None, None, None)
                on = datetime.fromisoformat(started).astimezone().date()
                where = dict(zip(("resume_topic", "resume_step", "resume_item"), told, strict=True))
                return {"started_on": day(on), **where}
            case Statement(topic=topic, step=step, prompt=wording):
                return {"prompt": statements.prompt_of(self._act, topic, step, wording)}
            case Detail():
                return {"said_on": self._act.day, "voice": line.voice.id if line.voice else self._view.client}
            case Choice(deciders=deciders):
                return deciders_kept(deciders)
            case SmallStep(when=when):
                return when_kept(when)
            case _ if kind.name == "edition":
                document = self._agreed[getattr(line, "number")]  # noqa: B009 - an edition has one
                return editions.in_two_parts(as_json(from_json(document).view))
            case _:
                return {}


def _numbered(view: PlanView) -> Iterator[tuple[Kind, Any]]:
    """All lines that have a number, in their order."""
    kinds = [kind for kind in top_kinds() if kind.name not in (*_FIRST, *_LAST)]
    lines = [(line.seq, kind, line) for kind in kinds for line in getattr(view, kind.place)]
    for _, kind, line in sorted(lines, key=lambda numbered: numbered[0]):
        yield kind, line
