"""`Notice`: one line in which the program says something, such as that an answer is kept, with a way to undo it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from screens.parts.drawn_lines import DrawnLines
from screens.parts.line_layout import wrapped

MessageKind = Literal["good", "told", "refused"]
SIGNS: Final[dict[MessageKind, str]] = {"good": "✓ ", "told": "", "refused": "! "}


class MessageLine(DrawnLines, can_focus=True):
    """A plain message in a place of its own. `refused` looks other and begins with a sign; `offer` can be clicked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "take", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "message-line--good", "message-line--told", "message-line--refused", "message-line--offer",
        "message-line--marked",
    }
    DEFAULT_CSS = """
    MessageLine {
        height: 1; width: 1fr;
        & > .message-line--good { color: $success; }
        & > .message-line--told { color: $foreground; text-style: bold; }
        & > .message-line--refused { color: $error; text-style: bold; }
        & > .message-line--offer { color: $foreground; text-style: underline; }
        & > .message-line--marked { background: $panel; text-style: bold underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._look: MessageKind = "good"
        self._offer = ""
        self._high = 1
        self._take: Callable[[], None] | None = None

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text

    def show(self, text: str, offer: str = "", take: Callable[[], None] | None = None) -> None:
        """Say something good or neutral, and offer something to do about it."""
        self._replace(text, offer, take, look="good")

    def tell(self, text: str) -> None:
        """Say how something works here; nothing was done, and nothing is wrong."""
        self._replace(text, "", None, look="told")

    def refuse(self, text: str) -> None:
        """Say that something could not be done, and what to do."""
        self._replace(text, "", None, look="refused")

    def clear(self) -> None:
        """Say nothing any more."""
        if self._text:
            self._replace("", "", None, look="good")

    def _replace(self, text: str, offer: str, take: Callable[[], None] | None, *, look: MessageKind) -> None:
        self._text, self._offer, self._take, self._look = text, offer, take, look
        needed = len(self._wrapped(self.content_size.width or 72))
        if needed != self._high:
            self._high = needed
            self.styles.height = needed
        self.refresh()

    def _wrapped(self, width: int) -> tuple[str, ...]:
        sign = SIGNS[self._look]
        extra = cell_len(self._offer) + 3 if self._offer else 0
        return wrapped(sign + self._text, max(20, width - extra)) if self._text else ("",)

    def allow_focus(self) -> bool:
        """Only an offer takes the focus."""
        return super().allow_focus() and self._take is not None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, more for a long message in a small window."""
        return len(self._wrapped(width))

    def render_line(self, y: int) -> Strip:
        """The message, and after its last line the offer."""
        width = self.content_size.width
        lines = self._wrapped(width)
        if y >= len(lines):
            return Strip.blank(width, self.plain)
        look = self.look(f"message-line--{self._look}")
        segments = [Segment(lines[y], look)]
        if self._offer and y == len(lines) - 1:
            offer = self.look("message-line--marked" if self.has_focus else "message-line--offer")
            segments += [Segment(" ▸ " if self.has_focus else " · ", look), Segment(self._offer, offer)]
        return Strip(segments).adjust_cell_length(width, self.plain)

    def action_take(self) -> None:
        """Take the offer."""
        if self._take is not None:
            self._take()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.prevent_default()
        event.stop()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_take()
