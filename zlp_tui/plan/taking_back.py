"""Taking back a line of the plan: it is no longer in the plan, and its words are kept in the history."""

from zlp_tui.errors import Refused
from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.agreements import Agreement, SmallStep, Task
from zlp_tui.plan.changes import Act
from zlp_tui.plan.choices import Choice, Consideration, OpenQuestion, Option
from zlp_tui.plan.disagreements import Disagreement
from zlp_tui.plan.goals import Goal
from zlp_tui.plan.outcomes import came_back
from zlp_tui.plan.people import Person
from zlp_tui.plan.progress import Progress
from zlp_tui.plan.remarks import Remark
from zlp_tui.plan.row import PlanRow
from zlp_tui.plan.statements import Statement

TOPICS: dict[type[PlanRow], str] = {
    Person: "people", Choice: "choices", Option: "choices", Consideration: "choices", OpenQuestion: "choices",
    Goal: "goals", Agreement: "agreements", SmallStep: "agreements", Task: "agreements", Progress: "follow-up",
    Remark: "remarks", Disagreement: "disagreements",
}
"""In which topic each kind of line is talked about; a statement names its own."""


def withdraw(act: Act, ref: str) -> bool:
    """Take back a line of the plan, by id; False when it was taken back before.

    `NotFound` when the plan does not have it, `Refused` when it cannot be taken back. A choice goes with the one that
    it says in other words, so that the old wording does not come back without what was said about it. Of a goal that
    another one became when one looked back, that other one comes back.
    """
    row = changes.table_with(act, ref)
    stands = changes.current(act, row, ref)
    if row not in (Statement, *TOPICS) or stands.get("kind") == "client":
        raise Refused("This cannot be taken back.")
    ask_leave(act.by, str(stands["topic"]) if row is Statement else TOPICS[row])
    if stands["withdrawn_at"] is not None:
        return False
    if row is Choice and stands["replaces"] is not None:
        withdraw(act, str(stands["replaces"]))
    if row is Goal and stands["status"] != "replaced" and came_back(act, ref):
        return True
    return changes.alter(act, row, ref, withdrawn_at=act.instant)
