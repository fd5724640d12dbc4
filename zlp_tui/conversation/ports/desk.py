"""The port of the desk: all that a user interface (screens, plain mode) may ask or do with one open plan.

It stands by subject in the ports beside this one. Ports import the view and each other, and nothing else.
"""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.answers_given import AnswersGiven
from zlp_tui.conversation.ports.client_at_table import ClientAtTable
from zlp_tui.conversation.ports.follow_up import FollowUp
from zlp_tui.conversation.ports.history_queries import HistoryQueries
from zlp_tui.conversation.ports.plan_copying import CopiesOfPlan
from zlp_tui.conversation.ports.plan_ending import PlanEnding
from zlp_tui.conversation.ports.plan_exporting import ExportsOfPlan
from zlp_tui.conversation.ports.plan_keyholding import KeysOfPlan
from zlp_tui.conversation.ports.plan_told import PlanTold
from zlp_tui.conversation.ports.script_walk import ScriptWalk
from zlp_tui.conversation.ports.table_seats import TableSeats
from zlp_tui.conversation.ports.typed_drafts import TypedDrafts
from zlp_tui.plan.view import PlanView


class Desk(ScriptWalk, TableSeats, AnswersGiven, TypedDrafts, PlanTold, Protocol):
    """One plan on the table. Every method that writes is on disk when it returns, or raises a `ZlpError`."""

    @property
    def view(self) -> PlanView:
        """The plan as everybody who is present may see it, and as it fits this company: without words of a sensitive
        part of life of which nothing is told here. `letter` is all of the plan."""

    @property
    def read_only(self) -> bool:
        """True when another window has this plan, or the folder cannot be written."""

    @property
    def why_read_only(self) -> str:
        """One sentence that says why; empty when the plan can be written."""

    def look_again(self) -> bool:
        """Whether what kept us from writing is over now; then the plan was read again, and what is typed written."""

    @property
    def keys(self) -> KeysOfPlan | None:
        """The conversations about the keys of this plan; None where plans have no lock."""
        ...

    @property
    def exports(self) -> ExportsOfPlan:
        """The conversations to take this plan along: on paper, or as a file."""
        ...

    @property
    def copies(self) -> CopiesOfPlan | None:
        """The conversations about the copies of this plan; None where plans have no lock."""
        ...

    @property
    def client_at_table(self) -> ClientAtTable:
        """The client, who shows that they are here and opens what is folded."""
        ...

    @property
    def follow_up(self) -> FollowUp:
        """Keeping track after the plan was made."""

    @property
    def ending(self) -> PlanEnding:
        """The end of the plan, and taking it up again."""

    @property
    def history(self) -> HistoryQueries:
        """What is due, what is new, then beside now."""

    @property
    def plan_name(self) -> str:
        """What the client is called, with what tells the plan from another of a client with that name."""

    def words(self, text: str) -> str:
        """A text of the script or the help, addressed as the client wishes."""

    @property
    def lock_after(self) -> int | None:
        """After how many minutes without a key the client wants the screen to be locked; None where that was not said.
        """

    def leave(self) -> None:
        """End the conversation. A conversation in which nothing was said leaves no trace.

        `StoreReadOnly` once, when words that are typed cannot be kept here: whoever leaves again leaves them.
        """

    def come_back(self) -> None:
        """Go on after `leave`, at the same question: the plan is read again, as others may have left it meanwhile, and
        what is typed and could not be kept is written where it can be now. Errors of the store."""
