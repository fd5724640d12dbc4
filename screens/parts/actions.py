"""`Action`: one row of a screen's table of actions, from which key bindings, key row, palette and help follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from textual.actions import parse
from textual.binding import Binding

from zlp_tui.i18n import Catalogue, message

Call = tuple[str, tuple[object, ...]]
"""The name of a Textual action, and its parameters."""

ENTER: Final = "Enter"
ARROWS: Final = "←→"
"""What an action shows that a list does: it has the key itself."""
_NAMES: Final = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}


class Action(NamedTuple):
    """Something that can be done on a screen, declared in its `ACTIONS`.

    `id` is the id of the Textual binding, by which a user may change the keys; it has the same keys wherever it stands.
    `msgid` is the message id of the label, `action` the Textual action (`undo`, `navigate('letter')`). `keys` are
    Textual's names, with commas between them (`u,ctrl+z`); a single letter works only while no text field has the
    focus. Arrows and Enter belong to lists: an action may show them (`shown`) but must not be bound to them.
    """

    id: str
    msgid: str
    action: str
    keys: str = ""
    shown: str = ""
    """What the key row shows instead of the first of the keys, unless the user chose other keys."""
    main: bool = False
    """The usual next action."""
    on_row: bool = True
    line: int = 0
    """Each number has lines of its own in the key row."""
    spare: bool = False
    """Shown on the key row only if it fits without an extra line."""
    help_msgid: str = ""
    """Message id of what the help says it does, where that is more than the label."""

    @property
    def call(self) -> Call:
        """The action as `check_action` is asked about it."""
        _, name, parameters = parse(self.action)
        return name, parameters

    def binding(self, *, priority: bool = False) -> Binding:
        """The Textual binding; only for an action with keys."""
        tooltip = self.help_msgid or self.msgid
        return Binding(self.keys, self.action, self.msgid, show=False, id=self.id, tooltip=tooltip, priority=priority)


class ScreenCommand(NamedTuple):
    """An action as it is available now: translated, with the keys that the user has. `shown` is a key's name."""

    id: str
    label: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    shown: str = ""
    main: bool = False
    on_row: bool = True
    line: int = 0
    spare: bool = False
    help: str = ""


HELP: Final = Action("help", message("Help"), "help", "f1")
HELP_TOO: Final = Action("help-too", message("Help"), "help", "?", on_row=False)
"""Where letters are no text."""
BACK: Final = Action("back", message("Back"), "back", "escape")
PREVIOUS_FIELD: Final = Action("previous-field", message("Back"), "previous_field", "escape,pageup")
"""Where one types: a letter cannot lead back."""
UNDO: Final = Action("undo", message("Undo"), "undo", "u,ctrl+z", help_msgid=message("Undo the last change"))
REDO: Final = Action("redo-answer", message("After all"), "redo", "ctrl+y", on_row=False)
THEME: Final = Action("theme", message("Colours"), "toggle_theme", "t", help_msgid=message("Light or dark colours"))
PAGE_DOWN: Final = Action("page-down", message("Read on"), "page(1)", "pagedown")
PAGE_UP: Final = Action("page-up", message("Page before"), "page(-1)", "pageup", on_row=False)
EXPORT: Final = Action("exports", message("On paper"), "navigate('exports')", "ctrl+n")
"""The letters are given away, and where one types they are text."""
CHOOSE: Final = Action("open", message("Choose"), "choose", shown=ENTER, main=True)
SAVE_WORDS: Final = Action("save-words", message("Keep it like this"), "save_words", shown=ENTER, main=True)

STOP_TALKING: Final = Action("stop-talking", message("Stop"), "leave_plan", "f9", line=1)
"""In the conversation; in a window that is too small it is the way out of the program."""

COMMANDS: Final = Action("commands", message("All that can be done here"), "commands", "ctrl+p", on_row=False)
QUIT: Final = Action("quit-program", message("Quit"), "quit", "ctrl+q", on_row=False)
COPY_WORDS: Final = Action("copy-words", message("Copy these words"), "screen.copy_words", "ctrl+c", on_row=False)
COPY_PAGE: Final = Action("copy-page", message("Copy this page"), "screen.copy_page", "alt+c", on_row=False)
SOURCES: Final = Action("sources", message("Where this comes from"), "screen.sources", "alt+b", on_row=False)
LOCK_SCREEN: Final = Action("lock-screen", message("Lock the screen"), "screen.lock_screen", "f12", on_row=False)
APP_ACTIONS: Final = (COMMANDS, COPY_WORDS, COPY_PAGE, SOURCES, LOCK_SCREEN, QUIT)
"""What can be done on every screen."""


@lru_cache(maxsize=512)
def split_keys(keys: str) -> tuple[str, ...]:
    """The single keys of `u,ctrl+z`."""
    return tuple(key for part in keys.split(",") if (key := part.strip()))


def key_name(key: str, tr: Catalogue) -> str:
    """The name of a key as it is shown: `PgDn`, `Ctrl+Z`, `l`."""
    if key == "space":
        return tr("Space")
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _NAMES.get(last, last.upper() if modifiers or _is_function_key(last) else last)
    return "+".join([*(_NAMES.get(part, part) for part in modifiers), name])


def _is_function_key(key: str) -> bool:
    return key[0] == "f" and key[1:].isdigit()
