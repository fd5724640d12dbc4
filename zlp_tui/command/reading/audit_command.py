"""`zlp audit PLAN`: who looked into a plan and what they did there, and whether that list is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlp_tui.command.printed import plain
from zlp_tui.command.printed_audit import PrintedAudit, PrintedAuditLine, PrintedVerification
from zlp_tui.command.printed_diff import PrintedVoice
from zlp_tui.command.program import Program
from zlp_tui.command.reading.plan_reader import read_plan
from zlp_tui.command.reading.read_commands import local_today, print_json
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.plan.audit_line import action_of

if TYPE_CHECKING:
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan
    from zlp_tui.plan.queries.audit_check import AuditCheck


def audit(program: Program) -> int:
    """Print the log by day, or each line as JSON; with `--verify` whether it fits, and 1 when it does not."""
    from zlp_tui.conversation.session.locked_plans.log_reader import checked, who_looked
    from zlp_tui.plain.pages.pages_over_time import looked_page

    options, tr = program.options, program.tr
    with program.plans() as plans:
        found = find_plan(plans, program.read_name(options.plan or ""), tr, local_today())
        loaded = read_plan(program, plans, found.id)
        check = checked(loaded) if options.verify else None
        if options.json:
            print_json(program, plain(_printed(loaded, check)))
        elif check is None:
            program.out.print_page(looked_page(who_looked(loaded), tr), whole=True)
        else:
            _say(program, loaded, check)
    return 0 if check is None or check.sound else 1


def _say(program: Program, loaded: LoadedPlan, check: AuditCheck) -> None:
    from zlp_tui.conversation.session.locked_plans.log_reader import code_of

    tr = program.tr
    if check.wrong_line is not None:
        program.out.print(tr("Line {number} of the list is not as it was written.", number=check.wrong_line))
    if check.wrong_change is not None:
        program.out.print(tr("Change {number} of the plan was not written by zlp.", number=check.wrong_change))
    if check.sound:
        program.out.print(tr("The list is as it was written."))
    if not loaded.store.seal.key:
        program.out.print(tr("This plan has no lock. Who can open its file can also change this list."))
    program.out.print(tr("code: {code}", code=code_of()(check.head)))


def _printed(loaded: LoadedPlan, check: AuditCheck | None) -> PrintedAudit:
    from zlp_tui.conversation.session.locked_plans.log_reader import code_of, log_of

    names, code = {person.id: person.name for person in loaded.view.people}, code_of()

    def voice(person: str | None) -> PrintedVoice | None:
        return None if person is None else PrintedVoice(person, names.get(person, ""))

    lines = (
        PrintedAuditLine(
            line.number, line.at, line.event, action_of(line.event), line.outcome, voice(line.person),
            voice(line.on_behalf_of), line.keyholder, line.access_point, line.source, line.topic, line.domain,
            None if line.event == "new-key" else line.what, line.from_seq, line.to_seq, code(line.seal),
        )
        for line in log_of(loaded)
    )
    verified = PrintedVerification(check.sound, check.wrong_line, check.wrong_change) if check is not None else None
    return PrintedAudit(loaded.id, bool(loaded.store.seal.key), verified, tuple(lines))
