"""Textual's drivers with a visible cursor: the one for a terminal of this platform, and the choice of a driver.

The cursor of the terminal is what screen readers and magnifiers follow. Textual hides it.
"""

from __future__ import annotations

import sys
from typing import Final

from textual import constants
from textual.driver import Driver

from screens.textual_overrides._textual import PlainApp

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as PlatformDriver
else:
    import os
    import selectors

    from textual.drivers.linux_driver import LinuxDriver as PlatformDriver

    from screens.textual_overrides.terminal_input import TerminalInput

TICK: Final = 0.1
"""Seconds without input after which the driver looks whether it must stop."""

MODE: Final = "\x1b[?"
"""Begins a change of the terminal's settings; what a frame begins with is a place."""
HIDE: Final = "\x1b[?25l"
SHOW_BAR: Final = "\x1b[?25h\x1b[6 q"
USUAL_CURSOR: Final = "\x1b[0 q"
LEFT_ALTERNATE_SCREEN: Final = "\x1b[?1049l"


def with_cursor(data: str) -> str:
    """A frame: the cursor is hidden while it is drawn, so as not to flicker, then shown at the caret as a bar."""
    if LEFT_ALTERNATE_SCREEN in data:
        return USUAL_CURSOR + data
    return data if data.startswith(MODE) else HIDE + data + SHOW_BAR


class TerminalDriver(PlatformDriver):
    """The driver for a terminal. On POSIX its input is forgiving."""

    def write(self, data: str) -> None:
        """Write, with the cursor visible at the end of a frame; nothing where the terminal is gone."""
        if self._can_write():
            super().write(with_cursor(data))

    def _can_write(self) -> bool:
        """Whether the thread that writes goes on; when it has ended, its queue fills and then waits for ever."""
        writer = self._writer_thread
        return writer is None or writer.is_alive()

    if sys.platform != "win32":

        def run_input_thread(self) -> None:
            """Read keys until the driver stops or the terminal is gone.

            An error here is one of the program: the app ends as after any other.
            """
            try:
                self._read_input(TerminalInput(self._input_refused, debug=self._debug))
            except Exception as error:  # noqa: BLE001 - this thread is nobody's: the app must hear of it
                self._app.call_later(self._app._handle_exception, error)

        def _read_input(self, terminal: TerminalInput) -> None:
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(TICK):
                        try:
                            data = os.read(self.fileno, 4096)
                        except OSError:
                            return
                        if not data:
                            return
                        messages = terminal.feed(data)
                    else:
                        messages = terminal.tick()
                    for message in messages:
                        self.process_message(message)

        def _input_refused(self, error: Exception) -> None:
            if isinstance(self._app, PlainApp):
                self._app.log_error(error)


def driver_for(chosen: type[Driver]) -> type[Driver]:
    """Our variant of the driver that Textual chose; a driver that `TEXTUAL_DRIVER` names stays what it is."""
    if chosen.__module__ == "textual.drivers.web_driver":
        from screens.textual_overrides._browser_driver import BrowserDriver  # only with a browser

        return BrowserDriver
    return TerminalDriver if constants.DRIVER is None else chosen
