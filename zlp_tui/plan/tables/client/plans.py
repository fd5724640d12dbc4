"""The plan of one client: what holds for all of it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from typing import ClassVar

from sqlalchemy import TEXT, CheckConstraint, Index, func, literal_column, select
from sqlmodel import Field

from zlp_tui.errors import Refused
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.dialects import STRICT, partial_index
from zlp_tui.plan.tables import changes, voices
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_list,
    check_one_of,
    check_words,
    integer_column,
    nullable_integer,
    nullable_text,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.tables.validators import Dated, SpokenText, Validated, validated
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import ADDRESS_SAID, Address, DecidingRole


class PlanRow(OwnedRow, table=True):
    """One plan; its `plan_id` is its own id.

    `last_talk`, `talked_on` and `goes_on_at` are read off the conversations by triggers, because the
    list of plans needs them for thousands of plans at once. `number` counts the plans of this store as they were made.
    `decider` is a person, and `others_deciding` are people, who refer to the plan: their writer guards them.
    `ended_on` is the day since which nothing is done with the plan, `ended_because` why, in somebody's words.
    """

    __table_args__ = (
        CheckConstraint("id = plan_id", name="id"),
        check_one_of("address", Address),
        check_one_of("deciding_role", DecidingRole),
        check_list("drawn_up_with"),
        check_instant("last_talk"),
        check_date("talked_on"),
        check_list("others_deciding"),
        check_date("ended_on"),
        check_words("ended_because"),
        Index("ix_plan_last_talk", "last_talk", "number"),
        Index("ix_plan_number", "number", unique=True),
        partial_index("ix_plan_ended", "last_talk", "number", where="ended_on IS NOT NULL"),
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
    number: int | None = nullable_integer()
    others_deciding: str | None = nullable_text()
    ended_on: str | None = nullable_text()
    ended_because: str | None = nullable_text()
    deciding_by: str | None = nullable_text()
    drawn_up_by: str | None = nullable_text()
    ended_by: str | None = nullable_text()


    unrecorded: ClassVar[frozenset[str]] = frozenset({"number"})


class _Fields(Validated):
    address: Address = "u"
    role: DecidingRole = "self"


class _Ended(Validated):
    on: Dated
    because: SpokenText | None = None


def start(
    session: Transaction, *, name: str, salutation: str | None = None, address: str | None = None, at: datetime,
    today: date, new_id: Callable[[], str],
) -> str:
    """Start the plan of a client with this name; the plan's id. `Refused` when the name is empty. Without a form of
    address that was chosen it is `u`.
    """
    plan_id, client, act_id = new_id(), new_id(), new_id()
    act = Act(session, plan_id, client, None, at, today, new_id, act_id, pack="", event="begin")
    form = validated(_Fields, address=address or "u").address
    changes.add(act, PlanRow, id=plan_id, address=form, drawn_up_with="[]", number=next_number(session))
    people.add_client(act, client, name, salutation)
    if address is not None:
        details.fill(act, *ADDRESS_SAID, form)
    return plan_id


def next_number(session: Transaction) -> int:
    """The number of the next plan in this store."""
    ((number,),) = _counting().run(session, {})
    return int(number)


def set_address(act: Act, address: str) -> bool:
    """How the client is addressed from now on, `u` or `je`."""
    return changes.alter(act, PlanRow, act.plan_id, address=validated(_Fields, address=address).address)


def set_deciding(act: Act, role: str, deciders: Sequence[str] = ()) -> bool:
    """Who decides as a rule: the client, together, or somebody else; `deciders` by person id (V70-V74)."""
    fields = validated(_Fields, role=role)
    return voices.answer(act, PlanRow, act.plan_id, deciding_role=fields.role, **people.deciding(act, deciders))


def set_drawn_up_with(act: Act, person_ids: Sequence[str]) -> bool:
    """With whom the plan was drawn up, by person id (V103)."""
    return voices.answer(act, PlanRow, act.plan_id, drawn_up_with=people.ids(act, person_ids))


def end(act: Act, on: date, because: str | None) -> bool:
    """Nothing more is done with this plan since a day, for a reason in own words; False when it stood like that.

    It stays and can be read. `Refused` for a day that is still to come.
    """
    new = validated(_Ended, on=on, because=because or None)
    if on > act.today:
        raise Refused("This day is still to come. A plan ends today, or earlier.")
    return changes.alter(act, PlanRow, act.plan_id, ended_on=new.on, ended_because=new.because)


def take_up_again(act: Act) -> bool:
    """The plan goes on; False when it had not ended."""
    return changes.alter(act, PlanRow, act.plan_id, ended_on=None, ended_because=None)


@cache
def _counting() -> CompiledStatement:
    number = table_of(PlanRow).c.number
    return CompiledStatement(select(func.coalesce(func.max(number), literal_column("0")) + literal_column("1")))
