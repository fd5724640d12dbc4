"""Whose answer a column holds that is not of the voice of its line, and who may give another (B2, decision 0044)."""

from collections.abc import Mapping

from zlp_tui.errors import Refused
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client.people import PersonRow
from zlp_tui.plan.tables.columns import OwnedRow, table_of
from zlp_tui.plan.transaction import ColumnValue


def answer(act: Act, row: type[OwnedRow], row_id: str, /, **values: ColumnValue) -> bool:
    """Answer what one person answers for all: `changes.alter`, of who may; False when it stood like that.

    What somebody said is changed by them, or by the client where it is no quotation, and by anybody once they are no
    longer in the plan; `Refused` for others. The client who gives the same answer makes it their own.
    """
    kind = kind_of(table_of(row).name)
    stands, voices = changes.current(act, row, row_id), kind.voices
    others = {by for column in values if (by := voices.get(column)) and stands[by] not in (None, act.by)}
    other_words = {voices[column] for column in values if column in voices and stands[column] != values[column]}
    theirs = _is_client(act) and not any(column in kind.quoted for column in values)
    for by in () if theirs else sorted(others & other_words):
        _require_gone(act, str(stands[by]))
    held = [column for column in values if column in voices and changes.holds(stands[column])]
    nobodys = {voices[column] for column in held if stands[voices[column]] is None}
    own: Mapping[str, ColumnValue] = dict.fromkeys((nobodys | (others if theirs else set())) - other_words, act.by)
    return changes.alter(act, row, row_id, **values, **own)


def _is_client(act: Act) -> bool:
    return changes.current(act, PersonRow, act.by)["kind"] == "client"


def _require_gone(act: Act, person: str) -> None:
    """`Refused` while somebody is in the plan: only they and the client change their answer."""
    said_by = changes.current(act, PersonRow, person)
    if said_by["withdrawn_at"] is None:
        called = str(said_by["salutation"] or said_by["name"])
        raise Refused("{name} said this. Somebody else does not change it.", name=called)
