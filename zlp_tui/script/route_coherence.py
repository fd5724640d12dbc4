"""Whether the routes of a script hang together: what they name is there, once, and each of them asks something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.layers import RouteTexts
from zlp_tui.script.legs import Leg
from zlp_tui.script.outline import Sitting, TalkRoute
from zlp_tui.script.script import Script
from zlp_tui.script.source import YamlSource
from zlp_tui.script.step_model import StepBase
from zlp_tui.script.step_places import places_within

ANYTHING = "anything"
"""How a route names the round of a repeated step that is about no part of life."""


def broken_routes(script: Script, sources: Sequence[YamlSource], written: Collection[str]) -> Iterator[ScriptBroken]:
    """What is wrong with the routes, at the file that said so last. `written` are the topics and steps of all files:
    one that a pack leaves out may still be named."""
    ours: dict[str, tuple[YamlSource, int]] = {}
    for source in sources:
        for number, route in enumerate(_routes_in(source)):
            ours[route.id] = (source, number)
    for route in script.routes:
        if route.id in ours:
            yield from _faults(script, route, *ours[route.id], written)
    known = {leg.topic.id for route in script.routes for leg in script.legs(route)}
    known |= {topic for route in script.routes for topic in route.without}
    for topic in script.topics if script.routes else ():
        if topic.id not in known:
            yield ScriptBroken("{file}, line {line}: no route comes past the topic `{key}`. Name it in one.",
                               file=sources[0].file, line=1, key=topic.id)


def _routes_in(source: YamlSource) -> tuple[TalkRoute, ...]:
    """The routes of a file that has them; one that cannot be read was told already."""
    if not isinstance(source.data, dict) or "routes" not in source.data:
        return ()
    try:
        return RouteTexts.model_validate(source.data).routes
    except ValueError:
        return ()


def _faults(
    script: Script, route: TalkRoute, source: YamlSource, number: int, written: Collection[str]
) -> Iterator[ScriptBroken]:
    often = Counter(place for sitting in route.sittings for place in sitting.walks if not _frames(script, place))
    left = {leg.sitting.id for leg in script.legs(route) if not _only_frames(_steps_of(leg))}
    for at, topic in enumerate(route.without):
        if topic not in written:
            yield ScriptBroken("{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
                               file=source.file, line=source.line(("routes", number, "without", at)), key=topic)
    for sitting_number, sitting in enumerate(route.sittings):
        where = ("routes", number, "sittings", sitting_number)
        for told, notice in enumerate(sitting.also_tells):
            if notice not in script.notices:
                line = source.line((*where, "also_tells", told))
                yield ScriptBroken("{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
                                   file=source.file, line=line, key=notice)
        for place_number, place in enumerate(sitting.walks):
            line = source.line((*where, "walks", place_number))
            if not _is_there(script, place, written):
                yield ScriptBroken("{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
                                   file=source.file, line=line, key=place)
            elif often[place] > 1:
                yield ScriptBroken("{file}, line {line}: the route comes past `{key}` twice. Take one away.",
                                   file=source.file, line=line, key=place)
        if sitting.id not in left and not route.everything:
            yield _nothing_left(source, where, sitting)


def _steps_of(leg: Leg) -> Sequence[StepBase]:
    """The steps of a topic that a leg comes past."""
    named = None if leg.places is None else {place.partition("/")[0] for place in leg.places}
    return tuple(step for step in leg.topic.steps if named is None or step.id in named)


def _nothing_left(source: YamlSource, where: Sequence[str | int], sitting: Sitting) -> ScriptBroken:
    return ScriptBroken("{file}, line {line}: nothing is left to ask in the sitting `{key}`. Name other topics.",
                        file=source.file, line=source.line(where), key=sitting.id)


def _is_there(script: Script, place: str, written: Collection[str]) -> bool:
    """Whether the script has a place, or a file of it that a pack left out."""
    topic, _, within = place.partition("/")
    step_id, _, part = within.partition("/")
    step = script.find_step(topic, step_id)
    if step is None or not part:
        return (f"{topic}/{step_id}" if within else topic) in written
    known = {name.partition("/")[2] for name in places_within(step)} | {step.first_part}
    if step.repeated_over == "domains":
        known |= {ANYTHING, *(domain.id for domain in script.domains)}
    return part in known


def _frames(script: Script, place: str) -> bool:
    """Whether a place begins or ends a sitting, so that it stands in each of them."""
    topic, _, within = place.partition("/")
    found = script.find_topic(topic)
    steps = [step for step in found.steps if within in ("", step.id)] if found else []
    return bool(steps) and _only_frames(steps)


def _only_frames(steps: Sequence[StepBase]) -> bool:
    return all(step.frames_sitting for step in steps)
