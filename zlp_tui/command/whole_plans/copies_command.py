"""`zlp backup`, `zlp copies` and `zlp restore`: copies of plans that have a lock, and going back to one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zlp_tui import places
from zlp_tui.command.program import Program, print_error
from zlp_tui.command.questions.passphrases import can_be_asked
from zlp_tui.command.questions.terminal_question import ask_until
from zlp_tui.command.reading.plan_reader import comparing
from zlp_tui.command.reading.read_commands import local_today, print_json
from zlp_tui.conversation.ports.keyholding import NoKeyholder
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.errors import NotFound, Refused, StoreDamaged, StoreError
from zlp_tui.store.own_files.plan_folder import plans_in
from zlp_tui.text import folded, one_line, same_name

if TYPE_CHECKING:
    from zlp_tui.conversation.session.locked_plans.plan_copies import ComparedCopy, PlanCopies
    from zlp_tui.store.kept_copies.copies import PlanCopy
    from zlp_tui.store.plans_to_read import PlansToRead


class FoundPlan(NamedTuple):
    """A plan, by id, and whose it is; of one that cannot be read as its newest whole copy says."""

    id: str
    name: str


@contextmanager
def plan_copies(program: Program) -> Iterator[tuple[PlanCopies, PlansToRead]]:
    """The copies of the plans, and the plans, once somebody unlocked them. `Refused` where plans have no lock."""
    with program.plans() as plans:
        if isinstance(program.lock.state(), NoKeyholder):
            raise Refused("There are copies of plans that are locked. To lock them: {command}",
                          command=f"zlp keys add {program.tr('NAME')}")
        copies = program.lock.copies()
        copies.finish_erasing()
        yield copies, plans


def found_plan(program: Program, copies: PlanCopies, plans: PlansToRead, typed: str) -> FoundPlan:
    """The plan that this id or name fits, also one that cannot be read, or is gone, of which there is a copy."""
    try:
        found = find_plan(plans, typed, program.tr, local_today())
        return FoundPlan(found.id, found.name)
    except (NotFound, StoreDamaged) as error:
        here = {plan: copies.name_of(plan) for plan in (*plans_in(places.plans_folder(program.home)), *copies.plans())}
        fit = [plan for plan, name in here.items() if typed == plan or (name and same_name(name, typed))]
        if len(fit) != 1:
            raise error from None
        return FoundPlan(fit[0], here[fit[0]] or "?")


def backup(program: Program) -> int:
    """`zlp backup`: copy one plan, or all that one may open; 1 when one of them could not be copied."""
    tr, wanted = program.tr, program.options.plan
    all_copied = True
    with plan_copies(program) as (copies, plans):
        if wanted is not None:
            chosen = [found_plan(program, copies, plans, program.read_name(wanted))]
        else:
            chosen = _my_plans(plans)
            all_copied = not plans.damaged()
        missed = set[Path]()
        for plan in chosen:
            try:
                made = copies.copy(plan.id)
            except StoreError as error:
                all_copied = False
                print_error(tr("{name}: {what}", name=one_line(plan.name), what=tr(error.message, **error.values)))
                continue
            missed |= {made.missed} if made.missed is not None else set()
            print_error(tr("{plan}: there is a copy now.", plan=one_line(plan.name)))
    for folder in missed:
        print_error(tr("The second folder is not there now: {folder}", folder=folder))
    return 0 if all_copied else 1


def _my_plans(plans: PlansToRead) -> list[FoundPlan]:
    from zlp_tui.conversation.session.plan_lists.plan_list import EVERYBODY
    from zlp_tui.store.lists.plan_list_rows import rows_in

    with plans.listing() as session:
        rows = rows_in(session, limit=EVERYBODY, which="all") if session else ()
    return [FoundPlan(row.id, row.name) for row in rows]


def list_copies(program: Program) -> int:
    """`zlp copies`: the copies of one plan, or of all, the newest first; or where else they are kept."""
    options, tr = program.options, program.tr
    with plan_copies(program) as (copies, plans):
        if options.second is not None or options.only_here:
            copies.name_second(Path(program.read_name(options.second)) if options.second is not None else None)
            print_error(tr("Copies are kept there too from now on.") if options.second is not None
                        else tr("Copies are kept on this computer only."))
            return 0
        if options.plan is not None:
            chosen = [found_plan(program, copies, plans, program.read_name(options.plan))]
        else:
            names = {plan.id: plan.name for plan in _my_plans(plans)}
            chosen = [FoundPlan(plan, names.get(plan) or copies.name_of(plan)) for plan in copies.plans()]
        if options.right:
            for plan in chosen:
                _say_right(program, copies, plan)
            return 0
        found = [(plan, copy) for plan in chosen if plan.name for copy in copies.copies(plan.id)]
        _print_copies(program, found)
        if copies.second is not None and not copies.second.is_dir():
            print_error(tr("The second folder is not there now: {folder}", folder=copies.second))
        for plan in chosen:
            if copies.waits(plan.id):
                print_error(tr("{plan}: no copy is removed until somebody says that it is right: {command}",
                               plan=one_line(plan.name), command="zlp copies --right"))
    return 0


def _say_right(program: Program, copies: PlanCopies, plan: FoundPlan) -> None:
    if copies.confirm(plan.id):
        print_error(program.tr("{plan}: it is right. Old copies are removed again.", plan=one_line(plan.name)))


def _print_copies(program: Program, found: list[tuple[FoundPlan, PlanCopy]]) -> None:
    from zlp_tui.conversation.ports.plan_copying import KnownCopy
    from zlp_tui.conversation.telling.copies_told import told_copy

    if program.options.json:
        from zlp_tui.command.printed import PrintedCopy, plain

        print_json(program, plain(
            PrintedCopy(plan.id, plan.name, copy.name, copy.made_at.strftime("%Y-%m-%dT%H:%M:%SZ"), copy.size,
                        copy.why or None)
            for plan, copy in found
        ))
        return
    for plan, copy in found:
        told = told_copy(KnownCopy(copy.name, copy.made_at, copy.size, copy.why), program.tr)
        program.out.print(" · ".join((one_line(plan.name), told, copy.name)), rest="    ")


def restore(program: Program) -> int:
    """`zlp restore`: say what differs, and put a copy in the place of a plan; whoever can be asked says yes first."""
    options, tr = program.options, program.tr
    with plan_copies(program) as (copies, plans):
        plan = found_plan(program, copies, plans, program.read_name(options.plan or ""))
        plans.close()
        copy = copies.named(plan.id, program.read_name(options.copy))
        name = one_line(plan.name)
        for sentence in _what_differs(program, plan.id, copies.compared(plan.id, copy)):
            print_error(sentence)
        if can_be_asked():
            _require_yes(program)
        restored = copies.restore(plan.id, copy)
    print_error(tr("{plan}: the copy is the plan now.", plan=name))
    if restored.was_damaged and restored.kept is not None:
        print_error(tr("The damaged file is kept beside it: {file}", file=restored.kept.name))
    print_error(tr("No copy is removed until somebody says that it is right: {command}", command="zlp copies --right"))
    return 0


def _what_differs(program: Program, plan: str, found: ComparedCopy) -> tuple[str, ...]:
    from zlp_tui.conversation.ports.plan_copying import CopyDifference
    from zlp_tui.conversation.telling.copies_told import told_differences

    if found.differs is None or found.here is None:
        return told_differences(None, program.tr)
    words = () if found.differs.none else comparing(program).words(plan, found.here, found.there, "copy")
    return told_differences(CopyDifference(*found.differs, words), program.tr)


def _require_yes(program: Program) -> None:
    tr, nothing = program.tr, Refused("Nothing was changed.")
    said = {folded(tr("yes")): True, folded(tr("no")): False}
    how = tr("Type yes to go back to this copy, or no.")
    if not ask_until(program, how, how, lambda typed: said.get(folded(typed)), how, nothing):
        raise nothing
