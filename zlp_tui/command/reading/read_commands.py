"""Read-only commands: `plans`, `due`. They work while another window has the store open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command.program import Program, now, print_error
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.conversation.session.plan_lists.plan_list import EVERYBODY, as_lines, by_last_talk
from zlp_tui.errors import ScriptBroken
from zlp_tui.i18n import Catalogue
from zlp_tui.json_text import json_text
from zlp_tui.recorded_days import can_be
from zlp_tui.store.lists.plan_list_rows import PlanFilter, rows_in
from zlp_tui.text import folded, one_line

if TYPE_CHECKING:
    from zlp_tui.due.due_dates import Due
    from zlp_tui.due.facts import Facts
    from zlp_tui.due.figures import Rules
    from zlp_tui.store.plans_to_read import PlansToRead


def plans(program: Program) -> int:
    """`zlp plans`: one line each, the last talked about first; with `--all` those that have ended too, behind them."""
    from zlp_tui.due.due_dates import next_evaluation
    from zlp_tui.due.facts import Facts

    found = _plans_with_facts(program, "all" if program.options.all else "running")
    has_dates = any(facts != Facts() for _, facts in found)  # without one no figure counts
    rules = rules_of_laws(program) if has_dates else None
    lines = [(line, next_evaluation(facts, rules).on if rules else None) for line, facts in found]
    print_unreadable(program, found)
    if program.options.json:
        from zlp_tui.command.printed import PrintedPlan, plain

        print_json(
            program,
            plain(PrintedPlan(p.id, p.name, _told_talk(p), on, p.goes_on_at, p.ended_on) for p, on in lines),
        )
        return 0
    for line, on in lines:
        program.out.print(_plan_line(line, on, program.tr), rest="    ")
    return 0


def _plans_with_facts(program: Program, which: PlanFilter = "running") -> list[tuple[PlanListItem, Facts]]:
    """These plans, the last talked about first, each with what it says of dates, as who asks may see it."""
    from zlp_tui.command.reading.plan_reader import list_grants
    from zlp_tui.conversation.session.plan_lists.plan_list_dates import facts_of_plans
    from zlp_tui.conversation.session.plan_lists.plan_names import told_apart
    from zlp_tui.store.lists.namesake_plans import namesakes_of

    with program.plans() as plans:
        with plans.listing() as session:
            if session is None:
                return []
            rows = rows_in(session, limit=EVERYBODY, which=which)
            apart = told_apart(namesakes_of(session, [row.id for row in rows]), program.tr, local_today())
            grants = list_grants(program, plans, session)
            lines = by_last_talk(as_lines(rows, grants, apart), local_today())
            facts = facts_of_plans(session, rows, local_today(), grants)
        print_damaged(program, plans)
    return [(line, facts[line.id]) for line in lines]


def print_damaged(program: Program, plans: PlansToRead) -> None:
    """Say which plans a list leaves out, because their file cannot be read."""
    for plan in plans.damaged():
        print_error(f"{program.tr('The file of a plan is damaged. Type: zlp check')} · {plan}")


def print_unreadable(program: Program, found: Iterable[tuple[PlanListItem, Facts]]) -> None:
    """Say of which plans the dates are not known, because something in them cannot be read."""
    for plan, facts in found:
        if facts.unreadable:
            name = one_line(plan.full_name)
            sentence = program.tr("{name}: something in this plan cannot be read. Type: zlp check", name=name)
            print_error(f"{sentence} · {plan.id}")


def local_today() -> date:
    """Today, where this program runs."""
    return now().astimezone().date()


def _told_talk(plan: PlanListItem) -> str | None:
    """The day of the last talk; None also where it cannot have been on that day, because a clock was wrong."""
    known = plan.last_talk is not None and can_be(plan.last_talk, local_today().isoformat())
    return plan.last_talk if known else None


def rules_of_laws(program: Program) -> Mapping[str, Rules] | None:
    """The figures of each law; None, with a message printed, when they cannot be read."""
    from zlp_tui.due.rules import load_rules

    try:
        return load_rules(places.data() / "rules")
    except ScriptBroken as broken:
        program.print_problems([broken])
        return None


def _plan_line(line: PlanListItem, look_again: str | None, tr: Catalogue) -> str:
    from zlp_tui.dates import short_date

    parts = [one_line(line.full_name)]
    if line.ended_on:
        parts.append(tr("ended {day}", day=short_date(line.ended_on, tr.locale)))
    elif talk := _told_talk(line):
        parts.append(tr("last talk {day}", day=short_date(talk, tr.locale)))
    elif line.last_talk:
        parts.append(tr("last talk on an unknown day"))
    if look_again:
        parts.append(tr("look again {day}", day=short_date(look_again[:10], tr.locale)))
    return " · ".join(parts)


def due(program: Program) -> int:
    """`zlp due`: of all plans what is late, and what is due within so many days; the earliest first."""
    from zlp_tui.due.due_dates import due as due_dates_of
    from zlp_tui.due.rules import load_rules

    rules, today = load_rules(places.data() / "rules"), local_today()
    until = (today + timedelta(days=program.options.within)).isoformat()
    plans_with_facts = _plans_with_facts(program)
    print_unreadable(program, plans_with_facts)
    found = [
        (item, plan)
        for plan, facts in plans_with_facts
        for item in due_dates_of(facts, rules, today)
        if item.on <= until
    ]
    found.sort(key=lambda pair: (pair[0].on, folded(pair[1].name)))
    if program.options.json:
        from zlp_tui.command.printed import PrintedDue, plain

        print_json(
            program, plain(PrintedDue(p.id, p.name, d.what, d.on, d.late, d.because) for d, p in found)
        )
        return 0
    for item, plan in found:
        program.out.print(_due_line(item, plan, program.tr, today), rest="    ")
    return 0


def _due_line(item: Due, plan: PlanListItem, tr: Catalogue, today: date) -> str:
    from zlp_tui.conversation.telling.due.due_titles import due_parts

    return " · ".join((one_line(plan.full_name), *due_parts(tr, item.what, item.because, item.on, today)))


def print_json(program: Program, value: object) -> None:
    """Print JSON; nothing in it can steer a terminal."""
    program.out.raw(json_text(value))
