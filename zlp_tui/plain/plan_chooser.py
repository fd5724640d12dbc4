"""Asks which plan to open, or makes a new one; prints what the program is when there is no input."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from zlp_tui.conversation.ports.door_to_plans import FrontDoor
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.dates import short_date
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.prompt_help import asks_for_help, no_command, stops
from zlp_tui.plain.pages.text_page import TextPage
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.today_of_plans import TodayOfPlans
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.plain.typed.stdin_reader import LineSource
from zlp_tui.saved_text import saved_text
from zlp_tui.text import NAME_LIMIT, clean, clean_name, folded, one_line, same_name, sentence

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
    ended = front.plans(limit=1, ended=True)
    if not plans and not ended:
        out.print(tr("There is no plan yet. We make a new one."))
        return _new_plan(front, lines, out, tr)
    if len(plans) == 1 and not ended:
        return plans[0].id
    return _choose(plans, front, lines, out, tr)


def _choose(
    plans: Sequence[PlanListItem], front: FrontDoor, lines: LineSource, out: LineWriter, tr: Catalogue
) -> str | None:
    shown = _print_plans(plans, out, tr, ended=bool(front.plans(limit=1, ended=True)), left=_left(front, plans))
    while True:
        typed = _ask(lines, out, tr, (_how_to_choose(tr),))
        if typed is None or stops(typed, tr):
            return None
        if folded(typed) == folded(tr("/all")):
            out.print_page(_plans_page(shown, tr), whole=True)
            continue
        number = parse_number(typed)
        if number is not None and number <= len(shown):
            return shown[number - 1].id if number else _new_plan(front, lines, out, tr)
        if folded(typed) == folded(tr("/today")):
            chosen = TodayOfPlans(front.notes_of_today, partial(_ask, lines, out, tr), out, tr).run()
            if chosen is not None:
                return chosen or None
            shown = _print_plans(plans, out, tr, left=_left(front, plans))
            continue
        if folded(typed) == folded(tr("finished")):
            shown = _print_plans(front.plans(limit=SHOWN + 1, ended=True), out, tr)
            continue
        found = _named(front, typed, number)
        if len(found) == 1:
            return found[0].id
        if found:
            shown = _print_plans(found, out, tr)
        else:
            out.print(tr("Type a number from 1 to {count}, or a name.", count=len(shown)))


def _named(front: FrontDoor, typed: str, number: int | None) -> tuple[PlanListItem, ...]:
    """The plans whose client is called like this, those that go on first; only the one whose whole name it is. None
    for nothing, and for a number."""
    if not typed or number is not None:
        return ()
    running = front.plans(search=typed, limit=SHOWN + 1)
    found = (*running, *front.plans(search=typed, limit=SHOWN + 1 - len(running), ended=True))
    whole = tuple(plan for plan in found if same_name(plan.name, typed))
    return whole if len(whole) == 1 else found


def _left(front: FrontDoor, plans: Sequence[PlanListItem]) -> int:
    """How much of what is agreed for today is not noted yet; not counted for one plan, nor for a great many."""
    return front.notes_of_today.left_today() if 1 < len(plans) <= SHOWN else 0


def _print_plans(
    plans: Sequence[PlanListItem], out: LineWriter, tr: Catalogue, *, ended: bool = False, left: int = 0
) -> Sequence[PlanListItem]:
    """Print the question with numbered plans, what is due first; returns the plans that have a number.
    `ended`: whether others ended; `left`: how much of what is agreed for today is not noted yet."""
    shown = plans[:SHOWN]
    out.print(tr("Whose plan do you want to talk about?"))
    out.print_page(_plans_page(shown, tr))
    if len(plans) > SHOWN:
        out.print(tr("There are more plans. Type a name, or a part of one."))
    if len(plans) > 1:
        told = tr("What is agreed for today, for everybody? Type: {word}", word=tr("/today"))
        out.print(f"{sentence(tr('{count} left today', count=left))}. {told}" if left else told)
    if ended:
        out.print(tr("There are also plans that have ended. To see them, type: {word}", word=tr("finished")))
    out.print(_how_to_choose(tr))
    return shown


def _plans_page(plans: Sequence[PlanListItem], tr: Catalogue) -> TextPage:
    page = TextPage(tr)

    def tell(plan: tuple[int, PlanListItem]) -> None:
        number, known = plan
        note = tr("ended {day}", day=short_date(known.ended_on, tr.locale)) if known.ended_on else ""
        if known.damaged:
            note = tr("the file is damaged, and there is no copy here" if known.no_copy
                      else "the file is damaged: choose a copy")
        page.text(" · ".join(filter(None, (one_line(known.full_name), note))), f"  {number}. ")

    page.listed(list(enumerate(plans, start=1)), tell, newest="first")
    return page


def _how_to_choose(tr: Catalogue) -> str:
    return tr("Type a number or a name. Type 0 for a new plan. Stop: /stop.")


def _new_plan(front: FrontDoor, lines: LineSource, out: LineWriter, tr: Catalogue) -> str | None:
    question = tr("Whose plan is it? Type the name. Stop: /stop.")
    out.print(question)
    doubted = ""
    while True:
        name = _ask(lines, out, tr, (question, tr("The plan gets that name. It can be changed later.")))
        if not name or stops(name, tr):
            return None
        try:
            escaped, name = name.startswith("//"), no_command(name)
            confirmed, doubted = escaped or same_name(name, doubted), name
            front.require_name(name, confirmed=confirmed)
            if known := front.plans_of(name):
                meant = _meant(known, lines, out, tr)
                if meant != "":
                    return meant
            plan = front.new_plan(name)
        except Refused as refused:
            out.print(tr(refused.message, **refused.values))
            continue
        out.print(saved_text(Kept((plan,), NAME_LIMIT if clean_name(name).was_cut else None), tr))
        return plan


def _meant(known: Sequence[PlanListItem], lines: LineSource, out: LineWriter, tr: Catalogue) -> str | None:
    """Which of the plans of this name is meant, by id; empty for none of them, None when the input ends first."""
    out.print(tr("There is a plan of this name already. Do you mean this one?"))
    for number, plan in enumerate(known, start=1):
        out.print(one_line(plan.full_name), f"  {number}. ")
    how = tr("Type its number. Is it somebody else? Type 0. Stop: /stop.")
    out.print(how)
    while True:
        typed = _ask(lines, out, tr, (how,))
        if typed is None or stops(typed, tr):
            return None
        number_typed = parse_number(typed)
        if number_typed is not None and number_typed <= len(known):
            return known[number_typed - 1].id if number_typed else ""
        out.print(tr("Type a number from 0 to {count}.", count=len(known)))


def _ask(lines: LineSource, out: LineWriter, tr: Catalogue, told: tuple[str, ...]) -> str | None:
    """The line that is typed; None at the end of the input. Whoever asks for help is told these lines first."""
    while True:
        out.prompt(">")
        line = lines.next()
        out.end_prompt()
        if line is None or not asks_for_help(line, tr):
            return None if line is None else clean(line).text
        for help_line in told:
            out.print(help_line)
