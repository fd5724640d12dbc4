"""`zlp check --law PLAN`: what the law wants to be talked about and told, and what of it was."""

from __future__ import annotations

from zlp_tui import places
from zlp_tui.command.printed import PrintedLawRule, plain
from zlp_tui.command.program import Program, print_error
from zlp_tui.command.reading.plan_reader import read_plan
from zlp_tui.command.reading.read_commands import local_today, print_json
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.conversation.telling.overviews.law_check import LawLine, law_lines
from zlp_tui.i18n import Catalogue


def check_law(program: Program, plan: str) -> int:
    """Print what the law wants of one plan, as who asks may see it; 0 whatever was talked about."""
    from zlp_tui.due.rules import load_rules

    with program.plans() as plans:
        found = find_plan(plans, program.read_name(plan), program.tr, local_today())
        rules, loaded = load_rules(places.data() / "rules"), read_plan(program, plans, found.id)
    lines = law_lines(loaded.letter_context, rules)
    if program.options.json:
        rows = (PrintedLawRule(line.rule, line.article, line.met_by, not line.met_by) for line in lines)
        print_json(program, plain(rows))
        return 0
    print_error(program.tr("The law wants this to be talked about. How, is up to you together."))
    for line in lines:
        program.out.print(_told(line, program.tr), rest="    ")
    return 0


def _told(line: LawLine, tr: Catalogue) -> str:
    where = ", ".join(line.where) or tr("not talked about yet")
    return f"{line.title}: {where} · {line.article}"
