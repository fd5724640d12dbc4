"""Text pictures for ordered answers: faces, and five steps from far less to far more.

They are made of characters that are one cell wide in every terminal, and always accompany words.
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
    """Five dots, of which the one at this step is filled."""
    return "".join("●" if step == at else "○" for step in range(len(STEPS)))


def picture(option: Selectable, options: Iterable[Selectable]) -> str:
    """The picture of an option and a space; empty unless all options have a picture."""
    ids = {selectable.id for selectable in options}
    if ids <= FACES.keys():
        return f"{FACES[option.id]} "
    return f"{steps(STEPS.index(option.id))} " if ids <= set(STEPS) else ""
