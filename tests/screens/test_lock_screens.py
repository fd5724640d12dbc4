"""The lock on the plans on screen: a first key, unlocking, doing so without the words, and locking what is open."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4

from screens.app import StartAt, ZlpApp
from tests.tools.keys import KeyClock, key_event
from tests.tools.locked import WORDS, front_of, home_lock, locked_plans, unlocked_by
from tests.tools.prepared import dutch
from tests.tools.table import Ticking
from tests.tools.window import Window, door
from zlp_tui import places
from zlp_tui.conversation.ports.keyholding import Locked, MoveProgress, Unlocked
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.ports.wizard import WorkStopped
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.keys.derivation import LEAST

ANNIE = "Annie de Vries"
SANNE = "Sanne"


@asynccontextmanager
async def at_the_lock(
    lock: HomeLock, home: Path, size: tuple[int, int] = (80, 24), start_at: StartAt | None = None
) -> AsyncIterator[Window]:
    """The app as it starts on a home that has a lock, or can get one."""
    app = ZlpApp(
        clock=KeyClock(), lines=lambda: plan_lines(lock.to_read()), front=lambda: front_of(home, lock),
        tr=dutch(), help_folder=places.content() / "nl" / "help", today=lambda: date(2026, 3, 3), start_at=start_at,
        lock=HomeLockWizards(lock, dutch()),
    )
    async with app.run_test(size=size) as pilot:
        w = Window(app, pilot)
        await done(w)
        yield w


async def done(w: Window) -> None:
    """Until no thread works any more, and what came of it is shown."""
    await w.settled()
    while any(not worker.is_finished for worker in w.app.workers):
        await w.app.workers.wait_for_complete()
        await w.settled()


def open_plans(home: Path, *names: str) -> None:
    """Plans that stand in one file, without a lock."""
    front = door(home)
    for name in names:
        front.new_plan(name)
    front.close()


async def say(w: Window, words: str) -> None:
    await w.type(words)
    await w.press("enter")
    await done(w)


def code_shown(w: Window) -> list[str]:
    """The groups of the recovery code on the screen."""
    return re.findall(r"\b[0-9A-Z]{5}\b", w.text())


async def write_down(w: Window) -> list[str]:
    """The code that is shown, after two groups of it were typed back."""
    groups = code_shown(w)
    assert len(groups) == 8, w.text()
    await w.press("1")
    for _ in range(2):
        asked = re.search(r"groepje (\d)", w.text())
        assert asked is not None
        await say(w, groups[int(asked[1]) - 1].lower())
    return groups


async def get_a_key(w: Window) -> list[str]:
    """A name, words of one's own, and the code."""
    await say(w, SANNE)
    await w.press("3")
    await say(w, WORDS)
    await say(w, WORDS.upper())
    return await write_down(w)


async def test_the_first_plan_gives_whoever_begins_it_a_key(tmp_path: Path) -> None:
    """In the smallest window: all of each question and all that it offers is on the screen."""
    lock, stick = home_lock(tmp_path / "home"), tmp_path / "stick"
    stick.mkdir()
    async with at_the_lock(lock, tmp_path / "home", (60, 20)) as w:
        await w.press("n")
        await say(w, SANNE)
        first = words_shown(w)
        await w.press("2")
        words = words_shown(w)
        assert words != first, "four other words"
        await w.press("1")
        assert words not in w.text()
        await say(w, "andere woorden dan die")
        assert "! Dit is een ander wachtwoord." in w.text()
        await w.press("escape")
        assert words_shown(w) == words, "they can be seen once more"
        await w.press("1")
        await say(w, f"  {words.upper()} ")
        await w.press("f12")
        assert "Maak dit eerst af." in w.text(), "there is a lock, and the code would be gone"
        await w.press("2")
        await say(w, str(stick))
        assert "zlp-code.txt" in w.text() and "haal dat bestand dan weg" in " ".join(w.text().split())
        assert [group in (stick / "zlp-code.txt").read_text("utf-8") for group in code_shown(w)] == [True] * 8
        await write_down(w)
        assert w.on_top == "NewPlanScreen" and isinstance(lock.state(), Unlocked)
        await say(w, ANNIE)
        await w.press("pagedown", "pagedown")
        assert w.on_top == "TalkScreen" or w.on_top == "OpeningScreen"
    assert not places.store_file(tmp_path / "home").exists(), "no plan stands open"
    again = home_lock(tmp_path / "home")
    again.unlock(holder_of(again), words)
    front = front_of(tmp_path / "home", again)
    assert [plan.name for plan in front.plans()] == [ANNIE]
    front.close()


def words_shown(w: Window) -> str:
    """The four words that are suggested."""
    (words,) = [line.strip() for line in w.lines() if re.fullmatch(r"\s{5,}[a-z]+( [a-z]+){3}\s*", line)]
    return words


def holder_of(lock: HomeLock) -> str:
    state = lock.state()
    assert isinstance(state, Locked)
    return state.holders[0].id


async def test_going_back_from_the_first_question_leaves_all_as_it_was(tmp_path: Path) -> None:
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        await w.press("n")
        await say(w, "   ")
        assert w.on_top == "WizardScreen"
        await say(w, SANNE)
        await w.press("escape", "escape")
        assert w.on_top == "HomeScreen" and "Een nieuw plan beginnen" in w.text()
    assert not places.keyholders_folder(tmp_path).exists()


async def test_right_words_open_the_plans_and_wrong_ones_say_so(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        assert w.on_top == "WizardScreen" and "Dag Sanne." in w.text() and ANNIE not in w.text()
        await w.type("lepel wolk fiets winter")
        await w.press("ctrl+c")
        assert "winter" not in w.text() and not w.app.clipboard
        await w.press("f6")
        assert "winter" in w.text() and "Verberg het wachtwoord" in w.text()
        await w.press("enter")
        await done(w)
        assert "! Dit wachtwoord is niet goed." in w.words() and "winter" in w.text(), "they can be mended"
        await w.press(*["backspace"] * 6)
        await say(w, "zomer")
        assert w.on_top == "HomeScreen" and ANNIE in w.text()


class Held(HomeLock):
    """A lock that opens when the test says so."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, clock=Ticking(), new_id=str, cost=LEAST)
        self.opens = threading.Event()

    def unlock(self, holder: str, passphrase: str) -> None:
        assert self.opens.wait(10)
        super().unlock(holder, passphrase)


async def test_keys_typed_while_the_lock_opens_are_for_home(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = Held(tmp_path)
    async with at_the_lock(lock, tmp_path) as w:
        await w.type(WORDS)
        w.app.post_message(key_event("enter"))
        while not w.app.holds_keys:
            await w.pilot.pause()
        assert w.page.notice.text == "Het slot gaat open. Een ogenblik."
        w.app.post_message(key_event("z"))
        lock.opens.set()
        await done(w)
        assert w.on_top == "HomeScreen" and w.app.home.search.has_focus


async def test_after_five_wrong_tries_it_says_how_long_to_wait(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        await w.type("lepel wolk fiets winter")
        for _ in range(6):
            await w.press("enter")
            await done(w)
        assert re.search(r"Dat was 5 keer niet goed. Wacht \d+ seconden.", w.words())


async def test_several_keyholders_are_asked_who_it_is(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    home_lock(tmp_path).new_keyholder("Karim", "nog vier andere woorden")
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        assert "Wie wil de plannen openen?" in w.text()
        await w.press("1")
        assert "Dag Karim." in w.text()
        await w.press("down", "down", "enter")
        await w.press("2")
        assert "Dag Sanne." in w.text()
        await say(w, WORDS)
        assert ANNIE in w.text()
    lock = home_lock(tmp_path)
    async with at_the_lock(lock, tmp_path) as w:
        await w.press("1")
        await say(w, "nog vier andere woorden")
        assert w.on_top == "HomeScreen" and ANNIE not in w.text(), "Karim has no key to this plan"


async def test_the_code_on_paper_opens_the_lock_and_new_words_are_chosen(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    code = " ".join(lock.make_keyholder(SANNE, WORDS).groups).lower()
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        await w.press("down", "enter")
        assert "Welke code staat op het papier?" in w.text()
        await say(w, code[:-1])
        assert "! Er zit een fout in deze herstelcode." in w.words()
        await say(w, code[-1])
        assert "Met welke woorden" in w.text()
        await w.press("3")
        await say(w, "kort")
        assert "! Een wachtwoord heeft 12 letters of meer." in w.words()
        await say(w, " maar langer nu")
        await say(w, "kort maar langer nu")
        assert w.on_top == "HomeScreen"
    again = home_lock(tmp_path)
    again.unlock(holder_of(again), "kort maar langer nu")


async def test_a_plan_named_at_the_start_opens_after_the_lock(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE, "Bram Vos")
    async with at_the_lock(home_lock(tmp_path), tmp_path, start_at=StartAt("annie de vries", "good-day-bad-day")) as w:
        await say(w, WORDS)
        assert w.on_top == "TalkScreen" and w.desk.plan_name == ANNIE
    async with at_the_lock(home_lock(tmp_path), tmp_path, start_at=StartAt("Cor")) as w:
        await say(w, WORDS)
        assert w.on_top == "HomeScreen" and "! " in w.text()


async def test_plans_that_stand_open_are_locked_when_somebody_says_so(tmp_path: Path) -> None:
    open_plans(tmp_path, ANNIE, "Bram Vos")
    lock = home_lock(tmp_path)
    async with at_the_lock(lock, tmp_path) as w:
        await w.click("Zet de plannen op slot")
        await w.press("2")
        assert w.on_top == "HomeScreen" and places.store_file(tmp_path).exists(), "later"
        await w.click("Zet de plannen op slot")
        await w.press("1")
        await get_a_key(w)
        await done(w)
        assert "2 plannen hebben nu een slot." in w.text() and not places.store_file(tmp_path).exists()
        await w.press("1")
        await done(w)
        assert w.on_top == "HomeScreen" and ANNIE in w.text() and lock.unlocked_copies()
        await w.click("Klopt alles?")
        await w.press("2")
        await done(w)
        assert "✓ Het oude bestand is weg." in w.text() and not lock.unlocked_copies()
        assert "op slot" not in w.text().replace("De plannen zijn op slot", "")
        await w.press("enter")
        assert w.app.navigator is not None


class Moving(HomeLock):
    """A lock that moves the second plan when the test says so."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, clock=Ticking(), new_id=lambda: str(uuid4()), cost=LEAST)
        self.goes_on = threading.Event()
        self.stopped = threading.Event()

    def move(self, progress: MoveProgress) -> tuple[str, ...]:
        def told(number: int, count: int) -> None:
            assert number == 0 or self.goes_on.wait(10)
            progress(number, count)

        try:
            return super().move(told)
        except WorkStopped:
            self.stopped.set()
            raise


async def test_one_may_leave_while_plans_are_moved_and_it_goes_on_another_time(tmp_path: Path) -> None:
    open_plans(tmp_path, ANNIE, "Bram Vos")
    home_lock(tmp_path).make_keyholder(SANNE, WORDS)
    lock = Moving(tmp_path)
    async with at_the_lock(lock, tmp_path) as w:
        await w.type(WORDS)
        w.app.post_message(key_event("enter"))
        while w.page.notice.text != "Plan 1 van 2 krijgt een slot.":
            await w.pilot.pause()
        w.app.post_message(key_event("ctrl+q"))
        while w.app.is_running and w.app.return_code is None:
            await w.pilot.pause()
        lock.goes_on.set()
    assert lock.stopped.wait(10) and places.store_file(tmp_path).exists()
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        await say(w, WORDS)
        assert "2 plannen hebben nu een slot." in w.text()


async def test_moving_that_was_stopped_goes_on_after_the_lock(tmp_path: Path) -> None:
    open_plans(tmp_path, ANNIE)
    home_lock(tmp_path).make_keyholder(SANNE, WORDS)
    async with at_the_lock(home_lock(tmp_path), tmp_path) as w:
        await say(w, WORDS)
        assert "1 plan heeft nu een slot." in w.text()
        await w.press("1")
        await done(w)
        assert ANNIE in w.text()


def test_nothing_that_opens_locks_is_loaded_for_the_first_picture(tmp_path: Path) -> None:
    home_lock(tmp_path).make_keyholder(SANNE, WORDS)
    script = (
        "import sys, pathlib, datetime\n"
        "import screens.app, screens.whole_plans.wizard_screen\n"
        "from zlp_tui import places\n"
        "from zlp_tui.i18n import Catalogue\n"
        "from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock\n"
        "from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards\n"
        "lock = HomeLock(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now, new_id=str)\n"
        "asked = HomeLockWizards(lock, Catalogue('nl', places.content())).unlocking()\n"
        "heavy = ('nacl', 'sqlcipher3', 'sqlalchemy', 'pydantic', 'zlp_tui.plan.view', 'screens.steps.answer_field')\n"
        "print(asked.question, [name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "Dag Sanne. Wat is het wachtwoord? []\n"


async def test_a_key_is_given_and_taken_back_on_the_keys_of_a_plan(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    async with at_the_lock(lock, tmp_path, (60, 20), StartAt(ANNIE, "two-minutes")) as w:
        await say(w, WORDS)
        await w.press("escape", "f6")
        assert w.on_top == "KeysScreen" and "Sanne" in w.text() and "wie nu kijkt" in w.text()
        await w.press("1", "1")
        await say(w, "Karim")
        await w.press("3")
        await say(w, WORDS)
        await say(w, WORDS)
        await write_down(w)
        assert w.on_top == "KeysScreen" and "✓ Karim heeft nu een sleutel van dit plan." in w.words()
        await w.press("2", "1")
        assert "Een kopie van eerder blijft leesbaar." in w.words()
        await w.press("2")
        assert "Karim" in w.text(), "no: nothing was done"
        await w.press("2", "1", "enter", "1")
        await done(w)
        assert "Klopt alles?" in w.text()
        assert "Enter Eerst kiezen" in w.text(), "what was chosen before is no answer here"
        await w.press("1")
        assert w.on_top == "KeysScreen" and "Karim" not in w.text() and "Klopt alles?" in w.text()
        w.desk.go_topic("two-minutes")
        assert w.desk.answer(Spoken("Koffie.")).written, "this window has the plan again, with its other key"
    assert may_open(tmp_path, SANNE) and not may_open(tmp_path, "Karim")


def may_open(home: Path, name: str) -> bool:
    front = front_of(home, unlocked_by(home, name))
    try:
        return bool(front.plans())
    finally:
        front.close()


async def test_who_waits_for_a_key_from_elsewhere_gets_one_without_a_plan_and_shows_it(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    async with at_the_lock(lock, tmp_path) as w:
        await w.press("f6")
        await get_a_key(w)
        await done(w)
        assert w.on_top == "HomeScreen" and isinstance(lock.state(), Unlocked)
        await w.press("f6", "1")
        shown = w.text()
        assert lock.public_key().line in shown and " ".join(lock.public_key().words) in shown
        await w.press("1")
        assert w.on_top == "HomeScreen"
        await w.press("f6", "2")
        await say(w, "fout is helemaal fout")
        assert "! Dit wachtwoord is niet goed." in w.words()
