"""Goals and agreements: seven questions a person can read, as cards or as the table, and where they come from (M31)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import HOSTILE, SIZES, Window, window
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place
from zlp_tui.text import clean, one_line


async def to_card(w: Window, number: int = 0) -> str:
    """Mark a card; its words."""
    card = w.desk.cards()[number]
    await w.reach(card.title[:8])
    return card.title


@pytest.mark.parametrize("size", SIZES)
async def test_one_card_is_open_and_shows_its_questions(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("a")
        await to_card(w)
        card = w.desk.cards()[0]
        assert len(card.rows) == 6
        labels = [label for label, _ in card.rows]
        seen: set[str] = set()
        for _ in range(60):
            seen |= {label for label in labels if label in w.text()}
            await w.press("down")
        assert seen == set(labels)
        await w.press("home")
        await to_card(w)
        await w.press("enter")
        assert labels[0] not in w.text()


async def test_in_a_wide_window_what_was_agreed_stands_on_one_row_and_how_it_went_on_the_next(annie: Path) -> None:
    """V130."""
    async with window(annie, ANNIE, (120, 35)) as w:
        await w.press("a")
        labels = [label for label, _ in w.desk.cards()[0].rows]
        for row in (labels[:3], labels[3:]):
            assert any(all(label in line for label in row) for line in w.lines())
        await to_card(w)
        first = w.desk.cards()[0].rows
        await w.press("down", "right")
        marked = next(line for line in w.lines() if "▸" in line)
        assert f"▸ “{first[1][1][0].text[:20]}" in marked, "the arrows go across as well"


@pytest.mark.parametrize("size", SIZES)
async def test_goals_stand_above_in_the_clients_order(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("a")
        shown = w.words()
        goals = [goal.text for goal in w.desk.view.active_goals()]
        assert goals
        places = [shown.index(f"{n}. “{goal[:20]}") for n, goal in enumerate(goals, start=1)]
        assert places == sorted(places)


@pytest.mark.parametrize("size", SIZES)
async def test_from_an_agreement_to_its_goal_to_the_wish_to_who_said_it(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        await w.press("a")
        await to_card(w)
        card = w.desk.cards()[0]
        await w.press("v")
        assert w.on_top == "TraceScreen"
        steps = w.desk.trace(card.ref)
        assert steps[0].text == card.title
        assert card.goal == steps[1].text
        assert any(step.asked for step in steps)
        for step in steps:
            await w.reach(one_line(step.text)[:20])
            assert step.by in w.text()


async def test_h_talks_about_the_marked_agreement(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("a")
        await to_card(w, 1)
        await w.press("h")
        assert w.on_top == "TalkScreen"
        assert (w.desk.place.item or "").startswith(w.desk.cards()[1].ref)


@pytest.mark.parametrize(("key", "topic"), [("n", "agreements"), ("d", "goals")])
async def test_something_new_is_a_conversation_too(annie: Path, key: str, topic: str) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("a", key)
        assert w.desk.place.topic == topic


async def test_with_the_mouse_only_a_card_opens_and_leads_to_its_words(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.click("Afspraken")
        first, second = w.desk.cards()[:2]
        await w.click(first.title[:20])
        assert first.rows[0][0] not in w.text()
        await w.click(second.title[:20])
        assert second.rows[0][0] in w.text()
        await w.click(second.rows[0][1][0].text[:20])
        assert w.on_top == "TraceScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_of_a_new_plan_it_is_friendly(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        await w.press("a")
        assert "Wat spreken we af?" in w.text()
        await w.press("enter", "v", "h")
        assert w.desk.place.topic == "agreements"


@pytest.mark.parametrize("row", HOSTILE)
async def test_hostile_words_are_shown_as_they_were_kept(fresh: Path, row: str) -> None:
    async with window(fresh, ANNIE, (60, 20)) as w:
        w.desk.go(Place("goals", "goal"))
        w.desk.answer(Spoken(HOSTILE[row]))
        w.desk.go_topic("agreements")
        w.desk.answer(Spoken(HOSTILE[row]))
        start = one_line(clean(HOSTILE[row]).text)[:4]
        await w.press("a")
        assert w.text().count(start) >= 2
        await w.press("end", "v")
        assert w.on_top == "TraceScreen"
        assert start in w.text()
