"""What the client wants with each of the ten life domains (V27, V45-V47). A domain's id is its row's id."""

from collections.abc import Sequence

from zlp_tui.plan.tables import changes, voices
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_domain,
    check_list,
    check_one_of,
    check_yes_no,
    integer_column,
    nullable_integer,
    nullable_text,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Domain, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import DOMAINS, Relevance


class LifeDomainRow(OwnedRow, table=True):
    """One of the ten domains, once something was said about it. `place` is its place in the client's order, from 1."""

    __table_args__ = table_args(
        check_domain("id"),
        check_one_of("relevance", Relevance),
        check_list("discuss_with"),
        check_yes_no("goal_wanted"),
    )
    version: int = integer_column()
    relevance: str | None = nullable_text()
    place: int | None = nullable_integer()
    discuss_with: str = text_column()
    goal_wanted: int | None = nullable_integer()
    relevance_by: str | None = nullable_text()


class _Fields(Validated):
    relevance: Relevance | None = None
    discuss_with: tuple[str, ...] = ()
    goal_wanted: bool | None = None


class _Order(Validated):
    ids: tuple[Domain, ...]


def change(act: Act, /, domain: str, **given: object) -> bool:
    """Say of a domain its `relevance`, whom to `discuss_with` (person ids), whether a `goal_wanted` is.

    Only what is given changes; None takes it back. False when it stood like that.
    """
    fields = validated(_Fields, **given)
    kept: dict[str, ColumnValue] = {}
    if "relevance" in given:
        kept["relevance"] = fields.relevance
    if "discuss_with" in given:
        kept["discuss_with"] = people.ids(act, fields.discuss_with)
    if "goal_wanted" in given:
        kept["goal_wanted"] = None if fields.goal_wanted is None else int(fields.goal_wanted)
    (known,) = validated(_Order, ids=(domain,)).ids
    return _alter(act, known, **kept)


def order(act: Act, ids: Sequence[str]) -> bool:
    """Put the domains in the client's order; one that is not named has no place. False when they stood like that."""
    places = {domain: place for place, domain in enumerate(validated(_Order, ids=tuple(ids)).ids, 1)}
    moved = [_alter(act, domain, place=places.get(domain)) for domain in DOMAINS]
    return any(moved)


def _alter(act: Act, domain: str, /, **values: ColumnValue) -> bool:
    """A domain nobody spoke of yet gets its row first: empty, so that undoing leaves nothing said."""
    if not changes.exists(act, LifeDomainRow, domain):
        if set(values.values()) <= {None, "[]"}:
            return False
        changes.add(act, LifeDomainRow, id=domain, discuss_with="[]")
    return voices.answer(act, LifeDomainRow, domain, **values)
