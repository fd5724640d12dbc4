"""One thing done by one person: what every writer of a plan gets first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from zlp_tui.errors import NotAllowed
from zlp_tui.plan.access import May, Scope, everybody_may
from zlp_tui.plan.timestamps import day, instant
from zlp_tui.plan.transaction import Transaction


@dataclass(frozen=True)
class Act:
    """One thing done by one person, that becomes one or more Changes and is undone as one.

    `by` is the id of the person who speaks, `today` the local date, `pack` the script pack and its version, kept with
    the wording of questions. `id` groups the Changes. `may` answers what who speaks may write.
    """

    session: Transaction
    plan_id: str
    by: str
    conversation: str | None
    at: datetime
    today: date
    new_id: Callable[[], str]
    id: str
    pack: str
    may: May = everybody_may

    def require(self, scope: Scope) -> None:
        """`NotAllowed` when who speaks may not write in this scope. `changes.py` asks it for every row."""
        if not self.may(self.by, "write", scope):
            raise NotAllowed("You may read this, but not change it.")

    @property
    def instant(self) -> str:
        """When, as it is kept."""
        return instant(self.at)

    @property
    def day(self) -> str:
        """On which local date, as it is kept."""
        return day(self.today)
