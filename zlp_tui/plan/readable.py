"""The filter between what is stored and what readers may see. It fails closed: what has no rule is not shown.

`Unfiltered` is all that a plan, or an edition of it, says. `readable` makes the `PlanView` of it that everything else
works with, by the declarations in `kinds.py`. The few modules that open it otherwise, to write, are named in
`tests/project/test_import_rules.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.kind_declaration import Kind, Reference
from zlp_tui.plan.kinds import DERIVED_FROM_PROGRESS, PLAN_FIELDS, kind_of, parts_of, top_kinds
from zlp_tui.plan.line_scopes import line_asked, scope_getter, scope_of
from zlp_tui.plan.view import (
    Agreement,
    Conversation,
    Detail,
    Person,
    PlanView,
    Voice,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LineT = TypeVar("LineT", bound="DataclassInstance")

Unnamed = Sequence[tuple[Reference, set[str]]]
"""References, each with the ids that some lines refer to by it and may not."""


@dataclass(frozen=True, slots=True)
class Unfiltered:
    """All that is stored of a plan, for nobody's eyes: hand it to `readable`.

    `withdrawn` are lines that were taken back and are not in the view, by kind: who may read them may see their
    history. `parts` are the ids of all parts of lines, taken back or not, with the id of the line they are part of.
    `parts_apart` are those with a scope of their own (`Kind.has_scope_of_whole`): once taken back nobody may read them.
    """

    view: PlanView
    withdrawn: tuple[tuple[str, DataclassInstance], ...] = ()
    parts: Mapping[str, str] | None = None
    parts_apart: frozenset[str] = frozenset()


def readable(stored: Unfiltered, readers: Readers) -> PlanView:
    """The plan as these readers may see it: what one of them may not see is absent, and so is what refers to it."""
    return _Filter(stored, readers).filtered()


_OF_ONE_SCOPE = ("person", "detail", "life_domain", "edition", "notice", "progress")
"""Kinds whose lines never come to belong to another topic or life domain; a note goes with what it is about."""


def without_hidden(then: PlanView, now: PlanView) -> PlanView:
    """A plan of an earlier moment without the lines that its readers may not see now, such as words that were filed
    under a hidden life domain since. Both are views of the same readers; details and people have one scope for ever."""
    kinds = (kind for kind in top_kinds() if kind.name not in _OF_ONE_SCOPE)
    seen: dict[str, Any] = {
        kind.place: tuple(line for line in getattr(then, kind.place) if _id(line) in now.readable) for kind in kinds
    }
    notes = tuple(note for note in then.progress if note.about is None or note.about in now.readable)
    return replace(then, **seen, progress=notes)


class _Filter:
    """One pass over a plan for some readers: first which lines may be read, then each line without what may not."""

    def __init__(self, stored: Unfiltered, readers: Readers) -> None:
        self._stored = stored
        self._readers = readers
        self._seen: dict[Scope, bool] = {}
        self._scopes: dict[str, Scope] = {}
        """The scopes of lines and of their parts by id, where each of them is asked about."""
        self._people = {person.id for person in stored.view.people}
        self._ever = self._people | {person.id for person in stored.view.former_people}
        """Everybody who was ever in the plan: what somebody did keeps their name."""
        self._in_view: set[str] = set()
        """Ids of the lines that stand in the view."""
        self._may_be_read: set[str] = set()
        """Ids of the lines that may be read: those, and lines that were taken back."""

    def filtered(self) -> PlanView:
        """The filtered view."""
        lines = {kind.name: self._in_scope(kind, getattr(self._stored.view, kind.place)) for kind in top_kinds()}
        self._note_ids(lines)
        content: dict[str, Any] = {kind.place: tuple(self._lines(kind, lines[kind.name])) for kind in top_kinds()}
        parts = {part: whole for part, whole in (self._stored.parts or {}).items() if part in self._may_be_read}
        content |= {"readable": frozenset(self._may_be_read), "wholes": parts}
        seen = PlanView(**self._own_fields(), **content)
        people = self._people_as_seen(seen)
        former = _only_named(seen, self._stored.view.former_people, self._readers)
        return replace(seen, people=people, former_people=former)

    def _people_as_seen(self, seen: PlanView) -> tuple[Person, ...]:
        """The people of the plan, with those by name alone of whom no more may be read. Where each line is asked about
        all names are known: one says who sits here by them, and nobody is added twice."""
        read = {person.id: person for person in seen.people if self._sees_line(Scope("people"), person.id)}
        if len(read) == len(seen.people):
            return seen.people
        others = [person for person in seen.people if person.id not in read]
        known = read | {person.id: person for person in _only_named(seen, others, self._readers)}
        if self._readers.by_line:
            known = {person.id: Person(person.id, person.name, "other", person.salutation) for person in others} | known
        return tuple(known[person.id] for person in seen.people if person.id in known)

    def _sees_line(self, scope: Scope, line: str) -> bool:
        """Whether all readers may see a line of this scope."""
        return self._readers.sees(Scope(*scope[:2], line)) if self._readers.by_line else self._sees(scope)

    def _sees(self, scope: Scope) -> bool:
        """Whether all readers may see this scope; asked once for each."""
        if scope not in self._seen:
            self._seen[scope] = self._readers.sees(scope)
        return self._seen[scope]

    def _in_scope(self, kind: Kind, lines: Iterable[Any]) -> tuple[Any, ...]:
        if kind.name == "person":
            return tuple(lines)  # who is named is known by name: `_only_named`
        if self._readers.by_line:
            return tuple(lines) if kind.kept_by_program else tuple(
                line for line in lines if self._sees_of_kind(kind, line)
            )
        scope_in = scope_getter(kind.name)
        hidden = {scope for scope in set(map(scope_in, lines)) if not self._sees(Scope(*scope))}
        return tuple(line for line in lines if scope_in(line) not in hidden) if hidden else tuple(lines)

    def _sees_of_kind(self, kind: Kind, line: object) -> bool:
        """Whether a line may be seen by its scope; where each is asked about, that is noted for its parts."""
        scope = scope_of(kind, line)
        if self._readers.by_line:
            self._scopes[_id(line)] = scope
        return self._sees_line(scope, _id(line))

    def _note_ids(self, lines: Mapping[str, tuple[Any, ...]]) -> None:
        """Note which ids may be read. What is said of a hidden line is hidden with it."""
        of_kind = _each if self._readers.by_line else _that_may_hide
        standing = [(kind, line) for kind in top_kinds() for line in of_kind(kind, lines[kind.name])]
        gone = [(kind_of(name), line) for name, line in self._stored.withdrawn]
        gone = [(kind, line) for kind, line in gone if self._sees_of_kind(kind, line)]
        for kind in top_kinds():
            self._in_view.update(_ids(kind, lines[kind.name]))
        self._may_be_read = self._in_view | {_id(line) for _, line in gone}
        while of_hidden := self._about_hidden((*standing, *gone)):  # a remark about a remark about a hidden line
            self._may_be_read -= of_hidden
            self._in_view -= of_hidden
        parts = self._stored.parts or {}
        for _ in range(2):  # a consideration is part of an option, which is part of a choice
            self._may_be_read.update(
                part for part, whole in parts.items()
                if whole in self._may_be_read and part not in self._stored.parts_apart
                and self._sees_stored_part(part, whole)
            )

    def _sees_stored_part(self, part: str, whole: str) -> bool:
        """Whether a part of a line that may be read may be read too, there or taken back."""
        if not self._readers.by_line:
            return True
        scope = self._scopes.setdefault(part, self._scopes.get(whole, Scope("")))
        return self._sees_line(scope, part)

    def _about_hidden(self, lines: Iterable[tuple[Kind, object]]) -> set[str]:
        """The ids of lines, and of parts, that are about a line that may not be read or have another, hidden scope."""
        hidden: set[str] = set()
        for kind, line in lines:
            if _id(line) in self._may_be_read:
                hidden.update(self._hidden_in(kind, line))
        return hidden & self._may_be_read

    def _hidden_in(self, kind: Kind, line: object) -> Iterator[str]:
        """The ids of what is hidden in a line: all of it, or some of its parts."""
        if not self._is_about_readable(kind, line):
            yield from _ids(kind, (line,))
            return
        for part in _parts_in_view(kind.name):
            asked = self._readers.by_line or part.domain or _can_hide(part.name)
            for piece in getattr(line, part.place) if asked else ():
                if self._part_is_seen(part, piece, _id(line)):
                    yield from self._hidden_in(part, piece)
                else:
                    yield from _ids(part, (piece,))

    def _is_about_readable(self, kind: Kind, line: object) -> bool:
        if isinstance(line, Detail) and (about := line_asked(line.field)):
            return about in self._may_be_read
        for reference in _hiding(kind.name):
            value = getattr(line, reference.field)
            if value is not None and not self._may_be_named(reference, value):
                return False
        return True

    def _may_be_named(self, reference: Reference, ref: str) -> bool:
        if reference.to == ("person",):
            return ref in (self._ever if reference.otherwise == "line" else self._people)
        return ref in (self._in_view if reference.in_view else self._may_be_read)

    def _lines(self, kind: Kind, lines: Iterable[LineT], whole: str = "") -> Iterator[LineT]:
        by_line = self._readers.by_line
        if kind.parent is None:
            seen = [line for line in lines if _id(line) in self._may_be_read]
        else:
            asked = by_line or kind.domain
            seen = [line for line in lines if self._part_is_seen(kind, line, whole)] if asked else [*lines]
        unnamed = self._not_to_be_named(kind, seen)
        if unnamed or (_parts_in_view if by_line else _changing_parts)(kind.name):
            yield from filter(None, (self._line(kind, line, unnamed) for line in seen))
        else:
            yield from seen

    def _part_is_seen(self, kind: Kind, line: object, whole: str) -> bool:
        """A part has the scope of its whole, unless it has a life domain of its own. What has no id goes with it."""
        if not self._readers.by_line or not hasattr(line, "id"):
            return kind.domain is None or self._sees(scope_of(kind, line))
        scope = scope_of(kind, line) if kind.domain else self._scopes.get(whole, Scope(""))
        self._scopes[_id(line)] = scope
        return self._sees_line(scope, _id(line))

    def _line(self, kind: Kind, line: LineT, unnamed: Unnamed) -> LineT | None:
        """A line without what it may not refer to; None when it goes with what it refers to."""
        changed = _references(line, unnamed)
        if changed is None:
            return None
        for part in (_parts_in_view if self._readers.by_line else _changing_parts)(kind.name):
            parts = getattr(line, part.place)
            left = tuple(self._lines(part, parts, _id(line))) if parts else parts
            if left != parts:
                changed[part.place] = left
        changed |= self._of_another_scope(line)
        return replace(line, **changed) if changed else line

    def _not_to_be_named(self, kind: Kind, lines: Iterable[object]) -> Unnamed:
        """What lines of a kind refer to and may not, by each reference by which there is any."""
        found = ((reference, self._unnamed_by(reference, lines)) for reference in _followed(kind.name))
        return [(reference, unnamed) for reference, unnamed in found if unnamed]

    def _unnamed_by(self, reference: Reference, lines: Iterable[object]) -> set[str]:
        values: set[Any] = set(map(attrgetter(reference.field), lines))
        if reference.otherwise == "item":
            values = set(chain.from_iterable(filter(None, values)))
        return {ref for ref in values if isinstance(ref, str) and not self._may_be_named(reference, ref)}

    def _of_another_scope(self, line: object) -> dict[str, Any]:
        """Fields that tell of another scope than that of their line, as far as that is hidden."""
        if isinstance(line, Agreement) and not self._sees(Scope("follow-up", line.domain)):
            return dict.fromkeys(DERIVED_FROM_PROGRESS)
        if isinstance(line, Conversation) and line.resume and not self._sees_line(Scope(line.resume.topic), line.id):
            return {"resume": None}
        return {}

    def _own_fields(self) -> dict[str, Any]:
        """The fields of the plan itself that readers may see; others have their defaults."""
        view = self._stored.view
        shown = {name for name, topic in PLAN_FIELDS.items() if topic is None or self._sees(Scope(topic))}
        own = {name: getattr(view, name) for name in PLAN_FIELDS if name in shown}
        own |= _references(view, self._not_to_be_named(kind_of("plan"), [view])) or {}
        own["tallies"] = {ref: tally for ref, tally in own.get("tallies", {}).items() if ref in self._may_be_read}
        return {name: value for name, value in own.items() if name in shown}


def _references(line: object, unnamed: Unnamed) -> dict[str, Any] | None:
    """The references of a line that are others now; None when the line goes."""
    changed: dict[str, Any] = {}
    for reference, refs in unnamed:
        value = getattr(line, reference.field)
        if reference.otherwise == "item":
            if not refs.isdisjoint(value or ()):
                changed[reference.field] = tuple(ref for ref in value if ref not in refs)
        elif value in refs:
            if reference.otherwise == "line":
                return None
            changed[reference.field] = None
    return changed


@cache
def _followed(kind: str) -> tuple[Reference, ...]:
    """The references of a kind that may have to go."""
    return tuple(reference for reference in kind_of(kind).references if reference.otherwise != "keep")


@cache
def _hiding(kind: str) -> tuple[Reference, ...]:
    """The references of a kind that hide a line, when what they name is hidden, also in what was taken back."""
    return tuple(ref for ref in kind_of(kind).references if ref.otherwise == "line" and not ref.in_view)


@cache
def _can_hide(kind: str) -> bool:
    """Whether something may be hidden of lines of a kind that have a scope the readers may see."""
    return kind == "detail" or bool(_hiding(kind)) or any(
        part.domain or _can_hide(part.name) for part in _parts_in_view(kind)
    )


def _each(_: Kind, lines: Sequence[LineT]) -> Sequence[LineT]:
    return lines


def _that_may_hide(kind: Kind, lines: Sequence[LineT]) -> Sequence[LineT]:
    """The lines of which something may be hidden, though the readers may see their scope."""
    if not _can_hide(kind.name):
        return ()
    about = [reference.field for reference in _hiding(kind.name)]
    if len(about) == 1 and not any(part.domain or _can_hide(part.name) for part in _parts_in_view(kind.name)):
        of = attrgetter(about[0])
        return [line for line in lines if of(line) is not None]
    return lines


@cache
def _changing_parts(kind: str) -> tuple[Kind, ...]:
    """The kinds whose lines stand in those of this one, and may have to go or to leave something out."""
    parts = _parts_in_view(kind)
    return tuple(part for part in parts if part.domain or _followed(part.name) or _changing_parts(part.name))


@cache
def _parts_in_view(kind: str) -> tuple[Kind, ...]:
    """The kinds whose lines stand in those of this one."""
    return tuple(part for part in parts_of(kind) if part.view is not None)


def _id(line: object) -> str:
    """The id of a line; editions have their number."""
    return getattr(line, "id", "") or f"edition {getattr(line, 'number', '')}"


def _ids(kind: Kind, lines: Sequence[object]) -> Iterator[str]:
    """The ids of lines of a kind and of all their parts."""
    yield from map(_id, lines)
    for part in _parts_in_view(kind.name):
        for line in lines:
            yield from _ids(part, getattr(line, part.place))


def _only_named(view: PlanView, people: Sequence[Person], readers: Readers) -> tuple[Person, ...]:
    """Of people only who they are, and only those whom something in the view names, and the readers themselves."""
    if not people:
        return ()
    answered = (getattr(view, by) for by in kind_of("plan").voices.values())
    named: set[str | None] = {view.client, *view.deciders, *view.drawn_up_with, *answered, *readers.people}
    for kind in top_kinds():
        if kind.name != "person":
            named.update(_named(kind, getattr(view, kind.place)))
    return tuple(
        Person(person.id, person.name, person.kind, person.salutation) for person in people if person.id in named
    )


def _named(kind: Kind, lines: Iterable[object]) -> Iterator[str | None]:
    """The people whom lines and their parts name, by id."""
    for line in lines:
        for reference in kind.references:
            if reference.to == ("person",):
                value = getattr(line, reference.field)
                yield from value if isinstance(value, tuple) else (value.id if isinstance(value, Voice) else value,)
        for part in _parts_in_view(kind.name):
            yield from _named(part, getattr(line, part.place))
