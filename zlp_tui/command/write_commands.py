"""Commands that write, without screens: `new`, `note`, `end`, and `talk` in plain mode."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui.collector import resume_collector
from zlp_tui.command.program import Program, print_error
from zlp_tui.command.questions.lock_lines import opened_by_somebody, screen_lock, watched_lines
from zlp_tui.command.questions.note_subject import asked_subject, named_subject
from zlp_tui.command.questions.passphrases import unseen_lines
from zlp_tui.command.questions.writer_question import asked_writer, named_writer
from zlp_tui.errors import Refused, StoreDamaged, StoreReadOnly
from zlp_tui.plain.plain_wizard import PlainWizard
from zlp_tui.plain.plan_chooser import choose_plan, print_about
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plain.watched_choice import chosen_while_watched
from zlp_tui.saved_text import saved_text
from zlp_tui.text import NAME_LIMIT, clean_name, one_line

if TYPE_CHECKING:
    from zlp_tui.command.demo import DemoHome
    from zlp_tui.command.parsing.options import Options
    from zlp_tui.conversation.ports.follow_up import Noted
    from zlp_tui.conversation.session.desk_session import DeskSession
    from zlp_tui.conversation.session.front_door import Front
    from zlp_tui.plain.screen_lock import ScreenLock
    from zlp_tui.plain.typed.stdin_reader import LineSource

WRONG_USE = 2
PATIENCE = 1.0
"""Seconds to wait for another window."""


def new(program: Program) -> int:
    """`zlp new`: create a plan; prints its id and nothing else."""
    options = program.options
    name = program.read_name(options.name)
    salutation = program.read_name(options.salutation) if options.salutation is not None else None
    front = program.front(patience=PATIENCE)
    try:
        known = front.plans_of(name)
        plan = front.new_plan(name, salutation, options.address)
    finally:
        front.close()
    for there in known:
        print_error(program.tr("There is a plan of this name already: {name}", name=one_line(there.full_name)))
    if any(clean_name(words or "").was_cut for words in (name, salutation)):
        print_error(program.tr("Only the first {count} characters of a name fit.", count=NAME_LIMIT))
    program.out.raw(f"{plan}\n")
    return 0


def note(program: Program) -> int:
    """`zlp note`: save a progress note in a session of its own; prints nothing on standard output. In a terminal it is
    asked what it is about and who writes it, where that was not given. It works while another window has the plan.

    2 where nobody said who writes it and nobody can be asked.
    """
    options = program.options
    named = program.read_name(options.plan or "")
    text = program.read_text(options.text) if options.text is not None else ""
    voice = program.read_name(options.voice) if options.voice is not None else None
    with _front_to_write(program) as front:
        plan = front.find(named)
        front.stores.store_of(plan).require_whole()
        desk = front.beside(plan)
        about = named_subject(desk, options.on) if options.on is not None else asked_subject(program, desk)
        person, new = (
            named_writer(desk, voice, newcomer=options.newcomer) if voice is not None
            else (asked_writer(program, desk), False)
        )
        if person is None:
            print_error(program.tr("Who writes this? Say so with --voice NAME."))
            return WRONG_USE
        desk.seat((person.id,))
        desk.sit_at_keyboard(person.id)
        noted = _noted(desk, options, about, text)
    if new:
        print_error(program.tr("New at the table: {name}", name=person.called))
    if noted.kept.cut_to is not None:
        print_error(saved_text(noted.kept, program.tr))
    if noted.look_at is not None:
        tr = program.tr
        print_error(tr("Three times it did not go, for the same reason. Shall we look at this agreement together?"))
    return 0


def _noted(desk: DeskSession, options: Options, about: str | None, text: str) -> Noted:
    """Write the note; of a bad day only that it was so (M09)."""
    if all(signal.id != about for signal in desk.follow_up.signals()):
        return desk.note_in_passing(about, options.done, options.because, text, options.part)
    if options.done != "yes" or text or options.part:
        raise Refused("Of such a day only this is noted: --done yes. This was not kept.")
    from zlp_tui.conversation.ports.follow_up import Noted

    return Noted(desk.such_a_day_in_passing(about or ""), None)


def end(program: Program) -> int:
    """`zlp end`: a plan ends on a day, for a reason, or goes on again; prints nothing on standard output."""
    options, tr = program.options, program.tr
    named = program.read_name(options.plan or "")
    because = program.read_text(options.reason) if options.reason is not None else ""
    with _front_to_write(program) as front:
        plan = front.find(named)
        front.stores.store_of(plan).require_whole()
        desk = front.open(plan)
        name, ending = one_line(desk.plan_name), desk.ending
        kept = ending.take_up_again() if options.again else ending.end(ending.day(options.on or ""), because)
        desk.leave()
        if options.again:
            print_error(tr("{name}: the plan goes on.", name=name))
        else:
            print_error(tr("{name}: the plan ended on {day}.", name=name, day=ending.since))
    if kept.cut_to is not None:
        print_error(saved_text(kept, tr))
    return 0


def talk(program: Program, practice: DemoHome | None = None) -> int:
    """Plain mode on the user's plans or on the examples; 1 when an answer could not be saved."""
    options = program.options
    if options.plan is None and program.lines.nothing_comes():
        print_about(program.out, program.tr)
        return 0
    named = program.read_name(options.plan) if options.plan is not None else None
    voice = program.read_name(options.voice) if options.voice is not None else None
    home = None
    if practice is not None:
        practice.fill(aloud=True)
        home = practice.home
    elif not opened_by_somebody(program):
        return 0
    with _front_to_write(program, home) as front:
        program.print_problems(front.script.problems)
        if front.shared_folder:
            print_error(front.shared_folder)
        lock = screen_lock(program, front) if practice is None else None
        desk = _chosen_desk(program, front, named, lock)
        if desk is None:
            if not program.lines.came:
                print_about(program.out, program.tr)
            return 0
        resume_collector()
        all_kept = run_talk(
            desk, program.lines, program.out, program.tr, route=options.route, topic=options.topic, voice=voice,
            help_folder=program.locale_folder / "help", unseen=unseen_lines(),
            lock=lock, watched=watched_lines(program, lambda: desk.lock_after) if lock is not None else None,
        )
    return 0 if all_kept else 1


@contextmanager
def _front_to_write(program: Program, home: Path | None = None) -> Iterator[Front]:
    """The front door, closed afterwards; `home` is one to practise in. `StoreReadOnly` where nothing can be kept."""
    front = program.front(home, patience=PATIENCE, durable=home is None)
    try:
        if front.stores.refusal is not None:
            raise front.stores.refusal
        yield front
    finally:
        front.close()


def _chosen_desk(
    program: Program, front: Front, named: str | None, lock: ScreenLock | None
) -> DeskSession | None:
    """A conversation with the plan of this name, or with one that is chosen; None when that was left. With a `lock`
    the screen is locked when nobody chooses."""
    watched = watched_lines(program) if lock is not None else None
    lines: LineSource = watched if watched is not None else program.lines

    def choose() -> DeskSession | None:
        plan = front.find(named) if named is not None else choose_plan(front, lines, program.out, program.tr)
        return _desk_or_copies(program, front, plan, lines) if plan is not None else None

    if watched is None or lock is None:
        return choose()
    return chosen_while_watched(
        choose, watched, lock, PlainWizard(program.lines, program.out, program.tr, unseen_lines()).run
    )


def _desk_or_copies(program: Program, front: Front, plan: str, lines: LineSource) -> DeskSession:
    """A conversation with a plan; one whose file is damaged is asked about first. `StoreDamaged` when it stays so."""
    try:
        return _desk_to_write(front, plan)
    except StoreDamaged:
        copies = front.copies_of_damaged(plan)
        if copies is None:
            raise
        done = PlainWizard(lines, program.out, program.tr).run(copies.ask())
        if done is None or not done.replaced:
            raise
    return _desk_to_write(front, plan)


def _desk_to_write(front: Front, plan: str) -> DeskSession:
    """A conversation with a plan, once no other window has it. `StoreReadOnly` when one keeps it."""
    desk = front.sit_down(plan, PATIENCE)
    if desk.read_only:
        raise StoreReadOnly("This plan is open in another window. Close it there first, then try again.")
    return desk
