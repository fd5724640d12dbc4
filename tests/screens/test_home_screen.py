"""Home: the list of plans, search, the first start, a new plan; by keyboard only and by mouse only."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual import events

from screens import themes
from screens.app import StartAt, ZlpApp
from screens.home import home_navigator
from screens.home.home_screen import HomeScreen
from tests.screens.conftest import ANNIE
from tests.screens.test_drafts_refused import full_disk
from tests.tools.keys import UNHURRIED, KeyClock, wait
from tests.tools.locked import locked_home
from tests.tools.prepared import dutch, our_script
from tests.tools.table import Ticking
from tests.tools.window import HOSTILE, SIZES, Later, Window, door
from zlp_tui import places
from zlp_tui.conversation.ports.door_to_plans import FrontDoor
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.errors import StoreDamaged, StoreFull
from zlp_tui.store.plans_to_read import OneFileToRead
from zlp_tui.text import one_line

ROOT = Path(__file__).parents[2]


def app_on(
    home: Path, front: Callable[[], FrontDoor], left_out: Callable[[], bool] = lambda: False,
    start_at: StartAt | None = None,
) -> ZlpApp:
    """The app on a folder, with its own front door."""
    return ZlpApp(
        clock=KeyClock(),
        lines=lambda: plan_lines(OneFileToRead(places.store_file(home), clock=Ticking())), front=front, tr=dutch(),
        help_folder=places.content() / "nl" / "help", today=lambda: date(2026, 3, 3), practise=front,
        left_out=left_out, start_at=start_at,
    )


async def loaded(w: Window) -> None:
    """Until the thread that loads, which begins after the first picture, is done and what it found is shown."""
    await w.settled()
    await w.app.workers.wait_for_complete()
    await w.settled()


@asynccontextmanager
async def at_home(home: Path, size: tuple[int, int] = (80, 24), *, times: int = 1) -> AsyncIterator[Window]:
    """The app as it starts, with the store loaded."""
    front = door(home, Later(times))
    app = app_on(home, lambda: front)
    async with app.run_test(size=size) as pilot:
        w = Window(app, pilot)
        await loaded(w)
        yield w


def plans(home: Path, *names: str) -> Path:
    """Plans of clients with these names."""
    front = door(home)
    for name in names:
        front.new_plan(name)
    front.close()
    return home


def waiting_app(home: Path) -> tuple[ZlpApp, threading.Event]:
    """An app whose plans are loaded once that is said."""
    may_open = threading.Event()
    front = door(home)

    def slow() -> FrontDoor:
        may_open.wait(30)
        return front

    app = app_on(home, slow)
    return app, may_open


@pytest.mark.parametrize("size", SIZES)
async def test_first_start_welcomes_and_offers_two_things(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path / "home", size) as w:
        shown = w.words()
        for words in ("Welkom", "▸ Een nieuw plan beginnen", "Oefenen met een voorbeeld", "Hulp", "Stoppen"):
            assert words in shown


async def test_opening_a_plan_finds_the_styles_of_the_conversation_parsed(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        styles = w.app.stylesheet
        known, parsed = set(styles.source), len(styles._parse_cache)
        await w.press("enter")
        assert w.on_top == "TalkScreen"
        assert (set(styles.source), len(styles._parse_cache)) == (known, parsed)


async def test_a_damaged_plan_is_told_of_beside_the_others(tmp_path: Path) -> None:
    home = plans(tmp_path / "home", ANNIE, "Bram Vos")
    lock = locked_home(home)
    file = next(places.plans_folder(home).glob("*/plan.db"))
    file.write_bytes(file.read_bytes()[:9000])
    front = Front(
        stores=lock.stores(), home=home, script=our_script(), tr=dutch(), clock=Ticking(), new_id=Later(),
    )
    app = app_on(home, lambda: front)
    async with app.run_test() as pilot:
        w = Window(app, pilot)
        await loaded(w)
        assert "Een plan dat niet te lezen is het bestand is beschadigd, en hier is geen kopie" in w.words()
        assert sum(name in w.words() for name in (ANNIE, "Bram Vos")) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_plan_by_keyboard_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path / "home", size) as w:
        await w.press("enter")
        assert "Van wie is het plan?" in w.words()
        await w.press("enter")
        assert "Typ een naam" in w.words()
        await w.type(ANNIE)
        await w.press("enter")
        await w.type("mevrouw De Vries")
        await w.press("enter", "down", "down", "enter")
        assert w.on_top == "TalkScreen"
        client = w.desk.view.client_person
        assert (client.name, client.salutation, w.desk.view.address) == (ANNIE, "mevrouw De Vries", "je")


async def test_a_name_of_a_new_plan_that_is_too_long_is_said_to_be_cut(tmp_path: Path) -> None:
    cut = "Van een naam passen alleen de eerste 200 letters."
    async with at_home(tmp_path / "home", (60, 20)) as w:
        await w.press("enter")
        w.app.post_message(events.Paste("n" * 201))
        await w.settled()
        await w.press("enter")
        assert cut in w.words()
        assert "Welke naam is het prettigst?" in w.words()
        await w.type("Jan")
        assert cut not in w.words()
        await w.press("enter")
        assert cut not in w.words()
        await w.press("down", "enter")
        assert w.desk.view.client_person.name == "n" * 200


async def test_a_new_plan_asks_once_whether_a_name_is_one_b11(tmp_path: Path) -> None:
    async with at_home(tmp_path / "home") as w:
        await w.press("enter")
        await w.type("niemand")
        await w.press("enter")
        assert "“niemand” is geen naam." in w.words() and "Van wie is het plan?" in w.words()
        await w.press("pageup", "enter")
        await w.type(ANNIE)
        await w.press("enter")
        await w.type("Zeg maar gewoon Annie hoor")
        await w.press("enter")
        assert "een naam? Typ het dan nog een keer." in w.words()
        await w.press("enter")
        assert "1 u, zoals" in w.words()


async def test_a_new_plan_goes_back_a_question_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with at_home(tmp_path / "home") as w:
        await w.press("enter")
        await w.type(ANNIE)
        await w.press("enter", "escape")
        assert ANNIE in w.text()
        await w.press("escape")
        assert w.on_top == "HomeScreen"


async def test_a_new_plan_by_mouse_and_name(tmp_path: Path) -> None:
    async with at_home(tmp_path / "home") as w:
        await w.click("Een nieuw plan beginnen")
        await w.type(ANNIE)
        await w.click("Verder")
        await w.click("Verder")
        await w.click("u, zoals in")
        assert w.on_top == "TalkScreen"
        assert w.desk.view.client_person.name == ANNIE


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_opens_a_plan_by_keyboard_and_by_mouse(tmp_path: Path, size: tuple[int, int]) -> None:
    home = plans(tmp_path / "home", ANNIE, "Joris Vos")
    async with at_home(home, size) as w:
        await w.reach("Joris Vos")
        await w.press("enter")
        assert w.desk.view.client_person.name == "Joris Vos"
        await w.press("f9")
        assert w.on_top == "HomeScreen"
        await w.click(ANNIE)
        assert w.desk.view.client_person.name == ANNIE
        await w.click("F9 Stoppen")
        assert w.on_top == "HomeScreen"


async def test_search_finds_as_one_types_and_enter_opens(tmp_path: Path) -> None:
    home = plans(tmp_path / "home", *(f"Client {n:03}" for n in range(250)), "Zoë van Dam")
    async with at_home(home) as w:
        await w.press("z")
        await w.type("zoë")
        assert "Zoë van Dam" in w.text()
        assert "Client" not in w.text()
        await w.press("enter")
        assert w.desk.view.client_person.name == "Zoë van Dam"


async def test_a_key_in_the_search_lays_nothing_out_anew(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE, "Joris Vos")) as w:
        await w.press("z")
        layouts: list[object] = []
        w.page.screen_layout_refresh_signal.subscribe(w.app.home, layouts.append)
        await w.type("vos")
        assert "Joris Vos" in w.text()
        assert ANNIE not in w.text()
        assert layouts == []


async def test_a_long_search_scrolls_to_its_caret_and_back(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        await w.press("z")
        await w.type("begin" + "o" * 120 + "eind")
        assert "eind" in w.text()
        assert "begin" not in w.text()
        await w.press("home")
        assert "begin" in w.text()


async def test_only_styles_that_are_drawn_with_are_worked_out_and_they_follow_the_theme(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        light, dark = themes.both_themes()
        for theme in (light, dark, light):
            mark = w.app.home.list.component_style("line-list--mark")
            assert mark.color is not None
            assert mark.color.name == theme.primary
            await w.press("t")
        assert not w.app.home.list._component_styles


async def test_search_is_there_from_the_first_plan_on(tmp_path: Path) -> None:
    async with at_home(tmp_path / "home") as w:
        await w.press("z")
        assert "Zoek een naam" not in w.text()
        await w.press("n")
        await w.type(ANNIE)
        await w.press("enter", "enter", "down", "enter", "f9")
        assert w.on_top == "HomeScreen"
        await w.press("z")
        await w.type("zzz")
        assert "niemand met deze naam" in w.words()


async def test_the_first_picture_is_drawn_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = plans(tmp_path / "home", ANNIE)
    app, may_open = waiting_app(home)
    drawn: list[str] = []
    monkeypatch.setattr(
        app, "post_display_hook",
        lambda: drawn.append("\n".join(strip.text for strip in app.screen._compositor.render_strips())),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert ANNIE in drawn[0]
        assert len(set(drawn)) == 1
        may_open.set()


@pytest.mark.parametrize("size", SIZES)
async def test_questions_that_are_left_out_are_told_quietly(tmp_path: Path, size: tuple[int, int]) -> None:
    front = door(plans(tmp_path / "home", ANNIE))
    app = app_on(tmp_path / "home", lambda: front, left_out=lambda: True)
    async with app.run_test(size=size) as pilot:
        w = Window(app, pilot)
        await loaded(w)
        assert "Niet alle vragen zijn er. Typ later: zlp check" in w.words()
        await w.press("z")
        await w.type("qqq")
        assert "Typ later: zlp check" in w.words()


async def test_a_name_that_is_not_there_is_said_and_escape_shows_all(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        await w.press("z")
        await w.type("qqq")
        assert "niemand met deze naam" in w.words()
        await w.press("escape")
        assert ANNIE in w.text()


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_names_are_shown_as_they_are(tmp_path: Path, row: str) -> None:
    name = one_line(HOSTILE[row])
    async with at_home(plans(tmp_path / "home", HOSTILE[row])) as w:
        assert w.app.home.list.marked is not None
        assert name[:12].strip() in w.text()
        await w.press("enter")
        assert w.desk.view.client_person.name == name
        assert w.on_top == "TalkScreen"
        w.lines()


async def test_colours_turn_and_turn_back(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        await w.press("t")
        assert w.app.theme == themes.DARK
        await w.click("Kleuren")
        assert w.app.theme == themes.LIGHT


async def test_keys_typed_before_the_store_is_loaded_are_kept(tmp_path: Path) -> None:
    home = plans(tmp_path / "home", ANNIE)
    app, may_open = waiting_app(home)
    async with app.run_test(size=(80, 24)) as pilot:
        w = Window(app, pilot)
        wait(pilot, UNHURRIED)
        await pilot.press("enter")
        assert "Een ogenblik" in w.words()
        await pilot.press("pagedown", "f6", "f6", "f6", "?")
        may_open.set()
        await loaded(w)
        assert (w.desk.place.topic, w.desk.place.step) == ("about-me", "likes"), "the fifth question of a first talk"
        assert app.navigator is not None
        assert app.navigator.talk.entry.typed == "?"


@pytest.fixture
def endless_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moment after the first picture, in which nothing is loaded, only ends when something is needed."""
    monkeypatch.setattr(home_navigator, "A_MOMENT", threading.TIMEOUT_MAX)


@pytest.mark.usefixtures("endless_moment")
async def test_nothing_is_loaded_while_the_first_key_is_answered_unless_it_asks_for_that(tmp_path: Path) -> None:
    front, opened = door(plans(tmp_path / "home", ANNIE, "Bram Vos")), list[FrontDoor]()

    def open_front() -> FrontDoor:
        opened.append(front)
        return front

    app = app_on(tmp_path / "home", open_front)
    async with app.run_test(size=(80, 24)) as pilot:
        w = Window(app, pilot)
        await w.settled()
        await w.press("down", "up")
        assert not opened
        await w.press("n")
        assert w.on_top == "NewPlanScreen"
    assert opened == [front]


@pytest.mark.usefixtures("endless_moment")
async def test_a_plan_that_is_named_is_opened_at_once(tmp_path: Path) -> None:
    front = door(plans(tmp_path / "home", ANNIE))
    app = app_on(tmp_path / "home", lambda: front, start_at=StartAt(front.find(ANNIE)))
    async with app.run_test(size=(80, 24)) as pilot:
        w = Window(app, pilot)
        await loaded(w)
        assert w.on_top == "TalkScreen"


async def test_a_store_that_cannot_be_opened_is_said_in_one_sentence(tmp_path: Path) -> None:
    def broken() -> FrontDoor:
        raise StoreDamaged("No plan has this name.")

    app = app_on(tmp_path / "home", broken)
    async with app.run_test(size=(80, 24)) as pilot:
        w = Window(app, pilot)
        await loaded(w)
        assert f"! {dutch()('No plan has this name.')}" in w.words()
        await w.press("q")
    assert app.return_code == 0


async def test_practising_is_a_list_of_its_own(tmp_path: Path) -> None:
    async with at_home(plans(tmp_path / "home", ANNIE)) as w:
        await w.press("f")
        await loaded(w)
        assert "om te oefenen" in w.words()
        await w.press("escape")
        assert "om te oefenen" not in w.words()


def test_nothing_heavy_is_imported_for_the_first_picture(tmp_path: Path) -> None:
    heavy = (
        "babel", "yaml", "pydantic", "sqlalchemy", "sqlmodel", "alembic", "zlp_tui.conversation.ports.desk",
        "zlp_tui.plan.view", "screens.talk.talk_screen", "textual.widgets._text_area", "textual.widgets._markdown",
    )
    code = (
        "import datetime, pathlib, sys, screens.app, zlp_tui.conversation.session.plan_lists.plan_list as home_list\n"
        "from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock\n"
        "lock = HomeLock(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now, new_id=str)\n"
        "assert home_list.plan_lines(lock.to_read()) == ()\n"
        f"print([name for name in {(*heavy, 'sqlcipher3')} if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert found.stdout.strip() == "[]"


async def test_d05_a_list_that_closed_before_it_stood_there_breaks_nothing(tmp_path: Path) -> None:
    """Found by the monkey: practising begun and stopped in one go, while the list was read once more."""
    async with at_home(plans(tmp_path, "Anna Vos")) as w:
        closed = HomeScreen(lines=w.app.home._lines, tr=dutch(), callbacks=w.app.home.callbacks, now=w.app.clock)
        closed.on_screen_resume()
        closed.on_screen_resume()
        assert not closed.search.is_attached


AT_HOME = ("enter", "n", "o", "f1", "f2", "t", "slash", "ctrl+p", "down")
"""Keys of home, but for those that end the program."""


async def back_home(w: Window) -> None:
    """From wherever two keys at once led."""
    for _ in range(12):
        if w.on_top == "HomeScreen" and w.app.navigator is None:
            await w.press("escape")  # out of the search field
            return
        talks = w.app.navigator is not None and w.on_top not in ("PrepareScreen", "HelpScreen")
        await w.press("f9" if talks else "escape")
    raise AssertionError(f"no way home from\n{w.text()}")


@pytest.mark.parametrize("first", AT_HOME)
async def test_any_two_keys_in_one_read_show_no_screen_twice_k9(tmp_path: Path, first: str) -> None:
    """The second key comes before the first one showed anything; two Enters after them go on from there."""
    async with at_home(plans(tmp_path / "home", ANNIE, "Bram Bos")) as w:
        for second in AT_HOME:
            wait(w.pilot, UNHURRIED)
            for key in (first, second):
                w.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await loaded(w)
            for _ in range(2):
                kinds = [type(screen).__name__ for screen in w.app.screen_stack]
                assert len(kinds) == len(set(kinds)), (first, second, kinds)
                assert not w.app.crashed
                await w.press("enter")
            await back_home(w)


async def test_on_a_full_disk_the_plans_are_shown_and_home_says_why_nothing_is_kept_k7(tmp_path: Path) -> None:
    home = plans(tmp_path / "home", ANNIE)
    with full_disk(home):
        async with at_home(home) as w:
            assert "De schijf is vol" in w.words() and ANNIE in w.words()
            await w.press("enter")
            assert w.app.navigator is not None
            assert w.desk.read_only
            assert "De plannen lezen kan wel" in w.words()
            await w.press("pagedown", "pagedown")
            assert w.on_top == "TalkScreen"
            assert "De plannen lezen kan wel" in w.words()


async def test_room_on_the_disk_is_noticed_at_home_and_in_the_plan_k7(tmp_path: Path) -> None:
    """Without a restart: what said so goes away, and the next answer is kept."""
    home = plans(tmp_path / "home", ANNIE)
    with ExitStack() as trouble:
        trouble.enter_context(full_disk(home))
        async with at_home(home) as w:
            front = w.app._homes._front.door
            assert front is not None
            told = front.why_read_only
            assert told in w.words()
            w.app._homes.look_again(front, told)
            await w.settled()
            assert told in w.words(), "it is still full"
            await w.press("enter")
            assert told in w.words()
            trouble.close()
            w.desk.go_topic("two-minutes")
            w.page.show_again()  # type: ignore[attr-defined]
            await w.type("Koffie bij het raam")
            await w.press("enter")
            assert "Bewaard" in w.words()
            assert [said.text for said in w.desk.view.live_statements] == ["Koffie bij het raam"]
            w.app._homes.look_again(front, told)
            await w.press("escape", "escape")
            assert w.on_top == "HomeScreen"
            assert "De schijf is vol" not in w.words()


async def test_a_plan_that_is_only_looked_at_notices_room_by_itself_k7(tmp_path: Path) -> None:
    home = plans(tmp_path / "home", ANNIE)
    with ExitStack() as trouble:
        trouble.enter_context(full_disk(home))
        async with at_home(home) as w:
            await w.press("enter")
            assert "De schijf is vol" in w.words()
            trouble.close()
            assert w.app.navigator is not None
            w.app.navigator._look_again()
            await w.settled()
            assert "De schijf is vol" not in w.words()


async def test_a_store_that_could_not_be_opened_is_tried_again_k7(tmp_path: Path) -> None:
    """By the next thing that needs it; keys do not wait for ever."""
    home, times = tmp_path / "home", iter((StoreFull("The plans could not be read or kept."), None))

    def front() -> FrontDoor:
        if (trouble := next(times)) is not None:
            raise trouble
        return door(home)

    app = app_on(home, front)
    async with app.run_test(size=(80, 24)) as pilot:
        w = Window(app, pilot)
        await loaded(w)
        assert dutch()("The plans could not be read or kept.") in w.words()
        wait(pilot, UNHURRIED)
        await pilot.press("n")
        await loaded(w)
        assert w.on_top == "NewPlanScreen"
