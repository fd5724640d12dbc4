"""What home offers about the lock on the plans: to lock them, or to say that all is right since they were."""

from __future__ import annotations

from typing import Final

from screens.parts.line_layout import LineItem
from zlp_tui.conversation.ports.lock_wizards import LockOffer
from zlp_tui.i18n import Catalogue

LOCK: Final = "do/lock"


def lock_line(offer: LockOffer, tr: Catalogue) -> tuple[LineItem, ...]:
    """One line to choose; none where nothing is offered."""
    match offer:
        case "lock":
            return (LineItem(tr("Put a lock on the plans"), LOCK, by=tr("everybody here can read them now")),)
        case "confirm":
            return (LineItem(tr("Is everything there?"), LOCK, by=tr("the old file without a lock is still here")),)
    return ()
