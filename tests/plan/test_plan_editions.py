"""Editions: whole, immutable, read back by the program of today, and compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book
from tests.tools.laws import examples
from tests.tools.readers import READERS
from zlp_tui.errors import NotFound, Refused, StoreNewer
from zlp_tui.plan.difference import changed_lines, difference, is_changed
from zlp_tui.plan.queries.load import load_edition, load_view
from zlp_tui.plan.readable import readable
from zlp_tui.plan.serialization import as_json, from_json
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import details, statements
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.plan.view import BSN, PlanView

COFFEE = {"topic": "good-day-bad-day", "step": "sides", "prompt": "Hoe ziet een goede dag eruit?", "side": "good"}


def whole(book: Book) -> PlanView:
    """The view with every note."""
    with book.store.reading() as session:
        return load_view(session, book.plan, READERS, every_note=True)


def agree(book: Book) -> int:
    """Agree on the plan as it is."""
    return book.do(editions.agree, [book.client])


def edition(book: Book, number: int) -> PlanView:
    """An edition, as a view."""
    with book.store.reading() as session:
        return load_edition(session, book.plan, number, READERS)


def told(book: Book, then: int) -> list[tuple[str, str | None, str | None]]:
    """What became of each line since an edition."""
    return [
        (d.kind, d.before.text if d.before else None, d.after.text if d.after else None)
        for d in difference(edition(book, then), book.view)
    ]


@settings(max_examples=examples(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_was_printed_is_read_back_as_the_same_plan(book: Book, data: st.DataObject) -> None:
    book.start()
    for _ in range(data.draw(st.integers(0, 8))):
        book.do(data.draw(deeds(book)))
    view = whole(book)
    shown = json.loads(json.dumps(as_json(view)))
    read = readable(from_json(shown), READERS)
    ids = {(detail.topic, detail.field): detail.id for detail in view.details}
    read = replace(read, details=tuple(replace(d, id=ids[d.topic, d.field]) for d in read.details))
    told = tuple(detail for detail in view.details if detail.field != BSN)  # no document has one
    assert read == replace(view, tallies={}, editions=view.agreed_editions, details=told)
    assert {name: value for name, value in as_json(read).items() if name != "editions"} == {
        name: value for name, value in as_json(view).items() if name != "editions"
    }


def test_an_edition_of_an_older_program_lacks_keys_and_is_read(book: Book) -> None:
    book.do(statements.add_statement, **COFFEE, text="Koffie.")
    shown: dict[str, Any] = json.loads(json.dumps(as_json(book.view)))
    for name in ("remarks", "disagreements", "evaluations", "editions", "next_evaluation"):
        del shown[name]
    del shown["statements"][0]["ended_on"]
    assert readable(from_json(shown), READERS).statements == book.view.statements


def test_an_edition_of_before_version_2_differs_in_nothing_that_it_kept(book: Book) -> None:
    """It kept open questions, reasons and sources as texts, and not who said them."""
    choice = book.do(choices.ask, "Hoe beweeg ik meer?", always="Niets veranderen")
    group = book.do(choices.add_option, choice, "Wandelgroep")
    book.do(choices.say_source, group, "de huisarts")
    book.do(choices.open_question, choice, "Kan het ook 's avonds?")
    asked = book.do(choices.open_question, choice, "Wat kost het?")
    book.do(choices.change, choice, chosen=group)
    book.do(choices.say_reason, choice, "Gezellig.")
    shown: dict[str, Any] = json.loads(json.dumps(as_json(book.view))) | {"show_version": 1}
    for kept in shown["choices"]:
        kept["open_questions"] = [question["text"] for question in kept["open_questions"]]
        del kept["reasons"]
        for option in kept["options"]:
            del option["sources"], option["voice"]
    then = readable(from_json(shown), READERS)
    assert not is_changed(then, book.view)
    book.do(choices.answer_question, asked, "Niets.")
    assert changed_lines(then, book.view) == {"open_question": {choice}}


def test_an_edition_of_a_newer_program_is_refused_in_one_sentence() -> None:
    with pytest.raises(StoreNewer, match="newer zlp"):
        from_json({"show_version": 3})


def test_an_edition_never_changes_by_any_way(book: Book) -> None:
    book.do(statements.add_statement, **COFFEE, text="Koffie.")
    book.do(editions.consent, book.client, "agrees", "Zo is het goed.")
    assert agree(book) == 1
    agreed = book.acts[-1]
    for harm in (
        "UPDATE edition SET agreed_on = '2030-01-01'", "DELETE FROM edition", "UPDATE consent SET says = 'does-not'",
        "DELETE FROM consent",
    ):
        with pytest.raises(Refused), book.store.writing() as session:
            session.run(harm, ())
    for act in (agreed, book.acts[-2]):
        with pytest.raises(Refused):
            book.do(changes.undo, act)
    (kept,) = book.view.editions
    assert (kept.number, kept.agreed_on, kept.consent[0].words) == (1, "2026-03-03", "Zo is het goed.")
    assert [s.text for s in edition(book, 1).statements] == ["Koffie."]


def test_an_edition_is_taken_back_in_its_own_conversation_and_stands_after_it(book: Book) -> None:
    """rows-l 8: with a Change for each; its number and everybody's word wait for the next one."""
    book.conversation = book.do(conversations.begin, [book.client])
    book.do(statements.add_statement, **COFFEE, text="Koffie.")
    book.do(editions.consent, book.client, "agrees")
    agree(book)
    made = book.acts[-1]
    assert book.do(changes.undo, made)
    assert (book.view.agreed_editions, book.view.editions[0].consent[0].says) == ((), "agrees")
    with pytest.raises(NotFound):
        edition(book, 1)
    assert book.do(changes.undo, book.acts[-1]), "and undone again"
    assert [s.text for s in edition(book, 1).statements] == ["Koffie."]
    assert book.do(changes.undo, book.acts[-1])
    assert agree(book) == 1
    assert book.rows("SELECT count(*) FROM change WHERE \"of\" = 'edition'") == [(5,)]
    last = book.acts[-1]
    book.do(conversations.end, str(book.conversation))
    with pytest.raises(Refused, match="agreed on"):
        book.do(changes.undo, last)
    assert len(book.view.agreed_editions) == 1


def test_an_edition_of_a_conversation_that_was_cut_off_stands_once_another_begins(book: Book) -> None:
    book.conversation = book.do(conversations.begin, [book.client])
    agree(book)
    made = book.acts[-1]
    book.do(conversations.begin, [book.client])
    with pytest.raises(Refused):
        book.do(changes.undo, made)


def test_who_agrees_is_asked_anew_for_every_edition(book: Book) -> None:
    book.do(editions.consent, book.client, "does-not")
    assert (book.view.editions[0].number, book.view.editions[0].agreed_on) == (1, None)
    book.do(editions.consent, book.client, "agrees")
    agree(book)
    book.do(statements.add_statement, **COFFEE, text="Koffie.")
    book.do(editions.consent, book.client, "not-asked")
    agree(book)
    assert [(e.number, e.consent[0].says) for e in book.view.editions] == [(1, "agrees"), (2, "not-asked")]


def test_agreeing_twice_on_the_same_is_told(book: Book) -> None:
    agree(book)
    with pytest.raises(Refused, match="Nothing has changed"):
        agree(book)
    with pytest.raises(NotFound):
        edition(book, 2)


def test_the_history_does_not_hold_the_body_twice(book: Book) -> None:
    book.do(statements.add_statement, **COFFEE, text="Koffie.")
    agree(book)
    ((after,),) = book.rows("SELECT after FROM change WHERE \"of\" = 'edition'")
    assert set(json.loads(str(after))) == {"number", "agreed_on", "present"}


def test_then_and_now_follows_a_line_through_its_words(book: Book) -> None:
    coffee = book.do(statements.add_statement, **COFFEE, text="Koffie.")
    book.do(statements.add_statement, **COFFEE, text="De krant.")
    book.do(statements.add_statement, **COFFEE, text="Muziek.")
    walk = book.do(goals.add, "Naar de winkel lopen.")
    agree(book)
    assert {kind for kind, _, _ in told(book, 1)} == {"still"}
    first = book.do(statements.say_anew, coffee, "Koffie met melk.")
    book.do(statements.say_anew, first, "Koffie met veel melk.")
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.look_back, look, book.view.statements[2].id, "no-longer")
    book.do(outcomes.replace_goal, look, walk, "Met de rollator naar de winkel.")
    book.do(goals.add, "Zingen.")
    assert told(book, 1) == [
        ("ended", "Muziek.", None),
        ("still", "De krant.", "De krant."),
        ("changed", "Koffie.", "Koffie met veel melk."),
        ("changed", "Naar de winkel lopen.", "Met de rollator naar de winkel."),
        ("added", None, "Zingen."),
        ("added", None, "2026-03-03"),  # that one looked back
    ]
    assert {d.kind for d in difference(None, book.view)} == {"added"}


def test_what_is_no_longer_so_stays_in_sight_and_can_be_so_again(book: Book) -> None:
    said = book.do(statements.add_statement, **COFFEE, text="Koffie.")
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.look_back, look, said, "no-longer")
    assert not book.view.live_statements
    assert book.view.statements[0].ended_on == "2026-03-03"
    book.do(outcomes.look_back, look, said, "still")
    assert [s.text for s in book.view.live_statements] == ["Koffie."]


def test_an_adjusted_goal_names_its_predecessor_and_its_agreements_move_along(book: Book) -> None:
    goal = book.do(goals.add, "Naar de winkel lopen.")
    agreed = book.do(agreements.add, "Samen oefenen.", None, goal)
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, goal, how_close="less", decision="adjust", why="De knie.")
    new = book.do(outcomes.replace_goal, look, goal, "Met de rollator.")
    (outcome,) = book.view.evaluations[0].goals
    assert (outcome.decision, outcome.why, outcome.successor) == ("adjust", "De knie.", new)
    goals_now = [(g.text, g.status, g.replaces) for g in book.view.goals]
    assert goals_now == [
        ("Naar de winkel lopen.", "replaced", None), ("Met de rollator.", "active", goal),
    ]
    assert book.view.agreements[0].id == agreed
    assert book.view.agreements[0].goal == new
    newer = book.do(outcomes.replace_goal, look, goal, "Met de rollator, op dinsdag.")
    assert [(g.id, g.replaces) for g in book.view.active_goals()] == [(newer, new)]


@pytest.mark.parametrize(("decision", "status"), [("reached", "reached"), ("stop", "stopped"), ("go-on", "active")])
def test_a_goal_follows_what_was_decided(book: Book, decision: str, status: str) -> None:
    goal = book.do(goals.add, "Lopen.")
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, goal, decision=decision)
    assert [g.status for g in book.view.goals] == [status]
    book.do(outcomes.of_goal, look, goal, decision=None)
    assert [g.status for g in book.view.goals] == ["active"]


@settings(max_examples=examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_last_notes_tell_the_same_as_all_of_them(book: Book, data: st.DataObject) -> None:
    book.start()
    things = [book.do(agreements.add, "Lopen."), book.do(agreements.add, "Zingen."), book.do(goals.add, "Fit."), None]
    looked_back = data.draw(st.integers(0, 30))
    since = 0
    for number in range(data.draw(st.integers(0, 30))):
        if number == looked_back:
            evaluation = book.do(evaluations.open_or_create, [book.client])
            book.do(evaluations.close, evaluation)
            since = next(one.seq for one in book.view.evaluations)
        about = data.draw(st.sampled_from(things))
        done = data.draw(st.sampled_from(("yes", "partly", "no", None)))
        text = data.draw(st.sampled_from(("Fijn.", None))) if done else "Wel gedaan."
        book.do(progress_notes.note, about=about, on="2026-03-03", done=done, text=text)
    part, everything = book.view, whole(book)
    assert replace(part, progress=everything.progress) == everything
    for thing in things:
        notes = [note for note in everything.progress if note.about == thing]
        held = [note for number, note in enumerate(reversed(notes)) if number < 10 or note.seq >= since][::-1]
        assert [note for note in part.progress if note.about == thing] == held
        if thing is not None and any(note.done for note in notes):
            tally = part.tallies[thing]
            assert [tally.yes, tally.partly, tally.no] == [
                sum(note.done == done for note in notes) for done in ("yes", "partly", "no")
            ]


def test_a_field_with_the_same_name_at_another_topic_is_another_field(book: Book) -> None:
    book.do(details.fill, "how-we-talk", "language", "Fries")
    book.do(details.fill, "personal-details", "language", "Nederlands")
    then = book.view
    book.do(details.fill, "how-we-talk", "language", "Fries, en langzaam")
    book.do(details.fill, "personal-details", "language", "Nederlands, en hard")
    differences = (told for told in difference(then, book.view) if told.kind != "still")
    told = {(item.kind, item.line.topic, item.line.text) for item in differences}
    assert told == {
        ("changed", "how-we-talk", "Fries, en langzaam"), ("changed", "personal-details", "Nederlands, en hard"),
    }
