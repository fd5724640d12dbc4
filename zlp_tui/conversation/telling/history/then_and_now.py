"""The differences between an edition and a later one, or the plan as it is, by topic (L41, L97)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zlp_tui.conversation.ports.history_queries import Pair, PairPart, ThenAndNow
from zlp_tui.conversation.telling.history.diff_text import FILLED_IN, PairFormatter
from zlp_tui.conversation.telling.history.edition_list import edition_numbered, edition_title
from zlp_tui.conversation.telling.life_domains import with_named_domains
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.errors import Refused
from zlp_tui.plan.confirmations import said_since
from zlp_tui.plan.difference import Difference, difference
from zlp_tui.plan.view import PlanView

FIRST: Final = ("changed", "ended", "added", "still")
"""What differs comes first; what stayed as it was closes a topic."""


def then_and_now(
    context: PlanContext,
    edition: Callable[[int], PlanView],
    then: int | None,
    now: int | None,
    *,
    each_fact: bool = False,
) -> ThenAndNow | None:
    """An edition beside a later one, or beside the plan as it is; without `then`, the last edition before.

    `edition` reads the plan as it was agreed on, by number.

    Without either, when nothing changed since the last edition, the one before it: whoever just agreed on a plan looks
    back on what that changed. Facts that stayed as they were are told together, unless `each_fact`: nobody wants to
    read a line for each name. None when the plan has no edition yet; `NotFound` for one it does not have, `Refused`
    when `then` comes after `now`.
    """
    agreed = {edition.number: edition for edition in context.view.agreed_editions}
    if not agreed:
        return None
    later = edition_numbered(context.view, now) if now is not None else None
    before = edition_numbered(context.view, then if then is not None else (now or max(agreed) + 1) - 1)
    if later is not None and before.number > later.number:
        raise Refused("The edition of then must be older than the one of now.")
    was, stands = edition(before.number), edition(later.number) if later else context.view
    differs = difference(with_named_domains(context, was), with_named_domains(context, stands))
    asked = then is not None or now is not None
    if not asked and before.number - 1 in agreed and all(found.kind == "still" for found in differs):
        return then_and_now(context, edition, before.number - 1, None, each_fact=each_fact)
    told = PairFormatter(context, was, stands, said_since(was, stands))
    return ThenAndNow(
        then=edition_title(context, before),
        now=edition_title(context, later) if later else context.tr("The plan as it is now"),
        then_number=before.number,
        now_number=later.number if later else None,
        parts=_parts(context, told, differs, each_fact=each_fact),
    )


def changed_parts(context: PlanContext, was: PlanView, stands: PlanView) -> tuple[PairPart, ...]:
    """All that differs between two views of one plan, by topic."""
    differs = difference(with_named_domains(context, was), with_named_domains(context, stands))
    told = PairFormatter(context, was, stands, said_since(was, stands))
    return _parts(context, told, tuple(found for found in differs if found.kind != "still"), each_fact=True)


def _same_fact(found: Difference) -> bool:
    """A name, a domain or who decides that is as it was: those of a topic are told in one line."""
    return found.kind == "still" and (found.line.voice is None or found.line.kind in FILLED_IN)


def _parts(
    context: PlanContext, told: PairFormatter, lines: tuple[Difference, ...], *, each_fact: bool
) -> tuple[PairPart, ...]:
    """The pairs by topic, in the order of the script; those of topics that left it come last."""
    by_topic: dict[str, list[Pair]] = {topic.id: [] for topic in context.script.topics}
    for found in sorted(lines, key=lambda found: FIRST.index(found.kind)):
        if each_fact or not _same_fact(found):
            by_topic.setdefault(_topic(context, found.line.topic), []).append(told.pair(found))
    for pair in () if each_fact else told.same(found for found in lines if _same_fact(found)):
        by_topic.setdefault(_topic(context, pair.topic), []).append(pair)
    parts = []
    for topic_id, pairs in by_topic.items():
        topic = context.script.find_topic(topic_id)
        if pairs:
            title = topic_title(context, topic_id)
            parts.append(PairPart(title, tuple(pairs), topic.pictogram if topic else ""))
    return tuple(parts)


def _topic(context: PlanContext, name: str) -> str:
    """The id of the topic that a line of the plan belongs to; its name in the plan when that topic left the script."""
    topic = context.script.topic_named(name)
    return topic.id if topic else name
