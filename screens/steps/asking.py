"""`Asking`: the question, the biggest thing on the screen, with its topic above it and a hint below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from screens.parts.drawn import Drawn
from screens.parts.sheet import fitted, wrapped

LEAST = 6
"""Lines it takes in a roomy window: a short question leaves the answer field where it was."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked now: the topic above it, the question, hints below it, an example on request."""

    topic: str
    question: str
    hint: str = ""
    heading: str = ""
    why: str = ""
    extra: tuple[str, ...] = ()


class Asking(Drawn):
    """The question and what stands around it. White around it is dropped in a small window, words never are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "asking--topic", "asking--question", "asking--hint", "asking--extra", "asking--heading",
    }
    DEFAULT_CSS = """
    Asking {
        height: auto; width: 1fr;
        & > .asking--topic { color: $secondary; }
        & > .asking--heading { color: $secondary; text-style: bold; }
        & > .asking--question { color: $primary; text-style: bold; }
        & > .asking--hint { color: $text-muted; }
        & > .asking--extra { color: $text-muted; text-style: italic; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asked = Asked("", "")
        self._airy = True
        self._steady = False
        self._width = -1
        self._drawn: list[tuple[str, str]] = []

    @property
    def asked(self) -> Asked:
        """What stands here now."""
        return self._asked

    def put(self, asked: Asked, *, airy: bool, steady: bool = False) -> None:
        """Show another question in place; laid out again only when it needs another number of lines.

        `airy`: with white around it. `steady`: never so short that what stands below it moves.
        """
        if (asked, airy, steady) == (self._asked, self._airy, self._steady):
            return
        self._asked, self._airy, self._steady = asked, airy, steady
        before, self._width = len(self._drawn), -1
        self._arrange(self.content_size.width or 68)
        self.refresh(layout=len(self._drawn) != before)

    def lines_in(self, width: int) -> int:
        """How many lines it takes in `width` columns."""
        self._arrange(width)
        return len(self._drawn)

    def _arrange(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        white = [("", "topic")] if self._airy else []
        asked = self._asked
        lines: list[tuple[str, str]] = []
        if asked.topic:
            why = wrapped(asked.why, width) if asked.why and self._airy else ()
            lines += [(fitted(asked.topic, width), "topic"), *((part, "hint") for part in why), *white]
        if asked.heading:
            lines += [(part, "heading") for part in wrapped(asked.heading, width)]
        lines += [(part, "question") for part in wrapped(asked.question, width)]
        if asked.hint:
            lines += [(part, "hint") for part in wrapped(asked.hint, width)]
        for text in asked.extra:
            lines += [*white, *((part, "extra") for part in wrapped(text, width))]
        self._drawn = [*lines, *white]
        if self._steady:
            self._drawn += white * (LEAST - len(self._drawn))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need."""
        self._arrange(width)
        return len(self._drawn)

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        width = self.content_size.width
        self._arrange(width)
        if y >= len(self._drawn):
            return Strip.blank(width, self.plain)
        text, look = self._drawn[y]
        segment = Segment(text, self.look(f"asking--{look}"))
        return Strip([segment]).adjust_cell_length(width, self.plain)
