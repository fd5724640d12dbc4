"""The routes as they are offered: what each is about, how long it takes, and how far one is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.route import legs_now, stops_on
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.ports.plan_pages import RouteLine
from zlp_tui.conversation.telling.evaluation_lookup import can_be_evaluated
from zlp_tui.plan.view import PlanView
from zlp_tui.script.outline import TalkRoute
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script

ROUND: Final = 5
"""Minutes are told in steps of so many."""


def route_lines(context: StepContext) -> tuple[RouteLine, ...]:
    """The routes of the script, in its order; those that ask anew from when there is something to look back on, and of
    those for words on paper the one whose questions stand in the booklet of now."""
    here, can_look_back = context.way.route, context.view.can_look_back
    offered = (known for known in context.script.routes if can_look_back or not known.again or known is here)
    return tuple(
        _line(context, route) for route in offered
        if route.source == "spoken" or route is here or route is route_from_paper(context.script, context.view)
    )


def route_from_paper(script: Script, view: PlanView) -> TalkRoute | None:
    """The route along which the booklet of now is typed over: of a plan that was made, the one that asks anew."""
    written = (route for route in script.routes if route.source == "paper")
    return next((route for route in written if route.again == can_be_evaluated(view)), None)


def offered_route(context: StepContext, due: Collection[str]) -> RouteLine | None:
    """The first route that is offered with something that is due now; None for none."""
    route = route_offered(context, due)
    return _line(context, route) if route is not None else None


def route_offered(context: StepContext, due: Collection[str]) -> TalkRoute | None:
    """The same, as the script has it."""
    return next((route for route in context.script.routes if route.offered_when in due), None)


def route_to_look_back(script: Script, view: PlanView) -> TalkRoute | None:
    """The route along which one looks back; None where there is nothing to look back on, or no route is for it."""
    topic = script.with_role(Role.LOOK_BACK)
    return route_asking_anew(script, topic.id) if topic is not None and view.can_look_back else None


def route_asking_anew(script: Script, topic: str) -> TalkRoute | None:
    """The first route that asks anew and comes past a topic; None for none."""
    again = (route for route in script.routes if route.again)
    return next((route for route in again if any(leg.topic.id == topic for leg in script.legs(route))), None)


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
    asked = (stop.context for leg in legs_now(context) for stop in stops_on(leg, context))
    said = [
        step_handler_of(at.step).has_answer(at) for at in asked if at.step.is_asked and not at.step.frames_sitting
    ]
    if context.way.route.again or not context.view.conversations or not any(said):
        return ""
    return context.tr("gone through") if all(said) else context.tr("begun")
