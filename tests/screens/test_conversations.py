"""The conversations on the screens: a new plan begins with the first one, and another can be held (issue 9 §1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.talk.conversations_screen import ConversationsScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, Window, opening, window
from zlp_tui.conversation.ports.turn import Pick, Reading, Words
from zlp_tui.plan.view import Place


async def _answer(w: Window) -> None:
    """A real answer to the question on the screen, and on to the next one."""
    match w.desk.turn().input:
        case Words(format="date"):
            await w.type("over 2 weken")
        case Words():
            await w.type("Fatima" if w.desk.place.topic == "people" else "Elke dag naar buiten.")
        case Pick(many=False):
            await w.press("1")
            return
        case _:
            pass
    await w.press("pagedown")


async def test_a_new_plan_begins_with_a_first_talk_that_ends_with_an_agreement(fresh: Path) -> None:
    async with opening(fresh, ANNIE, route=None) as w:
        assert "Een eerste gesprek" in w.text() and w.desk.route_title == "Een eerste gesprek"
        asked: list[Place] = []
        while w.on_top == "TalkScreen" and len(asked) < 40:
            if not isinstance(w.desk.turn().input, Reading):
                asked.append(w.desk.place)
            shown = w.words()
            await _answer(w)
        assert len(set(asked)) <= 25
        agreement, = w.desk.view.active_agreements()
        assert agreement.steps
        assert "“Elke dag naar buiten.”" in shown and "Dank u wel voor dit gesprek." in shown
        assert isinstance(w.page, ConversationsScreen), "what can come next"
        await w.press("down", "enter")
        assert w.on_top == "TalkScreen" and w.desk.route_title == "Het hele plan"


async def test_the_map_says_which_conversation_it_is_and_leads_to_the_others(fresh: Path) -> None:
    async with opening(fresh, ANNIE, route=None) as w:
        await w.press("escape")
        assert "· Een eerste gesprek" in w.text() and "F8 Ander gesprek" in w.words()
        await w.press("f8")
        assert isinstance(w.page, ConversationsScreen)
        assert "nu hier" in w.text() and "Dat duurt ongeveer 30 minuten." in w.text()
        assert "begonnen" not in w.text(), "a name for a new plan is not said in a conversation"
        await w.press("2", "enter")
        assert w.on_top == "TalkScreen" and w.desk.route_title == "Het hele plan"


@pytest.mark.parametrize("size", SIZES)
async def test_every_window_leads_to_the_conversations_without_a_letter(fresh: Path, size: tuple[int, int]) -> None:
    async with window(fresh, ANNIE, size) as w:
        named = [action for action in w.page.commands() if action.id == "conversations"]
        assert [(action.label, action.shown) for action in named] == [("Ander gesprek", "F8")]
        assert "F8 Ander gesprek" in w.words() or "Ctrl+P Meer" in w.words()
        await w.press("ctrl+p")
        await w.type("ander gesprek")
        await w.press("enter")
        assert isinstance(w.page, ConversationsScreen)


async def test_rights_are_reached_from_a_question_and_one_returns(fresh: Path) -> None:
    async with opening(fresh, ANNIE, route=None) as w:
        assert w.app.navigator is not None
        w.app.navigator.show_talk(Place("working", "sides", "works"))
        await w.press("ctrl+p")
        await w.type("Rechten en hulp")
        await w.press("enter")
        assert w.desk.place == Place("rights", "rights")
        await w.press("pagedown")
        assert w.desk.place == Place("working", "sides", "works")


async def test_after_a_talk_each_person_says_how_it_was_and_one_key_passes_over_it_v39(fresh: Path) -> None:
    async with opening(fresh, ANNIE, route=None) as w:
        w.desk.seat((w.desk.view.client, w.desk.join("Sanne")[0].id))
        assert w.app.navigator is not None
        how = Place("sitting", "how", "first")
        w.app.navigator.show_talk(how)
        await w.settled()
        assert "Hoe was dit gesprek?" in w.text()
        await w.press("3")
        assert (w.desk.place, w.desk.voice.name) == (how, "Sanne")
        await w.press("pagedown")
        assert w.desk.place != how
        talk, = w.desk.view.conversations
        assert [said.face for said in talk.experience] == ["good"]
