"""Port for the conversations about the lock on all plans of this computer, as home leads to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:  # not before the first picture
    from zlp_tui.conversation.ports.wizard import WizardStep

LockOffer = Literal["", "lock", "confirm"]
"""What home offers: nothing, to lock plans that stand open, or to say that all is right since they were."""


class LockWizards(Protocol):
    """What is asked before plans can be opened, before the first one is begun, and to lock those of before."""

    @property
    def is_locked(self) -> bool:
        """Whether somebody must unlock before anything can be shown. Quick, and loads nothing heavy."""

    @property
    def holder(self) -> str:
        """Who unlocked, by id; empty where nobody did, or nothing is locked."""

    @property
    def has_key(self) -> bool:
        """Whether somebody unlocked."""

    def unlocking(self) -> WizardStep:
        """Have somebody unlock."""

    def before_first_plan(self, release: Callable[[], None]) -> WizardStep | None:
        """Give whoever begins the first plan a key; None where somebody has one. Where plans stand open, a lock is
        offered on its own (`offer`).

        `release` lets go of what is open, before that is moved.
        """

    def own_key(self, release: Callable[[], None]) -> WizardStep:
        """One's own key: other words, another code, and showing it to somebody elsewhere. Who has none gets one first,
        unless plans stand open: then these are locked."""

    @property
    def offered(self) -> LockOffer:
        """What is offered now."""

    def offer(self, release: Callable[[], None]) -> WizardStep:
        """The conversation about what is offered."""
