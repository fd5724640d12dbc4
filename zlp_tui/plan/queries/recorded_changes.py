"""The history of lines, for readers: who changed what when, and what others did since somebody looked.

A Change is told only of a row that the readers may see (`PlanView.readable`), and only where the row was in a scope
that they may see before it and after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import PLAN_FIELDS, kind_of
from zlp_tui.plan.queries.assemble import Rows
from zlp_tui.plan.queries.load import run
from zlp_tui.plan.recorded_change import RecordedChange, Touched
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Conversation, PlanView, Voice

WITHOUT_ID: Final = frozenset({"prompt", "edition", "consent", "notice"})
"""Kinds whose rows have no id in the view: they are known by the scope of their kind."""


def history(session: Transaction, view: PlanView, readers: Readers, *refs: str) -> tuple[RecordedChange, ...]:
    """All Changes of some lines of the plan that the readers may see, oldest first."""
    return _visible(run(session, "changes-of", plan=view.id, refs=json.dumps(refs)), view, readers)


def all_changes(session: Transaction, view: PlanView, readers: Readers) -> tuple[RecordedChange, ...]:
    """All Changes of the plan that the readers may see, oldest first."""
    return _visible(run(session, "changes-since", plan=view.id, seq=0, person=""), view, readers)


def whole_history(session: Transaction, view: PlanView, readers: Readers, ref: str) -> tuple[RecordedChange, ...]:
    """The same of one line, with what it says anew, with the parts of them all, and with what evaluations say of it."""
    lines = [ref]
    while older := _replaced(history(session, view, readers, *lines)) - set(lines):
        lines += sorted(older)
    return history(session, view, readers, *lines, *(part for line in lines for part in _parts(view, line)))


def touched_since(
    session: Transaction, view: PlanView, readers: Readers, person: str
) -> tuple[str, Mapping[str, Touched]]:
    """When somebody looked last, and what others added or changed since, by line. Who never looked was there last when
    they did something themselves; for who never did, when is empty, and it is all that others ever did.

    What happened while they sat at the table is not new to them. A small step or a task counts as its agreement, an
    option or an open question as its choice.
    """
    found = run(session, "read-marker", plan=view.id, person=person).rows or run(
        session, "last-change-by", plan=view.id, person=person
    ).rows
    seq, at = found[0] if found else (0, "")
    changes = _visible(run(session, "changes-since", plan=view.id, seq=seq, person=person), view, readers)
    return str(at), _touched(view, (change for change in changes if not _sat_there(view, person, change.at)))


def touched_after_talk(
    session: Transaction, view: PlanView, readers: Readers, talk: Conversation
) -> Mapping[str, Touched]:
    """What anybody added or changed after a conversation, by line; nothing while it goes on."""
    over = _over_at(view, talk)
    if over is None:
        return {}
    said = max((said.seq for said in view.statements if said.conversation == talk.id), default=0)
    changes = _visible(run(session, "changes-since", plan=view.id, seq=said, person=""), view, readers)
    return _touched(view, (change for change in changes if change.at > over))


def added_in_talk(session: Transaction, view: PlanView, readers: Readers, talk: Conversation) -> frozenset[str]:
    """The ids of the lines that were added in a conversation, also while it goes on."""
    over = _over_at(view, talk)
    before = max((said.seq for said in view.statements if said.said_on < talk.started[:10]), default=0)
    changes = _visible(run(session, "changes-since", plan=view.id, seq=before, person=""), view, readers)
    return frozenset(
        change.row for change in changes
        if change.kind == "add" and talk.started <= change.at and (over is None or change.at <= over)
    )


def _over_at(view: PlanView, talk: Conversation) -> str | None:
    """When a conversation was over: one that was cut off, when the next one began. None while it goes on."""
    later = view.conversations[view.conversations.index(talk) + 1 :]
    return talk.ended or (later[0].started if later else None)


def _touched(view: PlanView, changes: Iterable[RecordedChange]) -> dict[str, Touched]:
    touched: dict[str, Touched] = {}
    for change in changes:
        line = view.wholes.get(change.row, change.row) if kind_of(change.of).told_with_whole else change.row
        added = (change.kind == "add" and line == change.row) or (line in touched and touched[line].added)
        before = touched[line].changes if line in touched else ()
        touched[line] = Touched(change.of, change.by.id, change.on, added, (*before, change))
    return touched


def _sat_there(view: PlanView, person: str, at: str) -> bool:
    """Whether somebody sat at the table at an instant; who left before the others did not hear what came then.

    A conversation that was cut off has no end: it was over when the next one began.
    """
    begun = [talk for talk in view.conversations if talk.started <= at]
    if not begun or (begun[-1].ended is not None and begun[-1].ended < at):
        return False
    ended = begun[-1].ended
    return any(
        seat.person == person and seat.since <= at and (seat.until in (None, ended) or at < (seat.until or ""))
        for seat in begun[-1].present
    )


def _visible(found: Rows, view: PlanView, readers: Readers) -> tuple[RecordedChange, ...]:
    """The Changes that the readers may see."""
    changes = (
        RecordedChange(
            at, Voice(by, name or ""), kind, json.loads(before) if before else None, json.loads(after), of, row, on
        )
        for at, by, name, kind, before, after, of, row, on in found.rows
    )
    seen = (change if change.of != "plan" else _plan_columns(change, readers) for change in changes)
    return tuple(change for change in seen if change is not None and _is_visible(change, view, readers))


def _is_visible(change: RecordedChange, view: PlanView, readers: Readers) -> bool:
    """Whether the readers may see the row, and its scope before and after where the Change moved it."""
    kind = kind_of(change.of)
    if kind.name == "plan":
        return True
    if change.row not in view.readable and change.of not in WITHOUT_ID:
        return False
    line = change.row if readers.by_line and change.of not in WITHOUT_ID else None
    return all(readers.sees(scope._replace(line=line)) for scope in _scopes(kind, change))


def _scopes(kind: Kind, change: RecordedChange) -> Iterator[Scope]:
    """What a row belonged to before a Change and after it, as far as the Change tells."""
    topic = kind.topic or change.after.get("topic") or (change.before or {}).get("topic")
    if topic is None:
        return  # the row is readable, and this Change does not move it
    moved = kind.column(kind.domain) if kind.domain else ""
    for values in (change.before or {}, change.after):
        if moved in values:
            domain = values[moved]
            yield Scope(str(topic), None if domain is None else str(domain))
    if change.of in WITHOUT_ID:
        yield Scope(str(topic))


def _plan_columns(change: RecordedChange, readers: Readers) -> RecordedChange | None:
    """A Change of the plan itself with only the columns that the readers may see; None when none is left."""
    seen = {name for name, topic in PLAN_FIELDS.items() if topic is None or readers.sees(Scope(topic))}
    after = {name: value for name, value in change.after.items() if name in seen}
    before = {name: value for name, value in (change.before or {}).items() if name in seen}
    return replace(change, before=before if change.before is not None else None, after=after) if after else None


def _replaced(changes: Iterable[RecordedChange]) -> set[str]:
    return {str(change.after["replaces"]) for change in changes if change.after.get("replaces")}


def _parts(view: PlanView, line: str) -> Iterator[str]:
    """The ids of the parts of a line, and of what evaluations say of it."""
    yield from (part for part, whole in view.wholes.items() if whole == line)
    for evaluation in view.evaluations:
        yield from (outcome.id for outcome in evaluation.goals if outcome.goal == line)
        yield from (look_back.id for look_back in evaluation.look_backs if look_back.statement == line)
