"""What somebody may not see is in no edition, result, or list of what is new or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from tests.tools.book import Book, new_book
from tests.tools.evaluated import evaluated
from tests.tools.table import GivenGrants, open_door, speaks
from zlp_tui.conversation.ports.history_queries import HistoryQueries
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.kinds import BY_NAME, FOR_HISTORY
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.queries.recorded_changes import history
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.client import domains, people, plans
from zlp_tui.plan.tables.client.grants import give
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import details, disagreements, read_backs, remarks, statements, wishes_not_met
from zlp_tui.plan.tables.sittings import conversations, notices
from zlp_tui.plan.view import PlanView


@pytest.fixture
def grants() -> GivenGrants:
    """Who may see what; everybody everything, until a test says otherwise."""
    return GivenGrants()


@pytest.fixture
def desk(tmp_path: Path, grants: GivenGrants) -> Iterator[DeskSession]:
    """The plan that was looked back on twice; Sanne reads it."""
    evaluated(tmp_path)
    front = open_door(tmp_path, grants=grants)
    (plan,) = front.plans()
    desk = front.sit_down(plan.id)
    speaks(desk, next(person.id for person in desk.view.people if person.name == "Sanne"))
    yield desk
    front.close()


def as_seen(desk: DeskSession, grants: GivenGrants, *hidden: str) -> HistoryQueries:
    """The plan over time, where these topics may not be seen."""

    def allowed(_person: str, _action: str, scope: Scope) -> bool:
        return scope.topic not in hidden

    grants.may = allowed
    desk.reload()
    return desk.history


def compared(looking: HistoryQueries) -> set[str]:
    """The topics in which there is then beside now, for every edition."""
    beside = [looking.then_and_now(edition.number) for edition in looking.editions()]
    return {pair.topic for both in beside if both for part in both.parts for pair in part.pairs}


def new(looking: HistoryQueries) -> list[Quote]:
    return [line.quote for _, lines in looking.new_since().parts for line in lines]


def looked_before_all(desk: DeskSession, name: str) -> None:
    """Somebody who never sat there speaks, and looked before anything was said: so all is new to them."""
    with desk._unit_of_work.undoable(None) as act:
        person = people.add(act, name)
        act.session.run("INSERT INTO seen VALUES (?, ?, 0, ?)", (act.plan_id, person, "2026-01-01T00:00:00.000Z"))
    speaks(desk, person)


@pytest.mark.parametrize("topic", ["important-to", "goals", "agreements"])
def test_a_topic_that_may_not_be_seen_is_nowhere(desk: DeskSession, grants: GivenGrants, topic: str) -> None:
    looked_before_all(desk, "Wim")
    before, told = compared(as_seen(desk, grants)), {quote.ref for quote in new(desk.history)}
    view = desk.view
    of_it = {line.id for lines in (view.goals, view.agreements, view.said("important-to")) for line in lines}
    seen = as_seen(desk, grants, topic)
    assert before - compared(seen) == {topic}
    hidden = told - {quote.ref for quote in new(seen)}
    assert hidden and hidden & of_it
    if topic == "goals":
        assert all((found := seen.results(line.ref)) and not found.goals for line in seen.evaluations())


def test_goals_that_were_taken_back_are_not_told_to_who_may_not_see_goals(
    desk: DeskSession, grants: GivenGrants
) -> None:
    reader = desk.voice.id
    speaks(desk, desk.view.client)
    speaks(desk, reader)
    desk.follow_up.looked()
    goal = desk.view.active_goals()[0]
    desk.seat((desk.view.client,))
    speaks(desk, desk.view.client)
    desk.withdraw(goal.id)
    desk.seat((reader,))
    speaks(desk, reader)
    assert goal.id in {quote.ref for quote in new(as_seen(desk, grants))}
    assert new(as_seen(desk, grants, "goals")) == []


def test_without_leave_for_looking_back_there_is_none_and_no_edition(desk: DeskSession, grants: GivenGrants) -> None:
    seen = as_seen(desk, grants, "evaluation", "edition")
    assert (seen.evaluations(), seen.results(), seen.editions(), seen.then_and_now()) == ((), None, (), None)
    assert compared(as_seen(desk, grants)) and as_seen(desk, grants).results() is not None


def test_who_told_what_came_of_a_goal_keeps_their_name_for_who_may_not_see_people(tmp_path: Path) -> None:
    with new_book(tmp_path) as book:
        goal = book.do(goals.add, "Lopen.")
        evaluation = book.do(evaluations.open_or_create, [book.client])
        client, book.by = book.by, book.do(people.add, "Rik")
        book.do(outcomes.of_goal, evaluation, goal, outcome="Tot de brug.")
        book.by = client
        readers = Readers.of(client, may=lambda _person, _action, scope: scope.topic != "people")
        with book.store.reading() as session:
            seen = load_view(session, book.plan, readers)
        (outcome,) = seen.evaluations[0].goals
        assert seen.person(outcome.outcome_by or "").name == "Rik"


FIELDS = {
    "law": "personal-details",
    "care_started_on": "personal-details",
    "details": "personal-details",
    "drawn_up_on": "look-again",
    "drawn_up_with": "look-again",
    "first_evaluation_on": "look-again",
    "notices": "welcome",
    "deciding_role": "deciding-together",
    "deciders": "deciding-together",
    "deciding_by": "deciding-together",
    "drawn_up_by": "look-again",
    "grants": "who-may",
    "domains": "domains",
    "statements": "important-to",
    "read_backs": "support-read-back",
    "choices": "choices",
    "goals": "goals",
    "agreements": "agreements",
    "progress": "follow-up",
    "tallies": "follow-up",
    "remarks": "remarks",
    "disagreements": "disagreements",
    "wishes_not_met": "wishes-not-met",
    "evaluations": "evaluation",
    "editions": "edition",
    "conversations": "at-the-table",
}
"""What the plan holds at one topic, by field of its view."""

ALWAYS = {"id", "client", "address", "people", "readable", "ended_on", "ended_because", "ended_by"}
"""Which plan it is, and who is in it: of people only who they are (`test_who_told_what_came_of_a_goal...`)."""


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Book]:
    """A plan that holds something in every field of its view."""
    with new_book(tmp_path / "full") as book:
        sanne = book.do(people.add, "Sanne", "family")
        book.do(conversations.begin, [book.client, sanne])
        for topic, field, value in (
            ("personal-details", "law", "wlz"),
            ("personal-details", "care-started-on", "2026-01-05"),
            ("personal-details", "phone", "010 123 45 67"),
            ("look-again", "drawn-up-on", "2026-03-01"),
            ("look-again", "first-evaluation-on", "2026-09-01"),
            ("how-we-talk", "language", "Fries"),
        ):
            book.do(details.fill, topic, field, value)
        book.do(plans.end, date(2026, 3, 2), "Zij verhuist.")
        book.do(give, sanne, "everything", see=True)
        book.do(plans.set_drawn_up_with, [sanne])
        book.do(plans.set_deciding, "other", [sanne])
        book.do(notices.shown, "complaints")
        book.do(domains.change, "housing", relevance="now")
        book.do(statements.add_statement, topic="important-to", step="important-to", prompt="Wat?", text="Mijn huis.")
        book.do(read_backs.keep, "support", confirmed=False, correction="Sanne komt op dinsdag.")
        book.do(choices.ask, "Dagbesteding?", always="Niets veranderen")
        goal = book.do(goals.add, "Weer zingen.")
        agreed = book.do(agreements.add, "Samen naar het koor.", goal=goal)
        book.do(progress_notes.note, about=agreed, on="2026-03-03", done="yes")
        book.do(remarks.leave, "Het hek piept.")
        book.do(disagreements.disagree, goal, "Zingen hoeft niet.")
        book.do(wishes_not_met.say_not_met, goal, "others", "Het koor zit vol.")
        book.do(evaluations.open_or_create, [book.client])
        book.do(editions.agree, [book.client])
        book.do(goals.add, "Vaker buiten.")
        yield book


def seen_without(book: Book, *hidden: str) -> PlanView:
    """The plan for a reader who may not see these topics; none: who may see nothing at all."""
    def may(_person: str, _action: str, scope: Scope) -> bool:
        return bool(hidden) and scope.topic not in hidden

    with book.store.reading() as session:
        return load_view(session, book.plan, Readers.of(book.client, may=may))


def test_every_field_of_the_view_is_tried() -> None:
    told = {field.name for field in fields(PlanView)} - set(FOR_HISTORY) - set(BY_NAME)
    assert told - set(FIELDS) - ALWAYS == set()


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_hidden_is_in_no_field_of_the_view(full: Book, field: str) -> None:
    assert getattr(full.view, field)
    hidden = getattr(seen_without(full, FIELDS[field]), field)
    if field == "details":
        assert {detail.topic for detail in hidden} == {"look-again", "how-we-talk"}
    else:
        assert not hidden
    assert getattr(seen_without(full, "another-topic"), field) == getattr(full.view, field)


def test_who_may_see_nothing_gets_a_view_with_nothing_in_it(full: Book) -> None:
    nothing = seen_without(full)
    assert {field.name for field in fields(nothing) if getattr(nothing, field.name)} == ALWAYS
    assert [(person.name, person.contact, person.relation) for person in nothing.people] == [
        ("Annie de Vries", None, None)
    ]


def test_with_a_hidden_line_goes_what_was_said_about_it(full: Book) -> None:
    goal = full.view.goals[0].id
    full.do(remarks.leave, "Zingen doet zij nooit meer.", about=goal)
    seen = seen_without(full, "goals")
    assert [disagreement.about for disagreement in full.view.disagreements] == [goal]
    assert [remark.about for remark in full.view.remarks] == [None, goal]
    assert seen.disagreements == ()
    assert [remark.about for remark in seen.remarks] == [None]


def test_what_was_said_about_a_hidden_line_has_no_history(full: Book) -> None:
    goal = full.view.goals[0].id
    remark = full.do(remarks.leave, "Zingen doet zij nooit meer.", about=goal)
    assert {goal, remark} <= full.view.readable
    assert not {goal, remark} & seen_without(full, "goals").readable


def test_a_change_that_moved_a_line_out_of_a_hidden_domain_is_not_told(full: Book) -> None:
    goal = full.do(goals.add, "De trap op.", "housing")
    full.do(goals.change, goal, domain="learning")
    full.do(goals.change, goal, kind="keep")

    def told(*hidden: str) -> list[str]:
        readers = Readers.of(full.client, may=lambda _person, _action, scope: scope.domain not in hidden)
        with full.store.reading() as session:
            seen = load_view(session, full.plan, readers)
            return [",".join(sorted(change.after)) for change in history(session, seen, readers, goal)]

    everything = told("none")
    assert everything[1:] == ["domain", "kind"]
    assert told("housing") == ["kind"]


def test_readers_see_together_what_each_of_them_may_see_and_nobody_sees_nothing(full: Book) -> None:
    def may(person: str, _action: str, scope: Scope) -> bool:
        return person == full.client or scope.topic != "goals"

    with full.store.reading() as session:
        alone = load_view(session, full.plan, Readers.of(full.client, may=may))
        together = load_view(session, full.plan, Readers.of(full.client, "another", may=may))
        nobody = load_view(session, full.plan, Readers.of())
    assert alone.goals and alone.statements
    assert together.goals == ()
    assert together.statements == alone.statements
    assert {field.name for field in fields(nobody) if getattr(nobody, field.name)} == ALWAYS
