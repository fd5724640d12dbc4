"""The command `zlp today`: of all plans, or of one, what is agreed for today and then what is due. Read-only.

Light: the script is loaded only where something agreed on belongs to a life domain, to know whether that is sensitive.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from zlp_tui import places
from zlp_tui.command.printed import PrintedToday, plain
from zlp_tui.command.program import Program
from zlp_tui.command.read_commands import due_parts, local_today, print_json, print_unreadable
from zlp_tui.conversation.session.plan_list import EVERYBODY, as_lines, find_plan
from zlp_tui.conversation.telling.today_text import (
    not_told,
    noted_today,
    part_title,
    parts_of,
    place_of,
    who_does,
)
from zlp_tui.store.file_reader import reading_file
from zlp_tui.store.plan_list_rows import rows_in
from zlp_tui.text import folded, one_line, same_name

if TYPE_CHECKING:
    from zlp_tui.conversation.ports.plan_list_item import PlanListItem
    from zlp_tui.due.due_dates import Due
    from zlp_tui.due.facts import Facts
    from zlp_tui.plan.agreed_today import AgreedToday


class _PlanToday(NamedTuple):
    """One plan, with its dates and what is agreed for today."""

    plan: PlanListItem
    facts: Facts
    agreed: tuple[AgreedToday, ...]


class _Row(NamedTuple):
    """Something agreed for a part of the day, in one plan."""

    plan: PlanListItem
    part: str | None
    agreed: AgreedToday


def today(program: Program) -> int:
    """`zlp today`: what is agreed, by part of the day; what is not noted yet comes first there. Then what is due.

    With `--for` only what that person takes part in, so without what is due. A plan that cannot be read is named.
    """
    options = program.options
    only = program.read_name(options.plan) if options.plan is not None else None
    whom = program.read_name(options.whom) if options.whom is not None else None
    plans = _plans(program, only)
    print_unreadable(program, [(found.plan, found.facts) for found in plans])
    rows, due = _rows(plans, whom), () if whom is not None else tuple(_due(plans))
    private = _private(program, rows)
    if options.json:
        agreed = (_printed(row, private) for row in rows)
        print_json(program, plain((*agreed, *(_printed_due(program, item, plan) for item, plan in due))))
        return 0
    _print_agreed(program, rows, private)
    _print_due(program, due)
    return 0


def _plans(program: Program, only: str | None) -> list[_PlanToday]:
    """The plans that go on, or only this one, each with its dates and what is agreed for today."""
    from zlp_tui.conversation.session.plan_list_dates import facts_of_plans
    from zlp_tui.conversation.session.plan_list_today import agreed_today
    from zlp_tui.conversation.session.plan_names import told_apart
    from zlp_tui.store.namesake_plans import namesakes_of

    day = local_today()
    named = find_plan(program.store_file, only, program.tr, day).id if only is not None else None
    with reading_file(program.store_file) as session:
        if session is None:
            return []
        rows = [row for row in rows_in(session, limit=EVERYBODY) if named in (None, row.id)]
        apart = told_apart(namesakes_of(session, [row.id for row in rows]), program.tr, day)
        facts, agreed = facts_of_plans(session, rows, day), agreed_today(session, rows, day)
    return [
        _PlanToday(plan, facts[plan.id]._replace(unreadable=facts[plan.id].unreadable or not_read), steps or ())
        for plan in as_lines(rows, apart=apart)
        for steps in (agreed.get(plan.id),) for not_read in (steps is None,)
    ]


def _rows(plans: Iterable[_PlanToday], whom: str | None) -> list[_Row]:
    """What is agreed, in the order in which it is told."""
    rows = [
        _Row(found.plan, part, step)
        for found in plans for step in found.agreed if whom is None or _takes_part(step, whom)
        for part in parts_of(step)
    ]
    return sorted(rows, key=lambda row: (place_of(row.part), row.agreed.done is not None, folded(row.plan.name)))


def _takes_part(step: AgreedToday, whom: str) -> bool:
    return any(same_name(name, whom) for helper in step.who for name in helper)


def _due(plans: Iterable[_PlanToday]) -> Iterator[tuple[Due, PlanListItem]]:
    """What is due today or late, the earliest first."""
    from zlp_tui.due.due_dates import due
    from zlp_tui.due.rules import load_rules

    rules, day = load_rules(places.data() / "rules"), local_today()
    found = [(item, at.plan) for at in plans for item in due(at.facts, rules, day) if item.on <= day.isoformat()]
    yield from sorted(found, key=lambda pair: (pair[0].on, folded(pair[1].name)))


def _private(program: Program, rows: Iterable[_Row]) -> Container[str | None]:
    """The life domains of which no words are told: nobody knows who looks along."""
    return program.script().sensitive_domains if any(row.agreed.domain for row in rows) else ()


def _printed(row: _Row, private: Container[str | None]) -> PrintedToday:
    plan, part, step = row
    what = None if step.domain in private else step.what
    who = tuple(helper.name for helper in step.who)
    return PrintedToday(
        plan.id, plan.name, step.agreement, step.goal, part, what, who, step.done, None, not step.noted_before
    )


def _printed_due(program: Program, item: Due, plan: PlanListItem) -> PrintedToday:
    title, _ = due_parts(item, program.tr, local_today())
    agreement = item.ref if item.what in ("agreement", "agreement-over") else None
    return PrintedToday(plan.id, plan.name, agreement, None, None, title, (), None, item.on, new=False)


def _print_agreed(program: Program, rows: Iterable[_Row], private: Container[str | None]) -> None:
    tr, heading = program.tr, ""
    for plan, part, step in rows:
        if heading != (heading := part_title(tr, part)):
            program.out.print(heading)
        what = not_told(tr) if step.domain in private else one_line(step.what)
        told = (one_line(plan.full_name), what, one_line(who_does(tr, step)), noted_today(tr, step.done))
        program.out.print(" · ".join(filter(None, told)), "  ", "    ")


def _print_due(program: Program, due: Iterable[tuple[Due, PlanListItem]]) -> None:
    for nth, (item, plan) in enumerate(due):
        if nth == 0:
            program.out.print(program.tr("It is time for this"))
        told = (one_line(plan.full_name), *due_parts(item, program.tr, local_today()))
        program.out.print(" · ".join(told), "  ", "    ")
