"""`ScreenLock`: locks a conversation line by line until somebody gives their passphrase."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.door_to_plans import FrontDoor
from zlp_tui.conversation.ports.lock_wizards import LockWizards
from zlp_tui.conversation.ports.wizard import WizardDone, WizardStep
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.line_writer import LineWriter


class ScreenLock:
    """`front` has the plans that are locked, with the wizards of `lock`; `wipe` empties a terminal and what can
    be scrolled back to in it."""

    def __init__(
        self, front: FrontDoor, lock: LockWizards, out: LineWriter, tr: Catalogue, wipe: Callable[[], None]
    ) -> None:
        self._front = front
        self._lock = lock
        self._out = out
        self._tr = tr
        self._wipe = wipe

    def close(self, desk: Desk | None, ask: Callable[[WizardStep], WizardDone | None]) -> bool | None:
        """Lock what is open, with no desk while no plan is chosen; whether the same keyholder unlocked it again. None
        where there is no lock.

        Where nobody did, or somebody else, the desk stays left. Errors of the store.
        """
        holder = self._lock.holder
        if not holder:
            return None
        if desk is not None:
            self._leave(desk)
        self._front.rest()
        self._wipe()
        self._out.print(self._tr("The screen is locked. All is kept."))
        if ask(self._lock.unlocking()) is None:
            return False
        if self._lock.holder != holder:
            self._out.print(self._tr("Somebody else opened the lock, so this talk stops. All is kept."))
            return False
        troubles = self._front.wake()
        if troubles:
            raise troubles[0]
        if desk is not None:
            desk.come_back()
        return True

    def _leave(self, desk: Desk) -> None:
        """What cannot be kept on disk stays in memory."""
        try:
            desk.leave()
        except ZlpError as error:
            self._out.print(self._tr(error.message, **error.values))
