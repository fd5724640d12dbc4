"""A tour of all screens, so that a monkey comes everywhere: each round opens every screen, in an order by the seed."""

from __future__ import annotations

from random import Random
from typing import Final

from screens.keymap import all_screens
from screens.parts.base_screen import BaseScreen
from screens.talk.talk_screen import TalkScreen
from tools.monkey.openers import Visitor, all_openers
from tools.monkey.watcher import Broken

TALKS: Final = 8
"""How often a round comes to the conversation, where most is said."""


class Tour:
    """`rounds` are those that were finished: in each of them every screen of the program was on top."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._openers = all_openers()
        self._left: list[type[BaseScreen]] = []
        self.rounds = -1

    def goal(self) -> type[BaseScreen]:
        """The screen that is to be opened next."""
        if not self._left:
            self.rounds += 1
            self._left = [*all_screens(), *[TalkScreen] * (TALKS - 1)]
            self._random.shuffle(self._left)
        return self._left[-1]

    async def go_on(self, visitor: Visitor) -> None:
        """Open it; `Broken` when it is not on top then."""
        goal, app = self.goal(), visitor.app
        await self._openers[goal](visitor)
        if type(app.screen) is not goal:
            raise Broken(f"{goal.__name__} did not open: {type(app.screen).__name__}")
        self._left.pop()
