"""Before a plan is on the table: which plan, or a new one; and what is said when nobody says anything."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.desk import FrontDoor
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.lines import Typed
from zlp_tui.plain.out import Out
from zlp_tui.plain.reading import read_number
from zlp_tui.text import NAME_LIMIT, clean, clean_name, folded, one_line, same_name

SHOWN = 50


def what_zlp_is(out: Out, say: Catalogue) -> None:
    """What the program is, and how to begin."""
    out.say(say("zlp helps to make a care and life plan together."))
    out.say(say("It asks one question at a time. It keeps what everybody says in their own words."))
    out.say(say("Begin in a terminal with: zlp"))
    out.say(say("Try it with invented people: zlp demo"))
    out.say(say("All that zlp can do: zlp --help"))


def choose_plan(front: FrontDoor, lines: Typed, out: Out, say: Catalogue) -> str | None:
    """The id of the plan to talk about: the only one, one that is chosen, or a new one. None when nobody chose."""
    plans = front.plans(limit=SHOWN + 1)
    if not plans:
        out.say(say("There is no plan yet. We make a new one."))
        return _new_plan(front, lines, out, say)
    if len(plans) == 1:
        return plans[0].id
    return _one_of(plans, front, lines, out, say)


def _one_of(plans: Sequence[PlanListItem], front: FrontDoor, lines: Typed, out: Out, say: Catalogue) -> str | None:
    shown = _tell(plans, out, say)
    while True:
        typed = _ask(lines, out)
        if typed is None or _stops(typed, say):
            return None
        number = read_number(typed)
        if number == 0:
            return _new_plan(front, lines, out, say)
        if number is not None and number <= len(shown):
            return shown[number - 1].id
        found = front.plans(search=typed, limit=SHOWN + 1) if typed and number is None else ()
        whole = [plan for plan in found if same_name(plan.name, typed)]
        if len(found) == 1 or len(whole) == 1:
            return (whole or found)[0].id
        if found:
            shown = _tell(found, out, say)
        else:
            out.say(say("Type a number from 1 to {count}, or a name.", count=len(shown)))


def _tell(plans: Sequence[PlanListItem], out: Out, say: Catalogue) -> Sequence[PlanListItem]:
    """The question which plan, with the plans numbered; those that were shown."""
    shown = plans[:SHOWN]
    out.say(say("Whose plan do you want to talk about?"))
    for number, plan in enumerate(shown, start=1):
        out.say(one_line(plan.name), f"  {number}. ")
    if len(plans) > SHOWN:
        out.say(say("There are more plans. Type a name, or a part of one."))
    out.say(say("Type a number or a name. Type 0 for a new plan. Stop: /stop."))
    return shown


def _new_plan(front: FrontDoor, lines: Typed, out: Out, say: Catalogue) -> str | None:
    out.say(say("Whose plan is it? Type the name. Stop: /stop."))
    while True:
        name = _ask(lines, out)
        if not name or _stops(name, say):
            return None
        try:
            plan = front.new_plan(_no_command(name))
        except Refused as refused:
            out.say(say(refused.message, **refused.values))
            continue
        cut = clean_name(name).was_cut
        out.say(say("Saved, but only the first {count} characters", count=NAME_LIMIT) if cut else say("Saved"))
        return plan


def _stops(typed: str, say: Catalogue) -> bool:
    return folded(typed) == folded(say("/stop"))


def _no_command(name: str) -> str:
    """The name that was typed; two slashes begin one with a slash. `Refused` for what looks like a command."""
    if name.startswith("/") and not name.startswith("//"):
        raise Refused("This word is not known here. It was not kept. Type a name, or /stop.")
    return name.removeprefix("/")


def _ask(lines: Typed, out: Out) -> str | None:
    out.prompt(">")
    line = lines.next()
    out.answered()
    return None if line is None else clean(line).text
