"""Textual's drivers with a visible cursor: the one for a terminal of this platform, and the choice of a driver.

The cursor of the terminal is what screen readers and magnifiers follow. Textual hides it.
"""

from __future__ import annotations

import sys
from typing import Final

from textual import constants
from textual.driver import Driver

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as PlatformDriver
else:
    import os
    import selectors
    from codecs import getincrementaldecoder

    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver as PlatformDriver

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
        """Write, with the cursor visible at the end of a frame."""
        super().write(with_cursor(data))

    if sys.platform != "win32":

        def run_input_thread(self) -> None:
            """Read keys until the driver stops or the terminal is gone; bytes that are no UTF-8 are replaced."""
            selector = selectors.SelectSelector()
            selector.register(self.fileno, selectors.EVENT_READ)
            parser = XTermParser(self._debug)
            decode = getincrementaldecoder("utf-8")("replace").decode
            try:
                while not self.exit_event.is_set():
                    if selector.select(0.1):
                        try:
                            data = os.read(self.fileno, 4096)
                        except OSError:
                            return
                        if not data:
                            return
                        for message in parser.feed(decode(data)):
                            self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)
            finally:
                selector.close()


def driver_for(chosen: type[Driver]) -> type[Driver]:
    """Our variant of the driver that Textual chose; a driver that `TEXTUAL_DRIVER` names stays what it is."""
    if chosen.__module__ == "textual.drivers.web_driver":
        from screens._browser_driver import BrowserDriver  # only with a browser

        return BrowserDriver
    return TerminalDriver if constants.DRIVER is None else chosen
