"""The page of all parts of life: the first chosen comes first; the last line leads to the cards (decision 0027)."""

from __future__ import annotations

from pathlib import Path

from screens.navigation.routes import PARTICIPANTS
from screens.talk.participants_screen import ParticipantList
from tests.screens.test_talk_screen import talk, talking
from tests.tools.table import card_of
from zlp_tui.conversation.ports.turn import Picked
from zlp_tui.plan.view import Place

PAGE = Place("domains", "cards")


async def test_what_is_chosen_first_is_the_first_and_the_last_line_leads_to_the_cards(fresh: Path) -> None:
    async with talking(fresh, PAGE) as w:
        await w.press("6", "1", "2", "2")
        assert talk(w).entry.pick.chosen == ("housing", "physical-health")
        assert "[1.] 6 Wonen" in w.text() and "[2.] 1 Mijn lichaam" in w.text()
        await w.press("end")
        assert "Enter Kiezen" in w.text(), "it is taken at once, whatever else is ticked"
        await w.press("enter")
        assert w.desk.place == Place("domains", "cards", "physical-health")
        assert {d.id: d.order for d in w.desk.view.domains if d.relevance} == {"housing": 1, "physical-health": 2}


async def test_another_order_of_the_same_is_a_draft_and_then_an_answer(fresh: Path) -> None:
    async with talking(fresh, PAGE) as w:
        await w.press("6", "1", "enter")
        w.desk.go(PAGE)
        talk(w).show_again()
        await w.settled()
        await w.press("6", "6")
        assert talk(w).draft.marks() == ("physical-health", "housing")
        await w.press("pagedown")
        assert {d.id: d.order for d in w.desk.view.domains if d.relevance} == {"physical-health": 1, "housing": 2}


async def test_with_whom_one_talks_later_stands_where_one_sits_down(fresh: Path) -> None:
    async with talking(fresh, PAGE) as w:
        card_of(w.desk, "housing")
        w.desk.answer(Picked(("later",)))
        w.desk.forward()
        w.desk.answer(Picked((), added="Lies"))
        assert w.app.navigator is not None
        w.app.navigator.navigate(PARTICIPANTS)
        await w.settled()
        assert "voor een gesprek over “Wonen”" in w.words()


async def test_who_sits_down_beside_intimate_words_finds_none_of_them_v96(fresh: Path) -> None:
    """Not the question, nor what was just kept, nor what undo says of it (decision 0042)."""
    private = "sexuality-and-intimacy"
    async with talking(fresh, PAGE) as w:
        w.desk.answer(Picked(("housing",)))
        w.desk.go(Place("domains", "cards", f"{private}/leave"))
        w.desk.answer(Picked(("yes",)))
        sanne, _ = w.desk.join("Sanne")
        w.desk.go(Place("parts-of-my-life", "good", private))
        talk(w).show_again()
        await w.settled()
        await w.type("Samen in bed.")
        await w.press("enter")
        await w.type("Half getypt.")
        assert "Samen in bed." in w.words()
        assert w.app.navigator is not None
        w.app.navigator.navigate(PARTICIPANTS)
        await w.settled()
        w.app.screen.query_one(ParticipantList).mark(sanne.id)
        await w.press("space", "escape")
        assert w.desk.place.topic == "parts-of-my-life" and [p.id for p in w.desk.present][1:] == [sanne.id]
        told = w.words()
        assert "Samen in bed" not in told and "Half getypt" not in told and "ntimi" not in told
        await w.press("ctrl+z")
        assert "Iets wat privé is." in w.words() and "Samen in bed" not in w.words()
