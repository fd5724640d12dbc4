"""Statements of the plan as introduced quotes."""

from __future__ import annotations

from collections.abc import Iterable

from zlp_tui.conversation.desk import Group, LetterLine, Quote
from zlp_tui.conversation.here import Here
from zlp_tui.plan.view import DOMAINS, Statement


def introduced(here: Here, statements: Iterable[Statement]) -> tuple[LetterLine, ...]:
    """Statements of one topic, under the introduction of their step, side or moment, apart for who said them."""
    lines: dict[str, list[Quote]] = {}
    for statement in statements:
        lines.setdefault(introduction(here, statement), []).append(here.quote(statement))
    return tuple(LetterLine(intro, tuple(quotes)) for intro, quotes in lines.items())


def introduction(here: Here, statement: Statement) -> str:
    """How a statement is introduced: never paraphrased, only told what it is about and, for others, who said it."""
    topic = here.topic
    part = statement.side or statement.moment
    key = next((k for k in (f"{statement.step}/{part}", statement.step) if k in topic.intros), None)
    by_client = statement.voice.id == here.view.client
    if not by_client and key is None and topic.intro_by_other:
        return here.words(topic.intro_by_other, who=here.name(statement.voice.id))
    return here.words(topic.intros[key] if key else topic.intro)


def groups_beside(here: Here, topics: Iterable[str]) -> tuple[Group, ...]:
    """What was said in other topics, a group each, to stand beside a question."""
    known = {topic.id: topic for topic in here.script.topics}
    groups = []
    for topic_id in topics:
        quotes = tuple(here.quote(s) for s in here.view.said(topic_id))
        if quotes and topic_id in known:
            groups.append(Group(here.words(known[topic_id].title), quotes, known[topic_id].pictogram))
    return tuple(groups)


def said_in_domain(here: Here, domain: str | None) -> tuple[Group, ...]:
    """What was said about one life domain, and the goals there: it stands beside writing an agreement (L68)."""
    quotes = tuple(here.quote(s) for s in here.view.live_statements if domain and s.domain == domain)
    goals = tuple(
        Quote(ref=g.id, text=g.text, by=here.name(g.voice.id)) for g in here.view.active_goals() if g.domain == domain
    )
    title = here.words(here.script.domain(domain).title) if domain in DOMAINS else ""
    groups = [Group(title, quotes)] if quotes else []
    if goals:
        groups.append(Group(here.say("Goals"), goals))
    return tuple(groups)
