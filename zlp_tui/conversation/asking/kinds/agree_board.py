"""What stands beside the question whether the plan is agreed on: what each said, what changed, and what is agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.tellers.agree_teller import consents
from zlp_tui.conversation.telling.tellers.agreement_tellers import (
    agreement_quote,
    goal_quote,
    in_full,
    numbered_goals,
)
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.dates import join_names
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.view import Consent, Edition
from zlp_tui.script.roles import Role
from zlp_tui.script.steps.looking_back_models import Agree

MOST: Final = 12
"""How many sentences that changed are told in full; of the others how many there are."""


def beside(context: StepContext, step: Agree, now: Edition, earlier: Iterable[Consent]) -> Iterator[Group]:
    """What everybody says of the edition that is coming, and said earlier; what changed, the goals, and the agreements
    in full."""
    if now.consent:
        yield Group(context.tr("Plan {number}", number=now.number), consents(context, step, now))
    if said_earlier := tuple(earlier):
        yield Group(context.tr("Last time"), consents(context, step, replace(now, consent=said_earlier)))
    before = context.view.agreed_editions[-1:]
    if before and (changed := tuple(_changed(context))):
        yield Group(context.tr("Changed since plan {number}", number=before[0].number), changed)
    if goals := numbered_goals(context):
        yield Group(context.tr("Goals"), goals)
    yield from (Group(agreed.intro, agreed.quotes) for agreed in in_full(context))


def _changed(context: StepContext) -> Iterator[Quote]:
    """What changed since the last edition: how much, then each line in its words. What no longer stands is told apart;
    goals and agreements that stand are told below, in full."""
    view, since, tr = context.view, context.changed_since_agreed(), context.tr
    lines = (view.live_statements, view.open_goals(), view.active_agreements())
    stands = {line.id for of_kind in lines for line in of_kind}
    refs = [since.get(kind, frozenset()) for kind in ("statement", "goal", "agreement")]
    said, goals, wants = (len(changed & stands) for changed in refs)
    no_said, no_goals, no_wants = (len(changed - stands) for changed in refs)
    words = (
        (tr.plural("{count} sentence was added or changed", "{count} sentences were added or changed", said), said),
        (tr.plural("{count} goal was added or changed", "{count} goals were added or changed", goals), goals),
        (tr.plural("{count} agreement was added or changed", "{count} agreements were added or changed", wants), wants),
        (tr.plural("{count} sentence is gone", "{count} sentences are gone", no_said), no_said),
        (tr.plural("{count} goal is over", "{count} goals are over", no_goals), no_goals),
        (tr.plural("{count} agreement is over", "{count} agreements are over", no_wants), no_wants),
    )
    told = (_said(context, refs[0] & stands), (), (), *(_gone(context, changed - stands) for changed in refs))
    for (text, count), quotes in zip(words, told, strict=True):
        if count:
            yield fact(text)
            yield from quotes[:MOST]
            if left := len(quotes[MOST:]):
                yield fact(tr.plural("and {count} more", "and {count} more", left))
    if others := tuple(dict.fromkeys(_other_titles(context, since))):
        yield fact(tr("Also changed: {what}", what=join_names(others, context.script.locale)))


def _other_titles(context: StepContext, since: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What else changed, by the title of what it belongs to."""
    for name in since:
        if name not in ("statement", "goal", "agreement"):
            topic = Role.DECIDING if name == "plan" else next(_topics_of(kind_of(name)), None)
            yield f"“{topic_title(context, topic)}”" if topic else context.tr("facts and figures")


def _topics_of(kind: Kind) -> Iterator[str]:
    """The topic of a kind of line, or else of what it is part of."""
    if kind.topic:
        yield kind.topic
    elif kind.parent:
        yield from _topics_of(kind_of(kind.parent))


def _said(context: StepContext, refs: frozenset[str]) -> tuple[Quote, ...]:
    return tuple(context.quote(said) for said in context.view.live_statements if said.id in refs)


def _gone(context: StepContext, refs: frozenset[str]) -> tuple[Quote, ...]:
    """Lines that no longer stand, as far as the plan still holds them."""
    view = context.view
    return (
        *(context.quote(said) for said in view.statements if said.id in refs),
        *(goal_quote(context, goal) for goal in view.goals if goal.id in refs),
        *(agreement_quote(context, agreed) for agreed in view.agreements if agreed.id in refs),
    )
