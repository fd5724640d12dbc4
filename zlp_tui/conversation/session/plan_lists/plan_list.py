"""The plans of the home list, read without the rest of the program: light enough for before the first picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.errors import Ambiguous, NotFound
from zlp_tui.plan.access import Grants, Readers, Scope, no_grants
from zlp_tui.recorded_days import can_be
from zlp_tui.text import same_name

if TYPE_CHECKING:
    from zlp_tui.i18n import Catalogue
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.lists.plan_list_rows import PlanListRow
    from zlp_tui.store.plan_stores import PlanStores
    from zlp_tui.store.plans_to_read import PlansToRead

EVERYBODY: Final = 1_000_000
NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
"""No plans to tell apart."""


def plan_lines(
    plans: PlansToRead, *, search: str = "", limit: int = 200, today: date | None = None, tr: Catalogue | None = None,
) -> tuple[PlanListItem, ...]:
    """The plans that go on, last talked about first. With `today` those whose last talk was on a day that cannot be are
    behind; with `tr` too, plans of one name are told apart."""
    with plans.listing() as session:
        if session is None:
            return ()
        from zlp_tui.store.lists.plan_list_rows import rows_in

        rows = rows_in(session, search, limit)
        apart = _words_apart(session, [row.id for row in rows], tr, today) if tr and today else NOBODY
    lines = as_lines(rows, apart=apart)
    return by_last_talk(lines, today) if today else lines


def _words_apart(session: Transaction, plans: Iterable[str], tr: Catalogue, today: date) -> Mapping[str, str]:
    """What tells each of these plans, by id, from those of the same name."""
    from zlp_tui.conversation.session.plan_lists.plan_names import told_apart
    from zlp_tui.store.lists.namesake_plans import namesakes_of

    return told_apart(namesakes_of(session, plans), tr, today)


def as_lines(
    rows: Iterable[PlanListRow], grants: Grants = no_grants, apart: Mapping[str, str] = NOBODY,
) -> tuple[PlanListItem, ...]:
    """Rows of the store, without dates of looking back (`plan_list_dates.py`) and conversations (`plan_list_talks.py`).
    `apart` tells plans of one name apart (`plan_names.py`)."""
    return tuple(_as_line(readable_row(row, grants), apart.get(row.id, "")) for row in rows)


def by_last_talk(lines: Iterable[PlanListItem], today: date) -> tuple[PlanListItem, ...]:
    """The lines in their order, but those whose last talk was on a day that cannot be behind. Plans that have ended
    are behind all others."""
    day = today.isoformat()
    return tuple(sorted(lines, key=lambda line: (line.ended_on is not None, not can_be(line.last_talk or day, day))))


def _as_line(row: PlanListRow, apart: str) -> PlanListItem:
    return PlanListItem(
        row.id, row.name, row.last_talk, None, row.topic, unreadable=row.unreadable, apart=apart, ended_on=row.ended_on,
    )


def readable_row(row: PlanListRow, grants: Grants = no_grants) -> PlanListRow:
    """A row as the client of its plan may see it: without a topic that is hidden from them."""
    readers = Readers.of(row.client, may=grants(row.id))
    return row if row.topic is None or readers.sees(Scope(row.topic)) else row._replace(topic=None)


def find_plan(plans: PlansToRead | PlanStores, plan: str, tr: Catalogue, today: date) -> PlanListRow:
    """The one plan that this id or name fits, whether it goes on or has ended. `NotFound`, or `Ambiguous` with what
    tells them apart; where a plan may be here that cannot be opened, why."""
    try:
        with plans.listing() as session:
            if session is None:
                raise NotFound("No plan has this name.")
            return _found_in(session, plan, tr, today)
    except NotFound:
        why = plans.why_unseen(plan)
        if why is None:
            raise
        raise why from None


def _found_in(session: Transaction, plan: str, tr: Catalogue, today: date) -> PlanListRow:
    from zlp_tui.store.lists.plan_list_rows import rows_in

    rows = rows_in(session, limit=EVERYBODY, which="all")
    fitting = [row for row in rows if row.id == plan] or [row for row in rows if same_name(row.name, plan)]
    if not fitting:
        raise NotFound("No plan has this name.")
    if len(fitting) > 1:
        apart = _words_apart(session, [row.id for row in fitting], tr, today)
        choices = tuple((line.full_name, line.id) for line in as_lines(fitting, apart=apart))
        raise Ambiguous("More than one plan has this name. Choose one by its id:", choices=choices)
    return fitting[0]
