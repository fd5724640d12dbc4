"""The command `zlp today`: of all plans, or of one, what is agreed for today and then what is due. Read-only.

Light: the script is loaded only where something agreed on belongs to a life domain, to know whether that is sensitive.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command.program import Program, now
from zlp_tui.command.reading.read_commands import (
    local_today,
    print_damaged,
    print_json,
    print_unreadable,
    rules_of_laws,
)
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.conversation.session.plan_lists.plan_list_today import (
    AgreedRow,
    PlanToday,
    agreed_rows,
    due_today,
    plans_today,
    told_plans,
)
from zlp_tui.conversation.telling.due.due_titles import due_parts, title_of
from zlp_tui.conversation.telling.today_text import not_told, noted_today, part_title, who_does
from zlp_tui.new_lines_text import new_lines_text
from zlp_tui.store.lists.plan_list_rows import dated_rows_in
from zlp_tui.text import one_line

if TYPE_CHECKING:
    from zlp_tui.command.printed import PrintedToday
    from zlp_tui.conversation.ports.history_queries import NewSince
    from zlp_tui.conversation.ports.plan_list_item import PlanListItem
    from zlp_tui.due.due_dates import Due
    from zlp_tui.store.plans_to_read import PlansToRead


def today(program: Program) -> int:
    """`zlp today`: what is agreed, by part of the day; what is not noted yet comes first there. Then what is due.

    With `--for` only what that person takes part in, so without what is due, and then what is new since they looked;
    without it nobody is guessed, and nothing is told as new. A plan that cannot be read is named.
    """
    options = program.options
    named = program.read_name(options.plan) if options.plan is not None else None
    whom = program.read_name(options.whom) if options.whom is not None else None
    with program.plans() as read:
        only = find_plan(read, named, program.tr, local_today()).id if named is not None else None
        plans = _plans(program, read, only)
        news = _news(program, read, whom, only) if whom is not None else ()
        rows = agreed_rows(plans, whom)
        private = _private(program, rows)
        read.tell_listed(told_plans(rows, private), now())
    print_unreadable(program, [(found.plan, found.facts) for found in plans])
    due = () if whom is not None else tuple(_due(plans))
    if options.json:
        from zlp_tui.command.printed import plain

        agreed = (_printed(row, private) for row in rows)
        told = (_printed_due(program, item, plan) for item, plan in due)
        print_json(program, plain((*agreed, *told, *(_printed_news(program, plan, new) for plan, new in news))))
        return 0
    _print_agreed(program, rows, private)
    _print_due(program, due)
    _print_news(program, news)
    return 0


def _plans(program: Program, plans: PlansToRead, only: str | None) -> tuple[PlanToday, ...]:
    """The plans that go on, or only this one, by id, each with its dates and what is agreed for today."""
    from zlp_tui.command.reading.plan_reader import list_grants

    day = local_today()
    with plans.listing() as session:
        if session is None:
            return ()
        rows = [row for row in dated_rows_in(session) if only in (None, row.id)]
        found = plans_today(session, rows, day, program.tr, list_grants(program, plans, session))
    print_damaged(program, plans)
    return found


def _due(plans: Iterable[PlanToday]) -> Iterator[tuple[Due, PlanListItem]]:
    """What is due today or late, the earliest first."""
    from zlp_tui.due.rules import load_rules

    return due_today(plans, load_rules(places.data() / "rules"), local_today())


def _news(
    program: Program, plans: PlansToRead, whom: str, only: str | None
) -> tuple[tuple[PlanListItem, NewSince], ...]:
    """What is new for somebody of this name, in all plans that know them or in this one, by id. That they looked is not
    kept: this only reads."""
    from zlp_tui.command.reading.plan_reader import who_asks
    from zlp_tui.conversation.session.plan_lists.plan_list_news import news_in_plans

    script, rules = program.script(), rules_of_laws(program) or {}
    return tuple(news_in_plans(
        whom, stores=plans, script=script, tr=program.tr, clock=now, rules=lambda: rules, plan=only or "",
        asks=lambda leave: who_asks(program, leave),
    ))


def _private(program: Program, rows: Iterable[AgreedRow]) -> Container[str | None]:
    """The life domains of which no words are told: nobody knows who looks along."""
    return program.script().sensitive_domains if any(row.agreed.domain for row in rows) else ()


def _printed(row: AgreedRow, private: Container[str | None]) -> PrintedToday:
    from zlp_tui.command.printed import PrintedToday

    plan, part, step = row
    what = None if step.domain in private else step.what
    who = tuple(helper.name for helper in step.who)
    return PrintedToday(
        plan.id, plan.name, step.agreement, step.goal, part, what, who, step.done_at(part), None, not step.noted_before
    )


def _printed_due(program: Program, item: Due, plan: PlanListItem) -> PrintedToday:
    from zlp_tui.command.printed import PrintedToday

    title = title_of(program.tr, item.what, item.because)
    agreement = item.ref if item.what in ("agreement", "agreement-over") else None
    return PrintedToday(plan.id, plan.name, agreement, None, None, title, (), None, item.on, new=False)


def _printed_news(program: Program, plan: PlanListItem, new: NewSince) -> PrintedToday:
    from zlp_tui.command.printed import PrintedToday

    told = new_lines_text(program.tr, new.count, new.since)
    return PrintedToday(plan.id, plan.name, None, None, None, told, (), None, None, new=True, new_lines=new.count)


def _print_agreed(program: Program, rows: Iterable[AgreedRow], private: Container[str | None]) -> None:
    tr, heading = program.tr, ""
    for plan, part, step in rows:
        if heading != (heading := part_title(tr, part)):
            program.out.print(heading)
        what = not_told(tr) if step.domain in private else one_line(step.what)
        told = (one_line(plan.full_name), what, one_line(who_does(tr, step)), noted_today(tr, step.done_at(part)))
        program.out.print(" · ".join(filter(None, told)), "  ", "    ")


def _print_due(program: Program, due: Iterable[tuple[Due, PlanListItem]]) -> None:
    day = local_today()
    for nth, (item, plan) in enumerate(due):
        if nth == 0:
            program.out.print(program.tr("It is time for this"))
        told = (one_line(plan.full_name), *due_parts(program.tr, item.what, item.because, item.on, day))
        program.out.print(" · ".join(told), "  ", "    ")


def _print_news(program: Program, news: Iterable[tuple[PlanListItem, NewSince]]) -> None:
    for nth, (plan, new) in enumerate(news):
        if nth == 0:
            program.out.print(program.tr("New for you"))
        told = (one_line(plan.full_name), new_lines_text(program.tr, new.count, new.since))
        program.out.print(" · ".join(told), "  ", "    ")
