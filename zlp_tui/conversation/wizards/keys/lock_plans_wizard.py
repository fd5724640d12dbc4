"""Locking plans that stand in one open file: offered, done with progress, and confirmed before that file goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zlp_tui.conversation.ports.keyholding import PlanLock
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.conversation.wizards.keys.new_keyholder_wizard import NewKeyholderWizard
from zlp_tui.i18n import Catalogue

NOW: Final = "now"
LATER: Final = "later"
RIGHT: Final = "right"


def offered_lock(lock: PlanLock, tr: Catalogue, release: Callable[[], None]) -> WizardQuestion:
    """Whether to lock the plans that stand open, now or later. `release` lets go of them before they are moved."""

    def answer(picked: str, typed: str) -> WizardDone | WizardQuestion:
        if picked != NOW:
            return WizardDone(kept=False)
        return NewKeyholderWizard(
            lock, tr, make=lock.make_keyholder, then=lambda: move_on(lock, tr, release),
            told=(tr("The plans get a lock. You get the key."),), back=lambda: offered_lock(lock, tr, release),
        ).ask()

    return WizardQuestion(
        tr("A lock on the plans"), tr("Shall we lock the plans?"), answer,
        told=(
            tr("Now everybody on this computer can read the plans."),
            tr("With a lock only you can, and whoever you give a key."),
            tr("It takes a few minutes. Nothing gets lost."),
        ),
        options=(WizardOption(NOW, tr("Yes, now")), WizardOption(LATER, tr("Later"))),
    )


def move_on(lock: PlanLock, tr: Catalogue, release: Callable[[], None] = lambda: None) -> WizardStep:
    """Move the plans that still stand in one file, from where that was stopped; the end where there are none."""
    if not lock.has_plans_to_move:
        return WizardDone()

    def run(tell: Callable[[str], None]) -> WizardStep:
        release()
        moved = lock.move(lambda number, count: tell(
            tr("Plan {number} of {count} gets a lock.", number=number + 1, count=count)
        ))
        if not moved:  # a file in which no plan was ever begun
            lock.remove_unlocked_copies()
            return WizardDone()
        told = tr.plural("{count} plan has a lock now.", "{count} plans have a lock now.", len(moved))
        return confirmed_move(lock, tr, told)

    return WizardWork(tr("The plans get a lock. One moment please."), run, may_stop=True)


def confirmed_move(lock: PlanLock, tr: Catalogue, told: str = "") -> WizardQuestion:
    """Whether all is right, so that the file without a lock may go."""

    def answer(picked: str, typed: str) -> WizardDone:
        if picked != RIGHT:
            return WizardDone()
        lock.remove_unlocked_copies()
        return WizardDone(tr("The old file is gone. The plans are locked."))

    return WizardQuestion(
        tr("A lock on the plans"), tr("Is everything there?"), answer,
        told=(
            *((told,) if told else ()), tr("The old file without a lock is still here."),
            tr("Look at your plans in peace. After that this file can go."),
        ),
        options=(
            WizardOption(LATER, tr("I look first")), WizardOption(RIGHT, tr("It is right. Throw the old file away")),
        ),
    )
