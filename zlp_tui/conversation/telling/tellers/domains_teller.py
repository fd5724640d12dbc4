"""The life domains that matter now, and those that were put off until somebody is here."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.introductions import fact, intro_of, line_of
from zlp_tui.conversation.telling.life_domains import domains_now, with_whom
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.pick_models import Domains


def domains_lines(context: PlanContext, topic: Topic, step: Domains) -> tuple[LetterLine, ...]:
    """Their titles, in the client's order, each with whom the client wants to talk about it; then those for later."""
    later = (known for known in context.view.domains if known.relevance == "later" and known.discuss_with)
    told = tuple(
        fact(title, "", context.name_answered(domain.relevance_by), with_whom(context, domain))
        for domain in (*domains_now(context), *later) if (title := context.domain_title(domain.id))
    )
    return line_of(intro_of(context, topic, step.id), told)
