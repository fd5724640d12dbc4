"""What was said before and may be what is wanted now, the likeliest first: to be taken as a goal or an agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Goal, Statement

UNWANTED: Final = frozenset({"bad", "does-not-work", "dislike", "sad"})
"""Sides that say what is not wanted: these words would mean the opposite."""


def offered_words(
    context: PlanContext, topics: Sequence[str], domain: str | None, *, goals: bool
) -> tuple[Quote, ...]:
    """Words of these topics, and of others about this life domain, of which nothing was made yet; with `goals` also the
    goals for which nothing was agreed. Words about a sensitive domain are offered only there."""
    wanted = _goals(context, domain) if goals else ()
    note = context.tr("a goal")
    told = (Quote(g.id, g.text, context.name(g.voice.id), note=note) for g in wanted)
    return (*told, *(context.quote(said) for said in _said(context, topics, domain)))


def _goals(context: PlanContext, domain: str | None) -> tuple[Goal, ...]:
    """The goals that have no agreement, each at its own life domain where that is talked about now."""
    served = {agreed.goal for agreed in context.view.active_agreements()}
    apart = {matters.id for matters in domains_now(context)} - {domain}
    return tuple(goal for goal in context.view.active_goals() if goal.id not in served and goal.domain not in apart)


def _said(context: PlanContext, topics: Sequence[str], domain: str | None) -> tuple[Statement, ...]:
    view, private = context.view, context.script.sensitive_domains
    traces = (*(goal.follows_from for goal in view.goals), *(agreed.follows_from for agreed in view.agreements))
    used = {ref for trace in traces for ref in trace}
    place = {topic: number for number, topic in enumerate(topics)}

    def is_offered(said: Statement) -> bool:
        here = said.domain is not None and said.domain == domain
        return (
            (here or (said.topic in place and said.domain not in private))
            and said.about is None and said.side not in UNWANTED and said.id not in used
        )

    def likely(said: Statement) -> tuple[bool, bool, int, int]:
        elsewhere = domain is None or said.domain != domain
        return elsewhere, said.voice.id != view.client, place.get(said.topic, len(place)), said.seq

    return tuple(sorted(filter(is_offered, view.live_statements), key=likely))
