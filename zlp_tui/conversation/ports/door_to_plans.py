"""The port of the front door: everything before a plan is on the table."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.plan_copying import CopiesOfPlan
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.conversation.ports.today_in_plans import NotesOfToday
from zlp_tui.errors import ZlpError
from zlp_tui.plan.view import Address


class FrontDoor(Protocol):
    """Everything before a plan is on the table."""

    @property
    def read_only(self) -> bool:
        """True when the file or the folder cannot be written. Of one plan its desk tells."""

    @property
    def why_read_only(self) -> str:
        """One sentence that says why; empty when plans can be written."""

    def look_again(self) -> bool:
        """Whether plans could not be written and now they can: there is room, or the folder may be written."""

    @property
    def shared_folder(self) -> str:
        """A warning, where the plans are in a folder that another computer may change; empty elsewhere."""
        ...

    @property
    def notes_of_today(self) -> NotesOfToday:
        """The list of today over all plans, and notes of it."""
        ...

    def plans(self, search: str = "", limit: int = 200, *, ended: bool = False) -> tuple[PlanListItem, ...]:
        """Plans that go on, or that have ended, whose client's name holds the words searched for: those of which a date
        has come, a look back first, and then the last talked about; with those that go on the damaged ones, last."""

    def plans_of(self, name: str) -> tuple[PlanListItem, ...]:
        """The plans whose client has this name already, each with what tells it apart, also where there is one."""

    def require_name(self, name: str, *, confirmed: bool = False) -> None:
        """`Refused` for what is no name of a client, such as “nobody”; `Doubtful`, unless it was `confirmed`, for what
        may be none."""

    def new_plan(self, name: str, salutation: str | None = None, address: Address | None = None) -> str:
        """Start a plan; its id. With no form of address chosen it is `u`. `Refused` for what is no name."""

    def find(self, plan: str) -> str:
        """The id of the plan that this id or name fits; `NotFound` or `Ambiguous`."""

    def open(self, plan: str) -> Desk:
        """Put a plan on the table. `StoreDamaged` for one whose file cannot be read."""

    def copies_of_damaged(self, plan: str) -> CopiesOfPlan | None:
        """The wizard for the copies of a plan that cannot be opened because its file is damaged; None for
        another one, and where plans have no lock."""

    def rest(self) -> None:
        """Lock the plans: claims, files and keys are let go of. A desk is left before it, and keeps what it read."""

    def wake(self) -> tuple[ZlpError, ...]:
        """Have them again after the same keyholder unlocked; why plans that were open cannot be opened any more."""
        ...

    def close(self) -> None:
        """Leave the store; idempotent."""
