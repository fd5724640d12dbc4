"""Which conversation goes on, or comes next, from where the last one stopped: a route, and a sitting of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.script.legs import WHOLE, Leg
from zlp_tui.script.outline import Sitting, TalkRoute
from zlp_tui.script.schema import Topic
from zlp_tui.script.script import Script


@dataclass(frozen=True, slots=True)
class TalkAhead:
    """A sitting of a route; `begins` where nothing of it was held yet, `topic` is where in it one goes on."""

    route: TalkRoute
    sitting: Sitting
    begins: bool
    topic: Topic | None = None

    @property
    def title(self) -> str:
        """What it is called: the route, and the sitting where that has a name of its own."""
        return self._named(self.sitting.title)

    @property
    def landing(self) -> str:
        """The route, and where in it one goes on: the topic, or the sitting at its first page."""
        return self._named(self.topic.title if self.topic is not None else self.sitting.title)

    def _named(self, part: str) -> str:
        return ": ".join(dict.fromkeys((self.route.title, part)))


def talk_ahead(
    script: Script, route_id: str | None, topic: str | None, step: str | None = None, item: str | None = None
) -> TalkAhead | None:
    """What goes on from a place on a route; the first sitting of all without a place. None where all was held.

    From the page that ends a sitting the next one begins.
    """
    if topic is None:
        return _beginning(script.routes[0])
    route = script.find_route(route_id) or script.find_route(WHOLE) or script.routes[0]
    framing = script.find_step(topic, step or "")
    if framing is not None and framing.frames_sitting:
        sitting = next((known for known in route.sittings if known.id == item), route.sittings[0])
        return _after(script, route, sitting) if framing.ends_sitting else TalkAhead(route, sitting, begins=False)
    sitting = _sitting_of(script.legs(route), topic, step) or route.sittings[0]
    lands = framing is not None and framing.can_go_on_at
    return TalkAhead(route, sitting, begins=False, topic=script.find_topic(topic) if lands else None)


def sittings_from(script: Script, ahead: TalkAhead) -> Iterator[tuple[TalkRoute, Sitting]]:
    """This sitting and all that come after it, along its route and then the routes that are proposed after that."""
    coming: TalkAhead | None = ahead
    while coming is not None:
        yield coming.route, coming.sitting
        coming = _after(script, coming.route, coming.sitting)


def _after(script: Script, route: TalkRoute, sitting: Sitting) -> TalkAhead | None:
    """The sitting after another one: of its route, else the first of the route that is proposed after that."""
    later = route.sittings[route.sittings.index(sitting) + 1 :]
    if later:
        return TalkAhead(route, later[0], begins=True)
    following = script.route_after(route)
    return _beginning(following) if following is not None else None


def _beginning(route: TalkRoute) -> TalkAhead:
    return TalkAhead(route, route.sittings[0], begins=True)


def _sitting_of(legs: tuple[Leg, ...], topic: str, step: str | None) -> Sitting | None:
    """The sitting in which a route comes past a step, or else past its topic; None beside the route."""
    of_topic = [leg for leg in legs if leg.topic.id == topic]
    exact = (leg for leg in of_topic if leg.places is None or step in {p.partition("/")[0] for p in leg.places})
    leg = next(exact, None) or next(iter(of_topic), None)
    return leg.sitting if leg is not None else None
