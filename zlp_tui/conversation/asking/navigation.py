"""Moving along the route: the stop of a place, the next one and the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.on_request import waits_for_request
from zlp_tui.conversation.asking.route import (
    Stop,
    asked_now,
    leg_at,
    legs_now,
    legs_of,
    on_the_way,
    stops_around,
    stops_of,
    stops_of_sitting,
    stops_of_step,
    stops_on,
)
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place
from zlp_tui.script.legs import Leg
from zlp_tui.script.outline import Sitting


def stop_at(context: StepContext, place: Place) -> Stop:
    """The stop at a place. When its part is gone, the first stop about the same item, or else of its step.

    `NotFound` when its step is gone.
    """
    of_step = stops_of_step(context.script.topic(place.topic), place.step, context)
    if not of_step:
        raise NotFound("This question is not in the script.")
    same_place = (stop for stop in of_step if stop.place == place)
    same_item = (stop for stop in of_step if _item(stop.place) == _item(place))
    return next(same_place, None) or next(same_item, of_step[0])


def _item(place: Place) -> str:
    """What a place is about: the first piece of its item."""
    return (place.item or "").partition("/")[0]


def first_of(context: StepContext, topic: str) -> Stop:
    """The first stop of a topic that is not about a thing of which nobody wished to hear more, and is no page around a
    sitting where it has others; `NotFound` for one that the script does not have, or that asks nothing yet."""
    found = context.script.find_topic(topic)
    if found is None:
        raise NotFound("There is no such topic.")
    all_stops = stops_of(found, context)
    stops = tuple(stop for stop in all_stops if not stop.context.step.frames_sitting)
    stops = stops or tuple(stop for stop in all_stops if stop.context.step.is_asked)
    if not stops:
        raise NotFound("There is nothing to ask here yet.")
    asked = (stop for stop in stops if stop.context.about is None or not waits_for_request(stop.context))
    return next(asked, stops[0])


def stop_after(
    context: StepContext, place: Place, but_not: Callable[[Stop], bool] = lambda stop: False
) -> Stop | None:
    """The next stop that still has something to ask, other than those of `but_not`; None after the last one."""
    stops = stops_around(context, place)
    for stop in stops[_position(stops, place) + 1 :]:
        if (not is_passed_over(stop) or _is_follow_up(stop, place)) and not was_said_before(stop) and not but_not(stop):
            return stop
    for stop in _ahead(context, place):
        if not is_passed_over(stop) and not was_said_before(stop) and not but_not(stop):
            return stop
    return None


def _ahead(context: StepContext, place: Place) -> Iterator[Stop]:
    """The stops of the legs after that of a place. From beside the route one returns to where one left it."""
    at = _leg_after(context, place)
    if at is None:
        left = context.way.left_at
        at = 0 if left is None else _leg_after(context, left) or 0
        if left is not None:
            with suppress(NotFound):
                yield stop_at(context, left)
                stops = stops_around(context, left)
                yield from stops[_position(stops, left) + 1 :]
    for leg in legs_of(context)[at:]:
        if on_the_way(leg.topic, context, place.topic):
            yield from _of_leg(context, leg)


def _of_leg(context: StepContext, leg: Leg) -> Iterator[Stop]:
    """The stops of a leg; the pages around a sitting only where that is walked, or still to be walked."""
    for stop in stops_on(leg, context):
        if not stop.context.step.frames_sitting or _is_walked(context, leg.sitting):
            yield stop


def _is_walked(context: StepContext, sitting: Sitting) -> bool:
    """Whether one came past a question of a sitting, or something is still to be asked in it."""
    stops = stops_of_sitting(context, sitting)
    asked = (stop for stop in stops if stop.context.step.is_asked and not stop.context.step.frames_sitting)
    return any(
        stop.place in context.way.shown or not (is_passed_over(stop) or was_said_before(stop)) for stop in asked
    )


def _leg_after(context: StepContext, place: Place) -> int | None:
    """The number of the leg after that of a place; after the last one of its topic where that is walked as a whole.

    None where the route does not come past its topic.
    """
    number = leg_at(context, place)
    if number is not None:
        return number + 1
    of_topic = [number for number, leg in enumerate(legs_of(context)) if leg.topic.id == place.topic]
    return of_topic[-1] + 1 if of_topic else None


def topic_after(context: StepContext, place: Place) -> Stop | None:
    """The first stop of the next topic that has something to ask; None after the last one. The pages around a sitting
    are no topic."""
    others = (stop for stop in _ahead(context, place) if stop.place.topic != place.topic)
    return next((s for s in others if not s.context.step.frames_sitting and not was_said_before(s)), None)


def stop_before(context: StepContext, place: Place) -> Stop | None:
    """The stop before; None at the first one. Going back skips no question."""
    stops = stops_around(context, place)
    before = list(stops[: max(0, _position(stops, place))])
    if before:
        return before[-1]
    at = _leg_after(context, place)
    if at is None:
        return _left(context)
    first = next(number for number, leg in enumerate(legs_of(context)) if leg.topic.id == place.topic)
    for leg in reversed(legs_of(context)[: first if place.topic == context.way.chosen else at - 1]):
        on_leg = stops_on(leg, context) if on_the_way(leg.topic, context, place.topic) else ()
        if on_leg:
            return on_leg[-1]
    return None


def _left(context: StepContext) -> Stop | None:
    """Where the route was left; None where one was never on it, or that place is gone."""
    try:
        return stop_at(context, context.way.left_at) if context.way.left_at else None
    except NotFound:
        return None


def beginning_of_route(context: StepContext) -> Stop | None:
    """The first stop of the route that has something to ask; the very first one where all was said before."""
    very_first: Stop | None = None
    for stop in (stop for leg in legs_now(context) for stop in _of_leg(context, leg)):
        very_first = very_first or stop
        if not is_passed_over(stop) and not was_said_before(stop):
            return stop
    return very_first


def is_passed_over(stop: Stop) -> bool:
    """Whether walking forward passes over a stop: it is one of a list of questions and has its answer, or waits for the
    client, who is not here."""
    step = stop.context.step
    return stop.context.waits_for_client or (step.skips_settled and step_handler_of(step).settled(stop.context))


def was_said_before(stop: Stop) -> bool:
    """Whether a question was answered before one came to this way, so that it need not be asked twice. An evaluation
    asks anew, and so does a topic that somebody chose."""
    context, way = stop.context, stop.context.way
    anew = way.route.again or is_evaluation_topic(context.topic) or context.topic.id == way.chosen
    on_this_way = stop.place in way.shown and context.step.is_asked
    return not anew and not on_this_way and step_handler_of(context.step).has_answer(context)


def stop_past(context: StepContext) -> Stop:
    """The first question about the same item after the step of a place; `NotFound` where there is none."""
    stops = asked_now(stops_of(context.topic, context))
    here = [number for number, stop in enumerate(stops) if _is_same_step(stop, context)]
    after = stops[here[-1] + 1 :] if here else ()
    for stop in after:
        if stop.context.about == context.about and not is_passed_over(stop):
            return stop
    raise NotFound("There is nothing to ask here yet.")


def _is_same_step(stop: Stop, context: StepContext) -> bool:
    return stop.context.step.id == context.step.id and stop.context.about == context.about


def _is_follow_up(stop: Stop, place: Place) -> bool:
    """Whether a stop is a follow-up question about the item of this place, which comes again with it."""
    same_item = stop.place.step == place.step and _item(stop.place) == _item(place)
    return same_item and stop.context.step.repeats_follow_up


def _position(stops: tuple[Stop, ...], place: Place) -> int:
    """Where a place is among the stops of its topic; a place whose item is gone counts as the end of its step."""
    exact = [n for n, stop in enumerate(stops) if stop.place == place]
    if exact:
        return exact[0]
    of_step = [n for n, stop in enumerate(stops) if stop.place.step == place.step]
    return of_step[-1] if of_step else -1
