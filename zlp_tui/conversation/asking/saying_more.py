"""Saying more about a thing: what is asked about it on request, and where that begins."""

from __future__ import annotations

from zlp_tui.conversation.asking.navigation import is_passed_over
from zlp_tui.conversation.asking.on_request import waits_for_request
from zlp_tui.conversation.asking.route import Stop, asked_now, stops_about, stops_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.plan.view import Place


def more_about(context: StepContext) -> tuple[Stop, ...]:
    """What can be asked on request about what is asked about here; where something new begins, about all that is new,
    or else about what has no other questions."""
    if not any(step.on_request or step.on_request_until_said for step in context.topic.steps):
        return ()
    anew = context.step.begins_something
    stops = stops_of(context.topic, context) if anew else stops_about(context.topic, context, context.about)
    others = [stop for stop in stops if stop.place != context.place]
    waiting = tuple(stop for stop in others if waits_for_request(stop.context))
    if not anew:
        return waiting
    asked = {stop.context.about for stop in others if not waits_for_request(stop.context)}
    new = tuple(stop for stop in waiting if stop.context.about in context.new_here)
    return new or tuple(stop for stop in waiting if stop.context.about not in asked)


def first_open(context: StepContext, waiting: tuple[Stop, ...]) -> Stop:
    """Where more is asked: at the first question about these things that is not answered, others than those on request
    among them. What is about no thing is asked on the way on from here; where all of it was passed, at its first."""
    things = {stop.context.about for stop in waiting} - {None}
    if not things:
        return _on_from_here(context, waiting)
    stops = asked_now(stops_of(context.topic, context))
    return next((stop for stop in stops if stop.context.about in things and not is_passed_over(stop)), waiting[0])


def asked_aside(context: StepContext, waiting: tuple[Stop, ...]) -> tuple[Place, ...]:
    """What is asked in between, after which one comes back to where one is: at an option what more there is about this
    option; elsewhere all of it, where another question about the same thing would come before it. Where something new
    begins, the same question about what was passed over. Nothing where one comes past it on the way on."""
    things = {stop.context.about for stop in waiting} - {None}
    if context.step.begins_something:
        return _places(tuple(stop for stop in waiting if stop.place.step == context.place.step))
    if not things:
        return ()
    open_now, here = tuple(stop for stop in waiting if not is_passed_over(stop)), f"{context.place.item}/"
    nearest = tuple(stop for stop in open_now if stop.context.part and here.startswith(f"{stop.place.item}/"))
    first = first_open(context, waiting).place
    comes_by = first == context.place or first in _places(waiting)
    return _places(nearest if nearest or comes_by else open_now or waiting)


def _places(stops: tuple[Stop, ...]) -> tuple[Place, ...]:
    return tuple(stop.place for stop in stops)


def _on_from_here(context: StepContext, waiting: tuple[Stop, ...]) -> Stop:
    places = [stop.place for stop in stops_of(context.topic, context)]
    comes = any(places.index(stop.place) > places.index(context.place) for stop in waiting)
    return Stop(context.place, context) if comes else waiting[0]
