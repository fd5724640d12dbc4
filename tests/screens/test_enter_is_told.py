"""What Enter does is told before it is pressed, on every screen and at every question (C3, C5, C7, C8)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from screens.navigation.routes import AGREEMENTS, NOTE, PARTICIPANTS
from screens.parts.actions import ENTER
from tests.screens.conftest import ANNIE
from tests.screens.test_nothing_by_accident import shown
from tests.screens.test_talk_screen import talk
from tests.tools.everywhere import every_screen, show
from tests.tools.window import Window, door, opening, window
from zlp_tui.conversation.ports.turn import InOrder, Pick, Reading, Turn, Words
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import PlanView

TYPED = {"text": "Zo is het goed", "date": "3 mei 2027", "email": "a@b.nl", "phone": "06 12345678", "bsn": "999999990"}


def told(w: Window) -> str:
    """What Enter does now, as the key row says it, or the border of the field that has the focus."""
    in_field = getattr(w.page.focused, "border_subtitle", None)
    if in_field:
        return str(in_field).removeprefix(f"{ENTER}: ").capitalize()
    return next((action.label for action in w.page.actions() if action.shown == ENTER and action.on_row), "")


def questions_of(home: Path) -> tuple[Turn, ...]:
    """One question for each step and form of input, along all of the script."""
    front = door(home)
    desk = front.open(front.find(ANNIE))
    found: dict[tuple[str, str, type, bool], Turn] = {}
    for topic in [topic for chapter in desk.map() for topic in chapter.topics]:
        try:
            turn: Turn | None = desk.go_topic(topic.id)
        except NotFound:
            turn = None  # nothing can be asked here yet
        while turn is not None and turn.place.topic == topic.id:
            many = getattr(turn.input, "many", False)
            found.setdefault((turn.place.topic, turn.place.step, type(turn.input), many), turn)
            turn = desk.forward()
    front.close()
    return tuple(found.values())


def said(view: PlanView) -> PlanView:
    """The plan without who sat here when, and what was read to them."""
    return replace(view, conversations=(), notices=())


def snapshot(w: Window) -> tuple[object, ...]:
    return w.on_top, w.desk.view, w.desk.place, w.desk.voice, w.text()


async def enter_does_what_is_told(w: Window, where: object) -> None:
    """Press Enter, and compare what it did with what was told."""
    label, view, place, voice = told(w), w.desk.view, w.desk.place, w.desk.voice
    assert label in w.text() or f"Enter: {label.lower()}" in w.text(), where
    await w.press("enter")
    if w.page.notice.refusal:  # such as a day that is none, or a name that is asked twice
        return
    wrote = said(w.desk.view) != said(view)
    went = (w.desk.place, w.desk.voice, w.on_top) != (place, voice, "TalkScreen")
    expected = {
        "Verder": (False, True), "Bewaren": (True, False), "Bewaren en verder": (True, True),
        "Eerst kiezen": (False, False),
    }.get(label)
    if label == "Kiezen":
        assert wrote or went, where
    else:
        assert expected is not None, (where, label)
        assert (wrote, went) in (expected, (False, expected[1])), (where, label, wrote, went)


@pytest.mark.timeout(240)
async def test_enter_does_what_was_told_at_every_question_c5(year: Path) -> None:
    questions = questions_of(year)
    assert {type(turn.input) for turn in questions} == {Words, Pick, InOrder, Reading}
    async with window(year, ANNIE) as w:
        here = [person.id for person in w.desk.present]
        for turn in questions:
            for state in ("untouched", "typed", "marked"):
                w.desk.seat(here)
                if not await shown(w, turn.place) or isinstance(turn.input, InOrder):
                    continue
                entry, asked = talk(w).entry, talk(w).turn.input
                match state, asked:
                    case "typed", Words():
                        entry.field.put("")
                        await w.type(TYPED[asked.format])
                    case "typed", Pick(can_add=True):
                        entry.field.focus()
                        await w.settled()
                        await w.type("Truus Peters")
                    case "marked", Pick(many=True, options=options) if options:
                        entry.pick.focus()
                        await w.press("space")
                    case "marked", Pick(options=options) if options:
                        entry.pick.focus()
                        await w.press("down")
                    case "untouched", _:
                        pass
                    case _:
                        continue
                await w.settled()
                await enter_does_what_is_told(w, (turn.place, state))
                await w.settled()
                w.desk.undo()
                w.desk.keep_draft("")


async def test_the_order_question_tells_what_enter_does_and_how_to_leave_c7(year: Path) -> None:
    turn = next(t for t in questions_of(year) if isinstance(t.input, InOrder) and len(t.input.items) > 1)
    async with window(year, ANNIE, keymap={"next-question": "ctrl+g"}) as w:
        await shown(w, turn.place)
        assert told(w) == "Regel pakken"
        assert "Ctrl+G: verder" in w.words()
        assert "PgDn" not in w.text()
        await w.press("enter")
        assert told(w) == "Hier neerzetten"
        await w.press("enter", "ctrl+g")
        assert w.desk.place != turn.place


async def test_enter_is_told_on_every_screen_where_it_does_something_c5(year: Path) -> None:
    """And nowhere is it told where it does nothing."""
    async with window(year, ANNIE) as w:
        names = []
        async for name in every_screen(w):
            names.append(name)
            if name in ("talk", "commands", "map"):
                continue
            label, before = told(w), snapshot(w)
            assert not label or label in w.text(), name
            await w.press("enter")
            assert bool(label) == (snapshot(w) != before), (name, label)
            if name == "help":
                assert not label
        assert len(names) > 16


async def test_space_seats_and_enter_goes_on_at_the_opening_and_later_c8(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        for _ in ("opening", "later"):
            here = w.desk.present
            assert told(w) == "Verder"
            assert re.search(r"Spatiebalk Erbij of niet", w.text())
            await w.press("down", "space")
            assert len(w.desk.present) == len(here) - 1
            await w.press("space", "enter")
            assert (w.on_top, {p.id for p in w.desk.present}) == ("TalkScreen", {p.id for p in here})
            await show(w, PARTICIPANTS, "")


async def test_nobody_at_the_table_is_refused_at_the_opening_and_later_c8(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        for screen in ("OpeningScreen", "ParticipantsScreen"):
            place = w.desk.place
            w.desk.seat(())
            await w.press("h" if screen == "OpeningScreen" else "pagedown", "enter")
            assert (w.on_top, w.desk.place) == (screen, place)
            await w.press("space", "enter")
            await show(w, PARTICIPANTS, "")


async def test_the_field_for_a_name_tells_what_enter_does_c5(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("w", "n")
        assert told(w) == "Naar de lijst"
        await w.type("Truus")
        assert told(w) == "Komt erbij"
        await w.press("enter")
        assert "Truus" in [person.name for person in w.desk.present]


@pytest.mark.parametrize("route", [AGREEMENTS, NOTE], ids=lambda route: route.name)
async def test_a_digit_chooses_wherever_lines_are_numbered_c3(year: Path, route: object) -> None:
    async with window(year, ANNIE) as w:
        if route is NOTE:
            await w.press("g", "enter", "down", "down", "enter")
        else:
            await w.press("a")
        before = snapshot(w)
        assert re.search(r"\b1\.? ", w.text())
        await w.press("1")
        assert snapshot(w)[0] == "TraceScreen" or snapshot(w) != before


async def test_no_line_is_numbered_where_digits_do_nothing_c3(year: Path) -> None:
    async with window(year, ANNIE) as w:
        async for name in every_screen(w):
            numbered = [line for line in w.lines() if re.match(r"^ {2,8}(▸ |  )(\[.\] )?[1-9]\.? [“A-Z]", line)]
            before = snapshot(w)
            if numbered:
                await w.press("1")
                assert snapshot(w) != before, (name, numbered)
