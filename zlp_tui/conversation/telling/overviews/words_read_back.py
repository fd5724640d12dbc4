"""Words of the client that are read back at the end of a sitting, and at the beginning of the next one."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import near
from zlp_tui.plan.view import Statement
from zlp_tui.text import one_line, sentence

HEAVY: Final = frozenset({"bad", "does-not-work", "must-not", "dislike", "sad"})
"""Sides of which no words are read back on parting, as long as others were said."""
LONGEST: Final = 200
"""Characters of a sentence that is read back; a longer one is a story."""


class LastTime(NamedTuple):
    """What the client said the last time, and how long ago that was, in words."""

    quote: Quote
    intro: str


def said_in(context: PlanContext, conversation: str | None) -> tuple[Quote, ...]:
    """The first and the last of what the client said in a conversation; none where they said nothing in it."""
    said = _lightest([s for s in _can_be_read_back(context) if conversation and s.conversation == conversation])
    others = [statement for statement in said if statement.text != said[0].text]
    return tuple(context.quote(statement) for statement in (*said[:1], *others[-1:]))


def said_last_time(context: PlanContext) -> LastTime | None:
    """The last of what the client said on an earlier day; None where they said nothing yet."""
    before = [said for said in _can_be_read_back(context) if said.said_on < context.today.isoformat()]
    if not before:
        return None
    last = _lightest([said for said in before if said.conversation == before[-1].conversation])[-1]
    return LastTime(context.quote(last), near(context.tr, date.fromisoformat(last.said_on), context.today))


def told_last_time(context: PlanContext) -> str:
    """The same in one sentence, as a greeting; empty where the client said nothing yet."""
    last = said_last_time(context)
    if last is None:
        return ""
    words = one_line(last.quote.text)
    return sentence(context.tr("{when} {name} said: “{words}”", when=last.intro, name=last.quote.by, words=words))


def _can_be_read_back(context: PlanContext) -> list[Statement]:
    """What the client said in conversations, but for what is private, long, or was written down beforehand."""
    private = context.script.sensitive_domains
    return [
        said for said in context.view.live_statements
        if said.voice.id == context.view.client and said.conversation is not None and said.source == "spoken"
        and said.domain not in private and len(said.text) <= LONGEST
    ]


def _lightest(said: list[Statement]) -> list[Statement]:
    """These statements without what is heavy, where there is anything else."""
    return [statement for statement in said if statement.side not in HEAVY] or said
