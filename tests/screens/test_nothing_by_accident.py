"""Nothing is answered by accident: untouched lists, keys that come too early or repeat, digits (B3, B10, C4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.parts.early_keys import TOO_EARLY
from tests.screens.conftest import ANNIE
from tests.screens.test_talk_screen import talk, talking
from tests.tools.keys import undrawn
from tests.tools.table import card_of
from tests.tools.window import SIZES, Window, door, window
from zlp_tui.conversation.ports.turn import InOrder, Pick, Turn, Words
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place

CHOOSE = "Kies er één, of PgDn: verder"
ADDRESS = Place("how-we-talk", "address")


def lists_of(home: Path) -> tuple[Turn, ...]:
    """One question for each step and form of input that is answered in a list, along all of the script."""
    front = door(home)
    desk = front.open(front.find(ANNIE))
    found: dict[tuple[str, str, type, bool], Turn] = {}
    for chapter in desk.map():
        for topic in chapter.topics:
            try:
                turn: Turn | None = desk.go_topic(topic.id)
            except NotFound:
                turn = None  # nothing can be asked here yet
            while turn is not None and turn.place.topic == topic.id:
                if isinstance(turn.input, InOrder) or (isinstance(turn.input, Pick) and turn.input.options):
                    many = isinstance(turn.input, Pick) and turn.input.many
                    found.setdefault((turn.place.topic, turn.place.step, type(turn.input), many), turn)
                turn = desk.forward()
    front.close()
    return tuple(found.values())


async def shown(w: Window, place: Place) -> bool:
    """Show a question; False when it is not the one that is asked there."""
    assert w.app.navigator is not None
    w.app.navigator.show_talk(place)
    with undrawn():  # on the way to what is done there, after which it is drawn
        await w.settled()
    return w.desk.place == place


async def test_enter_on_an_untouched_list_answers_nothing_and_says_how_b3(year: Path) -> None:
    picks = [turn for turn in lists_of(year) if isinstance(turn.input, Pick) and not turn.input.many]
    assert len(picks) > 12
    async with window(year, ANNIE) as w:
        for turn in picks:
            if not await shown(w, turn.place):
                continue
            asked, before = talk(w).turn.input, w.desk.view
            assert isinstance(asked, Pick)
            assert talk(w).entry.pick.marked == (asked.chosen[0] if asked.chosen else None), turn.place
            talk(w).entry.pick.focus()
            await w.press("enter")
            assert w.desk.view is before, turn.place
            if not asked.chosen:
                assert w.desk.place == turn.place
                assert CHOOSE in w.words() or (asked.can_add and talk(w).entry.typed)
            await shown(w, turn.place)
            await w.press("pagedown")
            assert w.desk.view is before, turn.place


async def test_a_list_answers_no_key_before_it_could_be_seen_c4(year: Path) -> None:
    async with window(year, ANNIE) as w:
        for turn in lists_of(year):
            if not await shown(w, turn.place):
                continue
            before, ids = w.desk.view, talk(w).entry.order.ids
            chosen = talk(w).entry.pick.chosen
            for key in ("1", "enter", "space", "1"):
                if talk(w).entry.pick.marked is None or key != "enter":
                    await w.press(key, after=TOO_EARLY / 5)
            assert (w.desk.view, w.desk.place) == (before, turn.place), turn
            assert (talk(w).entry.pick.chosen, talk(w).entry.order.ids) == (chosen, ids)


async def test_a_key_that_is_held_down_answers_one_question_c4(fresh: Path) -> None:
    async with talking(fresh) as w:
        card_of(w.desk, "physical-health")
        talk(w).show_again()
        await w.settled()
        assert isinstance(talk(w).turn.input, Pick)
        first = w.desk.place
        await w.press("3")
        assert w.desk.place != first
        second, view = w.desk.place, w.desk.view
        for _ in range(10):
            await w.press("3", after=TOO_EARLY / 10)
        assert (w.desk.place, w.desk.view) == (second, view)
        await w.press("3")
        assert w.desk.place != second


async def test_a_digit_that_is_held_down_ticks_once_c4(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        turn = next(t for t in lists_of(annie) if isinstance(t.input, Pick) and t.input.many and not t.input.chosen)
        await shown(w, turn.place)
        await w.press("1")
        for _ in range(3):
            await w.press("1", after=TOO_EARLY / 10)
        assert len(talk(w).entry.pick.chosen) == 1


async def test_digits_never_die_b10(year: Path) -> None:
    """From every list, whatever had the focus and whatever was typed before, a digit is the line with that number."""
    async with window(year, ANNIE) as w:
        here = [person.id for person in w.desk.present]
        for turn in lists_of(year):
            for state in ("board", "letters", "voices", "message"):
                w.desk.seat(here)  # a digit may have sent somebody away
                if not await shown(w, turn.place):
                    continue
                entry = talk(w).entry
                match state:
                    case "board" if talk(w).question.board.allow_focus():
                        talk(w).question.board.focus()
                    case "letters" if not entry.takes_words:
                        await w.type("ja")
                    case "voices" if talk(w).voices.display:
                        talk(w).voices.focus()
                    case "message" if not entry.takes_words:
                        await w.press("enter") if entry.pick.marked is None else None
                    case _:
                        continue
                await w.settled()
                before = (w.desk.view, w.desk.place, entry.pick.chosen, entry.order._held)
                await w.press("1")
                now = (w.desk.view, w.desk.place, entry.pick.chosen, entry.order._held)
                assert now != before, (turn.place, state)
                if isinstance(turn.input, InOrder):
                    await w.press("1")


@pytest.mark.parametrize("size", SIZES)
async def test_an_arrow_marks_and_enter_then_picks_b3(fresh: Path, size: tuple[int, int]) -> None:
    async with talking(fresh, Place("deciding-together", "role"), size) as w:
        here = w.desk.place
        assert talk(w).entry.pick.marked is None
        await w.press("down", "enter")
        assert w.desk.place != here


async def test_text_fields_take_every_key_at_once_c4(fresh: Path) -> None:
    async with talking(fresh) as w:
        assert isinstance(talk(w).turn.input, Words)
        for letter in "aaa 222":
            await w.press("space" if letter == " " else letter, after=0.0)
        assert talk(w).entry.field.text == "aaa 222"
