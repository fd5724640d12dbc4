"""`AnswerField`: where an answer is typed. Enter says it, Ctrl+J makes a new line; what is typed is never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from zlp_tui.text import LIMIT, visible

MOST_LINES = 6


class AnswerField(TextArea):
    """A field of one to six lines. It calls what it is given, directly: a message would cost a second paint.

    `said` is called on Enter, `typed` after each change, `too_much` when more came in than is kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", show=False),
    ]
    DEFAULT_CSS = """
    AnswerField {
        height: 3; width: 1fr; border: round $border-blurred; background: $background; padding: 0 1;
        scrollbar-size-vertical: 1;
        &:focus { border: heavy $border; }
        &:light .text-area--cursor, &:dark .text-area--cursor {
            color: $background; background: $primary; text-style: none;
        }
        & .text-area--cursor-line { background: $background; }
        & .text-area--placeholder { color: $text-muted; }
    }
    """

    def __init__(
        self, *, said: Callable[[], None], typed: Callable[[], None], too_much: Callable[[], None],
        id: str | None = None,
    ) -> None:
        super().__init__(id=id, highlight_cursor_line=False)
        self.cursor_blink = False
        self._said = said
        self._typed = typed
        self._too_much = too_much
        self._high = 1
        self._styled_for = ""
        self._most = MOST_LINES

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the field. Textual works all its styles out each time; they change with the theme alone."""
        if self._styled_for != self.app.theme:
            self._styled_for = self.app.theme
            return super().render_lines(crop)
        return super(TextArea, self).render_lines(crop)

    def put(self, text: str, starter: str = "") -> None:
        """Show another text in place, without calling `typed`; `starter` is shown while nothing is typed."""
        self.placeholder = Content(visible(starter))
        if text != self.text:
            self.load_text(visible(text)[:LIMIT])
            self.move_cursor(self.document.end)
        self._grow()

    def limit_lines(self, most: int) -> None:
        """How high it may grow, in a small window."""
        if most != self._most:
            self._most = most
            self._grow()

    def edit(self, edit: Edit) -> EditResult:
        """Every change comes through here."""
        result = super().edit(edit)
        self._grow()
        self._typed()
        return result

    def _grow(self) -> None:
        high = max(1, min(self._most, self.wrapped_document.height))
        if high != self._high:
            self._high = high
            self.styles.height = high + 2

    def on_resize(self) -> None:
        """How the text wraps is known once Textual's own handler has run."""
        self.call_next(self._grow)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """Typed or pasted text is cleaned at the door, and cut where the field is full."""
        if not insert.isprintable() or not insert.isascii():
            insert = visible(insert[: LIMIT * 2])
        if len(insert) > 1 or insert == "\n" or self._high > 1:
            room = LIMIT - len(self.text) + len(self.get_text_range(*sorted((start, end))))
            if len(insert) > room:
                insert = insert[: max(0, room)]
                self._too_much()
        return super()._replace_via_keyboard(insert, start, end) if insert else None

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """No brackets are matched in what people say."""
        return None

    def action_new_line(self) -> None:
        """A new line in the answer."""
        self._replace_via_keyboard("\n", *self.selection)

    def _to_start(self) -> None:
        """Undo asks where the cursor is before it puts it back; at the start it is nowhere that has gone."""
        self.move_cursor((0, 0))

    def action_undo(self) -> None:
        """Undo in the field is a change as well."""
        self._to_start()
        super().action_undo()
        self._grow()
        self._typed()

    def action_redo(self) -> None:
        """Redo in the field is a change as well."""
        self._to_start()
        super().action_redo()
        self._grow()
        self._typed()

    def type(self, text: str) -> None:
        """Take the focus and what was typed elsewhere: nothing that is typed goes to nobody."""
        self.focus()
        self.move_cursor(self.document.end)
        self._replace_via_keyboard(text, *self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted here is for this field alone. (Textual puts it in after this.)"""
        event.stop()

    def on_key(self, event: events.Key) -> None:
        """Enter says it; undo is for the typing first. (Textual's own handler comes after this one.)"""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._said()
        elif event.key == "ctrl+z" and self.history.undo_stack:
            event.stop()
            self.action_undo()
