"""Words of the client that are read back at the end of a sitting, and at the beginning of the next one."""

from __future__ import annotations

from collections.abc import Iterator
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
    said = list(_warm(context, conversation)) if conversation else []
    others = [statement for statement in said if statement.text != said[0].text]
    return tuple(context.quote(statement) for statement in said[:1] + others[-1:])


def said_last_time(context: PlanContext) -> LastTime | None:
    """The last of what the client said on an earlier day; None where they said nothing yet."""
    for talk in reversed(context.view.conversations):
        said = [words for words in _warm(context, talk.id) if words.said_on < context.today.isoformat()]
        if said:
            day = date.fromisoformat(said[-1].said_on)
            return LastTime(context.quote(said[-1]), near(context.tr, day, context.today))
    return None


def told_last_time(context: PlanContext) -> str:
    """The same in one sentence, as a greeting; empty where the client said nothing yet."""
    last = said_last_time(context)
    if last is None:
        return ""
    words = one_line(last.quote.text)
    return sentence(context.tr("{when} {name} said: “{words}”", when=last.intro, name=last.quote.by, words=words))


def _warm(context: PlanContext, conversation: str | None) -> Iterator[Statement]:
    """What the client said in a conversation and can be read back: nothing private, and what is heavy only where there
    is nothing else."""
    private = {domain.id for domain in context.script.domains if domain.sensitive}
    said = [
        statement for statement in context.view.live_statements
        if statement.conversation == conversation and statement.voice.id == context.view.client
        if statement.domain not in private and len(statement.text) <= LONGEST
    ]
    light = [statement for statement in said if statement.side not in HEAVY]
    yield from light or said
