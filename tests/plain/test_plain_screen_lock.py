"""`/slot`: line by line the screen is locked until the passphrase is given, and the talk goes on where it was."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.tools.key_typist import KeyTypist
from tests.tools.locked import WORDS, front_of, home_lock, locked_plans, unlocked_by
from tests.tools.prepared import dutch
from tests.tools.table import typing
from tests.tools.window import door
from zlp_tui.conversation.ports.keyholding import Locked
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.wizards.keys.home_lock_wizards import HomeLockWizards
from zlp_tui.idle_watch import IdleWatch
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plain_wizard import PlainWizard, UnseenLines
from zlp_tui.plain.plan_chooser import choose_plan
from zlp_tui.plain.screen_lock import ScreenLock
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plain.typed.watched_lines import WatchedLines
from zlp_tui.plain.watched_choice import chosen_while_watched

ANNIE = "Annie de Vries"
WIPED = "=wiped="


def talk(home: Path, lock: HomeLock, *lines: str) -> KeyTypist:
    """A talk about the plan of Annie in which these lines are typed."""
    front = front_of(home, lock)
    typist = KeyTypist(*lines)
    out = LineWriter(typist.out)
    screen_locker = ScreenLock(front, HomeLockWizards(lock, dutch()), out, dutch(), lambda: out.print(WIPED))
    run_talk(
        typing(front.sit_down(front.find(ANNIE))), typist, out, dutch(), topic="two-minutes",
        unseen=UnseenLines(typist.hidden), lock=screen_locker,
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


class Terminal:
    """A terminal at which so many seconds go by, something is typed without Enter, or (`LINE`) the next line is."""

    def __init__(self, typist: KeyTypist, clock: list[float], happens: Iterable[float | str]) -> None:
        self._typist = typist
        self._clock = clock
        self._happens = iter(happens)
        self._waiting = self._held = ""

    def line_comes(self, seconds: float) -> bool:
        """What happens next; when nothing does any more, lines come."""
        next_up = next(self._happens, LINE)
        if isinstance(next_up, float):
            self._clock[0] += next_up
        elif next_up != LINE:
            self._waiting += next_up
        return next_up == LINE

    def take_typed(self) -> bool:
        """What was typed since the last time."""
        typed, self._waiting = self._waiting, ""
        self._held += typed
        return bool(typed)

    def next(self) -> str | None:
        """The next line."""
        return self._typist.next()

    def unfinished(self) -> str:
        """What stands there."""
        return self._held

    def drop(self) -> None:
        """Nothing stands there any more."""
        self._held = ""


LINE = "=line="


def idle_talk(home: Path, happens: Iterable[float | str], *lines: str) -> KeyTypist:
    """The same talk at a terminal."""
    lock = unlocked_by(home, "Sanne")
    front, typist, clock = front_of(home, lock), KeyTypist(*lines), [0.0]
    out = LineWriter(typist.out)
    screen_locker = ScreenLock(front, HomeLockWizards(lock, dutch()), out, dutch(), lambda: out.print(WIPED))
    watch = IdleWatch(lambda: clock[0], lambda: 0.0)
    run_talk(
        typing(front.sit_down(front.find(ANNIE))), typist, out, dutch(), topic="two-minutes",
        unseen=UnseenLines(typist.hidden), lock=screen_locker,
        watched=WatchedLines(Terminal(typist, clock, happens), watch, out, lambda: "BIJNA"),
    )
    front.close()
    return typist


def test_nobody_at_the_terminal_and_the_screen_is_locked_after_it_was_said(tmp_path: Path) -> None:
    """E06 line by line: what stood there half is kept, and is no beginning of the words."""
    locked_plans(tmp_path, ANNIE)
    typist = idle_talk(tmp_path, (100.0, "Thee met", 150.0, 40.0, 20.0), WORDS, "/stop")
    before, after = typist.heard.split(WIPED)
    locked, goes_on = after.split("Het slot gaat open")
    assert "BIJNA\n> Thee met" in before and "Thee met" not in locked and "Thee met" in goes_on
    assert typist.unseen == [WORDS] and said(tmp_path) == []


def test_any_key_after_that_keeps_it_open_and_an_empty_line_only_answers(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    happens = (241.0, "K", 10.0, 200.0, LINE, 250.0, LINE)
    heard = idle_talk(tmp_path, happens, "Koffie.", "", "Thee.", "/stop").heard
    assert heard.count("BIJNA") == 2 and WIPED not in heard and said(tmp_path) == ["Koffie.", "Thee."]


def test_a_conversation_about_keys_ends_and_nothing_typed_for_it_is_kept(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE)
    happens = (LINE, LINE, "lepel wolk", 250.0, 60.0)
    typist = idle_talk(tmp_path, happens, "/sleutels", "1", WORDS, "/stop")
    assert WIPED in typist.heard and "lepel" not in typist.heard and typist.unseen == [WORDS]


def idle_choice(home: Path, happens: Iterable[float | str], *lines: str) -> tuple[KeyTypist, str | None]:
    """Choosing a plan at a terminal; what was typed and heard there, and the plan."""
    lock = unlocked_by(home, "Sanne")
    front, typist, clock = front_of(home, lock), KeyTypist(*lines), [0.0]
    out = LineWriter(typist.out)
    screen_locker = ScreenLock(front, HomeLockWizards(lock, dutch()), out, dutch(), lambda: out.print(WIPED))
    watch = IdleWatch(lambda: clock[0], lambda: 0.0)
    watched = WatchedLines(Terminal(typist, clock, happens), watch, out, lambda: "BIJNA")
    chosen = chosen_while_watched(
        lambda: choose_plan(front, watched, out, dutch()), watched, screen_locker,
        PlainWizard(typist, out, dutch(), UnseenLines(typist.hidden)).run,
    )
    name = front.sit_down(chosen).plan_name if chosen is not None else None
    front.close()
    return typist, name


LOOKS: dict[str, tuple[tuple[float | str, ...], tuple[str, ...]]] = {
    "at the list": ((), ()), "at the name of a new plan": ((LINE,), ("0",)),
    "at the list of today": ((LINE,), ("/vandaag",)),
}


@pytest.mark.parametrize("where", LOOKS)
def test_nobody_chooses_a_plan_and_the_screen_is_locked(tmp_path: Path, where: str) -> None:
    """Names of clients stand there. Who unlocks is asked anew; half a name is no beginning of the words."""
    locked_plans(tmp_path, ANNIE, "Bep Smit")
    before, typed = LOOKS[where]
    typist, name = idle_choice(tmp_path, (*before, 100.0, "Be", 150.0, 40.0, 20.0), *typed, WORDS, "Bep")
    seen, after = typist.heard.split(WIPED)
    locked, anew = after.split("Het slot gaat open")
    assert "BIJNA\n> Be" in seen and ANNIE not in locked and ANNIE in anew
    assert (typist.unseen, name) == ([WORDS], "Bep Smit")


def test_where_nobody_unlocks_no_plan_is_chosen(tmp_path: Path) -> None:
    locked_plans(tmp_path, ANNIE, "Bep Smit")
    typist, name = idle_choice(tmp_path, (250.0, 60.0), "/stop")
    assert WIPED in typist.heard and ANNIE not in typist.heard.split(WIPED)[1] and name is None
