"""Taking back a line of the plan: it is no longer in the plan, and its words are kept in the history."""

from zlp_tui.errors import Refused
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed import agreements, goals
from zlp_tui.plan.tables.agreed.agreements import AgreementRow
from zlp_tui.plan.tables.agreed.choices import ChoiceRow
from zlp_tui.plan.tables.agreed.goals import GoalRow
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import table_of
from zlp_tui.plan.tables.looking_back.outcomes import reopen_predecessor


def withdraw(act: Act, ref: str) -> bool:
    """Take back a line of the plan, by id; False when it was taken back before.

    `NotFound` when the plan does not have it, `Refused` when it cannot be taken back. A choice goes with the one that
    it says in other words, so that the old wording does not come back without what was said about it. What a goal or an
    agreement in force took the place of comes back.
    """
    row = changes.table_with(act, ref)
    stands = changes.current(act, row, ref)
    if not kind_of(table_of(row).name).can_be_withdrawn or stands.get("kind") == "client":
        raise Refused("This cannot be taken back.")
    if stands["withdrawn_at"] is not None:
        return False
    if row is ChoiceRow and stands["replaces"] is not None:
        withdraw(act, str(stands["replaces"]))
    if row is GoalRow and stands["status"] != "replaced" and reopen_predecessor(act, ref):
        return True
    if (row is GoalRow and goals.give_back(act, ref)) or (row is AgreementRow and agreements.give_back(act, ref)):
        return True
    return changes.alter(act, row, ref, withdrawn_at=act.instant)
