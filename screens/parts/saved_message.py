"""What a screen says of something that was kept: “Saved” only where something was written."""

from __future__ import annotations

from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.i18n import Catalogue


def saved_message(kept: Kept, tr: Catalogue) -> str:
    """One sentence."""
    if not kept.written:
        return tr("This stood here already. Nothing was changed.")
    if kept.cut_to is not None:
        return tr("Saved, but only the first {count} characters", count=kept.cut_to)
    return tr("Saved")
