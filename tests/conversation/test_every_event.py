"""E09: each thing that NEN 7513 wants to be told makes one line in the log of its plan, with all of its fields."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

import pytest

from tests.tools.locked import WORDS, front_of, home_lock, locked_home
from tests.tools.table import Ticking, typing
from zlp_tui import places
from zlp_tui.access_point import AccessSource
from zlp_tui.conversation.ports.keyholding import Locked
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.conversation.session.locked_plans.plan_keys import NamedPlan, PlanKeys
from zlp_tui.errors import NotAllowed
from zlp_tui.plan.access import AccessMode, Scope
from zlp_tui.plan.audit_line import EVENTS, AuditEvent, AuditLine
from zlp_tui.plan.queries.audit_check import check_log
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.view import Place
from zlp_tui.store.own_files.hand_over import hand_over, take_in
from zlp_tui.store.own_files.plan_folder import open_plan

SAID: Final = Place("two-minutes", "two-minutes")
OF_OTHER_ROOMS: Final[frozenset[AuditEvent]] = frozenset({"unfold", "export", "erase"})
"""Told by rooms that have tests of their own."""
OF_THE_FILE: Final[frozenset[AuditEvent]] = frozenset(
    {"open", "list", "hand-over", "take-in", "give-key", "take-key", "new-key", "backup", "restore"}
)
"""Nobody of the plan is named in these: a keyholder did them."""


def _new_id() -> str:
    return str(uuid4())


class Computer:
    """A home that somebody has unlocked by one face, and what is told in the log of its plan."""

    def __init__(self, home: Path, source: AccessSource, name: str) -> None:
        self.home = home
        locked_home(home, name)
        self.lock = HomeLock(home, clock=Ticking(), new_id=_new_id, source=source)
        state = self.lock.state()
        assert isinstance(state, Locked)
        self.lock.unlock(state.holders[0].id, WORDS)
        self.plan, self.seen, self.told = "", 0, dict[str, list[AuditLine]]()

    @property
    def folder(self) -> Path:
        return places.plans_folder(self.home)

    def keys(self) -> PlanKeys:
        return PlanKeys(self.home, self.lock.who, self.lock.to_read(), clock=Ticking(), new_id=_new_id)

    def forget(self) -> None:
        """Look at all lines anew."""
        self.seen = 0
        self.told.clear()

    def new_lines(self) -> list[str]:
        """The events that were told since one asked last; every line is whole."""
        keys = self.lock.who.keys
        opened = closing(open_plan(self.folder, self.plan, keys, clock=Ticking(), read_only=True))
        with opened as store, store.reading() as session:
            assert check_log(session, self.plan, store.seal).sound
            lines = lines_of_plan(session, self.plan)[self.seen:]
        self.seen += len(lines)
        for line in lines:
            self.told.setdefault(line.event, []).append(line)
        return [line.event for line in lines]


def _refuses(person: str, action: AccessMode, scope: Scope) -> bool:
    return action == "see"


def test_e09_each_event_makes_one_line_with_all_fields(tmp_path: Path) -> None:
    """Event, action, outcome, when, who, on whose behalf, by which key, from which computer, by which face."""
    here = Computer(tmp_path / "here", "screen", "Sanne")
    front = front_of(here.home, here.lock)
    here.plan = plan = front.new_plan("Annie de Vries")
    assert here.new_lines() == ["begin"]
    desk = front.sit_down(plan)
    client = desk.view.client
    assert here.new_lines() == ["open"]
    karim, _ = desk.join("Karim")
    desk.seat([client, karim.id])
    here.new_lines()
    desk.sit_at_keyboard(karim.id)
    desk.speak_as(client)
    typing(desk)
    desk.sit_at_keyboard(karim.id)
    here.new_lines()
    desk.go(SAID)
    (said,) = desk.answer(Spoken("Koffie.")).refs
    assert set(here.new_lines()) == {"change"}
    desk.withdraw(said)
    assert here.new_lines() == ["withdraw"]
    desk.undo()
    assert here.new_lines() == ["undo"]
    front.stores.tell_listed([plan], Ticking()())
    assert here.new_lines() == ["list"]
    front.close()
    keys = here.keys()
    stranger = home_lock(here.home).new_keyholder("Omar", WORDS)[0].keys.public
    keys.give([NamedPlan(plan, "")], stranger)
    assert here.new_lines() == ["give-key"]
    keys.take_back(plan, stranger)
    assert here.new_lines() == ["backup", "new-key", "take-key"]
    copies = here.lock.copies()
    copies.copy(plan)
    assert here.new_lines() == ["backup"]
    copies.restore(plan, copies.copies(plan)[0])
    here.forget()  # the log of the copy goes on
    assert here.new_lines()[-3:] == ["backup", "new-key", "restore"]
    there = Computer(tmp_path / "there", "command", "Omar")
    file, who = tmp_path / "stick", [there.lock.who.keys.public]
    hand_over(here.folder, plan, here.lock.who.keys, file, who, _new_id, Ticking())
    assert here.new_lines() == ["hand-over"]
    there.plan = take_in(file, there.folder, there.lock.who.keys, Ticking())
    there.seen = here.seen + 1  # the file that was handed over has a key of its own
    assert there.new_lines() == ["take-in"]
    _are_whole(here, "screen", (client, karim.id))
    _are_whole(there, "command", (client, karim.id))
    assert {*here.told, *there.told} >= set(EVENTS) - OF_OTHER_ROOMS
    assert here.lock.access_point().computer != there.lock.access_point().computer
    typed = here.told["change"][-1]
    assert (typed.person, typed.on_behalf_of) == (karim.id, client), "Karim typed what Annie said"
    assert _sentences(here) >= {
        "Karim schreef op wat Annie de Vries zei.", "Sanne gaf een sleutel van het plan aan Omar.",
        "Sanne nam de sleutel van Omar terug.", "Sanne zette een kopie van het plan terug.",
        "Sanne gaf het plan in een bestand mee aan iemand.",
    }
    assert _sentences(there) >= {
        "Iemand met een sleutel gaf een sleutel van het plan aan iemand.", "Omar haalde het plan uit een bestand.",
        "Iemand met een sleutel deed het plan open.", "Omar deed het plan open.",
    }, "Sanne is not known on that computer"


def _sentences(computer: Computer) -> set[str]:
    with closing(front_of(computer.home, computer.lock)) as front:
        return {line for day in front.sit_down(computer.plan).history.who_looked().days for line in day.lines}


def test_a_keyholder_who_is_in_the_plan_is_called_as_there_and_told_once(tmp_path: Path) -> None:
    """Who opened the plan and said that they looked is not told twice."""
    here = Computer(tmp_path, "screen", "karim  el idrissi")
    with closing(front_of(here.home, here.lock)) as front:
        here.plan = plan = front.new_plan("Annie de Vries")
        desk = front.sit_down(plan)
        karim, _ = desk.join("Karim El Idrissi")
        assert "Karim El Idrissi deed het plan open." in desk.history.who_looked().days[0].lines
        desk.seat([karim.id])
        told = desk.history.who_looked().days[0].lines
    assert "Karim El Idrissi keek in het plan." in told and not any("deed het plan open" in line for line in told)


def _are_whole(computer: Computer, source: AccessSource, people: Iterable[str]) -> None:
    point, keyholder = computer.lock.access_point(), computer.lock.who.keys.public.hex()
    assert point.source == source and str(UUID(point.computer or "")) == point.computer
    for event, lines in computer.told.items():
        for line in lines:
            assert (line.access_point, line.source, line.keyholder) == (point.computer, source, keyholder)
            assert line.at and line.outcome == "done" and line.chain and line.seal
            assert (line.person is None) == (event in OF_THE_FILE), line
            assert line.person is None or line.person in people


def test_e09_what_was_refused_is_told_with_all_fields(tmp_path: Path) -> None:
    here = Computer(tmp_path, "lines", "Sanne")
    front = front_of(here.home, here.lock)
    here.plan = front.new_plan("Annie de Vries")
    front._grants = lambda _plan: _refuses
    desk = front.sit_down(here.plan)
    here.new_lines()
    desk.go(SAID)
    with pytest.raises(NotAllowed):
        desk.answer(Spoken("Koffie."))
    assert here.new_lines() == ["change"]
    (line,) = here.told["change"]
    assert (line.outcome, line.source, line.person) == ("refused", "lines", desk.view.client)
    assert line.topic and line.access_point and line.from_seq is None
    front.close()


def test_an_id_of_a_computer_is_kept_and_one_that_is_nonsense_is_made_anew(tmp_path: Path) -> None:
    lock, file = home_lock(tmp_path), places.access_point_file(tmp_path)
    made = lock.access_point().computer
    assert made and lock.access_point().computer == made and file.stat().st_mode & 0o777 == 0o600
    for nonsense in (b"", b"\xff\xfe", b"Laptop van Annie", b"x" * 5000):
        file.write_bytes(nonsense)
        anew = lock.access_point().computer
        assert anew and anew != made and lock.access_point().computer == anew
    file.unlink()
    file.mkdir()
    assert lock.access_point().computer is None
