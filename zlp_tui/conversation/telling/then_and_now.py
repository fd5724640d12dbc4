"""The differences between an edition and a later one, or the plan as it is, by topic (L41, L97)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from zlp_tui.conversation.ports.history_queries import Pair, PairPart, ThenAndNow
from zlp_tui.conversation.telling.diff_text import PairFormatter
from zlp_tui.conversation.telling.edition_list import edition_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.difference import Difference, difference
from zlp_tui.plan.view import Edition, PlanView

FIRST: Final = ("changed", "ended", "added", "still")
"""What differs comes first; what stayed as it was closes a topic."""


def editions_to_compare(agreed: Sequence[Edition], then: int | None, now: int | None) -> tuple[Edition, Edition | None]:
    """The edition of then, and that of now (None: the plan as it is). Without `then`: the last edition before `now`.

    `NotFound` for a number that the plan does not have, `Refused` when `then` comes after `now`.
    """
    numbered = {edition.number: edition for edition in agreed}
    later = _edition(numbered, now) if now is not None else None
    before = _edition(numbered, then if then is not None else (now or max(numbered) + 1) - 1)
    if later is not None and before.number > later.number:
        raise Refused("The edition of then must be older than the one of now.")
    return before, later


def then_and_now(
    context: PlanContext,
    then: tuple[Edition, PlanView],
    now: tuple[Edition | None, PlanView],
    *,
    each_fact: bool = False,
) -> ThenAndNow:
    """Two views of a plan, line by line, each with its edition (None: the plan as it is).

    Facts that stayed as they were are told together, unless `each_fact`: nobody wants to read a line for each name.
    """
    (before, was), (later, stands) = then, now
    return ThenAndNow(
        then=edition_title(context, before),
        now=edition_title(context, later) if later else context.say("The plan as it is now"),
        then_number=before.number,
        now_number=later.number if later else None,
        parts=_parts(context, PairFormatter(context, was, stands), difference(was, stands), each_fact=each_fact),
    )


def _same_fact(found: Difference) -> bool:
    """A name, a domain or who decides that is as it was: those of a topic are told in one line."""
    return found.kind == "still" and found.line.voice is None


def _edition(agreed: dict[int, Edition], number: int) -> Edition:
    if number not in agreed:
        raise NotFound("The plan has no edition {number}.", number=number)
    return agreed[number]


def _parts(
    context: PlanContext, told: PairFormatter, lines: tuple[Difference, ...], *, each_fact: bool
) -> tuple[PairPart, ...]:
    """The pairs by topic, in the order of the script; those of topics that left it come last."""
    by_topic: dict[str, list[Pair]] = {topic.id: [] for topic in context.script.topics}
    for line in sorted(lines, key=lambda line: FIRST.index(line.kind)):
        if each_fact or not _same_fact(line):
            by_topic.setdefault(line.line.topic, []).append(told.pair(line))
    for pair in () if each_fact else told.same(line for line in lines if _same_fact(line)):
        by_topic.setdefault(pair.topic, []).append(pair)
    known = {topic.id: topic for topic in context.script.topics}
    parts = []
    for topic_id, pairs in by_topic.items():
        topic = known.get(topic_id)
        title = (
            context.words(topic.title) if topic else context.say("Said before, at questions that are no longer asked")
        )
        if pairs:
            parts.append(PairPart(title, tuple(pairs), topic.pictogram if topic else ""))
    return tuple(parts)
