"""`zlp hand-over` and `zlp take-in`: a plan taken along in one locked file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command.program import Program, new_id, now, print_error
from zlp_tui.command.reading.plan_reader import comparing
from zlp_tui.command.reading.read_commands import local_today
from zlp_tui.command.whole_plans.keys_command import plan_keys
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.errors import Refused
from zlp_tui.text import one_line

if TYPE_CHECKING:
    from zlp_tui.store.kept_copies.plan_differences import PlanDifferences


def hand_over(program: Program) -> int:
    """`zlp hand-over`: write all of a plan into one file, for those who are named or all who may open it."""
    from zlp_tui.store.own_files.hand_over import hand_over as write_file

    options, tr = program.options, program.tr
    with plan_keys(program) as (known, plans):
        found = find_plan(plans, program.read_name(options.plan or ""), tr, local_today())
        named = [known.named(program.read_name(name)) for name in options.audience]
        openers = dict.fromkeys(owner.public for owner in named) or known.openers(found.id)
        file = Path(program.read_name(options.to or "")).expanduser()
        if not file.parent.is_dir():
            raise Refused("This folder is not there: {folder}", folder=file.parent)
        write_file(
            places.plans_folder(program.home), found.id, program.lock.who.keys, file, tuple(openers), new_id, now,
            with_number=options.with_number,
        )
        names = [one_line(owner.name) for owner in known.owners() if owner.public in openers]
    print_error(tr("{plan} stands in {file}. This opens with a key of: {names}", plan=one_line(found.name),
                   file=file.name, names=", ".join(names) or "?"))
    if not options.with_number:
        print_error(tr("A citizen service number does not go along. For that: {option}", option="--with-bsn"))
    return 0


def take_in(program: Program) -> int:
    """`zlp take-in`: take in a plan that was handed over; or choose between it and the one that was here."""
    from zlp_tui.conversation.session.locked_plans.taking_in import PlansTakenIn

    options, tr = program.options, program.tr
    with plan_keys(program) as (known, plans):
        taking = PlansTakenIn(program.home, program.lock.who.keys, clock=now, new_id=new_id)
        given = program.read_name(options.file)
        if options.choose is not None:
            found = find_plan(plans, given, tr, local_today())
            plans.close()
            taking.keep(found.id, options.choose)
            print_error(tr("{plan}: one of the two is kept.", plan=one_line(found.name)))
            if options.choose == "taken-in":
                print_error(tr("The file of before stays beside it until you say that all is right: {command}",
                               command="zlp keys confirm"))
            return 0
        taken = taking.take_in(Path(given).expanduser())
        name = next((one_line(plan.name) for plan in known.my_plans() if plan.id == taken.plan), "?")
        some = taken.differs is not None and not taken.differs.none
        words = comparing(program).words(taken.plan, *taking.files(taken.plan), "taken-in") if some else ()
    if taken.differs is None:
        print_error(tr("{plan}: the plan is here now.", plan=name))
    elif taken.differs.none:
        print_error(tr("{plan}: this plan is here already, and nothing differs.", plan=name))
    else:
        _say_what_differs(program, name, taken.differs, words)
    return 0


def _say_what_differs(program: Program, name: str, differs: PlanDifferences, words: Iterable[str]) -> None:
    from zlp_tui.dates import short_date

    tr = program.tr
    print_error(tr("{plan}: this plan is here already. Both are kept until you choose.", plan=name))
    if differs.only_here:
        print_error(tr.plural(
            "Only here: {count} change, the last one on {day}.", "Only here: {count} changes, the last one on {day}.",
            differs.only_here, day=short_date(differs.last_here, tr.locale),
        ))
    if differs.only_there:
        print_error(tr.plural(
            "Only in the file: {count} change, the last one on {day}.",
            "Only in the file: {count} changes, the last one on {day}.",
            differs.only_there, day=short_date(differs.last_there, tr.locale),
        ))
    for told in words:
        print_error(told)
    print_error(tr("Keep the one that was here: {command}", command="zlp take-in PLAN --choose here"))
    print_error(tr("Keep the one from the file: {command}", command="zlp take-in PLAN --choose taken-in"))
