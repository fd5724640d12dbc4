"""Reads two states of one plan, as somebody may see them, to be told side by side."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.history_queries import ThenAndNow
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.then_and_now import editions_to_compare, then_and_now
from zlp_tui.plan.access import May, filtered, may
from zlp_tui.plan.queries.load import load_edition
from zlp_tui.plan.view import PlanView


def compare_editions(
    plan: LoadedPlan, then: int | None, now: int | None, *, each_fact: bool = False, allowed: May = may
) -> ThenAndNow | None:
    """An edition beside a later one, or beside the plan as it is; without `then`, the last edition before.

    Without either, when nothing changed since the last edition, the one before it: whoever just agreed on a plan looks
    back on what that changed. None when the plan has no edition yet; `NotFound` for one it does not have, `Refused`
    when `then` comes after `now`.
    """

    def edition_view(number: int) -> PlanView:
        with plan.store.reading() as session:
            return filtered(load_edition(session, plan.id, number), plan.seats.voice, allowed)

    view = filtered(plan.view, plan.seats.voice, allowed)
    if not view.agreed_editions:
        return None
    before, later = editions_to_compare(view.agreed_editions, then, now)
    found = then_and_now(
        replace(plan.plan_context(), view=view),
        (before, edition_view(before.number)),
        (later, edition_view(later.number) if later else view),
        each_fact=each_fact,
    )
    earlier = before.number - 1
    if then is None and now is None and found.is_unchanged and any(e.number == earlier for e in view.agreed_editions):
        return compare_editions(plan, earlier, None, each_fact=each_fact, allowed=allowed)
    return found
