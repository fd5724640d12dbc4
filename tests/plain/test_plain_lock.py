"""The lock on the plans line by line: the same questions as on the screens."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools.locked import WORDS, front_of, home_lock, locked_plans
from tests.tools.prepared import dutch
from tests.tools.window import door
from zlp_tui.conversation.asking.keys.home_lock_talks import HomeLockTalks
from zlp_tui.conversation.ports.key_dialogue import KeyDone, KeyStep
from zlp_tui.conversation.ports.keyholding import Locked, Unlocked
from zlp_tui.conversation.session.home_lock import HomeLock
from zlp_tui.plain.key_talk import KeyTalk
from zlp_tui.plain.line_writer import LineWriter

ANNIE = "Annie de Vries"
SANNE = "Sanne"


class Typist:
    """Types lines one after the other; for `group` the group of the code that was asked for last."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)
        self.out = io.BytesIO()
        self.unseen: list[str] = []
        self._hides = False

    def next(self) -> str | None:
        if not self._lines:
            return None
        line = self._lines.pop(0)
        if line == "group":
            line = self._group()
        if self._hides:
            self.unseen.append(line)
        return line

    def unfinished(self) -> str:
        return ""

    def _group(self) -> str:
        heard = self.heard
        groups: list[str] = re.findall(r"\b[0-9A-Z]{5}\b", heard)[-8:]
        return groups[int(re.findall(r"groepje (\d)", heard)[-1]) - 1]

    @property
    def heard(self) -> str:
        return self.out.getvalue().decode()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        self._hides = True
        yield
        self._hides = False


def talk(step: KeyStep | None, *lines: str) -> tuple[KeyDone | None, Typist]:
    """A conversation with these lines, and what was heard."""
    assert step is not None
    typist = Typist(*lines)
    return KeyTalk(typist, LineWriter(typist.out), dutch(), typist.hidden).run(step), typist


def talks(lock: HomeLock) -> HomeLockTalks:
    return HomeLockTalks(lock, dutch())


A_KEY = (SANNE, "3", WORDS, "anders", WORDS.upper(), "1", "fout", "group", "group")


def test_whoever_begins_gets_a_key_and_no_word_is_written(tmp_path: Path) -> None:
    lock = home_lock(tmp_path)
    done, typist = talk(talks(lock).before_first_plan(lambda: None), *A_KEY)
    assert done == KeyDone() and isinstance(lock.state(), Unlocked)
    assert typist.unseen == [WORDS, "anders", WORDS.upper()]
    assert "Dit zijn andere woorden." in typist.heard and "Dit is niet dat groepje." in typist.heard
    assert "Typ een nummer. Terug: /terug. Stoppen: /stop." in typist.heard


def test_the_lock_opens_with_the_right_words(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    lock = home_lock(tmp_path)
    done, typist = talk(talks(lock).unlocking(), "?", "fout is fout", "", WORDS)
    assert done == KeyDone() and isinstance(lock.state(), Unlocked)
    assert typist.heard.count("Dag Sanne. Wat zijn uw woorden?") == 2, "help says it once more"
    assert "Deze wachtzin is niet goed. Probeer het nog eens." in typist.heard
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
    assert done == KeyDone() and isinstance(again.state(), Unlocked)


def test_plans_that_stand_open_are_locked_and_that_is_confirmed(tmp_path: Path) -> None:
    front = door(tmp_path)
    for name in (ANNIE, "Bram Vos"):
        front.new_plan(name)
    front.close()
    lock = home_lock(tmp_path)
    later, _ = talk(talks(lock).offer(lambda: None), "2")
    assert later == KeyDone(kept=False) and talks(lock).offered == "lock"
    done, typist = talk(talks(lock).offer(lambda: None), "1", *A_KEY, "1")
    assert done == KeyDone() and "Plan 2 van 2 krijgt een slot." in typist.heard
    assert talks(lock).offered == "confirm"
    done, typist = talk(talks(lock).offer(lambda: None), "2")
    assert done is not None and "Het oude bestand is weg." in typist.heard and talks(lock).offered == ""
