"""What of an agreement changes by itself, in words."""

from __future__ import annotations

from zlp_tui.conversation.ports.script_walk import PartOfAgreement
from zlp_tui.i18n import Catalogue


def part_titles(tr: Catalogue) -> dict[PartOfAgreement, str]:
    """Each part in a few words."""
    return {
        "who": tr("Who takes part"),
        "when": tr("On which days"),
        "steps": tr("Which steps"),
        "until": tr("Until when"),
        "evaluate-on": tr("When we look again"),
    }
