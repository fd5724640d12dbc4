"""The life domains of a plan: which matter now, and what the client wants with one of them."""

from __future__ import annotations

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import LifeDomain


def domains_now(context: PlanContext) -> tuple[LifeDomain, ...]:
    """The domains that matter now, in the client's order, then in the script's."""
    rank = {text.id: n for n, text in enumerate(context.script.domains)}
    now = [d for d in context.view.domains if d.relevance == "now" and d.id in rank]
    return tuple(sorted(now, key=lambda d: (d.order is None, d.order or 0, rank[d.id])))


def domain_of(context: PlanContext, domain: str) -> LifeDomain:
    """What the client wants with a domain, also when nothing was said of it yet."""
    return next((d for d in context.view.domains if d.id == domain), LifeDomain(domain))
