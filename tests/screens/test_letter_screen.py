"""The plan as a letter, where a line comes from, and saying it differently: the old words are kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual import events

from screens.navigation.routes import STATEMENT, TRACE
from tests.screens.conftest import ANNIE
from tests.tools.window import HOSTILE, SIZES, Window, window
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place
from zlp_tui.text import clean, one_line

GOOD_DAY = Place("good-day-bad-day", "sides", "good")
COFFEE = "Koffie bij het raam."


def say_good_day(desk: Desk, text: str) -> str:
    """Say something about a good day; its id."""
    desk.go(GOOD_DAY)
    return desk.answer(Spoken(text)).refs[0]


async def read_all(w: Window) -> set[str]:
    """All lines of a list that is longer than the window."""
    seen: set[str] = set()
    await w.press("home")
    for _ in range(400):
        before = len(seen)
        seen |= {line.strip(" ▸│┃") for line in w.lines()[1:-3]}
        await w.press("down")
        if len(seen) == before and not any("▸" in line for line in w.lines()):
            break
    return seen


def standing(desk: Desk) -> list[str]:
    return [statement.text for statement in desk.view.live_statements]


def in_letter(desk: Desk) -> Iterable[str]:
    return (quote.text for part in desk.letter() for line in part.lines for quote in line.quotes)


@pytest.mark.parametrize("size", SIZES)
async def test_every_quote_is_in_the_letter_with_its_speaker(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        say_good_day(w.desk, COFFEE)
        sanne, _ = w.desk.join("Sanne")
        w.desk.speak_as(sanne.id)
        say_good_day(w.desk, "De kinderen komen.")
        await w.press("l")
        assert "Het plan van mevrouw De Vries" in w.words()
        await w.reach("kinderen")
        line = next(line for line in w.lines() if "kinderen" in line)
        assert "“De kinderen komen.”" in line
        assert "Sanne" in line
        assert set(in_letter(w.desk)) >= set(standing(w.desk))


async def test_the_letter_of_a_new_plan_is_friendly(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        await w.press("l")
        assert w.on_top == "LetterScreen"
        assert "leeg" not in w.words().casefold()


@pytest.mark.parametrize("size", SIZES)
async def test_the_letter_opens_at_its_first_line_however_far_its_first_quote_is(
    fresh: Path, size: tuple[int, int]
) -> None:
    async with window(fresh, ANNIE, size) as w:
        say_good_day(w.desk, "Lang. " * 600)
        await w.press("l")
        assert f"Ik ben {ANNIE}." in w.lines()[2]
        assert any("▸" in line for line in w.lines()[:-3]), "its first line is in view, so it has the mark"
        await w.press("tab", "shift+tab")
        assert f"Ik ben {ANNIE}." in w.lines()[2], "the focus does not take the page along"
        before = [line.strip(" ▸┃") for line in w.lines()[3:-4]]
        await w.press("down")
        assert [line.strip(" ▸┃") for line in w.lines()[2:-5]] == before, "an arrow reads on, line by line"
        await w.press("up")
        assert f"Ik ben {ANNIE}." in w.lines()[2]


async def test_the_letter_turns_its_pages_and_marks_what_is_in_view(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        await w.press("l")
        pages = [w.lines()[2:-3]]
        while len(pages) < 60:
            await w.press("pagedown")
            if w.lines()[2:-3] == pages[-1]:
                break
            shown = w.lines()[:-3]
            assert any("▸" in line for line in shown) or not any("“" in line for line in shown)
            pages.append(w.lines()[2:-3])
        read = " ".join(" ".join(line.strip(" ▸│┃") for page in pages for line in page).split())
        for quote in in_letter(w.desk):
            assert one_line(quote)[:20] in read
        for _ in pages:
            await w.press("pageup")
        assert f"Ik ben {ANNIE}." in w.lines()[2]
        await w.click("Verder lezen")
        shown, second = ([line.strip(" ▸") for line in page] for page in (w.lines()[2:-3], pages[1]))
        assert shown == second


async def test_enter_comes_back_to_what_is_marked_before_it_chooses_it(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        await w.press("l")
        for _ in range(30):
            await w.pilot._post_mouse_events([events.MouseScrollDown], offset=(10, 10))
        await w.settled()
        assert not any("▸" in line for line in w.lines())
        await w.press("enter")
        assert w.on_top == "LetterScreen"
        assert any("▸" in line for line in w.lines())
        await w.press("enter")
        assert w.on_top == "TraceScreen"


async def test_a_long_letter_can_be_walked_to_its_end(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        await w.press("l")
        last = [quote.text for part in w.desk.letter() for line in part.lines for quote in line.quotes if quote.ref][-1]
        await w.press("end")
        assert one_line(last)[:30] in w.words()


@pytest.mark.parametrize("size", SIZES)
async def test_with_keys_only_from_a_quote_to_who_said_it_and_to_other_words(
    fresh: Path, size: tuple[int, int]
) -> None:
    async with window(fresh, ANNIE, size) as w:
        say_good_day(w.desk, COFFEE)
        await w.press("l")
        await w.reach(COFFEE)
        await w.press("enter")
        assert w.on_top == "TraceScreen"
        assert "dinsdag 3 maart 2026" in w.words()
        assert "De vraag was: " in w.words()
        await w.press("enter")
        assert w.on_top == "StatementScreen"
        await w.press("enter")
        await w.press(*["backspace"] * 5)
        await w.type("venster.")
        await w.press("enter")
        assert "Bewaard" in w.words()
        assert standing(w.desk) == ["Koffie bij het venster."]
        assert [s.text for s in w.desk.view.statements] == [COFFEE, "Koffie bij het venster."]
        assert f"mevrouw De Vries: “{COFFEE}”" in w.words()
        await w.press("escape")
        assert w.on_top == "TraceScreen"
        assert "“Koffie bij het venster.”" in w.words()
        await w.press("escape")
        assert w.on_top == "LetterScreen"
        assert "“Koffie bij het venster.”" in w.words()


@pytest.mark.parametrize("size", SIZES)
async def test_with_the_mouse_only_it_is_taken_back_and_brought_back(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        say_good_day(w.desk, COFFEE)
        await w.click("Mijn plan")
        await w.reach(COFFEE)
        await w.click(COFFEE)
        await w.click(COFFEE)
        await w.click("Terugnemen")
        assert standing(w.desk) == []
        assert [s.text for s in w.desk.view.statements] == [COFFEE]
        assert "Teruggenomen. De woorden blijven bewaard." in w.words()
        await w.click("Ongedaan maken")
        assert standing(w.desk) == [COFFEE]
        await w.click("Terug", nth=-1)
        await w.click("Terug", nth=-1)
        assert w.on_top == "LetterScreen"


async def test_undo_of_a_correction_brings_the_old_words_back(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        ref = say_good_day(w.desk, COFFEE)
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, ref, lambda: None)
        await w.settled()
        await w.press("enter")
        await w.type(" Altijd.")
        await w.press("enter", "u")
        assert standing(w.desk) == [COFFEE]
        assert f"“{COFFEE}”" in w.words()


async def test_it_is_said_which_domain_words_belong_to(fresh: Path) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        ref = say_good_day(w.desk, COFFEE)
        housing = next(domain for domain in w.desk.domains() if domain.id == "housing")
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, ref, lambda: None)
        await w.settled()
        await w.reach("Waar hoort")
        await w.press("enter")
        await w.reach(housing.title)
        await w.press("enter")
        assert w.desk.view.live_statements[0].domain == "housing"
        assert f"Hoort bij: {housing.title}" in w.words()


async def test_words_typed_to_correct_are_kept_when_one_leaves(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        ref = say_good_day(w.desk, COFFEE)
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, ref, lambda: None)
        await w.settled()
        await w.press("enter")
        await w.type(" Met melk.")
        await w.press("escape", "escape")
        assert w.on_top == "MapScreen"
        assert w.desk.draft(anew=ref) == f"{COFFEE} Met melk."
    async with window(fresh, ANNIE, times=2) as w:
        assert "Hier was nog iets half getypt" in w.text()
        await w.press("home", "enter")
        assert w.on_top == "StatementScreen"
        await w.press("enter")
        assert standing(w.desk) == [f"{COFFEE} Met melk."]
        assert w.desk.drafts() == ()


async def test_nothing_typed_is_refused_and_the_old_words_stand(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        ref = say_good_day(w.desk, "Ja.")
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, ref, lambda: None)
        await w.settled()
        await w.press("enter", "backspace", "backspace", "backspace", "enter")
        assert standing(w.desk) == ["Ja."]
        assert any(line.strip().startswith("! ") for line in w.lines())


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_words_are_shown_on_each_screen_as_they_were_kept(fresh: Path, row: str) -> None:
    async with window(fresh, ANNIE) as w:
        say_good_day(w.desk, HOSTILE[row])
        start = one_line(clean(HOSTILE[row]).text)[:8]
        await w.press("l")
        await w.reach(start)
        for screen in ("TraceScreen", "StatementScreen"):
            await w.press("enter")
            assert w.on_top == screen
            assert start in w.text()
        await w.press("enter")
        assert w.text().count(start) == 2
        await w.press("enter")
        assert standing(w.desk) == [clean(HOSTILE[row]).text]


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_typed_wrong_is_corrected_from_the_letter_and_the_old_one_is_kept(
    annie: Path, size: tuple[int, int]
) -> None:
    async with window(annie, ANNIE, size) as w:
        riet = next(person for person in w.desk.view.people if person.name == "Riet")
        await w.press("l")
        await w.reach("Riet")
        await w.press("enter", "enter")
        assert w.on_top == "StatementScreen"
        await w.click("Anders zeggen")
        assert "Wat is de goede naam?" in w.words()
        await w.press("backspace")
        await w.type("k")
        await w.press("enter")
        assert "Bewaard" in w.words()
        assert w.desk.view.person(riet.id).name == "Riek"
        assert "Riet" in w.words(), "the old name is told"
        await w.press("escape", "escape")
        assert w.on_top == "LetterScreen"
        assert any("Riek" in line and "▸" in line for line in w.lines())
        await w.press("u")
        assert w.desk.view.person(riet.id).name == "Riet"


async def test_the_clients_name_is_corrected_and_cannot_be_taken_back(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, w.desk.view.client, lambda: None)
        await w.settled()
        assert "Terugnemen" not in w.text()
        await w.press("enter")
        await w.press(*["backspace"] * len("Annie de Vries"))
        await w.press("enter")
        assert any(line.strip().startswith("! ") for line in w.lines())
        await w.type("Anna de Vries")
        await w.press("enter")
        assert w.desk.view.client_person.name == "Anna de Vries"


async def test_a_name_that_is_being_corrected_is_a_draft_too(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        riet = next(person for person in w.desk.view.people if person.name == "Riet")
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, riet.id, lambda: None)
        await w.settled()
        await w.press("enter")
        await w.type("je Bakker")
        await w.press("escape", "escape")
        assert w.desk.draft(anew=riet.id) == "Rietje Bakker"
    async with window(annie, ANNIE, times=2) as w:
        line = next(line for line in w.lines() if "Rietje Bakker" in line)
        assert "Riet " in line, "it stands under the name that it is to correct"
        await w.press("home", "enter")
        assert w.on_top == "StatementScreen"
        await w.press("enter")
        assert w.desk.view.person(riet.id).name == "Rietje Bakker"
        assert w.desk.drafts() == ()


async def test_a_quote_shows_what_came_of_it_and_its_whole_way_m31_m32(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        goal = next(goal for goal in w.desk.view.goals if goal.follows_from)
        w.app.navigator.navigate(TRACE, goal.follows_from[0]) if w.app.navigator else None
        await w.settled()
        await w.reach(goal.text[:12])
        assert "Dit kwam ervan" in w.words()
        await w.press("r")
        assert w.on_top == "WayScreen"
        assert "Hoe kwam dit zo?" in w.words()
        await w.reach(goal.text[:12])
        await w.press("enter")
        assert w.on_top == "TraceScreen"
