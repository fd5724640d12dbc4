"""The queries that read a plan, made from the tables and the declarations of kinds.

Compiled once per dialect to `compiled/<dialect>.json` by `make generated`, so that whoever just reads imports no
SQLAlchemy and a column stands in one place; a test holds the file to what is made here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, get_args

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnClause,
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal_column,
    not_,
    null,
    or_,
    select,
    union,
    union_all,
)
from sqlalchemy.sql.selectable import ScalarSelect

from zlp_tui.plan.dialects import JsonPart
from zlp_tui.plan.kind_declaration import ANY, Kind, Reference
from zlp_tui.plan.kinds import KINDS, TALLIED, kind_of
from zlp_tui.plan.plan_dates import Matter
from zlp_tui.plan.queries.agreed_selects import AGREED_QUERIES
from zlp_tui.plan.queries.audit_selects import AUDIT_QUERIES
from zlp_tui.plan.queries.column_shapes import Shape
from zlp_tui.plan.queries.date_selects import DATE_QUERIES
from zlp_tui.plan.signals import SIDE
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.tables.columns import shapes_of
from zlp_tui.plan.upcasters import ONCE_APART
from zlp_tui.plan.view import Because

PLAN: Final[BindParameter[str]] = bindparam("plan")

ONE: Final[ColumnClause[int]] = literal_column("1")
ZERO: Final[ColumnClause[int]] = literal_column("0")
SAYING_NOTHING: Final = ("plan", "person", "conversation", "attendance", "prompt", "notice", "evaluation", "edition")
"""The tables whose rows are made by whoever is there, and are no words of theirs."""

EXTRA: Final[Mapping[str, tuple[str, ...]]] = {
    "plan": (
        "address", "deciding_role", "decider", "others_deciding", "deciding_by", "ended_on", "ended_because",
        "ended_by", "drawn_up_with", "drawn_up_by",
    ),
    "choice": ("decider",),
    "conversation": ("resume_topic", "resume_step", "resume_item"),
    "small_step": ("words", "weekdays", "part_of_day", "parts_of_day", "every_weeks", "weeks_from"),
    "prompt": ("id", "wording"),
    "statement": ("version",),
    "notice": ("id",),
    "edition": ("id",),
}
"""Columns that are read besides those that fields of a view type are read from."""


def columns_read(kind: Kind) -> tuple[str, ...]:
    """The columns that are read of a kind, in order: its parent, its fields, and when it was taken back."""
    table = METADATA.tables[kind.name]
    parent = (kind.parent_column,) if kind.parent else ()
    taken_back = ("withdrawn_at",) if "withdrawn_at" in table.columns else ()
    own = tuple(kind.column(name) for name in kind.read_fields)
    read = (*parent, *(("id",) if kind.parent else ()), *own, *EXTRA.get(kind.name, ()), *taken_back)
    return tuple(dict.fromkeys(read))


def lines_of(kind: Kind) -> Select[Any]:
    """All lines of a kind in one plan, in the order in which they were kept."""
    table = METADATA.tables[kind.name]
    columns = [table.c[name] for name in columns_read(kind)]
    return select(*columns).where(table.c.plan_id == PLAN).order_by(table.c.seq)


def statements() -> Select[Any]:
    """All statements, each with its question as it was worded."""
    kind = kind_of("statement")
    table, prompt = METADATA.tables["statement"], METADATA.tables["prompt"]
    asked = and_(prompt.c.plan_id == table.c.plan_id, prompt.c.id == table.c.prompt)
    columns = [(prompt.c.wording if name == "prompt" else table.c[name]) for name in columns_read(kind)]
    return (
        select(*columns).select_from(table.join(prompt, asked)).where(table.c.plan_id == PLAN).order_by(table.c.seq)
    )


def versions_of_statements() -> Select[Any]:
    """Of all statements their ids and versions, in the order in which they were kept."""
    table = METADATA.tables["statement"]
    return select(table.c.id, table.c.version).where(table.c.plan_id == PLAN).order_by(table.c.seq)


def some_statements() -> Select[Any]:
    """Statements with these `refs`."""
    refs = func.json_each(bindparam("refs")).table_valued("value")
    return statements().where(METADATA.tables["statement"].c.id.in_(select(refs.c.value)))


def last_notes() -> CompoundSelect[Any]:
    """The last ten notes about each goal, each agreement and what was said of bad days, and all since one looked back:
    ten years of them are thousands.

    Loose notes are about nothing: they are a group of their own. Notes that were taken back are few, and all are read;
    so are those that somebody said something of, else that would be hidden with them (L-9).
    """
    note, older = METADATA.tables["progress"], METADATA.tables["progress"].alias("older").c
    evaluation = METADATA.tables["evaluation"].c
    loose = select(cast(null(), note.c.about.type).label("id"))
    thing = union_all(*map(_ids, TALLIED), _signals(), loose).cte("thing")
    of_thing = (older.plan_id == PLAN, older.about.is_not_distinct_from(thing.c.id), older.withdrawn_at.is_(None))
    tenth = _one(
        select(older.seq).where(*of_thing).order_by(older.seq.desc()).limit(ONE).offset(literal_column("9"))
    )
    closed = (evaluation.plan_id == PLAN, evaluation.closed_on.is_not(None), evaluation.withdrawn_at.is_(None))
    looked_back = select(func.max(evaluation.seq)).where(*closed).scalar_subquery()
    known = (func.coalesce(tenth, ZERO).label("tenth"), func.coalesce(looked_back, ZERO).label("looked_back"))
    since = select(thing.c.id, *known).cte("since")
    first = case((since.c.tenth < since.c.looked_back, since.c.tenth), else_=since.c.looked_back)
    own_id = since.c.id.concat(literal_column("''"))  # no index can be made on this, so that of the notes is used
    about = and_(note.c.plan_id == PLAN, note.c.about.is_not_distinct_from(own_id))
    notes = select(*(note.c[name] for name in columns_read(kind_of("progress")))).select_from(since.join(note, about))
    last = notes.where(note.c.seq >= first, note.c.withdrawn_at.is_(None))
    gone = notes.where(note.c.withdrawn_at > literal_column("''"))
    return union_all(last, gone, _older_notes_talked_about(note, since, first)).order_by(note.c.seq)


def _older_notes_talked_about(note: Table, since: CTE, first: ColumnElement[int]) -> Select[Any]:
    """The notes before the first one that is read of each thing, of which there is a remark or a disagreement."""
    about = union(*(
        select(said.about).where(said.plan_id == PLAN, said.about.is_not(None), said.withdrawn_at.is_(None))
        for said in (METADATA.tables[name].c for name in get_args(Matter))
    )).cte("talked_about")
    of_plan = and_(note.c.plan_id == PLAN, note.c.id == about.c.about)
    of_thing = since.c.id.is_not_distinct_from(note.c.about)
    found = about.join(note, of_plan).join(since, of_thing)
    columns = (note.c[name] for name in columns_read(kind_of("progress")))
    return select(*columns).select_from(found).where(note.c.seq < first, note.c.withdrawn_at.is_(None))


def newest_notes() -> Select[Any]:
    """Of each agreement what was noted last: whether it is done, what it brought, what must be otherwise."""
    agreement = METADATA.tables["agreement"].c
    newest = [_newest(column, agreement.id) for column in ("done", "text", "adjust")]
    return select(agreement.id, *newest).where(agreement.plan_id == PLAN, agreement.withdrawn_at.is_(None))


def tallies() -> Select[Any]:
    """How often each thing was done, partly done and not done, and for which reasons: counted in the index of notes,
    one run of it each."""
    thing = union_all(*map(_ids, TALLIED)).cte("thing")
    done = (_count(thing.c.id, "done", how) for how in ("yes", "partly", "no"))
    return select(thing.c.id, *done, *(_count(thing.c.id, "because", why) for why in get_args(Because)))


def edition() -> Select[Any]:
    """What is compared of an edition (`tables/looking_back/editions.py`)."""
    table = METADATA.tables["edition"]
    return select(table.c.body).where(*_with_number(table))


def edition_apart() -> Select[Any]:
    """What is compared of an edition and older ones kept apart; NULL where it is in the body."""
    table = METADATA.tables["edition"]
    columns: list[ColumnElement[Any]] = [JsonPart(table.c.goes_on, name).label(name) for name in ONCE_APART]
    return select(*columns).where(*_with_number(table))


def whole_edition() -> Select[Any]:
    """All of an edition, in its two parts."""
    table = METADATA.tables["edition"]
    return select(table.c.body, table.c.goes_on).where(*_with_number(table))


def _with_number(table: Table) -> tuple[ColumnElement[bool], ...]:
    """That an edition stands, and has the number that is asked for."""
    return table.c.plan_id == PLAN, table.c.number == bindparam("number"), table.c.withdrawn_at.is_(None)


def _ids(table: str) -> Select[Any]:
    columns = METADATA.tables[table].c
    return select(columns.id.label("id")).where(columns.plan_id == PLAN)


def _signals() -> Select[Any]:
    said = METADATA.tables["statement"].c
    return select(said.id.label("id")).where(said.plan_id == PLAN, said.side == literal_column(f"'{SIDE}'"))


def _one(query: Select[Any]) -> ScalarSelect[Any]:
    return query.scalar_subquery()


def _newest(column: str, agreement: ColumnElement[str]) -> ScalarSelect[Any]:
    note = METADATA.tables["progress"].alias("note").c
    told = (note.plan_id == PLAN, note.about == agreement, note.withdrawn_at.is_(None), note[column].is_not(None))
    return _one(select(note[column]).where(*told).order_by(note.seq.desc()).limit(ONE).offset(ZERO))


def _count(thing: ColumnElement[Any], column: str, value: str) -> ScalarSelect[Any]:
    note = METADATA.tables["progress"].alias("note").c
    noted = (note.plan_id == PLAN, note.about == thing, note.withdrawn_at.is_(None))
    return _one(select(func.count()).where(*noted, note[column] == literal_column(f"'{value}'")))


def client() -> Select[Any]:
    """The person whose plan it is."""
    person = METADATA.tables["person"].c
    return select(person.id).where(person.plan_id == PLAN, person.kind == literal_column("'client'"))


def dangling() -> CompoundSelect[Any]:
    """The plan of each reference to a line that is not there, of those that the database itself does not hold."""
    found = [
        _dangling(kind, reference) for kind in KINDS for reference in kind.references
        if reference.to != ("life_domain",) and not _is_foreign_key(kind, reference)
    ]
    return union_all(*found)


def _is_foreign_key(kind: Kind, reference: Reference) -> bool:
    column = METADATA.tables[kind.name].columns.get(kind.column(reference.field))
    return column is None or bool(column.foreign_keys)


def _dangling(kind: Kind, reference: Reference) -> Select[Any]:
    table = METADATA.tables[kind.name].alias("referring")
    column = table.c[kind.column(reference.field)]
    named: ColumnElement[Any] = column
    query = select(table.c.plan_id).select_from(table)
    if reference.otherwise == "item":
        each = func.json_each(case((func.json_valid(column) == ONE, column))).table_valued("value", name="each")
        named, query = each.c.value, query.select_from(each)
    targets = tuple(other.name for other in KINDS) if reference.to == ANY else reference.to
    tables = (METADATA.tables[name].alias(f"of_{name}").c for name in targets)
    there = (exists(select(ONE).where(of.plan_id == table.c.plan_id, of.id == named)) for of in tables)
    return query.where(named.is_not(None), *(not_(known) for known in there))


def changes_of() -> Select[Any]:
    """All Changes of some rows, by who did them, oldest first."""
    refs = func.json_each(bindparam("refs")).table_valued("value")
    change = METADATA.tables["change"].c
    return _changes().where(change.row.in_(select(refs.c.value)), change.plan_id == PLAN).order_by(change.seq)


def changes_since() -> Select[Any]:
    """All Changes that others made after one that somebody saw, oldest first."""
    change = METADATA.tables["change"].c
    others = (change.plan_id == PLAN, change.seq > bindparam("seq"), change.by != bindparam("person"))
    return _changes().where(*others).order_by(change.seq)


def last_change_on() -> Select[Any]:
    """The number of the last Change of a day, or of an earlier one; NULL when there is none."""
    change = METADATA.tables["change"].c
    return select(func.max(change.seq)).where(change.plan_id == PLAN, change.on_date <= bindparam("day"))


def changes_after() -> Select[Any]:
    """All Changes after one, the newest first: for walking back to it."""
    change = METADATA.tables["change"].c
    told = select(change.of, change.row, change.kind, change.before)
    return told.where(change.plan_id == PLAN, change.seq > bindparam("seq")).order_by(change.seq.desc())


def changes_heard() -> Select[Any]:
    """All Changes after one, oldest first, with what tells who was there, and what was said anew."""
    change = METADATA.tables["change"].c
    anew = change.after.like(literal_column("'%\"replaces\"%'"))
    told_whole = or_(change.of == literal_column("'attendance'"), anew)
    seat = case((told_whole, change.after), else_=literal_column("'{}'"))
    columns = (change.seq, change.row, change.of, change.kind, change.by, change.conversation)
    told = select(*columns, seat.label("after"))
    return told.where(change.plan_id == PLAN, change.seq > bindparam("seq")).order_by(change.seq)


def read_marker() -> Select[Any]:
    """Up to which Change somebody has seen the plan, and when that was."""
    seen = METADATA.tables["seen"].c
    return select(seen.seq, seen.at).where(seen.plan_id == PLAN, seen.person == bindparam("person"))


def last_change_by() -> Select[Any]:
    """The number of the last Change by which somebody said or noted something, and when that was. Who sits down or is
    shown a notice says nothing."""
    change = METADATA.tables["change"].c
    said = change.of.not_in([literal_column(f"'{kind}'") for kind in SAYING_NOTHING])
    own = (change.plan_id == PLAN, change.by == bindparam("person"), said)
    return select(change.seq, change.at).where(*own).order_by(change.seq.desc()).limit(ONE).offset(ZERO)


def _changes() -> Select[Any]:
    table, person = METADATA.tables["change"], METADATA.tables["person"]
    change = table.c
    who = and_(person.c.plan_id == change.plan_id, person.c.id == change.by)
    columns = (change.at, change.by, person.c.name, change.kind, change.before, change.after, change.of, change.row)
    return select(*columns, change.on_date).select_from(table.outerjoin(person, who))


def drafts() -> Select[Any]:
    """All drafts of a plan, newest first."""
    draft = METADATA.tables["draft"].c
    told = select(draft.place, draft.text, draft.voice, draft.at)
    return told.where(draft.plan_id == PLAN).order_by(draft.at.desc(), draft.place)


AnySelect = Select[Any] | CompoundSelect[Any]


PARSED: Final = ("body", "goes_on")
"""The parts of an edition: long, and parsed whenever they are read, so they are not looked at before that."""


def shapes_in(query: AnySelect) -> dict[str, Shape]:
    """How the values of a query's columns are read, by the rules of the tables that they stand in."""
    found: dict[str, Shape] = {}
    for column in query.selected_columns:
        table = getattr(column, "table", None)
        if isinstance(table, Table) and column.key not in PARSED and column.key in (shapes := stored_shapes(table)):
            found[column.key] = shapes[column.key]
    return found


def stored_shapes(table: Table) -> dict[str, Shape]:
    """How the values of a table's columns are read."""
    return shapes_of(table) | _UNRULED.get(table.name, {})


_UNRULED: Final[Mapping[str, dict[str, Shape]]] = {"change": {"before": "object", "after": "object"}}
"""Columns that hold JSON without a rule of the tables."""


def _of_kinds() -> dict[str, Callable[[], AnySelect]]:
    special: dict[str, Callable[[], AnySelect]] = {"statement": statements, "progress": last_notes}
    return {kind.name: special.get(kind.name, partial(lines_of, kind)) for kind in KINDS}


QUERIES: Final[Mapping[str, Callable[[], AnySelect]]] = {
    **_of_kinds(),
    "statement-versions": versions_of_statements,
    "some-statements": some_statements,
    "every-progress": lambda: lines_of(kind_of("progress")),
    "newest-notes": newest_notes,
    "tallies": tallies,
    **DATE_QUERIES,
    **AGREED_QUERIES,
    **AUDIT_QUERIES,
    "edition-body": edition,
    "edition-apart": edition_apart,
    "edition-whole": whole_edition,
    "client": client,
    "dangling": dangling,
    "changes-of": changes_of,
    "changes-since": changes_since,
    "last-change-on": last_change_on,
    "changes-after": changes_after,
    "changes-heard": changes_heard,
    "read-marker": read_marker,
    "last-change-by": last_change_by,
    "drafts": drafts,
}
"""Every query that reads a plan, by name: one for each kind, those that count, and those of dates."""
