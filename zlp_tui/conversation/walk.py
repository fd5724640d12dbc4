"""Walking the route: where a place lies, what comes next and what came before."""

from __future__ import annotations

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.registry import turns_of
from zlp_tui.conversation.route import Stop, on_the_way, repeated, stops_of
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import People, Still


def stop_at(base: Here, place: Place) -> Stop:
    """The stop at a place. When its item is gone, the first stop about the same thing, or else of its step.

    `NotFound` when its step is gone.
    """
    of_step = [stop for stop in stops_of(base.script.topic(place.topic), base) if stop.place.step == place.step]
    if not of_step:
        raise NotFound("This question is not in the script.")
    same_place = (stop for stop in of_step if stop.place == place)
    same_thing = (stop for stop in of_step if _thing(stop.place) == _thing(place))
    return next(same_place, None) or next(same_thing, of_step[0])


def _thing(place: Place) -> str:
    """What a place is about: the first piece of its item."""
    return (place.item or "").partition("/")[0]


def first_of(base: Here, topic: str) -> Stop:
    """The first stop of a topic; `NotFound` for one that the script does not have, or that asks nothing yet."""
    found = base.script.find_topic(topic)
    if found is None:
        raise NotFound("There is no such topic.")
    stops = stops_of(found, base)
    if not stops:
        raise NotFound("There is nothing to ask here yet.")
    return stops[0]


def stop_after(base: Here, place: Place) -> Stop | None:
    """The next stop that still has something to ask; None after the last one."""
    topics = list(base.script.topics)
    at = _index(base, place.topic)
    stops = stops_of(topics[at], base)
    for stop in stops[_position(stops, place) + 1 :]:
        if not _passed_over(stop) or _goes_with(stop, place):
            return stop
    for topic in topics[at + 1 :]:
        if not on_the_way(topic, base, place.topic):
            continue
        for stop in stops_of(topic, base):
            if not _passed_over(stop):
                return stop
    return None


def topic_after(base: Here, topic: str) -> Stop | None:
    """The first stop of the next topic that has something to ask; None after the last one."""
    for later in base.script.topics[_index(base, topic) + 1 :]:
        if on_the_way(later, base, topic) and (stops := stops_of(later, base)):
            return stops[0]
    return None


def stop_before(base: Here, place: Place) -> Stop | None:
    """The stop before; None at the first one. Going back passes over no question that was answered."""
    at = _index(base, place.topic)
    stops = stops_of(base.script.topics[at], base)
    before = list(stops[: max(0, _position(stops, place))])
    for topic in (*reversed(base.script.topics[:at]), None):
        if before:
            return before[-1]
        on_our_way = topic is not None and on_the_way(topic, base, place.topic)
        before = list(stops_of(topic, base)) if topic is not None and on_our_way else []
    return None


def _passed_over(stop: Stop) -> bool:
    """Repeated questions that have their answer are not asked again by walking on."""
    step = stop.here.step
    again = repeated(step) is not None or isinstance(step, People | Still)
    return again and turns_of(step).settled(stop.here)


def _goes_with(stop: Stop, place: Place) -> bool:
    """Whoever is at words that changed comes past what is said now, to say it once more."""
    return isinstance(stop.here.step, Still) and stop.place.step == place.step and _thing(stop.place) == _thing(place)


def _position(stops: tuple[Stop, ...], place: Place) -> int:
    """Where a place is among the stops of its topic; a place whose item is gone counts as the end of its step."""
    exact = [n for n, stop in enumerate(stops) if stop.place == place]
    if exact:
        return exact[0]
    of_step = [n for n, stop in enumerate(stops) if stop.place.step == place.step]
    return of_step[-1] if of_step else -1


def _index(base: Here, topic: str) -> int:
    return base.script.number_of(base.script.topic(topic).id)
