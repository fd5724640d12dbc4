"""The lock on the plans line by line: the same questions as on the screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tools.key_typist import A_KEY, GROUP, KeyTypist
from tests.tools.locked import WORDS, front_of, home_lock, locked_plans, unlocked_by
from tests.tools.prepared import dutch
from tests.tools.table import typing
from tests.tools.window import door
from zlp_tui.conversation.ports.keyholding import Locked, Unlocked
from zlp_tui.conversation.ports.wizard import WizardDone, WizardStep
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.errors import WrongPassphrase
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plain_wizard import PlainWizard, UnseenLines
from zlp_tui.plain.talk_loop import run_talk

ANNIE = "Annie de Vries"
SANNE = "Sanne"


def talk(step: WizardStep | None, *lines: str) -> tuple[WizardDone | None, KeyTypist]:
    """A conversation with these lines, and what was heard."""
    assert step is not None
    typist = KeyTypist(*lines)
    return PlainWizard(typist, LineWriter(typist.out), dutch(), UnseenLines(typist.hidden)).run(step), typist


def talks(lock: HomeLock) -> HomeLockWizards:
    return HomeLockWizards(lock, dutch())


GETS_A_KEY = (SANNE, "3", WORDS, "anders", WORDS.upper(), "1", "fout", GROUP, GROUP)


def test_whoever_begins_gets_a_key_and_no_word_is_written(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    done, typist = talk(talks(lock).before_first_plan(lambda: None), *GETS_A_KEY)
    assert done == WizardDone() and isinstance(lock.state(), Unlocked)
    assert typist.unseen == [WORDS, "anders", WORDS.upper()]
    assert "Dit is een ander wachtwoord." in typist.heard and "Dit is niet dat groepje." in typist.heard
    assert "Typ een nummer. Terug: /terug. Stoppen: /stop." in typist.heard


def test_the_lock_opens_with_the_right_words(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    done, typist = talk(talks(lock).unlocking(), "?", "fout is fout", "", WORDS)
    assert done == WizardDone() and isinstance(lock.state(), Unlocked)
    assert typist.heard.count("Dag Sanne. Wat is het wachtwoord?") == 2, "help says it once more"
    assert "Dit wachtwoord is niet goed. Probeer het nog eens." in typist.heard
    front = front_of(tmp_path, lock)
    assert [plan.name for plan in front.plans()] == [ANNIE]
    front.close()


def test_stopping_and_going_back_open_nothing(tmp_path: Path) -> None:
    locked_plans(tmp_path)
    for lines in (("/stop",), ("/terug",), (), ("1", "/terug", "/stop")):
        lock = home_lock(tmp_path)
        done, _ = talk(talks(lock).unlocking(), *lines)
        assert done is None and isinstance(lock.state(), Locked)


def test_the_code_on_paper_leads_to_new_words(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    code = " ".join(lock.make_keyholder(SANNE, WORDS).groups)
    again = home_lock(tmp_path)
    done, _ = talk(talks(again).unlocking(), "1", code, "3", "vier nieuwe woorden hier", "vier nieuwe woorden hier")
    assert done == WizardDone() and isinstance(again.state(), Unlocked)


def test_plans_that_stand_open_are_locked_and_that_is_confirmed(tmp_path: Path) -> None:
    front = door(tmp_path)
    for name in (ANNIE, "Bram Vos"):
        front.new_plan(name)
    front.close()
    lock = home_lock(tmp_path)
    later, _ = talk(talks(lock).offer(lambda: None), "2")
    assert later == WizardDone(kept=False) and talks(lock).offered == "lock"
    done, typist = talk(talks(lock).offer(lambda: None), "1", *GETS_A_KEY, "1")
    assert done == WizardDone() and "Plan 2 van 2 krijgt een slot." in typist.heard
    assert talks(lock).offered == "confirm"
    done, typist = talk(talks(lock).offer(lambda: None), "2")
    assert done is not None and "Het oude bestand is weg." in typist.heard and talks(lock).offered == ""


def test_the_code_is_put_in_a_file_for_its_owner_alone_and_the_plans_are_no_place_for_it(tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    stick.mkdir()
    lock = home_lock(home)
    lines = (SANNE, "3", WORDS, WORDS, "2", str(tmp_path / "gone"), str(home), str(stick), "1", GROUP, GROUP)
    done, typist = talk(talks(lock).own_key(lambda: None), *lines)
    assert done is not None
    for told in ("Deze map is er niet", "In deze map staan de plannen zelf", "De code staat in"):
        assert told in " ".join(typist.heard.split()), told
    page = stick / "zlp-code.txt"
    groups = re.findall(r"\b[0-9A-Z]{5}\b", page.read_text("utf-8"))
    lock.recover(_only(lock), " ".join(groups))
    assert page.stat().st_mode & 0o777 == 0o600
    assert SANNE not in page.read_text("utf-8"), "who finds it does not read whose it is"


def test_a_new_code_counts_once_it_was_typed_back(tmp_path: Path) -> None:
    """Who is called away, or whose screen is locked, while the code is shown has the code of before."""
    lock = home_lock(tmp_path)
    code = " ".join(lock.make_keyholder(SANNE, WORDS).groups)
    talk(talks(lock).own_key(lambda: None), "3", WORDS, "/stop")
    lock.recover(_only(lock), code)
    done, _ = talk(talks(lock).own_key(lambda: None), "3", WORDS, "1", GROUP, GROUP)
    assert done is not None and "opent niets meer" in done.told
    with pytest.raises(WrongPassphrase):
        lock.recover(_only(lock), code)


def _only(lock: HomeLock) -> str:
    state = lock.state()
    assert isinstance(state, Unlocked)
    return state.holder.id


def sleutels(home: Path, lock: HomeLock, *lines: str) -> KeyTypist:
    """A talk about the plan of Annie in which these lines are typed after `/sleutels`."""
    front = front_of(home, lock)
    typist = KeyTypist("/sleutels", *lines)
    run_talk(
        typing(front.sit_down(front.find(ANNIE))), typist, LineWriter(typist.out), dutch(), topic="two-minutes",
        unseen=UnseenLines(typist.hidden),
    )
    front.close()
    return typist


def may_open(home: Path, name: str) -> bool:
    """Whether somebody with this name has a key to the plan."""
    lock = unlocked_by(home, name)
    front = front_of(home, lock)
    try:
        return [plan.name for plan in front.plans()] == [ANNIE]
    finally:
        front.close()


def test_a_key_is_given_at_this_computer_and_taken_back_while_the_plan_is_open(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = unlocked_by(tmp_path, SANNE)
    given = sleutels(tmp_path, lock, "1", "1", "sanne", "Karim", *A_KEY, "Koffie.", "/stop").heard
    assert "Sanne · wie nu kijkt" in given and "Geef de ander nu het toetsenbord." in given
    assert "Iemand hier heet al zo." in given and "Karim heeft nu een sleutel van dit plan." in given
    assert "Bewaard" in given.split("heeft nu een sleutel")[1], "the talk goes on"
    assert may_open(tmp_path, "Karim")
    taken = sleutels(tmp_path, lock, "2", "1", "1", "1", "Thee.", "/stop").heard
    assert "Een kopie van eerder blijft leesbaar." in taken and "Karim heeft geen sleutel meer van dit plan." in taken
    assert "Bewaard" in taken.split("geen sleutel meer")[1], "the talk goes on, in the file with another key"
    assert may_open(tmp_path, SANNE) and not may_open(tmp_path, "Karim")
    gone = sleutels(tmp_path, lock, "2", "2", "/stop").heard
    assert "Het oude bestand is weg." in gone
    front = front_of(tmp_path, lock)
    desk = front.sit_down(front.find(ANNIE))
    assert [said.text for said in desk.view.statements] == ["Koffie.", "Thee."]
    assert desk.history.who_looked().sound, "what was said after it is sealed with the key of the new file"
    front.close()


def test_somebody_elsewhere_shows_a_line_and_words_are_compared(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for home in (here, there):
        locked_plans(home, ANNIE)
    shown = sleutels(there, unlocked_by(there, SANNE), "4", "1", "/stop").heard
    line = next(line.strip() for line in shown.splitlines() if line.strip().startswith("zlp1-"))
    words = shown.split(line)[1].splitlines()[1].strip()
    lock = unlocked_by(here, SANNE)
    other = sleutels(here, lock, "1", "2", line[:-2] + "00", line, "2", "/stop").heard
    assert words in other and "Niemand kreeg een sleutel." in other
    given = sleutels(here, lock, "1", "2", line, "1", "Zus Els", "1", "/sleutels", "/stop", "/stop").heard
    assert "Zus Els heeft nu een sleutel van dit plan." in given and "Zus Els · op een andere computer" in given


def test_own_words_and_code_are_changed_by_who_knows_the_words_of_now(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = unlocked_by(tmp_path, SANNE)
    new = "vier nieuwe woorden hier"
    heard = sleutels(tmp_path, lock, "2", "fout is fout", WORDS, "3", new, new, "/stop").heard
    assert "Dit wachtwoord is niet goed." in heard and "met het nieuwe wachtwoord" in heard
    again = home_lock(tmp_path)
    state = again.state()
    assert isinstance(state, Locked)
    again.unlock(state.holders[0].id, new)
    heard = sleutels(tmp_path, again, "3", new, "1", GROUP, GROUP, "/stop").heard
    assert "De oude code opent niets meer." in heard


def test_a_plan_without_a_lock_says_so(tmp_path: Path) -> None:
    front = door(tmp_path)
    front.new_plan(ANNIE)
    front.close()
    heard = sleutels(tmp_path, home_lock(tmp_path), "/stop").heard
    assert "Dit plan heeft nog geen slot." in heard and "zlp keys add NAAM" in heard
