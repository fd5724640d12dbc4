"""How a monkey opens each screen, whatever it did before: by what the program itself calls for it, or by a key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Final

from textual.pilot import Pilot

from screens.app import ZlpApp
from screens.command_palette_screen import CommandPaletteScreen
from screens.help_screen import HelpScreen
from screens.home.ended_plans_screen import EndedPlansScreen
from screens.home.home_screen import HomeScreen
from screens.home.new_plan_screen import NewPlanScreen
from screens.home.pick_or_type_screen import PickOrTypeScreen
from screens.home.practice_home_screen import PracticeHomeScreen
from screens.home.today_screen import TodayScreen
from screens.navigation.navigator import Route
from screens.navigation.plan_navigator import PlanNavigator
from screens.navigation.routes import KEYBOARD_USER, ROUTES
from screens.parts.base_screen import BaseScreen
from screens.talk.keyboard_user_screen import KeyboardUserScreen
from screens.talk.opening_screen import OpeningScreen
from screens.talk.talk_screen import TalkScreen
from screens.whole_plans.wizard_screen import WizardScreen
from tests.tools.everywhere import arguments
from tests.tools.keys import press, settled
from tools.monkey.watcher import Broken
from zlp_tui.conversation.ports.desk import Desk, FrontDoor
from zlp_tui.conversation.ports.turn import Spoken

ENOUGH: Final = 60.0
"""Seconds in which everything that was asked for must be done."""
SOMEBODY_ELSE: Final = "Mo Aksoy"


async def all_done(pilot: Pilot[None]) -> None:
    """Until everything asked for is handled and drawn, and no thread works on. `Broken` when that takes too long."""
    app = pilot.app
    try:
        async with asyncio.timeout(ENOUGH):
            await settled(pilot)
            while app.is_running and any(not worker.is_finished for worker in app.workers):
                await app.workers.wait_for_complete()
                await settled(pilot)
    except TimeoutError as error:
        raise Broken(f"not done after {ENOUGH:.0f} seconds") from error


@dataclass(frozen=True)
class Visitor:
    """Goes to screens in one window. `front` is the front door of the window's home."""

    app: ZlpApp
    pilot: Pilot[None]
    front: FrontDoor
    random: Random

    async def do(self, call: Callable[[], object]) -> None:
        """Call something of the app, and wait for all that it leads to."""
        self.app.call_later(call)
        await all_done(self.pilot)

    async def home(self) -> None:
        """Close what is open, down to the list of plans."""
        for _ in range(2):  # it may say once that what is typed cannot be kept
            if self.app.navigator is not None:
                await self.do(self.app.navigator.leave_plan)
        while self.app.screen is not self.app.home:
            await self.do(self.app.pop_screen)

    async def open(self, plan: str) -> Desk:
        """Put a plan on the table."""
        await self.home()
        await self.do(lambda: self.app.home.callbacks.open_plan(plan))
        return self.navigator.talk.desk

    @property
    def navigator(self) -> PlanNavigator:
        """That of the plan on the table."""
        if self.app.navigator is None:
            raise Broken("no plan was opened")
        return self.app.navigator

    async def in_a_plan(self) -> Desk:
        """A plan on the table at which somebody sits: the one that is there, or any."""
        if self.app.navigator is None:
            await self.open(self.random.choice((*self.front.plans(), *self.front.plans(ended=True))).id)
        desk = self.navigator.talk.desk
        while any(isinstance(screen, OpeningScreen) for screen in self.app.screen_stack):
            if isinstance(self.app.screen, OpeningScreen):
                desk.seat([person.id for person in desk.present] or [desk.view.client])
                await self.do(self.app.screen.seated)
            else:
                await self.do(self.app.pop_screen)
        return desk

    def a_running_plan(self) -> str:
        """One that has not ended; a new one when all have."""
        running = self.front.plans()
        return self.random.choice(running).id if running else self.front.new_plan("Riet Smit")


async def open_route(route: Route[...], visitor: Visitor) -> None:
    """The screen of a route, about any line where it is about one."""
    desk = await visitor.in_a_plan()
    about = not route.msgid or visitor.random.random() < 0.5
    given = arguments(route, visitor.random.choice(_lines(desk))) if about else ()
    await visitor.do(lambda: visitor.navigator.navigate(route, *given))
    if isinstance(visitor.app.screen, KeyboardUserScreen) and route is not KEYBOARD_USER:  # it asks first who types
        desk.sit_at_keyboard(visitor.random.choice(desk.view.people).id)
        await visitor.do(visitor.navigator.back)
        await visitor.do(lambda: visitor.navigator.navigate(route, *given))


async def open_talk(visitor: Visitor) -> None:
    """The conversation, at any topic."""
    desk = await visitor.in_a_plan()
    topic = visitor.random.choice([topic.id for chapter in desk.map() for topic in chapter.topics])
    await visitor.do(lambda: visitor.navigator.show_topic(topic))


async def open_by_key(key: str, visitor: Visitor) -> None:
    """What a key opens above any screen but itself."""
    if isinstance(visitor.app.screen, HelpScreen | CommandPaletteScreen):
        await visitor.do(visitor.app.pop_screen)
    await press(visitor.pilot, key)
    await all_done(visitor.pilot)


async def open_home(visitor: Visitor) -> None:
    """The list of plans."""
    await visitor.home()


async def open_from_home(callback: str, visitor: Visitor) -> None:
    """What one of the `HomeCallbacks` opens."""
    await visitor.home()
    await visitor.do(getattr(visitor.app.home.callbacks, callback))


async def open_ended(visitor: Visitor) -> None:
    """The plans that have ended, after one was ended when none has."""
    if not visitor.front.plans(ended=True):
        ending = (await visitor.open(visitor.a_running_plan())).ending
        ending.end(ending.day(""), "Klaar.")
    await open_from_home("ended_plans", visitor)


async def open_today(visitor: Visitor) -> None:
    """The list of today, of somebody who writes."""
    visitor.front.notes_of_today.write_as(SOMEBODY_ELSE)
    await open_from_home("today", visitor)


async def open_pick_or_type(visitor: Visitor) -> None:
    """The question who writes, above the list of today."""
    await open_today(visitor)
    await open_by_key("y", visitor)


async def open_opening(visitor: Visitor) -> None:
    """A plan in which somebody sat with the client the last time, after that was so when it was not."""
    plan = visitor.a_running_plan()
    desk = await visitor.open(plan)
    if not isinstance(visitor.app.screen, OpeningScreen):
        _sit_together(desk)
        await visitor.open(plan)


def _sit_together(desk: Desk) -> None:
    """The client and somebody else sit down, and something is said."""
    view = desk.view
    other = next((p.id for p in view.people if p.id != view.client), "") or desk.join(SOMEBODY_ELSE)[0].id
    desk.seat((view.client, other))
    desk.speak_as(other)
    desk.go_topic("good-day-bad-day")
    desk.answer(Spoken("Koffie."))


def _lines(desk: Desk) -> list[str]:
    """The ids of people and lines that a screen can be about."""
    view = desk.view
    people, said = [person.id for person in view.people], [line.id for line in view.live_statements]
    said.extend(question.id for choice in view.choices for question in choice.open_questions)
    return [*people, *said, *(goal.id for goal in view.goals), *(deal.id for deal in view.agreements)]


Opener = Callable[[Visitor], Awaitable[None]]


def all_openers() -> Mapping[type[BaseScreen], Opener]:
    """By screen: what opens it."""
    routes: dict[type[BaseScreen], Opener] = {route.load(): partial(open_route, route) for route in ROUTES}
    return {
        **routes,
        HomeScreen: open_home,
        PracticeHomeScreen: partial(open_from_home, "practise"),
        EndedPlansScreen: open_ended,
        TodayScreen: open_today,
        PickOrTypeScreen: open_pick_or_type,
        NewPlanScreen: partial(open_from_home, "new_plan"),
        WizardScreen: partial(open_from_home, "lock"),
        OpeningScreen: open_opening,
        TalkScreen: open_talk,
        HelpScreen: partial(open_by_key, "f1"),
        CommandPaletteScreen: partial(open_by_key, "ctrl+p"),
    }
