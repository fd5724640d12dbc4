"""Every screen of an open plan, one after the other, for what must hold on all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

from screens.navigation.navigator import Route
from screens.navigation.routes import (
    ANSWER_QUESTION,
    DISAGREE,
    EDITION,
    HISTORY,
    KEYBOARD_USER,
    LOOK_BACK_OFFER,
    NO_LONGER,
    REMARKS,
    ROUTES,
    SEEN_AS,
    STATEMENT,
    TRACE,
    WAY,
)
from tests.tools.keys import undrawn
from tests.tools.window import Window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place

ABOUT_A_LINE = {
    ANSWER_QUESTION.name, DISAGREE.name, HISTORY.name, NO_LONGER.name, REMARKS.name, SEEN_AS.name, TRACE.name, WAY.name,
}


def nothing() -> None:
    """What a screen calls when a statement was changed, or when it was said who types."""


def a_line_of(w: Window) -> str:
    """A line that stands in the plan, said by who speaks."""
    speaks = w.desk.voice.id
    return next(s.id for s in reversed(w.desk.view.live_statements) if s.voice.id == speaks)


def a_question_of(w: Window) -> str:
    """An open question of a choice, asked now where the plan has none; where one stands stays as it was."""
    here = w.desk.place
    if not any(choice.open_questions for choice in w.desk.view.choices):
        w.desk.go(Place("choices", "choice"))
        choice = w.desk.answer(Spoken("Hoe kom ik buiten?")).refs[0]
        w.desk.go(Place("choices", "questions", choice))
        w.desk.answer(Spoken("Wat kost de bus?"))
        w.desk.go(here)
    return next(question.id for choice in w.desk.view.choices for question in choice.open_questions)


def arguments(route: Route[...], ref: str) -> tuple[object, ...]:
    """What the screen of a route is opened with, about a line where it is about one."""
    given: dict[str, tuple[object, ...]] = {
        STATEMENT.name: (ref, nothing), KEYBOARD_USER.name: (nothing,), LOOK_BACK_OFFER.name: (nothing, print),
        EDITION.name: (1,),
    }
    return given.get(route.name, (ref,) if route.name in ABOUT_A_LINE else ())


async def show(w: Window, route: Route[...], ref: str) -> None:
    """Open the screen of a route, about a line where it is about one."""
    assert w.app.navigator is not None
    w.app.navigator.navigate(route, *arguments(route, ref))
    await w.settled()


def _ref_for(w: Window, route: str) -> str | None:
    """What a screen is about that is about no line that was said."""
    if route == SEEN_AS.name:
        return next((person.id for person in w.desk.view.people if person.id != w.desk.view.client), None)
    return a_question_of(w) if route == ANSWER_QUESTION.name else None


async def every_screen(w: Window) -> AsyncIterator[str]:
    """Each screen of a plan on top in turn, by the name of its route; then the conversation, help and the commands."""
    ref = a_line_of(w)
    for route in ROUTES:
        await show(w, route, _ref_for(w, route.name) or ref)
        yield route.name
        assert w.app.navigator is not None
        w.app.navigator.show_talk()
        with undrawn():  # on the way to the next
            await w.settled()
    yield "talk"
    await w.press("f1")
    yield "help"
    await w.press("escape", "ctrl+p")
    yield "commands"
    await w.press("escape")
