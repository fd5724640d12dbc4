"""Which conversation goes on with each plan of home's list, or comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.plan.transaction import Transaction
from zlp_tui.script.script import Script
from zlp_tui.script.talk_ahead import TalkAhead, talk_ahead
from zlp_tui.script.wording import worded
from zlp_tui.store.lists.last_stops import LastStop, last_stops


def with_talks(session: Transaction, lines: Iterable[PlanListItem], script: Script) -> tuple[PlanListItem, ...]:
    """The lines, each with its conversation; one that stopped where its client may not look says nothing of it."""
    listed = tuple(lines)
    stops = last_stops(session, [line.id for line in listed])
    ahead = {stop: _ahead(script, stop) for stop in {None, *stops.values()}}  # many stopped at one place
    return tuple(_with_talk(line, stops.get(line.id), ahead) for line in listed)


def _ahead(script: Script, stop: LastStop | None) -> TalkAhead | None:
    return talk_ahead(script, None, None) if stop is None else talk_ahead(script, stop.route, *stop[:3])


def _with_talk(
    line: PlanListItem, stop: LastStop | None, ahead_of: Mapping[LastStop | None, TalkAhead | None]
) -> PlanListItem:
    hidden = stop is not None and line.goes_on_at != stop.topic
    if hidden or line.ended_on is not None or (stop is None and line.last_talk is not None):
        return line
    ahead = ahead_of[stop]
    if ahead is None:
        return line
    title = worded(ahead.landing, client="u")
    return line._replace(comes_next=title) if ahead.begins else line._replace(goes_on_with=title)
