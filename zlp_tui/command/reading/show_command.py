"""The command `zlp show`: a plan as it is, as it was agreed on, or as it stood on a day. Read-only."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zlp_tui.command.program import Program
from zlp_tui.command.reading.plan_reader import read_plan, readers_asking
from zlp_tui.command.reading.read_commands import local_today, print_json, rules_of_laws
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.errors import Refused

if TYPE_CHECKING:
    from zlp_tui.conversation.ports.history_queries import Week
    from zlp_tui.conversation.ports.plan_pages import LetterPart
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan
    from zlp_tui.store.plans_to_read import PlansToRead


def show(program: Program) -> int:
    """`zlp show PLAN`: the plan as a letter, in one of its shorter forms, what is agreed for one week (`--week`), or as
    JSON; as it is now, as it was agreed on (`--edition`), or as it stood on a day (`--on`)."""
    with program.plans() as plans:
        found = find_plan(plans, program.read_name(program.options.plan or ""), program.tr, local_today())
        on = _day(program) if program.options.on is not None else None
        show_as = _show_json if program.options.json else _show_letter
        show_as(program, plans, found.id, on)
    return 0


def _day(program: Program) -> str:
    """The ISO date of `--on`; `Refused` for words that are no day, and for a day to come."""
    from zlp_tui.dates import read_date
    from zlp_tui.said_day import DayRange

    said = read_date(program.read_name(program.options.on or ""), local_today(), program.tr.locale, DayRange("past"))
    if said > local_today():
        raise Refused("This day is still to come.")
    return said.isoformat()


def _show_letter(program: Program, plans: PlansToRead, plan: str, on: str | None) -> None:
    from zlp_tui.plain.pages.pages_over_time import week_page
    from zlp_tui.plain.pages.plan_text import letter_page

    loaded = read_plan(program, plans, plan)
    if program.options.week:
        heading, page = "", week_page(_week(loaded, on), program.tr, numbers=False)
    else:
        heading, told = _told(program, loaded, on)
        page = letter_page(told, program.tr, numbers=False)
    if heading:
        program.out.print(heading)
    program.out.print_page(page)


def _week(loaded: LoadedPlan, on: str | None) -> Week:
    """This week, or that of a day as the plan stood then. Nobody knows who looks along, so no words of a sensitive
    life domain are told."""
    from zlp_tui.conversation.telling.agreements.week_list import week_of
    from zlp_tui.conversation.telling.history.edition_list import as_on

    context, private = loaded.letter_context, loaded.script.sensitive_domains
    then = as_on(context, loaded.on_day(on), on) if on is not None else context
    return week_of(then, lambda domain: domain not in private)


def _told(program: Program, loaded: LoadedPlan, on: str | None) -> tuple[str, tuple[LetterPart, ...]]:
    """What is shown of a plan, and what that is called where it is not the plan of now."""
    from zlp_tui.conversation.telling.history.edition_list import as_on, edition_numbered, edition_title, read_edition
    from zlp_tui.conversation.telling.overviews.summary import told_in
    from zlp_tui.dates import long_date

    context, options, tr = loaded.letter_context, program.options, program.tr
    if options.edition is not None:
        agreed = edition_numbered(context.view, options.edition)
        told = read_edition(context, loaded.whole_edition(agreed.number), agreed.number, options.length)
        return edition_title(context, agreed), told
    if on is not None:
        heading = tr("The plan as it stood on {day}", day=long_date(on, tr.locale))
        return heading, told_in(as_on(context, loaded.on_day(on), on), options.length)
    return "", told_in(context, options.length)


def _show_json(program: Program, plans: PlansToRead, plan: str, on: str | None) -> None:
    from zlp_tui.conversation.telling.history.edition_list import edition_numbered
    from zlp_tui.due.due_dates import next_evaluation
    from zlp_tui.due.facts import facts_of
    from zlp_tui.plan.queries.load import load_edition, load_view
    from zlp_tui.plan.queries.replay import load_plan_on
    from zlp_tui.plan.readable import without_hidden
    from zlp_tui.plan.serialization import as_json

    number, store = program.options.edition, plans.store_of(plan)
    readers = readers_asking(program, store, plan)
    with store.reading() as session:
        view = load_view(session, plan, readers, every_note=True)
        if on is not None:
            view = load_plan_on(session, plan, on, readers)
        if number is not None:
            on = edition_numbered(view, number).agreed_on
            view = without_hidden(load_edition(session, plan, number, readers, whole=True), view)
    rules, day = rules_of_laws(program), date.fromisoformat(on) if on is not None else local_today()
    print_json(program, as_json(view, next_evaluation(facts_of(view, day), rules) if rules else None))
