"""What `zlp check` finds of the plans: in one file, or each in a locked file of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zlp_tui import places
from zlp_tui.command.program import Program
from zlp_tui.command.questions.unlocking import unlock_if_asked
from zlp_tui.conversation.ports.keyholding import NoKeyholder
from zlp_tui.errors import KeysDamaged
from zlp_tui.store.check import Finding, check
from zlp_tui.text import one_line


class Found(NamedTuple):
    """One thing looked at: what, whether it is sound, and a sentence in the user's language."""

    what: str
    sound: bool
    told: str


def plan_findings(program: Program) -> Iterator[Found]:
    """Everything that can be looked at without changing a file."""
    tr, state = program.tr, program.lock.state()
    if isinstance(state, NoKeyholder):
        yield from _of_one_file(program)
        if state.has_plans:
            told = tr("The plans are not locked yet: whoever uses this account can read them.")
            yield Found("lock", sound=True, told=told)
        return
    try:
        opened = unlock_if_asked(program)
    except KeysDamaged as damaged:
        opened = False
        yield Found("lock", sound=False, told=tr(damaged.message, **damaged.values))
    if opened:
        yield from _of_own_files(program)
    else:
        yield Found("lock", sound=True, told=tr("The plans are locked. So nobody looked whether they are sound."))
    if program.lock.has_plans_to_move:
        yield Found("lock", sound=True, told=tr("Not every plan has a file of its own yet. The next command goes on."))
        yield from _of_one_file(program)
    if left := program.lock.unlocked_copies():
        names = ", ".join(file.name for file in left)
        told = tr("These files are not locked: {files}. Is all right? Then type: zlp keys confirm", files=names)
        yield Found("lock", sound=True, told=told)


def _of_one_file(program: Program) -> Iterator[Found]:
    for finding in check(places.store_file(program.home), None):
        yield _told(program, finding)


def _of_own_files(program: Program) -> Iterator[Found]:
    """What is sound in all plans once, and what is not with whose plan it is."""
    from zlp_tui.store.own_files.check_own_files import check_plan
    from zlp_tui.store.own_files.plan_folder import plans_in

    tr, folder = program.tr, places.plans_folder(program.home)
    checked = [check_plan(folder, plan, program.lock.who.keys) for plan in plans_in(folder)]
    ours = [plan for plan in checked if plan is not None]
    yield Found("lock", sound=True, told=tr("The plans are locked, each with a key of its own."))
    yield from _sound_in_all(_told(program, finding) for plan in ours for finding in plan.findings)
    for plan in ours:
        for found in (_told(program, finding) for finding in plan.findings if not finding.sound):
            whose = one_line(plan.name) or plan.plan
            yield Found(found.what, sound=False, told=tr("{name}: {what}", name=whose, what=found.told))
        if not all(finding.sound for finding in plan.findings):
            yield from _copy_of(program, plan.plan, one_line(plan.name))
    names = {plan.plan: one_line(plan.name) for plan in ours}
    for waiting in plans_in(places.taken_in_folder(program.home)):
        told = tr("{name}: a second file of this plan was taken in. Nobody chose between them yet.",
                  name=names.get(waiting) or waiting)
        yield Found("taken-in", sound=True, told=told)
    if closed := len(checked) - len(ours):
        told = tr.plural("You have no key to {count} plan here.", "You have no key to {count} plans here.", closed)
        yield Found("lock", sound=True, told=told)


def _copy_of(program: Program, plan: str, name: str) -> Iterator[Found]:
    """The copy that a plan which is not sound can go back to."""
    from zlp_tui.conversation.ports.plan_copying import KnownCopy
    from zlp_tui.conversation.telling.copies_told import told_moment

    tr, copies = program.tr, program.lock.copies()
    copy = copies.newest_whole(plan)
    if copy is not None:
        moment = told_moment(KnownCopy(copy.name, copy.made_at, copy.size, copy.why), tr)
        told = tr("{name}: there is a copy of {moment}. To go back to it: {command}",
                  name=name or copies.name_of(plan), moment=moment, command=f"zlp restore {plan} {copy.name}")
        yield Found("copies", sound=True, told=told)


def _sound_in_all(found: Iterable[Found]) -> Iterator[Found]:
    every = tuple(found)
    unsound = {each.what for each in every if not each.sound}
    yield from dict.fromkeys(each for each in every if each.what not in unsound)


def _told(program: Program, finding: Finding) -> Found:
    return Found(finding.what, finding.sound, program.tr(finding.message, **finding.values))
