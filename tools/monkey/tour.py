"""A tour of all screens in a random order, so that a monkey comes everywhere, however small the chance."""

from __future__ import annotations

from random import Random
from typing import Final

from screens.app import ZlpApp
from screens.home.home_screen import HomeScreen
from screens.routes import BY_NAME, KEYBOARD_USER, ROUTES
from zlp_tui.conversation.ports.desk import Desk

FEW_LEFT: Final = 4
"""With fewer screens to open, all of them are to be opened again."""
TALKS: Final = 8
"""How often a tour comes to the conversation, where most is said."""
HELP, PALETTE, TALK, LEAVE = "help", "palette", "talk", "leave"
KEYS: Final = {HELP: b"\x1bOP", PALETTE: b"\x10"}
FROM_HOME: Final = (b"\r", b"\r", b"\x1b[B\r", b"n", b"\x1bOP", b"o")
"""To a plan; sometimes to a new one, to help, or to practise."""
ESCAPE: Final = b"\x1b"


class Tour:
    """Opens one screen after another."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._left: list[str] = []
        self._goal = ""

    def next(self, app: ZlpApp) -> tuple[str, bytes]:
        """Go on to the next screen; its name, and the keys that open it where keys do."""
        if app.navigator is None:
            keys = self._random.choice(FROM_HOME) if isinstance(app.screen, HomeScreen) else ESCAPE
            return "", keys
        if len(self._left) < FEW_LEFT:
            self._left += [*BY_NAME, HELP, PALETTE, LEAVE, *[TALK] * TALKS]
            self._random.shuffle(self._left)
        goal = self._goal = self._left.pop()
        if goal == LEAVE:
            app.call_later(app.navigator.leave_plan)
        elif goal not in KEYS:
            app.call_later(self._open, app, goal)
        return goal, KEYS.get(goal, b"")

    def arrived(self, screen: str) -> None:
        """This screen is on top; what was to be opened and is not there is opened later."""
        goal, self._goal = BY_NAME.get(self._goal), ""
        if goal is not None and goal.load().__name__ != screen:
            self._left.insert(0, goal.name)

    def _open(self, app: ZlpApp, goal: str) -> None:
        """A screen of the plan on the table, about a random line where it can be about one."""
        navigator = app.navigator
        if navigator is None or isinstance(app.screen, HomeScreen):
            return
        desk = navigator.talk.desk
        if goal == TALK:
            navigator.show_topic(self._random.choice([topic.id for part in desk.map() for topic in part.topics]))
            return
        route = BY_NAME[goal]
        if route.overview is None or desk.offers(route.overview):
            about = route.stacked and (not route.msgid or self._random.random() < 0.5)
            line = (self._random.choice(_lines(desk)),) if about else ()
            if goal == KEYBOARD_USER.name:
                navigator.navigate(KEYBOARD_USER, lambda: None)
            else:
                navigator.navigate(route, *line)


def all_screens() -> set[str]:
    """The names of the screens of all routes."""
    return {route.load().__name__ for route in ROUTES}


def _lines(desk: Desk) -> list[str]:
    """The ids of people and lines that a screen can be about."""
    view = desk.view
    people, said = [person.id for person in view.people], [line.id for line in view.live_statements]
    return [*people, *said, *(goal.id for goal in view.goals), *(deal.id for deal in view.agreements)]
