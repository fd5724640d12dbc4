"""New since somebody looked last: offered where one sits down, as quotes that tell who and when (L63, M17)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.navigation.routes import NEW_SINCE
from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, opening, window
from zlp_tui.conversation.ports.turn import Spoken


def alone(w: Window, name: str) -> None:
    """Only this person of the plan sits there, and types."""
    person = next(person.id for person in w.desk.view.people if person.name == name)
    w.desk.seat((person,))
    w.desk.sit_at_keyboard(person)


def types(w: Window, name: str) -> None:
    """Somebody of the plan types, beside who sits there."""
    w.desk.sit_at_keyboard(next(person.id for person in w.desk.view.people if person.name == name))


@pytest.mark.parametrize("size", SIZES)
async def test_what_others_said_is_offered_and_seen_on_leaving(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        w.desk.follow_up.looked()
        alone(w, "Sanne")
        w.desk.follow_up.leave("nice-moment", "Samen gelachen om de kat.")
        alone(w, ANNIE)
        w.desk.go_topic("good-day-bad-day")
        w.desk.answer(Spoken("Koffie."))
        await w.press("escape")
    async with opening(annie, ANNIE, size, times=2) as w:
        assert "Nieuw sinds 3 maart: 1 regel" in w.words()
        await w.press("i")
        assert w.on_top == "NewSinceScreen"
        assert "Samen gelachen om de kat." in w.text()
        assert "Sanne" in w.text()
        await w.press("escape")
        assert w.on_top == "OpeningScreen"
        assert "Nieuw sinds" not in w.text()
        assert w.desk.history.new_since().count == 0


async def test_everybody_has_a_list_of_their_own(annie: Path) -> None:
    """L16: family and others hear what changed, each for themselves."""
    async with window(annie, ANNIE) as w:
        w.desk.follow_up.looked()
        alone(w, "Sanne")
        w.desk.follow_up.looked()
        w.desk.follow_up.leave("nice-moment", "Samen gelachen om de kat.")
        await w.press("ctrl+p")
        await w.type("nieuw")
        await w.press("enter")
        assert w.on_top == "NewSinceScreen"
        assert "Er is niets nieuws" in w.text(), "she said it herself"
        alone(w, ANNIE)
        assert w.desk.history.new_since().count == 1


async def test_a_line_leads_to_where_it_comes_from(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        alone(w, "Sanne")
        w.desk.follow_up.leave("nice-moment", "Samen gelachen om de kat.")
        alone(w, ANNIE)
        w.app.navigator.navigate(NEW_SINCE) if w.app.navigator else None
        await w.settled()
        await w.press("enter")
        assert w.on_top == "TraceScreen"


async def test_who_leaves_by_the_list_of_all_that_can_be_done_has_seen_it_too(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        w.desk.follow_up.looked()
        alone(w, "Sanne")
        w.desk.follow_up.leave("nice-moment", "Samen gelachen om de kat.")
        alone(w, ANNIE)
        await w.press("i")
        assert "Samen gelachen om de kat." in w.text()
        await w.press("ctrl+p")
        await w.type("mijn plan")
        await w.press("enter")
        assert w.on_top == "LetterScreen"
        assert w.desk.history.new_since().count == 0


async def test_who_sat_there_when_it_was_said_has_nothing_new_c14(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        w.desk.follow_up.looked()
        types(w, "Sanne")
        w.desk.follow_up.leave("nice-moment", "Samen gelachen om de kat.")
        types(w, ANNIE)
        assert w.desk.history.new_since().count == 0, "she sat beside Sanne"
        alone(w, "Sanne")
        w.desk.follow_up.leave("nice-moment", "Ze zong in de auto.")
        alone(w, ANNIE)
        [(_, lines)] = w.desk.history.new_since().parts
        assert [line.quote.text for line in lines] == ["Ze zong in de auto."]
