"""The sheet for a recovery code. The code is shown once and kept nowhere: it is written here by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlp_tui.exports.export_source import ExportSource
from zlp_tui.keys.recovery_code import group_lengths
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.typesetting import typeset

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json


def recovery(source: ExportSource) -> bytes:
    """A box for each sign of the code, and where to keep the sheet. It tells nothing of the plan."""
    tr, pictures = source.context.tr, Pictograms()
    data: dict[str, Json] = {
        "name": tr("Recovery code"),
        "told": [
            tr("Are the words forgotten? Then this code opens the lock."),
            tr("Write the code here when it is on the screen. It is shown only once."),
        ],
        "groups": list(group_lengths()),
        "of": tr("Whose code this is"), "on": tr("Written down on"),
        "keep": [
            tr("Keep this sheet in a safe place, away from the computer."),
            tr("Who has this sheet can open the plans. A photo of it is a copy too."),
        ],
    }
    return typeset("recovery", source, data, pictures)
