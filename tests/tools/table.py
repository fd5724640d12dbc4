"""What tests of the conversation and its faces share: a front door on a real store, with injected clock and ids."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.tools.copies import files_of, lay
from tests.tools.prepared import front_on
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick, Picked, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.plan.access import Grants, May, everybody_may, no_grants
from zlp_tui.plan.view import Place
from zlp_tui.script.legs import WHOLE

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


class Ticking:
    """A clock that goes on a second with each look, so that order and time agree and nothing depends on today."""

    def __init__(self, start: datetime = START) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Counting:
    """Ids that count."""

    def __init__(self, last: int = 0) -> None:
        self._last = last

    @property
    def last(self) -> int:
        """How many there were."""
        return self._last

    def __call__(self) -> str:
        self._last += 1
        return str(uuid.UUID(int=self._last, version=4))


class GivenGrants:
    """Grants that a test gives and takes: the same for every plan."""

    def __init__(self) -> None:
        self.may: May = everybody_may

    def __call__(self, plan: str) -> May:
        return self.may


@dataclass(slots=True)
class Table:
    """An open front door and one plan on the table."""

    home: Path
    front: Front
    plan: str
    desk: DeskSession
    clock: Ticking
    grants: GivenGrants
    written: Iterator[int] = field(default_factory=lambda: count(10_000_000))
    """Ids of what is written in the plan without a conversation."""

    def give(self, may: May) -> DeskSession:
        """Who may see and write what from now on; nobody gets up."""
        self.grants.may = may
        self.desk.reload()
        return self.desk

    def next_sitting(self) -> DeskSession:
        """Get up, and sit down again with the same plan."""
        self.desk.leave()
        self.desk = typing(self.front.sit_down(self.plan))
        return self.desk

    def unasked(self) -> DeskSession:
        """The same, and nobody said yet who types."""
        self.desk.leave()
        self.desk = self.front.sit_down(self.plan)
        self.desk.take_route(WHOLE)
        return self.desk


def open_door(
    home: Path, clock: Ticking | None = None, packs: Sequence[Path] = (), grants: Grants = no_grants
) -> Front:
    """A front door on a store in a folder, with the shipped script."""
    return front_on(home, clock or Ticking(), Counting(), packs, grants)


class _Begun(NamedTuple):
    """A home in which a plan was begun, and what comes next there."""

    files: Mapping[Path, bytes]
    plan: str
    now: datetime
    ids: int


@cache
def _annies_plan() -> _Begun:
    """A new plan of Annie de Vries: made once in each process, and copied."""
    with TemporaryDirectory() as folder:
        home, clock, ids = Path(folder), Ticking(), Counting()
        front = front_on(home, clock, ids)
        plan = front.new_plan("Annie de Vries", "mevrouw De Vries")
        front.close()
        return _Begun(files_of(home), plan, clock.now, ids.last)


def lay_new_plan(home: Path) -> None:
    """A home in which Annie de Vries has a plan in which nothing was said yet."""
    lay(_annies_plan().files, home)


def lay_table(home: Path, packs: Sequence[Path] = ()) -> Table:
    """A new plan of Annie de Vries, on the table."""
    begun, grants = _annies_plan(), GivenGrants()
    lay_new_plan(home)
    clock = Ticking(begun.now)
    front = front_on(home, clock, Counting(begun.ids), packs, grants)
    return Table(home, front, begun.plan, typing(front.sit_down(begun.plan)), clock, grants)


def typing(desk: DeskSession) -> DeskSession:
    """A desk at which the client types, if the client is there, on the way along the whole plan."""
    desk.take_route(WHOLE)
    if desk.view.client in {person.id for person in desk.present}:
        desk.sit_at_keyboard(desk.view.client)
    return desk


def speaks(desk: Desk, person: str) -> None:
    """Somebody sits down, where they were not, speaks and types."""
    here = tuple(seated.id for seated in desk.present)
    if person not in here:
        desk.seat((*here, person))
    desk.speak_as(person)
    desk.sit_at_keyboard(person)


def agree_on_plan(desk: DeskSession) -> None:
    """Make an edition of the plan as it stands: from then on there is something to look back on."""
    desk.go(Place("agreed", "together", "confirm"))
    desk.answer(Picked(("yes",)))


def choose_domains(desk: Desk, *domains: str) -> None:
    """The client chooses which parts of life to talk about, in this order."""
    desk.go(Place("domains", "cards"))
    desk.answer(Picked(domains))


def card_of(desk: Desk, domain: str) -> Turn:
    """The card of a part of life, which is there for who goes card by card; what was chosen stays."""
    page = desk.go(Place("domains", "cards")).input
    assert isinstance(page, Pick)
    desk.answer(Picked((*page.chosen, "one-by-one")))
    return desk.go(Place("domains", "cards", domain))
