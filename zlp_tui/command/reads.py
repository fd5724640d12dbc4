"""Commands that only read: `plans`, `show`, `due`, `check`. They work while another window has the plans open."""

from __future__ import annotations

import json
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command.program import Program, now
from zlp_tui.conversation.home_list import EVERYBODY, find_plan
from zlp_tui.errors import ScriptBroken, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.store.home import HomeRow, home_rows

if TYPE_CHECKING:
    from zlp_tui.due.reckoning import Due
    from zlp_tui.plan.view import NextEvaluation, PlanView
    from zlp_tui.store.due import DatesOfPlan


def plans(program: Program) -> int:
    """`zlp plans`: one line each, the last talked about first."""
    lines = home_rows(program.store_file, limit=EVERYBODY)
    if program.asked.json:
        print_json(program, [
            {"id": p.id, "name": p.name, "last_talk": p.last_talk, "next": p.next, "goes_on_at": p.topic}
            for p in lines
        ])
        return 0
    for line in lines:
        program.out.say(_plan_line(line, program.say), rest="    ")
    return 0


def _plan_line(line: HomeRow, say: Catalogue) -> str:
    from zlp_tui.dates import short_date

    parts = [line.name]
    if line.last_talk:
        parts.append(say("last talk {day}", day=short_date(line.last_talk[:10], say.locale)))
    if line.next:
        parts.append(say("look again {day}", day=short_date(line.next[:10], say.locale)))
    return " · ".join((*parts, line.id))


def show(program: Program) -> int:
    """`zlp show PLAN`: the plan as a letter, or as JSON."""
    found = find_plan(program.store_file, program.words(program.asked.plan or ""))
    if program.asked.json:
        _show_json(program, found.id)
    else:
        _show_letter(program, found.id)
    return 0


def _show_letter(program: Program, plan: str) -> None:
    from zlp_tui.conversation.open_plan import OpenPlan
    from zlp_tui.plain.overview import letter_page
    from zlp_tui.store.store import open_store

    script = program.script()
    store = open_store(program.store_file, clock=now)
    try:
        letter = OpenPlan(store=store, script=script, say=program.say, plan_id=plan, clock=now).letter()
    finally:
        store.close()
    program.out.lines(letter_page(letter, program.say, numbers=False).lines)


def _show_json(program: Program, plan: str) -> None:
    from zlp_tui.plan.as_json import as_json
    from zlp_tui.plan.load import load_view
    from zlp_tui.store.store import open_store

    store = open_store(program.store_file, clock=now, read_only=True)
    try:
        with store.reading() as session:
            view = load_view(session, plan, whole=True)
    finally:
        store.close()
    print_json(program, as_json(view, _next_evaluation(program, view)))


def _next_evaluation(program: Program, view: PlanView) -> NextEvaluation | None:
    """When to look back next; None, and a word about it, when the figures of a law cannot be read."""
    from zlp_tui.due.facts import facts_of
    from zlp_tui.due.reckoning import next_evaluation
    from zlp_tui.due.rules import load_rules

    try:
        return next_evaluation(facts_of(view), load_rules(places.data() / "rules"))
    except ScriptBroken as broken:
        program.complain_of([broken])
        return None


def due(program: Program) -> int:
    """`zlp due`: of all plans what is late, and what comes within so many days; the earliest first."""
    from zlp_tui.due.facts import facts_told
    from zlp_tui.due.reckoning import due as reckon
    from zlp_tui.due.rules import load_rules
    from zlp_tui.store.due import dates_of_plans

    rules, today = load_rules(places.data() / "rules"), now().astimezone().date()
    until = (today + timedelta(days=program.asked.within)).isoformat()
    found = [
        (one, plan)
        for plan in dates_of_plans(program.store_file)
        for one in reckon(facts_told(plan.fields, plan.agreed_on, plan.looked_back_on, plan.lines), rules, today)
        if one.on <= until
    ]
    found.sort(key=lambda pair: (pair[0].on, pair[1].name, pair[1].id))
    if program.asked.json:
        print_json(program, [
            {"plan": p.id, "name": p.name, "what": d.what, "on": d.on, "late": d.late, "because": d.because}
            for d, p in found
        ])
        return 0
    for one, plan in found:
        program.out.say(_due_line(one, plan, program.say, today), rest="    ")
    return 0


def _due_line(one: Due, plan: DatesOfPlan, say: Catalogue, today: date) -> str:
    from zlp_tui.conversation.days import near
    from zlp_tui.conversation.due_lines import title_of
    from zlp_tui.dates import short_date

    day = f"{short_date(one.on, say.locale)}, {near(say, date.fromisoformat(one.on), today)}"
    return " · ".join((plan.name, title_of(say, one.what, one.because), day, plan.id))


def check(program: Program, settings: ZlpError | None) -> int:
    """`zlp check`: whether store, script and settings are sound; 1 when something is not.

    `settings` is what is wrong with the settings of the user.
    """
    from zlp_tui.command.not_offered import not_offered
    from zlp_tui.script.loading import load_script
    from zlp_tui.store.check import check as check_store

    findings = [(f.what, f.sound, program.say(f.message, **f.values)) for f in check_store(program.store_file, None)]
    missing: tuple[str, ...] = ()
    try:
        script = load_script(program.locale_folder, program.packs)
        problems: tuple[ZlpError, ...] = script.problems
        missing = not_offered(script, program.say)
    except ZlpError as broken:
        problems = (broken,)
    findings += [("script", False, program.say(p.message, **p.values)) for p in problems]
    if not problems:
        findings.append(("script", True, program.say("The questions are in order.")))
    findings += [("script", True, sentence) for sentence in missing]
    findings.append(_figures(program))
    if settings is not None:
        findings.append(("settings", False, program.say(settings.message, **settings.values)))
    if program.asked.json:
        print_json(program, [{"what": what, "sound": sound, "message": text} for what, sound, text in findings])
    else:
        for _, sound, text in findings:
            program.out.say(text if sound else program.say("Not in order: {what}", what=text))
    return 0 if all(sound for _, sound, _ in findings) else 1


def _figures(program: Program) -> tuple[str, bool, str]:
    """Whether the figures of each law can be read."""
    from zlp_tui.due.rules import load_rules

    try:
        load_rules(places.data() / "rules")
    except ScriptBroken as broken:
        return "rules", False, program.say(broken.message, **broken.values)
    return "rules", True, program.say("The figures of each law are in order.")


def print_json(program: Program, value: object) -> None:
    """Write JSON. What would steer a terminal is escaped, so that it is the same data and harmless to look at."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    steering = {c for c in set(text) - {"\n"} if unicodedata.category(c) in ("Cc", "Cf", "Cs") and ord(c) < 0x10000}
    program.out.raw(text.translate({ord(c): f"\\u{ord(c):04x}" for c in steering}) + "\n")
