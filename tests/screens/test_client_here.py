"""On screen the client shows that they are here, and opens for now what is folded (decision 0056)."""

from __future__ import annotations

from pathlib import Path

from screens.app import StartAt
from screens.navigation.routes import PARTICIPANTS
from tests.conversation.test_client_at_table import lay_sitting
from tests.screens.test_lock_screens import ANNIE, at_the_lock, done, say
from tests.tools.locked import WORDS, home_lock
from tests.tools.marked import marks

FOLDED_HERE = "Hier staat iets wat niet"
"""The first words of the line: it stands in a column."""


async def test_the_client_gives_their_words_at_the_table_and_opens_what_is_folded(tmp_path: Path) -> None:
    sitting = lay_sitting(tmp_path)
    sitting.front.close()
    async with at_the_lock(home_lock(tmp_path), tmp_path, (100, 30), StartAt(ANNIE, "important-to")) as w:
        await say(w, WORDS)
        w.desk.seat([sitting.client, sitting.sanne])
        assert w.app.navigator is not None
        w.app.navigator.talk.show_again()
        await w.settled()
        assert FOLDED_HERE in w.words() and not marks(w.text())
        await w.press("ctrl+r")
        assert "Alleen Annie de Vries kan dit openen" in w.words() and not marks(w.text())
        w.app.navigator.navigate(PARTICIPANTS)
        await w.settled()
        await w.press("f7")
        await say(w, "lepel wolk fiets winter")
        assert not w.desk.client_at_table.is_confirmed
        await w.press(*["backspace"] * 30)
        await say(w, WORDS)
        assert w.on_top == "ParticipantsScreen" and "praat nu, is er zelf bij" in w.words()
        await w.press("escape")
        await done(w)
        await w.press("ctrl+r")
        assert any("important-to" in mark for mark in marks(w.text())) and FOLDED_HERE not in w.words()
        await w.press("f12")
        await say(w, WORDS)
        assert FOLDED_HERE in w.words() and not marks(w.text())
