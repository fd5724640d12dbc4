"""The conversation on the screen, on a real store: saying, walking, drafts, who speaks, other ways to ask, undo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from screens.steps.answer_field import AnswerField
from screens.talk.talk_screen import TalkScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, door, window
from zlp_tui.conversation.ports.turn import Pick, Selectable, Spoken, Words
from zlp_tui.plan.view import Place
from zlp_tui.text import LIMIT

GOOD = Place("good-day-bad-day", "sides", "good")
WORDS = "Ik drink koffie bij het raam."


@asynccontextmanager
async def talking(
    home: Path, place: Place = GOOD, size: tuple[int, int] = (80, 24), *, times: int = 1
) -> AsyncIterator[Window]:
    """The app on a question."""
    async with window(home, ANNIE, size, times=times) as w:
        assert w.app.navigator is not None
        w.app.navigator.show_talk(place)
        await w.settled()
        assert w.on_top == "TalkScreen"
        yield w


def talk(w: Window) -> TalkScreen:
    """The conversation on top."""
    screen = w.app.screen
    assert isinstance(screen, TalkScreen)
    return screen


def field(w: Window) -> AnswerField:
    """Where the answer is typed."""
    return talk(w).entry.field


def said(w: Window) -> list[str]:
    """What stands at the good side of the day."""
    return [s.text for s in w.desk.view.said("good-day-bad-day", "sides", side="good")]


def spoken_to(w: Window) -> str:
    """The form of address that the client likes."""
    return w.desk.view.address


@pytest.mark.parametrize("size", SIZES)
async def test_enter_says_what_is_typed_and_shows_it_with_its_speaker(fresh: Path, size: tuple[int, int]) -> None:
    async with talking(fresh, size=size) as w:
        await w.type(WORDS)
        await w.press("enter")
        assert said(w) == [WORDS]
        assert field(w).text == ""
        shown = w.words()
        assert f"✓ Bewaard: “{WORDS}” · Ongedaan maken" in shown
        assert f"“{WORDS}”" in shown
        assert shown.count("mevrouw De Vries") >= 3


@pytest.mark.parametrize("size", SIZES)
async def test_question_and_answer_field_never_leave_the_screen(annie: Path, size: tuple[int, int]) -> None:
    async with talking(annie, size=size) as w:
        for topic in ("welcome", "how-we-talk", "ordinary-day", "important-for", "working", "choices", "agreements"):
            assert w.app.navigator is not None
            w.app.navigator.show_topic(topic)
            await w.settled()
            turn, shown = talk(w).turn, w.words()
            assert (turn.question or turn.topic_title) in shown
            assert "Verder" in shown
            if isinstance(turn.input, Words):
                region = field(w).region
                assert region.height >= 3
                assert w.app.screen.region.contains_region(region)


async def test_enter_with_nothing_typed_goes_on(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.press("enter")
        assert w.desk.place == Place("good-day-bad-day", "sides", "bad")
        assert said(w) == []


async def test_next_says_what_is_typed_first_then_goes_on(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type(WORDS)
        await w.press("pagedown")
        assert said(w) == [WORDS]
        assert w.desk.place.item == "bad"
        assert "Bewaard" not in w.words() and "Vorige vraag: “" in w.words()


@pytest.mark.parametrize("key", ["pageup", "f5", "f6", "escape", "f1", "f9"])
async def test_no_other_key_drops_what_is_typed_nor_says_it(fresh: Path, key: str) -> None:
    async with talking(fresh) as w:
        await w.type("nog niet af")
        await w.press(key)
        assert w.app.navigator is None or said(w) == []
    front = door(fresh)
    desk = front.open(front.find(ANNIE))
    assert [(d.place, d.text) for d in desk.drafts()] == [(GOOD, "nog niet af")]
    front.close()


async def test_a_draft_is_offered_back_and_gone_once_said(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type("nog niet af")
        await w.press("ctrl+q")
    async with talking(fresh) as w:
        assert field(w).text == "nog niet af"
        await w.press("enter")
        assert said(w) == ["nog niet af"]
        assert w.desk.drafts() == ()


async def test_what_is_typed_is_on_disk_while_somebody_types_on(fresh: Path) -> None:
    async with talking(fresh) as w:
        for _ in range(40):
            await w.type("a")
            await w.pilot.pause(0.03)
        kept = w.desk.draft()
        assert set(kept) == {"a"}
        assert len(kept) >= 10


async def test_a_wrong_date_is_refused_in_a_sentence_and_the_text_stays(fresh: Path) -> None:
    async with talking(fresh, Place("personal-details", "person", "born-on")) as w:
        await w.type("30 februari")
        await w.press("enter")
        assert field(w).text == "30 februari"
        assert talk(w).notice.text
        assert "! " in w.text()
        assert w.desk.view.details == ()


async def test_undo_takes_back_the_last_thing(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type(WORDS)
        await w.press("enter", "ctrl+z")
        assert said(w) == []
        assert "Ongedaan gemaakt" in w.words()


async def test_undo_with_the_mouse(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type(WORDS)
        await w.press("enter")
        await w.click("Ongedaan maken")
        assert said(w) == []


async def test_ctrl_j_makes_a_line_and_the_field_grows_to_six(fresh: Path) -> None:
    async with talking(fresh, size=(120, 35)) as w:
        for _ in range(9):
            await w.type("x")
            await w.press("ctrl+j")
        assert field(w).region.height == 8
        await w.press("enter")
        assert said(w) == ["\n".join("x" * 9)]
        assert field(w).region.height == 3


async def test_more_than_fits_is_cut_and_said_to_be_cut(fresh: Path) -> None:
    async with talking(fresh) as w:
        field(w).type("a" * (LIMIT + 5000))
        await w.settled()
        assert len(field(w).text) == LIMIT
        assert "20000 tekens" in w.words()
        await w.press("enter")
        assert said(w) == ["a" * LIMIT]


async def test_letters_typed_on_the_row_of_keys_reach_the_answer(fresh: Path) -> None:
    async with talking(fresh) as w:
        talk(w).keys.focus()
        await w.settled()
        await w.type("toch")
        assert field(w).text == "toch"
        assert field(w).has_focus


async def test_somebody_else_speaks_by_mouse_and_by_keyboard(annie: Path) -> None:
    async with talking(annie) as w:
        people = {person.name: person.id for person in w.desk.view.people}
        w.desk.seat([w.desk.view.client, people["Sanne"], people["Karim"]])
        talk(w).show_again()
        await w.settled()
        await w.type("half")
        await w.click("Sanne", nth=1)
        assert w.desk.voice.name == "Sanne"
        assert "[Sanne]" in w.text()
        assert field(w).text == "half"
        talk(w).voices.focus()
        await w.press("right", "enter")
        assert w.desk.voice.name == "Karim"
        field(w).focus()
        await w.press("enter")
        assert w.desk.view.said("good-day-bad-day")[-1].voice.name == "Karim"


async def test_other_ways_to_ask_come_round_and_an_example_only_on_request(fresh: Path) -> None:
    async with talking(fresh) as w:
        turn = talk(w).turn
        assert len(turn.differently) >= 3
        assert all(example not in w.words() for example in turn.examples)
        for way in turn.differently:
            await w.press("f2")
            assert way in w.words()
        await w.press("f2")
        assert turn.question in w.words()
        await w.press("f3")
        assert turn.examples[0] in w.words()
        await w.press("f4")
        assert turn.ask_another[0] in w.words()


async def test_why_it_is_asked_can_be_read_at_any_question_parity(fresh: Path) -> None:
    """Line by line it is `/waarom`; where a topic begins it stands there by itself."""
    async with talking(fresh, Place("personal-details", "person")) as w:
        why = talk(w).turn.why
        assert why
        await w.press("f10")
        assert why in w.words()


async def test_two_sides_stand_beside_each_other_or_under_each_other(annie: Path) -> None:
    async with talking(annie, size=(80, 24)) as w:
        assert any("Een goede dag" in line and "Een slechte dag" in line for line in w.lines()[10:])
    async with talking(annie, size=(60, 30)) as w:
        assert not any("Een goede dag" in line and "Een slechte dag" in line for line in w.lines()[4:])


async def test_picking_with_a_number_a_click_and_enter(fresh: Path) -> None:
    place = Place("how-we-talk", "address")
    async with talking(fresh, place) as w:
        assert isinstance(talk(w).turn.input, Pick)
        await w.press("2")
        assert spoken_to(w) == "je"
        assert w.desk.place != place
        w.desk.go(place)
        talk(w).show_again()
        await w.settled()
        await w.click("Zeg maar u")
        assert spoken_to(w) == "u"


async def test_people_at_the_table_are_marked_and_a_new_one_is_typed(fresh: Path) -> None:
    async with talking(fresh, Place("at-the-table", "who")) as w:
        await w.type("Sanne")
        await w.press("enter")
        assert "Sanne" in [person.name for person in w.desk.present]
        assert "[x]" in w.text()
        assert "gekozen" in w.text()


async def test_order_by_keyboard_and_by_mouse(annie: Path) -> None:
    async with talking(annie, Place("goals", "priority"), size=(120, 35)) as w:
        order = talk(w).entry.order
        before = order.ids
        await w.press("enter", "down", "enter")
        assert order.ids == (before[1], before[0], *before[2:])
        assert [goal.id for goal in w.desk.view.active_goals()][:2] == [before[1], before[0]]
        titles = {item.id: item.title for item in order._items}
        await w.click(f"1 {titles[before[1]]}")
        await w.click(f"2 {titles[before[0]]}")
        assert order.ids == before


async def test_reading_goes_on_with_enter_alone(fresh: Path) -> None:
    async with talking(fresh, Place("welcome", "hello")) as w:
        await w.press("enter")
        assert w.desk.place == Place("welcome", "you-choose")


async def test_a_domain_is_chosen_for_what_is_said(fresh: Path) -> None:
    async with talking(fresh, Place("important-to", "important-to")) as w:
        shown = talk(w).turn.input
        assert isinstance(shown, Words)
        housing = next(d for d in shown.domains if d.id == "housing")
        assert isinstance(housing, Selectable)
        talk(w).domains.focus()
        await w.settled()
        await w.click(housing.title)
        await w.type(WORDS)
        await w.press("enter")
        assert w.desk.view.said("important-to")[-1].domain == "housing"


@pytest.mark.parametrize("size", SIZES)
async def test_mouse_alone_walks_and_comes_back(fresh: Path, size: tuple[int, int]) -> None:
    async with talking(fresh, Place("welcome", "hello"), size) as w:
        for key in ("Enter", "PgDn"):
            await w.click(f"{key} Verder")
            assert w.desk.place == Place("welcome", "you-choose")
            await w.click("Terug")
            assert w.desk.place == Place("welcome", "hello")
        await w.click("Overzicht")
        assert w.on_top == "MapScreen"


async def test_along_the_key_row_enter_does_what_is_marked_also_what_enter_itself_does(fresh: Path) -> None:
    async with talking(fresh, Place("welcome", "hello")) as w:
        talk(w).keys.focus_on("answer")
        await w.press("enter")
        assert w.desk.place == Place("welcome", "you-choose")
        talk(w).keys.focus_on("leave-talk")
        await w.press("enter")
        assert w.on_top == "MapScreen"


async def test_turning_a_page_keeps_the_same_widgets(annie: Path) -> None:
    async with talking(annie) as w:
        before = list(w.app.screen.walk_children())
        for _ in range(12):
            await w.press("f6")
        if w.on_top == "TalkScreen":
            assert list(w.app.screen.walk_children()) == before


async def test_too_small_a_window_says_so_and_loses_nothing(fresh: Path) -> None:
    async with talking(fresh) as w:
        await w.type("nog niet af")
        await w.pilot.resize_terminal(20, 5)
        await w.settled()
        assert "venster" in " ".join(line.strip() for line in w.lines())
        await w.pilot.resize_terminal(1, 1)
        await w.settled()
        await w.pilot.resize_terminal(80, 24)
        await w.settled()
        assert field(w).text == "nog niet af"
        assert field(w).has_focus


async def test_going_on_keeps_marks(annie: Path) -> None:
    async with talking(annie, Place("at-the-table", "who")) as w:
        await w.press("2")
        marked = set(talk(w).entry.pick.chosen)
        await w.press("pagedown")
        assert {person.id for person in w.desk.present} == marked
        assert len(marked) == 2


@pytest.mark.parametrize("key", ["pageup", "escape", "f9"])
async def test_marks_stay_a_draft_whichever_other_way_one_leaves_c18(annie: Path, key: str) -> None:
    who = Place("at-the-table", "who")
    async with talking(annie, who) as w:
        await w.press("2")
        desk, marked, before = w.desk, talk(w).entry.pick.chosen, w.desk.present
        await w.press(key)
        assert desk.present == before
        desk.go(who)
        assert desk.marks() == marked and len(marked) == 2


async def test_skipping_leaves_marks_as_they_were(annie: Path) -> None:
    async with talking(annie, Place("at-the-table", "who")) as w:
        before = w.desk.present
        await w.press("2", "f6")
        assert w.desk.present == before


async def test_what_is_held_is_put_down_when_one_leaves(annie: Path) -> None:
    async with talking(annie, Place("goals", "priority")) as w:
        before = talk(w).entry.order.ids
        await w.press("enter", "down", "escape")
        assert [goal.id for goal in w.desk.view.active_goals()][:2] == [before[1], before[0]]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_talk_ends_with_the_plan_on_one_page_to_take_home(annie: Path, size: tuple[int, int]) -> None:
    """Issue 9 §1; from there one comes back to the last page."""
    async with talking(annie, Place("sitting", "end", "who-am-i"), size) as w:
        assert "Op één bladzijde" in w.words()
        await w.press("ctrl+l")
        assert "op één bladzijde" in w.lines()[0]
        await w.press("escape")
        assert "Op één bladzijde" in w.words()


@pytest.mark.parametrize("size", SIZES)
async def test_two_of_her_sentences_are_read_back_large(annie: Path, size: tuple[int, int]) -> None:
    """Issue 9 §1. Large is what a terminal has for it: first on the page, bold, with white around each."""
    end, said = Place("sitting", "end", "who-am-i"), ("De zon op mijn gezicht.", "Een brief in de bus.")
    async with talking(annie, GOOD, size) as w:
        for words in said:
            w.desk.answer(Spoken(words))
        assert w.app.navigator is not None
        w.app.navigator.show_talk(end)
        await w.settled()
        reading = talk(w).entry.reading
        shown = [reading.render_line(y) for y in range(reading.size.height)]
        found = {words: y for y, line in enumerate(shown) for words in said if words in line.text}
        assert list(found) == list(said)
        assert all(shown[y - 1].text.strip() == "" for y in found.values())
        assert all(s.style and s.style.bold for words, y in found.items() for s in shown[y] if words in s.text)
        assert not any(s.style and s.style.bold for s in shown[0])
