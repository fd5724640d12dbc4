"""The queries that read the dates of many plans at once, made from the tables and the declarations of kinds.

Each row begins with its plan and with the topic and the life domain that it belongs to, so that whoever reads them can
leave out what may not be seen (`dates_of_plans.py`). `queries/selects.py` lists them with all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple, get_args

from sqlalchemy import (
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    TableClause,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
)

from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import DAY_FIELDS, KINDS, kind_of
from zlp_tui.plan.plan_dates import CHOSEN_FIELDS, OPEN_ABOUT, QUICK_LOOK, Matter
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.tables.said.wishes_not_met import WISHES

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "detail": ("field", "value"),
    "choice": ("id", "replaces", "thinking_until", "revisit_on"),
    "agreement": ("id", "replaces", "evaluate_on", "until", "ended_on"),
    "evaluation": ("held_on", "closed_on"),
    "edition": ("agreed_on",),
    "notice": ("id", "shown_on"),
    "conversation": ("started",),
}
"""The fields that are read of each kind with dates."""


def dates_of(name: str) -> Select[Any]:
    """The dates of all lines of a kind that stand, in these plans, in the order in which they were kept."""
    kind, table = kind_of(name), METADATA.tables[name]
    columns = [table.c[kind.column(field)] for field in _COLUMNS[name]]
    query = select(*scope_columns(kind, table), *columns, *_more(name)).where(in_plans(table))
    if "withdrawn_at" in table.columns:
        query = query.where(table.c.withdrawn_at.is_(None))
    if name == "conversation":
        query = query.where(table.c.resume_route == literal_column(f"'{QUICK_LOOK}'"))
    if name == "detail":
        query = query.where(table.c.field.in_([literal_column(f"'{f}'") for f in sorted(DAY_FIELDS | CHOSEN_FIELDS)]))
    return query.order_by(table.c.seq)


def looked_at() -> Select[Any]:
    """The agreements with a note of how it went on the day that was agreed on for that, or later."""
    agreement, note = METADATA.tables["agreement"], METADATA.tables["progress"].c
    about = (note.plan_id == agreement.c.plan_id, note.about == agreement.c.id, note.withdrawn_at.is_(None))
    on = (note.happened_on >= agreement.c.evaluate_on, note.happened_on <= bindparam("today"))
    noted = exists(literal_column("1")).where(*about, *on)
    of_note = scope_columns(kind_of("progress"), METADATA.tables["progress"])[1:]
    return (
        select(agreement.c.plan_id, *of_note, agreement.c.id)
        .where(in_plans(agreement), agreement.c.evaluate_on.is_not(None), noted)
    )


def noted_on() -> Select[Any]:
    """The day of the last note about each agreement that has one.

    A row has the scope of the agreement, and then the topic of the notes.
    """
    kind, agreement = kind_of("agreement"), METADATA.tables["agreement"]
    last = _last_note(agreement.c.plan_id, agreement.c.id).label("happened_on")
    stands = (in_plans(agreement), agreement.c.withdrawn_at.is_(None))
    return select(*scope_columns(kind, agreement), own_topic("progress"), last).where(*stands)


def noted_loosely() -> Select[Any]:
    """The day of the last note of each plan that is about nothing in particular."""
    plan = METADATA.tables["plan"]
    last = _last_note(plan.c.id, None).label("happened_on")
    of_note = scope_columns(kind_of("progress"), METADATA.tables["progress"])[1:]
    plans = func.json_each(bindparam("plans")).table_valued("value", name="listed")
    return select(plan.c.id.label("plan_id"), *of_note, last).where(plan.c.id.in_(select(plans.c.value)))


def _last_note(plan: ColumnElement[str], about: ColumnElement[str] | None) -> ScalarSelect[Any]:
    note = METADATA.tables["progress"].c
    of_it = (note.plan_id == plan, note.about == about, note.withdrawn_at.is_(None))
    last = select(note.happened_on).where(*of_it, note.happened_on <= bindparam("today"))
    newest = last.order_by(note.seq.desc()).limit(literal_column("1")).offset(literal_column("0"))
    return newest.scalar_subquery()


def asked_again(name: str) -> Select[Any]:
    """When wishes of one kind that stand and are not met are asked again, in the order in which that was said.

    A row has the scope of the wish, and then the topic of what is said of it.
    """
    kind, wish, said = kind_of(name), METADATA.tables[name], METADATA.tables["wish_not_met"]
    of_it = and_(said.c.plan_id == wish.c.plan_id, said.c.about == wish.c.id)
    stands: list[ColumnElement[bool]] = [said.c.withdrawn_at.is_(None)]
    if "withdrawn_at" in wish.columns:
        stands.append(wish.c.withdrawn_at.is_(None))
    if name == "goal":
        stands.append(wish.c.status.in_((literal_column("'active'"), literal_column("'waits'"))))
    columns = (*scope_columns(kind, wish), own_topic("wish_not_met"), said.c.about, said.c.ask_again_on)
    return select(*columns).join(said, of_it).where(in_plans(wish), *stands).order_by(said.c.seq)


def still_open(name: str) -> Select[Any]:
    """Since when each remark that nobody told back, or each disagreement that goes on, is open, the oldest first.

    A row has the scope of what it is about, where that is one of `OPEN_ABOUT` or a part of one, or else its own; then
    its own topic, and that of the note that it is about, if it is. A note has the scope of what is noted.
    """
    said = METADATA.tables[name]
    scopes: list[_Scope] = []
    joined: FromClause = said
    for chain in _lines_with_days():
        ref: ColumnElement[Any] = said.c.about
        for kind in chain:
            joined, line = _join_line(joined, said, kind, ref, f"{chain[0].name}_{kind.name}")
            ref = line.c[kind.parent_column] if kind.parent else line.c.id
        scopes.append(_scope_of(chain[-1], line))
    joined, note = _join_line(joined, said, kind_of("progress"), said.c.about, "note")
    scopes.append(_Scope(case((and_(note.c.id.is_not(None), note.c.about.is_(None)), own_topic("progress"))), null()))
    for noted in _NOTED_ABOUT:
        joined, line = _join_line(joined, said, kind_of(noted), note.c.about, f"noted_{noted}", also_gone=True)
        scopes.append(_scope_of(kind_of(noted), line))
    own: ColumnElement[str] = literal_column(f"'{kind_of(name).topic}'")
    topic = func.coalesce(*(scope.topic for scope in scopes), case((said.c.about.is_(None), own)))
    domain = func.coalesce(*(scope.domain for scope in scopes))
    also = case((note.c.id.is_not(None), own_topic("progress")), else_=own)
    columns = (said.c.plan_id, topic.label("topic"), domain.label("domain"), own.label("own_topic"), also.label("also"))
    waits = [in_plans(said), said.c.withdrawn_at.is_(None), topic.is_not(None), *_waits(name)]
    return select(*columns, said.c.id, said.c.said_on).select_from(joined).where(*waits).order_by(said.c.seq)


class _Scope(NamedTuple):
    """The scope of a line that may not be there; then both are null."""

    topic: ColumnElement[Any]
    domain: ColumnElement[Any]


def _scope_of(kind: Kind, line: FromClause) -> _Scope:
    _, topic, domain = scope_columns(kind, line)
    return _Scope(case((line.c.id.is_not(None), topic)), domain)


def _join_line(
    joined: FromClause, said: TableClause, kind: Kind, ref: ColumnElement[Any], name: str, *, also_gone: bool = False
) -> tuple[FromClause, FromClause]:
    """Joined with the line of this kind that `ref` names, if it does and the line stands, or `also_gone`; and the
    line."""
    line = METADATA.tables[kind.name].alias(name)
    of_it = [line.c.plan_id == said.c.plan_id, line.c.id == ref]
    if not kind.stays_in_view and not also_gone:
        of_it.append(line.c.withdrawn_at.is_(None))
    return joined.join(line, and_(*of_it), isouter=True), line


_NOTED_ABOUT: Final = next(ref.to for ref in kind_of("progress").references if ref.field == "about")
"""The kinds of lines that a note can be about."""


def _lines_with_days() -> Iterator[tuple[Kind, ...]]:
    """The kinds about which what is open has a day, each followed by what it is part of; but for notes, which are read
    by what is noted."""
    for kind in KINDS:
        chain = [kind]
        while chain[-1].is_plain_part and chain[-1].parent is not None:
            chain.append(kind_of(chain[-1].parent))
        if chain[-1].name in OPEN_ABOUT and kind.name != "progress":
            yield tuple(chain)


def _waits(name: str) -> Iterator[ColumnElement[bool]]:
    """That something is open still (`PlanView.open_remarks`, `open_disagreements`)."""
    said = METADATA.tables[name].c
    if name == "disagreement":
        yield said.ended_on.is_(None)
        return
    person = METADATA.tables["person"].c
    here: Select[Any] = select(literal_column("1")).where(
        person.plan_id == said.plan_id, person.id == said.voice, person.withdrawn_at.is_(None)
    )
    yield said.kind == literal_column("'remark'")
    yield said.told_back_on.is_(None)
    yield or_(said.done_with.is_(None), exists(here))


def scope_columns(kind: Kind, table: FromClause) -> tuple[ColumnElement[Any], ...]:
    """The plan of a line, and the topic and the life domain that it belongs to."""
    topic = literal_column(f"'{kind.topic}'").label("topic") if kind.topic else table.c.topic
    domain = table.c[kind.column(kind.domain)] if kind.domain else null().label("domain")
    return table.c.plan_id, topic, domain


def own_topic(name: str) -> ColumnElement[str]:
    """The topic that all lines of a kind belong to."""
    topic: ColumnElement[str] = literal_column(f"'{kind_of(name).topic}'")
    return topic.label("own_topic")


def in_plans(table: TableClause) -> ColumnElement[bool]:
    """That a line is in one of the plans that are read."""
    plans = func.json_each(bindparam("plans")).table_valued("value", name="listed")
    return table.c.plan_id.in_(select(plans.c.value))


def _more(name: str) -> tuple[ColumnElement[Any], ...]:
    """Of a choice the option that was chosen, as long as that stands."""
    if name != "choice":
        return ()
    choice, option = METADATA.tables["choice"].c, METADATA.tables["option"].c
    stands = and_(option.plan_id == choice.plan_id, option.id == choice.chosen, option.withdrawn_at.is_(None))
    return (select(option.id).where(stands).scalar_subquery().label("chosen"),)


DATE_QUERIES: Final[Mapping[str, Callable[[], Select[Any]]]] = {
    **{f"dates-{name}": partial(dates_of, name) for name in _COLUMNS},
    "dates-looked-at": looked_at,
    "dates-noted": noted_on,
    "dates-noted-loosely": noted_loosely,
    **{f"dates-ask-again-{name}": partial(asked_again, name) for name in WISHES},
    **{f"dates-open-{name}": partial(still_open, name) for name in get_args(Matter)},
}
