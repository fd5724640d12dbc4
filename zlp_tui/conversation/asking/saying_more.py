"""Saying more about a thing: what is asked about it on request, and where that begins."""

from __future__ import annotations

from zlp_tui.conversation.asking.navigation import is_passed_over
from zlp_tui.conversation.asking.on_request import waits_for_request
from zlp_tui.conversation.asking.route import Stop, asked_now, stops_of
from zlp_tui.conversation.asking.step_context import StepContext


def more_about(context: StepContext) -> tuple[Stop, ...]:
    """What can be asked on request about what is asked about here, or was said last where something new begins."""
    if all(step.on_request is False for step in context.topic.steps):
        return ()
    others = (stop for stop in stops_of(context.topic, context) if stop.place != context.place)
    waiting = tuple(stop for stop in others if waits_for_request(stop.context))
    about = context.about
    if context.step.begins_something:
        new = tuple(stop.context.about for stop in waiting if stop.context.about in context.new_here)
        about = new[-1] if new else about
    return tuple(stop for stop in waiting if stop.context.about == about)


def first_open(context: StepContext, about: str | None, waiting: tuple[Stop, ...]) -> Stop:
    """The first question about a thing that is not answered, what is asked on request among them; else the first of
    those that were `waiting` for a request."""
    stops = asked_now(stops_of(context.topic, context)) if about is not None else ()
    return next((stop for stop in stops if stop.context.about == about and not is_passed_over(stop)), waiting[0])
