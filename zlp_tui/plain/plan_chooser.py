"""Asks which plan to open, or makes a new one; prints what the program is when there is no input."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.desk import FrontDoor
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.answer_parser import parse_number
from zlp_tui.plain.line_writer import LineWriter
from zlp_tui.plain.stdin_reader import LineSource
from zlp_tui.plain.text_width import unbroken
from zlp_tui.text import NAME_LIMIT, clean, clean_name, folded, one_line, same_name

SHOWN = 50


def print_about(out: LineWriter, tr: Catalogue) -> None:
    """Print what the program is, and how to begin."""
    out.print(tr("zlp helps to make a care and life plan together."))
    out.print(tr("It asks one question at a time. It keeps what everybody says in their own words."))
    out.print(tr("Begin in a terminal with: zlp"))
    out.print(tr("Try it with invented people: {command}", command=unbroken("zlp demo")))
    out.print(tr("All that zlp can do: {command}", command=unbroken("zlp --help")))


def choose_plan(front: FrontDoor, lines: LineSource, out: LineWriter, tr: Catalogue) -> str | None:
    """The id of the plan to open: the only one, the chosen one, or a new one. None when the input ends first."""
    plans = front.plans(limit=SHOWN + 1)
    if not plans:
        out.print(tr("There is no plan yet. We make a new one."))
        return _new_plan(front, lines, out, tr)
    if len(plans) == 1:
        return plans[0].id
    return _choose(plans, front, lines, out, tr)


def _choose(
    plans: Sequence[PlanListItem], front: FrontDoor, lines: LineSource, out: LineWriter, tr: Catalogue
) -> str | None:
    shown = _print_plans(plans, out, tr)
    while True:
        typed = _ask(lines, out)
        if typed is None or _stops(typed, tr):
            return None
        number = parse_number(typed)
        if number == 0:
            return _new_plan(front, lines, out, tr)
        if number is not None and number <= len(shown):
            return shown[number - 1].id
        found = front.plans(search=typed, limit=SHOWN + 1) if typed and number is None else ()
        whole = [plan for plan in found if same_name(plan.name, typed)]
        if len(found) == 1 or len(whole) == 1:
            return (whole or found)[0].id
        if found:
            shown = _print_plans(found, out, tr)
        else:
            out.print(tr("Type a number from 1 to {count}, or a name.", count=len(shown)))


def _print_plans(plans: Sequence[PlanListItem], out: LineWriter, tr: Catalogue) -> Sequence[PlanListItem]:
    """Print the question with numbered plans; returns the plans that were printed."""
    shown = plans[:SHOWN]
    out.print(tr("Whose plan do you want to talk about?"))
    for number, plan in enumerate(shown, start=1):
        out.print(one_line(plan.name), f"  {number}. ")
    if len(plans) > SHOWN:
        out.print(tr("There are more plans. Type a name, or a part of one."))
    out.print(tr("Type a number or a name. Type 0 for a new plan. Stop: /stop."))
    return shown


def _new_plan(front: FrontDoor, lines: LineSource, out: LineWriter, tr: Catalogue) -> str | None:
    out.print(tr("Whose plan is it? Type the name. Stop: /stop."))
    while True:
        name = _ask(lines, out)
        if not name or _stops(name, tr):
            return None
        try:
            plan = front.new_plan(_no_command(name))
        except Refused as refused:
            out.print(tr(refused.message, **refused.values))
            continue
        cut = clean_name(name).was_cut
        out.print(tr("Saved, but only the first {count} characters", count=NAME_LIMIT) if cut else tr("Saved"))
        return plan


def _stops(typed: str, tr: Catalogue) -> bool:
    return folded(typed) == folded(tr("/stop"))


def _no_command(name: str) -> str:
    """The typed name, unescaped (`//` is a slash). `Refused` for what looks like a command."""
    if name.startswith("/") and not name.startswith("//"):
        raise Refused("This word is not known here. It was not kept. Type a name, or /stop.")
    return name.removeprefix("/")


def _ask(lines: LineSource, out: LineWriter) -> str | None:
    out.prompt(">")
    line = lines.next()
    out.end_prompt()
    return None if line is None else clean(line).text
