"""`FrontDoorLoader`: opens a front door in a thread, because the store and the script take a while to load."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.textual_overrides._textual import PlainApp
from zlp_tui.errors import ZlpError

if TYPE_CHECKING:  # not before the first picture
    from zlp_tui.conversation.ports.desk import FrontDoor


class FrontDoorLoader:
    """One front door, that is made once. `opened` and `refused` are called in the app's thread, `first` in the other.

    `first` loads what else takes time, before the front door is made.
    """

    def __init__(
        self, app: PlainApp, make: Callable[[], FrontDoor], *, opened: Callable[[FrontDoor], None],
        refused: Callable[[ZlpError], None], first: Callable[[], None] = lambda: None,
    ) -> None:
        self._app = app
        self._make = make
        self._opened = opened
        self._refused = refused
        self._first = first
        self.door: FrontDoor | None = None
        """The front door, once it is open."""
        self.failed = False
        """Whether it could not be made when that was tried last."""

    def load(self) -> None:
        """Make it in a thread; one that is open already is told of again."""
        self.failed = False
        self._app.run_worker(self._load, thread=True, exit_on_error=True)

    def close(self) -> None:
        """Leave the store, if it was opened."""
        if self.door is not None:
            self.door.close()

    def reload(self) -> None:
        """Make another one in the place of the one that is open: plans are kept in another way now."""
        self.close()
        self.door = None
        self.load()

    def _load(self) -> None:
        self._first()
        try:
            door = self.door or self._make()
        except ZlpError as error:
            self._app.call_from_thread(self._not_loaded, error)
        else:
            self._app.call_from_thread(self._loaded, door)

    def _not_loaded(self, error: ZlpError) -> None:
        self.failed = True
        self._refused(error)

    def _loaded(self, door: FrontDoor) -> None:
        self.door = door
        self._opened(door)
