"""What was said before and may be what is wanted now, the likeliest first: to be taken as a goal or an agreement, or to
be named as what one of these follows from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    """What was chosen, and words of these topics and of others about this life domain, of which nothing was made yet;
    with `goals` also the goals for which nothing was agreed. What is about a sensitive domain is offered only there."""
    note, name = context.tr("a goal"), context.name
    wanted = _goals(context, domain) if goals else ()
    return (
        *(Quote(goal.id, goal.text, name(goal.voice.id), note=note) for goal in wanted),
        *_chosen(context, domain),
        *(context.quote(said) for said in _said(context, topics, domain)),
    )


def likely_origins(context: PlanContext, topics: Sequence[str], domain: str | None) -> tuple[Quote, ...]:
    """What a goal or an agreement about this life domain may follow from: choices about it, and all words of these
    topics, of unwanted things too; choices about something else come last."""
    view = context.view
    said = (statement for topic in topics for statement in view.said(topic))
    choices = [(c.domain != domain, Quote(c.id, c.question, context.name(c.voice.id))) for c in view.open_choices()]
    return (
        *(quote for elsewhere, quote in choices if not elsewhere and domain is not None),
        *(context.quote(statement) for statement in _likeliest_first(context, said, topics, domain)),
        *(quote for elsewhere, quote in choices if elsewhere or domain is None),
    )


def has_origins(context: PlanContext, topics: Sequence[str]) -> bool:
    """Whether there are any of these."""
    return bool(context.view.open_choices()) or any(context.view.said(topic) for topic in topics)


def _is_offered(context: PlanContext, about: str | None, domain: str | None) -> bool:
    """Whether a line about a life domain is offered at this one: at its own, where that is talked about now."""
    apart = {*(matters.id for matters in domains_now(context)), *context.script.sensitive_domains} - {domain}
    return about not in apart


def _goals(context: PlanContext, domain: str | None) -> tuple[Goal, ...]:
    """The goals that have no agreement."""
    served = {agreed.goal for agreed in context.view.active_agreements()}
    goals = (goal for goal in context.view.active_goals() if goal.id not in served)
    return tuple(goal for goal in goals if _is_offered(context, goal.domain, domain))


def _chosen(context: PlanContext, domain: str | None) -> Iterator[Quote]:
    """The options that were chosen."""
    used = _used(context)
    for choice in context.view.open_choices():
        chosen = next((option.title for option in choice.options if option.id == choice.chosen), "")
        if chosen and choice.id not in used and _is_offered(context, choice.domain, domain):
            by = context.name(choice.chosen_by) if choice.chosen_by else ""
            yield Quote(choice.id, chosen, by, note=context.tr("chosen"))


def _used(context: PlanContext) -> frozenset[str]:
    """Of which lines a goal or an agreement was made, by id."""
    view = context.view
    traces = (*(goal.follows_from for goal in view.goals), *(agreed.follows_from for agreed in view.agreements))
    return frozenset(ref for trace in traces for ref in trace)


def _said(context: PlanContext, topics: Sequence[str], domain: str | None) -> tuple[Statement, ...]:
    view, private = context.view, context.script.sensitive_domains
    used = _used(context)
    place = {topic: number for number, topic in enumerate(topics)}

    def is_offered(said: Statement) -> bool:
        here = said.domain is not None and said.domain == domain
        return (
            (here or (said.topic in place and said.domain not in private))
            and said.about is None and said.side not in UNWANTED and said.id not in used
        )

    return _likeliest_first(context, filter(is_offered, view.live_statements), topics, domain)


def _likeliest_first(
    context: PlanContext, statements: Iterable[Statement], topics: Sequence[str], domain: str | None
) -> tuple[Statement, ...]:
    """First what was said about this life domain, then what the client said, then in the order of the topics."""
    place = {topic: number for number, topic in enumerate(topics)}

    def likely(said: Statement) -> tuple[bool, bool, int, int]:
        elsewhere = domain is None or said.domain != domain
        return elsewhere, said.voice.id != context.view.client, place.get(said.topic, len(place)), said.seq

    return tuple(sorted(statements, key=likely))
