"""What somebody may not see is in no edition, result, or list of what is new or changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.book import new_book
from tests.tools.evaluated import evaluated
from tests.tools.table import open_door
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.plan.access import Action, filtered
from zlp_tui.plan.tables import evaluations, goals, outcomes, people


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskSession]:
    """The plan that was looked back on twice; Sanne reads it."""
    evaluated(tmp_path)
    front = open_door(tmp_path)
    (plan,) = front.plans()
    desk = front.sit_down(plan.id)
    desk.speak_as(next(person.id for person in desk.view.people if person.name == "Sanne"))
    yield desk
    front.close()


def as_seen(desk: DeskSession, *hidden: str) -> PlanHistory:
    """The plan over time, where these topics may not be seen."""
    looking = desk.history
    assert isinstance(looking, PlanHistory)

    def allowed(_reader: str, _action: Action, topic: str) -> bool:
        return topic not in hidden

    return PlanHistory(looking.plan, looking.rules, allowed)


def compared(looking: PlanHistory) -> set[str]:
    """The topics in which there is then beside now, for every edition."""
    beside = [looking.then_and_now(edition.number) for edition in looking.editions()]
    return {pair.topic for both in beside if both for part in both.parts for pair in part.pairs}


def new(looking: PlanHistory) -> list[Quote]:
    return [line.quote for _, lines in looking.new_since().parts for line in lines]


@pytest.mark.parametrize("topic", ["important-to", "goals", "agreements"])
def test_a_topic_that_may_not_be_seen_is_nowhere(desk: DeskSession, topic: str) -> None:
    whole, seen = as_seen(desk), as_seen(desk, topic)
    assert compared(whole) - compared(seen) == {topic}
    view = desk.view
    of_it = {line.id for lines in (view.goals, view.agreements, view.said("important-to")) for line in lines}
    hidden = {quote.ref for quote in new(whole)} - {quote.ref for quote in new(seen)}
    assert hidden and hidden & of_it
    if topic == "goals":
        assert all((found := seen.results(line.ref)) and not found.goals for line in seen.evaluations())


def test_goals_that_were_taken_back_are_not_told_to_who_may_not_see_goals(desk: DeskSession) -> None:
    reader = desk.voice.id
    desk.speak_as(desk.view.client)
    desk.speak_as(reader)
    desk.follow_up.looked()
    goal = desk.view.active_goals()[0]
    desk.speak_as(desk.view.client)
    desk.withdraw(goal.id)
    desk.speak_as(reader)
    assert goal.id in {quote.ref for quote in new(as_seen(desk))}
    assert new(as_seen(desk, "goals")) == []


def test_without_leave_for_looking_back_there_is_none_and_no_edition(desk: DeskSession) -> None:
    seen = as_seen(desk, "evaluation", "edition")
    assert (seen.evaluations(), seen.results(), seen.editions(), seen.then_and_now()) == ((), None, (), None)
    assert compared(as_seen(desk)) and as_seen(desk).results() is not None


def test_who_told_what_came_of_a_goal_keeps_their_name_for_who_may_not_see_people(tmp_path: Path) -> None:
    with new_book(tmp_path) as book:
        goal = book.do(goals.add, "Lopen.")
        evaluation = book.do(evaluations.open_or_create, [book.client])
        client, book.by = book.by, book.do(people.add, "Rik")
        book.do(outcomes.of_goal, evaluation, goal, outcome="Tot de brug.")
        book.by = client
        seen = filtered(book.view, client, lambda _reader, _action, topic: topic != "people")
        (outcome,) = seen.evaluations[0].goals
        assert seen.person(outcome.outcome_by or "").name == "Rik"
