"""“Alleen voor mij” on the page of a line: one key, read back in words, and the page takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.tools.window import SIZES, window


@pytest.mark.parametrize("size", SIZES[:1])
async def test_one_key_closes_a_line_and_its_page_takes_it_back(annie: Path, size: tuple[int, int]) -> None:
    async with window(annie, ANNIE, size) as w:
        card = w.desk.cards()[0]
        w.desk.sit_at_keyboard(w.desk.view.client)
        await w.press("a")
        await w.reach(card.title[:12])
        await w.press("v", "enter")
        await w.press("c")
        assert w.on_top == "StatementScreen" and "Bewaard. Dit is alleen voor" in w.words()
        assert card.ref not in w.desk.view.readable, "others sit there too"
        assert "Hier staat iets wat niet iedereen aan tafel mag lezen." in " ".join(w.words().split())
        await w.press("u")
        assert card.ref in w.desk.view.readable
        w.desk.seat((w.desk.view.client,))
        await w.press("c")
        await w.reach("Niet meer alleen voor mij")
        await w.press("enter")
        assert "Wie het plan mag lezen, mag dit ook weer lezen." in " ".join(w.words().split())
        await w.press("u")
        assert w.desk.is_closed(card.ref)
