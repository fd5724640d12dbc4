"""The life domains that matter now."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.script.schema import Domains, Topic


def domains_lines(context: PlanContext, topic: Topic, step: Domains) -> tuple[LetterLine, ...]:
    """Their titles, in the client's order."""
    now = tuple(fact(context.words(context.script.domain(domain.id).title)) for domain in domains_now(context))
    return line_of(intro_of(context, topic, step.id), now)
