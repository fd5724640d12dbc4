"""`TooSmall`: what stands over a screen in a window that is too small to work in (F19)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

LEAST_WIDTH, LEAST_HEIGHT = 60, 20
WHITE: Final = "\n\n"


def is_too_small(size: Size) -> bool:
    """Whether a window is smaller than a screen is made for."""
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT


class TooSmall(Widget):
    """It names the ways out. `text` gives the sentences, each time they are drawn."""

    DEFAULT_CSS = """
    TooSmall {
        layer: cover; dock: top; width: 100%; height: 100%; background: $background; color: $foreground;
        content-align: center middle; text-align: center;
    }
    """

    def __init__(self, text: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._text = text

    def render(self) -> Content:
        """The sentences, with white between them where there is room."""
        sentences = [sentence for sentence in self._text() if sentence]
        between = WHITE if self.size.height >= 3 * len(sentences) else "\n"
        return Content(between.join(sentences))
