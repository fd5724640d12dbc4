"""The context that every command gets: folders, translations, options, standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui import places
from zlp_tui.access_point import AccessSource
from zlp_tui.command import runtime
from zlp_tui.command.parsing.options import Options
from zlp_tui.errors import Refused, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.text import clean, one_line

if TYPE_CHECKING:
    from zlp_tui.conversation.session.front_door import Front
    from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
    from zlp_tui.plain.pages.line_writer import LineWriter
    from zlp_tui.plain.typed.stdin_reader import StdinReader
    from zlp_tui.script.script import Script
    from zlp_tui.store.plans_to_read import PlansToRead

FROM_INPUT = "-"


def now() -> datetime:
    """This moment, in universal time."""
    return datetime.now(UTC)


def new_id() -> str:
    """An id that nothing else has."""
    from uuid import uuid4  # not for the first picture

    return str(uuid4())


def print_error(sentence: str) -> None:
    """Print a sentence on standard error: on one line, unless that is a terminal with an end to its lines."""
    from zlp_tui.plain.pages.text_width import NO_BREAK, bounded, shown, wrapped

    columns = runtime.terminal_columns(2)
    lines = [shown(sentence).replace(NO_BREAK, " ")] if columns is None else wrapped(sentence, columns=bounded(columns))
    told = "\n".join(lines)
    with suppress(OSError):  # standard error may be on a full disk; there is nobody else to tell
        sys.stderr.write(f"{told}\n")


class Program:
    """One run of `zlp`. `locale_folder` is `content/<locale>`: script and help."""

    def __init__(
        self, options: Options, tr: Catalogue, *, locale_folder: Path, home: Path, packs: tuple[Path, ...]
    ) -> None:
        self.options = options
        self.tr = tr
        self.locale_folder = locale_folder
        self.home = home
        self.packs = packs
        self._script: Script | None = None
        self.source: AccessSource = "command"
        """By which face the plans are used, for their logs; to be said before `lock` is asked for."""
        self._told: set[str] = set()

    def without_packs(self) -> Program:
        """The same run without packs."""
        return Program(self.options, self.tr, locale_folder=self.locale_folder, home=self.home, packs=())

    @cached_property
    def out(self) -> LineWriter:
        """Standard output; imported when it is first used."""
        from zlp_tui.plain.pages.line_writer import LineWriter
        from zlp_tui.plain.pages.text_width import bounded

        def columns() -> int:
            return bounded(runtime.terminal_columns(1) or 0)

        return LineWriter(sys.stdout.buffer, echoes=os.isatty(0) and os.isatty(1), columns=columns)

    @cached_property
    def aside(self) -> LineWriter:
        """Standard error, for questions of a command whose output is read by others."""
        from zlp_tui.plain.pages.line_writer import LineWriter

        return LineWriter(sys.stderr.buffer, echoes=True)

    @cached_property
    def lines(self) -> StdinReader:
        """Standard input."""
        from zlp_tui.plain.typed.stdin_reader import StdinReader

        return StdinReader(0)

    @cached_property
    def lock(self) -> HomeLock:
        """How the plans of the user are kept, and who unlocked them."""
        from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock

        return HomeLock(self.home, clock=now, new_id=new_id, source=self.source)

    def lock_after(self) -> int:
        """After how many minutes without a key the screen is locked, at most: as usual where the settings cannot be
        read, which is told with the keys."""
        from zlp_tui.errors import ZlpError
        from zlp_tui.settings import Settings, load_settings

        try:
            return load_settings(places.settings_file(self.home)).lock_after
        except ZlpError:
            return Settings().lock_after

    @property
    def is_unlocked(self) -> bool:
        """Whether the plans have a lock that somebody opened."""
        from zlp_tui.conversation.ports.keyholding import Unlocked

        return isinstance(self.lock.state(), Unlocked)

    @property
    def is_to_be_locked(self) -> bool:
        """Whether a passphrase is given with which the plans are locked, if they are not yet."""
        from zlp_tui.command.questions.passphrases import is_given

        return is_given()

    def unlock(self) -> None:
        """Open the plans of the user, where they are locked or are to be; errors as of `unlocking.unlock`."""
        from zlp_tui.conversation.session.locked_plans.home_lock import has_keyholders

        if has_keyholders(self.home) or self.is_to_be_locked:
            from zlp_tui.command.questions.unlocking import unlock  # not for the first picture of who has no lock

            unlock(self)

    @contextmanager
    def plans(self) -> Iterator[PlansToRead]:
        """The plans of the user to read, unlocked; let go of afterwards."""
        self.unlock()
        plans = self.lock.to_read()
        try:
            yield plans
        finally:
            plans.close()

    def read_name(self, typed: str) -> str:
        """A name from the command line, or the next line of standard input where it is `-`."""
        if typed != FROM_INPUT:
            return typed
        line = self.lines.next()
        if line is None or not one_line(line):
            raise Refused("There is no name in standard input.")
        return one_line(line)

    def read_text(self, typed: str) -> str:
        """Words from the command line, or the next line of standard input where it is `-`."""
        line = self.lines.next() if typed == FROM_INPUT else typed
        if line is None or not clean(line).text:
            raise Refused("There are no words in this yet.")
        return line

    def print_error_once(self, sentence: str) -> None:
        """`print_error`, unless this run did so already."""
        if sentence not in self._told:
            self._told.add(sentence)
            print_error(sentence)

    def print_problems(self, problems: Iterable[ZlpError]) -> None:
        """Print which files of the script are left out, and why."""
        for problem in problems:
            print_error(self.tr(problem.message, **problem.values))

    def front(
        self, home: Path | None = None, clock: Callable[[], datetime] = now, *, patience: float | None = None,
        durable: bool = True,
    ) -> Front:
        """The front door, with the packs of `--content`; heavy to load. `home` is one with plans to practise with, in
        one file; None for the plans of the user, which are unlocked first. Not `durable`: what is thrown away anyway.

        `patience`: how many seconds a write waits for another window; None for as long as a key may go unanswered.
        """
        from zlp_tui.conversation.session.front_door import front_with
        from zlp_tui.store.store import A_MOMENT

        wait = A_MOMENT if patience is None else patience
        self._find_packs()
        if home is None:
            self.unlock()
        return front_with(
            self.load_script(), home or self.home, self.tr, clock, new_id, patience=wait, durable=durable,
            open_stores=partial(self.lock.stores, patience=wait) if home is None else None,
            lock=self.lock if home is None else None,
        )

    def load_script(self) -> Script:
        """The script, with the packs of `--content`, loaded once; what is wrong in it is told elsewhere."""
        if self._script is None:
            from zlp_tui.script.loading import load_script

            self._script = load_script(self.locale_folder, self.packs)
        return self._script

    def script(self) -> Script:
        """The script, with the packs of `--content`; its problems are printed."""
        self._find_packs()
        script = self.load_script()
        self.print_problems(script.problems)
        return script

    def _find_packs(self) -> None:
        for pack in self.packs:
            if not pack.is_dir():
                raise Refused("This folder is not there: {folder}", folder=pack)
