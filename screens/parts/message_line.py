"""`MessageLine`: shows a message, such as that an answer is saved, with an optional command to undo it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, Literal

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from screens.parts.drawn_lines import Run, StyledLines
from screens.parts.early_keys import CLICK, ENTER_KEY, EarlyKeys
from screens.parts.line_layout import wrapped
from zlp_tui.text import first_words

MessageKind = Literal["good", "told", "refused"]
SIGNS: Final[dict[MessageKind, str]] = {"good": "✓ ", "told": "", "refused": "! "}

QUOTED: Final = 50
"""Characters of what was kept or undone that a message quotes."""


def quoted(words: str) -> str:
    """The first words of what was said, as a message quotes them; nothing of none."""
    return f"“{first_words(words, QUOTED)}”" if words else ""


class MessageLine(StyledLines, can_focus=True):
    """A message of one of three kinds. Its `offer` is a command that can be clicked, or taken with Enter."""

    FOCUS_ON_CLICK: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "take", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "message-line--good", "message-line--told", "message-line--refused", "message-line--offer",
        "message-line--marked",
    }
    DEFAULT_CSS = """
    MessageLine {
        height: auto; width: 1fr;
        & > .message-line--good { color: $success; }
        & > .message-line--told { color: $foreground; text-style: bold; }
        & > .message-line--refused { color: $error; text-style: bold; }
        & > .message-line--offer { color: $foreground; text-style: underline; }
        & > .message-line--marked { background: $panel; text-style: bold underline; }
    }
    """

    def __init__(self, early: EarlyKeys, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._early = early
        self._text = ""
        self._kind: MessageKind = "good"
        self._offer = ""
        self._take: Callable[[], None] | None = None
        self._covered: tuple[str, str, Callable[[], None] | None, MessageKind] | None = None
        """What an announcement stands in the place of."""

    @property
    def refusal(self) -> str:
        """The message that is shown, if it says that something could not be done."""
        return self._text if self._kind == "refused" else ""

    @property
    def offer(self) -> str:
        """The label of the command that Enter takes; empty without one."""
        return self._offer

    @property
    def text(self) -> str:
        """The message that is shown."""
        return self._text

    def show(self, text: str, offer: str = "", take: Callable[[], None] | None = None) -> None:
        """Show that something was done; `offer` is the label of the command `take`."""
        self._replace(text, offer, take, kind="good")

    def tell(self, text: str) -> None:
        """Show how something works here: nothing was done, and nothing is wrong."""
        self._replace(text, "", None, kind="told")

    def refuse(self, text: str) -> None:
        """Show that something could not be done, and what to do."""
        self._replace(text, "", None, kind="refused")

    def announce(self, text: str) -> None:
        """Show this in the place of what stands here, until `end_announcement`."""
        if self._covered is None:
            self._covered = self._text, self._offer, self._take, self._kind
        self._replace(text, "", None, kind="told")

    def end_announcement(self) -> None:
        """What stood here before the announcement stands here again."""
        if self._covered is not None:
            (text, offer, take, kind), self._covered = self._covered, None
            self._replace(text, offer, take, kind=kind)

    def clear(self) -> None:
        """Show nothing."""
        if self._text:
            self._replace("", "", None, kind="good")

    def _replace(self, text: str, offer: str, take: Callable[[], None] | None, *, kind: MessageKind) -> None:
        self._text, self._offer, self._take, self._kind = text, offer, take, kind
        self.changed()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.changed()

    def allow_focus(self) -> bool:
        """Only a message with an offer takes the focus."""
        return super().allow_focus() and self._take is not None

    def lay_out(self, width: int) -> Sequence[tuple[Run, ...]]:
        """The message, and after its last line the offer."""
        name = f"message-line--{self._kind}"
        extra = cell_len(self._offer) + 3 if self._offer else 0
        texts = wrapped(SIGNS[self._kind] + self._text, max(20, width - extra)) if self._text else ("",)
        lines: list[tuple[Run, ...]] = [((text, name),) for text in texts]
        if self._offer:
            offer = "message-line--marked" if self.has_focus else "message-line--offer"
            lines[-1] += ((" ▸ " if self.has_focus else " · ", name), (self._offer, offer))
        return lines

    def action_take(self) -> None:
        """Enter: take the offer, unless the key comes too soon."""
        if not self._early.is_early(ENTER_KEY):
            self.take()

    def take(self) -> None:
        """Take the offer."""
        if self._take is not None:
            self._take()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.prevent_default()
        event.stop()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if not self._early.is_early(CLICK):
            self.take()
