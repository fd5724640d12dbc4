"""A letter does the same on every screen of a plan, and what is not on the row of a small window is in the list of all.

The table is the source for anybody who gives a screen a new key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from screens.bases.base_list_screen import BaseListScreen
from screens.keymap import all_screens
from screens.navigation.navigator import Navigator
from screens.navigation.routes import (
    AGREEMENTS,
    CHOICES,
    DISAGREE,
    DUE,
    EDITIONS,
    END_PLAN,
    HISTORY,
    LETTER,
    MAP,
    NEW_SINCE,
    NOTE,
    PARTICIPANTS,
    REMARKS,
    RESULTS,
    STATEMENT,
    THEN_AND_NOW,
    TRACE,
)
from screens.parts.actions import ScreenCommand, split_keys
from tests.screens.conftest import ANNIE
from tests.tools.window import Window, window

LETTERS = {
    "?": {"help-too"},
    "a": {"agreements"},
    "b": {"history", "editions"},  # what stood here before
    "c": {"rename", "only-for-me"},  # about whose it is
    "d": {"bad-day-today", "new-goal"},
    "e": {"disagree"},
    "f": {"practise"},
    "g": {"note", "done-today"},
    "h": {"talk", "look-now", "agree", "begin-talk"},  # talk about this: what is marked, the year, the plan
    "i": {"new-since"},
    "j": {"due", "today"},  # what has come
    "k": {"choices"},
    "l": {"letter"},
    "m": {"new-nice-moment", "words-today"},  # how it was
    "n": {"new-agreement", "new-choice", "new-person", "new-plan"},  # one more of what stands here
    "o": {"remarks", "new-remark"},
    "p": {"speak"},
    "q": {"quit", "stop-practising", "close-ended"},
    "r": {"results", "way"},  # what came of it
    "s": {"then-and-now"},
    "t": {"theme"},
    "u": {"undo"},
    "v": {"trace"},
    "w": {"participants"},
    "x": {"only-changed", "otherwise", "beside-next", "not-done-today", "seen-by"},  # what is different
    "y": {"types", "who-looks"},  # whose keys these are
    "z": {"search", "search-plan"},
}
SCREENS: dict[str, Callable[[Navigator, str], None]] = {
    "MapScreen": lambda navigator, ref: navigator.navigate(MAP),
    "LetterScreen": lambda navigator, ref: navigator.navigate(LETTER),
    "AgreementsScreen": lambda navigator, ref: navigator.navigate(AGREEMENTS, None),
    "ChoicesScreen": lambda navigator, ref: navigator.navigate(CHOICES),
    "ParticipantsScreen": lambda navigator, ref: navigator.navigate(PARTICIPANTS),
    "NoteScreen": lambda navigator, ref: navigator.navigate(NOTE, None),
    "RemarksScreen": lambda navigator, ref: navigator.navigate(REMARKS, None),
    "DisagreeScreen": lambda navigator, ref: navigator.navigate(DISAGREE, None),
    "NewSinceScreen": lambda navigator, ref: navigator.navigate(NEW_SINCE),
    "DueScreen": lambda navigator, ref: navigator.navigate(DUE),
    "ResultsScreen": lambda navigator, ref: navigator.navigate(RESULTS),
    "ThenAndNowScreen": lambda navigator, ref: navigator.navigate(THEN_AND_NOW, None, None),
    "EditionsScreen": lambda navigator, ref: navigator.navigate(EDITIONS),
    "EndPlanScreen": lambda navigator, ref: navigator.navigate(END_PLAN),
    "HistoryScreen": lambda navigator, ref: navigator.navigate(HISTORY, ref),
    "TraceScreen": lambda navigator, ref: navigator.navigate(TRACE, ref),
    "StatementScreen": lambda navigator, ref: navigator.navigate(STATEMENT, ref, lambda: None),
}


def letters(actions: tuple[ScreenCommand, ...]) -> list[tuple[str, str]]:
    """Each letter, and what it does."""
    return [(key, action.id) for action in actions for key in action.keys if len(key) == 1]


def test_a_letter_means_one_thing_on_all_screens_c10() -> None:
    """Home too. What is on no screen is not in the table either."""
    found: dict[str, set[str]] = {}
    for screen in all_screens():
        for action in screen.ACTIONS:
            for key in split_keys(action.keys):
                if len(key) == 1:
                    found.setdefault(key, set()).add(action.id)
    assert found == LETTERS


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
        assert isinstance(w.page, BaseListScreen)
        listed = {action.id for action in w.page.commands()}
        assert {action.id for action in w.page.actions()} <= listed
        everywhere = {"map", "letter", "agreements", "participants", "note", "due", "results", "editions"}
        assert everywhere - {w.page.route} <= listed


async def _open(w: Window, name: str) -> None:
    assert w.app.navigator is not None
    SCREENS[name](w.app.navigator, w.desk.view.live_statements[0].id)
    await w.settled()
    assert w.on_top == name
