"""What the client wants with each of the ten life domains (V27, V45-V47). A domain's id is its row's id."""

from collections.abc import Sequence

from zlp_tui.plan import changes, people
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act
from zlp_tui.plan.row import (
    PlanRow,
    check_domain,
    check_list,
    check_one_of,
    check_yes_no,
    filled,
    maybe,
    maybe_whole,
    rules,
    whole,
)
from zlp_tui.plan.rules import Checked, Domain, checked
from zlp_tui.plan.session import Value
from zlp_tui.plan.view import DOMAINS, Relevance

TOPIC = "domains"


class LifeDomain(PlanRow, table=True):
    """One of the ten domains, once something was said about it. `place` is its place in the client's order, from 1."""

    __table_args__ = rules(
        check_domain("id"),
        check_one_of("relevance", Relevance),
        check_list("discuss_with"),
        check_yes_no("goal_wanted"),
    )
    version: int = whole()
    relevance: str | None = maybe()
    place: int | None = maybe_whole()
    discuss_with: str = filled()
    goal_wanted: int | None = maybe_whole()


class _Fields(Checked):
    relevance: Relevance | None = None
    discuss_with: tuple[str, ...] = ()
    goal_wanted: bool | None = None


class _Order(Checked):
    ids: tuple[Domain, ...]


def change(act: Act, /, domain: str, **given: object) -> bool:
    """Say of a domain its `relevance`, whom to `discuss_with` (person ids), whether a `goal_wanted` is.

    Only what is given changes; None takes it back. False when it stood like that.
    """
    ask_leave(act.by, TOPIC)
    fields = checked(_Fields, **given)
    kept: dict[str, Value] = {}
    if "relevance" in given:
        kept["relevance"] = fields.relevance
    if "discuss_with" in given:
        kept["discuss_with"] = people.ids(act, fields.discuss_with)
    if "goal_wanted" in given:
        kept["goal_wanted"] = None if fields.goal_wanted is None else int(fields.goal_wanted)
    (known,) = checked(_Order, ids=(domain,)).ids
    return _alter(act, known, **kept)


def order(act: Act, ids: Sequence[str]) -> bool:
    """Put the domains in the client's order; one that is not named has no place. False when they stood like that."""
    ask_leave(act.by, TOPIC)
    places = {domain: place for place, domain in enumerate(checked(_Order, ids=tuple(ids)).ids, 1)}
    moved = [_alter(act, domain, place=places.get(domain)) for domain in DOMAINS]
    return any(moved)


def _alter(act: Act, domain: str, /, **values: Value) -> bool:
    """A domain nobody spoke of yet gets its row first: empty, so that undoing leaves nothing said."""
    if not changes.exists(act, LifeDomain, domain):
        if set(values.values()) <= {None, "[]"}:
            return False
        changes.add(act, LifeDomain, id=domain, discuss_with="[]")
    return changes.alter(act, LifeDomain, domain, **values)
