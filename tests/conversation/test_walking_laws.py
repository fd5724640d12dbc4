"""What holds for any place of a full plan and for any answer: walking, and undoing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.laws import examples
from tests.tools.prepared import dutch, front_on
from tests.tools.table import START, Counting, Table, lay_table
from tests.tools.window import lay_examples
from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.navigation import stop_after, stop_at, stop_before
from zlp_tui.conversation.asking.route import Stop, legs_of, on_the_way, stops_of, stops_on
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.ports.turn import InOrder, Input, Kept, Ordered, Pick, Picked, Reading, Reply, Spoken, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import Doubtful, Refused
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import DomainMark, Evaluation, LookBack, Place, PlanView, StillTrue, Voice
from zlp_tui.script.legs import WHOLE
from zlp_tui.script.script import Script
from zlp_tui.script.steps.looking_back_models import ReadBackStep, Still
from zlp_tui.script.steps.pick_models import People
from zlp_tui.text import clean

WORDS = {"text": "Ik zie het zo.", "date": "3 maart 2027", "email": "sanne@example.org", "phone": "06 12345678",
         "bsn": "999999990"}


@dataclass(frozen=True)
class Route:
    """A plan to walk through along one of the routes, with all its stops in order, and those that one comes past from
    the first one on."""

    base: StepContext

    @cached_property
    def everywhere(self) -> tuple[Stop, ...]:
        """All places of all topics, on this route or beside it."""
        return tuple(stop for topic in self.base.script.topics for stop in stops_of(topic, self.base))

    @cached_property
    def sittings(self) -> dict[str, tuple[Stop, ...]]:
        """The stops of each sitting that one comes past, by its id."""
        legs = legs_of(self.base)
        on_our_way = [leg for leg in legs if on_the_way(leg.topic, self.base, legs[0].topic.id)]
        return {
            sitting.id: tuple(
                stop for leg in on_our_way if leg.sitting.id == sitting.id for stop in stops_on(leg, self.base)
            )
            for sitting in self.base.way.route.sittings
        }

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stop for stops in self.sittings.values() for stop in stops)

    @cached_property
    def passed_over(self) -> frozenset[Place]:
        """Where walking forward does not stop: at a question that is not asked again, and at the pages around a sitting
        in which nothing else is asked."""
        done = {
            sitting for sitting, stops in self.sittings.items()
            if all(not_asked_again(stop) for stop in stops if stop.context.step.is_asked)
        }
        return frozenset(
            stop.place for stop in self.stops
            if not_asked_again(stop) or (stop.context.step.frames_sitting and stop.place.item in done)
        )

    @cached_property
    def number(self) -> dict[Place, int]:
        return {stop.place: n for n, stop in enumerate(self.stops)}


def route_of(view: PlanView, script: Script, route_id: str = WHOLE) -> Route:
    topic, way = script.topics[0], next(route for route in script.routes if route.id == route_id)
    here = StepContext(
        script, view, dutch(), START.date(), topic=topic, step=topic.steps[0], voice=view.client_person,
        present=(view.client,), way=Way(way.model_copy(update={"again": True})),
    )
    return Route(here)


def not_asked_again(stop: Stop) -> bool:
    """A question about each of several things that has its answer, and a chapter of which there is nothing to read."""
    step = stop.context.step
    listed = step.repeated_over is not None or isinstance(step, People | Still | ReadBackStep)
    return listed and step_handler_of(step).settled(stop.context)


def looking_back(view: PlanView) -> PlanView:
    """The same plan while one looks back, with part of the answers given."""
    says: tuple[StillTrue, ...] = ("still", "changed", "no-longer")
    client = Voice(view.client, view.client_person.name)
    look_backs = tuple(
        LookBack(f"look-back-{n}", said.id, client, says[n % 3])
        for n, said in enumerate(view.said("important-to")[:4] + view.said("good-day-bad-day")[1:3])
    )
    marks = tuple(DomainMark(d.id, d.id, client, 7, face=True) for d in view.domains[1:2])
    begun = Evaluation(
        "evaluation", 10**9, START.date().isoformat(), None, (view.client,), marks=marks, look_backs=look_backs
    )
    return replace(view, evaluations=(begun,))


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Route, ...]:
    """The example plans, as they are after all their conversations, along each of the routes."""
    home = tmp_path_factory.mktemp("examples")
    lay_examples(home)
    front = front_on(home, lambda: START, Counting())
    try:
        views = [front.sit_down(line.id).view for line in (*front.plans(), *front.plans(ended=True))]
        return tuple(
            route_of(view, front.script, way.id)
            for one in views for view in (one, looking_back(one)) for way in front.script.routes
        )
    finally:
        front.close()


def test_all_places_differ(routes: tuple[Route, ...]) -> None:
    for route in routes:
        assert len(route.number) == len(route.stops) > 0
        if route.base.way.route.everything:
            assert len(route.stops) > len(route.base.script.topics)
            assert any(not_asked_again(stop) for stop in route.stops)


@settings(max_examples=examples(60))
@given(data=st.data())
def test_forward_and_then_back_is_where_one_was(routes: tuple[Route, ...], data: st.DataObject) -> None:
    """Going back also stops at answered questions that going forward passed over, and at nothing else."""
    route = data.draw(st.sampled_from(routes))
    start = data.draw(st.sampled_from(route.stops))
    after = stop_after(route.base, start.place)
    at = route.number[start.place]
    passed = route.stops[at + 1 : route.number[after.place] if after else len(route.stops)]
    assert all(stop.place in route.passed_over for stop in passed)
    if after is None:
        return
    assert after.place not in route.passed_over
    back = stop_before(route.base, after.place)
    assert back is not None
    assert back.place == (start, *passed)[-1].place
    again = stop_after(route.base, back.place)
    assert again is not None and again.place == after.place


def test_walking_ends_and_comes_by_a_place_once_in_both_directions(routes: tuple[Route, ...]) -> None:
    for route in routes:
        forward = [stop_at(route.base, route.stops[0].place)]
        while (stop := stop_after(route.base, forward[-1].place)) is not None:
            assert route.number[stop.place] > route.number[forward[-1].place]
            forward.append(stop)
        backward = [forward[-1]]
        while (stop := stop_before(route.base, backward[-1].place)) is not None:
            assert route.number[stop.place] < route.number[backward[-1].place]
            backward.append(stop)
        assert {s.place for s in forward[1:]} == {s.place for s in route.stops[1:]} - route.passed_over
        upto = route.number[forward[-1].place] + 1
        assert [s.place for s in reversed(backward)] == [s.place for s in route.stops[:upto]]


@settings(max_examples=examples(24))
@given(data=st.data())
def test_a_place_whose_item_is_gone_leads_to_its_step(routes: tuple[Route, ...], data: st.DataObject) -> None:
    route = data.draw(st.sampled_from(routes))
    place = data.draw(st.sampled_from(route.stops)).place
    found = stop_at(route.base, replace(place, item="gone"))
    assert (found.place.topic, found.place.step) == (place.topic, place.step)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """One store for the whole law; each example begins a plan of its own in it."""
    laid = lay_table(tmp_path_factory.mktemp("undo"))
    yield laid
    laid.front.close()


def replies(asked: Input) -> st.SearchStrategy[Reply]:
    """Any answer to what is asked that the question can take."""
    match asked:
        case Words():
            domains = st.sampled_from([None, *(d.id for d in asked.domains)])
            texts = st.text(max_size=30) if asked.format == "text" else st.just(WORDS[asked.format])
            return st.builds(Spoken, texts, domains)
        case Pick():
            offered = [o.id for o in asked.options]
            ids = st.lists(st.sampled_from(offered), unique=True) if offered else st.builds(list[str])
            some = ids if asked.many else ids.map(lambda few: few[:1])
            names = st.sampled_from([None, "Sanne", "Karim"]) if asked.can_add else st.none()
            return st.builds(Picked, some.map(tuple), names)
        case InOrder():
            return st.permutations([i.id for i in asked.items]).map(lambda ids: Ordered(tuple(ids)))
        case Reading():
            return st.nothing()


def somewhere(route: Route) -> st.SearchStrategy[Place]:
    """A place where something is asked; as often at a step with few places as at one with many."""
    of_step: dict[tuple[str, str], list[Place]] = {}
    for stop in route.everywhere:
        if stop.context.step.is_asked:
            of_step.setdefault((stop.place.topic, stop.place.step), []).append(stop.place)
    return st.sampled_from(sorted(of_step)).flatmap(lambda step: st.sampled_from(of_step[step]))


def standing(view: PlanView) -> dict[str, Any]:
    """What the plan says now. That there was a sitting, and what was taken back, is history and stays."""
    shown = as_json(replace(view, statements=view.live_statements))
    return {key: value for key, value in shown.items() if key != "conversations"}


@settings(max_examples=examples(24))
@given(data=st.data())
def test_undo_brings_back_what_was_before_any_answer(table: Table, data: st.DataObject) -> None:
    desk = table.front.sit_down(table.front.new_plan("Annie de Vries"))
    desk.go(Place("agreements", "want", "anything"))
    desk.answer(Spoken("Elke dag een ommetje."))
    for _ in range(8):
        turn = desk.go(data.draw(somewhere(route_of(desk.view, table.front.script))))
        reply = data.draw(replies(turn.input))
        before = standing(desk.view)
        try:
            kept = desk.answer(reply)
        except Refused:  # nobody was picked where somebody must be
            assert standing(desk.view) == before
            continue
        if isinstance(reply, Spoken) and not clean(reply.text).text:
            assert kept == Kept((), written=False)
            continue
        if not kept.written:
            assert standing(desk.view) == before
            continue
        agreed = len(desk.view.agreed_editions)
        if agreed > len(before["editions"]):  # what was agreed on stays
            with pytest.raises(Refused):
                desk.undo()
            break
        if not desk.present:  # all got up: nothing is undone in their name until somebody is here
            with pytest.raises(Refused):
                desk.undo()
            desk.seat((desk.view.client,))
        assert desk.undo() is not None
        assert standing(desk.view) == before
        if data.draw(st.booleans()):
            desk.go(turn.place)
            said_again(desk, reply)
    desk.leave()


def said_again(desk: DeskSession, reply: Reply) -> None:
    """Answer; and once more where it is asked whether that is meant (a day that is far away)."""
    try:
        desk.answer(reply)
    except Doubtful:
        desk.answer(reply)
