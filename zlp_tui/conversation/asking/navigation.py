"""Moving along the route: the stop of a place, the next one and the one before."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.route import Stop, on_the_way, stops_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place


def stop_at(context: StepContext, place: Place) -> Stop:
    """The stop at a place. When its part is gone, the first stop about the same item, or else of its step.

    `NotFound` when its step is gone.
    """
    of_step = [stop for stop in stops_of(context.script.topic(place.topic), context) if stop.place.step == place.step]
    if not of_step:
        raise NotFound("This question is not in the script.")
    same_place = (stop for stop in of_step if stop.place == place)
    same_item = (stop for stop in of_step if _item(stop.place) == _item(place))
    return next(same_place, None) or next(same_item, of_step[0])


def _item(place: Place) -> str:
    """What a place is about: the first piece of its item."""
    return (place.item or "").partition("/")[0]


def first_of(context: StepContext, topic: str) -> Stop:
    """The first stop of a topic; `NotFound` for one that the script does not have, or that asks nothing yet."""
    found = context.script.find_topic(topic)
    if found is None:
        raise NotFound("There is no such topic.")
    stops = stops_of(found, context)
    if not stops:
        raise NotFound("There is nothing to ask here yet.")
    return stops[0]


def stop_after(
    context: StepContext, place: Place, but_not: Callable[[Stop], bool] = lambda stop: False
) -> Stop | None:
    """The next stop that still has something to ask, other than those of `but_not`; None after the last one."""
    topics = list(context.script.topics)
    at = _index(context, place.topic)
    stops = stops_of(topics[at], context)
    for stop in stops[_position(stops, place) + 1 :]:
        if (not is_passed_over(stop) or _is_follow_up(stop, place)) and not but_not(stop):
            return stop
    for topic in topics[at + 1 :]:
        if not on_the_way(topic, context, place.topic):
            continue
        for stop in stops_of(topic, context):
            if not is_passed_over(stop) and not but_not(stop):
                return stop
    return None


def topic_after(context: StepContext, topic: str) -> Stop | None:
    """The first stop of the next topic that has something to ask; None after the last one."""
    for later in context.script.topics[_index(context, topic) + 1 :]:
        if on_the_way(later, context, topic) and (stops := stops_of(later, context)):
            return stops[0]
    return None


def stop_before(context: StepContext, place: Place) -> Stop | None:
    """The stop before; None at the first one. Going back skips no question."""
    at = _index(context, place.topic)
    stops = stops_of(context.script.topics[at], context)
    before = list(stops[: max(0, _position(stops, place))])
    for topic in (*reversed(context.script.topics[:at]), None):
        if before:
            return before[-1]
        on_our_way = topic is not None and on_the_way(topic, context, place.topic)
        before = list(stops_of(topic, context)) if topic is not None and on_our_way else []
    return None


def is_passed_over(stop: Stop) -> bool:
    """Whether walking forward passes over a stop: it is one of a list of questions and has its answer, or waits for the
    client, who is not here."""
    step = stop.context.step
    return stop.context.waits_for_client or (step.skips_settled and step_handler_of(step).settled(stop.context))


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


def _index(context: StepContext, topic: str) -> int:
    return context.script.number_of(context.script.topic(topic).id)
