"""The conversation: what fits on the screen and what gives way, the next topic, and the help about a topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.talk.talk_screen import TalkScreen
from tests.screens.test_talk_screen import GOOD, field, said, talk, talking
from tests.tools.window import SIZES, window
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Pick, Reading
from zlp_tui.plan.view import Place
from zlp_tui.script.loading import load_script

PICKS = (
    Place("domains", "cards"),
    Place("deciding-together", "role", "decider"),
    Place("at-the-table", "who"),
    Place("personal-details", "care", "wlz-ground"),
    Place("look-again", "dates", "drawn-up-with"),
)
NEXT_TOPIC = "F8 Volgend onderwerp"


@pytest.mark.parametrize("place", PICKS, ids=str)
async def test_all_answers_to_pick_from_are_on_a_usual_screen(annie: Path, place: Place) -> None:
    async with talking(annie, place) as w:
        shown = talk(w).turn.input
        assert isinstance(shown, Pick)
        assert 6 <= len(shown.options) <= 11
        words = w.words()
        assert all(option.title in words for option in shown.options)
        assert talk(w).question.region.bottom <= talk(w).keys.region.y
        assert talk(w).turn.question in words


@pytest.mark.parametrize("place", [PICKS[2], PICKS[3]], ids=str)
async def test_there_is_white_again_when_the_window_grows(annie: Path, place: Place) -> None:
    async with talking(annie, place) as w:
        assert talk(w).question.has_class("-tight")
        await w.pilot.resize_terminal(120, 35)
        await w.settled()
        assert not talk(w).question.has_class("-tight")


async def test_what_is_told_back_has_most_of_the_screen_u4(annie: Path) -> None:
    async with talking(annie) as w:
        w.desk.go_topic("who-am-i-read-back")
        talk(w).show_again()
        await w.settled()
        board = talk(w).question.board
        assert len(board.lines()) > 10
        assert board.size.height >= 10


async def test_each_small_step_stands_there_once(annie: Path) -> None:
    async with talking(annie, Place("agreements", "small-steps")) as w:
        w.desk.go(Place("agreements", "small-steps", w.desk.view.active_agreements()[0].id))
        talk(w).show_again()
        await w.settled()
        await w.type("Elke dag even lopen.")
        await w.press("enter")
        assert w.words().count("Elke dag even lopen.") == 2
        assert "Bewaard: “Elke dag even lopen.”" in w.words()
        assert "Wat gaan we doen?" not in w.words()


async def test_chips_follow_the_window(fresh: Path) -> None:
    async with talking(fresh, size=(60, 20)) as w:
        assert "iemand anders" not in w.words()
        await w.pilot.resize_terminal(120, 35)
        await w.settled()
        assert "iemand anders" in w.words()
        await w.pilot.resize_terminal(60, 20)
        await w.settled()
        assert "iemand anders" not in w.words()


@pytest.mark.parametrize("size", SIZES)
async def test_next_topic_leaves_the_words_as_a_draft(fresh: Path, size: tuple[int, int]) -> None:
    async with talking(fresh, size=size) as w:
        await w.type("nog niet af")
        await w.press("f8")
        assert w.desk.place.topic == "two-minutes"
        assert field(w).text == ""
        assert said(w) == []
        await w.press("f8", "pageup", "pageup")
        assert [(d.place, d.text) for d in w.desk.drafts()] == [(GOOD, "nog niet af")]


async def test_next_topic_leaves_marks_as_they_were(annie: Path) -> None:
    async with talking(annie, Place("at-the-table", "who")) as w:
        before = w.desk.present
        await w.press("2", "f8")
        assert w.desk.present == before
        assert w.desk.place.topic != "at-the-table"


async def test_after_the_last_topic_comes_the_map(fresh: Path) -> None:
    async with talking(fresh, Place("agreed", "together", "confirm")) as w:
        await w.press("f8")
        assert w.on_top == "MapScreen"


async def test_next_topic_by_mouse_and_from_the_list_of_all_that_can_be_done(fresh: Path) -> None:
    async with talking(fresh, Place("two-minutes", "two-minutes")) as w:
        await w.click(NEXT_TOPIC)
        assert w.desk.place.topic == "important-to"
        await w.press("ctrl+p")
        await w.type("volgend onderwerp")
        await w.press("enter")
        assert w.on_top == "TalkScreen"
        assert w.desk.place.topic == "important-for"


@pytest.mark.parametrize("size", SIZES)
async def test_next_topic_takes_the_row_no_line_more(fresh: Path, size: tuple[int, int]) -> None:
    async with talking(fresh, GOOD, size) as w:
        row = talk(w).keys
        shown = row.lines_in(size[0] - 2)
        row.show([action for action in talk(w).actions() if not action.spare])
        assert row.lines_in(size[0] - 2) == shown


async def test_arrows_pass_over_what_is_not_on_the_row(fresh: Path) -> None:
    async with talking(fresh, GOOD) as w:
        assert NEXT_TOPIC not in w.words()
        talk(w).keys.focus()
        for _ in range(len(talk(w).actions())):
            await w.press("right")
            assert any("▸" in line for line in w.lines()[-2:])


@pytest.mark.parametrize(
    ("place", "page"),
    [
        (Place("deciding-together", "role"), "deciding-together"),
        (Place("choices", "choice"), "deciding-together"),
        (GOOD, "talk"),
    ],
    ids=str,
)
async def test_f1_opens_the_page_about_the_topic(fresh: Path, place: Place, page: str) -> None:
    title = (places.content() / "nl" / "help" / f"{page}.md").read_text(encoding="utf-8").splitlines()[0]
    async with talking(fresh, place) as w:
        await w.press("f1")
        assert title.strip("# ") in w.text()
        await w.press("escape")
        assert isinstance(w.app.screen, TalkScreen)


def test_every_page_of_help_that_a_topic_names_is_there() -> None:
    script = load_script(places.content() / "nl")
    named = {topic.help for topic in script.topics} - {None}
    assert named == {"deciding-together"}
    assert all((places.content() / "nl" / "help" / f"{page}.md").is_file() for page in named)


@pytest.mark.parametrize("key", ["pagedown", "enter"])
async def test_a_page_that_is_read_is_seen_to_its_end_before_one_goes_on(annie: Path, key: str) -> None:
    """A notice that was never on the screen was kept as shown."""
    async with window(annie, "Willem Hoekstra", (60, 20)) as w:
        assert w.app.navigator is not None
        w.app.navigator.take_route("back")
        await w.settled()
        here, shown = talk(w).turn.place, w.words()
        last = "klachtenfunctionaris"
        assert last not in shown
        for _ in range(6):
            await w.press(key)
            if talk(w).turn.place != here:
                break
            shown = w.words()
        assert last in shown and talk(w).turn.place != here


@pytest.mark.parametrize("size", [(80, 24), (80, 25), (72, 22)])
async def test_the_first_page_of_a_look_back_is_seen_at_once(annie: Path, size: tuple[int, int]) -> None:
    """Without its white lines, where with them a part would be out of view; each paragraph has a sign then."""
    async with window(annie, "Joris Vos", size) as w:
        assert w.app.navigator is not None
        w.app.navigator.take_route("back")
        await w.settled()
        turn = w.desk.turn()
        assert isinstance(turn.input, Reading)
        for paragraph in turn.input.paragraphs:
            assert paragraph in w.words().replace("• ", ""), paragraph
        await w.press("pagedown")
        assert w.desk.turn().place != turn.place, "one key goes on"
