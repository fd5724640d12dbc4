"""Every line of a numbered list is chosen by its number, also where there are more than nine."""

from __future__ import annotations

import re
from pathlib import Path

from screens.navigation.routes import KEYBOARD_USER
from screens.parts.line_list import LineList
from tests.screens.conftest import ANNIE
from tests.tools.everywhere import every_screen, show
from tests.tools.window import Window, window

PEOPLE = ("Aafke", "Bert", "Cato", "Dirk", "Els", "Fien", "Gijs", "Hans", "Ida", "Jaap", "Koos", "Lowie")


def number_before(w: Window, title: str) -> str:
    """The number that stands before a line with these words."""
    found = re.search(rf"(\d+) +{re.escape(title)}", w.text())
    assert found, (title, w.text())
    return found[1]


async def type_number(w: Window, number: int, count: int) -> None:
    """As the screen tells: Enter after a number that could go on."""
    await w.press(*str(number))
    if 10 * number <= count:
        assert f"Enter voor {number}, of typ nog een cijfer." in w.words()
        await w.press("enter")


async def test_each_form_is_chosen_by_its_number(annie: Path) -> None:
    async with window(annie, ANNIE, (60, 20)) as w:
        await w.press("ctrl+n")
        forms = w.desk.exports.forms()
        assert len(forms) > 9
        for number, form in enumerate(forms, 1):
            await type_number(w, number, len(forms))
            assert w.on_top == "WizardScreen", number
            await w.app.workers.wait_for_complete()
            await w.settled()
            await w.press("escape")
            assert (w.on_top, w.page.query_one(LineList).marked) == ("ExportsScreen", form.id)
            assert number_before(w, form.label) == str(number)


async def test_the_twelfth_person_is_chosen_by_12_and_the_first_by_1_and_enter(annie: Path) -> None:
    async with window(annie, ANNIE, asked=True) as w:
        for name in PEOPLE:
            w.desk.join(name)
        for wanted, keys in (("Lowie", ()), ("Cato", ())):
            await show(w, KEYBOARD_USER, "")
            await w.press(*keys)
            options = w.page.entry.pick.numbered() if hasattr(w.page, "entry") else ()
            names = {person.id: person.name for person in w.desk.view.people}
            number = next(n for n, ref in enumerate(options, 1) if names.get(ref) == wanted)
            await type_number(w, number, len(options))
            assert w.desk.keyboard_user is not None and w.desk.keyboard_user.name == wanted


async def test_after_another_key_a_digit_begins_a_number_of_its_own(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        await w.press("ctrl+n")
        for between in ("down", "escape"):
            await w.press("1", between, *(("ctrl+n",) if between == "escape" else ()), "2")
            assert (w.on_top, w.page.query(LineList).first().display) == ("WizardScreen", True)
            await w.app.workers.wait_for_complete()
            await w.settled()
            await w.press("escape")
            assert w.page.query_one(LineList).marked == w.desk.exports.forms()[1].id


async def test_every_line_that_a_digit_can_choose_shows_its_number(year: Path) -> None:
    """On every screen of a plan: as many numbers stand there as there are lines that have one."""
    async with window(year, ANNIE, (120, 60)) as w:
        unnumbered = []
        async for name in every_screen(w):
            for lines in w.page.query(LineList).results():
                shown = " ".join(cell.lines[0][0][0] for cell in lines._cells.all if cell.lines and cell.lines[0])
                missing = [n for n in range(1, len(lines.numbered()) + 1) if not re.search(rf"\b{n}\b", shown)]
                if lines.display and missing and not getattr(getattr(lines, "_pick", None), "rows", ()):
                    unnumbered.append((name, missing))
        assert unnumbered == []
