"""`BaseScreen`: the base class of all screens, with a top line, a message line and a key row."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from screens.parts.actions import (
    COPY_PAGE,
    COPY_WORDS,
    ENTER,
    LOCK_SCREEN,
    SOURCES,
    STOP_TALKING,
    Action,
    Call,
    ScreenCommand,
    key_name,
    split_keys,
)
from screens.parts.copied_text import holds_text, page_of, words_of
from screens.parts.early_keys import EarlyKeys
from screens.parts.item_lines import ItemLines
from screens.parts.key_row import KeyRow
from screens.parts.line_list import LineList
from screens.parts.message_line import MessageLine, quoted
from screens.parts.too_small import TooSmall, is_too_small
from screens.parts.top_line import TopLine
from screens.textual_overrides._textual import BindingScreen, PlainApp
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue


class BaseScreen(BindingScreen):
    """A screen made of `header`, `body` and `ACTIONS`.

    `now` is a clock in seconds, by which keys are timed. `top`, `notice` and `keys` are its standard widgets. The
    bindings, the key row, the command palette and the keys in the help all follow from `ACTIONS`; what of it is
    available follows from `check_action`.
    """

    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    TAKES_LETTERS: ClassVar[bool] = False
    """Whether letters that are typed anywhere on the screen are text, so that none can be a key."""
    help_page: str = "keys"
    """The name of the screen's help page, without `.md`."""
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    BaseScreen {
        align-horizontal: center; background: $background; layers: base cover;
        & #header { dock: top; height: auto; width: 100%; }
    }
    """
    _calls: ClassVar[frozenset[Call]] = frozenset()
    _calls_of_bases: ClassVar[frozenset[Call]] = frozenset()

    def __init_subclass__(
        cls, inherit_css: bool = True, inherit_bindings: bool = True, inherit_component_classes: bool = True
    ) -> None:
        if "ACTIONS" in cls.__dict__:
            cls.BINDINGS = [action.binding() for action in cls.ACTIONS if action.keys]
            cls._calls_of_bases = cls._calls_of_bases | cls._calls
            cls._calls = frozenset(action.call for action in cls.ACTIONS)
        super().__init_subclass__(inherit_css, inherit_bindings, inherit_component_classes)

    def __init__(self, tr: Catalogue, now: Callable[[], float]) -> None:
        super().__init__()
        self.tr = tr
        self.early = EarlyKeys(now)
        self._enter_told = ""
        self.top = TopLine()
        self.notice = MessageLine(self.early)
        self.keys = KeyRow(self.early, self.refresh_enter)
        self.too_small = TooSmall(self._ways_out)

    @abstractmethod
    def body(self) -> ComposeResult:
        """The widgets between the top line and the key row; they include `self.notice`."""

    def header(self) -> ComposeResult:
        """Widgets under the top line, over the whole width."""
        yield from ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action is available now; an action of a base class is not, unless `ACTIONS` has it too."""
        call = action, parameters
        if call in self._calls_of_bases and call not in self._calls:
            return False
        return super().check_action(action, parameters)

    def actions(self) -> tuple[ScreenCommand, ...]:
        """The actions of the screen that are available now, in the order of the key row."""
        return tuple(self.command(action) for action in self.ACTIONS if self.check_action(*action.call))

    def command(self, action: Action) -> ScreenCommand:
        """An action as it is shown now. A screen may replace the label or the place in the key row."""
        name, parameters = action.call
        run = partial(getattr(self, f"action_{name}"), *parameters)
        enter = self.enter_label() if action.shown == ENTER else ""
        return ScreenCommand(
            action.id, enter or self.tr(action.msgid), partial(self._enter, run) if action.shown == ENTER else run,
            self.keys_of(action), self.key_shown(action), action.main, action.on_row, action.line, action.spare,
            self.tr(action.help_msgid) if action.help_msgid else "",
        )

    def enter_label(self) -> str:
        """What Enter does now, where that is not what the screen's action for it says; else empty."""
        widget: Widget | None = self.focused
        if isinstance(widget, KeyRow):
            return "" if self.marks_enter() else self.tr("Do this")
        if isinstance(widget, ItemLines):
            return self.tr("Choose")
        if isinstance(widget, MessageLine):
            return widget.offer
        return "" if widget is None or isinstance(widget, LineList) else self.enter_in_field()

    def _enter(self, run: Callable[[], None]) -> None:
        """Enter was clicked in the key row: do what the key does where the focus is, else what the screen has it do."""
        match self.focused:
            case KeyRow() if self.marks_enter():
                run()
            case LineList() as lines:
                lines.action_choose()
            case ItemLines() | MessageLine() as widget:
                widget.action_take()
            case _:
                run()

    def marks_enter(self) -> bool:
        """Whether the key row has the focus, and in it Enter itself is marked."""
        marked = self.keys.marked if self.focused is self.keys else ""
        return any(action.id == marked and action.shown == ENTER for action in self.ACTIONS)

    def enter_in_field(self) -> str:
        """What Enter does in the screen's field for words, which says so too; empty without one."""
        return ""

    def refresh_enter(self) -> None:
        """Say what Enter does now, if that is another thing than before."""
        label = self.enter_label()
        if label != self._enter_told:
            self._enter_told = label
            self.keys.show(self.actions())

    def watch_focused(self) -> None:
        """Enter belongs to what has the focus."""
        if self.is_mounted:
            self.keys.show(self.actions())

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action: those that the user chose, or ours."""
        return split_keys(self._own_keys.get(action.id, action.keys) if action.keys else "")

    def key_shown(self, action: Action) -> str:
        """The name of the key that is shown with an action."""
        if action.shown and action.id not in self._own_keys:
            return action.shown
        return next((key_name(key, self.tr) for key in self.keys_of(action)), action.shown)

    def key_of(self, action_id: str) -> str:
        """The name of the key that is shown with an action of this screen, by its id."""
        return next((self.key_shown(action) for action in self.ACTIONS if action.id == action_id), "")

    @property
    def _own_keys(self) -> Mapping[str, str]:
        return self.app.own_keys if isinstance(self.app, PlainApp) else {}

    def commands(self) -> tuple[ScreenCommand, ...]:
        """The commands of the command palette; by default the actions of the screen."""
        return self.actions()

    def everywhere(self) -> tuple[ScreenCommand, ...]:
        """The commands of every screen that are not on its key row."""
        has_help = type(self).open_help is not BaseScreen.open_help
        sources = (self.command(SOURCES),) if has_help else ()
        return self.command(LOCK_SCREEN), self.command(COPY_WORDS), self.command(COPY_PAGE), *sources

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """For the help page: the names of the keys of each action that is available, and what it does."""
        return tuple(
            (", ".join(dict.fromkeys((command.shown, *(key_name(key, self.tr) for key in command.keys)))),
             command.help or command.label)
            for command in (*self.actions(), *self.everywhere()) if command.shown
        )

    def action_help(self) -> None:
        """Open the help page of this screen."""
        self.open_help(self.help_page)

    def action_lock_screen(self) -> None:
        """Lock the screen, where there is a lock."""
        if isinstance(self.app, PlainApp) and not self.app.lock_screen():
            self.notice.tell(self.tr("There is no lock here, so the screen cannot be locked."))

    def action_sources(self) -> None:
        """Open the page that names what the conversation is built on."""
        self.open_help("sources")

    def open_help(self, page: str) -> None:
        """Open a help page."""

    def compose(self) -> ComposeResult:
        self.keys.show(self.actions())
        with Vertical(id="header"):
            yield self.top
            yield from self.header()
        yield from self.body()
        yield self.keys

    def on_screen_resume(self) -> None:
        """A key that opened another screen, or closed it, chooses nothing here."""
        self.early.appeared(self.app.last_key if isinstance(self.app, PlainApp) else "")

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted, or comes as fast as that, is as good as typed, whatever has the focus (B12)."""
        event.stop()
        self.take_words(event.text)

    def take_words(self, words: str) -> None:
        """Words came while nothing that takes them has the focus; where there is a field now, they are typed there."""

    def on_resize(self, event: events.Resize) -> None:
        small = is_too_small(event.size)
        if self.too_small.is_attached:
            self.too_small.display = small
        elif small:
            self.mount(self.too_small)

    def action_copy_words(self) -> None:
        """Copy what is selected or typed in a field, or else the line that is marked."""
        words = self.words_to_copy()
        self._copy(words, self.tr("Copied: {words}", words=quoted(" ".join(words.split()))))

    def action_copy_page(self) -> None:
        """Copy all that stands on the screen to be read."""
        page = self.page_to_copy()
        lines = page.count("\n") + 1
        told = self.tr.plural("This page is copied: {count} line", "This page is copied: {count} lines", lines)
        self._copy(page, told)

    def words_to_copy(self) -> str:
        """What is selected or typed where the focus is, or else the line that is marked; empty without one."""
        return words_of(self.focused) or next(filter(None, map(words_of, self._texts())), "")

    def page_to_copy(self) -> str:
        """All that stands on the screen to be read."""
        return "\n\n".join(filter(None, map(page_of, self._texts())))

    def _texts(self) -> tuple[Widget, ...]:
        return tuple(widget for widget in self.query(Widget).results() if widget.display and holds_text(widget))

    def _copy(self, text: str, told: str) -> None:
        if text:
            self.app.copy_to_clipboard(text)
            self.notice.show(told)
        else:
            self.notice.tell(self.tr("There are no words here to copy."))

    def _ways_out(self) -> tuple[str, ...]:
        """What one can do in a window that is too small, and why one cannot leave if that was refused."""
        return (
            self.notice.refusal,
            self.tr("Make the window larger, or the letters smaller."),
            self.tr("{key}: stop. All is kept.", key=self.key_shown(STOP_TALKING)),
            self.tr("Line by line always fits. Type: zlp --plain"),
        )

    def flush_draft(self) -> None:
        """Save what is typed and not yet saved: the screen is left, the window closes or the program ends."""
        self.write_typed()

    def write_typed(self) -> None:
        """Write what is typed and not yet written; the screen stays as it is."""

    def attempt(self, something: Callable[[], None]) -> bool:
        """Run a command that may be refused; show the error on the message line. Returns whether it succeeded."""
        try:
            something()
        except ZlpError as error:
            self.notice.refuse(self.tr(error.message, **error.values))
            return False
        return True
