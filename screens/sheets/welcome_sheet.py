"""What home shows while there is no plan: a welcome, and the ways to begin."""

from __future__ import annotations

from typing import Final

from screens.parts.line_layout import LineItem
from zlp_tui.i18n import Catalogue

NEW: Final = "do/new"
ENDED: Final = "do/ended"
PRACTISE: Final = "do/practise"


def welcome(tr: Catalogue) -> tuple[LineItem, ...]:
    """What zlp is, and that one may stop."""
    return (
        LineItem(tr("Welcome"), look="here"),
        LineItem(""),
        LineItem(tr("Here two people talk about one life.")),
        LineItem(tr("The plan belongs to the person whose life it is.")),
        LineItem(tr("You may stop at any moment. All that was said is kept.")),
        LineItem(""),
        LineItem(tr("How do you want to begin?"), look="strong"),
    )


def ways_to_begin(tr: Catalogue, *, some_ended: bool) -> tuple[LineItem, ...]:
    """The ways to begin, each with its `ref`; `some_ended`: there are plans that have ended."""
    return (
        LineItem(tr("Begin a new plan"), NEW, note=tr("It takes a name, and words for the lock."), look="strong"),
        LineItem(""),
        LineItem(
            tr("Practise with an example"), PRACTISE, note=tr("With people who do not exist."), look="strong"
        ),
        *((LineItem(""), LineItem(tr("Plans that have ended"), ENDED, look="strong")) if some_ended else ()),
    )
