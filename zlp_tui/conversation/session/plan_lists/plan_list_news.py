"""What is new for one person in many plans: for the screen of today and for `zlp today --for`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Final

from zlp_tui.conversation.ports.history_queries import NewSince
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.conversation.session.plan_leave import PlanLeave
from zlp_tui.conversation.session.plan_lists.plan_list import as_lines
from zlp_tui.conversation.session.plan_lists.plan_names import told_apart
from zlp_tui.due.figures import Rules
from zlp_tui.errors import StoreDamaged
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants, no_grants
from zlp_tui.script.script import Script
from zlp_tui.store.lists.namesake_plans import namesakes_of
from zlp_tui.store.lists.people_called import people_with_news
from zlp_tui.store.lists.plan_list_rows import rows_of
from zlp_tui.store.plan_stores import PlanStores
from zlp_tui.store.plans_to_read import PlansToRead

NEWS: Final = 30
"""Of how many plans at most it is told what is new: for each its lines are read."""


def news_in_plans(
    name: str, *, stores: PlanStores | PlansToRead, script: Script, tr: Catalogue, clock: Callable[[], datetime],
    rules: Callable[[], Mapping[str, Rules]], grants: Grants = no_grants, plan: str = "",
    asks: Callable[[PlanLeave], str | None] = lambda _: None,
) -> Iterator[tuple[PlanListItem, NewSince]]:
    """What others added or changed, by plan, since whoever has this name was there last; the plan that was talked about
    last first, as far as who `asks` may see it too. With a `plan`, by id, only in that one.

    Only plans that know one person of that name: which of two is meant is not guessed. One that cannot be read is left
    out.
    """
    with stores.listing() as session:
        if session is None:
            return
        known = people_with_news(session, name, NEWS, plan)
        often = Counter(found.plan for found in known)
        rows = rows_of(session, (plan for plan, times in often.items() if times == 1))
        apart = told_apart(namesakes_of(session, [row.id for row in rows]), tr, today(clock), grants)
    plans = {line.id: line for line in as_lines(rows, grants, apart)}
    for ref, person in known:
        if ref not in plans:
            continue
        try:
            loaded = LoadedPlan(
                store=stores.store_of(ref), script=script, tr=tr, plan_id=ref, clock=clock, grants=grants, asks=asks
            )
        except StoreDamaged:
            continue
        loaded.seats.sit_at_keyboard(person)
        new = PlanHistory(loaded, rules).new_since()
        if new.count:
            yield plans[ref], new
