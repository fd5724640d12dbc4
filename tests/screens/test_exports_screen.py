"""“Afschrift” on screen: a form, for whom, in which folder, and then where it stands (issue 12 §1)."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from screens.whole_plans.exports_screen import ExportsScreen
from screens.whole_plans.wizard_screen import WizardScreen
from tests.screens.conftest import ANNIE
from tests.screens.test_lock_screens import done, say
from tests.tools.window import window
from zlp_tui.conversation.ports.wizard import WizardDone, WizardWork


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which this user keeps documents."""
    folder = tmp_path / "user" / "Documenten"
    folder.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "user")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder))
    monkeypatch.setenv("XDG_DESKTOP_DIR", str(tmp_path / "none"))
    return folder


async def test_what_is_taken_home_most_is_there_in_four_keys(annie: Path, documents: Path) -> None:
    """For the client, in the usual folder and letters, as it says before it is made."""
    async with window(annie, ANNIE, (60, 20)) as w:
        await w.press("ctrl+n", "1")
        await done(w)
        assert "Voor: mevrouw De Vries." in w.words() and "Map: Documenten." in w.words()
        assert "Letters: zoals in een boek." in w.words() and "1 Ja, maak het" in w.words()
        await w.press("enter")
        await done(w)
        [file] = documents.iterdir()
        assert "Het is klaar." in w.words() and file.suffix == ".pdf"
        await w.press("enter")
        assert w.on_top == "ExportsScreen" and "Het staat in: " in w.words()
        assert file.stat().st_size and file.stat().st_mode & 0o777 == 0o600
        assert "vos" not in file.name and "annie" not in file.name.casefold()


async def test_each_thing_can_be_had_otherwise(annie: Path, documents: Path) -> None:
    async with window(annie, ANNIE, (110, 35)) as w:
        await w.press("ctrl+n")
        forms = w.desk.exports.forms()
        assert w.on_top == "ExportsScreen" and forms[0].note in w.words()
        await w.press("1")
        await done(w)
        assert "Het is 1 bladzijde. Zo begint het: Wat we zeiden en afspraken" in w.words()
        await w.press("2")
        await done(w)
        assert "Letters: groot." in w.words()
        await w.press("3")
        assert "Voor wie is het?" in w.words() and "Wat iemand niet mag lezen, staat er niet in." in w.words()
        await w.press("2")
        await done(w)
        assert "Voor: Sanne." in w.words() and "Letters: groot." in w.words()
        await w.press("escape")
        assert "Voor: mevrouw De Vries." in w.words(), "one step back"
        await w.press("3", "2")
        await done(w)
        await w.press("4")
        assert "In welke map" in w.words()
        await say(w, "Weg")
        assert "Deze map is er niet" in w.words(), "what was typed can be mended"
        await w.press("escape")
        assert "Voor: Sanne." in w.words(), "a way back leads to what was wanted"
        await w.press("4")
        await say(w, "Documenten")
        assert len(list(documents.iterdir())) == 1


async def test_for_whom_is_asked_first_of_what_goes_to_others(annie: Path, documents: Path) -> None:
    """So nobody reads what they may not because nobody thought of it; the headings say which forms these are."""
    async with window(annie, ANNIE, (110, 60)) as w:
        await w.press("ctrl+n")
        forms = w.desk.exports.forms()
        assert [heading in w.text() for heading in dict.fromkeys(form.group for form in forms)] == [True] * 3
        await w.press(str([form.id for form in forms].index("card") + 1))
        assert "Voor wie is het?" in w.words()
        await w.press("3")
        await done(w)
        assert "Voor: Karim." in w.words()


async def test_no_field_waits_while_a_conversation_begins_with_work(annie: Path) -> None:
    """The plan is read before anything is asked: an empty field would flicker, and take words that are for nothing."""
    may_end, ended = threading.Event(), list[WizardDone]()

    def run(tell: Callable[[str], None]) -> WizardDone:
        may_end.wait(20)
        return WizardDone("Klaar.")

    async with window(annie, ANNIE, (80, 24)) as w:
        await w.press("ctrl+n")
        top = w.app.screen
        assert isinstance(top, ExportsScreen)
        top.navigator.run_wizard(WizardWork("Een ogenblik.", run), ended.append)
        await w.settled()
        working = w.app.screen
        assert isinstance(working, WizardScreen) and "Een ogenblik." in w.text()
        assert not working.field.display and not working.choices.display
        assert "wachtwoord" not in w.words() and "Kiezen" not in w.words()
        may_end.set()
        await done(w)
        assert ended == [WizardDone("Klaar.")]
