"""`ZlpApp`: the Textual app. `HomeNavigator` opens plans; here is what is everywhere, and how the app ends.

Nothing heavy is imported here: storage, script and the screens of a plan load in a thread, a moment after the first
frame.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen

from screens import themes
from screens.exit_signals import close_on_signals
from screens.home.home_navigator import HomeNavigator, PlanSources
from screens.parts.actions import APP_ACTIONS, HELP_TOO, QUIT, STOP_TALKING, split_keys
from screens.parts.base_screen import BaseScreen
from screens.parts.too_small import is_too_small
from screens.stray_errors import StrayErrors
from screens.textual_overrides._textual import PlainApp
from zlp_tui.conversation.ports.lock_wizards import LockWizards
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import StoreBusy, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.idle_watch import MINUTES, IdleWatch, seconds_slept

if TYPE_CHECKING:  # not at the front door: the classes of the desk and the view take a tenth of the first picture
    from textual.theme import Theme

    from screens.navigation.plan_navigator import PlanNavigator
    from zlp_tui.conversation.ports.door_to_plans import FrontDoor


TURN: Final = 0.0005
"""Seconds that a thread may go on while another waits. Usually it is ten times as long: so late would a picture that is
drawn be written, by a thread of Textual's, and a key that is pressed while the store loads be answered."""


LAST_CHANCE: Final = 1.0
"""Seconds to go on trying to keep what was typed, when the window is closed from outside (`exit_signals.PATIENCE`)."""


HUNG_UP: Final = 129
"""The exit code for a terminal that is gone: that of SIGHUP."""


class StartAt(NamedTuple):
    """What to open at first: a plan by its id, a topic in it, and the speaker by name; or the list of plans."""

    plan: str | None = None
    topic: str | None = None
    voice: str | None = None
    route: str | None = None


class ZlpApp(PlainApp):
    """The conversation on a screen.

    `lines` reads the list of plans quickly, for the first picture; `front` opens the store and the script, which takes
    a while; `practise` does so for a throw-away copy of the examples. `left_out` says, once the front door is open,
    whether a file of questions could not be used. `keymap` reads the keys that the user chose, by id of the binding.
    `clock` gives seconds, by which keys are timed. `lock` has the wizards for the lock on the plans, if there
    can be one; `warm` loads what will be needed while somebody unlocks them. `slept` gives the seconds that the
    computer slept, and `idle_minutes` how long nobody need press a key before the screen is locked.
    """

    TITLE = "zlp"
    theme: Reactive[str] = Reactive(themes.LIGHT)
    BINDINGS: ClassVar[list[BindingType]] = [action.binding(priority=True) for action in APP_ACTIONS]

    def __init__(
        self,
        *,
        lines: Callable[[], tuple[PlanListItem, ...]],
        front: Callable[[], FrontDoor],
        tr: Catalogue,
        help_folder: Path,
        today: Callable[[], date],
        start_at: StartAt | None = None,
        practise: Callable[[], FrontDoor] | None = None,
        log_file: Path | None = None,
        left_out: Callable[[], bool] = lambda: False,
        keymap: Callable[[], Mapping[str, str]] = dict,
        clock: Callable[[], float] = monotonic,
        lock: LockWizards | None = None,
        warm: Callable[[], None] = lambda: None,
        slept: Callable[[], float] = seconds_slept,
        idle_minutes: Callable[[], int] = lambda: MINUTES,
    ) -> None:
        self._themes = {theme.name: theme for theme in themes.both_themes()}
        super().__init__(log_file=log_file, before_crash=self._flush_drafts)
        self.clock = clock
        self.tr = tr
        self._read_keymap = keymap
        self._start_at = start_at or StartAt()
        self._session_ended = False
        self._usual_turn = sys.getswitchinterval()
        self._stop_watching: Callable[[], None] = lambda: None
        self._homes = HomeNavigator(
            self, PlanSources(lines, front, practise, left_out, lock, warm), tr=tr, help_folder=help_folder,
            today=today, now=clock, first=self._load_first, toggle_theme=self.toggle_theme, quit=self._quit,
            idle=IdleWatch(clock, slept, idle_minutes),
        )
        self.home = self._homes.home

    @property
    def navigator(self) -> PlanNavigator | None:
        """The screens of the plan that is on the table."""
        return self._homes.plan

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our two, from the first moment: a theme that is set later lets Textual parse all styles once more."""
        return self._themes

    def get_default_screen(self) -> Screen[None]:
        """Home lies under everything, or what unlocks the plans until these are open."""
        return self._homes.first_screen()

    def on_mount(self) -> None:
        sys.setswitchinterval(TURN)
        loop = asyncio.get_running_loop()
        self._stop_watching = StrayErrors(self._failed, self._output_failed, self.log_error).watch(loop)
        if not self.is_headless:
            close_on_signals(loop, self._closed_from_outside)
        if self._start_at.plan is not None:
            start = self._start_at
            self._homes.start_at(self._start_at.plan, start.topic, start.voice, start.route)
        self.call_after_refresh(self._homes.load)

    def _load_first(self) -> None:
        """In a thread, before the store: everything else that is slow to load."""
        from babel import lists  # noqa: F401 - as the next one: so that opening a plan takes no time

        from screens.navigation import plan_navigator  # noqa: F401 - the screens of a plan

        self._load_keymap()

    def _load_keymap(self) -> None:
        """In a thread: the keys that the user chose. When something is wrong with one, our own keys stay."""
        try:
            keymap = self._read_keymap()
            problem = _problem_of(keymap) if keymap else None
        except ZlpError as error:
            keymap, problem = {}, error
        if problem is not None:
            self.call_from_thread(self.home.add, self.tr(problem.message, **problem.values))
        elif keymap:
            self.call_from_thread(self._use_keymap, keymap)

    def _use_keymap(self, keymap: Mapping[str, str]) -> None:
        self.set_keymap(keymap)
        self.home.keys.show(self.home.actions())

    # everywhere

    def lock_screen(self) -> bool:
        """Lock the screen; False where there is no lock."""
        return self._homes.screen_locker.lock()

    def toggle_theme(self) -> None:
        """The other theme."""
        self.theme = themes.other_theme(self.theme)

    def action_commands(self) -> None:
        """All that can be done here, to be found by typing."""
        from screens.command_palette_screen import CommandPaletteScreen

        page = self.screen
        if isinstance(page, BaseScreen) and not isinstance(page, CommandPaletteScreen):
            commands = [command for command in page.commands() if command.id != HELP_TOO.id]
            commands += page.everywhere()
            self.show_screen(CommandPaletteScreen(commands, self.tr, self.clock, self._pop))

    def _pop(self) -> None:
        self.pop_screen()

    async def on_event(self, event: events.Event) -> None:
        """In a window that is too small nothing reaches what lies beneath the page that says so, but the ways out.

        A key that answers that the screen will be locked does nothing else.
        """
        typed = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if typed and self._homes.screen_locker.takes(event):
            return
        if typed and is_too_small(self.size):
            if isinstance(event, events.Key) and event.key in self._ways_out():
                self._quit()
                if isinstance(self.screen, BaseScreen):
                    self.screen.too_small.refresh()
            return
        await super().on_event(event)

    def _ways_out(self) -> set[str]:
        actions = (STOP_TALKING, QUIT)
        return {key for action in actions for key in split_keys(self.own_keys.get(action.id, action.keys))}

    async def action_quit(self) -> None:
        """Ctrl+Q: keep everything, and leave."""
        self._quit()

    def _quit(self) -> None:
        self._leave(0)

    def _closed_from_outside(self, code: int) -> None:
        self._leave(code)

    def _failed(self, error: Exception) -> None:
        """An error of the program, in whichever thread it was."""
        if not self.call_later(self._handle_exception, error):
            self.log_error(error)

    def _output_failed(self) -> None:
        """The terminal is gone."""
        self.call_later(self._closed_from_outside, HUNG_UP)

    def on_exit_app(self) -> None:
        """Textual ends the app, also when a browser went away: end the session."""
        plan = self._open_plan
        if plan is not None and not self._session_ended:
            with suppress(ZlpError):
                plan.end_session()

    @property
    def _open_plan(self) -> PlanNavigator | None:
        """The plan whose session goes on: none while the screen is locked."""
        return None if self._homes.screen_locker.is_locked else self.navigator

    def _leave(self, code: int) -> None:
        plan = self._open_plan
        if plan is not None:
            try:
                self._end_session(plan, patient=code != 0)
            except ZlpError as error:
                if code == 0:
                    plan.refuse(error)
                    return
        else:
            self._flush_drafts()
        self.exit(return_code=code)

    def _end_session(self, navigator: PlanNavigator, *, patient: bool) -> None:
        """End it; a window that is closed from outside is not asked again, so it waits for another that writes."""
        until = monotonic() + LAST_CHANCE
        while not self._session_ended:
            try:
                navigator.end_session()
                self._session_ended = True
            except StoreBusy:
                if not patient or monotonic() > until:
                    raise

    def _flush_drafts(self) -> None:
        if self._homes.screen_locker.is_locked:
            return
        if self.navigator is not None:
            self.navigator.flush_drafts()
        for screen in self.screen_stack if self.navigator is None else ():
            if isinstance(screen, BaseScreen) and screen.is_running:
                screen.flush_draft()

    def on_unmount(self) -> None:
        sys.setswitchinterval(self._usual_turn)
        self._homes.close()
        self._stop_watching()


def _problem_of(keymap: Mapping[str, str]) -> ZlpError | None:
    from screens.keymap import problem_of  # imports all screens: only for a user with own keys

    return problem_of(keymap)
