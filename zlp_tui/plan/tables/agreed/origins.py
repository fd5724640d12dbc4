"""The trace: from which words a goal or an agreement follows (M31, L68)."""

import json
from collections.abc import Sequence

from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed.agreements import AgreementRow
from zlp_tui.plan.tables.agreed.choices import ChoiceRow
from zlp_tui.plan.tables.agreed.goals import GoalRow
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.said.statements import StatementRow


def follow(act: Act, ref: str, from_ids: Sequence[str]) -> bool:
    """Say from which statements, choices or goals a goal or an agreement follows; False when it stood like that."""
    row = GoalRow if changes.exists(act, GoalRow, ref) else AgreementRow
    sources = tuple(dict.fromkeys(from_ids))
    if ref in sources:
        raise Refused("A goal cannot follow from itself.")
    for source in sources:
        if not any(changes.exists(act, table, source) for table in (StatementRow, ChoiceRow, GoalRow)):
            raise NotFound("The plan does not have this line.")
    return changes.alter(act, row, ref, follows_from=json.dumps(sources))
