"""Plans of clients with something agreed for the Tuesday on which these tests are, and what was noted of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.tools.table import Counting
from tests.tools.window import door
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import statements

TUESDAY = date(2026, 3, 3).isoweekday()
KARIM = "Karim El Idrissi"
CLIENTS = ("Annie", "Bram", "Cor", "Dina", "Els", "Fred", "Gerda", "Henk", "Ina", "Jan", "Koos", "Lia")


class NoteOf(NamedTuple):
    """One note: by whom, whether it was done, why not, and words."""

    by: str
    done: str | None
    because: str | None
    text: str | None
    part: str | None = None


def _agree(act: Act, name: str, parts: tuple[str, ...]) -> None:
    """What is agreed on Tuesdays in one plan: stockings by Karim, and a walk by somebody else."""
    karim, roos = people.add(act, KARIM, "carer", salutation="Karim"), people.add(act, "Roos", "family")
    for want, at, who in ((f"Kousen aan bij {name}.", parts, karim), ("Een rondje.", ("afternoon",), roos)):
        agreed = agreements.add(act, want)
        agreements.step_when(act, agreements.add_step(act, agreed, want), "dinsdag", (TUESDAY,), at)
        agreements.task(act, agreed, who)


def with_clients(home: Path, *names: str, parts: tuple[str, ...] = ("morning",), bad_day: str = "") -> None:
    """Plans of these clients, each with a Tuesday; stockings are for these parts of it. `bad_day` is what each said of
    one, beside something private."""
    front = door(home, Counting())
    for name in names:
        with front.sit_down(front.new_plan(name))._unit_of_work.undoable(None, sitting=False) as act:
            _agree(act, name, parts)
            for text, domain in ((bad_day, None), ("Samen slapen.", "sexuality-and-intimacy")) if bad_day else ():
                statements.add_statement(
                    act, topic="good-day-bad-day", step="sides", prompt="Hoe?", text=text, side="bad", domain=domain
                )
    front.close()


def notes_of(home: Path, *names: str) -> list[NoteOf]:
    """What was noted in these plans; that is no conversation."""
    front = door(home)
    views = [front.sit_down(front.find(name)).view for name in names]
    front.close()
    assert not any(view.conversations for view in views)
    return [NoteOf(n.voice.name, n.done, n.because, n.text, n.part_of_day) for view in views for n in view.progress]
