"""`ZlpApp`: the Textual app. It opens and closes plans; each screen does the rest.

Nothing heavy is imported here: storage, script and the screens of a plan load in a thread after the first frame.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.reactive import Reactive

from screens import themes
from screens._textual import PlainApp
from screens.exit_signals import close_on_signals
from screens.home_screen import HomeCallbacks, HomeScreen, PracticeHomeScreen
from screens.parts.actions import APP_ACTIONS, HELP_TOO, QUIT, STOP_TALKING, split_keys
from screens.parts.base_screen import BaseScreen
from screens.parts.too_small import is_too_small
from screens.stray_errors import StrayErrors
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import StoreBusy, ZlpError
from zlp_tui.i18n import Catalogue

if TYPE_CHECKING:  # not at the front door: the classes of the desk and the view take a tenth of the first picture
    from textual.theme import Theme

    from screens.plan_navigator import PlanNavigator
    from zlp_tui.conversation.ports.desk import FrontDoor
    from zlp_tui.plan.view import Address


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
    `clock` gives seconds, by which keys are timed.
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
    ) -> None:
        self._themes = {theme.name: theme for theme in themes.both_themes()}
        super().__init__(log_file=log_file, before_crash=self._flush_drafts)
        self.clock = clock
        self.tr = tr
        self._make_front = front
        self._make_practice = practise
        self._left_out = left_out
        self._read_keymap = keymap
        self._help_folder = help_folder
        self._today = today
        self._start_at = start_at or StartAt()
        self._front: FrontDoor | None = None
        self._practice: FrontDoor | None = None
        self._wanted: Callable[[], None] | None = None
        self.navigator: PlanNavigator | None = None
        self._session_ended = False
        self._usual_turn = sys.getswitchinterval()
        self._stop_watching: Callable[[], None] = lambda: None
        self.home = HomeScreen(lines=lines, tr=tr, callbacks=self._home_callbacks(lambda: self._front), now=clock)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our two, from the first moment: a theme that is set later lets Textual parse all styles once more."""
        return self._themes

    def get_default_screen(self) -> HomeScreen:
        """Home lies under everything."""
        return self.home

    def on_mount(self) -> None:
        sys.setswitchinterval(TURN)
        loop = asyncio.get_running_loop()
        self._stop_watching = StrayErrors(self._failed, self._output_failed, self.log_error).watch(loop)
        if not self.is_headless:
            close_on_signals(loop, self._closed_from_outside)
        if self._start_at.plan is not None:
            plan, start_at = self._start_at.plan, self._start_at
            self.hold_keys()
            self._wanted = lambda: self._open(self._front, plan, start_at)
        self.call_after_refresh(self._after_first_picture)

    def _after_first_picture(self) -> None:
        gc.freeze()
        self.run_worker(self._load, thread=True, exit_on_error=True)

    # opening the store

    def _load(self) -> None:
        """In a thread: everything that is slow to load."""
        from screens import plan_navigator  # noqa: F401 - the screens of a plan, so that opening one takes no time

        self._load_keymap()
        try:
            front = self._make_front()
        except ZlpError as error:
            self.call_from_thread(self._not_opened, error)
        else:
            self.call_from_thread(self._opened, front)

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

    def _not_opened(self, error: ZlpError) -> None:
        self._wanted = None
        self.release_keys()
        self.home.notice.refuse(self.tr(error.message, **error.values))

    def _opened(self, front: FrontDoor) -> None:
        self._front = front
        gc.freeze()
        gc.enable()
        self._home_knows(self.home, front)
        if self._left_out():
            self.home.add(self.tr("Not all questions could be read. Later, type: zlp check"))
        if front.shared_folder:
            self.home.add(front.shared_folder)
        if front.read_only:
            self.home.notice.refuse(front.why_read_only)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted()

    def _home_knows(self, home: HomeScreen, front: FrontDoor, *, ended: bool = False) -> None:
        from zlp_tui.dates import long_date, short_date

        today, locale = self._today(), self.tr.locale
        find = partial(front.plans, ended=True) if ended else front.plans
        home.found_by(find, today, long_date(today, locale), lambda day: short_date(day, locale, today=today))

    def _when_open(self, front: Callable[[], FrontDoor | None], do: Callable[[FrontDoor], None]) -> None:
        """Do something with the front door, now or as soon as it is there; keys typed meanwhile wait."""
        door = front()
        if door is not None:
            do(door)
            return
        self.hold_keys()
        self.home.notice.show(self.tr("One moment please"))
        self._wanted = lambda: self._when_open(front, do)

    # home

    def _home_callbacks(self, front: Callable[[], FrontDoor | None]) -> HomeCallbacks:
        return HomeCallbacks(
            open_plan=lambda plan: self._when_open(front, lambda door: self._open(door, plan)),
            new_plan=lambda: self._when_open(front, self._new_plan),
            ended_plans=lambda: self._when_open(front, self._ended_plans),
            practise=self._practise,
            open_help=self._help,
            toggle_theme=self.toggle_theme,
            quit=self._quit,
        )

    def _open(self, front: FrontDoor | None, plan: str, start_at: StartAt | None = None) -> None:
        """Put a plan on the table."""
        from screens.plan_navigator import PlanNavigator

        home = self._home_on_top()
        try:
            if front is None or self.navigator is not None:  # Enter twice: one plan is on the table
                return
            desk = front.open(plan)
            start = start_at or StartAt()
            if start.route is not None:
                desk.take_route(start.route)
            if start.topic is not None:
                desk.go_topic(start.topic)
            joined = desk.join(start.voice) if start.voice is not None else None
            if joined is not None:
                desk.speak_as(joined[0].id)
        except ZlpError as error:
            self.release_keys()
            home.notice.refuse(self.tr(error.message, **error.values))
            return
        home.notice.clear()
        self.navigator = PlanNavigator(
            self, desk, self.tr, self._help_folder, closed=self._plan_closed, toggle_theme=self.toggle_theme,
            now=self.clock,
        )
        self.navigator.start(joined)

    def _home_on_top(self) -> HomeScreen:
        """The list of plans that we are in: the real one, or the one to practise with."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, HomeScreen)), self.home)

    def _plan_closed(self) -> None:
        self.navigator = None

    def _new_plan(self, front: FrontDoor) -> None:
        from screens.new_plan_screen import NewPlanScreen

        def open_plan(plan: str) -> None:
            self.pop_screen()
            self._open(front, plan)

        def start(name: str, salutation: str | None, address: Address) -> None:
            open_plan(front.new_plan(name, salutation, address))

        self.show_screen(NewPlanScreen(
            tr=self.tr, start=start, known=front.plans_of, open_plan=open_plan, back=self._pop,
            open_help=self._help, now=self.clock,
        ))

    def _ended_plans(self, front: FrontDoor) -> None:
        """The list of plans that have ended, above the one that we are in."""
        from screens.ended_plans_screen import EndedPlansScreen

        callbacks = self._home_callbacks(lambda: front)._replace(quit=self._pop)
        home = EndedPlansScreen(
            lines=lambda: front.plans(ended=True), tr=self.tr, callbacks=callbacks, now=self.clock,
        )
        self._home_knows(home, front, ended=True)
        self.show_screen(home)

    def _pop(self) -> None:
        self.pop_screen()

    def _practise(self) -> None:
        """A list of people who do not exist; what one says there is thrown away."""
        if self._make_practice is None:
            return
        self.hold_keys()
        self.home.notice.show(self.tr("One moment please"))
        self.run_worker(self._lay_out_practice, thread=True, exit_on_error=True)

    def _lay_out_practice(self) -> None:
        try:
            practice = self._practice or (self._make_practice() if self._make_practice else None)
        except ZlpError as error:
            self.call_from_thread(self._not_opened, error)
            return
        if practice is not None:
            self.call_from_thread(self._show_practice, practice)

    def _show_practice(self, practice: FrontDoor) -> None:
        self._practice = practice
        self.home.notice.clear()
        is_there = any(isinstance(screen, PracticeHomeScreen) for screen in self.screen_stack)
        if is_there or self.navigator is not None:  # asked for twice, or a plan was opened meanwhile
            self.release_keys()
            return
        callbacks = self._home_callbacks(lambda: practice)._replace(quit=self._pop)
        home = PracticeHomeScreen(lines=practice.plans, tr=self.tr, callbacks=callbacks, now=self.clock)
        self._home_knows(home, practice)
        self.show_screen(home)

    def _help(self, page: str) -> None:
        from screens.help_screen import HelpScreen
        from zlp_tui.script.wording import worded

        def words(text: str) -> str:
            return worded(text, client="u")

        keys = self.screen.key_help() if isinstance(self.screen, BaseScreen) else ()
        self.show_screen(HelpScreen(self._help_folder, page, self.tr, words, self._pop, self.clock, keys=keys))

    # everywhere

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

    async def on_event(self, event: events.Event) -> None:
        """In a window that is too small nothing reaches what lies beneath the page that says so, but the ways out."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded and is_too_small(self.size):
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
        if self.navigator is not None and not self._session_ended:
            with suppress(ZlpError):
                self.navigator.end_session()

    def _leave(self, code: int) -> None:
        if self.navigator is not None:
            try:
                self._end_session(self.navigator, patient=code != 0)
            except ZlpError as error:
                if code == 0:
                    self.navigator.refuse(error)
                    return
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
        if self.navigator is not None:
            self.navigator.flush_drafts()

    def on_unmount(self) -> None:
        sys.setswitchinterval(self._usual_turn)
        for front in (self._front, self._practice):
            if front is not None:
                front.close()
        self._stop_watching()


def _problem_of(keymap: Mapping[str, str]) -> ZlpError | None:
    from screens.keymap import problem_of  # imports all screens: only for a user with own keys

    return problem_of(keymap)
