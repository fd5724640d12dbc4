"""Beside the words of somebody else one says something oneself, and comes back to them (B2)."""

from __future__ import annotations

from pathlib import Path

from screens.navigation.routes import STATEMENT
from tests.screens.conftest import ANNIE
from tests.tools.window import window
from zlp_tui.conversation.ports.turn import Spoken


async def test_an_answer_beside_stands_under_who_types_and_the_line_stays_b2(fresh: Path) -> None:
    async with window(fresh, ANNIE) as w:
        w.desk.go_topic("good-day-bad-day")
        ref = w.desk.answer(Spoken("Koffie.")).refs[0]
        sanne, _ = w.desk.join("Sanne")
        w.desk.sit_at_keyboard(sanne.id)
        w.desk.speak_as(sanne.id)
        assert w.app.navigator is not None
        w.app.navigator.navigate(STATEMENT, ref, lambda: None)
        await w.settled()
        await w.reach("Ik zeg er iets bij")
        await w.press("enter")
        await w.reach("Een antwoord erbij")
        await w.press("enter")
        assert "“Koffie.”" in w.words() and "[Sanne]" in w.words()
        await w.type("Met een koekje.")
        await w.press("enter")
        assert w.on_top == "StatementScreen" and w.page.notice.text == "Bewaard: “Met een koekje.”"
        said = [(line.text, line.voice.name, line.side) for line in w.desk.view.live_statements]
        assert said == [("Koffie.", ANNIE, "good"), ("Met een koekje.", "Sanne", "good")]
        assert w.desk.follow_up.draft("beside", ref) == ""
