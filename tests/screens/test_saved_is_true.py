"""“Bewaard” stands on a screen only where something was written, and where it stood already that is said (F11)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from screens.base_entry_screen import BaseEntryScreen
from screens.participants_screen import ParticipantsScreen
from screens.parts.base_screen import BaseScreen
from screens.statement_screen import StatementScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import Window, window
from zlp_tui.conversation.ports.turn import Spoken

STOOD = "Dit stond er al zo. Er is niets veranderd."


async def to_statement(w: Window) -> StatementScreen:
    """The screen of something that the client said."""
    assert w.app.navigator is not None
    w.desk.go_topic("good-day-bad-day")
    ref = w.desk.answer(Spoken("Koffie.")).refs[0]
    from screens.routes import STATEMENT

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
    await w.press("enter", "enter", "enter")
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


AGAIN: dict[str, Callable[[Window], Awaitable[None]]] = {
    "said anew": said_anew, "said by": said_by_the_same, "part of life": the_same_part_of_life,
    "name": the_same_name, "told": told_back_twice, "done with": done_with_the_same, "ended": ended_the_same,
    "where to": where_to_twice,
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
