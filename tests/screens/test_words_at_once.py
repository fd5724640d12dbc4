"""Words that come at once are typed in the field, whatever has the focus, wherever there is a field (B12)."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widget import Widget
from textual.widgets import Input

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.follow_up.statement_screen import StatementScreen
from screens.parts.base_screen import BaseScreen
from screens.steps.answer_field import AnswerField
from tests.screens.conftest import ANNIE
from tests.tools.everywhere import every_screen
from tests.tools.window import Window, opening, window

WORDS = "Van de kat en van haar tuintje"


def field_of(page: BaseScreen) -> AnswerField | Input | None:
    """The one field that is shown; None where there is none, or one for each line of a form."""
    fields = [w for w in page.query(Widget).results() if isinstance(w, AnswerField | Input) and w.display]
    return fields[0] if len(fields) == 1 else None


def text_of(field: AnswerField | Input) -> str:
    return field.text if isinstance(field, AnswerField) else field.value


async def begin_to_type(w: Window) -> None:
    """Where one types only after something was chosen."""
    if isinstance(w.page, BaseEntryScreen):
        w.page.start_typing("remark", None)
    elif isinstance(w.page, StatementScreen):
        w.page.start_typing()
    await w.settled()


async def come_elsewhere(w: Window, field: AnswerField | Input, *, letter_by_letter: bool) -> list[str]:
    """Let words come while each other widget has the focus; the widgets at which they were lost."""
    lost = []
    for widget in [other for other in w.page.focus_chain if other is not field]:
        before = text_of(field)
        widget.focus()
        await w.settled()
        if letter_by_letter:
            await w.press("v", "a", "n")
        else:
            w.app.post_message(events.Paste(WORDS))
            await w.settled()
        if text_of(field) != before + ("van" if letter_by_letter else WORDS):
            lost.append(f"{widget}: {text_of(field)!r}")
    return lost


@pytest.mark.timeout(240)
async def test_words_at_once_are_typed_whatever_has_the_focus_b12(year: Path) -> None:
    async with window(year, ANNIE) as w:
        w.desk.sit_at_keyboard(w.desk.view.client)
        lost, tried = {}, set()
        async for name in every_screen(w):
            await begin_to_type(w)
            field = field_of(w.page)
            if field is None or name == "commands":
                continue
            tried.add(name)
            if at := await come_elsewhere(w, field, letter_by_letter=False):
                lost[name] = at
        assert lost == {}
        assert {"participants", "statement", "note", "remarks", "disagree", "search-plan"} <= tried


async def test_letters_are_typed_whatever_has_the_focus_while_something_is_said_b12(year: Path) -> None:
    """Beside the conversation too; where letters are keys, such as at the table, they stay keys."""
    async with window(year, ANNIE) as w:
        w.desk.sit_at_keyboard(w.desk.view.client)
        lost, tried = {}, 0
        async for name in every_screen(w):
            await begin_to_type(w)
            field = field_of(w.page)
            if field is None or not isinstance(w.page, BaseEntryScreen | StatementScreen):
                continue
            tried += 1
            if at := await come_elsewhere(w, field, letter_by_letter=True):
                lost[name] = at
        assert lost == {}
        assert tried > 4


async def test_a_name_at_once_is_typed_at_home_and_at_the_opening_b12(annie: Path) -> None:
    async with opening(annie, ANNIE) as w:
        for screen in ("OpeningScreen", "HomeScreen"):
            assert w.on_top == screen
            w.app.post_message(events.Paste("Truus Peters"))
            await w.settled()
            field = field_of(w.page)
            assert field is not None and text_of(field) == "Truus Peters"
            await w.press(*(("enter", "escape", "escape") if screen == "OpeningScreen" else ()))
