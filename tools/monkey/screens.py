"""A monkey at the screens: random bytes through the real input of a terminal, on the real app with a real store."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.pilot import Pilot

from screens.app import ZlpApp
from screens.textual_overrides.terminal_input import TerminalInput
from tests.tools.locked import home_lock
from tests.tools.prepared import dutch
from tests.tools.table import Ticking
from tools.monkey.homes import Ids, front_of, lay_out
from tools.monkey.openers import Visitor, all_done
from tools.monkey.random_input import QUIT, RandomInput
from tools.monkey.tour import Tour
from tools.monkey.watcher import Broken, Watcher
from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards

SIZES: Final = ((80, 24), (60, 20), (120, 35), (59, 19), (40, 10), (200, 60), (1, 1), (73, 24))
USUAL: Final = (80, 24)
AT_ONCE: Final = 30
"""So many acts are done at most before it is waited for what they lead to."""
EACH: Final = 3
"""Of so many batches one opens the next screen of the tour; the others are random."""
RESIZES: Final = 0.1
"""How many of the batches leave the window in another size, until the next screen of the tour."""
QUITS: Final = 0.002
"""How many of the acts end the program."""
LOOK_EACH: Final = 25
"""After so many batches the whole store is looked at."""
TOLD: Final = 60
"""How many of the last acts are told when something is wrong."""

Act = bytes | tuple[int, int] | str
"""Bytes that were typed, a size of the window, or the name of a screen that the tour opened."""


class RestlessClock:
    """The app's clock for keys, that goes on with each look: some keys come twice by accident, most do not."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._now = 0.0

    def __call__(self) -> float:
        """Seconds."""
        self._now += self._random.choice((0.0, 0.4, 2.0, 2.0))
        return self._now


class ScreenMonkey:
    """`rounds` of the tour were finished; in each, every screen was on top. The same seed does the same.

    `told` is called after each batch, to tell how far it is.
    """

    def __init__(self, home: Path, seed: int, told: Callable[[int], None] = lambda acts: None) -> None:
        self._home = home
        self._told_acts = told
        self._random = Random(seed)
        self._input = RandomInput(self._random)
        self._clock, self._ids, self._key_clock = Ticking(), Ids(), RestlessClock(seed)
        self._done: deque[Act] = deque(maxlen=TOLD)
        self._tour = Tour(self._random)
        self._watchers: list[Watcher] = []
        self.seed = seed
        self.acts = self.windows = self.words_recorded = 0

    @property
    def rounds(self) -> int:
        """How often all screens were opened."""
        return max(0, self._tour.rounds)

    async def play(self, acts: int) -> None:
        """Do so many acts, in as many windows as that takes. `Broken` tells the seed and what was done last."""
        lay_out(self._home)
        while self.acts < acts:
            front = front_of(self._home, self._clock, self._ids)
            self._watchers = [Watcher(self._home, self._clock)]
            try:
                await self._window(front, acts)
            except Exception as error:
                raise Broken(f"seed {self.seed}, after {self.acts} acts, the last of them:\n{self._told()}") from error
            finally:
                for watcher in self._watchers:
                    watcher.close()
                front.close()

    def _told(self) -> str:
        return "\n".join(map(repr, self._done))

    async def _window(self, front: Front, acts: int) -> None:
        """One window, until it is closed or all is done."""
        app = self._app(front)
        self.windows += 1
        async with app.run_test(size=USUAL) as pilot:
            await all_done(pilot)
            visitor = Visitor(app, pilot, front, self._random)
            batches = 0
            while self.acts < acts and app.is_running and app.return_code is None:
                batches += 1
                await (self._visit(visitor) if batches % EACH == 0 else self._batch(app, pilot))
                self._look(whole=batches % LOOK_EACH == 0)
                self._told_acts(self.acts)
        if app.crashed or app.return_code not in (None, 0):
            raise Broken(f"the app ended with {app.return_code}")
        self._look(whole=True)
        self.words_recorded += sum(watcher.record.changes for watcher in self._watchers)

    def _look(self, *, whole: bool) -> None:
        """At all homes; at the whole of their stores too."""
        for watcher in tuple(self._watchers):
            watcher.look()
            if whole:
                watcher.look_at_store()

    def _app(self, front: Front) -> ZlpApp:
        return ZlpApp(
            lines=front.plans, front=lambda: front, tr=dutch(), help_folder=places.content() / "nl" / "help",
            today=lambda: date(2026, 3, 3), practise=self._practice(), log_file=places.log_file(self._home),
            clock=self._key_clock, lock=HomeLockWizards(home_lock(self._home), dutch()),
        )

    def _practice(self) -> Callable[[], Front]:
        folder = self._home / f"practice-{self.windows}"

        def practise() -> Front:
            lay_out(folder)
            self._watchers.append(Watcher(folder, self._clock))
            return front_of(folder, self._clock, self._ids)

        return practise

    async def _visit(self, visitor: Visitor) -> None:
        """The next screen of the tour, in a window in which everything can be done."""
        self._resize(visitor.app, USUAL)
        self._done.append(self._tour.goal().__name__)
        self.acts += 1
        await all_done(visitor.pilot)
        await self._tour.go_on(visitor)

    async def _batch(self, app: ZlpApp, pilot: Pilot[None]) -> None:
        """Some acts at once, and all that they lead to."""
        terminal = TerminalInput(app.log_error)
        for _ in range(self._random.randint(1, AT_ONCE)):
            self._act(app, terminal)
        for message in terminal.tick():  # an Escape that nothing came after was a key
            self._pass_on(app, message)
        await all_done(pilot)
        if app.is_running and self._random.random() < RESIZES:
            self._resize(app, self._random.choice(SIZES))

    def _act(self, app: ZlpApp, terminal: TerminalInput) -> None:
        self._feed(app, terminal, QUIT if self._random.random() < QUITS else self._input.piece())

    def _feed(self, app: ZlpApp, terminal: TerminalInput, data: bytes) -> None:
        """Bytes as the thread of the terminal's driver reads them."""
        self.acts += 1
        self._done.append(data)
        for message in terminal.feed(data):
            self._pass_on(app, message)

    @staticmethod
    def _pass_on(app: ZlpApp, message: Message) -> None:
        if app._driver is not None:
            app._driver.process_message(message)

    def _resize(self, app: ZlpApp, size: tuple[int, int]) -> None:
        self._done.append(size)
        if isinstance(app._driver, HeadlessDriver):
            app._driver._size = Size(*size)
        app.post_message(Resize(Size(*size), Size(*size)))
