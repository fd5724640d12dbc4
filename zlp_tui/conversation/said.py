"""Statements of the plan as introduced quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.evaluating import evaluation_of, going_on, last_one, looking_back
from zlp_tui.conversation.turn import Group, Quote
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import DOMAINS, Evaluation, Statement


def kept_at(here: Here, into: str | None) -> tuple[str, str]:
    """The topic and the step to which words said here belong; `into` is that of the step."""
    topic, _, step = (into or "").partition("/")
    return (topic, step) if into else (here.topic.id, here.step.id)


def said_about_what(here: Here, into: str | None, act: Act) -> str | None:
    """What words said here are about: that of this round, or the evaluation, which begins with the first of them.

    Words that belong to another step are about nothing: they go on being so when the evaluation is over.
    """
    evaluation = evaluation_of(here, act) if looking_back(here) else None
    return here.about or (None if into else evaluation)


def said_here(here: Here, into: str | None = None) -> tuple[Statement, ...]:
    """What stands at this question now. In an evaluation those are its own words; older ones are shown by then and
    now."""
    return _since(here, here.view.said(*kept_at(here, into), about=here.about), going_on(here))


def told_here(here: Here, into: str | None = None) -> tuple[Statement, ...]:
    """What was said at this step, whatever it is about, as letter, read-back and map tell it."""
    topic, step = kept_at(here, into)
    told = _since(here, here.view.said(topic, step), last_one(here))
    return tuple(replace(statement, step=here.step.id) for statement in told) if into else told


def _since(here: Here, said: tuple[Statement, ...], evaluation: Evaluation | None) -> tuple[Statement, ...]:
    """In an evaluation: what was first said after it began. Older words that were put right since are still older."""
    if not looking_back(here):
        return said
    if evaluation is None:
        return ()
    seq = {one.id: one.seq for one in here.view.statements}
    before = {one.id: one.replaces for one in here.view.statements}

    def began(statement: Statement) -> int:
        ref = statement.id
        while (older := before.get(ref)) in seq:
            ref = str(older)
        return seq[ref]

    return tuple(statement for statement in said if began(statement) > evaluation.seq)


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
    groups = []
    for topic in filter(None, map(here.script.find_topic, topics)):
        said = here.view.said(topic.id)
        if topic.part_of == "evaluation":
            said = _since(here, said, going_on(here))
        quotes = tuple(here.quote(s) for s in said)
        if quotes:
            groups.append(Group(here.words(topic.title), quotes, topic.pictogram))
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
