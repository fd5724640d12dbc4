"""Then beside now: an edition and a later one, or the plan as it is, line by line as introduced quotes (L41, L97)."""

from __future__ import annotations

from typing import Final

from zlp_tui.conversation.editions_agreed import edition_title
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.living import Pair, PairPart, ThenAndNow
from zlp_tui.conversation.pair_words import Told
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.access import May, filtered, may
from zlp_tui.plan.difference import Difference, difference
from zlp_tui.plan.load import load_edition
from zlp_tui.plan.session import Session
from zlp_tui.plan.view import Edition

FIRST: Final = ("changed", "ended", "added", "still")
"""What differs comes first; what stayed as it was closes a topic."""


def then_and_now(
    here: Here, session: Session, then: int | None, now: int | None, *, each_fact: bool = False, allowed: May = may
) -> ThenAndNow | None:
    """An edition beside a later one, or beside the plan as it is; without `then`, the last edition before.

    Without either, when nothing changed since the last edition, the one before it: whoever just agreed on a plan looks
    back on what that changed. Facts that stayed as they were are told together, unless `each_fact`: nobody wants to
    read a line for each name. None when the plan has no edition yet; `NotFound` for one it does not have, `Refused`
    when `then` comes after `now`.
    """
    agreed = {edition.number: edition for edition in here.view.agreed_editions}
    if not agreed:
        return None
    later = _edition(agreed, now) if now is not None else None
    before = _edition(agreed, then if then is not None else (now or max(agreed) + 1) - 1)
    if later is not None and before.number > later.number:
        raise Refused("The edition of then must be older than the one of now.")
    plan = here.view.id
    stands = load_edition(session, plan, later.number) if later else here.view
    sides = (load_edition(session, plan, before.number), stands)
    was, stands = (filtered(view, here.voice.id, allowed) for view in sides)
    differs = difference(was, stands)
    asked = then is not None or now is not None
    if not asked and before.number - 1 in agreed and all(one.kind == "still" for one in differs):
        return then_and_now(here, session, before.number - 1, None, each_fact=each_fact, allowed=allowed)
    told = Told(here, was, stands)
    return ThenAndNow(
        then=edition_title(here, before),
        now=edition_title(here, later) if later else here.say("The plan as it is now"),
        then_number=before.number,
        now_number=later.number if later else None,
        parts=_parts(here, told, differs, each_fact=each_fact),
    )


def _same_fact(one: Difference) -> bool:
    """A name, a domain or who decides that is as it was: those of a topic are told in one line."""
    return one.kind == "still" and one.line.voice is None


def _edition(agreed: dict[int, Edition], number: int) -> Edition:
    if number not in agreed:
        raise NotFound("The plan has no edition {number}.", number=number)
    return agreed[number]


def _parts(here: Here, told: Told, lines: tuple[Difference, ...], *, each_fact: bool) -> tuple[PairPart, ...]:
    """The pairs by topic, in the order of the script; those of topics that left it come last."""
    by_topic: dict[str, list[Pair]] = {topic.id: [] for topic in here.script.topics}
    for one in sorted(lines, key=lambda one: FIRST.index(one.kind)):
        if each_fact or not _same_fact(one):
            by_topic.setdefault(_topic(here, one.line.topic), []).append(told.pair(one))
    for pair in () if each_fact else told.same(one for one in lines if _same_fact(one)):
        by_topic.setdefault(_topic(here, pair.topic), []).append(pair)
    parts = []
    for topic_id, pairs in by_topic.items():
        topic = here.script.find_topic(topic_id)
        title = here.words(topic.title) if topic else here.say("Said before, at questions that are no longer asked")
        if pairs:
            parts.append(PairPart(title, tuple(pairs), topic.pictogram if topic else ""))
    return tuple(parts)


def _topic(here: Here, name: str) -> str:
    """The id of the topic that a line of the plan belongs to; its name in the plan when that topic left the script."""
    topic = here.script.topic_named(name)
    return topic.id if topic else name
