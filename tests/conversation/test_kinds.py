"""The closed lists of the script, each with what makes it work."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.tools.table import Table, card_of
from zlp_tui.conversation.asking.answers.answer_handlers import answer_handler_of
from zlp_tui.conversation.asking.answers.pick_handlers import pick_handler_of
from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.ports.turn import Grid, Ordered, Pick, Picked, Spoken, Turn
from zlp_tui.conversation.telling.tellers.step_tellers import step_lines
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.view import Place
from zlp_tui.script import meaning
from zlp_tui.script.schema import KINDS, Step
from zlp_tui.script.step_model import StepBase
from zlp_tui.script.steps.pick_models import PickStep
from zlp_tui.script.steps.word_models import Ask

MEMBERS: tuple[type[Step], ...] = get_args(get_args(Step)[0])


def _kind(member: type[Step]) -> str:
    (kind,) = get_args(member.model_fields["kind"].annotation)
    return str(kind)


def _keeps(member: type[StepBase]) -> tuple[str, ...]:
    return get_args(member.model_fields["keeps"].annotation)


def test_the_list_of_kinds_is_that_of_the_steps() -> None:
    assert tuple(_kind(member) for member in MEMBERS) == KINDS


@pytest.mark.parametrize("member", MEMBERS, ids=_kind)
def test_each_kind_of_step_has_turns_of_its_own(member: type[Step]) -> None:
    others = {type(step_handler_of(other.model_construct())) for other in MEMBERS if other is not member}
    assert type(step_handler_of(member.model_construct())) not in others


@pytest.mark.parametrize("member", MEMBERS, ids=_kind)
def test_each_kind_of_step_is_told(member: type[Step], table: Table) -> None:
    """With nothing said yet: what a kind needs of its step is read only where there is something to tell."""
    asked = [(topic, step) for topic in table.desk.script.topics for step in topic.steps if type(step) is member]
    assert asked
    for topic, step in asked:
        step_lines(table.desk._plan.plan_context(), topic, step)


@pytest.mark.parametrize("keeps", _keeps(Ask))
def test_each_thing_an_answer_may_become_has_a_keep(keeps: str) -> None:
    keep = answer_handler_of(Ask.model_construct(id="a-step", kind="ask", ask="Wat?", keeps=keeps, always=None))
    assert keep.format == ("date" if keeps in meaning.DAY_KEPT else "text")
    assert keeps in meaning.EACH or keeps == "statement"


@pytest.mark.parametrize("keeps", _keeps(PickStep))
def test_each_thing_a_pick_may_become_has_a_keep(keeps: str) -> None:
    step = PickStep.model_construct(id="a-step", kind="pick", ask="Wat?", keeps=keeps, options=())
    assert pick_handler_of(step).step is step
    assert keeps in meaning.EACH


def _at(table: Table, topic: str, step: str, item: str | None = None) -> Turn:
    return table.desk.go(Place(topic, step, item))


def test_a_pick_takes_nothing_but_what_it_offers(table: Table) -> None:
    _at(table, "deciding-together", "role")
    for reply in (Picked(("sanne",)), Picked(("self", "other")), Spoken("ikzelf"), Ordered(("self",))):
        with pytest.raises(Refused):
            table.desk.answer(reply)
    assert table.desk.view.deciding_role is None


def test_who_decides_is_asked_once_somebody_else_does(table: Table) -> None:
    desk = table.desk
    _at(table, "deciding-together", "role")
    desk.answer(Picked(("other",)))
    turn = desk.forward()
    assert turn is not None and turn.place == Place("deciding-together", "role", "decider")
    assert isinstance(turn.input, Pick) and turn.input.can_add
    desk.answer(Picked((), added="Sanne"))
    assert desk.view.decider is not None and desk.view.person(desk.view.decider).name == "Sanne"
    assert [p.name for p in desk.view.people] == ["Annie de Vries", "Sanne"]


@pytest.mark.parametrize("topic", ["deciding-together", "choices"])
def test_more_than_one_decides_each_about_something_f15(table: Table, topic: str) -> None:
    desk = table.desk
    if topic == "choices":
        desk.go_topic(topic)
        desk.answer(Spoken("Blijf ik hier wonen?"))
        desk.forward()
    else:
        _at(table, topic, "role")
    desk.answer(Picked(("other",)))
    desk.forward()
    desk.answer(Picked((), added="Ria, Kees"))
    for name, words in (("Ria", "zorg"), ("Kees", "Geld.")):
        turn = desk.forward()
        assert turn is not None and turn.place.item is not None and "for-what" in turn.place.item
        assert turn.question == f"Waarover beslist {name}?"
        desk.answer(Spoken(words))
    holds = desk.view.choices[0] if topic == "choices" else desk.view
    assert [desk.view.person(p).name for p in holds.deciders] == ["Ria", "Kees"]
    assert holds.decider == holds.deciders[0]
    letter = str(desk.letter())
    assert "Ria (zorg) en Kees (Geld)" in letter
    if topic == "choices":
        assert desk.who_decides(holds.id) == "Wie beslist: Ria (zorg) en Kees (Geld)"
    turn = desk.go(Place(topic, "role", f"{holds.id}/decider" if topic == "choices" else "decider"))
    assert isinstance(turn.input, Pick) and turn.input.many and set(turn.input.chosen) == set(holds.deciders)
    desk.answer(Picked((holds.deciders[1],)))
    assert "Ria (zorg)" not in str(desk.letter())


def test_a_name_that_looks_like_a_marker_is_shown_as_it_was_typed(table: Table) -> None:
    desk = table.desk
    _at(table, "people", "people")
    [person] = desk.answer(Spoken("{u|je} {client}")).refs
    assert _at(table, "people", "people", f"{person}/relation").heading == "{u|je} {client}"


def test_a_place_whose_line_was_taken_back_gives_way_to_one_before_it(table: Table) -> None:
    desk = table.desk
    _at(table, "agreements", "want", "anything")
    [agreement] = desk.answer(Spoken("Elke dag een ommetje.")).refs
    _at(table, "follow-up", "done", agreement)
    desk.withdraw(agreement)
    assert desk.view.active_agreements() == ()
    with pytest.raises(NotFound):
        desk.go_topic("follow-up")
    assert desk.turn().place.topic != "follow-up"
    desk.undo()
    _at(table, "follow-up", "done", agreement)
    assert desk.undo() == "Elke dag een ommetje."
    assert desk.turn().place.topic != "follow-up"


def test_a_domain_never_to_be_asked_about_is_not_named_at_a_choice_or_a_goal(table: Table) -> None:
    card_of(table.desk, "mental-health")
    table.desk.answer(Picked(("never-ask",)))
    _at(table, "choices", "choice")
    choice = table.desk.answer(Spoken("Hoe krijg ik weer meer beweging?")).refs[0]
    board = _at(table, "choices", "chosen", choice).board
    assert isinstance(board, Grid)
    [reminded] = board.beside
    assert "Hoe ik me voel" not in [quote.text for quote in reminded.quotes]
    assert len(reminded.quotes) == 8, "nor the one that is not named before leave"
    _at(table, "goals", "goal")
    goal = table.desk.answer(Spoken("Ik wil zelf naar de bakker.")).refs[0]
    shown = _at(table, "goals", "domain", goal).input
    assert isinstance(shown, Pick)
    assert "mental-health" not in [option.id for option in shown.options]
    with pytest.raises(Refused):
        table.desk.answer(Picked(("mental-health",)))


def test_which_option_is_weighed_is_in_the_question(table: Table) -> None:
    _at(table, "choices", "choice")
    choice = table.desk.answer(Spoken("Groep of app?")).refs[0]
    _at(table, "choices", "options", choice)
    option = table.desk.answer(Spoken("Met de wandelgroep mee")).refs[0]
    for step, piece in (("found", ""), ("weigh", "/for"), ("weigh", "/against")):
        assert "“Met de wandelgroep mee”" in _at(table, "choices", step, f"{choice}/{option}{piece}").question
