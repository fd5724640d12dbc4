"""The copies of a plan on screen: made, gone back to with what differs, and a second folder (issue 11 §4)."""

from __future__ import annotations

from pathlib import Path

from screens.app import StartAt
from tests.screens.test_lock_screens import ANNIE, at_the_lock, done, say
from tests.tools.locked import WORDS, home_lock, locked_plans
from zlp_tui.conversation.ports.turn import Spoken


async def test_a_copy_is_made_and_gone_back_to_and_the_plan_closes(tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    stick.mkdir()
    locked_plans(home, ANNIE)
    async with at_the_lock(home_lock(home), home, (110, 35), StartAt(ANNIE, "two-minutes")) as w:
        await say(w, WORDS)
        assert w.desk.answer(Spoken("Koffie.")).written
        await w.press("escape", "f10")
        assert w.on_top == "CopiesScreen" and "Er is nog geen kopie." in w.text()
        await w.press("1")
        await done(w)
        assert "✓ Er is nu een kopie." in w.words() and "iemand vroeg erom" in w.words()
        await w.press("2")
        await say(w, str(stick))
        assert "✓ Kopieën staan daar nu ook." in w.words()
        w.desk.go_topic("two-minutes")
        assert w.desk.answer(Spoken("Thee.")).written
        await w.press("3")
        await done(w)
        assert "Teruggaan naar de kopie van" in w.words() and "Dat staat niet in de kopie" in w.words()
        await w.press("2")
        assert w.on_top == "CopiesScreen", "no: nothing was done"
        await w.press("3")
        await done(w)
        await w.press("1")
        await done(w)
        assert w.on_top == "HomeScreen", w.words()
        assert "De kopie is nu het plan." in w.words()
        await w.press("enter", "escape")
        await w.settled()
        assert [said.text for said in w.desk.view.statements] == ["Koffie."]
        await w.press("f10")
        assert "Er gaat geen kopie weg tot iemand zegt dat alles klopt." in w.words()
        await w.press("2")
        assert "✓ Oude kopieën gaan weer weg." in w.words()
