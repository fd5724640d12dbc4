"""The table of routes: each row names a screen that is there, and one that is open already comes back."""

from __future__ import annotations

from inspect import Parameter, signature
from pathlib import Path

import pytest

from screens.looking_back.then_and_now_screen import ThenAndNowScreen
from screens.navigation.navigator import Route
from screens.navigation.routes import BY_NAME, LETTER, MAP, ROUTES, THEN_AND_NOW, TRACE
from tests.screens.conftest import ANNIE
from tests.tools.window import window


def test_no_route_stands_in_the_table_twice() -> None:
    assert len(BY_NAME) == len(ROUTES)
    assert len({route.screen for route in ROUTES}) == len(ROUTES)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_a_route_leads_to_a_screen_and_one_with_a_command_needs_no_arguments(route: Route[...]) -> None:
    _, desk, tr, navigator, *others = signature(route.load().__init__).parameters.values()
    assert [desk.name, tr.name, navigator.name] == ["desk", "tr", "navigator"]
    assert not route.msgid or all(argument.default is not Parameter.empty for argument in others)


async def test_a_screen_that_is_open_comes_back_and_a_stacked_one_is_opened_anew(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        assert w.app.navigator is not None
        navigator, ref = w.app.navigator, w.desk.view.live_statements[0].id
        navigator.navigate(LETTER)
        await w.settled()
        letter, depth = w.page, len(w.app.screen_stack)
        for _ in range(2):
            navigator.navigate(TRACE, ref)
            await w.settled()
        assert len(w.app.screen_stack) == depth + 2
        navigator.navigate(LETTER)
        await w.settled()
        assert w.page is letter
        assert len(w.app.screen_stack) == depth


async def test_a_screen_that_comes_back_takes_its_new_arguments(year: Path) -> None:
    async with window(year, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(THEN_AND_NOW, None, None)
        await w.settled()
        opened = w.page
        w.app.navigator.navigate(LETTER)
        w.app.navigator.navigate(THEN_AND_NOW, 1, 2)
        await w.settled()
        assert isinstance(w.page, ThenAndNowScreen)
        assert w.page is opened
        assert (w.page.then, w.page.now) == (1, 2)


async def test_the_map_takes_the_place_of_a_conversation_that_lies_alone(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        assert w.app.navigator is not None
        depth = len(w.app.screen_stack)
        w.app.navigator.show_talk()
        await w.settled()
        assert len(w.app.screen_stack) == depth + 1
        w.app.navigator.navigate(MAP)
        await w.settled()
        assert (w.on_top, len(w.app.screen_stack)) == ("MapScreen", depth)
