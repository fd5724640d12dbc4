"""What a plan of years costs: opening it and putting then beside now, and how that grows with what was noted."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.keys import BACK, NEXT
from benchmarks.starts import READY
from benchmarks.stores import PLACES, SENTENCE, act_of, add_sentence, name_of, new_id, now, opened
from benchmarks.table import Figure, Row, compare, interleaved, median, ms
from benchmarks.windows import LOADED, pressed, zlp
from zlp_tui.plan.access import Readers
from zlp_tui.plan.difference import difference
from zlp_tui.plan.queries.load import load_edition, load_view
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people, plans
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import DOMAINS
from zlp_tui.store.store import Store

AT_TABLE = "Aan tafel"
"""Seen as soon as a plan is open."""

AGREEMENTS, STATEMENTS, NOTES, LOOKS = 40, 400, 500, 2
"""Of one plan; and of each year of it: so often it is noted how it went, and looked back with an edition after it."""

READERS = Readers.of("reader")


@dataclass(frozen=True, slots=True)
class Years:
    """A plan of so many years in a store that is open."""

    store: Store
    plan: str

    def open(self) -> float:
        """Milliseconds to read the plan as it is."""
        return self._timed(lambda session: load_view(session, self.plan, READERS))

    def compare(self) -> float:
        """Milliseconds to read the edition before the last one and the plan as it is, and to compare them."""
        with self.store.reading() as session:
            ((last,),) = session.run("SELECT max(number) FROM edition WHERE plan_id = ?", (self.plan,))

        def compared(session: Transaction) -> object:
            return difference(
                load_edition(session, self.plan, int(last) - 1, READERS),
                load_view(session, self.plan, READERS),
            )

        return self._timed(compared)

    def _timed(self, what: Callable[[Transaction], object]) -> float:
        began = time.perf_counter()
        with self.store.reading() as session:
            what(session)
        return (time.perf_counter() - began) * 1000


def with_years(home: Path, years: int, notes: int = NOTES) -> str:
    """A home with one plan that was followed up and looked back on for years; the plan's id."""
    store = opened(home)
    with closing(store), store.writing() as session:
        plan = plans.start(session, name=name_of(0), at=now(), today=now().date(), new_id=new_id)
        act = act_of(session, plan)
        people.add(act, "Sanne", "family")
        aims = [goals.add(act, f"Doel {n}. {SENTENCE}", DOMAINS[n]) for n in range(8)]
        agreed = [agreements.add(act, f"{n}. {SENTENCE}", None, aims[n % len(aims)]) for n in range(AGREEMENTS)]
        said = [add_sentence(act, f"{n}. {SENTENCE}", PLACES[n % len(PLACES)]) for n in range(STATEMENTS)]
        for look in range(years * LOOKS):
            _half_a_year(act, agreed, notes // LOOKS)
            said[look] = statements.say_anew(act, said[look], f"Nu: {SENTENCE}")
            _look_back(act, aims)
    return plan


def _half_a_year(act: Act, agreed: list[str], notes: int) -> None:
    for number in range(notes):
        text = SENTENCE if number % 3 == 0 else None
        progress_notes.note(act, about=agreed[number % len(agreed)], on=act.today, done="yes", text=text)


def _look_back(act: Act, aims: list[str]) -> None:
    """An evaluation with an outcome per goal and a mark per domain, and the edition that it ends in."""
    look = evaluations.open_or_create(act, [act.by])
    for aim in aims:
        outcomes.of_goal(act, look, aim, outcome=SENTENCE, how_close="as-hoped", decision="go-on")
    for domain in DOMAINS[:8]:
        outcomes.mark(act, look, domain, 7)
    evaluations.close(act, look)
    editions.agree(act, [act.by], look)


def seen(home: Path, words: Path | None = None) -> list[float]:
    """Milliseconds from choosing the plan at home to the complete picture of it, in a program just started. `words`:
    the file with the passphrase of a locked one."""
    with zlp(home=home, ready=READY, words=words).brought() as window:
        window.expect(LOADED, timeout=20)
        window.settle(quiet=0.6)
        written = window.write("\r")
        came = window.wait(_is_open, 10)
        return [] if came is None else [(window.complete(came) - written) * 1000]


def _turned(home: Path, plan: str) -> list[float]:
    """Milliseconds from Verder and Terug to the complete picture, among the questions about each agreement."""
    talk = zlp("talk", plan, "--topic", "agreements", home=home, ready="Verder")
    with talk.brought() as window:
        return pressed(window, [NEXT, NEXT, BACK, NEXT], 16)


def _is_open(text: str) -> bool:
    return AT_TABLE in text


def rows(folder: Path, runs: int) -> list[Row]:
    """One year against ten, and the notes ×1, ×10 and ×100 in one year."""
    with ExitStack() as open_stores:

        def laid(name: str, years: int, notes: int) -> Years:
            plan = with_years(folder / name, years, notes)
            return Years(open_stores.enter_context(closing(opened(folder / name))), plan)

        plan = {name: laid(name, years, notes) for name, years, notes in (
            ("one", 1, NOTES), ("ten", 10, NOTES), ("x1", 1, 50), ("x10", 1, 500), ("x100", 1, 5000),
        )}
        opening = interleaved(runs * 5, {name: years.open for name, years in plan.items()})
        diff = interleaved(runs * 5, {name: years.compare for name, years in plan.items()})
    shown = interleaved(runs * 2, {name: partial(seen, folder / name) for name in ("one", "ten")})
    turned = interleaved(runs, {
        name: partial(_turned, folder / name, plan[name].plan) for name in ("one", "ten")
    }, warm_up=False)
    one_year, few_notes = "one year", "50 notes in a year"
    return [
        Row("opening a plan of one year, from Enter at home", (Figure(median(shown["one"]), 100),), ms(shown["one"])),
        compare("the same, ten years (5,000 notes, 20 editions)", shown["ten"], shown["one"], one_year, times=1.3),
        compare("Verder and Terug, ten years, among 40 agreements", turned["ten"], turned["one"], one_year, within=50),
        compare("then and now, ten years", diff["ten"], diff["one"], one_year, within=30),
        compare("PlanView of ten years", opening["ten"], opening["one"], one_year),
        *(
            row
            for name, notes in (("x10", "500"), ("x100", "5,000"))
            for row in (
                compare(f"PlanView with {notes} notes in a year", opening[name], opening["x1"], few_notes),
                compare(f"then and now with {notes} notes in a year", diff[name], diff["x1"], few_notes),
            )
        ),
    ]
