"""`zlp erase`: a plan goes for good, with its keys and copies, unless a law wants it kept."""

from __future__ import annotations

from datetime import date

from zlp_tui import places
from zlp_tui.command.program import Program, print_error
from zlp_tui.command.questions.terminal_question import ask_until
from zlp_tui.command.reading.read_commands import local_today
from zlp_tui.command.whole_plans.copies_command import FoundPlan, found_plan, plan_copies
from zlp_tui.errors import Refused, StoreDamaged
from zlp_tui.store.plans_to_read import PlansToRead
from zlp_tui.text import one_line, same_name


def erase(program: Program) -> int:
    """`zlp erase`: once its name was typed again. `Refused` while a law wants it kept and the client does not ask."""
    options, tr = program.options, program.tr
    with plan_copies(program) as (copies, plans):
        plan = found_plan(program, copies, plans, program.read_name(options.plan or ""))
        if program.lock.unlocked_copies():
            raise Refused("Old files without a lock may still have this plan. Remove these first: {command}",
                          command="zlp keys confirm")
        if not options.asked:
            _require_no_term(program, plans, plan)
        plans.close()
        nothing = Refused("Nothing was erased.")
        print_error(tr("The plan goes for good, with all of its copies here. Nobody gets it back."))
        how = tr("Type the name of the client once more.")
        ask_until(program, how, how, lambda typed: same_name(typed, plan.name) or None, how, nothing)
        away = copies.erase(plan.id, "asked" if options.asked else "no-term")
    with program.lock.to_read().listing():
        pass  # the list of plans of whoever unlocked has it no longer
    print_error(tr("{plan}: the plan is erased.", plan=one_line(plan.name)))
    if away is not None:
        print_error(tr("The second folder is not there now: {folder}", folder=away))
        print_error(tr("Copies that are there are not erased."))
    return 0


def _require_no_term(program: Program, plans: PlansToRead, plan: FoundPlan) -> None:
    """`Refused` with what the law says, where it wants the plan kept; `Refused` too where that cannot be looked up."""
    from zlp_tui.dates import long_date
    from zlp_tui.due.retention import load_retention
    from zlp_tui.plan.access import Readers
    from zlp_tui.plan.queries.load import client_of, load_view

    try:
        with plans.store_of(plan.id).reading() as session:
            view = load_view(session, plan.id, Readers.of(client_of(session, plan.id)))
            rows = session.run("SELECT max(on_date) FROM change WHERE plan_id = ?", (plan.id,))
    except StoreDamaged:
        raise Refused("The plan cannot be read. So nobody knows which law says something of it. "
                      "Does the client want it gone? Then add: {option}", option="--asked") from None
    last = date.fromisoformat(str(rows[0][0])[:10])
    for term in load_retention(places.data() / "retention.yaml"):
        if term.law == view.law and local_today() < (until := term.until(last)):
            raise Refused(
                "The law wants this plan kept until {day}. It says so in: {source}, article {article}. "
                "Does the client want it gone? Then it may go, by article {other}. Add: {option}",
                day=long_date(until, program.tr.locale), source=term.source, article=term.article,
                other=term.on_request, option="--asked",
            )
