"""`zlp import FILE`: a plan from a file of FHIR, that zlp made or another program."""

from __future__ import annotations

import sys
from pathlib import Path

from zlp_tui.command.program import FROM_INPUT, Program, new_id, now, print_error
from zlp_tui.errors import Refused
from zlp_tui.text import one_line


def import_plan(program: Program) -> int:
    """Take in the file; prints nothing on standard output. What of it was not read is told by name."""
    from zlp_tui.conversation.session.export_import.plan_import import PlanImport

    tr = program.tr
    content = _content(program.options.file)
    front = program.front(patience=1.0)
    try:
        if front.stores.refusal is not None:
            raise front.stores.refusal
        taking_in = PlanImport(front.stores, front.script, tr, now, new_id)
        taken = taking_in.take_in(content)
        known = [there for there in front.plans_of(taken.name) if there.id != taken.plan]
    finally:
        front.close()
    name = one_line(taken.name)
    if not taken.new:
        print_error(tr("{plan}: this plan is here already, and nothing differs.", plan=name))
        return 0
    print_error(tr("{plan}: the plan is here now.", plan=name))
    for there in known:
        print_error(tr("There is a plan of this name already: {name}", name=one_line(there.full_name)))
    for told, names in (
        (tr("Came along, not read: {names}", names=_listed(taken.not_read)), taken.not_read),
        (tr("Not read, as it may mean something else: {names}", names=_listed(taken.refused)), taken.refused),
    ):
        if names:
            print_error(told)
    return 0


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(one_line, names))


def _content(file: str) -> bytes:
    """What is in the file, or comes in; no more of it than can be read."""
    from zlp_tui.exchange.fhir.bundle_parser import MOST_BYTES

    if file == FROM_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    path = Path(file).expanduser()
    if not path.is_file():
        raise Refused("{file} is not there, or is no file.", file=path.name)
    with path.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
