"""`zlp prepare PLAN`: one page for who prepares a talk, or the questions for the client to think about (M14, V75)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command.printed import PrintedPreparation, PrintedPreparedLine, PrintedPreparedPart, plain
from zlp_tui.command.program import Program
from zlp_tui.command.reading.plan_reader import read_plan
from zlp_tui.command.reading.read_commands import local_today, print_json
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.plain.pages.plan_text import letter_page, questions_page

if TYPE_CHECKING:
    from zlp_tui.conversation.session.preparing import Preparing


def prepare(program: Program) -> int:
    """Print what who asks may see of the plan: nobody sits at the table yet. Nothing of it is kept."""
    from zlp_tui.conversation.session.plan_history import PlanHistory
    from zlp_tui.conversation.session.preparing import Preparing
    from zlp_tui.due.rules import load_rules

    options = program.options
    with program.plans() as plans:
        found = find_plan(plans, program.read_name(options.plan or ""), program.tr, local_today())
        loaded = read_plan(program, plans, found.id)
        preparing = Preparing(PlanHistory(loaded, lambda: load_rules(places.data() / "rules")))
        if options.json:
            print_json(program, plain(_printed(preparing)))
            return 0
        if options.questions:
            page = questions_page(preparing.questions(None), program.tr)
        else:
            page = letter_page(preparing.page(None), program.tr, numbers=False)
    program.out.print_page(page, whole=True)
    return 0


def _printed(preparing: Preparing) -> PrintedPreparation:
    """The page with all of its lines, and the questions."""
    beforehand = preparing.questions(None)
    parts = (
        PrintedPreparedPart(
            part.id, part.title,
            tuple(PrintedPreparedLine(q.ref, q.intro, q.text, q.by, q.note) for q in part.quotes),
        )
        for part in preparing.parts(None)
    )
    return PrintedPreparation(tuple(parts), beforehand.questions if beforehand else ())
