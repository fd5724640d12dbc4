"""Rows of columns, as `selects.py` reads them, put together into the view of a whole plan, before anybody sees it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import kind_of, parts_of, top_kinds
from zlp_tui.plan.queries.made_lines import MadeLines, Row
from zlp_tui.plan.readable import Unfiltered
from zlp_tui.plan.view import (
    DOMAINS,
    PROFESSIONAL_KINDS,
    Consent,
    Detail,
    Edition,
    LifeDomain,
    Person,
    Place,
    PlanView,
    Tally,
    Task,
    Voice,
    When,
)

Getter = Callable[[Row], Any]
"""What gives the value of a field from a row."""


class Rows(NamedTuple):
    """What one query gave: the names of its columns, and its rows in the order in which they were kept."""

    columns: tuple[str, ...]
    rows: Sequence[Row]

    def at(self, column: str) -> int:
        """Where a column stands in a row."""
        return self.columns.index(column)

    def pairs(self, first: str, second: str) -> Iterator[tuple[Any, Any]]:
        """Two columns of every row."""
        yield from map(itemgetter(self.at(first), self.at(second)), self.rows)


TOLD_BESIDES: Final = ("person", "evaluation", "look_back")
"""The queries that tell something of lines without parts of other kinds: who said it, and what is no longer so."""


def assembled(
    plan_id: str, results: Mapping[str, Rows], before: MadeLines | None = None
) -> tuple[Unfiltered, MadeLines]:
    """The view of one plan, and its lines for the next reading; `before` are those of the one before.

    `ValueError`, `KeyError`, `TypeError` or `StopIteration` when its rows make no sense.
    """
    assembler = _Assembler(results, before)
    content: dict[str, Any] = {kind.place: assembler.standing(kind) for kind in top_kinds()}
    (plan,) = results["plan"].rows
    own = dict(zip(results["plan"].columns, plan, strict=True))
    view = PlanView(
        id=plan_id,
        client=next(person.id for person in content["people"] if person.kind == "client"),
        address=own["address"],
        deciding_role=own["deciding_role"],
        deciders=_deciders(own["decider"], own["others_deciding"]),
        deciding_by=own["deciding_by"],
        ended_on=own["ended_on"],
        ended_because=own["ended_because"],
        ended_by=own["ended_by"],
        drawn_up_with=_ids(own["drawn_up_with"]),
        drawn_up_by=own["drawn_up_by"],
        tallies={about: Tally.counted(*counts) for about, *counts in results["tallies"].rows if any(counts)},
        former_people=assembler.former_people(),
        **content,
    )
    stored = Unfiltered(view, tuple(assembler.withdrawn()), assembler.wholes(), assembler.parts_apart())
    return stored, assembler.lines


@cache
def _kinds_of_parts() -> tuple[Kind, ...]:
    """The kinds whose lines are parts, and have an id."""
    parts = [part for top in top_kinds() for part in parts_of(top.name)]
    parts += [part for kind in parts for part in parts_of(kind.name)]
    return tuple(kind for kind in parts if kind.parent != "edition")


class _Assembler:
    """Makes lines of rows. What a kind has of its own stands in `_special` and `_complete`."""

    def __init__(self, results: Mapping[str, Rows], before: MadeLines | None) -> None:
        self._results = results
        self.lines = MadeLines([results[name].rows for name in TOLD_BESIDES])
        self._before = before if before is not None and before.besides == self.lines.besides else None
        self._voices = {person: Voice(person, name) for person, name in results["person"].pairs("id", "name")}
        self._kinds_of_people = dict(results["person"].pairs("id", "kind"))
        self._makers: dict[str, Callable[[Row], Any]] = {}
        self._parts: dict[str, dict[Any, list[Row]]] = {}
        self._newest = {agreement: newest for agreement, *newest in results["newest-notes"].rows}
        self._ended = self._no_longer_so()

    def standing(self, kind: Kind) -> tuple[Any, ...]:
        """The lines of a kind that stand in the view."""
        rows = self._results[kind.name].rows if kind.stays_in_view else self._kept(kind)
        return self._complete(kind, tuple(map(self._maker(kind), rows) if rows else ()))

    def withdrawn(self) -> Iterator[tuple[str, Any]]:
        """The lines that were taken back and are not in the view, by kind."""
        for kind in top_kinds():
            if not kind.stays_in_view:
                gone = self._rows(kind, taken_back=True)
                yield from ((kind.name, self.line(kind, row)) for row in gone)
        details = tuple(self.line(kind_of("detail"), row) for row in self._kept(kind_of("detail")))
        stands = {detail.id for detail in _last_filled_in(details)}
        yield from (("detail", detail) for detail in details if detail.id not in stands)  # filled in anew since

    def former_people(self) -> tuple[Person, ...]:
        """Who was taken back from the plan."""
        return tuple(self.line(kind_of("person"), row) for row in self._rows(kind_of("person"), taken_back=True))

    def wholes(self) -> dict[str, str]:
        """The ids of all parts, with the id of the line that each is part of."""
        return {part: whole for kind in _kinds_of_parts() for part, whole in self._parts_with_whole(kind)}

    def parts_apart(self) -> frozenset[str]:
        """The ids of the parts with a scope of their own."""
        apart = (kind for kind in _kinds_of_parts() if not kind.has_scope_of_whole)
        return frozenset(part for kind in apart for part, _ in self._parts_with_whole(kind))

    def _parts_with_whole(self, kind: Kind) -> Iterable[tuple[Any, Any]]:
        return self._results[kind.name].pairs("id", kind.parent_column)

    def line(self, kind: Kind, row: Row) -> Any:  # noqa: ANN401 - of the kind's view type
        """One line, with its parts."""
        return self._maker(kind)(row)

    def _maker(self, kind: Kind) -> Callable[[Row], Any]:
        """What makes a line of this kind of its row: all of its columns in one go, then the fields that are more."""
        if kind.name not in self._makers:
            view_type, sources = kind.view_type(), tuple(self._sources_of(kind))
            columns = _taken([source if isinstance(source, int) else 0 for source in sources])
            others = [(field, source) for field, source in enumerate(sources) if not isinstance(source, int)]

            def made(row: Row) -> Any:  # noqa: ANN401 - of the kind's view type
                values = [*columns(row)]
                for field, get in others:
                    values[field] = get(row)
                return view_type(*values)

            has_parts, at = bool(parts_of(kind.name)), self._results[kind.name].at("id")
            maker = made if has_parts else self.lines.sharing(kind.name, at, made, self._before)
            self._makers[kind.name] = maker
        return self._makers[kind.name]

    def _kept(self, kind: Kind) -> Iterable[Row]:
        return self._rows(kind, taken_back=False)

    def _rows(self, kind: Kind, *, taken_back: bool) -> Iterable[Row]:
        """The rows of a kind that were taken back, or those that were not."""
        result = self._results[kind.name]
        if "withdrawn_at" not in result.columns:
            return () if taken_back else result.rows
        at = result.at("withdrawn_at")
        return [row for row in result.rows if (row[at] is not None) is taken_back]

    def _pieces(self, part: Kind, whole: object) -> Sequence[Row]:
        """The rows of a part that stand, of one line."""
        if part.name not in self._parts:
            self._parts[part.name] = _grouped(self._kept(part), self._results[part.name].at(part.parent_column))
        return self._parts[part.name].get(whole, ())

    def _sources_of(self, kind: Kind) -> Iterator[int | Getter]:
        """Where each field of a kind comes from, in the order of its view type: a column as it is, or more than that.
        """
        columns, parts = self._results[kind.name], {part.place: part for part in parts_of(kind.name)}
        for name, declared in kind.view_type().__dataclass_fields__.items():
            if (kind.name, name) in self._special:
                yield self._special[kind.name, name](self, columns)
            elif name in parts:
                yield self._part_getter(parts[name], columns.at("number" if kind.name == "edition" else "id"))
            else:
                yield self._column_source(columns.at(kind.column(name)), str(declared.type))

    def _part_getter(self, part: Kind, at: int) -> Getter:
        """The parts of a line, by what stands in the column that names it."""
        if part.name == "task":
            return lambda row: tuple(sorted((self.line(part, p) for p in self._pieces(part, row[at])), key=self._rank))
        return lambda row: tuple([self.line(part, piece) for piece in self._pieces(part, row[at])])

    def _column_source(self, at: int, kind: str) -> int | Getter:
        """A column as a field of this type."""
        match kind:
            case "Voice":
                return lambda row: self._voices[row[at]]
            case "Voice | None":
                return lambda row: None if row[at] is None else self._voices[row[at]]
            case "bool":
                return lambda row: bool(row[at])
            case "bool | None":
                return lambda row: None if row[at] is None else bool(row[at])
            case "tuple[str, ...]":
                return lambda row: _ids(row[at]) if row[at] is not None else ()
            case _:
                return at

    def _rank(self, task: Task) -> int:
        """The client first, then their own people, then who is here for their work (V66)."""
        kind = self._kinds_of_people[task.person]
        return 0 if kind == "client" else 2 if kind in PROFESSIONAL_KINDS else 1

    def _no_longer_so(self) -> dict[str, str]:
        """Statements of which somebody said last that they are no longer so, and on which day."""
        evaluation, look_back = kind_of("evaluation"), kind_of("look_back")
        of_evaluations = self._results["evaluation"]
        day = itemgetter(of_evaluations.at("id"), of_evaluations.at("held_on"))
        held_on = dict(map(day, self._kept(evaluation)))
        said = itemgetter(*(self._results["look_back"].at(name) for name in ("statement", "evaluation", "says")))
        last = {statement: (held, says) for statement, held, says in map(said, self._kept(look_back))}
        return {
            statement: held_on[held] for statement, (held, says) in last.items()
            if says == "no-longer" and held in held_on
        }

    def _complete(self, kind: Kind, lines: tuple[Any, ...]) -> tuple[Any, ...]:
        """The lines of a kind, where they are more or fewer than its rows."""
        match kind.name:
            case "life_domain":
                said = {domain.id: domain for domain in lines}
                return tuple(said.get(domain) or LifeDomain(domain) for domain in DOMAINS)
            case "detail":
                return _last_filled_in(lines)
            case "edition":
                coming = self._coming(len(lines) + 1)
                return (*lines, coming) if coming else lines
            case _:
                return lines

    def _coming(self, number: int) -> Edition | None:
        """The edition that is being agreed on: everybody's word on it, and no date yet."""
        consents: tuple[Consent, ...] = tuple(
            self.line(kind_of("consent"), row) for row in self._pieces(kind_of("consent"), number)
        )
        return Edition(number, None, consent=consents) if consents else None

    _special: Final[Mapping[tuple[str, str], Callable[[_Assembler, Rows], int | Getter]]] = {
        ("statement", "prompt"): lambda _, columns: columns.at("wording"),
        ("statement", "ended_on"): lambda self, columns: _looked_up(self._ended, columns.at("id")),
        ("conversation", "resume"): lambda _, columns: _place_getter(columns),
        ("small_step", "when"): lambda _, columns: _when_getter(columns),
        ("choice", "deciders"): lambda _, columns: _deciders_getter(columns),
        ("agreement", "done"): lambda self, columns: self._newest_getter(columns.at("id"), 0),
        ("agreement", "result"): lambda self, columns: self._newest_getter(columns.at("id"), 1),
        ("agreement", "adjust"): lambda self, columns: self._newest_getter(columns.at("id"), 2),
    }
    """Fields that are not one column of their own row."""

    def _newest_getter(self, at: int, which: int) -> Getter:
        return lambda row: self._newest.get(row[at], (None, None, None))[which]


def _taken(columns: Sequence[int]) -> Callable[[Row], Row]:
    """What takes these columns of a row."""
    return itemgetter(*columns) if len(columns) > 1 else lambda row: tuple(row[at] for at in columns)


def _looked_up(found: Mapping[str, str], at: int) -> Getter:
    return lambda row: found.get(row[at])


def _place_getter(columns: Rows) -> Getter:
    place = itemgetter(*(columns.at(f"resume_{part}") for part in ("topic", "step", "item")))
    return lambda row: Place(*place(row)) if place(row)[0] else None


def _deciders_getter(columns: Rows) -> Getter:
    kept = itemgetter(columns.at("decider"), columns.at("others_deciding"))
    return lambda row: _deciders(*kept(row))


def _deciders(first: str | None, others: str | None) -> tuple[str, ...]:
    """Who decides, by person id: the first, and the others where there are any."""
    return (*((first,) if first else ()), *(_ids(others) if others else ()))


def _when_getter(columns: Rows) -> Getter:
    kept = itemgetter(*(columns.at(field.name) for field in fields(When)))
    return lambda row: _when(*kept(row))


def _when(
    words: str | None, days: str, part: str | None, parts: str | None, every_weeks: int | None, weeks_from: str | None
) -> When | None:
    if words is None:
        return None
    return When(words, tuple(json.loads(days)), part, _ids(parts) if parts else (), every_weeks, weeks_from)


def _last_filled_in(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """What stands in each field, the last filled in last; a field that was emptied has no line."""
    stands: dict[tuple[str, str], Detail] = {}
    for detail in details:
        stands.pop((detail.topic, detail.field), None)
        stands[detail.topic, detail.field] = detail
    return tuple(detail for detail in stands.values() if detail.value)


def _grouped(rows: Iterable[Row], at: int) -> dict[Any, list[Row]]:
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[at]].append(row)
    return groups


@lru_cache(maxsize=256)
def _ids(kept: str) -> tuple[str, ...]:
    """A list kept in one column. The same people sit together for years."""
    return tuple(json.loads(kept))
