"""`HomeNavigator`: the lists of plans under everything, and what is opened from them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.screen import Screen

from screens.home.front_door_loader import FrontDoorLoader
from screens.home.home_screen import HomeCallbacks, HomeScreen
from screens.parts.base_screen import BaseScreen
from screens.screen_locker import ScreenLocker, ScreenLockerCallbacks
from screens.textual_overrides._textual import PlainApp, widgets_of
from zlp_tui.collector import resume_collector
from zlp_tui.conversation.ports.lock_wizards import LockWizards
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import StoreDamaged, ZlpError
from zlp_tui.i18n import Catalogue

if TYPE_CHECKING:  # not at the front door: the classes of the desk and the view take a tenth of the first picture
    from textual.timer import Timer

    from screens.navigation.plan_navigator import PlanNavigator
    from zlp_tui.conversation.ports.door_to_plans import FrontDoor
    from zlp_tui.conversation.ports.wizard import WizardDone, WizardStep
    from zlp_tui.idle_watch import IdleWatch
    from zlp_tui.plan.view import Address


A_MOMENT: Final = 0.05
"""Seconds after the first picture in which nothing is loaded: a key that is pressed at once is answered first."""
LOOK_AGAIN: Final = 2.0
"""Seconds between two looks whether plans that can only be read can be written by now."""


class PlanSources(NamedTuple):
    """Where plans come from.

    `lines` reads the list of plans quickly, for the first picture; `front` opens the store and the script, which takes
    a while; `practise` does so for a throw-away copy of the examples. `left_out` says, once the front door is open,
    whether a file of questions could not be used. `lock` has the wizards for the lock on the plans; without it
    there is none, and nothing has to be unlocked. `warm` loads what will be needed, while somebody unlocks.
    """

    lines: Callable[[], tuple[PlanListItem, ...]]
    front: Callable[[], FrontDoor]
    practise: Callable[[], FrontDoor] | None
    left_out: Callable[[], bool]
    lock: LockWizards | None = None
    warm: Callable[[], None] = lambda: None


class HomeNavigator:
    """Opens a plan, a new plan, help, and the lists of plans that have ended and of people to practise with.

    What is asked before the store is open waits for it. `first` is called in the thread that opens the store;
    `toggle_theme` and `quit` are the app's, and `now` is its clock; `idle` says when the screen is to be locked.
    """

    def __init__(
        self, app: PlainApp, sources: PlanSources, *, tr: Catalogue, help_folder: Path, today: Callable[[], date],
        now: Callable[[], float], first: Callable[[], None], toggle_theme: Callable[[], None],
        quit: Callable[[], None], idle: IdleWatch,
    ) -> None:
        self._app = app
        self._tr = tr
        self._help_folder = help_folder
        self._today = today
        self._now = now
        self._toggle_theme = toggle_theme
        self._quit = quit
        self._left_out = sources.left_out
        self._lock = sources.lock
        self._warm = sources.warm
        self._first = first
        self._needed = Event()
        """Set as soon as somebody asks for what must be loaded."""
        self._front = FrontDoorLoader(
            app, sources.front, opened=self._opened, refused=self._refused, first=self._load_first
        )
        self._practice = FrontDoorLoader(
            app, sources.practise, opened=self._show_practice, refused=self._refused
        ) if sources.practise is not None else None
        self._put_off: dict[str, date] = {}
        """By plan, by id: the day on which looking back was put off; it is asked once a day."""
        self._wanted: Callable[[], None] | None = None
        self._once_loaded: Callable[[], None] | None = None
        """What is done once plans that are kept in another way now can be opened."""
        self._released = False
        """Whether the front door was closed because plans are being moved."""
        self._locked = self._lock is not None and self._lock.is_locked
        self._looking: Timer | None = None
        self.plan: PlanNavigator | None = None
        """The plan that is on the table."""
        self.home = HomeScreen(
            lines=sources.lines, tr=tr, callbacks=self._callbacks(lambda: self._front.door), now=now
        )

        self.screen_locker = ScreenLocker(app, sources.lock, idle, tr, ScreenLockerCallbacks(
            front=lambda: self._front.door, plan=lambda: self.plan, wizard_screen=self._unlocking_again,
            start_over=self._start_over,
        ))

    # the store

    def first_screen(self) -> Screen[None]:
        """What lies under everything: home, or what unlocks the plans until these are open."""
        if self._lock is None or not self._locked:
            return self.home
        return self._wizard_screen(self._lock.unlocking(), self._unlocked, self._quit, leaves_program=True)

    def load(self) -> None:
        """Open the store, in a thread; while somebody unlocks it, load what will be needed.

        Both wait for a moment: loading would take the processor from the first picture, which is still being written,
        and from the first key. Whatever is asked for ends the wait.
        """
        if self._locked:
            self._app.run_worker(self._warm_up, thread=True, exit_on_error=True)
        else:
            self._front.load()

    def _load_first(self) -> None:
        self._needed.wait(A_MOMENT)
        self._first()

    def _warm_up(self) -> None:
        self._needed.wait(A_MOMENT)
        self._warm()

    def _unlocked(self, done: WizardDone) -> None:
        """Home lies on top of the screen on which the plans were unlocked, which is not gone back to."""
        self._locked = False

        def show_home() -> None:
            self._app.show_screen(self.home)
            if done.told:
                self.home.notice.show(done.told)

        self._load_then(show_home)

    def _load_then(self, then: Callable[[], None]) -> None:
        """Open the plans anew, in a thread, and do something after that, which lets keys go on: until then they wait.
        """
        self._app.hold_keys()
        self._needed.set()
        self._once_loaded = then
        self._front.reload()

    def close(self) -> None:
        """Leave the stores that were opened."""
        self._front.close()
        if self._practice is not None:
            self._practice.close()

    def start_at(self, plan: str, topic: str | None, voice: str | None, route: str | None) -> None:
        """Open this plan, at a topic, along a route and with a speaker by name, as soon as the store is there; keys
        typed meanwhile wait. Of locked plans it may be a name: none could be looked up before."""
        if not self._locked:
            self._app.hold_keys()
            self._needed.set()
        named = self._locked
        self._wanted = lambda: self._open(self._front.door, plan, topic, voice, route, named=named)

    def _refused(self, error: ZlpError) -> None:
        self._wanted = self._once_loaded = None
        self._app.release_keys()
        top = self._app.screen
        notice = top.notice if isinstance(top, BaseScreen) else self.home.notice
        notice.refuse(self._tr(error.message, **error.values))

    def _opened(self, front: FrontDoor) -> None:
        self.home.notice.clear()
        resume_collector()
        self._home_knows(self.home, front)
        self.screen_locker.begin()
        self._app.parse_styles(widgets_of("screens"))
        if self._left_out():
            self.home.add(self._tr("Not all questions could be read. Later, type: zlp check"))
        if front.shared_folder:
            self.home.add(front.shared_folder)
        if self._once_loaded is not None:
            then, self._once_loaded = self._once_loaded, None
            then()
        if front.read_only:
            self.home.notice.refuse(front.why_read_only)
            self._looking = self._app.set_interval(LOOK_AGAIN, partial(self.look_again, front, front.why_read_only))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted()

    def look_again(self, front: FrontDoor, told: str) -> None:
        """There may be room on the disk again: then home no longer says that there is none."""
        if self.screen_locker.is_locked:
            return
        front.look_again()
        if not front.read_only and self._looking is not None:
            self._looking.stop()
            if self.home.notice.text == told:
                self.home.notice.clear()

    def _home_knows(self, home: HomeScreen, front: FrontDoor, *, ended: bool = False) -> None:
        from zlp_tui.dates import long_date, short_date

        today, locale = self._today(), self._tr.locale
        find = partial(front.plans, ended=True) if ended else front.plans
        home.found_by(
            find, today, long_date(today, locale), lambda day: short_date(day, locale, today=today),
            front.notes_of_today.left_today,
            lambda: self._lock.offered if self._lock is not None and front is self._front.door else "",
        )

    def _when_open(self, front: Callable[[], FrontDoor | None], do: Callable[[FrontDoor], None]) -> None:
        """Do something with the front door, now or as soon as it is there; keys typed meanwhile wait."""
        door = front()
        if door is not None:
            do(door)
            return
        self._app.hold_keys()
        self.home.notice.show(self._tr("One moment please"))
        self._wanted = lambda: self._when_open(front, do)
        self._needed.set()
        if self._front.failed:  # what was in the way may be over
            self._front.load()

    # what is opened from a list of plans

    def _callbacks(self, front: Callable[[], FrontDoor | None]) -> HomeCallbacks:
        return HomeCallbacks(
            open_plan=lambda plan: self._when_open(front, lambda door: self._open(door, plan)),
            today=lambda: self._when_open(front, self._show_today),
            prepare=lambda plan: self._when_open(front, lambda door: self._open(door, plan, prepare=True)),
            new_plan=lambda: self._when_open(front, self._new_plan),
            ended_plans=lambda: self._when_open(front, self._ended_plans),
            practise=self._practise,
            lock=self._run_lock_wizard,
            own_key=self._run_own_key_wizard if self._lock is not None else None,
            open_help=self._help,
            toggle_theme=self._toggle_theme,
            quit=self._quit,
        )

    def _show_today(self, front: FrontDoor) -> None:
        """The list of today over all plans; once a day their logs are told first, in a thread."""
        tell = front.notes_of_today.telling()
        if tell is None:
            self._show_list_of_today(front)
            return
        self._app.hold_keys()
        self._home_on_top().notice.show(self._tr("One moment please"))

        def told() -> None:
            with suppress(ZlpError):  # the list tells it once more, and says what is wrong
                tell()
            self._app.call_from_thread(self._show_list_of_today, front)

        self._app.run_worker(told, thread=True, exit_on_error=True)

    def _show_list_of_today(self, front: FrontDoor) -> None:
        """The list of today, above the list that we are in."""
        self._home_on_top().notice.clear()
        if self.screen_locker.is_locked:  # the screen was locked meanwhile, as nobody touched a key
            self._app.release_keys()
            return
        from screens.home.today_screen import TodayCallbacks, TodayScreen
        from screens.navigation.routes import AGREEMENTS, DUE, NEW_SINCE
        from zlp_tui.dates import long_date

        def look(plan: str, show: Callable[[PlanNavigator], None]) -> None:
            front.notes_of_today.let_go()
            self._look_at(front, plan, show)

        callbacks = TodayCallbacks(
            open_agreement=lambda plan, ref: look(plan, lambda opened: opened.look_at(AGREEMENTS, ref)),
            open_due=lambda plan: look(plan, lambda opened: opened.look_at(DUE)),
            open_new=lambda plan: look(plan, lambda opened: opened.look_at(NEW_SINCE)),
            ask=self._app.show_screen, close=self._pop, open_help=self._help, toggle_theme=self._toggle_theme,
        )
        self._app.show_screen(TodayScreen(
            front.notes_of_today, tr=self._tr, callbacks=callbacks, day=long_date(self._today(), self._tr.locale),
            now=self._now,
        ))

    def _look_at(self, front: FrontDoor, plan: str, show: Callable[[PlanNavigator], None]) -> None:
        """Open a plan to look at one page of it: closing that leads back here. Who looks in the list of today types."""
        from screens.navigation.plan_navigator import PlanNavigator

        if self.plan is not None:
            return
        top = self._app.screen
        try:
            desk = front.open(plan)
            known = front.notes_of_today.known_in(desk.view)
            if known is not None:
                desk.sit_at_keyboard(known.id)
        except ZlpError as error:
            if isinstance(top, BaseScreen):
                top.notice.refuse(self._tr(error.message, **error.values))
            return
        self.plan = PlanNavigator(
            self._app, desk, self._tr, self._help_folder, closed=self._plan_closed, toggle_theme=self._toggle_theme,
            now=self._now,
        )
        show(self.plan)

    def _open(
        self, front: FrontDoor | None, plan: str, topic: str | None = None, voice: str | None = None,
        route: str | None = None, *, prepare: bool = False, named: bool = False,
    ) -> None:
        """Put a plan on the table, or show what there is to prepare a talk with. `named`: it may be told by a name."""
        from screens.navigation.plan_navigator import PlanNavigator

        home = self._home_on_top()
        try:
            if front is None or self.plan is not None:  # Enter twice: one plan is on the table
                return
            plan = front.find(plan) if named else plan
            desk = front.open(plan)
            if route is not None:
                desk.take_route(route)
            if topic is not None:
                desk.go_topic(topic)
            joined = desk.join(voice) if voice is not None else None
            if joined is not None:
                desk.speak_as(joined[0].id)
        except ZlpError as error:
            self._app.release_keys()
            copies = front.copies_of_damaged(plan) if front is not None and isinstance(error, StoreDamaged) else None
            if copies is not None:
                self._run_wizard(copies.ask(), self._back_home, other_way=False)
            else:
                home.notice.refuse(self._tr(error.message, **error.values))
            return
        home.notice.clear()
        self.plan = PlanNavigator(
            self._app, desk, self._tr, self._help_folder, closed=self._plan_closed, toggle_theme=self._toggle_theme,
            now=self._now,
        )
        day = self._today()
        asks = topic is None and route is None and self._put_off.get(plan) != day
        may_wait = (lambda: self._put_off.update({plan: day})) if asks else None
        if prepare:
            self.plan.prepare(may_wait)
        else:
            self.plan.start(joined, may_wait=may_wait)

    def _home_on_top(self) -> HomeScreen:
        """The list of plans that we are in: the real one, or the one to practise with."""
        return next((s for s in reversed(self._app.screen_stack) if isinstance(s, HomeScreen)), self.home)

    def _plan_closed(self) -> None:
        self.plan = None

    # the lock on the plans

    def _wizard_screen(
        self, step: WizardStep, done: Callable[[WizardDone], None], left: Callable[[], None], *,
        leaves_program: bool = False,
    ) -> Screen[None]:
        from screens.whole_plans.wizard_screen import WizardScreen

        return WizardScreen(
            step, tr=self._tr, now=self._now, done=done, left=left, open_help=self._help, leaves_program=leaves_program,
        )

    def _unlocking_again(self, done: Callable[[WizardDone], None]) -> Screen[None]:
        from zlp_tui.conversation.ports.wizard import WizardDone

        step = self._lock.unlocking() if self._lock is not None else WizardDone()
        return self._wizard_screen(step, done, self._quit, leaves_program=True)

    def _start_over(self, error: ZlpError | None) -> None:
        """Close everything, under the screen that unlocked, and show the plans of who did; or what went wrong."""
        def show_home() -> None:
            if self.plan is not None:
                self.plan.close()
            while self._app.screen is not self.home:
                self._pop()
            self._app.release_keys()
            if error is not None:
                self.home.notice.refuse(self._tr(error.message, **error.values))

        self._load_then(show_home)

    def _release(self) -> None:
        """Let go of the plans, in a thread: they are moved next."""
        self._released = True
        self._front.close()

    def _run_lock_wizard(self) -> None:
        """The wizard that home offers for the lock."""
        if self._lock is not None and self._lock.offered:
            self._run_wizard(self._lock.offer(self._release), self._back_home, other_way=self._lock.offered == "lock")

    def _run_own_key_wizard(self) -> None:
        """The wizard for one's own key; who has none gets one by it, and plans are then kept in another way."""
        if self._lock is not None:
            anew = not self._lock.has_key
            self._run_wizard(self._lock.own_key(self._release), self._back_home, other_way=anew)

    def _run_wizard(self, step: WizardStep, then: Callable[[], None], *, other_way: bool) -> None:
        """A wizard above home; `then` is done after what was asked for was done. Where plans are kept
        in another way by it, or it let go of them, they are opened again first."""

        def leave() -> None:
            self._go_on(self._back_home, anew=self._released)

        def done(end: WizardDone) -> None:
            if not end.kept:
                leave()
                return
            self._go_on(then, anew=other_way)
            if end.told:
                self.home.notice.show(end.told)

        self._app.show_screen(self._wizard_screen(step, done, leave))

    def _go_on(self, then: Callable[[], None], *, anew: bool) -> None:
        self._released = False
        if anew:
            self._load_then(then)
        else:
            then()

    def _back_home(self) -> None:
        self._pop()
        self._app.release_keys()

    def _new_plan(self, front: FrontDoor) -> None:
        """Begin a plan; whoever begins the first one on this computer gets a key before that."""
        first = front is self._front.door and not front.plans(limit=1) and not front.plans(limit=1, ended=True)
        step = self._lock.before_first_plan(self._release) if first and self._lock is not None else None
        if step is None:
            self._ask_new_plan(front)
            return

        def then() -> None:
            self._pop()
            if self._front.door is not None:
                self._ask_new_plan(self._front.door)

        self._run_wizard(step, then, other_way=True)

    def _ask_new_plan(self, front: FrontDoor) -> None:
        from screens.home.new_plan_screen import NewPlanScreen

        def open_plan(plan: str) -> None:
            self._pop()
            self._open(front, plan)

        def start(name: str, salutation: str | None, address: Address | None) -> None:
            open_plan(front.new_plan(name, salutation, address))

        self._app.show_screen(NewPlanScreen(
            tr=self._tr, start=start, known=front.plans_of, open_plan=open_plan, back=self._pop,
            require_name=lambda name, confirmed: front.require_name(name, confirmed=confirmed),
            open_help=self._help, now=self._now,
        ))

    def _ended_plans(self, front: FrontDoor) -> None:
        """The list of plans that have ended, above the one that we are in."""
        from screens.home.ended_plans_screen import EndedPlansScreen

        callbacks = self._callbacks(lambda: front)._replace(quit=self._pop)
        home = EndedPlansScreen(
            lines=lambda: front.plans(ended=True), tr=self._tr, callbacks=callbacks, now=self._now,
        )
        self._home_knows(home, front, ended=True)
        self._app.show_screen(home)

    def _pop(self) -> None:
        self._app.pop_screen()

    def _practise(self) -> None:
        """A list of people who do not exist; what one says there is thrown away."""
        if self._practice is None:
            return
        self._app.hold_keys()
        self.home.notice.show(self._tr("One moment please"))
        self._practice.load()

    def _show_practice(self, practice: FrontDoor) -> None:
        from screens.home.practice_home_screen import PracticeHomeScreen

        self.home.notice.clear()
        is_there = any(isinstance(screen, PracticeHomeScreen) for screen in self._app.screen_stack)
        if is_there or self.plan is not None:  # asked for twice, or a plan was opened meanwhile
            self._app.release_keys()
            return
        callbacks = self._callbacks(lambda: practice)._replace(quit=self._pop)
        home = PracticeHomeScreen(lines=practice.plans, tr=self._tr, callbacks=callbacks, now=self._now)
        self._home_knows(home, practice)
        self._app.show_screen(home)

    def _help(self, page: str) -> None:
        from screens.help_screen import HelpScreen
        from zlp_tui.script.wording import worded

        def words(text: str) -> str:
            return worded(text, client="u")

        top = self._app.screen
        keys = top.key_help() if isinstance(top, BaseScreen) else ()
        self._app.show_screen(
            HelpScreen(self._help_folder, page, self._tr, words, self._pop, self._now, keys=keys)
        )
