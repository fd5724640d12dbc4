"""What the lock costs: unlocking to home, opening a locked plan, a copy of it, and reading it by what was granted."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.locked_index import with_index
from benchmarks.stores import act_of, new_id, now, opened, with_plans
from benchmarks.table import Figure, Row, compare, interleaved, median, ms
from benchmarks.windows import zlp
from benchmarks.years import seen, with_years
from zlp_tui import places
from zlp_tui.conversation.session.front_door import front_with
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.i18n import Catalogue
from zlp_tui.keys.derivation import LEAST
from zlp_tui.plan.tables.client import grants, people
from zlp_tui.script.loading import load_script

WORDS: Final = "lepel wolk fiets zomer"
GRANTED: Final = 12
"""So many people were asked about, each with what they may read."""


def lock_of(home: Path) -> HomeLock:
    """The lock of a home, whose passphrase costs nothing to look at: the derivation is a budget of its own."""
    return HomeLock(home, clock=now, new_id=new_id, cost=LEAST)


def locked(home: Path) -> HomeLock:
    """A home whose plans were locked, by somebody who has unlocked it."""
    lock = lock_of(home)
    lock.make_keyholder("Sanne", WORDS)
    if lock.has_plans_to_move:
        lock.move(lambda _moved, _of: None)
        lock.remove_unlocked_copies()
    return lock


def rows(folder: Path, runs: int) -> list[Row]:
    """The rows of the lock, each beside the same without it."""
    return [*_unlocking(folder, runs), *_opening(folder, runs), *_copying(folder, runs)]


def _unlocking(folder: Path, runs: int) -> list[Row]:
    """From Enter after the passphrase to home, with 30 plans and with 10,000."""
    few, many = with_plans(folder / "few", 30), folder / "many"
    shutil.copytree(with_plans(folder.parent / "many", 10_000), many)
    locked(few)
    with_index(many, lock_of(many), WORDS)
    found = interleaved(runs, {"few": partial(_unlocked, few), "many": partial(_unlocked, many)})
    return [
        Row("unlocking, beyond the derivation: home with 30 plans", (Figure(median(found["few"]), 300),),
            ms(found["few"])),
        compare("the same with 10,000 plans", found["many"], found["few"], "30 plans", within=300),
    ]


def _unlocked(home: Path) -> float:
    with zlp(home=home, ready="wachtwoord").brought() as window:
        window.settle(quiet=1.5, timeout=8)  # what unlocking needs is loaded while somebody types
        window.write(WORDS)
        window.settle(quiet=0.5)
        written = window.write("\r")
        came = window.wait(lambda text: "Stoppen" in text and "Met wie" in text, 20)
        return float("nan") if came is None else (window.complete(came) - written) * 1000


def _opening(folder: Path, runs: int) -> list[Row]:
    """A locked plan of one year as it is felt; and in one process, without a picture, what grants cost: to the letter,
    and to that of a carer who sits down."""
    plan = with_years(folder / "open", 1)
    shutil.copytree(folder / "open", folder / "locked")
    locked(folder / "locked")
    words = folder / "words"
    words.write_text(f"{WORDS}\n", "utf-8")
    shown = interleaved(runs * 2, {
        "open": partial(seen, folder / "open"), "locked": partial(seen, folder / "locked", words)
    })
    shutil.copytree(folder / "open", folder / "asked")
    _ask_about(folder / "asked", plan, given=False)
    shutil.copytree(folder / "asked", folder / "given")
    _ask_about(folder / "given", plan, given=True)
    found = interleaved(runs * 5, {
        **{name: _desk(folder / name, plan) for name in ("asked", "given")},
        "asked, carer": _desk(folder / "asked", plan, also="carer"),
        "given, carer": _desk(folder / "given", plan, also="carer"),
    })
    nobody = "the same people, nobody asked about"
    return [
        compare("opening a locked plan, from Enter at home", shown["locked"], shown["open"],
                "the same in an open file", times=1.15),
        compare(f"opening with grants of {GRANTED} people", found["given"], found["asked"], nobody, times=1.15),
        compare("the same, and one of them sits down: each line is asked about", found["given, carer"],
                found["asked, carer"], nobody, within=100),
    ]


def _ask_about(home: Path, plan: str, *, given: bool) -> None:
    """People in a plan; what each of them may read."""
    with closing(opened(home)) as store, store.writing() as session:
        act = act_of(session, plan)
        if not given:
            for number in range(GRANTED):
                people.add(act, f"Carer {number}", "carer")
            return
        for (person,) in session.run("SELECT id FROM person WHERE kind = 'carer' ORDER BY seq", ()):
            grants.give(act, str(person), "everything", see=True)


def _desk(home: Path, plan: str, also: str = "") -> Callable[[], float]:
    """Opens a plan, to its letter; with the first one of a kind who sits down beside the client."""
    script, tr, lock = load_script(places.content() / "nl"), Catalogue("nl", places.content()), lock_of(home)

    def measured() -> float:
        with closing(front_with(script, home, tr, now, new_id, open_stores=lock.stores, lock=lock)) as front:
            began = time.perf_counter()
            desk = front.sit_down(plan)
            if also:
                other = next(person.id for person in desk.view.people if person.kind == also)
                desk.seat([desk.view.client, other])
            desk.letter()
            took = (time.perf_counter() - began) * 1000
            desk.leave()
        return took

    return measured


def _copying(folder: Path, runs: int) -> list[Row]:
    """A copy of a plan of ten years, with all that is looked at before it counts."""
    plan = with_years(folder / "ten", 10)
    copies = locked(folder / "ten").copies()

    def copied() -> float:
        began = time.perf_counter()
        copies.copy(plan)
        return (time.perf_counter() - began) * 1000

    found = interleaved(runs, {"copy": copied})
    return [Row("a copy of a plan of ten years", (Figure(median(found["copy"]), 1000),), ms(found["copy"]))]
