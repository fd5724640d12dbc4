"""The queries that read of many plans what is agreed for a day. Each row begins like those of `date_selects.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, literal_column, select

from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.queries.date_selects import in_plans, own_topic, scope_columns
from zlp_tui.plan.tables.all_tables import METADATA


def agreed_steps() -> Select[Any]:
    """The steps that are agreed for a weekday, with the scope of their agreement."""
    agreement, step = METADATA.tables["agreement"], METADATA.tables["small_step"].c
    of_it = and_(step.plan_id == agreement.c.plan_id, step.agreement == agreement.c.id)
    on_weekday = step.weekdays.contains(bindparam("weekday"))
    columns = (
        step.agreement, step.id, step.what, step.weekdays, step.part_of_day, step.parts_of_day, step.every_weeks,
        step.weeks_from,
    )
    query = select(*scope_columns(kind_of("agreement"), agreement), *columns).join(METADATA.tables["small_step"], of_it)
    return query.where(in_plans(agreement), step.withdrawn_at.is_(None), on_weekday).order_by(step.seq)


def agreements_kept() -> Select[Any]:
    """All agreements that were not taken back, with the goal of each as long as that stands, and its life domain."""
    agreement, goal = METADATA.tables["agreement"], METADATA.tables["goal"].c
    stands = and_(goal.plan_id == agreement.c.plan_id, goal.id == agreement.c.goal, goal.withdrawn_at.is_(None))
    columns = [agreement.c[name] for name in ("id", "replaces", "from_on", "until_on", "ended_on")]
    of_goal = (
        select(column).where(stands).scalar_subquery().label(name)
        for name, column in (("goal", goal.id), ("goal_domain", goal.domain))
    )
    query = select(*scope_columns(kind_of("agreement"), agreement), *columns, *of_goal)
    return query.where(in_plans(agreement), agreement.c.withdrawn_at.is_(None)).order_by(agreement.c.seq)


def helpers() -> Select[Any]:
    """Who takes part in agreements, as long as they are in the plan, with the scope of the agreement."""
    agreement, person, task = (METADATA.tables[name] for name in ("agreement", "person", "task"))
    of_it = and_(task.c.plan_id == agreement.c.plan_id, task.c.agreement == agreement.c.id)
    by = and_(person.c.plan_id == task.c.plan_id, person.c.id == task.c.person)
    columns = (task.c.agreement, person.c.salutation, person.c.name)
    stand = (task.c.withdrawn_at.is_(None), person.c.withdrawn_at.is_(None))
    query = select(*scope_columns(kind_of("agreement"), agreement), *columns).join(task, of_it).join(person, by)
    return query.where(in_plans(agreement), *stand).order_by(task.c.seq)


def noted_that_day() -> Select[Any]:
    """Whether agreements were kept, and at which part of the day, as it was noted on a day, the last note last.

    A row has the scope of the agreement, and then the topic of the notes.
    """
    agreement, note = METADATA.tables["agreement"], METADATA.tables["progress"]
    of_it = and_(note.c.plan_id == agreement.c.plan_id, note.c.about == agreement.c.id)
    columns = (own_topic("progress"), note.c.about, note.c.part_of_day, note.c.done)
    query = select(*scope_columns(kind_of("agreement"), agreement), *columns).join(note, of_it)
    told = (note.c.happened_on == bindparam("today"), note.c.withdrawn_at.is_(None), note.c.done.is_not(None))
    return query.where(in_plans(agreement), *told).order_by(note.c.seq)


def noted_before() -> Select[Any]:
    """The agreements about which anything was noted before a day; rows as of `noted_that_day`."""
    agreement, note = METADATA.tables["agreement"], METADATA.tables["progress"].c
    about: tuple[ColumnElement[bool], ...] = (
        note.plan_id == agreement.c.plan_id, note.about == agreement.c.id, note.withdrawn_at.is_(None)
    )
    earlier = exists(literal_column("1")).where(*about, note.happened_on < bindparam("today"))
    columns = (*scope_columns(kind_of("agreement"), agreement), own_topic("progress"), agreement.c.id)
    return select(*columns).where(in_plans(agreement), earlier)


AGREED_QUERIES: Final[Mapping[str, Callable[[], Select[Any]]]] = {
    "agreed-step": agreed_steps,
    "agreed-agreement": agreements_kept,
    "agreed-helper": helpers,
    "agreed-noted": noted_that_day,
    "agreed-noted-before": noted_before,
}
"""What is agreed for a day in many plans, and what was noted of it."""
