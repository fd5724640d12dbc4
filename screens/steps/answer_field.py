"""`AnswerField`: the text field for answers. Enter submits, Ctrl+J inserts a new line."""

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

from screens.parts.actions import ENTER
from screens.parts.early_keys import ENTER_KEY, EarlyKeys
from zlp_tui.text import LIMIT, visible

MOST_LINES = 6


class AnswerField(TextArea):
    """A text area that grows from one to six lines. It calls its callbacks directly: a message costs a second paint.

    `said` is called on Enter, `typed` after each change, `too_much` when text was cut because the field is full.
    `enter` says in words what Enter does now; that stands in the border below the text. An Enter that repeats, with
    nothing typed since the one before it, is the same one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", show=False),
    ]
    DEFAULT_CSS = """
    AnswerField {
        height: 3; width: 1fr; border: round $border-blurred; background: $background; padding: 0 1;
        scrollbar-size-vertical: 1;
        border-subtitle-color: $text-muted;
        &:focus { border: heavy $border; }
        &:light .text-area--cursor, &:dark .text-area--cursor {
            color: $background; background: $primary; text-style: none;
        }
        & .text-area--cursor-line { background: $background; }
        & .text-area--placeholder { color: $text-muted; }
    }
    """

    def __init__(
        self, early: EarlyKeys, *, said: Callable[[], None], typed: Callable[[], None],
        too_much: Callable[[], None], enter: Callable[[], str], id: str | None = None,
    ) -> None:
        super().__init__(id=id, highlight_cursor_line=False)
        self._early = early
        self._enter = enter
        self.cursor_blink = False
        self._said = said
        self._typed = typed
        self._too_much = too_much
        self._high = 1
        self._styled_for = ""
        self._most = MOST_LINES
        self.edited = False
        """Whether anything was typed since the text was put here."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Skip the text area's own computing of its styles, unless the theme changed: nothing else changes them."""
        if self._styled_for != self.app.theme:
            self._styled_for = self.app.theme
            return super().render_lines(crop)
        return super(TextArea, self).render_lines(crop)

    def put(self, text: str, starter: str = "") -> None:
        """Replace the text without calling `typed`; `starter` is the placeholder."""
        self.placeholder = Content(visible(starter))
        if text != self.text:
            self.load_text(visible(text)[:LIMIT])
            self.move_cursor(self.document.end)
            self.edited = False
        self._grow()
        self.tell_enter()

    def tell_enter(self) -> None:
        """Say in the border what Enter does now, while it would do it here."""
        does = self._enter() if self.has_focus else ""
        told = f"{ENTER}: {does[:1].lower()}{does[1:]}" if does else ""
        if told != (self.border_subtitle or ""):
            self.border_subtitle = told

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.tell_enter()

    def limit_lines(self, most: int) -> None:
        """Set the maximal height, for a small window."""
        if most != self._most:
            self._most = most
            self._grow()

    def edit(self, edit: Edit) -> EditResult:
        """Grow and report after every change."""
        result = super().edit(edit)
        self._changed_by_hand()
        return result

    def _changed_by_hand(self) -> None:
        self.edited = True
        self._grow()
        self._early.typed()
        self._typed()
        self.tell_enter()

    def _grow(self) -> None:
        high = max(1, min(self._most, self.wrapped_document.height))
        if high != self._high:
            self._high = high
            self.styles.height = high + 2

    def on_resize(self) -> None:
        """Adapt the height once Textual's own handler, which comes after this one, has wrapped the text."""
        self.call_next(self._grow)

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Clean typed or pasted text, and cut it where the field is full."""
        if not insert.isprintable() or not insert.isascii():
            insert = visible(insert[: LIMIT * 2])
        if len(insert) > 1 or insert == "\n" or self._high > 1:
            room = LIMIT - len(self.text) + len(self.get_text_range(*sorted((start, end))))
            if len(insert) > room:
                insert = insert[: max(0, room)]
                self._too_much()
        if not insert:
            return EditResult(end_location=end, replaced_text="")
        return super().replace(insert, start, end, maintain_selection_offset=maintain_selection_offset)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Match no brackets: this is no code."""
        return None

    def action_new_line(self) -> None:
        """Insert a new line."""
        self.replace("\n", *self.selection, maintain_selection_offset=False)

    def _to_start(self) -> None:
        """Move the cursor to where undo and redo can always find it: they look it up before they restore it."""
        self.move_cursor((0, 0))

    def action_undo(self) -> None:
        """Undo, and report the change."""
        self._to_start()
        super().action_undo()
        self._changed_by_hand()

    def action_redo(self) -> None:
        """Redo, and report the change."""
        self._to_start()
        super().action_redo()
        self._changed_by_hand()

    def type(self, text: str) -> None:
        """Take the focus, and text that was typed elsewhere."""
        self.focus()
        self.move_cursor(self.document.end)
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def on_paste(self, event: events.Paste) -> None:
        """Keep the event from the screen. (Textual's own handler inserts the text after this one.)"""
        event.stop()

    def on_key(self, event: events.Key) -> None:
        """Submit on Enter; undo typing before answers. (Textual's own handler comes after this one.)"""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if not self._early.is_early(ENTER_KEY):
                self._said()
        elif event.key == "ctrl+z" and self.history.undo_stack:
            event.stop()
            self.action_undo()
        elif event.key == "ctrl+y" and self.history.redo_stack:
            event.stop()
            self.action_redo()
