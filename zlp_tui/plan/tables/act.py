"""One thing done by one person: what every writer of a plan gets first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from zlp_tui.errors import NotAllowed
from zlp_tui.plan.access import May, Scope, everybody_may
from zlp_tui.plan.audit_line import AuditEntry, AuditEvent, ChangeValues
from zlp_tui.plan.timestamps import day, instant
from zlp_tui.plan.transaction import Transaction


@dataclass(frozen=True)
class Act:
    """One thing done by one person, that becomes one or more Changes and is undone as one.

    `by` is the id of the person who speaks, `today` the local date, `pack` the script pack and its version, kept with
    the wording of questions. `id` groups the Changes. `may` answers what who speaks may write. `typed_by` is who is at
    the keyboard, where somebody said so, and `event` what the log calls it.
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
    typed_by: str | None = None
    event: AuditEvent = "change"
    written: bool = False
    """Whether the words were written down beforehand, on paper, and are typed over."""

    def require(self, scope: Scope) -> None:
        """`NotAllowed` when who speaks may not write in this scope. `changes.py` asks it for every row."""
        if not self.may(self.by, "write", scope):
            self.session.refused.append(
                self._entry(self.event)._replace(outcome="refused", topic=scope.topic, domain=scope.domain)
            )
            raise NotAllowed("You may read this, but not change it.")

    def tell(self, change: ChangeValues, *, withdraws: bool) -> None:
        """Tell of one Change in the log; it is written in the same transaction."""
        event: AuditEvent = "withdraw" if withdraws and self.event == "change" else self.event
        self.session.tell(self._entry(event)._replace(changes=(change,)))

    def _entry(self, event: AuditEvent) -> AuditEntry:
        person = self.typed_by or self.by
        return AuditEntry(
            self.plan_id, self.instant, event, person, None if person == self.by else self.by
        )

    @property
    def instant(self) -> str:
        """When, as it is kept."""
        return instant(self.at)

    @property
    def day(self) -> str:
        """On which local date, as it is kept."""
        return day(self.today)
