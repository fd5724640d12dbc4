"""The legs of a route: which topics it comes past, one after the other, and which questions of each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zlp_tui.script.outline import ChapterText, Sitting, TalkRoute
from zlp_tui.script.schema import Step, Topic

WHOLE: Final = "whole"
"""The id of the route along everything: where a plan is that was talked about before there were routes."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A topic on a route, or as much of it as one sitting walks. `places` are its steps, as `step` or `step/part`; None
    for the whole topic."""

    sitting: Sitting
    topic: Topic
    places: frozenset[str] | None = None

    @property
    def steps(self) -> frozenset[str] | None:
        """The ids of the steps of which it comes past a question; None for all of its topic."""
        return None if self.places is None else frozenset(place.partition("/")[0] for place in self.places)

    def walks(self, step: Step, about: str | None, part: str | None) -> bool:
        """Whether it comes past a question: of a step, about an item, at a part."""
        if step.frames_sitting and part != self.sitting.id:
            return False
        if self.places is None or step.id in self.places:
            return True
        pieces = (part or step.first_part).split("/")
        return any(f"{step.id}/{piece}" in self.places for piece in (*pieces, *((about,) if about else ())))


def topics_asked_anew(routes: Sequence[TalkRoute], topics: Sequence[Topic]) -> frozenset[str]:
    """The topics that are only for routes that ask anew, such as a quick look; those of an evaluation are not meant."""
    again = {topic for route in routes if route.again for topic in _topics_named(route)}
    others = {topic for route in routes if not route.again for topic in _topics_named(route)}
    return frozenset(topic.id for topic in topics if topic.id in again - others and topic.part_of is None)


def _topics_named(route: TalkRoute) -> frozenset[str]:
    return frozenset(place.partition("/")[0] for sitting in route.sittings for place in sitting.walks)


def along_everything(topics: Sequence[Topic], chapters: Sequence[ChapterText]) -> TalkRoute:
    """The one route of a script that names none: along all its topics, in one sitting."""
    title, about = (chapters[0].title, chapters[0].about) if chapters else (topics[0].title, topics[0].why)
    alone = Sitting(id=WHOLE, title=title, about=about, minutes=30, walks=tuple(topic.id for topic in topics))
    return TalkRoute(id=WHOLE, title=title, about=about, everything=True, sittings=(alone,))


def legs_of(route: TalkRoute, topics: Sequence[Topic], apart: Collection[str] = ()) -> tuple[Leg, ...]:
    """The legs of a route through these topics, in order; what a script lacks is left out. A route along everything
    leaves out what is `apart`, and what it says itself."""
    by_id = {topic.id: topic for topic in topics}
    named = tuple(_named(route, by_id))
    left_out = {*apart, *route.without}
    all_others = [topic for topic in topics if topic.id not in left_out]
    return tuple(_with_the_others(named, all_others)) if route.everything else named


def _named(route: TalkRoute, topics: Mapping[str, Topic]) -> Iterator[Leg]:
    """The legs that the sittings name: neighbours of one topic are one leg."""
    for sitting in route.sittings:
        leg: Leg | None = None
        for place in sitting.walks:
            topic_id, _, within = place.partition("/")
            topic = topics.get(topic_id)
            if topic is None:
                continue
            if leg is not None and leg.topic.id == topic_id and leg.places is not None and within:
                leg = replace(leg, places=leg.places | {within})
                continue
            if leg is not None:
                yield leg
            leg = Leg(sitting, topic, frozenset({within}) if within else None)
        if leg is not None:
            yield leg


def _with_the_others(named: Sequence[Leg], topics: Sequence[Topic]) -> Iterator[Leg]:
    """These legs, and a leg for each topic that none of them is of: after the topic before it in the script."""
    among = {leg.topic.id for leg in named}
    after: dict[str | None, list[Topic]] = {}
    before: str | None = None
    for topic in topics:
        if topic.id in among:
            before = topic.id
        else:
            after.setdefault(before, []).append(topic)
    yield from (Leg(named[0].sitting, topic) for topic in after.get(None, ()) if named)
    last = {leg.topic.id: number for number, leg in enumerate(named)}
    for number, leg in enumerate(named):
        if last[leg.topic.id] != number:
            yield leg
            continue
        yield _with_other_steps(leg, [other for other in named if other.topic.id == leg.topic.id])
        yield from (Leg(leg.sitting, topic) for topic in after.get(leg.topic.id, ()))


def _with_other_steps(last: Leg, of_topic: Sequence[Leg]) -> Leg:
    """The last leg of a topic, with the steps of it that none of these legs walks: a pack may have added them. What
    stands around a sitting is walked only where a sitting names it."""
    if last.places is None or any(step.frames_sitting for step in last.topic.steps):
        return last
    walked = {place.partition("/")[0] for leg in of_topic for place in leg.places or {s.id for s in leg.topic.steps}}
    return replace(last, places=last.places | {step.id for step in last.topic.steps if step.id not in walked})
