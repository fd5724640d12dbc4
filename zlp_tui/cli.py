"""The `zlp` command: the only module that knows both the screens and the rest.

Everything heavy is imported where it is used, so that help, the list of plans and the first picture come at once.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from zlp_tui import places
from zlp_tui.collector import pause_collector
from zlp_tui.command import runtime
from zlp_tui.command.face import shows_screens
from zlp_tui.command.parsing.options import Options
from zlp_tui.command.program import Program, now, print_error
from zlp_tui.errors import Ambiguous, KeysDamaged, StoreDamaged, StoreError, ZlpError
from zlp_tui.i18n import Catalogue, CatalogueMissing
from zlp_tui.text import one_line

if TYPE_CHECKING:
    from screens.app import StartAt, ZlpApp
    from zlp_tui.command.demo import DemoHome
    from zlp_tui.conversation.ports.keyholding import KeyholderName
    from zlp_tui.conversation.ports.plan_list_item import PlanListItem
    from zlp_tui.conversation.session.front_door import Front
    from zlp_tui.store.plans_to_read import PlansToRead

LOCALE = "nl"
PACK = "ZLP_CONTENT"
UNWRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code. 0 done, 1 refused or failed, 2 wrong use, 128 plus a signal's number."""
    pause_collector()  # whoever stays longer resumes it
    runtime.set_up_process()
    try:
        tr = Catalogue(LOCALE, places.content())
    except CatalogueMissing as missing:  # the one message that cannot be in the user's language
        sys.stderr.write(f"zlp: {missing}\n")
        return 1
    try:
        home = places.home()
    except ZlpError as error:
        print_error(tr(error.message, **error.values))
        return 1
    try:
        with runtime.exit_on_signals():
            code = _run(sys.argv[1:] if arguments is None else arguments, tr, home)
            sys.stdout.flush()  # output that cannot be written is an error of its own, told below
            return code
    except ZlpError as error:
        return _refused(error, tr, home)
    except BrokenPipeError:
        return runtime.BROKEN_PIPE
    except KeyboardInterrupt:
        return runtime.INTERRUPTED
    except PermissionError as error:
        closed = tr("zlp may not look in this folder: {folder}. Ask who looks after it.", folder=home)
        return _failed(error, closed, home)
    except OSError as error:
        unwritten = tr("The output could not be written: the disk is full or does not work. "
                       "What was not followed by “Saved” may not be kept.")
        return _failed(error, unwritten if error.errno in UNWRITTEN else _unknown(tr), home)
    except Exception as error:  # noqa: BLE001 - the last door: the user gets a sentence, the log where it went wrong
        return _failed(error, _unknown(tr), home)
    finally:
        runtime.flush_output()
        gc.freeze()  # the process ends: nothing needs to be looked through once more


def _run(arguments: Sequence[str], tr: Catalogue, home: Path) -> int:
    options = _options(arguments, tr)
    places.check_environment(home)
    named = options.content or tuple(filter(None, (os.environ.get(PACK),)))
    program = Program(
        options,
        tr,
        locale_folder=places.content() / LOCALE,
        home=home,
        packs=tuple(Path(pack).expanduser() for pack in named),
    )
    if places.unfinished_exports(home).exists():
        from zlp_tui.conversation.session.export_import.plan_export import clear_unfinished

        clear_unfinished(home)
    return _run_command(program)


def _run_command(program: Program) -> int:
    """Run one command. The type checker sees that each of `CommandName` is there."""
    match program.options.command:
        case "app" | "demo" | "talk":
            return _converse(program)
        case "new" | "note" | "end" | "import" as writing:
            from zlp_tui.command import write_commands
            from zlp_tui.command.whole_plans import import_command

            write = {
                "new": write_commands.new, "note": write_commands.note, "end": write_commands.end,
                "import": import_command.import_plan,
            }
            return write[writing](program)
        case "keys" | "hand-over" | "take-in" | "backup" | "copies" | "restore" | "erase" as locked:
            return _with_locked_plans(program, locked)
        case "diff":
            from zlp_tui.command.reading.diff_command import diff

            return diff(program)
        case "prepare":
            from zlp_tui.command.reading.prepare_command import prepare

            return prepare(program)
        case "show":
            from zlp_tui.command.reading.show_command import show

            return show(program)
        case "search" | "audit" | "export" as of_one:
            return _of_one_plan(program, of_one)
        case "check":
            return _check(program)
        case "plans" | "due" | "today" as listing:
            from zlp_tui.command.reading import read_commands

            return {"plans": read_commands.plans, "due": read_commands.due, "today": _today}[listing](program)


def _of_one_plan(program: Program, command: Literal["search", "audit", "export"]) -> int:
    from zlp_tui.command.reading import audit_command, search_command
    from zlp_tui.command.whole_plans import export_command

    run: Mapping[str, Callable[[Program], int]] = {
        "search": search_command.search, "audit": audit_command.audit, "export": export_command.export,
    }
    return run[command](program)


def _with_locked_plans(
    program: Program, command: Literal["keys", "hand-over", "take-in", "backup", "copies", "restore", "erase"]
) -> int:
    from zlp_tui.command.whole_plans import copies_command, erase_command, hand_over_command, keys_command

    run: Mapping[str, Callable[[Program], int]] = {
        "keys": keys_command.keys, "hand-over": hand_over_command.hand_over, "take-in": hand_over_command.take_in,
        "backup": copies_command.backup, "copies": copies_command.list_copies, "restore": copies_command.restore,
        "erase": erase_command.erase,
    }
    return run[command](program)


def _check(program: Program) -> int:
    if program.options.law is not None:
        from zlp_tui.command.checking.law_command import check_law

        return check_law(program, program.options.law)
    from zlp_tui.command.checking.check_command import check

    return check(program, _settings_problem(program.home))


def _today(program: Program) -> int:
    from zlp_tui.command.reading.today_command import today

    return today(program)


def _settings_problem(home: Path) -> ZlpError | None:
    """What is wrong with the settings of the user; None also when there are none."""
    if not places.settings_file(home).exists():
        return None
    from screens.keymap import problem_of
    from zlp_tui.settings import load_settings

    try:
        return problem_of(load_settings(places.settings_file(home)).keymap)
    except ZlpError as broken:
        return broken


def _keymap(home: Path) -> Mapping[str, str]:
    from zlp_tui.settings import load_settings

    return load_settings(places.settings_file(home)).keymap


def _options(arguments: Sequence[str], tr: Catalogue) -> Options:
    if not arguments:
        return Options()
    from zlp_tui.command.parsing.arguments import parse_arguments

    try:
        return parse_arguments(arguments, tr, places.content())
    except SystemExit:
        sys.stdout.flush()  # help that could not be written is no success
        raise


def _converse(program: Program) -> int:
    """Run the app where the terminal can show it, else plain mode."""
    on_screen = shows_screens(plain=program.options.plain, settings_file=places.settings_file(program.home))
    program.source = "screen" if on_screen else "lines"
    with ExitStack() as opened:
        practice = None
        if program.options.command == "demo":
            from zlp_tui.command.demo import temporary_home

            practice = opened.enter_context(temporary_home(program))
        if on_screen:
            return _on_screen(program, practice, opened)
        from zlp_tui.command.write_commands import talk

        return talk(program, practice)


def _on_screen(program: Program, practice: DemoHome | None, opened: ExitStack) -> int:
    from screens.app import StartAt
    from zlp_tui.store.plans_to_read import OneFileToRead

    options, problems = program.options, list[ZlpError]()
    plans = _to_read(program) if practice is None else OneFileToRead(places.store_file(practice.home), clock=now)
    who = _named_holder(program) if plans is None else None
    named = program.read_name(options.plan) if options.plan is not None else None  # may be typed here
    voice = program.read_name(options.voice) if options.voice is not None else None
    if named is not None and plans is not None:  # of locked plans the screens look it up once somebody has unlocked
        from zlp_tui.conversation.session.plan_lists.plan_list import find_plan

        named = find_plan(plans, named, program.tr, now().astimezone().date()).id
    with runtime.keys_unseen():
        start_at = StartAt(named, options.topic, voice, options.route)
        app = _app(program, practice, opened, problems, plans, start_at, who)
    with runtime.redirect_stderr(places.log_file(program.home)):
        app.run()
    if app.crashed:
        print_error(_unknown(program.tr))
        return 1
    program.print_problems(problems)
    return app.return_code or 0


def _to_read(program: Program) -> PlansToRead | None:
    """The plans of the user; None while they are locked: the screens ask for the passphrase, unless a file has it."""
    from zlp_tui.command.questions.passphrases import is_given
    from zlp_tui.conversation.ports.keyholding import Locked

    if is_given():
        program.unlock()
    return None if isinstance(program.lock.state(), Locked) else program.lock.to_read()


def _named_holder(program: Program) -> KeyholderName | None:
    if program.options.keyholder is None:
        return None
    from zlp_tui.command.questions.unlocking import named_holder

    return named_holder(program)


def _app(
    program: Program, practice: DemoHome | None, opened: ExitStack, problems: list[ZlpError],
    plans: PlansToRead | None, start_at: StartAt, who: KeyholderName | None,
) -> ZlpApp:
    """The app, with the practice plans laid out where those are wanted; what is wrong in a pack is added to `problems`.
    `who` unlocks the plans, where that was said.
    """
    from screens.app import ZlpApp
    from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards

    if practice is not None:
        practice.fill(aloud=True)

    def front() -> Front:
        ours = program.front() if practice is None else program.front(practice.home, durable=False)
        if practice is None and program.is_unlocked:
            _load_for_locked_plans()
        problems[:] = ours.script.problems
        return ours

    def practise() -> Front:
        from zlp_tui.command.demo import temporary_home

        examples = opened.enter_context(temporary_home(program))
        examples.fill()
        return program.front(examples.home, durable=False)

    def lines() -> tuple[PlanListItem, ...]:
        from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines

        return plan_lines(plans, today=now().astimezone().date(), tr=program.tr) if plans is not None else ()

    def warm() -> None:
        """What unlocking and the plans need, while somebody types their words."""
        from zlp_tui.conversation.session import front_door  # noqa: F401
        from zlp_tui.keys import keyholder  # noqa: F401

        program.load_script()
        _load_for_locked_plans()

    return ZlpApp(
        lines=lines,
        front=front,
        tr=program.tr,
        help_folder=program.locale_folder / "help",
        today=date.today,
        start_at=start_at,
        practise=practise,
        log_file=places.log_file(program.home),
        left_out=lambda: bool(problems),
        keymap=lambda: _keymap(program.home),
        lock=HomeLockWizards(program.lock, program.tr, who) if practice is None else None,
        warm=warm,
        idle_minutes=program.lock_after,
    )


def _load_for_locked_plans() -> None:
    """What opening a locked plan needs beside that of an open one: in a thread, not when somebody opens the first."""
    from zlp_tui.conversation.session.locked_plans import (  # noqa: F401
        automatic_copies,
        plan_copy_store,
        plan_keyring,
        words_that_differ,
    )
    from zlp_tui.conversation.wizards import plan_copies_wizards  # noqa: F401


def _unknown(tr: Catalogue) -> str:
    """What is known after an error of the program: nobody looked whether the last words were kept."""
    return tr("Something went wrong in the program. What was followed by “Saved” is kept. Please start zlp again.")


def _refused(error: ZlpError, tr: Catalogue, home: Path) -> int:
    """Print the message of the error; log a store error with its cause."""
    if isinstance(error, StoreError):
        _log(error, home)
    told = tr(error.message, **error.values)
    if _is_damaged_plan(error, home) and not isinstance(error, KeysDamaged):
        told += " " + tr("Is there a copy to go back to? That says: {command}", command="zlp copies")
    print_error(told)
    for name, plan_id in error.choices if isinstance(error, Ambiguous) else ():
        print_error(f"{one_line(name)} · {plan_id}")
    return _exit_code(error, home)


def _exit_code(error: ZlpError, home: Path) -> int:
    """With what a refused command ends. A file that is damaged has a code of its own where plans are locked."""
    return KeysDamaged.exit_code if _is_damaged_plan(error, home) else error.exit_code


def _is_damaged_plan(error: ZlpError, home: Path) -> bool:
    """Whether it tells of a damaged file where plans are locked."""
    from zlp_tui.conversation.session.locked_plans.home_lock import has_keyholders

    return isinstance(error, StoreDamaged) and has_keyholders(home)


def _failed(error: Exception, sentence: str, home: Path) -> int:
    _log(error, home)
    print_error(sentence)
    return 1


def _log(error: Exception, home: Path) -> None:
    from zlp_tui.error_log import log_error

    log_error(places.log_file(home), error)
