"""`ScreenLocker`: locks the screen after a while without a key, when the computer slept, or when somebody says so.

Keys, files and claims are let go of. The screens stay where they are, under one that shows nothing of them and unlocks
the plans: whoever unlocks again goes on where they were (decision 0054).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events

from screens.parts.base_screen import BaseScreen
from screens.parts.message_line import MessageLine
from screens.textual_overrides._textual import PlainApp
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue

if TYPE_CHECKING:  # not before the first picture
    from textual.screen import Screen
    from textual.timer import Timer

    from screens.navigation.plan_navigator import PlanNavigator
    from zlp_tui.conversation.ports.desk import FrontDoor
    from zlp_tui.conversation.ports.lock_wizards import LockWizards
    from zlp_tui.conversation.ports.wizard import WizardDone
    from zlp_tui.idle_watch import IdleWatch

OFTEN: Final = 1.0
"""Seconds between two looks how long nobody pressed a key, and whether the computer slept."""


class LockedSession(NamedTuple):
    """What lies under the screen_locker: who may lift it, the plans, and the plan on the table."""

    holder: str
    front: FrontDoor
    plan: PlanNavigator | None


class ScreenLockerCallbacks(NamedTuple):
    """What the screen_locker needs of who opens plans: the front door and the plan that are open, the screen that unlocks
    (what it does at the end), and closing all plans to begin at home again, with what went wrong."""

    front: Callable[[], FrontDoor | None]
    plan: Callable[[], PlanNavigator | None]
    wizard_screen: Callable[[Callable[[WizardDone], None]], Screen[None]]
    start_over: Callable[[ZlpError | None], None]


class ScreenLocker:
    """`watch` says when it is time. Without a `lock` the screen is never locked."""

    def __init__(
        self, app: PlainApp, lock: LockWizards | None, watch: IdleWatch, tr: Catalogue, callbacks: ScreenLockerCallbacks
    ) -> None:
        self._app = app
        self._lock = lock
        self._watch = watch
        self._tr = tr
        self._callbacks = callbacks
        self._timer: Timer | None = None
        self._covered: LockedSession | None = None
        self._warned: MessageLine | None = None
        """Where it is announced now."""
        self._swallows_click = False

    @property
    def is_locked(self) -> bool:
        """Whether the screen is locked."""
        return self._covered is not None

    def begin(self) -> None:
        """Plans were opened: from now on it is watched whether somebody is here, if there is a lock."""
        if self._timer is None and self._lock is not None and self._lock.holder:
            self._watch.begin()
            self._timer = self._app.set_interval(OFTEN, self.look)

    def look(self) -> None:
        """Do what is to be done by now: nothing, announce it, or lock the screen."""
        if self._timer is None or self.is_locked or self._app.holds_keys:
            return
        plan = self._callbacks.plan()
        self._watch.wished(plan.lock_after if plan is not None else None)
        state = self._watch.state()
        if state == "lock":
            self.lock()
        elif state == "warn" and self._warned is None and isinstance(self._app.screen, BaseScreen):
            self._warned = self._app.screen.notice
            self._warned.announce(self._tr("Soon the screen is locked. Any key keeps it open."))

    def takes(self, event: events.Event) -> bool:
        """Whether a key, a click or a paste is only an answer to the announcement, or came after the time was over."""
        if self._timer is None or isinstance(event, events.MouseMove) or self.is_locked:
            return False
        self.look()
        if isinstance(event, events.MouseUp) and self._swallows_click:
            self._swallows_click = False
            return True
        answers = self._warned is not None or self.is_locked
        self._swallows_click = answers and isinstance(event, events.MouseDown)
        self._end_warning()
        self._watch.touched()
        return answers

    def _end_warning(self) -> None:
        if self._warned is not None:
            self._warned.end_announcement()
            self._warned = None

    def lock(self) -> bool:
        """Lock the screen; False where there is no lock."""
        front, lock = self._callbacks.front(), self._lock
        if self.is_locked or (lock is not None and lock.is_locked):
            return True
        if lock is None or front is None or self._timer is None:
            return False
        self._end_warning()
        plan = self._callbacks.plan()
        self._covered = LockedSession(lock.holder, front, plan)
        self._flush_drafts()
        if plan is not None:
            plan.rest()
        self._close_wizards()
        front.rest()
        self._app.forget_copied()
        self._app.show_screen(self._callbacks.wizard_screen(self._unlocked))
        return True

    def _flush_drafts(self) -> None:
        for screen in self._app.screen_stack:
            if isinstance(screen, BaseScreen) and screen.is_running:
                with suppress(ZlpError):  # what cannot be kept on disk stays in memory
                    screen.flush_draft()

    def _close_wizards(self) -> None:
        """Conversations about keys above home hold keys; the screen that unlocked the plans lies under all."""
        from screens.whole_plans.wizard_screen import WizardScreen

        while isinstance(self._app.screen, WizardScreen) and len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def _unlocked(self, _: WizardDone) -> None:
        covered, self._covered = self._covered, None
        if covered is None or self._lock is None:
            return
        self._watch.begin()
        if self._lock.holder != covered.holder:
            self._callbacks.start_over(None)
            return
        troubles = covered.front.wake()
        try:
            if covered.plan is not None:
                covered.plan.come_back()
        except ZlpError as error:
            self._callbacks.start_over(next(iter(troubles), error))
        else:
            self._app.pop_screen()
