"""All that can be done here, to be found by typing a word: what is on the row of keys, topics, screens and people."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from screens.home import Search
from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.routes import (
    AGREEMENTS,
    CHOICES,
    DISAGREE,
    DUE,
    EDITIONS,
    LETTER,
    MAP,
    NEW_SINCE,
    NOTE,
    REMARKS,
    RESULTS,
    TABLE,
    THEN_AND_NOW,
)
from screens.topic_actions import page_action, topic_action
from zlp_tui.conversation.desk import Desk
from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role
from zlp_tui.text import folded, one_line


def plan_commands(desk: Desk, say: Catalogue, navigator: Navigator, here: str = "") -> tuple[Action, ...]:
    """What can be done from every screen of an open plan, going where one is (`here`) left out.

    At a topic, `shown` is the title of its chapter.
    """
    everywhere = (
        Action("map", say("Map"), lambda: navigator.navigate(MAP)),
        Action("letter", say("My plan"), lambda: navigator.navigate(LETTER)),
        *page_action(desk, "agreements", Action("agreements", say("Agreements"),
            lambda: navigator.navigate(AGREEMENTS))),
        *page_action(desk, "choices", Action("choices", say("Choices"), lambda: navigator.navigate(CHOICES))),
        Action("table", say("Who is here"), lambda: navigator.navigate(TABLE)),
        Action("note", say("Note how it went"), lambda: navigator.navigate(NOTE, None)),
        Action("remarks", say("Remarks and nice moments"), lambda: navigator.navigate(REMARKS, None)),
        Action("disagree", say("I do not agree"), lambda: navigator.navigate(DISAGREE, None)),
        Action("new-since", say("What is new?"), lambda: navigator.navigate(NEW_SINCE)),
        Action("due", say("What is coming up"), lambda: navigator.navigate(DUE)),
        *topic_action(desk, navigator, Role.LOOK_BACK, "look-now", say("Look back now")),
        *page_action(desk, "results", Action("results", say("What came of it"), lambda: navigator.navigate(RESULTS))),
        *page_action(desk, "editions", Action("then-and-now", say("Then and now"),
                                              lambda: navigator.navigate(THEN_AND_NOW, None, None))),
        *page_action(desk, "editions", Action("editions", say("Kept plans"), lambda: navigator.navigate(EDITIONS))),
        *(
            Action(f"topic/{topic.id}", topic.title, _call(navigator.show_topic, topic.id), shown=chapter.title)
            for chapter in desk.map()
            for topic in chapter.topics
        ),
        *(
            Action(f"voice/{person.id}", say("{name} speaks", name=name), _speak(desk, navigator, person.id))
            for person in desk.view.people
            for name in [person.called]
        ),
        Action("stop", say("Stop and keep"), navigator.leave_plan),
    )
    return tuple(action for action in everywhere if action.name != here)


def _call(door: Callable[[str], None], topic: str) -> Callable[[], None]:
    return lambda: door(topic)


def _speak(desk: Desk, navigator: Navigator, person: str) -> Callable[[], None]:
    def speak() -> None:
        desk.speak_as(person)
        navigator.show_talk()

    return speak


def found(actions: Iterable[Action], typed: str) -> tuple[Action, ...]:
    """The actions whose name holds all words typed; where words begin with them, these come first."""
    wanted = folded(typed).split()

    def rank(action: Action) -> int:
        words = folded(action.label).split()
        return sum(not any(word.startswith(part) for word in words) for part in wanted)

    return tuple(sorted((a for a in actions if all(part in folded(a.label) for part in wanted)), key=rank))


class CommandsScreen(BaseScreen):
    """The commands as a list, and a field to type in. Choosing one closes this screen first."""

    DEFAULT_CSS = """
    CommandsScreen {
        & Column { padding: 1 2 0 2; }
        & #list { height: 1fr; margin-top: 1; }
    }
    """

    def __init__(self, commands: Iterable[Action], say: Catalogue, back: Callable[[], None]) -> None:
        super().__init__(say)
        self._commands = tuple({action.name: action for action in reversed(tuple(commands))}.values())[::-1]
        self._back = back
        self.list = LineList(id="list", always_marked=True)
        self.search = Search(self._search, say("Type a word"))

    def body(self) -> ComposeResult:
        with Column():
            yield self.search
            yield self.list
            yield self.notice

    def on_mount(self) -> None:
        self.top.show(self.say("What do you want to do?"))
        self._show()
        self.search.focus()

    def _search(self) -> None:
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        shown = found(self._commands, one_line(self.search.value))
        nothing = (LineItem(self.say("Nothing here has this name."), look="quiet"),)
        lines = tuple(LineItem(action.label, action.name, by=action.shown) for action in shown)
        self.list.show(RowsSheet(lines or nothing), select=shown[0].name if shown else None)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        run = next(action.run for action in self._commands if action.name == event.ref)
        self._back()
        run()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter does what is marked."""
        event.stop()
        self.list.action_choose()

    def on_key(self, event: events.Key) -> None:
        """Arrows work while one types."""
        if self.search.has_focus and event.key in ("up", "down"):
            event.stop()
            self.list.action_move(-1 if event.key == "up" else 1)

    def actions(self) -> tuple[Action, ...]:
        return (
            Action("do", self.say("Do this"), self.list.action_choose, (), "Enter", main=True),
            Action("back", self.say("Back"), self._back, ("escape",), "Esc"),
        )
