"""Taking back a line of the plan: it is no longer in the plan, and its words are kept in the history."""

from zlp_tui.errors import Refused
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreements import AgreementRow, SmallStepRow, TaskRow
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.choices import ChoiceRow, ConsiderationRow, OpenQuestionRow, OptionRow
from zlp_tui.plan.tables.columns import OwnedRow
from zlp_tui.plan.tables.disagreements import DisagreementRow
from zlp_tui.plan.tables.goals import GoalRow
from zlp_tui.plan.tables.outcomes import reopen_predecessor
from zlp_tui.plan.tables.people import PersonRow
from zlp_tui.plan.tables.progress_notes import ProgressRow
from zlp_tui.plan.tables.remarks import RemarkRow
from zlp_tui.plan.tables.statements import StatementRow

TOPICS: dict[type[OwnedRow], str] = {
    PersonRow: "people",
    ChoiceRow: "choices",
    OptionRow: "choices",
    ConsiderationRow: "choices",
    OpenQuestionRow: "choices",
    GoalRow: "goals",
    AgreementRow: "agreements",
    SmallStepRow: "agreements",
    TaskRow: "agreements",
    ProgressRow: "follow-up",
    RemarkRow: "remarks",
    DisagreementRow: "disagreements",
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
    if row not in (StatementRow, *TOPICS) or stands.get("kind") == "client":
        raise Refused("This cannot be taken back.")
    ask_leave(act.by, str(stands["topic"]) if row is StatementRow else TOPICS[row])
    if stands["withdrawn_at"] is not None:
        return False
    if row is ChoiceRow and stands["replaces"] is not None:
        withdraw(act, str(stands["replaces"]))
    if row is GoalRow and stands["status"] != "replaced" and reopen_predecessor(act, ref):
        return True
    return changes.alter(act, row, ref, withdrawn_at=act.instant)
