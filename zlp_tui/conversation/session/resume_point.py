"""Where a conversation begins, and where it goes on when what was asked about is gone."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from zlp_tui.conversation.asking.navigation import beginning_of_route, first_of, stop_after, stop_at, stop_before
from zlp_tui.conversation.asking.route import Stop
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Conversation, Place, PlanView
from zlp_tui.script.legs import WHOLE


def stopped_at(context: StepContext) -> Place | None:
    """Where the last conversation stopped; None when there was none or its place has left the script.

    Of a question at which no later conversation goes on, the one before it: nobody agrees on a plan by an answer that
    they had ready when they came in.
    """
    for conversation in reversed(context.view.conversations):
        if conversation.resume is not None:
            try:
                stop = _to_go_on_at(context, conversation.resume)
            except NotFound:
                return None
            return stop.place if stop else None
    return None


def _to_go_on_at(context: StepContext, place: Place) -> Stop | None:
    """A place, or the first one before it at which a conversation can go on; `NotFound` as for `stop_at`."""
    stop: Stop | None = _stop_left_at(context, place)
    while stop is not None and not stop.context.step.can_go_on_at:
        stop = stop_before(context, stop.place)
    return stop


def first_stop(context: StepContext, typing: Iterable[Place]) -> Stop:
    """Where somebody was typing when the last conversation ended, else where it stopped, else the very beginning."""
    for place in typing:
        with suppress(NotFound):
            if (stop := _stop_left_at(context, place)).context.step.can_go_on_at:
                return stop
    stopped = stopped_at(context)
    return _stop_left_at(context, stopped) if stopped else _very_first(context)


def _stop_left_at(context: StepContext, place: Place) -> Stop:
    """A place where a conversation was left, also one that is asked only where its topic was chosen; `NotFound` as for
    `stop_at`."""
    with suppress(NotFound):
        return stop_at(context, place)
    return stop_at(replace(context, way=replace(context.way, chosen=place.topic)), place)


def last_ended(view: PlanView) -> str:
    """The instant at which the last conversation ended, or began when it never ended; empty when there was none."""
    talks = view.conversations
    return (talks[-1].ended or talks[-1].started) if talks else ""


def where_it_was(context: StepContext, place: Place) -> Stop:
    """A place; when its line is gone another of its step or topic, or the one before when nothing is left."""
    with suppress(NotFound):
        return stop_at(context, place)
    with suppress(NotFound):
        return first_of(context, place.topic)
    return stop_before(context, place) or _very_first(context)


def where_route_goes_on(context: StepContext, left: Place | None) -> Stop | None:
    """Where the route of a context goes on: where it was left now or in an earlier conversation, else its first
    question that was not answered yet. One that was walked to its end begins again, and so does a look back that was
    closed."""
    place = left or _left_before(context)
    if place is not None:
        with suppress(NotFound):
            stop = _to_go_on_at(context, place)
            if stop is not None and stop_after(context, stop.place) is not None:
                return stop
    return beginning_of_route(context)


def _left_before(context: StepContext) -> Place | None:
    """Where the last conversation along this route stopped, unless its look back was closed since."""
    talks = (talk for talk in reversed(context.view.conversations) if talk.resume is not None)
    last = next((talk for talk in talks if (talk.route or WHOLE) == context.way.route.id), None)
    return None if last is None or _was_closed_since(context, last) else last.resume


def looked_back_to_the_end(context: StepContext) -> bool:
    """Whether the route of a context looks back, and the look back of the last conversation along it was closed."""
    return _left_before(context) is None and context.way.route.again


def _was_closed_since(context: StepContext, talk: Conversation) -> bool:
    """Whether a talk looked back, and looking back was closed on its day or later: the next one begins anew."""
    if not context.way.route.again or context.view.open_evaluation is not None:
        return False
    return any((evaluation.closed_on or "") >= talk.started[:10] for evaluation in context.view.evaluations)


def _very_first(context: StepContext) -> Stop:
    return beginning_of_route(context) or first_of(context, context.script.topics[0].id)
