"""`BaseScreen`: the base class of all screens, with a top line, a message line and a key row."""

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
    """An overlay for a window that is too small to work in."""

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
        """The sentence that says so."""
        return Content(self._text)


class BaseScreen(Screen[None]):
    """A screen made of `header`, `body` and `actions`.

    `top`, `notice` and `keys` are its standard widgets. The key row, the keys and the command palette all follow from
    `actions`.
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
        """The widgets between the top line and the key row; they include `self.notice`."""

    def header(self) -> ComposeResult:
        """Widgets under the top line, over the whole width."""
        yield from ()

    @abstractmethod
    def actions(self) -> tuple[Action, ...]:
        """The actions that are available now, in the order of the key row."""

    def commands(self) -> tuple[Action, ...]:
        """The actions of the command palette; by default those of the screen."""
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
        """Run the action that has this key, if no widget handled it and this screen is still on top."""
        if not self.is_active:
            return
        for action in self.actions():
            if event.key in action.keys:
                event.stop()
                event.prevent_default()
                action.run()
                return

    def flush_draft(self) -> None:
        """Save what is typed and not yet saved: the screen is left, the window closes or the program ends."""

    def attempt(self, something: Callable[[], None]) -> bool:
        """Run a command that may be refused; show the error on the message line. Returns whether it succeeded."""
        try:
            something()
        except ZlpError as error:
            self.notice.refuse(self.say(error.message, **error.values))
            return False
        return True
