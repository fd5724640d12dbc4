"""Questions about something new come first: a detour from the route, after which one goes on where one was."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, ToldAt
from zlp_tui.conversation.asking.navigation import first_of, is_passed_over, stop_after, stop_at, stop_before
from zlp_tui.conversation.asking.repeated_items import ANYTHING
from zlp_tui.conversation.asking.route import Stop, asked_now, stops_around, stops_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Input, Pick, Words
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role


@dataclass(frozen=True, slots=True)
class Detour:
    """Where something new was said, and the ids of what was said there.

    `returns_to` is the question that stood open before one came here only to say it; None on the way along the route.
    `asked` are the questions that were asked for, where that is not all about something.
    """

    start: Place
    things: tuple[str, ...] = ()
    returns_to: Place | None = None
    asked: tuple[Place, ...] = ()
    within: Place | None = None
    """Of this question what follows from its answer is asked too, such as what somebody does who takes part now."""

    def holds(self, place: Place) -> bool:
        """Whether a place is where it began, or one of its questions."""
        return place == self.start or self.asks(place)

    def asks(self, place: Place) -> bool:
        """Whether a place is about something new of it, or was asked for."""
        return place in self.asked or self._follows(place) or any(is_about(place, thing) for thing in self.things)

    def _follows(self, place: Place) -> bool:
        whole = self.within
        if whole is None or (place.topic, place.step) != (whole.topic, whole.step):
            return False
        return (place.item or "").startswith(f"{whole.item}/")


class Detours:
    """The detours of one conversation, each within the one before: a goal, and what is new in the talk about it."""

    def __init__(self) -> None:
        self._open: list[Detour] = []
        self._done: frozenset[tuple[str, str]] = frozenset()
        """Topics and things whose questions were all asked, so that the route does not come by them again."""

    def say(self, context: StepContext, refs: Iterable[str]) -> None:
        """New lines of the plan were said here; those about which more is asked in this topic come first."""
        places, here = [stop.place for stop in stops_around(context, context.place)], context.place
        new = tuple(ref for ref in refs if any(is_about(place, ref) for place in places))
        if new and self._open and self._open[-1].start == here:
            things = {*self._open[-1].things, *new}
            in_order = (piece for place in places for piece in (place.item or "").split("/") if piece in things)
            self._open[-1] = replace(self._open[-1], things=tuple(dict.fromkeys(in_order)))
        elif new:
            self._open.append(Detour(here, new))

    def ask_aside(self, here: Place, asked: tuple[Place, ...], *, within: Place | None = None) -> None:
        """These questions are asked in between, and of `within` those that follow from its answer; then one returns."""
        self._open.append(Detour(here, returns_to=here, asked=asked, within=within))

    def begin(self, start: Place, returns_to: Place) -> None:
        """Something new may be said at `start`, and then one returns."""
        self._open, self._done = [Detour(start, returns_to=returns_to)], frozenset()

    def lead(self, context: StepContext, outcome: AnswerOutcome) -> None:
        """An answer leads to another question than the next one: to that of a line, to where one returns, or both."""
        here, target = context.place, outcome.leads_to
        if target is not None:
            found = said_at(context, target)
            if outcome.returns_to is not None:
                self._open.append(Detour(found.place, returns_to=outcome.returns_to))
            self._open.append(Detour(here, returns_to=found.place))
        elif outcome.returns_to is not None:
            self._open.append(Detour(here, returns_to=outcome.returns_to))

    def jump(self, place: Place) -> None:
        """Somebody chose to go to another place; a detour that does not hold it is over."""
        if self._at(place) is None:
            self.leave()

    def leave(self) -> None:
        """All detours are over."""
        self._open, self._done = [], frozenset()

    def after(self, context: StepContext, place: Place) -> Stop | None:
        """The next question; None after the last one."""
        while (detour := self._at(place)) is not None:
            about = self._questions(context, detour, after=place)
            if about:
                return about[0]
            del self._open[self._open.index(detour) :]
            self._done |= {(detour.start.topic, thing) for thing in detour.things}
            place = detour.start
            if detour.returns_to is not None:
                try:
                    return stop_at(context, detour.returns_to)
                except NotFound:
                    pass  # it has left the script: go on along the route
        return stop_after(context, place, self._was_asked)

    def before(self, context: StepContext, place: Place) -> Stop | None:
        """The question before; None at the first one."""
        detour = self._at(place)
        if detour is not None and place == detour.start and not context.step.is_asked:
            with suppress(NotFound):
                return stop_at(context, detour.returns_to) if detour.returns_to else stop_before(context, place)
        if detour is None or place == detour.start:
            return stop_before(context, place)
        about = self._questions(context, detour, before=place)
        return about[-1] if about else stop_at(context, detour.start)

    def _at(self, place: Place) -> Detour | None:
        """The innermost detour that holds a place."""
        return next((detour for detour in reversed(self._open) if detour.holds(place)), None)

    def _was_asked(self, stop: Stop) -> bool:
        return any(stop.place.topic == topic and is_about(stop.place, thing) for topic, thing in self._done)

    def _questions(
        self, context: StepContext, detour: Detour, *, after: Place | None = None, before: Place | None = None
    ) -> list[Stop]:
        """What is asked about the things of a detour, in the order of the script, between two places of it.

        Going back skips no question.
        """
        begun_here = detour.returns_to is not None
        topic = context.script.topic(detour.start.topic)
        here = after or before
        if detour.asked:
            stops: Iterable[Stop] = stops_of(topic, context)
        else:
            stops = asked_now(stops_of(topic, context), here) if begun_here else stops_around(
                context, detour.start, here
            )
        about = [stop for stop in stops if detour.asks(stop.place)]
        places = [stop.place for stop in about]
        if before is not None:
            return about[: places.index(before) if before in places else 0]
        rest = about[places.index(after) + 1 if after in places else 0 :]
        return [stop for stop in rest if not is_passed_over(stop) and not self._was_asked(stop)]


def is_about(place: Place, thing: str) -> bool:
    """Whether a place is about a line of the plan."""
    return thing in (place.item or "").split("/")


def said_at(context: StepContext, told: ToldAt) -> Stop:
    """Where a line is said: at the question about it, the one with this answer, or else the first of its step."""
    stops = [stop for stop in stops_of(context.script.topic(told.topic), context) if stop.place.step == told.step]
    about = [stop for stop in stops if told.quote.ref and is_about(stop.place, told.quote.ref)]
    answered = [stop for stop in stops if _stands(step_handler_of(stop.context.step).ask(stop.context).input, told)]
    for found in (*about, *answered, *stops):
        return found
    return first_of(context, told.topic)


def _stands(asked: Input, told: ToldAt) -> bool:
    """Whether a question has this answer already."""
    match asked:
        case Words(value=value):
            return value == told.quote.text
        case Pick():
            return any(option.id in asked.chosen and option.title == told.quote.text for option in asked.options)
        case _:
            return False


def beginning_of(context: StepContext, role: Role) -> Stop:
    """Where something new of the topic with this role is said, in no life domain; of one that begins nothing its first
    page. `NotFound` where it is not asked."""
    topic = context.script.with_role(role)
    stops = stops_of(topic, context) if topic else ()
    if not stops:
        raise NotFound("There is nothing to ask here yet.")
    stops = tuple(stop for stop in stops if stop.context.step.begins_something) or stops
    return next((stop for stop in stops if stop.context.about == ANYTHING), stops[0])
