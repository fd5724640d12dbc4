"""Every screen of an open plan, one after the other, for what must hold on all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

from screens.navigator import Route
from screens.routes import DISAGREE, HISTORY, KEYBOARD_USER, LOOK_BACK_OFFER, REMARKS, ROUTES, STATEMENT, TRACE
from tests.tools.window import Window

ABOUT_A_LINE = {DISAGREE.name, HISTORY.name, REMARKS.name, TRACE.name}


def nothing() -> None:
    """What a screen calls when a statement was changed, or when it was said who types."""


def a_line_of(w: Window) -> str:
    """A line that stands in the plan, said by who speaks."""
    speaks = w.desk.voice.id
    return next(s.id for s in reversed(w.desk.view.live_statements) if s.voice.id == speaks)


def arguments(route: Route[...], ref: str) -> tuple[object, ...]:
    """What the screen of a route is opened with, about a line where it is about one."""
    given: dict[str, tuple[object, ...]] = {
        STATEMENT.name: (ref, nothing), KEYBOARD_USER.name: (nothing,), LOOK_BACK_OFFER.name: (nothing, print),
    }
    return given.get(route.name, (ref,) if route.name in ABOUT_A_LINE else ())


async def show(w: Window, route: Route[...], ref: str) -> None:
    """Open the screen of a route, about a line where it is about one."""
    assert w.app.navigator is not None
    w.app.navigator.navigate(route, *arguments(route, ref))
    await w.settled()


async def every_screen(w: Window) -> AsyncIterator[str]:
    """Each screen of a plan on top in turn, by the name of its route; then the conversation, help and the commands."""
    ref = a_line_of(w)
    for route in ROUTES:
        await show(w, route, ref)
        yield route.name
        assert w.app.navigator is not None
        w.app.navigator.show_talk()
        await w.settled()
    yield "talk"
    await w.press("f1")
    yield "help"
    await w.press("escape", "ctrl+p")
    yield "commands"
    await w.press("escape")
