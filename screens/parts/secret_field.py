"""`SecretField`: a text field of one line for a passphrase, that shows its letters only when that is asked for."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.widgets import Input

from screens.parts.actions import ENTER
from screens.parts.early_keys import ENTER_KEY, EarlyKeys
from zlp_tui.text import one_line

MOST: int = 200
"""Characters at most."""


class SecretField(Input):
    """`said` is called on Enter, `typed` after each change, `left` when an arrow leads out of the field.

    `enter` says what Enter does now, in its border. What is pasted comes in whole, on one line.
    """

    DEFAULT_CSS = """
    SecretField {
        height: 3; width: 1fr; border: round $border-blurred; background: $background; padding: 0 1;
        border-subtitle-color: $text-muted;
        &:focus { border: heavy $border; background: $background; background-tint: $background 0%; }
        & > .input--placeholder { color: $text-muted; }
        & > .input--cursor { color: $background; background: $primary; text-style: none; }
    }
    """

    def __init__(
        self, early: EarlyKeys, *, said: Callable[[], None], typed: Callable[[], None], enter: Callable[[], str],
        left: Callable[[], None], id: str | None = None,
    ) -> None:
        super().__init__(id=id, select_on_focus=False, max_length=MOST)
        self.cursor_blink = False
        self._early = early
        self._said = said
        self._typed = typed
        self._enter = enter
        self._left = left

    def put(self, text: str, starter: str, *, hidden: bool) -> None:
        """Replace the text; `starter` is shown while it is empty."""
        self.password = hidden
        self.placeholder = starter
        self.value = text
        self.cursor_position = len(text)
        self.tell_enter()

    def tell_enter(self) -> None:
        """Say in the border what Enter does now."""
        does = self._enter() if self.has_focus else ""
        told = f"{ENTER}: {does[:1].lower()}{does[1:]}" if does else ""
        if told != str(self.border_subtitle or ""):
            self.border_subtitle = Content(told)

    @property
    def cursor_screen_offset(self) -> Offset:
        """At the caret; Textual says one cell too far at the end of the text."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def _watch_value(self, value: str) -> None:
        """The field stays as wide as it is; told in the usual way, the whole screen is laid out anew at each key."""
        self.set_reactive(Input.virtual_size, Size(self.content_width, 1))
        super()._watch_value(value)
        self._early.typed()
        self.tell_enter()
        self._typed()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.tell_enter()

    def append_words(self, words: str) -> None:
        """Take the focus, and words that were typed elsewhere."""
        self.focus()
        self.cursor_position = len(self.value)
        self.insert_text_at_cursor(one_line(words[: 2 * MOST]) if len(words) > 1 else words)

    def _on_paste(self, event: events.Paste) -> None:
        self.insert_text_at_cursor(one_line(event.text[: 2 * MOST]))
        event.stop()
        event.prevent_default()

    def on_key(self, event: events.Key) -> None:
        """Enter says it; down leads to what can be chosen below."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if not self._early.is_early(ENTER_KEY):
                self._said()
        elif event.key == "down":
            event.stop()
            event.prevent_default()
            self._left()
