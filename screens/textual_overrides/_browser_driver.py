"""Textual's driver for a browser (textual-serve), with a visible cursor."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver

from screens.textual_overrides._drivers import with_cursor


class BrowserDriver(WebDriver):
    """The driver for textual-serve; it ends when the server is gone."""

    def write(self, data: str) -> None:
        """Write, with the cursor visible at the end of a frame."""
        super().write(with_cursor(data))

    def run_input_thread(self) -> None:
        """Read input; when the server is gone, end the app instead of waiting for ever."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.post_message(messages.ExitApp())
