"""Small pictures before answers that have an order of their own: faces, and five steps from far less to far more.

They are drawn with letters of one cell each, so that they are as wide in every terminal; the words stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from zlp_tui.conversation.turn import Selectable

FACES: Final = {
    "very-bad": "(ó⌢ò)", "bad": "(•⌢•)", "not-good": "(•⌢•)", "so-so": "(•–•)", "good": "(•⌣•)", "very-good": "(^⌣^)",
}
STEPS: Final = ("far-less", "less", "as-hoped", "more", "far-more")


def steps(at: int) -> str:
    """Which of the five steps: its dot is filled."""
    return "".join("●" if step == at else "○" for step in range(len(STEPS)))


def picture(option: Selectable, options: Iterable[Selectable]) -> str:
    """The picture of an answer with a space after it; empty unless all answers beside it have one."""
    ids = {selectable.id for selectable in options}
    if ids <= FACES.keys():
        return f"{FACES[option.id]} "
    return f"{steps(STEPS.index(option.id))} " if ids <= set(STEPS) else ""
