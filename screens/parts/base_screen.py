"""`Page`: what all screens share. A top line, something in the middle, a line for messages, the row of keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from screens.parts.actions import Action
from screens.parts.key_row import KeyRow
from screens.parts.message_line import MessageLine
from screens.parts.top_line import TopLine
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue

LEAST_WIDTH, LEAST_HEIGHT = 60, 20


class TooSmall(Widget):
    """Covers a screen that is too small to work in; what is under it stays as it is."""

    DEFAULT_CSS = """
    TooSmall {
        layer: cover; dock: top; width: 100%; height: 100%; background: $background; color: $foreground;
        content-align: center middle; text-align: center;
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self) -> Content:
        """One sentence."""
        return Content(self._text)


class BaseScreen(Screen[None]):
    """One screen: `body` gives its widgets, `actions` what can be done; `self.top`, `notice` and `keys` are there.

    Keys come from the actions: one source for the row, the keys and the command palette.
    """

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    BaseScreen {
        align-horizontal: center; background: $background; layers: base cover;
        & #header { dock: top; height: auto; width: 100%; }
    }
    """

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self.say = say
        self.top = TopLine()
        self.notice = MessageLine()
        self.keys = KeyRow()
        self.too_small = TooSmall(say("Make the window larger"))

    @abstractmethod
    def body(self) -> ComposeResult:
        """The widgets between the top line and the row of keys; `self.notice` is one of them, where it fits best."""

    def header(self) -> ComposeResult:
        """What stands under the top line, over the whole width."""
        yield from ()

    @abstractmethod
    def actions(self) -> tuple[Action, ...]:
        """All that can be done now, in the order of the row."""

    def commands(self) -> tuple[Action, ...]:
        """All that can be found by typing its name; at least what is on the row."""
        return self.actions()

    def compose(self) -> ComposeResult:
        self.keys.show(self.actions())
        with Vertical(id="header"):
            yield self.top
            yield from self.header()
        yield from self.body()
        yield self.keys

    def on_resize(self, event: events.Resize) -> None:
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if self.too_small.is_attached:
            self.too_small.display = small
        elif small:
            self.mount(self.too_small)

    def on_key(self, event: events.Key) -> None:
        """A key that nobody below wanted: the action that has it. One that comes after we left is too late."""
        if not self.is_active:
            return
        for action in self.actions():
            if event.key in action.keys:
                event.stop()
                event.prevent_default()
                action.run()
                return

    def keep_all(self) -> None:
        """Write what is typed and not yet written: somebody leaves, the window closes, the program ends."""

    def attempt(self, something: Callable[[], None]) -> bool:
        """Do something that may be refused; say so in one plain sentence, and whether it was done."""
        try:
            something()
        except ZlpError as error:
            self.notice.refuse(self.say(error.message, **error.values))
            return False
        return True
