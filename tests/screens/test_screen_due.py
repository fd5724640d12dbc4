"""What has a date, at home and in the plan; and looking back at any moment (L09, L22, V50)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from screens.app import ZlpApp
from screens.navigation.routes import DUE, MAP
from screens.sheets.plan_list_sheet import plan_line
from tests.screens.conftest import ANNIE
from tests.tools.half_a_year import LOOKING_BACK
from tests.tools.keys import settled
from tests.tools.prepared import dutch
from tests.tools.table import Ticking
from tests.tools.window import SIZES, Window, opening, window
from zlp_tui import places
from zlp_tui.conversation.ports.desk import FrontDoor
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import StoreDamaged


async def to_due(w: Window) -> None:
    """From the map, by its key."""
    await w.press("j")
    assert w.on_top == "DueScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_each_line_tells_what_when_and_why(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await to_due(w)
        lines = w.desk.history.due()
        assert lines
        for line in lines:
            await w.reach(line.title)
            assert line.when in w.words()
            assert line.because in w.words()


async def test_enter_goes_to_where_it_is_done(annie: Path) -> None:
    where = {"evaluation": "sitting", "agreement": "follow-up", "indication": "personal-details"}
    async with window(annie, ANNIE) as w:
        for number, line in enumerate(w.desk.history.due()):
            w.app.navigator.navigate(MAP) if w.app.navigator else None
            await w.settled()
            await to_due(w)
            await w.press("home", *["down"] * number, "enter")
            assert w.on_top == "TalkScreen"
            assert w.desk.place.topic == where.get(line.what, w.desk.place.topic)
            await w.press("escape")


@pytest.mark.parametrize("keys", [("h",), ("j", "h"), ("j", "end", "enter")])
async def test_looking_back_now_is_possible_at_any_moment(annie: Path, keys: tuple[str, ...]) -> None:
    """L24: looking back is a date, and possible whenever something changes."""
    async with window(annie, ANNIE) as w:
        await w.press(*keys)
        assert w.on_top == "TalkScreen"
        assert w.desk.place == LOOKING_BACK


WORDS = {
    "evaluation": "tijd om terug te kijken, sinds 1 maart",
    "indication": "het besluit over zorg liep af op 1 maart",
    "thinking-time": "tot 1 maart was er tijd om na te denken",
    "revisit": "tijd om nog eens te kiezen, sinds 1 maart",
    "agreement": "tijd om een afspraak te bekijken, sinds 1 maart",
}
SOON = {
    "evaluation": "samen terugkijken op 9 maart",
    "indication": "het besluit over zorg loopt af op 9 maart",
    "thinking-time": "tot 9 maart is er tijd om na te denken",
    "revisit": "nog eens naar een keuze kijken op 9 maart",
    "agreement": "een afspraak bekijken op 9 maart",
}
TOLD = [
    *((what, "2026-03-01", words) for what, words in WORDS.items()),
    *((what, "2026-03-09", words) for what, words in SOON.items()),
    ("indication", "2026-03-03", "het besluit over zorg loopt af op 3 maart"),
]


def _closed() -> FrontDoor:
    raise StoreDamaged("{file} is not a file in which plans are kept.", file="plans.db")


def _in_march(day: str) -> str:
    return f"{int(day[-2:])} maart"


def test_home_tells_how_many_more_have_come() -> None:
    """rows-l 13, M13: only the earliest date was told."""
    line = PlanListItem("1", ANNIE, None, None, None, due="2026-03-01", due_what="evaluation", due_more=2)
    assert plan_line(line, dutch(), "2026-03-03", _in_march).by == "tijd om terug te kijken, sinds 1 maart, en nog 2"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("what", "on", "words"), TOLD)
async def test_home_says_in_words_what_it_is_time_for(what: str, on: str, words: str, size: tuple[int, int]) -> None:
    line = PlanListItem("1", ANNIE, None, None, None, due=on, due_what=what)
    app = ZlpApp(
        lines=lambda: (line,), front=_closed, tr=dutch(),
        help_folder=places.content() / "nl" / "help", today=lambda: date(2026, 3, 3),
    )
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await app.workers.wait_for_complete()  # the store cannot be opened, so the list stays as it is given here
        def find(search: str = "", limit: int = 1, *, ended: bool = False) -> tuple[PlanListItem, ...]:
            return () if ended else (line,)

        app.home.found_by(find, date(2026, 3, 3), "vandaag", _in_march)
        await settled(pilot)
        strips = app.screen._compositor.render_strips()
        assert words in "\n".join(strip.text for strip in strips)


async def test_what_waits_too_long_is_due_and_leads_to_its_page_m11(annie: Path) -> None:
    clock = Ticking()
    async with opening(annie, ANNIE, clock=clock) as w:
        w.desk.follow_up.write_as(w.desk.view.client)
        w.desk.follow_up.leave("remark", "De radio staat te hard.")
    clock.now += timedelta(days=15)
    async with opening(annie, ANNIE, times=2, clock=clock) as w:
        await w.press("enter")
        w.app.navigator.navigate(DUE) if w.app.navigator else None
        await w.settled()
        await w.reach("Een opmerking wacht op antwoord")
        await w.press("enter")
        assert w.on_top == "RemarksScreen"


@pytest.mark.parametrize(("key", "left"), [("no", 0), ("later", 1)])
async def test_what_often_does_not_go_is_asked_of_the_client_here_until_answered(
    annie: Path, key: str, left: int
) -> None:
    """M16, L-10."""
    async with window(annie, ANNIE) as w:
        ref = w.desk.cards()[0].ref
        w.desk.sit_at_keyboard(w.desk.view.client)
        for _ in range(3):
            w.desk.follow_up.note(ref, done="no", because="no-time")
        await to_due(w)
        assert "Zullen we hier samen naar kijken?" in w.words()
        await w.press("home", "enter")
        assert "3 keer “Er was geen tijd voor”" in w.words()
        await w.press("home", *["down"] * ["talk", "no", "later"].index(key), "enter")
        assert len(w.desk.follow_up.to_look_at()) == left
        assert ("Zullen we hier samen naar kijken?" in w.words()) is bool(left)
