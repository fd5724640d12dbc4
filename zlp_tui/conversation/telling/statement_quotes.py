"""Statements of the plan as quotes: of a step, of other topics, of a life domain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic, last_evaluation, open_evaluation
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import DOMAINS, Evaluation, Statement
from zlp_tui.script.schema import Topic


def statement_place(topic: str, step: str, into: str | None) -> tuple[str, str]:
    """The topic and the step to which words said at a step belong; `into` is that of the step."""
    other_topic, _, other_step = (into or "").partition("/")
    return (other_topic, other_step) if into else (topic, step)


def told_at(context: PlanContext, topic: Topic, step: str, into: str | None = None) -> tuple[Statement, ...]:
    """What was said at a step, whatever it is about, as letter, read-back and map tell it."""
    said = context.view.said(*statement_place(topic.id, step, into))
    told = said_since(context, topic, said, last_evaluation(context))
    return tuple(replace(statement, step=step) for statement in told) if into else told


def in_order_of_domains(context: PlanContext, said: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements in the client's order of the life domains they belong to; others come last."""
    order = {domain.id: place for place, domain in enumerate(domains_now(context))}
    return tuple(sorted(said, key=lambda statement: order.get(statement.domain or "", len(order))))


def said_since(
    context: PlanContext, topic: Topic, said: tuple[Statement, ...], evaluation: Evaluation | None
) -> tuple[Statement, ...]:
    """In a topic of an evaluation: what was first said after it began. Older words that were corrected since are still
    older. In other topics: all of it."""
    if not is_evaluation_topic(topic):
        return said
    if evaluation is None:
        return ()
    seq = {statement.id: statement.seq for statement in context.view.statements}
    before = {statement.id: statement.replaces for statement in context.view.statements}

    def began(statement: Statement) -> int:
        ref = statement.id
        while (older := before.get(ref)) in seq:
            ref = str(older)
        return seq[ref]

    return tuple(statement for statement in said if began(statement) > evaluation.seq)


def groups_beside(context: PlanContext, places: Iterable[str]) -> tuple[Group, ...]:
    """What was said in other topics or at steps of them, a group each, to stand beside a question."""
    groups = []
    for place in places:
        topic_id, _, step = place.partition("/")
        topic = context.script.find_topic(topic_id)
        if topic is None:
            continue
        said = said_since(context, topic, context.view.said(topic.id, step or None), open_evaluation(context))
        if said:
            quotes = tuple(context.quote(statement) for statement in said)
            groups.append(Group(context.words(topic.title), quotes, topic.pictogram))
    return tuple(groups)


def said_in_domain(context: PlanContext, domain: str | None) -> tuple[Group, ...]:
    """What was said about one life domain, and the goals there: it stands beside writing an agreement (L68)."""
    said = (s for s in context.view.live_statements if domain and s.domain == domain)
    quotes = tuple(context.quote(statement, with_domain=False) for statement in said)
    goals = tuple(
        Quote(ref=g.id, text=g.text, by=context.name(g.voice.id))
        for g in context.view.active_goals()
        if domain and g.domain == domain
    )
    groups = [Group(context.domain_title(domain if domain in DOMAINS else None), quotes)] if quotes else []
    if goals:
        groups.append(Group(context.tr("Goals"), goals))
    return tuple(groups)
