"""“Bewaard” stands on a screen only where something was written, and where it stood already that is said (F11)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.follow_up.statement_screen import StatementScreen
from screens.navigation.routes import KEYBOARD_USER
from screens.parts.base_screen import BaseScreen
from screens.talk.participants_screen import ParticipantsScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import Window, opening, window
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place

STOOD = "Dit stond er al zo. Er is niets veranderd."


async def to_statement(w: Window) -> StatementScreen:
    """The screen of something that the client said."""
    assert w.app.navigator is not None
    w.desk.go_topic("good-day-bad-day")
    ref = w.desk.answer(Spoken("Koffie.")).refs[0]
    from screens.navigation.routes import STATEMENT

    w.app.navigator.navigate(STATEMENT, ref, lambda: None)
    await w.settled()
    assert isinstance(w.page, StatementScreen)
    return w.page


async def said_anew(w: Window) -> None:
    (await to_statement(w)).start_typing()
    await w.press("enter")


async def said_by_the_same(w: Window) -> None:
    page = await to_statement(w)
    page.is_of(w.desk.view.client)


async def the_same_part_of_life(w: Window) -> None:
    page = await to_statement(w)
    page.tag("housing")
    await w.settled()
    assert "Bewaard" in w.text()
    page.tag("housing")


async def the_same_name(w: Window) -> None:
    await w.press("w")
    await w.reach("Karim")
    await w.press("c")
    assert isinstance(w.page, StatementScreen)
    w.page.start_typing()
    await w.press("enter")


async def told_back_twice(w: Window) -> None:
    ref = w.desk.follow_up.leave("remark", "Koud.").refs[0]
    w.desk.follow_up.done_with(ref, "Gebeld.")
    await w.press("o", "enter")
    await w.reach("verteld")
    w.desk.follow_up.told_back(ref)
    await w.press("enter")


async def done_with_the_same(w: Window) -> None:
    ref = w.desk.follow_up.leave("remark", "Koud.").refs[0]
    w.desk.follow_up.done_with(ref, "Gebeld.")
    await w.press("o", "enter", "enter")
    assert isinstance(w.page, BaseEntryScreen)
    await w.type("Gebeld.")
    await w.press("enter")


async def ended_the_same(w: Window) -> None:
    no = w.desk.follow_up.disagree(w.desk.view.live_statements[0].id, "Nee.").refs[0]
    w.desk.follow_up.ended(no, "Allebei.")
    await w.press("ctrl+p")
    await w.type("niet mee eens")
    await w.press("enter", "enter")
    await w.reach("Zeggen hoe het afliep")
    await w.press("enter")
    assert isinstance(w.page, BaseEntryScreen)
    await w.type("Allebei.")
    await w.press("enter")


async def where_to_twice(w: Window) -> None:
    no = w.desk.follow_up.disagree(w.desk.view.live_statements[0].id, "Nee.").refs[0]
    await w.press("ctrl+p")
    await w.type("niet mee eens")
    await w.press("enter", "enter", "enter")
    await w.reach("cliëntondersteuner")
    w.desk.follow_up.take_to(no, "supporter")
    await w.press("enter")


async def taken_back_twice(w: Window) -> None:
    page = await to_statement(w)
    w.desk.withdraw(page.ref)
    page.withdraw()


async def remark_taken_back_twice(w: Window) -> None:
    ref = w.desk.follow_up.leave("remark", "Koud.").refs[0]
    await w.press("o", "enter")
    await w.reach("Terugnemen")
    w.desk.withdraw(ref)
    await w.press("enter")


async def ended_twice(w: Window) -> None:
    await to_reasons(w)
    w.desk.ending.end(w.desk.ending.day(""), "Verhuisd")
    await w.press("enter")


async def taken_up_twice(w: Window) -> None:
    w.desk.ending.end(w.desk.ending.day(""), "")
    await w.press("ctrl+k")
    await w.reach("oppakken")
    w.desk.ending.take_up_again()
    await w.press("enter")


async def to_reasons(w: Window) -> None:
    await w.press("ctrl+k")
    await w.reach("Sinds vandaag")
    await w.press("enter")
    await w.reach("Verhuisd")


AGAIN: dict[str, Callable[[Window], Awaitable[None]]] = {
    "said anew": said_anew, "said by": said_by_the_same, "part of life": the_same_part_of_life,
    "name": the_same_name, "told": told_back_twice, "done with": done_with_the_same, "ended": ended_the_same,
    "where to": where_to_twice, "taken back": taken_back_twice, "remark taken back": remark_taken_back_twice,
    "ended plan": ended_twice, "plan taken up": taken_up_twice,
}


@pytest.mark.parametrize("kind", AGAIN)
async def test_what_stands_there_already_is_not_said_to_be_saved_f11(annie: Path, kind: str) -> None:
    async with window(annie, ANNIE) as w:
        await AGAIN[kind](w)
        await w.settled()
        assert isinstance(w.app.screen, BaseScreen)
        assert (w.page.notice.text, "Bewaard" in w.text()) == (STOOD, False)
        assert "Ongedaan maken" not in w.page.notice.text


async def test_who_sits_here_already_does_not_join_again_f11(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("w", "n")
        assert isinstance(w.page, ParticipantsScreen)
        before = w.desk.present
        await w.type("annie de vries")
        await w.press("enter")
        assert "zit hier al. Er is niets veranderd." in w.words()
        assert w.desk.present == before


async def at_words(w: Window) -> None:
    assert w.app.navigator is not None
    w.app.navigator.show_talk(Place("good-day-bad-day", "sides", "good"))
    await w.settled()
    await w.type("Koffie bij het raam.")


async def at_consent(w: Window) -> None:
    assert w.app.navigator is not None
    w.app.navigator.show_topic("agreed")
    await w.settled()
    await w.press("down")


async def at_remark(w: Window) -> None:
    await w.press("o", "o")
    await w.type("De bel is stuk.")


async def at_beside(w: Window) -> None:
    await to_statement(w)
    await w.reach("Ik zeg er iets bij")
    await w.press("enter", "enter")
    await w.type("Met een koekje.")


async def at_taking_back(w: Window) -> None:
    await to_statement(w)
    await w.reach("Terugnemen")


async def at_taking_up(w: Window) -> None:
    w.desk.ending.end(w.desk.ending.day(""), "")
    await w.press("ctrl+k")
    await w.reach("oppakken")


async def at_who_types(w: Window) -> None:
    assert w.app.navigator is not None
    w.app.navigator.navigate(KEYBOARD_USER, lambda: None)
    await w.settled()
    await w.press("down")


async def at_seats(w: Window) -> None:
    await w.press("w")


WALK: dict[str, Callable[[Window], Awaitable[None]]] = {
    "answer": at_words, "consent": at_consent, "remark": at_remark, "beside": at_beside, "ended plan": to_reasons,
    "taken up again": at_taking_up, "taken back": at_taking_back, "who types": at_who_types, "who sits here": at_seats,
}
"""What is done up to the Enter that keeps it, or that keeps nothing."""
SAID = ("Bewaard", "Teruggenomen", "Vorige vraag: ")


def changes_of(home: Path) -> int:
    """How many Changes the store has."""
    with closing(dbapi2.connect(str(places.store_file(home)))) as connection:
        return int(connection.execute("SELECT count(*) FROM change").fetchone()[0])


@pytest.mark.parametrize("kind", WALK)
async def test_saved_is_said_exactly_where_something_was_kept_law_f11(annie: Path, kind: str) -> None:
    async with window(annie, ANNIE) as w:
        await WALK[kind](w)
        before = changes_of(annie)
        await w.press("enter")
        assert w.page.notice.text.startswith(SAID) == (changes_of(annie) > before), w.text()


async def test_an_opening_that_keeps_nothing_says_nothing_f11(annie: Path) -> None:
    before = changes_of(annie)
    async with opening(annie, ANNIE) as w:
        assert w.on_top == "OpeningScreen"
        await w.press("enter")
        assert "Bewaard" not in w.text() and changes_of(annie) == before
