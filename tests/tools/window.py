"""The real app on a real store, as a window that tests look at and work in with keys only or with the mouse only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens.app import StartAt, ZlpApp
from screens.navigation.plan_navigator import PlanNavigator
from screens.navigation.routes import MAP
from screens.overviews.map_screen import MapScreen
from screens.parts.base_screen import BaseScreen
from screens.talk.opening_screen import others_took_part, seat_as_last_time
from tests.tools.copies import copy_of
from tests.tools.keys import UNHURRIED, KeyClock, key_event, pauses_until_settled, settled, undrawn, until, wait
from tests.tools.prepared import dutch, front_on
from tests.tools.styles import styles_parsed_once
from tests.tools.table import START, Counting, Ticking
from zlp_tui import places
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.scripted_examples import lay_out
from zlp_tui.script.legs import WHOLE

DAY = date(2026, 3, 3)
HELP = places.content() / "nl" / "help"
SIZES = ((120, 35), (80, 24), (60, 20))

HOSTILE = {
    "C01": r"[/] [bold [/ [b]x[/b] [foo=bar] \[ [@click=app.quit]q[/]",
    "C04": "a\x00b\x07c\x08d\ud800e\u202ef\u2066g\u200bh\ufeffi\u2028j z" + "\u0301" * 500,
    "C05": "👨‍👩‍👧‍👦 🇳🇱 ❤️ 漢字かな مريم",
}


class Later(Counting):
    """Ids that go on where those of an example plan, and of earlier windows, left off."""

    def __init__(self, times: int = 1) -> None:
        super().__init__()
        self._last = times * 1_000_000


def door(
    home: Path, ids: Counting | None = None, packs: Sequence[Path] = (), *, clock: Ticking | None = None
) -> Front:
    """A front door on a store in a folder, with a clock and ids that are the same each time."""
    return front_on(home, clock or Ticking(), ids or Later(), packs)


def lay_examples(home: Path) -> None:
    """The fictional example plans in a folder."""
    copy_of(_examples, home)


def _examples(home: Path) -> None:
    def front_at(clock: Callable[[], datetime]) -> Front:
        return front_on(home, clock, Counting())

    lay_out(front_at, places.data() / "examples", START)


@dataclass(slots=True)
class Window:
    """An open window on one plan."""

    app: ZlpApp
    pilot: Pilot[None]

    @property
    def desk(self) -> Desk:
        """The plan on the table."""
        assert self.app.navigator is not None
        return self.app.navigator.talk.desk

    @property
    def page(self) -> BaseScreen:
        """The screen on top."""
        assert isinstance(self.app.screen, BaseScreen)
        return self.app.screen

    @property
    def on_top(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    def lines(self) -> list[str]:
        """What the screen shows, line by line; a test of its own that every line is as wide as the window."""
        strips = self.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {self.app.size.width}
        return [strip.text for strip in strips]

    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines())

    def words(self) -> str:
        """What the screen shows, as words with single spaces."""
        return " ".join(self.text().split())

    async def press(self, *keys: str, after: float = UNHURRIED) -> None:
        """Press keys, each on the screen that the one before led to and this long after it."""
        for key in keys:
            wait(self.pilot, after)
            self.app.post_message(key_event(key))
            await self.settled()

    async def type(self, text: str) -> None:
        """Type words, faster than anybody can: key by key, without waiting for each to be shown."""
        wait(self.pilot, UNHURRIED)
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
        await self.settled()

    async def click(self, text: str, *, nth: int = 0) -> None:
        """Click on words that are on the screen, with nothing clicked or shown just before."""
        wait(self.pilot, UNHURRIED)
        await self.click_at(list(self._places(text))[nth])

    async def click_at(self, place: tuple[int, int]) -> None:
        """Click on a cell, by its column and line."""
        with pauses_until_settled():
            await self.pilot.click(offset=place)
        await self.settled()

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        for y, line in enumerate(self.lines()):
            if text in line:
                yield cell_len(line[: line.index(text)]) + 1, y

    async def settled(self) -> None:
        """Until everything that was asked for is on the screen."""
        await settled(self.pilot)
        while self.app.keys_wait:
            await settled(self.pilot)

    async def reach(self, text: str, key: str = "down", most: int = 300) -> None:
        """Press a key until the marked line holds these words."""
        for _ in range(most):
            if any("▸" in line and text in line for line in self.lines()):
                return
            await self.press(key)
        raise AssertionError(f"never reached {text!r} in\n{self.text()}")


@asynccontextmanager
async def window(
    home: Path, plan: str, size: tuple[int, int] = (80, 24), *, times: int = 1, packs: Sequence[Path] = (),
    keymap: Mapping[str, str] | None = None, asked: bool = False,
) -> AsyncIterator[Window]:
    """The app on the map of a plan, named by the client's name; `times` says which window on this home it is.

    Where people sat with the client the last time, they sit down again. The client types, unless that is to be `asked`.
    """
    front = door(home, Later(times), packs)
    async with _running(_app(front, keymap=keymap), size, _home_is_there) as opened:
        _lay_on_map(opened.app, front.open(front.find(plan)))
        with undrawn():
            await opened.settled()
        assert isinstance(opened.page, MapScreen)
        if not asked and opened.desk.view.client in {person.id for person in opened.desk.present}:
            opened.desk.sit_at_keyboard(opened.desk.view.client)
        yield opened


@asynccontextmanager
async def opening(
    home: Path, plan: str, size: tuple[int, int] = (80, 24), *, times: int = 1, topic: str | None = None,
    voice: str | None = None, packs: Sequence[Path] = (), keymap: Mapping[str, str] | None = None, seen: bool = True,
    route: str | None = WHOLE, clock: Ticking | None = None,
) -> AsyncIterator[Window]:
    """The app as it opens on a plan, as `zlp talk` opens it; drawn as it does so when that is `seen`."""
    front, day = door(home, Later(times), packs, clock=clock), clock.now.date() if clock else DAY
    app = _app(front, StartAt(front.find(plan), topic, voice, route), day=day, keymap=keymap)
    async with _running(app, size, _plan_is_there, seen=seen) as opened:
        yield opened


def _home_is_there(app: ZlpApp) -> bool:
    return app._homes._front.door is not None


def _plan_is_there(app: ZlpApp) -> bool:
    return app.navigator is not None


def _app(
    front: Front, start_at: StartAt | None = None, *, day: date = DAY, keymap: Mapping[str, str] | None = None
) -> ZlpApp:
    return ZlpApp(
        clock=KeyClock(),
        lines=front.plans,
        front=lambda: front,
        tr=dutch(),
        help_folder=HELP,
        today=lambda: day,
        start_at=start_at,
        keymap=lambda: keymap or {},
    )


@asynccontextmanager
async def _running(
    app: ZlpApp, size: tuple[int, int], is_there: Callable[[ZlpApp], bool], *, seen: bool = False
) -> AsyncIterator[Window]:
    """The app from where what it opens on is there; drawn on the way to it when that is `seen`."""
    with styles_parsed_once(), ExitStack() as on_the_way:
        on_the_way.enter_context(nullcontext() if seen else undrawn())
        async with app.run_test(size=size) as pilot:
            opened = Window(app, pilot)
            await until(pilot, lambda: is_there(app))
            await opened.settled()
            on_the_way.close()
            yield opened


def _lay_on_map(app: ZlpApp, desk: Desk) -> None:
    """Open a plan at its map, where those of the last time sit down: one comes to it along the page that asks who is
    here, and the conversation, which the tests that look at these open with `opening`."""
    if not desk.read_only and not desk.ending.since and others_took_part(desk.view):
        seat_as_last_time(desk)
    desk.take_route(WHOLE)
    navigator = PlanNavigator(
        app, desk, dutch(), HELP, closed=app._homes._plan_closed, toggle_theme=app.toggle_theme, now=app.clock,
    )
    app._homes.plan = navigator
    app.install_screen(navigator.talk, "talk")
    navigator._watch_whether_it_can_be_written()
    navigator.navigate(MAP)
