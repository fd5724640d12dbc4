"""`HomeLockWizards`: the conversations about the lock on all plans of this computer. Implements `LockWizards`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zlp_tui.conversation.ports.keyholding import KeyholderName, Locked, NoKeyholder, PlanLock, Unlocked
from zlp_tui.conversation.ports.lock_wizards import LockOffer
from zlp_tui.i18n import Catalogue

if TYPE_CHECKING:
    from zlp_tui.conversation.ports.wizard import WizardStep


class HomeLockWizards:
    """Each conversation is imported when it begins: the first picture may need none of them.

    `who` unlocks, where that was said beforehand: then it is not asked.
    """

    def __init__(self, lock: PlanLock, tr: Catalogue, who: KeyholderName | None = None) -> None:
        self._lock = lock
        self._tr = tr
        self._who = who

    @property
    def is_locked(self) -> bool:
        """Whether somebody must unlock first."""
        return isinstance(self._lock.state(), Locked)

    @property
    def holder(self) -> str:
        """Who unlocked, by id; empty for nobody."""
        state = self._lock.state()
        return state.holder.id if isinstance(state, Unlocked) else ""

    @property
    def has_key(self) -> bool:
        """Whether somebody unlocked."""
        return isinstance(self._lock.state(), Unlocked)

    def unlocking(self) -> WizardStep:
        """Have somebody unlock."""
        from zlp_tui.conversation.ports.wizard import WizardDone
        from zlp_tui.conversation.wizards.keys.unlock_wizard import UnlockWizard

        state = self._lock.state()
        if not isinstance(state, Locked):
            return WizardDone()
        return UnlockWizard(self._lock, self._tr, state.holders if self._who is None else (self._who,)).ask()

    def before_first_plan(self, release: Callable[[], None]) -> WizardStep | None:
        """Give whoever begins the first plan a key; None where somebody has one."""
        from zlp_tui.conversation.wizards.keys.lock_plans_wizard import move_on
        from zlp_tui.conversation.wizards.keys.new_keyholder_wizard import NewKeyholderWizard

        lock, tr = self._lock, self._tr
        if not isinstance(lock.state(), NoKeyholder):
            return None
        return NewKeyholderWizard(
            lock, tr, make=lock.make_keyholder, then=lambda: move_on(lock, tr, release),
            told=(tr("A plan gets a lock. You get the key."),),
        ).ask()

    def own_key(self, release: Callable[[], None]) -> WizardStep:
        """One's own key; who has none gets one first."""
        from zlp_tui.conversation.ports.wizard import WizardDone
        from zlp_tui.conversation.wizards.keys.own_key_wizard import OwnKeyWizard

        match self._lock.state():
            case Unlocked(holder):
                return OwnKeyWizard(self._lock, holder, self._tr).ask()
            case NoKeyholder():
                return self.before_first_plan(release) or WizardDone(kept=False)
        return self.unlocking()

    @property
    def offered(self) -> LockOffer:
        """To lock plans that stand open; to confirm once they are locked."""
        match self._lock.state():
            case NoKeyholder(has_plans=True):
                return "lock"
            case Unlocked() if self._lock.unlocked_copies():
                return "confirm"
        return ""

    def offer(self, release: Callable[[], None]) -> WizardStep:
        """The conversation about what is offered."""
        from zlp_tui.conversation.ports.wizard import WizardDone
        from zlp_tui.conversation.wizards.keys.lock_plans_wizard import confirmed_move, offered_lock

        match self.offered:
            case "lock":
                return offered_lock(self._lock, self._tr, release)
            case "confirm":
                return confirmed_move(self._lock, self._tr)
        return WizardDone(kept=False)
