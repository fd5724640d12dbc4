"""The `zlp` command: the only module that knows both the screens and the rest.

Everything heavy is imported where it is used, so that help, the list of plans and the first picture come at once.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.command import process
from zlp_tui.command.asked import Asked
from zlp_tui.command.program import Program, complain
from zlp_tui.errors import Ambiguous, StoreError, ZlpError
from zlp_tui.i18n import Catalogue, CatalogueMissing

if TYPE_CHECKING:
    from zlp_tui.command.demo import Practice
    from zlp_tui.conversation.front import Front

LOCALE = "nl"
PACK = "ZLP_CONTENT"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code. 0 done, 1 refused or failed, 2 wrong use, 128 plus a signal's number."""
    gc.disable()  # importing makes much and throws nothing away; whoever stays longer turns it on again
    process.settle()
    try:
        say = Catalogue(LOCALE, places.content())
    except CatalogueMissing as missing:  # the one message that cannot be in the user's language
        sys.stderr.write(f"zlp: {missing}\n")
        return 1
    home = places.home()
    try:
        with process.ends_on_signals():
            return _run(sys.argv[1:] if arguments is None else arguments, say, home)
    except ZlpError as error:
        return _refused(error, say, home)
    except BrokenPipeError:
        return process.BROKEN_PIPE
    except KeyboardInterrupt:
        return process.INTERRUPTED
    except PermissionError as error:
        closed = say("zlp may not look in this folder: {folder}. Ask who looks after it.", folder=home)
        return _failed(error, closed, home)
    except Exception as error:  # noqa: BLE001 - the last door: the user gets a sentence, the log where it went wrong
        wrong = say("Something went wrong in the program. All that was said is kept. Please start zlp again.")
        return _failed(error, wrong, home)
    finally:
        process.let_go_of_output()
        gc.freeze()  # the process ends: nothing needs to be looked through once more


def _run(arguments: Sequence[str], say: Catalogue, home: Path) -> int:
    asked = _asked(arguments, say)
    named = asked.content or tuple(filter(None, (os.environ.get(PACK),)))
    program = Program(
        asked,
        say,
        locale_folder=places.content() / LOCALE,
        home=home,
        packs=tuple(Path(pack).expanduser() for pack in named),
    )
    if asked.command in ("app", "demo", "talk"):
        return _converse(program)
    if asked.command in ("new", "note"):
        from zlp_tui.command import writes

        return writes.new(program) if asked.command == "new" else writes.note(program)
    from zlp_tui.command import compares, reads

    if asked.command == "check":
        return reads.check(program, _settings_problem(home))
    reading = {"plans": reads.plans, "show": reads.show, "due": reads.due, "diff": compares.diff}
    return reading[asked.command](program)


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


def _asked(arguments: Sequence[str], say: Catalogue) -> Asked:
    if not arguments:
        return Asked()
    from zlp_tui.command.arguments import read_arguments

    return read_arguments(arguments, say, places.content())


def _converse(program: Program) -> int:
    """The conversation: on screens where there is a terminal for them, else line by line."""
    on_screen = not program.asked.plain and process.can_show_screens()
    with ExitStack() as opened:
        practice = None
        if program.asked.command == "demo":
            from zlp_tui.command.demo import throw_away_home

            practice = opened.enter_context(throw_away_home(program))
        if on_screen:
            return _on_screen(program, practice, opened)
        from zlp_tui.command.writes import talk

        return talk(program, practice)


def _on_screen(program: Program, practice: Practice | None, opened: ExitStack) -> int:
    from screens.app import StartAt, ZlpApp
    from zlp_tui.conversation.home_list import find_plan, plan_lines

    asked, log = program.asked, places.log_file(program.home)
    home = program.home if practice is None else practice.home
    file = places.store_file(home)
    plan = find_plan(file, program.words(asked.plan)).id if asked.plan is not None else None
    voice = program.words(asked.voice) if asked.voice is not None else None
    if practice is not None:
        practice.lay_out(aloud=True)

    problems: list[ZlpError] = []

    def front() -> Front:
        ours = program.front(home, window=True)
        problems.extend(ours.script.problems)
        return ours

    def practise() -> Front:
        from zlp_tui.command.demo import throw_away_home

        examples = opened.enter_context(throw_away_home(program))
        examples.lay_out()
        return program.front(examples.home, window=True)

    app = ZlpApp(
        lines=lambda: plan_lines(file),
        front=front,
        say=program.say,
        help_folder=program.locale_folder / "help",
        today=date.today,
        start_at=StartAt(plan, asked.topic, voice),
        practise=practise,
        log_file=log,
        left_out=lambda: bool(problems),
        keymap=lambda: _keymap(program.home),
    )
    with process.screen_to_itself(log):
        app.run()
    program.complain_of(problems)
    return app.return_code or 0


def _refused(error: ZlpError, say: Catalogue, home: Path) -> int:
    """Say in one plain sentence why not; the cause of a trouble with the store goes to the log."""
    if isinstance(error, StoreError):
        _write_down(error, home)
    complain(say(error.message, **error.values))
    for one in error.ids if isinstance(error, Ambiguous) else ():
        complain(one)
    return 1


def _failed(error: Exception, sentence: str, home: Path) -> int:
    _write_down(error, home)
    complain(sentence)
    return 1


def _write_down(error: Exception, home: Path) -> None:
    from zlp_tui.command.log import write_down

    write_down(places.log_file(home), error)
