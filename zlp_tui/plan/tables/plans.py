"""The plan of one client: what holds for all of it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy import TEXT, CheckConstraint, Index
from sqlmodel import Field

from zlp_tui.plan.dialects import STRICT
from zlp_tui.plan.tables import changes, people
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_list,
    check_one_of,
    integer_column,
    nullable_text,
    text_column,
)
from zlp_tui.plan.tables.validators import Validated, validated
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import Address, DecidingRole


class PlanRow(OwnedRow, table=True):
    """One plan; its `plan_id` is its own id.

    `last_talk`, `talked_on` and `goes_on_at` are read off the conversations by triggers, because the
    list of plans needs them for thousands of plans at once. `decider` is a person, who refers to the plan: its writer
    guards it.
    """

    __table_args__ = (
        CheckConstraint("id = plan_id", name="id"),
        check_one_of("address", Address),
        check_one_of("deciding_role", DecidingRole),
        check_list("drawn_up_with"),
        check_instant("last_talk"),
        check_date("talked_on"),
        Index("ix_plan_last_talk", "last_talk"),
        STRICT,
    )
    id: str = Field(sa_type=TEXT)
    version: int = integer_column()
    address: str = text_column()
    deciding_role: str | None = nullable_text()
    decider: str | None = nullable_text()
    drawn_up_with: str = text_column()
    last_talk: str | None = nullable_text()
    talked_on: str | None = nullable_text()
    goes_on_at: str | None = nullable_text()


class _Fields(Validated):
    address: Address = "u"
    role: DecidingRole = "self"


def start(
    session: Transaction, *, name: str, salutation: str | None = None, address: str = "u", at: datetime, today: date,
    new_id: Callable[[], str],
) -> str:
    """Start the plan of a client with this name; the plan's id. `Refused` when the name is empty."""
    plan_id, client, act_id = new_id(), new_id(), new_id()
    act = Act(session, plan_id, client, None, at, today, new_id, act_id, pack="")
    form = validated(_Fields, address=address).address
    changes.add(act, PlanRow, id=plan_id, address=form, drawn_up_with="[]")
    people.add_client(act, client, name, salutation)
    return plan_id


def set_address(act: Act, address: str) -> bool:
    """How the client is addressed from now on, `u` or `je`."""
    return changes.alter(act, PlanRow, act.plan_id, address=validated(_Fields, address=address).address)


def set_deciding(act: Act, role: str, decider: str | None = None) -> bool:
    """Who decides as a rule: the client, together, or somebody else, by person id (V70-V74)."""
    fields = validated(_Fields, role=role)
    if decider is not None:
        changes.current(act, people.PersonRow, decider)
    return changes.alter(act, PlanRow, act.plan_id, deciding_role=fields.role, decider=decider)


def set_drawn_up_with(act: Act, person_ids: Sequence[str]) -> bool:
    """With whom the plan was drawn up, by person id (V103)."""
    return changes.alter(act, PlanRow, act.plan_id, drawn_up_with=people.ids(act, person_ids))
