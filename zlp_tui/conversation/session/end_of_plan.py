"""`PlanEnding`: the end of one plan, and taking it up again. Both are acts that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.conversation.session.draft_store import aside_draft
from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.dates import read_date, short_date
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import plans
from zlp_tui.said_day import DayRange
from zlp_tui.text import LIMIT, clean

PAST: Final = DayRange("past")


class EndingCommands:
    """Implements `PlanEnding`."""

    def __init__(self, plan: LoadedPlan, unit_of_work: UnitOfWork) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work

    @property
    def since(self) -> str:
        """The day since which nothing more is done with the plan, in words; empty while it goes on."""
        ended = self._plan.view.ended_on
        return self.in_words(ended) if ended else ""

    @property
    def because(self) -> str:
        """Why, in somebody's own words; empty where that was not said."""
        return self._plan.view.ended_because or ""

    def day(self, typed: str) -> str:
        """The ISO date of a day as it is typed, today where nothing is; `Refused` for none, and for one to come."""
        now = today(self._plan.clock)
        said = read_date(typed, now, self._plan.script.locale, PAST) if clean(typed) else now
        if said > now:
            raise Refused("This day is still to come. A plan ends today, or earlier.")
        return said.isoformat()

    def in_words(self, day: str) -> str:
        """An ISO date in words."""
        return short_date(day, self._plan.script.locale)

    def end(self, day: str, because: str) -> Kept:
        """Nothing more is done with the plan since an ISO date. An act of who types, and no conversation begins."""
        words = clean(because)
        told, draft = self._plan.tr("This plan has ended."), aside_draft("plan-ended", None)
        with self._writing(told, draft) as act:
            plans.end(act, date.fromisoformat(day), words or None)
        return Kept((self._plan.id,), LIMIT if words.was_cut else None, written=self._unit_of_work.wrote)

    def take_up_again(self) -> Kept:
        """The plan goes on, as it was."""
        with self._writing(self._plan.tr("The plan goes on.")) as act:
            plans.take_up_again(act)
        return Kept((self._plan.id,), written=self._unit_of_work.wrote)

    @contextmanager
    def _writing(self, told: str, draft: str | None = None) -> Iterator[Act]:
        """A unit of work of who types, or of who speaks where that was not said."""
        seats = self._plan.seats
        with (
            seats.speaking(seats.writes or seats.voice),
            self._unit_of_work.undoable(told, draft=draft, sitting=False) as act,
        ):
            yield act
