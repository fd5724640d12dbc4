"""Opening a plan again: who sat here the last time sits down first, so that words land under the right name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.half_a_year import LOOKING_BACK
from tests.tools.window import SIZES, Later, Window, door, opening, window
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import look_back_is_due
from zlp_tui.conversation.ports.turn import Pick, Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.view import Place, PlanView

LIKES = Place("about-me", "likes", "like")
LAST_TIME = [ANNIE, "Sanne", "Karim"]


def at_table(w: Window) -> list[str]:
    return [person.name for person in w.desk.present]


@contextmanager
def plan_of(home: Path) -> Iterator[Desk]:
    """The plan as it stands on disk; another window may have it afterwards."""
    front = door(home, Later(50))
    yield front.open(front.find(ANNIE))
    front.close()


def view_of(home: Path) -> PlanView:
    with plan_of(home) as desk:
        return desk.view


@pytest.mark.parametrize("size", SIZES)
async def test_last_times_people_are_ticked_and_enter_goes_on_where_it_stopped(
    annie: Path, size: tuple[int, int]
) -> None:
    with plan_of(annie) as desk:
        stopped = desk.resume()
    async with opening(annie, ANNIE, size) as w:
        assert w.on_top == "OpeningScreen"
        assert "Wie zit er aan tafel?" in w.text()
        for name in ("mevrouw De Vries", "Sanne", "Karim"):
            assert any(f"[x] {name}" in line and "aan tafel" in line for line in w.lines())
        assert "[ ] Riet" in w.text()
        await w.press("enter")
        assert w.on_top == "TalkScreen"
        assert (w.desk.place, at_table(w), w.desk.voice.name) == (stopped, LAST_TIME, ANNIE)
        await w.press("escape")
        assert w.on_top == "MapScreen"


async def test_with_keys_only_somebody_is_not_here_now(annie: Path) -> None:
    async with opening(annie, ANNIE, topic="two-minutes") as w:
        await w.reach("Sanne")
        await w.press("space", "pagedown")
        assert (w.on_top, at_table(w)) == ("TalkScreen", [ANNIE, "Karim"])
        assert "Sanne" in w.text(), "who was unticked is offered yet, beside those who say something"


async def test_with_the_mouse_only(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        await w.click("Sanne")
        await w.click("Riet")
        assert w.on_top == "OpeningScreen"
        assert "Verder met Het hele plan: Samen teruglezen" in w.words()
        await w.click("Verder", nth=-1)
        assert (w.on_top, at_table(w)) == ("TalkScreen", [ANNIE, "Karim", "Riet"])


async def test_somebody_new_joins_before_it_begins_and_the_typed_name_is_not_lost(annie: Path) -> None:
    async with opening(annie, ANNIE, (60, 20)) as w:
        await w.press("n")
        await w.type("Tante Riek")
        await w.press("enter")
        assert "Nieuw aan tafel: Tante Riek" in w.words()
        await w.type("Oom Piet")
        await w.press("pagedown")
        assert at_table(w) == [*LAST_TIME, "Tante Riek", "Oom Piet"]


async def test_without_anybody_ticked_nobody_is_seated_and_it_is_asked_who_is_here_b1(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        for name in ("mevrouw De Vries", "Sanne", "Karim"):
            await w.click(f"[x] {name}")
        await w.press("enter")
        assert at_table(w) == []
        assert "Kies er minstens één" in w.words()


async def test_when_the_client_does_not_sit_there_somebody_else_speaks(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        await w.press("space", "enter")
        assert (at_table(w), w.desk.voice.name) == (["Sanne", "Karim"], "Sanne")


async def test_escape_goes_home_and_leaves_no_trace(annie: Path) -> None:
    before = view_of(annie)
    async with opening(annie, ANNIE) as w:
        await w.press("n")
        await w.type("Tante Riek")
        await w.press("enter", "escape", "escape")
        assert w.on_top == "HomeScreen"
        await w.press("enter")
        assert w.on_top == "OpeningScreen"
        await w.press("ctrl+q")
        assert w.app.return_code == 0
    assert view_of(annie) == before


async def test_help_comes_back_to_it_and_commands_lead_nowhere_past_it(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        await w.press("f1", "escape")
        assert w.on_top == "OpeningScreen"
        await w.press("ctrl+p")
        assert "Verder" in w.text()
        assert "Mijn plan" not in w.text()
        await w.press("escape")
        assert w.on_top == "OpeningScreen"


async def test_a_plan_where_only_the_client_sat_goes_straight_on(fresh: Path) -> None:
    async with opening(fresh, ANNIE) as w:
        assert w.on_top == "TalkScreen"
        w.desk.go(Place("two-minutes", "two-minutes"))
        w.desk.answer(Spoken("Klop eerst aan."))
    async with opening(fresh, ANNIE, times=2) as w:
        assert w.on_top == "TalkScreen"


async def test_the_topic_that_was_asked_for_comes_after_it(annie: Path) -> None:
    async with opening(annie, ANNIE, topic="two-minutes") as w:
        assert w.on_top == "OpeningScreen"
        await w.press("enter")
        assert w.desk.place.topic == "two-minutes"
        assert "twee minuten" in w.words()


@pytest.mark.parametrize(("name", "said"), [
    ("Tante Riek", "Nieuw aan tafel: Tante Riek"), ("sanne", "4 weken geleden zei mevrouw De Vries:"),
])
async def test_who_speaks_is_known_already_then_it_goes_straight_on(annie: Path, name: str, said: str) -> None:
    async with opening(annie, ANNIE, voice=name) as w:
        assert w.on_top == "TalkScreen"
        assert w.desk.voice.name.casefold() == name.casefold()
        assert w.page.notice.text.startswith(said)
        assert said in w.words()


async def test_what_somebody_else_was_typing_stays_under_their_name(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.navigator.show_talk(Place("two-minutes", "two-minutes"))
        await w.settled()
        w.desk.answer(Spoken("Klop eerst aan."))
        sanne, _ = w.desk.join("Sanne")
        w.desk.speak_as(sanne.id)
        w.desk.answer(Spoken("Zij slaapt graag uit."))
        await w.type("En zij wil")
        await w.press("ctrl+q")
    async with opening(fresh, ANNIE, times=2) as w:
        assert w.on_top == "OpeningScreen"
        await w.press("enter")
        assert "En zij wil" in w.text()
        assert w.desk.voice.name == "Sanne"
    async with opening(fresh, ANNIE, times=3) as w:
        await w.click("[x] Sanne")
        await w.press("enter")
        assert "En zij wil" in w.text(), "typed words wait, whoever is here"
        assert w.desk.voice.name == ANNIE


async def test_closing_before_anybody_sits_keeps_the_marks_of_the_question_as_they_were(annie: Path) -> None:
    """The question below is not shown yet: what is ticked there must not be read as nothing ticked."""
    async with window(annie, ANNIE) as w:
        w.desk.go(Place("at-the-table", "who"))
        shown = w.desk.turn().input
        assert isinstance(shown, Pick)
        assert shown.chosen
    before = view_of(annie).people
    async with opening(annie, ANNIE, topic="at-the-table", times=2) as w:
        assert w.app.navigator is not None
        w.app.navigator.flush_drafts()
        assert at_table(w) == LAST_TIME
    assert view_of(annie).people == before


async def _due(year: Path) -> None:
    """The day to look back came a while ago."""
    async with window(year, ANNIE, times=500) as w:
        assert isinstance(w.desk, DeskSession)
        with w.desk._unit_of_work.undoable(None) as act:
            details.fill(act, "look-again", "evaluate-on", "2026-03-01")
        held = max((look.held_on for look in w.desk.view.evaluations), default="")
        assert held < "2026-03-01"


async def test_a_look_back_that_is_due_is_asked_about_now_or_later_c1(year: Path) -> None:
    await _due(year)
    async with opening(year, ANNIE, times=600, route=None) as w:
        await w.press("enter")
        assert w.on_top == "LookBackOfferScreen"
        assert "Het is tijd om samen terug te kijken." in w.words()
        await w.press("enter")
        assert w.on_top == "LookBackOfferScreen", "nothing is marked, so Enter chooses nothing"
        await w.press("1")
        assert (w.on_top, w.desk.place) == ("TalkScreen", LOOKING_BACK)


async def test_looking_back_may_wait_for_the_day_and_no_letter_is_lost_by_being_asked_c1(year: Path) -> None:
    await _due(year)
    async with opening(year, ANNIE, times=600, route=None) as w:
        await w.press("enter")
        assert w.on_top == "LookBackOfferScreen"
        at = w.desk.place
        assert w.app.navigator is not None
        w.app.navigator.talk.go(LIKES)  # a question in words
        await w.press("K", "o")
        assert (w.on_top, w.app.navigator.talk.entry.typed) == ("TalkScreen", "Ko")
        assert at != LIKES
        await w.press("f9")
        assert w.on_top == "HomeScreen"
        await w.press("enter")
        assert w.on_top == "OpeningScreen"
        await w.press("enter")
        assert w.on_top == "TalkScreen", "it was put off for today"


async def test_a_look_back_that_is_due_is_offered_and_may_wait_c1(year: Path) -> None:
    await _due(year)
    async with opening(year, ANNIE, times=600) as w:
        assert look_back_is_due(w.desk)
        assert "Het is tijd om samen terug te kijken." in w.words()
        await w.press("h")
        assert w.on_top == "TalkScreen"
        assert w.desk.place == LOOKING_BACK
