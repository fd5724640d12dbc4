"""What Textual does in private and must do otherwise here; each has a test (`tests/screens/test_textual_overrides.py`).

- its crash screen shows the values of variables, so what people said: replaced by one plain sentence and a bare log;
- keys typed while a screen is being opened reach nobody: each is held until the one before led where it leads;
- the binding of a key is looked up when another screen may be on top: looked up by the screen it was typed on;
- it computes all component styles of a widget whenever one changes: computed when first drawn with, and cached;
- it parses the styles of a widget when the first one is mounted: parsed when the store is open, before a plan is;
- it draws all widgets when one line changes: only what is on that line is drawn (`_compositor.py`);
- it draws each line of a background apart: one is drawn for all of them, and NO_COLOR is heeded there too;
- Ctrl+C and a screenshot speak English: they speak through the catalogue, or not at all.

What concerns one module alone stands there: input that is no UTF-8, a terminal or server that is gone and the cursor
of the terminal in `_drivers.py` and `_browser_driver.py`, the width of the search field in `parts/search_field.py`,
drawing the answer field in `steps/answer_field.py`. Nothing else uses what is private in Textual.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import ClassVar, Final

from rich.console import RenderableType
from rich.style import Style
from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Spacing
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import AwaitMount, Widget
from textual.worker import WorkerFailed

from screens.textual_overrides._compositor import LinesCompositor
from zlp_tui.error_log import log_error

PATIENCE: Final = 2.0
"""Seconds that keys wait for a screen at most."""
NO_GUTTER: Final = Spacing()


class LazyStyles(Widget):
    """Base class of widgets with many component classes and a `render_line`.

    Textual computes the style of every component class whenever the widget's style changes. Here each is computed when
    it is first drawn with, and cached until the theme changes; nothing else may change these styles.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.plain = Style.null()
        self._cached: dict[tuple[str, bool], Style] = {}
        self._cached_for: dict[str, str] = {}

    @classmethod
    @lru_cache(maxsize=1)
    def _get_component_classes(cls) -> frozenset[str]:
        return frozenset()

    def component_style(self, name: str, *, partial: bool = False) -> Style:
        """The style of a component class; `partial`: only what the class itself sets, without the widget's style."""
        style = self._cached.get((name, partial))
        if style is None:
            node = DOMNode(classes=name)
            node._attach(self)
            self.app.stylesheet.apply(node)
            style = node.styles.partial_rich_style if partial else node.styles.rich_style
            self._cached[name, partial] = style
        return style

    def _drop_old_styles(self) -> None:
        """Empty the cache after a change of theme.

        It is recognised by the stylesheet's variables, which are another object then. The theme's name will not do: it
        changes a moment before its styles do, and a frame may be drawn between.
        """
        variables = self.app.stylesheet._variables
        if self._cached_for is not variables:
            self._cached_for = variables
            self._cached.clear()
            self.plain = self.rich_style

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region without Textual's own cache of lines, which is slower than drawing them.

        Our colours are true colours, so the filter that replaces ANSI colours is left out.
        """
        self._drop_old_styles()
        if self.styles.gutter != NO_GUTTER:
            return super().render_lines(crop)
        filters = [line_filter for line_filter in self.get_line_filters() if type(line_filter) is not ANSIToTruecolor]
        background = self.background_colors[1]
        strips = []
        for y in range(crop.y, crop.bottom):
            strip = self.render_line(y).crop(crop.x, crop.right)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip.simplify())
        return strips


class BareBackground(Widget):
    """Base class of screens and containers that show nothing but their background: no border, no text of their own.

    Textual's `BLANK` draws one line for all of them, instead of each apart; it leaves out what `NO_COLOR` asks for.
    Stands after the class of Textual's: only the first base gives its styles.
    """

    BLANK: ClassVar[bool] = True

    def render_lines(self, crop: Region) -> list[Strip]:
        """One line, as often as it is needed."""
        lines = super().render_lines(crop)
        for line_filter in self.get_line_filters() if lines else ():
            if type(line_filter) is not ANSIToTruecolor:
                lines = [lines[0].apply_filter(line_filter, self.background_colors[1])] * len(lines)
        return lines


class BindingScreen(Screen[None], BareBackground):
    """Base class of screens whose bindings come before those of the focused widget, and are for this screen only.

    Textual looks up the binding of a key in the app, after the key came past the screen. By then an earlier key may
    have shown another screen, or have moved the focus.
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LinesCompositor()

    async def on_key(self, event: events.Key) -> None:
        """Run the screen's binding of the key; do nothing when another screen is on top by now."""
        if not self.is_active or await self._run_binding(event.key):
            event.stop()
            event.prevent_default()

    async def _run_binding(self, key: str) -> bool:
        """The chain holds the user's keys, without letters that the focused field takes."""
        own = (bindings for node, bindings in self._binding_chain if node is self)
        for binding in (binding for bindings in own for binding in bindings.key_to_bindings.get(key, ())):
            if await self.app.run_action(binding.action, self):
                return True
        return False


def widgets_of(package: str, base: type[Widget] = Widget) -> Iterator[type[Widget]]:
    """The classes of widgets and screens of a package, as far as they are imported."""
    for kind in base.__subclasses__():
        if kind.__module__.startswith(f"{package}."):
            yield kind
        yield from widgets_of(package, kind)


async def _finished(shown: AwaitMount | AwaitComplete) -> None:
    await shown


class PlainApp(App[None]):
    """An app that ends plainly: after an error in the program it shows nothing, and the log says where it was.

    Whoever ran it says so in a sentence, when the terminal is as it was before.
    """

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False

    def __init__(self, *, log_file: Path | None, before_crash: Callable[[], None]) -> None:
        super().__init__()
        self._log_file = log_file
        self._before_crash = before_crash
        self.crashed = False
        """Whether an error in the program ended the app."""
        self._holds_keys = False
        self._handles_key = False
        self._next_key: events.Key | events.Paste | None = None
        """The one whose turn it is, on its way."""
        self._waiting: list[events.Key | events.Paste] = []
        self._building = 0
        """How many screens were shown that cannot take keys yet: one may show another on top of it meanwhile."""
        self.last_key = ""
        """The key that was handled last; empty after the mouse or words that were pasted."""
        self.own_keys: Mapping[str, str] = {}
        """The keys that the user chose, by the id of the binding."""

    def set_keymap(self, keymap: Mapping[str, str]) -> None:
        """Bind the user's keys instead of ours."""
        self.own_keys = keymap
        super().set_keymap(keymap)

    def parse_styles(self, kinds: Iterable[type[Widget]]) -> None:
        """Add and parse the default styles of widgets, as mounting the first of each would."""
        for kind in kinds:
            for read_from, css, tie_breaker, scope in kind.__new__(kind)._get_default_css():
                self.stylesheet.add_source(
                    css, read_from=read_from, is_default_css=True, tie_breaker=tie_breaker, scope=scope
                )
        self.stylesheet.parse()

    def lock_screen(self) -> bool:
        """Lock the screen; False where there is no lock."""
        return False

    def forget_copied(self) -> None:
        """What was copied is not pasted here any more."""
        self._clipboard = ""

    # a crash

    def _handle_exception(self, error: Exception) -> None:
        """Keep what was typed, write down where it went wrong, and leave."""
        if not self.crashed:
            self.crashed = True
            self.log_error(error)
            try:
                self._before_crash()
            except Exception as another:  # noqa: BLE001 - nothing may keep the terminal from being given back
                self.log_error(another)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic()

    def panic(self, *renderables: RenderableType) -> None:
        """Whatever should be shown: nothing. Tracebacks show what people said."""
        super().panic()

    def log_error(self, error: BaseException) -> None:
        """Log where something went wrong, without words."""
        if self._log_file is not None:
            log_error(self._log_file, error.error if isinstance(error, WorkerFailed) else error)

    # one key after the other, each where the one before led to

    async def on_event(self, event: events.Event) -> None:
        """A key waits while the one before it is handled, and while nobody can take keys."""
        if isinstance(event, events.MouseDown):
            self.last_key = ""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if not self._is_its_turn(event):
            return
        self.last_key = event.key if isinstance(event, events.Key) else ""
        target: Widget = self.focused or self.screen
        await super().on_event(event)
        if isinstance(event, events.Key) and not target.check_consume_key(event.key, event.character):
            self._handles_key = True
            self._follow(target)
        else:
            self._take_next()

    def _is_its_turn(self, event: events.Key | events.Paste) -> bool:
        """Whether a key is handled now; else it waits for its turn."""
        first = event is self._next_key
        if first:
            self._next_key = None
        elif self._next_key is not None or self._waiting:
            self._waiting.append(event)
            return False
        if self._holds_keys or self._handles_key:
            self._waiting.insert(0, event)
            return False
        return True

    def _follow(self, target: Widget) -> None:
        """Know when a key is handled: by the widget that had the focus and all around it, and what they then tell each
        other. Letters that are typed in a field open nothing, so they are not followed."""
        path = [*target.ancestors_with_self] * 2

        def go_on(step: int) -> None:
            while step < len(path):
                if path[step].post_message(events.Callback(partial(go_on, step + 1))):
                    return
                step += 1
            self._handles_key = False
            self._take_next()

        go_on(0)

    def _take_next(self) -> None:
        if self._waiting and self._next_key is None and not self._holds_keys and not self._handles_key:
            self._next_key = self._waiting.pop(0)
            self.post_message(self._next_key)

    def hold_keys(self) -> None:
        """From now on keys wait."""
        self._holds_keys = True

    @property
    def holds_keys(self) -> bool:
        """Whether keys wait: something is being made that none may come between."""
        return self._holds_keys

    @property
    def keys_wait(self) -> bool:
        """Whether a key that comes now waits, or one that came does."""
        return self._holds_keys or self._handles_key or self._next_key is not None or bool(self._waiting)

    def release_keys(self) -> None:
        """Keys that waited are typed now."""
        self._holds_keys = False
        self._take_next()

    def show_screen(self, screen: Screen[None], *, instead: bool = False) -> None:
        """Put a screen on top (`instead` of the one that is there); keys wait until it can take them."""
        self.hold_keys()
        self._building += 1
        shown = self.switch_screen(screen) if instead else self.push_screen(screen)
        self.call_next(self._release_after, shown)

    async def _release_after(self, shown: AwaitMount | AwaitComplete) -> None:
        """Keys do not wait for ever for a screen that was closed before it was there."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_finished(shown), PATIENCE)
        self.call_later(self._built)

    def _built(self) -> None:
        """Keys go on once the last of the screens that were shown can take them."""
        self._building -= 1
        if not self._building:
            self.release_keys()

    def action_help_quit(self) -> None:
        """Ctrl+C does nothing; how to stop stands on the row of keys."""

    def get_driver_class(self) -> type[Driver]:
        """Our variant of the driver of this platform, or of the one that `TEXTUAL_DRIVER` names."""
        from screens.textual_overrides._drivers import driver_for  # the drivers of another platform cannot be imported

        return driver_for(super().get_driver_class())
