"""The list of today over many plans: what is agreed in each, and its dates. For `zlp today` and the screen of today.

Light: it loads no script and no view.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from zlp_tui.conversation.session.plan_lists.plan_list import as_lines
from zlp_tui.conversation.session.plan_lists.plan_list_dates import facts_of_plans
from zlp_tui.conversation.session.plan_lists.plan_names import told_apart
from zlp_tui.conversation.telling.today_text import parts_of, place_of
from zlp_tui.due.facts import Facts
from zlp_tui.plan.access import Grants, Readers, no_grants
from zlp_tui.plan.queries.agreed_in_plans import agreed_in_plans
from zlp_tui.store.lists.namesake_plans import namesakes_of
from zlp_tui.text import folded, same_name

if TYPE_CHECKING:
    from zlp_tui.conversation.ports.plan_list_item import PlanListItem
    from zlp_tui.due.due_dates import Due
    from zlp_tui.due.figures import Rules
    from zlp_tui.i18n import Catalogue
    from zlp_tui.plan.agreed_today import AgreedToday
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.lists.plan_list_rows import PlanListRow


NO_FACTS: Final = Facts()


class PlanToday(NamedTuple):
    """One plan, with its dates and what is agreed for today."""

    plan: PlanListItem
    facts: Facts
    agreed: tuple[AgreedToday, ...]


class AgreedRow(NamedTuple):
    """Something agreed for a part of the day, in one plan; None is any time."""

    plan: PlanListItem
    part: str | None
    agreed: AgreedToday


def plans_today(
    session: Transaction, rows: Iterable[PlanListRow], day: date, tr: Catalogue, grants: Grants = no_grants
) -> tuple[PlanToday, ...]:
    """Of these plans those with a date or something agreed for a day, as their client may see it; and those in which
    that cannot be read."""
    every = tuple(rows)
    facts, agreed = facts_of_plans(session, every, day, grants), _agreed(session, every, day, grants)
    listed = [row for row in every if agreed.get(row.id) != () or facts[row.id] != NO_FACTS]
    apart = told_apart(namesakes_of(session, [row.id for row in listed]), tr, day, grants)
    return tuple(
        PlanToday(plan, facts[plan.id]._replace(unreadable=facts[plan.id].unreadable or steps is None), steps or ())
        for plan in as_lines(listed, grants, apart) for steps in (agreed.get(plan.id),)
    )


def _agreed(
    session: Transaction, rows: Iterable[PlanListRow], day: date, grants: Grants
) -> Mapping[str, tuple[AgreedToday, ...] | None]:
    """What is agreed in each of these plans that go on; None for a plan in which something of that cannot be read."""
    running = [row for row in rows if not (row.unreadable or row.ended_on)]
    return agreed_in_plans(session, {row.id: Readers.of(row.client, may=grants(row.id)) for row in running}, day)


def agreed_rows(plans: Iterable[PlanToday], whom: str | None = None, first: str = "") -> list[AgreedRow]:
    """What is agreed, in the order in which it is told: by part of the day, there what is not noted yet first, and of
    that what the person called `first` does. With `whom` only what that person takes part in."""
    rows = [
        AgreedRow(found.plan, part, step)
        for found in plans for step in found.agreed if whom is None or takes_part(step, whom)
        for part in parts_of(step)
    ]
    return sorted(rows, key=lambda row: (
        place_of(row.part), row.agreed.done_at(row.part) is not None, not (first and takes_part(row.agreed, first)),
        folded(row.plan.name),
    ))


def told_plans(rows: Iterable[AgreedRow], private: Container[str | None]) -> frozenset[str]:
    """The plans of which these rows tell words, by id: all but those of which only what is `private` stands there."""
    return frozenset(row.plan.id for row in rows if row.agreed.domain not in private)


def takes_part(step: AgreedToday, whom: str) -> bool:
    """Whether somebody of this name does it; their name and what they are called both fit."""
    return any(same_name(name, whom) for helper in step.who for name in helper)


def due_today(
    plans: Iterable[PlanToday], rules: Mapping[str, Rules], day: date
) -> Iterator[tuple[Due, PlanListItem]]:
    """What is due on a day or late, the earliest first."""
    from zlp_tui.due.due_dates import due

    found = [(item, at.plan) for at in plans for item in due(at.facts, rules, day) if item.on <= day.isoformat()]
    yield from sorted(found, key=lambda pair: (pair[0].on, folded(pair[1].name)))
