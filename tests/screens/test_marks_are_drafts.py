"""What is ticked, marked or put in order and not kept is a draft; and what “Bewaard” stands beside (C18)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.screens.test_nothing_by_accident import lists_of, shown
from tests.screens.test_talk_screen import talk
from tests.screens.test_whose_draft import speaks
from tests.tools.window import Window, door, opening, window
from zlp_tui.conversation.ports.turn import InOrder, Pick, Turn, Words
from zlp_tui.plan.view import Place

LISTS = ("many", "one", "order")


def kind_of(turn: Turn) -> str:
    if isinstance(turn.input, InOrder):
        return "order"
    assert isinstance(turn.input, Pick)
    return "many" if turn.input.many else "one"


def some(home: Path, kind: str, *, of_anybody: bool = False) -> Turn:
    """A question of this kind, of which not everything is chosen; `of_anybody`: whoever speaks answers it."""
    turns = (turn for turn in lists_of(home) if turn.place.topic != "at-the-table")
    turns = (turn for turn in turns if not (of_anybody and turn.answers))
    found = (turn for turn in turns if kind_of(turn) == kind)
    return next(turn for turn in found if not (kind == "one" and isinstance(turn.input, Pick) and turn.input.chosen))


def state(w: Window) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    """What stands in the list."""
    entry = talk(w).entry
    pick = talk(w).turn.input
    one = entry.pick.marked if isinstance(pick, Pick) and not pick.many else None
    return entry.pick.chosen, one, entry.order.ids


async def touch(w: Window, kind: str) -> None:
    """Tick, mark or move something, and keep none of it."""
    entry = talk(w).entry
    (entry.order if kind == "order" else entry.pick).focus()
    await w.settled()
    if kind == "many":
        await w.press("end", "up", "space")  # the last line may be one that leads to other questions
    elif kind == "one":
        await w.press("end", "up")
    else:
        await w.press("enter", "down")


@pytest.mark.parametrize("kind", LISTS)
async def test_what_is_not_kept_is_there_after_the_map_a_resize_and_a_kill_c18(year: Path, kind: str) -> None:
    turn = some(year, kind)
    async with window(year, ANNIE) as w:
        await shown(w, turn.place)
        before = state(w)
        await touch(w, kind)
        touched, view = state(w), w.desk.view
        assert touched != before
        talk(w).draft.flush()  # what the timer does within 0.4 s
        assert w.desk.view is view
        kept = w.desk.marks()
        assert kept is not None
        await w.pilot.resize_terminal(60, 20)
        await w.settled()
        assert state(w) == touched
        if kind != "order":  # what is being moved is put down when it is left
            await w.press("escape")
            assert w.app.navigator is not None and w.on_top == "MapScreen"
            w.app.navigator.show_talk()
            await w.settled()
            assert w.desk.place == turn.place and state(w) == touched
            assert w.desk.view is view, "nothing is answered by leaving"
        front = door(year)  # what is on disk now, as after a kill
        desk = front.open(front.find(ANNIE))
        desk.go(turn.place)
        assert desk.marks() == kept
        front.close()
    async with opening(year, ANNIE, times=2) as again:
        if again.on_top == "OpeningScreen":
            await again.press("enter")
        assert again.desk.place == turn.place or kind == "order"
        assert state(again) == touched or kind == "order"


@pytest.mark.parametrize("kind", ["many", "one"])
async def test_each_person_has_ticks_of_their_own_and_anothers_are_shown_as_theirs_f7(year: Path, kind: str) -> None:
    turn = some(year, kind, of_anybody=True)
    async with window(year, ANNIE) as w:
        client = w.desk.view.client_person
        sanne = next(person for person in w.desk.view.people if person.name == "Sanne")
        w.desk.seat((client.id, sanne.id))
        await shown(w, turn.place)
        await speaks(w, ANNIE)
        untouched = state(w)
        await touch(w, kind)
        hers = state(w)
        await speaks(w, "Sanne")
        assert state(w) == untouched, "none of hers at first"
        assert f"nog niet bewaard · {client.called}" in w.words()
        assert w.desk.marks() is None
        talk(w).entry.pick.focus()
        await w.press("end", *(("space",) if kind == "many" else ()))
        daughters = state(w)
        await speaks(w, ANNIE)
        assert state(w) == hers != daughters
        assert "nog niet bewaard · Sanne" in w.words()
        front = door(year)  # what is on disk now, as after a kill
        desk = front.open(front.find(ANNIE))
        desk.seat((client.id, sanne.id))
        desk.go(turn.place)
        asked = desk.turn().input
        assert isinstance(asked, Pick) and desk.marks() == w.desk.marks() is not None
        assert any("Sanne" in option.unkept for option in asked.options)
        desk.speak_as(sanne.id)
        assert desk.marks() is not None and desk.marks() != w.desk.marks()
        front.close()


@pytest.mark.parametrize("kind", LISTS)
async def test_skipping_forgets_and_going_on_answers_c18(year: Path, kind: str) -> None:
    turn = some(year, kind)
    async with window(year, ANNIE) as w:
        await shown(w, turn.place)
        before, view = state(w), w.desk.view
        await touch(w, kind)
        talk(w).draft.flush()
        await w.press("f6")
        if kind != "order":
            assert w.desk.view is view
            await shown(w, turn.place)
            assert state(w) == before and w.desk.marks() is None
        await touch(w, kind)
        await w.press("pagedown")
        w.desk.go(turn.place)
        assert w.desk.marks() is None


async def test_saved_never_stands_beside_the_next_question_and_says_what_was_kept_c18(year: Path) -> None:
    """For every way to answer that goes on, over all of the script."""
    went_on = 0
    async with window(year, ANNIE) as w:
        for turn in lists_of(year):
            if not await shown(w, turn.place):
                continue
            asked = talk(w).turn.input
            if isinstance(asked, Pick) and asked.options:
                await touch(w, kind_of(turn))
                await w.press("enter")
            if w.desk.place != turn.place:
                went_on += 1
                assert "Bewaard" not in w.words(), turn.place
                if "Vorige vraag: “" in w.words():
                    assert talk(w).notice.text.startswith("Vorige vraag: “")
        await shown(w, Place("personal-details", "person", "born-on"))
        assert isinstance(talk(w).turn.input, Words)
        talk(w).entry.field.put("")
        await w.type("2 mei 1946")
        await w.press("enter")
        told = talk(w).notice.text
        assert "Bewaard" not in w.words() and told.startswith("Vorige vraag: ") and "2 mei 1946" in told
    assert went_on > 8
