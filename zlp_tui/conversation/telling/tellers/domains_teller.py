"""The life domains that matter now."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import join_names
from zlp_tui.plan.view import LifeDomain
from zlp_tui.script.schema import Domains, Topic


def domains_lines(context: PlanContext, topic: Topic, step: Domains) -> tuple[LetterLine, ...]:
    """Their titles, in the client's order, each with whom the client wants to talk about it."""
    now = tuple(
        fact(context.words(context.script.domain(domain.id).title), note=_with_whom(context, domain))
        for domain in domains_now(context)
    )
    return line_of(intro_of(context, topic, step.id), now)


def _with_whom(context: PlanContext, domain: LifeDomain) -> str:
    names = [context.name(person) for person in domain.discuss_with]
    return context.tr("Talk about it with {names}", names=join_names(names, context.tr.locale)) if names else ""
