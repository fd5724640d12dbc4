"""`/slot`: line by line the screen is locked until the passphrase is given, and the talk goes on where it was."""

from __future__ import annotations

from pathlib import Path

from tests.tools.key_typist import KeyTypist
from tests.tools.locked import WORDS, front_of, home_lock, locked_plans, unlocked_by
from tests.tools.prepared import dutch
from tests.tools.table import typing
from tests.tools.window import door
from zlp_tui.conversation.asking.keys.home_lock_talks import HomeLockTalks
from zlp_tui.conversation.ports.keyholding import Locked
from zlp_tui.conversation.session.home_lock import HomeLock
from zlp_tui.plain.key_talk import UnseenLines
from zlp_tui.plain.line_writer import LineWriter
from zlp_tui.plain.screen_lock import ScreenLock
from zlp_tui.plain.talk_loop import run_talk

ANNIE = "Annie de Vries"
WIPED = "=wiped="


def talk(home: Path, lock: HomeLock, *lines: str) -> KeyTypist:
    """A talk about the plan of Annie in which these lines are typed."""
    front = front_of(home, lock)
    typist = KeyTypist(*lines)
    out = LineWriter(typist.out)
    curtain = ScreenLock(front, HomeLockTalks(lock, dutch()), out, dutch(), lambda: out.print(WIPED))
    run_talk(
        typing(front.sit_down(front.find(ANNIE))), typist, out, dutch(), topic="two-minutes",
        unseen=UnseenLines(typist.hidden), lock=curtain,
    )
    front.close()
    return typist


def said(home: Path) -> list[str]:
    front = front_of(home, unlocked_by(home, "Sanne"))
    try:
        return [line.text for line in front.sit_down(front.find(ANNIE)).view.statements]
    finally:
        front.close()


def test_the_talk_goes_on_at_the_same_question_once_the_words_are_given(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    typist = talk(tmp_path, unlocked_by(tmp_path, "Sanne"), "/slot", "fout is fout", WORDS, "Koffie.", "/stop")
    before, after = typist.heard.split(WIPED)
    locked, goes_on = after.split("Het slot gaat open", maxsplit=1)
    assert "twee minuten" in before and "twee minuten" in goes_on
    assert "Het scherm is op slot. Alles is bewaard." in locked and "Dag Sanne." in locked
    assert ANNIE not in locked and "twee minuten" not in locked
    assert typist.unseen == ["fout is fout", WORDS] and said(tmp_path) == ["Koffie."]


def test_whoever_stops_there_has_stopped_and_no_key_is_left(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    for lines in (("Koffie.", "/slot", "/stop"), ("/slot",)):
        lock = unlocked_by(tmp_path, "Sanne")
        heard = talk(tmp_path, lock, *lines).heard
        assert isinstance(lock.state(), Locked) and ANNIE not in heard.split(WIPED)[1]
    assert said(tmp_path) == ["Koffie."]


def test_where_somebody_else_unlocks_the_talk_stops(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    home_lock(tmp_path).new_keyholder("Karim", "nog vier andere woorden")
    heard = talk(tmp_path, unlocked_by(tmp_path, "Sanne"), "/slot", "1", "nog vier andere woorden", "Thee.").heard
    assert "Iemand anders opende het slot." in heard and "Bewaard" not in heard and said(tmp_path) == []


def test_where_plans_have_no_lock_it_says_so(tmp_path: Path) -> None:
    front = door(tmp_path)
    front.new_plan(ANNIE)
    front.close()
    heard = talk(tmp_path, home_lock(tmp_path), "/slot", "Koffie.", "/stop").heard
    assert "Hier is geen slot." in heard and WIPED not in heard and "Bewaard" in heard
