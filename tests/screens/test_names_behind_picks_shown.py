"""The screens tell the name of who picked something in the client's place, behind what is picked (issue 8, 1)."""

from __future__ import annotations

from pathlib import Path

from screens.navigation.routes import LETTER
from tests.tools.table import lay_table, speaks
from tests.tools.window import Window, window
from zlp_tui.conversation.ports.turn import Pick, Picked
from zlp_tui.plan.view import Place

PAUSE = Place("how-we-talk", "pause")


async def test_what_another_picked_has_their_name_at_the_question_and_in_the_letter(tmp_path: Path) -> None:
    table = lay_table(tmp_path)
    desk = table.desk
    speaks(desk, desk.join("Sanne")[0].id)
    turn = desk.go(PAUSE)
    assert isinstance(turn.input, Pick)
    picked = turn.input.options[0]
    desk.answer(Picked((picked.id,)))
    table.front.close()
    async with window(tmp_path, "Annie de Vries", (120, 35)) as w:
        navigator = w.app.navigator
        assert navigator is not None
        navigator.navigate(LETTER)
        await w.settled()
        assert _behind(w, picked.title) == "Sanne"
        navigator.show_talk(PAUSE)
        await w.settled()
        assert _behind(w, picked.title) == "gekozen · Sanne"


def _behind(w: Window, words: str) -> str:
    """What stands at the right of these words."""
    line = next(line for line in w.lines() if words in line)
    return line.partition(words)[2].strip(" ┃")
