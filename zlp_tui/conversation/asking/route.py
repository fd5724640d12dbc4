"""The places of a topic in a plan, in order, and those that a leg of the route comes past.

Consecutive steps that are repeated over the same items form one round: each choice goes through all its steps before
the next choice does. All is computed from the script and the view.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.on_request import is_wished, waits_for_request, wishes_more
from zlp_tui.conversation.asking.repeated_items import items_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.evaluation_lookup import can_be_evaluated, open_evaluation
from zlp_tui.plan.view import Place
from zlp_tui.script.legs import Leg
from zlp_tui.script.outline import Sitting
from zlp_tui.script.schema import Step, Topic


class Stop(NamedTuple):
    """One place of the route, with the context of its question."""

    place: Place
    context: StepContext


def stops_of(topic: Topic, context: StepContext) -> tuple[Stop, ...]:
    """All places of one topic, in order."""
    return tuple(Stop(context.place, context) for context in _walk(topic, context))


def stops_of_step(topic: Topic, step: str, context: StepContext) -> tuple[Stop, ...]:
    """Those of them that are of one step, by its id."""
    return tuple(Stop(context.place, context) for context in _walk(topic, context, among=(step,)))


def stops_about(topic: Topic, context: StepContext, about: str | None) -> tuple[Stop, ...]:
    """Those of them that are about this thing, or about none."""
    return tuple(Stop(context.place, context) for context in _walk(topic, context, about=(about,)))


def on_the_way(topic: Topic, context: StepContext, at: str | None) -> bool:
    """Whether walking on from the topic `at`, or with None from outside, comes past a topic: those of the first plan
    until it was agreed on, those of an evaluation while one is open, or along a route that names them. From a topic of
    either, walking goes on to the others of its kind."""
    from_topic = context.script.find_topic(at) if at else None
    among = from_topic.part_of if from_topic else None
    match topic.part_of:
        case None:
            return True
        case "first-plan":
            return among == "first-plan" or not can_be_evaluated(context.view)
        case "evaluation":
            looks_back = open_evaluation(context) is not None or not context.way.route.everything
            return among == "evaluation" or looks_back


def topics_on_way(context: StepContext) -> tuple[Topic, ...]:
    """The topics of our chapter that one comes past, ours among them. Pages around a sitting are no topic, and one that
    only another route asks anew is not on this way."""
    ours, apart = context.topic, context.script.asked_anew
    return tuple(
        topic for topic in context.script.topics_of(ours.chapter)
        if topic.id == ours.id or (
            on_the_way(topic, context, ours.id) and topic.id not in apart
            and not any(step.frames_sitting for step in topic.steps)
        )
    )


def _walk(
    topic: Topic, context: StepContext, among: Collection[str] | None = None,
    about: Collection[str | None] | None = None,
) -> Iterator[StepContext]:
    """The questions of a topic, in order: of all its steps, or of those with these ids; about all things of which it
    asks, or about these."""
    for each, steps_of_round in groupby(topic.steps, key=lambda step: step.repeated_over):
        of_round = tuple(steps_of_round)
        steps = [step for step in of_round if among is None or step.id in among]
        items = items_of(each, context.at_step(topic, of_round[0])) if steps else ()
        for item in items if about is None else filter(about.__contains__, items):
            yield from _of_item(topic, steps, item, context)


def _of_item(topic: Topic, steps: Iterable[Step], item: str | None, context: StepContext) -> Iterator[StepContext]:
    """The questions of these steps about one thing, in order."""
    for step in steps:
        at_step = context.at_step(topic, step, item)
        for part in step_handler_of(step).parts(at_step):
            yield at_step.at(part)


def places_of_items(context: StepContext) -> Mapping[str, Place]:
    """By choice, goal, agreement or other item: where the questions about it begin."""
    places: dict[str, Place] = {}
    for topic in context.script.topics:
        for each, steps_of_round in groupby(topic.steps, key=lambda step: step.repeated_over):
            if each is None:
                continue
            of_round = tuple(steps_of_round)
            for item in items_of(each, context.at_step(topic, of_round[0])):
                if item is not None and item not in places:
                    first = next(_of_item(topic, of_round, item, context), None)
                    if first is not None:
                        places[item] = first.place
    return places


def legs_of(context: StepContext) -> tuple[Leg, ...]:
    """The legs of the route that the conversation is on."""
    return context.script.legs(context.way.route)


def stops_on(leg: Leg, context: StepContext, at: Place | None = None) -> tuple[Stop, ...]:
    """The places of a topic that a leg of the route comes past, in order, with what somebody wished to say more about;
    `at` is one where somebody is already."""
    return asked_now((Stop(walked.place, walked) for walked in _on(leg, context)), at)


def asked_now(stops: Iterable[Stop], at: Place | None = None) -> tuple[Stop, ...]:
    """These stops without what nobody asked for; `at` is where somebody is already."""
    return tuple(stop for stop in stops if stop.place == at or not waits_for_request(stop.context))


def _on(leg: Leg, context: StepContext) -> Iterator[StepContext]:
    """The places of a leg, those that are asked on request among them."""
    steps = None if wishes_more(context, leg.topic.id) else leg.steps
    for at in _walk(leg.topic, context, steps):
        if leg.walks(at.step, at.about, at.part) or is_wished(at):
            yield at


def route_misses(context: StepContext, topic: str) -> bool:
    """Whether the route does not come past a topic at all."""
    return all(leg.topic.id != topic for leg in legs_of(context))


def leg_at(context: StepContext, place: Place) -> int | None:
    """Which leg of the route a place is on, by number; None beside the route, and in a topic that somebody chose."""
    if place.topic == context.way.chosen:
        return None
    of_topic = [(number, leg) for number, leg in enumerate(legs_of(context)) if leg.topic.id == place.topic]
    if len(of_topic) == 1 and of_topic[0][1].places is None:
        return of_topic[0][0]
    exact = next((number for number, leg in of_topic if _comes_past(leg, context, place)), None)
    whole = (number for number, leg in of_topic if leg.places is None or place.step in leg.places)
    return next(whole, None) if exact is None and of_topic and _is_gone(context, place) else exact


def _comes_past(leg: Leg, context: StepContext, place: Place) -> bool:
    """Whether a place is on a leg, on request or not."""
    return any(at.place == place for at in _on(leg, context))


def _is_gone(context: StepContext, place: Place) -> bool:
    """Whether what a place is about is no longer in the plan."""
    return all(at.place != place for at in _walk(context.script.topic(place.topic), context))


def stops_around(context: StepContext, place: Place, at: Place | None = None) -> tuple[Stop, ...]:
    """The places among which one walks at a place: those of its leg; beside the route those of its whole topic. `at` is
    where somebody is already, when that is another place."""
    return stops_along(leg_at(context, place), context, place, at)


def stops_along(
    number: int | None, context: StepContext, place: Place, at: Place | None = None
) -> tuple[Stop, ...]:
    """The same, where it is known which leg the place is on."""
    at = at or place
    if number is None:
        stops = asked_now(stops_of(context.script.topic(place.topic), context), at)
        return tuple(stop for stop in stops if not stop.context.step.frames_sitting or stop.place == place)
    return stops_on(legs_of(context)[number], context, at)


def legs_now(context: StepContext) -> tuple[Leg, ...]:
    """The legs of the route that one may come past now."""
    return tuple(leg for leg in legs_of(context) if on_the_way(leg.topic, context, None))


def stops_of_sitting(context: StepContext, sitting: Sitting) -> Iterator[Stop]:
    """The places of a sitting that one may come past now, ours among them, looked up as far as they are asked for."""
    for leg in legs_of(context):
        if leg.sitting.id == sitting.id and on_the_way(leg.topic, context, context.topic.id):
            yield from stops_on(leg, context, context.place)
