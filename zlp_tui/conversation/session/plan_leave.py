"""What each person may see and write in one plan as it stands: whoever reads a plan gets its readers here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from zlp_tui.plan.access import Grants, May, Readers, both, no_grants, number_for_client_only
from zlp_tui.plan.granted import NOTHING_UNFOLDED
from zlp_tui.plan.heard import Heard
from zlp_tui.plan.queries.granted_in_plan import follow_history, granted_in
from zlp_tui.plan.queries.load import client_of
from zlp_tui.plan.queries.people_named import people_named
from zlp_tui.plan.transaction import Transaction

UNKNOWN = ""
"""Who asks, where the plan does not say who that is: about them nothing is granted, and they heard nothing."""


class PlanLeave:
    """The leave that a plan gives. Errors as of `Store.reading`; `NotFound` where there is no such plan."""

    def __init__(
        self, reading: Callable[[], AbstractContextManager[Transaction]], plan_id: str, clock: Callable[[], datetime],
        grants: Grants = no_grants,
    ) -> None:
        """`reading` begins one look at the plan."""
        self._reading = reading
        self._plan = plan_id
        self._clock = clock
        self._grants = grants
        self._heard = Heard()
        self._heard_all = False
        """Whether it was followed since the plan was read."""
        self._by_line = False
        self.unfolding = NOTHING_UNFOLDED
        """What is open for now to whoever sits here; it holds from the next reading on."""
        with reading() as session:
            self.client = client_of(session, plan_id)
        """Whose plan it is, by person id."""
        self.may: May = grants(plan_id)
        """What each person may see and write, as it was when the plan was read."""
        self.read()

    def read(self, conversation: str | None = None) -> None:
        """Read it again: what the front door allows and the plan grants. `conversation` is the one that goes on."""
        self._heard_all = False
        day = self._clock().astimezone().date().isoformat()
        with self._reading() as session:
            granted = granted_in(session, self._plan, day, self._heard, conversation, self.unfolding)
        self._by_line = granted is not None
        by_plan = number_for_client_only(self.client) if granted is None else granted.allows
        self.may = both(self._grants(self._plan), by_plan)

    @property
    def by_line(self) -> bool:
        """Whether anything was granted or closed; until then everybody at the table may see all of it."""
        return self._by_line

    def of(self, *people: str) -> Readers:
        """These people, with what they may see now."""
        by_line = self._by_line and not {*people} <= {self.client}
        if by_line and not self._heard_all:
            with self._reading() as session:
                follow_history(session, self._plan, self._heard)
            self._heard_all = True
        return Readers(frozenset(people), self.may, by_line)

    def who_is(self, name: str) -> str:
        """The one person of the plan who has this name or goes by it, by id; `UNKNOWN` for nobody, and where more than
        one may be meant."""
        with self._reading() as session:
            named = people_named(session, self._plan, name)
        return named[0] if len(named) == 1 else UNKNOWN
