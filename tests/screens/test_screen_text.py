"""Hostile text in the conversation (battery C01, C04, C05, C06): literal, straight, kept after the cleaning."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from textual import events

from tests.screens.test_talk_screen import field, said, talking
from tests.tools.window import HOSTILE, SIZES
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.text import LIMIT, clean

NEVER = tuple("\x00\x07\x08\x1b\x9b\u202e\u2066\u200b\ufeff\u2028")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("row", HOSTILE)
async def test_typed_said_and_shown_again(fresh: Path, row: str, size: tuple[int, int]) -> None:
    text = clean(HOSTILE[row]).text
    async with talking(fresh, size=size) as w:
        w.app.post_message(events.Paste(HOSTILE[row]))
        await w.settled()
        assert field(w).text == text
        assert not set(NEVER) & set("".join(w.lines()))
        await w.press("enter")
        assert said(w) == [text]
        assert w.on_top == "TalkScreen"
        assert text[:10] in w.text()
        assert not set(NEVER) & set("".join(w.lines()))


@pytest.mark.parametrize("row", HOSTILE)
async def test_what_comes_from_the_plan_is_straight_everywhere(fresh: Path, row: str) -> None:
    async with talking(fresh) as w:
        for text in (HOSTILE[row], HOSTILE[row] * 40, "漢" * 300, "https://" + "a" * 300):
            w.desk.answer(Spoken(text))
        for size in SIZES:
            await w.pilot.resize_terminal(*size)
            await w.settled()
            w.lines()


MUCH = {"line": "a" * 1_000_000, "lines": "een regel\n" * 100_000, "marks": "é " * 500_000}


@pytest.mark.parametrize("much", MUCH.values(), ids=MUCH)
async def test_a_megabyte_pasted_is_cut_said_and_fast(fresh: Path, much: str) -> None:
    async with talking(fresh) as w:
        w.app.post_message(events.Paste(much))
        await w.settled()
        assert len(field(w).text) == LIMIT
        assert "te lang" in w.words()
        began = time.monotonic()
        await w.pilot.press("left")
        assert time.monotonic() - began < 1
        await w.press("enter")
        assert said(w) == [clean(much[:LIMIT]).text]
