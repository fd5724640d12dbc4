"""“Afschrift” on screen: a form, for whom, in which folder, and then where it stands (issue 12 §1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.conftest import ANNIE
from tests.screens.test_lock_screens import done, say
from tests.tools.window import window


async def test_a_form_is_made_for_somebody_and_it_is_told_where_it_stands(
    annie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "user" / "Documenten").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "user")
    async with window(annie, ANNIE, (110, 35)) as w:
        await w.press("ctrl+n")
        assert w.on_top == "ExportsScreen" and w.desk.exports.forms()[0].note in w.words()
        await w.press("1")
        assert "Voor wie is het?" in w.words() and "Wat iemand niet mag lezen, staat er niet in." in w.words()
        await w.press("1")
        await done(w)
        if "Hoe groot" in w.words():
            await w.press("1")
            await done(w)
        assert "Dit staat erin: " in w.words() and "In welke map" in w.words()
        await say(w, "Weg")
        assert "Deze map is er niet" in w.words(), "what was typed can be mended"
        await w.press("ctrl+u")
        await say(w, "Documenten")
        [file] = (tmp_path / "user" / "Documenten").iterdir()
        assert "Het is klaar." in w.words() and file.name in w.text()
        await w.press("1")
        assert w.on_top == "ExportsScreen" and "Het staat in: " in w.words()
        assert file.stat().st_size and file.stat().st_mode & 0o777 == 0o600
        assert "vos" not in file.name and "annie" not in file.name.casefold()
