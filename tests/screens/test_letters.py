"""A letter does the same on every screen of a plan, and what is not on the row of a small window is in the list of all.

The table is the source for anybody who gives a screen a new key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from screens.doors import Doors
from screens.parts.actions import Action
from screens.plan_page import PlanPage
from tests.screens.conftest import ANNIE
from tests.tools.window import Window, window

LETTERS = {
    "a": {"agreements"},
    "b": {"history"},
    "d": {"goals"},
    "e": {"editions"},
    "g": {"note"},
    "h": {"talk", "look-now", "now", "agree"},  # talk about this: what is marked, the year, the plan
    "i": {"new-since"},
    "j": {"due"},
    "k": {"choices"},
    "l": {"letter"},
    "m": {"nice"},
    "n": {"new", "name"},  # one more of what stands here
    "o": {"remarks", "remark", "disagree"},  # something to say of it
    "p": {"speak"},
    "r": {"results"},
    "s": {"then-and-now", "next"},  # two plans beside each other
    "t": {"colours"},
    "u": {"undo"},
    "v": {"trace", "rename"},  # at the table a name has no other words behind it
    "w": {"table"},
    "x": {"switch", "otherwise"},  # what is different
}
SCREENS: dict[str, Callable[[Doors, str], None]] = {
    "MapScreen": lambda doors, ref: doors.open_map(),
    "LetterScreen": lambda doors, ref: doors.open_letter(),
    "AgreementsScreen": lambda doors, ref: doors.open_agreements(),
    "ChoicesScreen": lambda doors, ref: doors.open_choices(),
    "TableScreen": lambda doors, ref: doors.open_table(),
    "NoteScreen": lambda doors, ref: doors.open_note(None),
    "RemarksScreen": lambda doors, ref: doors.open_remarks(None),
    "DisagreeScreen": lambda doors, ref: doors.open_disagree(None),
    "NewSinceScreen": lambda doors, ref: doors.open_new_since(),
    "DueScreen": lambda doors, ref: doors.open_due(),
    "ResultsScreen": lambda doors, ref: doors.open_results(),
    "ThenAndNowScreen": lambda doors, ref: doors.open_then_and_now(None, None),
    "EditionsScreen": lambda doors, ref: doors.open_editions(),
    "HistoryScreen": lambda doors, ref: doors.open_history(ref),
    "TraceScreen": lambda doors, ref: doors.open_trace(ref),
    "StatementScreen": lambda doors, ref: doors.open_statement(ref, lambda: None),
}


def letters(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Each letter, and what it does."""
    return [(key, action.name) for action in actions for key in action.keys if len(key) == 1]


@pytest.mark.parametrize("name", SCREENS)
async def test_a_letter_does_the_same_everywhere(year: Path, name: str) -> None:
    async with window(year, ANNIE, (60, 20)) as w:
        await _open(w, name)
        pressed = letters(w.page.actions())
        assert len({letter for letter, _ in pressed}) == len(pressed), "one letter, one thing"
        assert [(letter, what) for letter, what in pressed if what not in LETTERS[letter]] == []


@pytest.mark.parametrize("name", SCREENS)
async def test_in_a_small_window_everything_is_on_the_row_or_in_the_list(year: Path, name: str) -> None:
    async with window(year, ANNIE, (60, 20)) as w:
        await _open(w, name)
        assert isinstance(w.page, PlanPage)
        listed = {action.name for action in w.page.commands()}
        assert {action.name for action in w.page.actions()} <= listed
        assert {"map", "letter", "agreements", "table", "note", "due", "results", "editions"} - {w.page.here} <= listed


async def _open(w: Window, name: str) -> None:
    assert w.app.room is not None
    SCREENS[name](w.app.room.doors, w.desk.view.live_statements[0].id)
    await w.settled()
    assert w.on_top == name
