"""`SecretField`: a text field of one line for a passphrase, that shows its letters only when that is asked for."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content

from screens.parts.actions import ENTER
from screens.parts.early_keys import ENTER_KEY, EarlyKeys
from screens.parts.search_field import SearchField


class SecretField(SearchField):
    """`said` is called on Enter, `typed` after each change, `left` when an arrow leads out of the field.

    `enter` says what Enter does now, in its border. What is pasted comes in whole, on one line.
    """

    DEFAULT_CSS = "SecretField { border-subtitle-color: $text-muted; }"

    def __init__(
        self, early: EarlyKeys, *, said: Callable[[], None], typed: Callable[[], None], enter: Callable[[], str],
        left: Callable[[], None], id: str,
    ) -> None:
        super().__init__(early, self._was_typed, "", id=id)
        self._early_enter = early
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

    def _was_typed(self) -> None:
        self.tell_enter()
        self._typed()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.tell_enter()

    def on_key(self, event: events.Key) -> None:
        """Enter says it; down leads to what can be chosen below."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if not self._early_enter.is_early(ENTER_KEY):
                self._said()
        elif event.key == "down":
            event.stop()
            event.prevent_default()
            self._left()
