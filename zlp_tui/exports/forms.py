"""The one list of the forms in which a plan is taken along: on paper, or in a file that other programs read.

Light: what makes a form is imported when it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from zlp_tui.errors import NotFound
from zlp_tui.i18n import message

if TYPE_CHECKING:
    from zlp_tui.exports.export_source import ExportSource, Maker


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A form of export. What it is called, and for whom it is in one sentence, are messages that are translated later.
    """

    id: str
    ending: str
    """The ending of its file, without a dot."""
    media_type: str
    title_msgid: str
    for_whom_msgid: str
    make: Maker
    comes_large: bool = False
    """Whether it can be had in large letters."""

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self.media_type.startswith("text/") or self.media_type.endswith("json")


def _json(source: ExportSource) -> bytes:
    from zlp_tui.exchange.plan_document import plan_document

    return plan_document(source)


FORMS: Final = (
    ExportForm(
        "json", "json", "application/json", message("all of it, for a program"),
        message("For whoever takes the whole plan to another program."), _json,
    ),
)
"""All forms, in the order in which they are offered."""


def form_of(form_id: str) -> ExportForm:
    """The form with this id; `NotFound` when there is none."""
    for form in FORMS:
        if form.id == form_id:
            return form
    raise NotFound("There is no form of this name.")
