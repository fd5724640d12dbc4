"""Statements of the plan as introduced quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from zlp_tui.conversation.asking.kinds.open_evaluation import (
    is_evaluation_topic,
    last_evaluation,
    open_evaluation,
    open_or_begin_evaluation,
)
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import DOMAINS, Evaluation, Statement


def kept_at(context: StepContext, into: str | None) -> tuple[str, str]:
    """The topic and the step to which words said here belong; `into` is that of the step."""
    topic, _, step = (into or "").partition("/")
    return (topic, step) if into else (context.topic.id, context.step.id)


def said_about_what(context: StepContext, into: str | None, act: Act) -> str | None:
    """What words said here are about: that of this round, or the evaluation, which begins with the first of them.

    Words that belong to another step are about nothing: they go on being so when the evaluation is over.
    """
    evaluation = open_or_begin_evaluation(context, act) if is_evaluation_topic(context) else None
    return context.about or (None if into else evaluation)


def said_here(context: StepContext, into: str | None = None) -> tuple[Statement, ...]:
    """What stands at this question now. In an evaluation those are its own words; older ones are shown by then and
    now."""
    return _since(context, context.view.said(*kept_at(context, into), about=context.about), open_evaluation(context))


def told_here(context: StepContext, into: str | None = None) -> tuple[Statement, ...]:
    """What was said at this step, whatever it is about, as letter, read-back and map tell it."""
    topic, step = kept_at(context, into)
    told = _since(context, context.view.said(topic, step), last_evaluation(context))
    return tuple(replace(statement, step=context.step.id) for statement in told) if into else told


def _since(context: StepContext, said: tuple[Statement, ...], evaluation: Evaluation | None) -> tuple[Statement, ...]:
    """In an evaluation: what was first said after it began. Older words that were put right since are still older."""
    if not is_evaluation_topic(context):
        return said
    if evaluation is None:
        return ()
    seq = {one.id: one.seq for one in context.view.statements}
    before = {one.id: one.replaces for one in context.view.statements}

    def began(statement: Statement) -> int:
        ref = statement.id
        while (older := before.get(ref)) in seq:
            ref = str(older)
        return seq[ref]

    return tuple(statement for statement in said if began(statement) > evaluation.seq)


def introduced(context: StepContext, statements: Iterable[Statement]) -> tuple[LetterLine, ...]:
    """Statements of one topic, under the introduction of their step, side or moment, apart for who said them."""
    lines: dict[str, list[Quote]] = {}
    for statement in statements:
        lines.setdefault(introduction(context, statement), []).append(context.quote(statement))
    return tuple(LetterLine(intro, tuple(quotes)) for intro, quotes in lines.items())


def introduction(context: StepContext, statement: Statement) -> str:
    """How a statement is introduced: never paraphrased, only told what it is about and, for others, who said it."""
    topic = context.topic
    part = statement.side or statement.moment
    key = next((k for k in (f"{statement.step}/{part}", statement.step) if k in topic.intros), None)
    by_client = statement.voice.id == context.view.client
    if not by_client and key is None and topic.intro_by_other:
        return context.words(topic.intro_by_other, who=context.name(statement.voice.id))
    return context.words(topic.intros[key] if key else topic.intro)


def groups_beside(context: StepContext, topics: Iterable[str]) -> tuple[Group, ...]:
    """What was said in other topics, a group each, to stand beside a question."""
    groups = []
    for topic in filter(None, map(context.script.find_topic, topics)):
        said = context.view.said(topic.id)
        if topic.part_of == "evaluation":
            said = _since(context, said, open_evaluation(context))
        quotes = tuple(context.quote(s) for s in said)
        if quotes:
            groups.append(Group(context.words(topic.title), quotes, topic.pictogram))
    return tuple(groups)


def said_in_domain(context: StepContext, domain: str | None) -> tuple[Group, ...]:
    """What was said about one life domain, and the goals there: it stands beside writing an agreement (L68)."""
    quotes = tuple(context.quote(s) for s in context.view.live_statements if domain and s.domain == domain)
    goals = tuple(
        Quote(ref=g.id, text=g.text, by=context.name(g.voice.id))
        for g in context.view.active_goals()
        if g.domain == domain
    )
    title = context.words(context.script.domain(domain).title) if domain in DOMAINS else ""
    groups = [Group(title, quotes)] if quotes else []
    if goals:
        groups.append(Group(context.say("Goals"), goals))
    return tuple(groups)
