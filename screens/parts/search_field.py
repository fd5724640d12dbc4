"""`SearchField`: a text field of one line in which one types what one looks for."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Offset, Size
from textual.widgets import Input

from screens.parts.early_keys import EarlyKeys
from zlp_tui.text import one_line


class SearchField(Input):
    """A search field. It calls `changed` directly after each change: a message would cost a second paint."""

    DEFAULT_CSS = """
    SearchField {
        height: 3; width: 1fr; border: round $border-blurred; background: $background; padding: 0 1;
        &:focus { border: heavy $border; background: $background; background-tint: $background 0%; }
        & > .input--placeholder { color: $text-muted; }
        & > .input--cursor { color: $background; background: $primary; text-style: none; }
    }
    """

    def __init__(
        self, early: EarlyKeys, changed: Callable[[], None], placeholder: str, *, id: str = "search"
    ) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False, max_length=200)
        self.cursor_blink = False
        self._early = early
        self._changed = changed

    @property
    def cursor_screen_offset(self) -> Offset:
        """At the caret; Textual says one cell too far at the end of the text."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def _watch_value(self, value: str) -> None:
        """The field stays as wide as it is; told in the usual way, the whole screen is laid out anew at each key."""
        self.set_reactive(Input.virtual_size, Size(self.content_width, 1))
        super()._watch_value(value)
        self._early.typed()
        self._changed()

    def append_words(self, words: str) -> None:
        """Take the focus, and words that were typed elsewhere."""
        self.focus()
        self.cursor_position = len(self.value)
        self.insert_text_at_cursor(one_line(words[:400]))

    def _on_paste(self, event: events.Paste) -> None:
        """All lines of what is pasted, on one line."""
        self.insert_text_at_cursor(one_line(event.text[:400]))
        event.stop()
        event.prevent_default()
