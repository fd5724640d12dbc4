"""The command palette: the available commands, filtered by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from screens.parts.actions import BACK, CHOOSE, ScreenCommand
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.parts.search_field import SearchField
from zlp_tui.i18n import Catalogue, message
from zlp_tui.text import folded, one_line


def matching_commands(actions: Iterable[ScreenCommand], typed: str) -> tuple[ScreenCommand, ...]:
    """The actions whose name holds all words typed; where words begin with them, these come first."""
    wanted = folded(typed).split()

    def rank(action: ScreenCommand) -> int:
        words = folded(action.label).split()
        return sum(not any(word.startswith(part) for word in words) for part in wanted)

    return tuple(sorted((a for a in actions if all(part in folded(a.label) for part in wanted)), key=rank))


class CommandPaletteScreen(BaseScreen):
    """The commands as a list, and a field to type in. Choosing one closes this screen first."""

    ACTIONS = (CHOOSE._replace(msgid=message("Do this")), BACK)
    DEFAULT_CSS = """
    CommandPaletteScreen {
        & Column { padding: 1 2 0 2; }
        & #list { height: 1fr; margin-top: 1; }
    }
    """

    def __init__(
        self, commands: Iterable[ScreenCommand], tr: Catalogue, now: Callable[[], float],
        back: Callable[[], None],
    ) -> None:
        super().__init__(tr, now)
        self._commands = tuple({action.id: action for action in reversed(tuple(commands))}.values())[::-1]
        self._back = back
        self.list = LineList(self.early, id="list", always_marked=True)
        self.search = SearchField(self.early, self._search, tr("Type a word"))

    def body(self) -> ComposeResult:
        with Column():
            yield self.search
            yield self.list
            yield self.notice

    def on_mount(self) -> None:
        self.top.show(self.tr("What do you want to do?"))
        self._show()
        self.search.focus()

    def _search(self) -> None:
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        shown = matching_commands(self._commands, one_line(self.search.value))
        nothing = (LineItem(self.tr("Nothing here has this name."), look="quiet"),)
        lines = tuple(LineItem(action.label, action.id, by=action.shown) for action in shown)
        self.list.show(RowsSheet(lines or nothing), select=shown[0].id if shown else None)
        self.keys.show(self.actions())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self.is_mounted and self.list.marked is None:
            return False
        return super().check_action(action, parameters)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        run = next(action.run for action in self._commands if action.id == event.ref)
        self._back()
        run()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter does what is marked."""
        event.stop()
        self.list.action_choose()

    async def on_key(self, event: events.Key) -> None:
        """Arrows work while one types."""
        if self.search.has_focus and event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self.list.action_move(-1 if event.key == "up" else 1)

    def action_choose(self) -> None:
        self.list.choose()

    def action_back(self) -> None:
        self._back()
