"""Every value that somebody picked or typed has a voice: nothing is said in another's name (issue 8, 1; B2, B4, B5).

A column has its own voice (`Kind.voices`), that of its row, which only its speaker writes, or it is one of the facts
below, that are nobody's words. Any acts of three people leave each answer under who gave it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from zlp_tui.errors import Refused
from zlp_tui.plan.access import Readers
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import KINDS, PLAN_FIELDS, kind_of
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import choices, goals
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.tables.client import domains, plans
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import remarks
from zlp_tui.plan.view import PlanView

OF_THE_ROW: Final = {"plan_id", "id", "seq", "version", "withdrawn_at", "replaces"}
WHOSE: Final = ("voice", "person")
"""Columns that say whose a row is. What else is in it is theirs, but for the facts."""

NOBODYS: Final[dict[str, set[str]]] = {
    # how the client is addressed has its voice as a detail; the rest is counted, or made of the talks
    "plan": {"address", "last_talk", "talked_on", "goes_on_at", "number"},
    # who somebody is: facts of a person, as a form has them
    "person": {"name", "folded", "kind", "salutation", "relation", "for_what", "informed", "contact", "acts_as",
               "acts_since", "acts_since_words", "acts_until", "acts_until_words"},
    "conversation": {
        "started", "started_on", "ended", "resume_topic", "resume_step", "resume_item", "resume_route",
    },
    "attendance": {"conversation", "since", "until"},
    "prompt": {"topic", "step", "wording", "pack"},
    "notice": {"notice", "shown_on"},
    "statement": {"conversation", "domain", "about", "said_on"},
    # the order is that of all together, and with whom it is talked about is a list of people
    "life_domain": {"place", "discuss_with", "goal_wanted"},
    # where a line belongs, and days
    "choice": {"domain", "thinking_until", "thinking_words", "revisit_on", "revisit_words", "reason"},
    "option": {"choice", "title", "source"},
    "option_source": {"option"},
    "reason": {"choice"},
    "consideration": {"option", "term"},
    "open_question": {"choice", "answered_on"},
    "goal": {"kind", "domain", "priority", "status", "follows_from", "until_on", "until_words"},
    "agreement": {
        "goal", "domain", "from_on", "from_words", "until_on", "until_words", "evaluate_on", "evaluate_words",
        "follows_from",
    },
    # what is agreed, in steps and tasks: it is told as part of the agreement
    "small_step": {
        "agreement", "what", "words", "weekdays", "part_of_day", "parts_of_day", "every_weeks", "weeks_from", "whole",
    },
    "task": {"agreement", "does"},
    "remark": {"told_back_on"},
    "disagreement": {"route", "taken_on", "person"},
    "wish_not_met": {"consulted", "ask_again_on"},
    "evaluation": {"held_on", "conversation", "present", "closed_on"},
    "goal_outcome": {"evaluation", "goal", "successor"},
    "other_outcome": {"goal_outcome"},
    "look_back": {"beside", "says", "now", "voice"},
    "edition": {"number", "agreed_on", "present", "evaluation", "body", "goes_on"},
    # asked of each person in their own name; who speaks writes it down
    "consent": {"number", "says", "words", "person"},
    "experience": {"face", "person", "evaluation"},
}
"""Reviewed: what is nobody's words, by table. Days, counts, references, and where a line belongs."""


def of_its_own(kind: Kind) -> set[str]:
    """The columns of a kind that hold answers of somebody."""
    columns = set(METADATA.tables[kind.name].columns.keys()) - OF_THE_ROW - set(kind.voices.values())
    return columns - NOBODYS.get(kind.name, set())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_answer_has_a_voice_or_is_named_as_nobodys_words_law_b5(kind: Kind) -> None:
    columns = set(METADATA.tables[kind.name].columns.keys())
    left = of_its_own(kind) - kind.voices.keys()
    assert not left or any(whose in columns for whose in WHOSE), sorted(left)
    assert kind.voices.keys() <= columns
    assert set(kind.voices.values()) <= columns
    assert NOBODYS.get(kind.name, set()) <= columns


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_voice_is_told_in_the_view_and_keeps_its_name(kind: Kind) -> None:
    """Who answered is a field of the view, in JSON too, and stays known when they leave the plan."""
    told = {field.name for field in fields(PlanView if kind.name == "plan" else kind.view or PlanView)}
    kept = {reference.field for reference in kind.references if reference.otherwise == "keep"}
    assert set(kind.voices.values()) <= told & kept


def test_who_answered_for_the_plan_is_known_to_who_may_know_the_answer() -> None:
    plan = kind_of("plan")
    fields_of = {"decider": "deciders", "others_deciding": "deciders"}
    for column, by in plan.voices.items():
        assert PLAN_FIELDS[by] == PLAN_FIELDS[fields_of.get(column, column)]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with new_book(tmp_path_factory.mktemp("voices")) as made:
        yield made


@settings(max_examples=examples(4), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_three_people_do_each_answer_stands_under_who_gave_it_law_b2(book: Book, data: st.DataObject) -> None:
    """By the history: what another changed of a row is a fact, or an answer that has their name."""
    book.start()
    people = [book.client, book.somebody("Sanne"), book.somebody("Karim", "carer")]
    for _ in range(data.draw(st.integers(4, 10))):
        book.by = data.draw(st.sampled_from([one.id for one in book.view.people if one.id in people]))
        try:
            book.do(data.draw(deeds(book, agreeing=False)))
        except Refused:  # it is another's answer
            continue
    for of, row, by, after in book.rows(f"SELECT of, row, by, after FROM change WHERE plan_id = '{book.plan}'"):
        kind, new = kind_of(str(of)), json.loads(str(after))
        voiced = {kind.voices[column] for column in new if column in kind.voices and new[column] not in (None, "[]")}
        assert all(new.get(name, by) == by for name in voiced), (of, new)
        answers = new.keys() & of_its_own(kind) - kind.voices.keys()
        whose = next((name for name in WHOSE if name in METADATA.tables[kind.name].columns), None)
        if answers and whose:
            ((voice,),) = book.rows(f"SELECT {whose} FROM {of} WHERE plan_id = '{book.plan}' AND id = '{row}'")
            assert voice == by, (of, answers)


@pytest.fixture
def asked(book: Book) -> tuple[str, str]:
    """Sanne and Karim, in a new plan."""
    book.start()
    return book.somebody("Sanne"), book.somebody("Karim", "carer")


def test_only_who_answered_or_the_client_answers_anew_b2(book: Book, asked: tuple[str, str]) -> None:
    sanne, karim = asked
    goal, choice = book.do(goals.add, "Weer lopen."), book.do(choices.ask, "Waar woon ik?", always="Hier")
    (option,) = book.view.choices[0].options
    book.by = karim
    evaluation = book.do(evaluations.open_or_create, [karim])
    remark = book.do(remarks.leave, "Het licht is stuk.")

    def answers(*, one: bool) -> None:
        book.do(plans.set_deciding, "self" if one else "together")
        book.do(plans.set_drawn_up_with, [sanne if one else karim])
        book.do(domains.change, "housing", relevance="now" if one else "not-now")
        book.do(choices.change, choice, role="self" if one else "together")
        book.do(choices.change, choice, chosen=option.id if one else None)
        book.do(evaluations.set_quality, evaluation, "yes" if one else "no")
        book.do(outcomes.of_goal, evaluation, goal, decision="go-on" if one else "stop")

    answers(one=True)
    book.do(remarks.change, remark, done_with="Gemaakt.")
    assert voices_in(book) == [karim] * 7
    before, book.by = as_json(book.view), sanne
    for refused in (
        (plans.set_deciding, "together"), (plans.set_drawn_up_with, [karim]),
        (evaluations.set_quality, evaluation, "no"),
    ):
        with pytest.raises(Refused, match="Karim"):
            book.do(*refused)
    with pytest.raises(Refused):
        book.do(domains.change, "housing", relevance="not-now")
    with pytest.raises(Refused):
        book.do(choices.change, choice, role="together")
    with pytest.raises(Refused):
        book.do(choices.change, choice, chosen=None)
    with pytest.raises(Refused):
        book.do(outcomes.of_goal, evaluation, goal, decision="stop")
    with pytest.raises(Refused):
        book.do(remarks.change, remark, done_with="Niets.")
    answers(one=True)  # who agrees takes nothing over
    assert as_json(book.view) == before
    book.by = book.client
    with pytest.raises(Refused):  # nobody's words are changed by another, the client's neither
        book.do(remarks.change, remark, done_with="Niets.")
    answers(one=True)
    assert voices_in(book) == [book.client] * 7


def test_who_is_no_longer_in_the_plan_holds_nothing_up(book: Book, asked: tuple[str, str]) -> None:
    sanne, karim = asked
    book.by = karim
    book.do(plans.set_deciding, "together")
    book.by = sanne
    book.do(withdrawal.withdraw, karim)
    assert book.view.deciding_by == karim
    book.do(plans.set_deciding, "self")
    assert (book.view.deciding_role, book.view.deciding_by) == ("self", sanne)


def test_who_answered_for_the_plan_is_named_to_who_may_not_see_the_people(book: Book, asked: tuple[str, str]) -> None:
    _, book.by = asked
    book.do(plans.set_deciding, "together")
    readers = Readers.of(book.client, may=lambda _, __, scope: scope.topic != "people")
    with book.store.reading() as session:
        seen = load_view(session, book.plan, readers)
    assert seen.deciding_by is not None and seen.anyone(seen.deciding_by).name == "Karim"


def voices_in(book: Book) -> list[str | None]:
    """Who answered each of the seven."""
    view = book.view
    (choice,), (evaluation,) = view.choices, view.evaluations
    (outcome,) = evaluation.goals
    housing = next(domain for domain in view.domains if domain.id == "housing")
    return [
        view.deciding_by, view.drawn_up_by, housing.relevance_by, choice.role_by, choice.chosen_by,
        evaluation.quality_by, outcome.decision_by,
    ]
