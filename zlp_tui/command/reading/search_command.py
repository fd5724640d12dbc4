"""The command `zlp search`: words in one plan, with who said them and when. Read-only."""

from __future__ import annotations

from zlp_tui.command.printed import PrintedFound, plain
from zlp_tui.command.program import Program
from zlp_tui.command.reading.plan_reader import read_plan
from zlp_tui.command.reading.read_commands import local_today, print_json
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan


def search(program: Program) -> int:
    """`zlp search PLAN WORDS`: what was found, the newest first; nothing found is no failure.

    Nobody says who looks along here, so nothing of a sensitive life domain is found.
    """
    from zlp_tui.conversation.session.search_in_plan import search_in
    from zlp_tui.plain.pages.found_page import found_page

    options = program.options
    with program.plans() as plans:
        plan = find_plan(plans, program.read_name(options.plan or ""), program.tr, local_today())
        typed = program.read_text(" ".join(options.words))
        loaded = read_plan(program, plans, plan.id)
        found = search_in(loaded, typed, loaded.anybody)
    if options.json:
        rows = (
            PrintedFound(told.quote.ref, told.quote.text, told.quote.by, told.on or None, told.about, told.edition)
            for told in found
        )
        print_json(program, plain(rows))
    else:
        program.out.print_page(found_page(found, program.tr, numbers=False))
    return 0
