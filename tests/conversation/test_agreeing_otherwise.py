"""An agreement is made otherwise: it gets a successor that names it, keeps its steps, and what was agreed stays in
sight (issue 10 §2; L13 L14, point 7 of rows-l)."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.table import Table, lay_table, speaks
from zlp_tui.conversation.ports.desk import PartOfAgreement
from zlp_tui.conversation.ports.turn import Picked, Reply, Spoken
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.agreed import agreements, goals
from zlp_tui.plan.view import Place


def walking(table: Table) -> str:
    """An agreement of the client, kept on Mondays as a whole, with a small step and somebody who does it."""
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        ref = agreements.add(act, "Elke maandag lopen.", "housing")
        whole = agreements.add_step(act, ref, "Elke maandag lopen.", whole=True)
        agreements.step_when(act, whole, "maandag", [1], ["morning", "evening"], 2)
        agreements.add_step(act, ref, "De schoenen klaarzetten.")
        agreements.task(act, ref, table.desk.view.client, "Ik loop zelf.")
        agreements.change(act, ref, evaluate_on="2026-06-01")
    return ref


def test_the_successor_names_what_it_replaces_and_keeps_all_else(table: Table) -> None:
    old = walking(table)
    before = table.desk.view.active_agreements()[0]
    (new,) = table.desk.correct(old, "Elke maandag fietsen.").refs
    (stands,) = table.desk.view.active_agreements()
    assert (stands.id, stands.want, stands.replaces) == (new, "Elke maandag fietsen.", old)
    assert (stands.who, stands.evaluate_on, stands.domain) == (before.who, before.evaluate_on, before.domain)
    assert {(s.what, s.when.words if s.when else None) for s in stands.steps} == {
        ("Elke maandag fietsen.", "maandag"), ("De schoenen klaarzetten.", None),
    }
    assert [step.when for step in stands.steps if step.whole] == [s.when for s in before.steps if s.whole], "all of it"
    assert not table.desk.correct(new, "Elke maandag fietsen.").written


def test_the_step_that_is_all_of_it_is_known_as_such_and_not_by_its_words(table: Table) -> None:
    """Somebody may say a small step in the same words; it stays a small step, and keeps its words."""
    old = walking(table)
    table.desk.go(Place("agreements", "small-steps", old))
    table.desk.answer(Spoken("Elke maandag lopen."))
    (card,) = table.desk.cards()
    small = ["De schoenen klaarzetten.", "Elke maandag lopen."]
    assert sorted(quote.text for quote in dict(card.rows)["Wat gaan we doen?"]) == small
    table.desk.correct(old, "Elke maandag fietsen.")
    (card,) = table.desk.cards()
    assert sorted(quote.text for quote in dict(card.rows)["Wat gaan we doen?"]) == small


def test_what_was_agreed_before_stands_on_the_card_in_the_letter_and_on_the_way_back(table: Table) -> None:
    (new,) = table.desk.correct(walking(table), "Elke maandag fietsen.").refs
    (newer,) = table.desk.correct(new, "Elke maandag zwemmen.").refs
    rows = {label: [quote.text for quote in quotes] for label, quotes in table.desk.cards()[0].rows}
    assert rows["Eerst"] == ["“Elke maandag fietsen.”", "“Elke maandag lopen.”"]
    told = [q.text for part in table.desk.letter() for line in part.lines for q in line.quotes if q.intro == "Eerst:"]
    assert told == rows["Eerst"]
    assert [step.text for step in table.desk.trace(newer)] == [
        "Elke maandag zwemmen.", "Elke maandag fietsen.", "Elke maandag lopen.",
    ]


def test_only_who_said_an_agreement_agrees_otherwise_and_never_on_a_replaced_one(table: Table) -> None:
    """B2, point 1 of rows-l."""
    old = walking(table)
    client = table.desk.voice.id
    person, _ = table.desk.join("Sanne")
    speaks(table.desk, person.id)
    with pytest.raises(Refused, match="Only"):
        table.desk.correct(old, "Nooit meer lopen.")
    speaks(table.desk, client)
    table.desk.correct(old, "Elke maandag fietsen.")
    with pytest.raises(Refused):
        table.desk.correct(old, "Elke maandag zwemmen.")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(("anew", "undo", "redo")), max_size=8))
def test_after_any_sequence_there_is_one_current_line_and_nothing_is_lost(deeds: list[str]) -> None:
    """Undo and redo over successors: each chain has one line in force, with all its steps and people."""
    with TemporaryDirectory() as folder:
        table = lay_table(Path(folder) / "plan.db")
        walking(table)
        for number, deed in enumerate(deeds):
            (stands,) = table.desk.view.active_agreements()
            match deed:
                case "anew":
                    table.desk.correct(stands.id, f"Lopen, wens {number}.")
                case "undo" if stands.replaces:
                    table.desk.undo()
                case "redo":
                    table.desk.redo()
        (stands,) = table.desk.view.active_agreements()
        chain, known = [stands], {agreed.id: agreed for agreed in table.desk.view.agreements}
        while (older := chain[-1].replaces) is not None:
            chain.append(known[older])
        assert len(chain) == len(known)
        assert {step.what for step in stands.steps} == {stands.want, "De schoenen klaarzetten."}
        assert len(stands.steps) == 2 and len(stands.who) == 1
        assert all(older.ended_on and not older.steps for older in chain[1:])


def test_days_of_the_whole_go_along_however_they_were_said(table: Table) -> None:
    """Several parts of the day, and weeks, are days too (decision 0034)."""
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        ref = agreements.add(act, "Lopen.")
        whole = agreements.add_step(act, ref, "Lopen.")
        agreements.step_when(act, whole, "om de week", [1], ["morning", "evening"], every_weeks=2)
    (before,) = table.desk.view.active_agreements()
    table.desk.correct(ref, "Fietsen.")
    (after,) = table.desk.view.active_agreements()
    assert [step.when for step in after.steps] == [step.when for step in before.steps]


def test_taking_back_a_successor_brings_back_what_it_replaced_and_says_so(table: Table) -> None:
    old = walking(table)
    before = table.desk.view.active_agreements()[0]
    (new,) = table.desk.correct(old, "Elke maandag fietsen.").refs
    kept = table.desk.withdraw(new)
    (stands,) = table.desk.view.active_agreements()
    assert (stands.id, stands.want, stands.ended_on, stands.who) == (old, before.want, None, before.who)
    assert {(s.what, s.when) for s in stands.steps} == {(s.what, s.when) for s in before.steps}
    assert kept.refs == (old,) and kept.told == "Teruggenomen. Dit geldt weer: “Elke maandag lopen.”"
    table.desk.undo()
    assert [agreed.id for agreed in table.desk.view.active_agreements()] == [new]


def test_a_goal_is_said_anew_outside_a_look_back_and_comes_back_when_that_is_taken_back(table: Table) -> None:
    """L13: a goal keeps its agreements, its place, and whether it waits."""
    with table.desk._unit_of_work.undoable("Buiten.") as act:
        goal = goals.add(act, "Meer buiten zijn.")
        goals.change(act, goal, status="waits")
        agreed = agreements.add(act, "Lopen.", goal=goal)
    (new,) = table.desk.correct(goal, "Elke dag buiten zijn.").refs
    (stands,) = table.desk.view.waiting_goals()
    assert (stands.id, stands.text, stands.replaces) == (new, "Elke dag buiten zijn.", goal)
    assert [a.goal for a in table.desk.view.active_agreements() if a.id == agreed] == [new]
    assert table.desk.withdraw(new).refs == (goal,)
    assert [line.id for line in table.desk.view.waiting_goals()] == [goal]
    assert [a.goal for a in table.desk.view.active_agreements() if a.id == agreed] == [goal]


def test_a_successor_is_counted_from_nothing_which_is_said_and_the_old_count_stands_beside_it(table: Table) -> None:
    old = walking(table)
    table.desk.follow_up.note(old, done="yes")
    table.desk.follow_up.note(old, done="no")
    (new,) = table.desk.correct(old, "Elke maandag fietsen.").refs
    rows = dict(table.desk.cards()[0].rows)
    assert [quote.text for quote in rows["Is het gedaan?"]] == ["Sinds deze afspraak is nog niets genoteerd."]
    assert [(quote.text, quote.note) for quote in rows["Eerst"]] == [
        ("“Elke maandag lopen.”", "1 keer gedaan, 1 keer niet gedaan"),
    ]
    table.desk.follow_up.note(new, done="yes")
    assert [quote.text for quote in dict(table.desk.cards()[0].rows)["Is het gedaan?"]] == ["1 keer gedaan"]


def test_each_thing_of_an_agreement_changes_by_itself(table: Table) -> None:
    """L14: people, days, steps and dates, each by one answer, with all else as it was."""
    ref, desk = walking(table), table.desk
    sanne, _ = desk.join("Sanne")
    answers: tuple[tuple[PartOfAgreement, Reply], ...] = (
        ("who", Picked((desk.view.client, sanne.id))), ("when", Spoken("dinsdag")), ("steps", Spoken("De jas aan.")),
        ("until", Spoken("1 september 2026")), ("evaluate-on", Spoken("1 juli 2026")),
    )
    for part, reply in answers:
        (before,) = desk.view.active_agreements()
        place = desk.place_of_part(part, ref)
        assert place is not None
        desk.go(Place("two-minutes", "two-minutes"))
        desk.ask_aside(place)
        assert desk.answer(reply).written, part
        while desk.place.topic == place.topic:  # of a new step it is asked when
            assert desk.forward() is not None
        assert desk.place == Place("two-minutes", "two-minutes"), "one comes back to where one was"
        (after,) = desk.view.active_agreements()
        changed = {field.name for field in fields(after) if getattr(after, field.name) != getattr(before, field.name)}
        assert len(changed - {"evaluate_words", "until_words"}) == 1, part
    assert {task.person for task in desk.view.active_agreements()[0].who} == {desk.view.client, sanne.id}
    assert desk.place_of_part("who", sanne.id) is None
