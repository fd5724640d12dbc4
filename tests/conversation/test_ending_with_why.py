"""A goal or an agreement that is not needed any more ends with why, which is kept and shown (issue 10 §2)."""

from __future__ import annotations

import pytest

from tests.tools.table import Table, speaks
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.agreed import agreements, goals

WHY = "Mijn knie wil niet."


@pytest.mark.parametrize("kind", ["goal", "agreement"])
def test_what_ends_keeps_its_words_and_why(table: Table, kind: str) -> None:
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        ref = goals.add(act, "Lopen.") if kind == "goal" else agreements.add(act, "Lopen.")
    desk = table.desk
    assert WHY not in desk.follow_up.why_no_longer()
    desk.follow_up.no_longer(ref, WHY)
    assert not desk.view.open_goals() and not desk.view.active_agreements()
    told = [(line.intro, q.text, q.note) for part in desk.letter() for line in part.lines for q in line.quotes]
    assert ("Dit hoeft niet meer:", "Lopen.", f"want: “{WHY}”") in told
    assert any(WHY in line for line in desk.trace(ref)[0].beside)
    assert WHY in {line.after for line in desk.history.history(ref)}
    with pytest.raises(Refused):
        desk.follow_up.no_longer(ref, WHY)
    desk.undo()
    assert desk.view.open_goals() or desk.view.active_agreements()


def test_only_who_said_it_or_the_client_ends_it(table: Table) -> None:
    """Point 1 of rows-l: a carer does not end the client's words."""
    desk = table.desk
    carer, _ = desk.join("Achmed")
    with desk._unit_of_work.undoable("Lopen.") as act:
        ref = agreements.add(act, "Lopen.")
    speaks(desk, carer.id)
    with pytest.raises(Refused, match="Only"):
        desk.follow_up.no_longer(ref, WHY)
    assert desk.view.active_agreements()
