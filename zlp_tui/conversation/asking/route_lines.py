"""The routes as they are offered: what each is about, how long it takes, and how far one is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.route import legs_of, on_the_way, stops_on
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.ports.plan_pages import RouteLine
from zlp_tui.script.schema import TalkRoute

ROUND: Final = 5
"""Minutes are told in steps of so many."""


def route_lines(context: StepContext) -> tuple[RouteLine, ...]:
    """All routes of the script, in its order."""
    return tuple(_line(context, route) for route in context.script.ways)


def offered_route(context: StepContext) -> RouteLine | None:
    """The route whose day has come since the plan was agreed on, and that was not walked since; None for none.

    A plan that was evaluated since is looked at no more for the edition before that.
    """
    view = context.view
    agreed = next((date.fromisoformat(e.agreed_on) for e in reversed(view.agreed_editions) if e.agreed_on), None)
    if agreed is None or view.ended_on is not None or view.open_evaluation is not None:
        return None
    walked = {talk.route for talk in view.conversations if talk.started[:10] >= agreed.isoformat()}
    for route in context.script.ways:
        after = route.offered_after
        if after and route.id not in walked and agreed + timedelta(days=after) <= context.today:
            return _line(context, route)
    return None


def _line(context: StepContext, route: TalkRoute) -> RouteLine:
    here = route.id == context.way.route.id
    return RouteLine(
        id=route.id,
        title=context.words(route.title),
        about=context.words(route.about),
        how_long=_how_long(context, route),
        how_far=context.tr("here you are") if here else _how_far(replace(context, way=Way(route))),
        here=here,
    )


def _how_long(context: StepContext, route: TalkRoute) -> str:
    count = len(route.sittings)
    if count == 1:
        return context.tr("It takes about {minutes} minutes.", minutes=route.minutes)
    each = max(ROUND, round(route.minutes / count / ROUND) * ROUND)
    return context.tr("It takes {count} conversations of about {minutes} minutes.", count=count, minutes=each)


def _how_far(context: StepContext) -> str:
    """How far one is; nothing where nothing was said yet, or where it is asked anew each time. What was filled in when
    the plan was made is not said."""
    stops = [stop for leg in legs_of(context) if on_the_way(leg.topic, context, leg.topic.id)
             for stop in stops_on(leg, context) if stop.context.step.is_asked]
    said = [step_handler_of(stop.context.step).has_answer(stop.context) for stop in stops]
    if context.way.route.again or not context.view.conversations or not any(said):
        return ""
    return context.tr("gone through") if all(said) else context.tr("begun")
