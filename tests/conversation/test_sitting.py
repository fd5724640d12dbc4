"""The real Desk on a real store: saying, correcting, taking back, drafts, stopping and going on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.table import Table, agree_on_plan, choose_domains
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Reading, Spoken, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.view import Place
from zlp_tui.script.legs import WHOLE
from zlp_tui.text import clean

GOOD = Place("good-day-bad-day", "sides", "good")


def test_what_is_said_is_in_the_plan_with_who_said_it(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    kept = desk.answer(Spoken("Ik drink koffie bij het raam."))
    [statement] = desk.view.said("good-day-bad-day")
    assert kept.refs == (statement.id,)
    assert (statement.text, statement.side, statement.voice.name) == (
        "Ik drink koffie bij het raam.", "good", "Annie de Vries",
    )
    assert statement.prompt == desk.turn().question


def test_the_next_topic_begins_at_its_first_question_and_after_the_last_comes_none(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    assert (turn := desk.next_topic()) is not None
    assert (turn.place.topic, turn.number, desk.place) == ("two-minutes", 1, turn.place)
    passed = []
    while (turn := desk.next_topic()) is not None:
        passed.append(turn.place.topic)
    whole = next(route for route in desk.script.routes if route.id == WHOLE)
    assert passed == [leg.topic.id for leg in desk.script.legs(whole) if leg.topic.id in passed]
    assert "follow-up" not in passed, "there is no agreement yet, so it asks nothing"
    assert desk.place.topic == passed[-1] == "agreed"


def test_looking_around_leaves_no_trace(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    desk.join("Sanne")
    while desk.forward() is not None:
        desk.turn()
    desk.follow_up.looked()
    desk.leave()
    assert table.front.sit_down(table.plan).view.conversations == ()
    assert len(table.front.sit_down(table.plan).view.people) == 1


def test_a_new_plan_has_nothing_talked_about(table: Table) -> None:
    assert {topic.state for chapter in table.desk.map() for topic in chapter.topics} == {"not-yet"}
    assert {chapter.state for chapter in table.desk.map()} == {"not-yet"}


def test_where_we_are_is_on_the_map_also_in_what_is_asked_anew_each_time(table: Table) -> None:
    desk = table.desk
    agree_on_plan(desk)
    for topic in sorted(desk.script.asked_anew):
        desk.go_topic(topic)
        assert [line.id for chapter in desk.map() for line in chapter.topics if line.here] == [topic]
        assert [(c.title, c.state) for c in desk.chapters()] == [(c.title, c.state) for c in desk.map()]


def test_notices_are_kept_with_the_first_thing_said(table: Table) -> None:
    desk = table.desk
    desk.go(Place("rights", "rights"))
    assert not desk.view.notices
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))
    assert {(n.id, n.shown_on) for n in desk.view.notices} == {
        ("client-support", "2026-03-03"), ("complaints", "2026-03-03"),
    }


def test_who_joins_by_name_is_in_the_plan_once_something_is_said(table: Table) -> None:
    desk = table.desk
    sanne, new = desk.join("  Sanne ")
    assert new
    desk.speak_as(sanne.id)
    desk.go(GOOD)
    desk.answer(Spoken("Als de kleinkinderen komen."))
    [statement] = desk.view.said("good-day-bad-day")
    assert statement.voice.name == "Sanne"
    assert desk.voice.name == "Sanne"
    assert [p.name for p in desk.present] == ["Annie de Vries", "Sanne"]
    assert desk.join("SANNE") == (desk.voice, False)


def test_a_correction_keeps_the_old_words_and_undo_brings_them_back(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    old = desk.answer(Spoken("Ik drink thee.")).refs[0]
    new = desk.correct(old, "Ik drink koffie.").refs[0]
    assert [s.text for s in desk.view.said("good-day-bad-day")] == ["Ik drink koffie."]
    assert {s.id for s in desk.view.statements} == {old, new}
    assert any("Ik drink thee." in line for line in desk.trace(new)[0].history)
    assert desk.undo() == "Ik drink koffie."
    assert [s.text for s in desk.view.said("good-day-bad-day")] == ["Ik drink thee."]


def test_taking_back_a_correction_takes_the_old_words_back_too(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    old = desk.answer(Spoken("Ik drink thee.")).refs[0]
    new = desk.correct(old, "Ik drink koffie.").refs[0]
    desk.withdraw(new)
    assert desk.view.said("good-day-bad-day") == ()
    desk.undo()
    assert [s.text for s in desk.view.said("good-day-bad-day")] == ["Ik drink koffie."]


def test_undo_goes_back_one_thing_at_a_time_and_then_stops(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    for words in ("een", "twee"):
        desk.answer(Spoken(words))
    desk.withdraw(desk.view.said("good-day-bad-day")[0].id)
    assert [s.text for s in desk.view.said("good-day-bad-day")] == ["twee"]
    desk.undo()
    assert [s.text for s in desk.view.said("good-day-bad-day")] == ["een", "twee"]
    assert desk.undo() == "twee"
    assert desk.undo() == "een"
    assert desk.undo() is None
    assert desk.view.said("good-day-bad-day") == ()


def test_who_was_seated_by_what_is_undone_is_no_longer_at_the_table(table: Table) -> None:
    desk = table.desk
    desk.go(Place("at-the-table", "who"))
    client = desk.view.client
    desk.answer(Picked((client,), added="Sanne"))
    sanne = next(p for p in desk.present if p.name == "Sanne")
    desk.speak_as(sanne.id)
    desk.undo()
    assert [p.id for p in desk.present] == [client]
    assert desk.voice.id == client
    assert desk.turn().question


def test_a_conversation_goes_on_exactly_where_it_stopped(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))
    desk.forward()
    assert desk.place == Place("good-day-bad-day", "sides", "bad")
    again = table.next_sitting()
    assert again.resume() == Place("good-day-bad-day", "sides", "bad")
    assert again.place == Place("good-day-bad-day", "sides", "bad")


def test_a_draft_is_offered_back_and_gone_once_said(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    desk.keep_draft("Ik wil nog zeggen")
    again = table.front.sit_down(table.plan)
    assert [(d.place, d.text) for d in again.drafts()] == [(GOOD, "Ik wil nog zeggen")]
    again.go(GOOD)
    assert again.draft() == "Ik wil nog zeggen"
    again.answer(Spoken("Ik wil nog zeggen dat het goed is."))
    assert again.drafts() == ()
    assert table.front.sit_down(table.plan).drafts() == ()


def test_a_refused_answer_leaves_everything_as_it_was(table: Table) -> None:
    desk = table.desk
    desk.go(Place("personal-details", "person", "born-on"))
    before = desk.view
    with pytest.raises(Refused):
        desk.answer(Spoken("ergens in de lente"))
    assert desk.view == before
    assert table.front.sit_down(table.plan).view == before


def test_who_joined_is_still_at_the_table_after_a_refused_answer(table: Table) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    desk.go(Place("personal-details", "person", "born-on"))
    with pytest.raises(Refused):
        desk.answer(Spoken("ergens in de lente"))
    assert [person.name for person in table.front.sit_down(table.plan).view.people] == ["Annie de Vries"]
    desk.go(GOOD)
    desk.answer(Spoken("Als de kleinkinderen komen."))
    [statement] = table.front.sit_down(table.plan).view.said("good-day-bad-day")
    assert statement.voice.name == "Sanne"


def test_what_is_too_long_is_cut_and_said_to_be_cut(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    assert desk.answer(Spoken("a" * 20_001)).cut_to == 20_000
    assert len(desk.view.said("good-day-bad-day")[0].text) == 20_000


def test_unknown_places_and_lines_are_not_found(table: Table) -> None:
    with pytest.raises(NotFound):
        table.desk.go(Place("no-such-topic", "x"))
    with pytest.raises(NotFound):
        table.desk.trace("no-such-line")


def test_a_choice_goes_through_all_its_steps_before_the_next_one(table: Table) -> None:
    desk = table.desk
    desk.go_topic("choices")
    for question in ("Hoe krijg ik meer beweging?", "Waar eet ik?"):
        desk.answer(Spoken(question))
    first, second = (c.id for c in desk.view.open_choices())
    walked = []
    while (turn := desk.forward()) is not None and turn.place.topic == "choices":
        walked.append((turn.place.item or "").split("/")[0])
    assert [about for n, about in enumerate(walked) if n == 0 or about != walked[n - 1]] == [first, second]
    assert desk.view.open_choices()[0].options[0].title  # changing nothing is always an option


def test_an_agreement_is_made_as_a_conversation(table: Table) -> None:
    desk = table.desk
    desk.join("Karim")
    choose_domains(desk, "housing")
    desk.go(Place("agreements", "want", "housing"))
    desk.answer(Spoken("Ik wil zelf mijn kamer bijhouden."))
    [agreement] = desk.view.active_agreements()
    who = desk.forward()
    assert who is not None and isinstance(who.input, Pick)
    assert [option.title for option in who.input.options] == ["mevrouw De Vries", "Karim"], "oneself first"
    desk.answer(Picked((desk.view.client,), added="Fatima"))
    often = desk.forward()
    assert often is not None and often.place.item == f"{agreement.id}/often"
    desk.answer(Spoken("elke maandag na het ontbijt"))
    desk.go(Place("agreements", "who", f"{agreement.id}/does/{desk.view.client}"))
    desk.answer(Spoken("Ik vouw."))
    [agreement] = desk.view.active_agreements()
    assert agreement.domain == "housing"
    assert agreement.steps[0].when is not None
    assert agreement.steps[0].when.weekdays == (1,)
    assert agreement.steps[0].when.part_of_day == "morning"
    assert [task.does for task in agreement.who] == ["Ik vouw.", None]
    [card] = desk.cards()
    assert card.title == "Ik wil zelf mijn kamer bijhouden."


@pytest.mark.parametrize("topic", ["domains", "future"])
def test_the_questions_of_a_topic_are_numbered_without_a_gap(table: Table, topic: str) -> None:
    desk = table.desk
    turn = desk.go_topic(topic)
    numbers = []
    while turn.place.topic == topic:
        numbers.append((turn.number, turn.count))
        following = desk.forward()
        assert following is not None
        turn = following
    assert numbers == [(n, len(numbers)) for n in range(1, len(numbers) + 1)]


def test_where_it_was_found_is_not_asked_of_changing_nothing(table: Table) -> None:
    desk = table.desk
    desk.go(Place("choices", "choice"))
    choice = desk.answer(Spoken("Hoe krijg ik weer meer beweging?")).refs[0]
    desk.go(Place("choices", "options", choice))
    group = desk.answer(Spoken("Met een groep.")).refs[0]
    assert [option.title for option in desk.view.choices[0].options] == ["Alles blijft zoals het is", "Met een groep."]
    turn = desk.forward()
    assert turn is not None and turn.place == Place("choices", "weigh", f"{choice}/{group}/for")
    found, asked = [], desk.say_more()
    while asked.place.step in ("options", "found", "weigh") and (following := desk.forward()) is not None:
        found += [asked.heading] if asked.place.step == "found" else []
        asked = following
    assert found == ["Met een groep."]


def _walk_on(desk: DeskSession) -> set[Place]:
    """Every place from here on; each has a question or something to read, a way in, and other ways to ask."""
    seen = {desk.place}
    while (turn := desk.forward()) is not None:
        assert turn.place not in seen, "walking forward comes by a place once"
        seen.add(turn.place)
        if isinstance(turn.input, Reading):
            continue
        assert turn.question
        assert len(turn.differently) >= 3, turn.place
        assert isinstance(turn.input, Words | Pick) or turn.kind == "order"
        assert not any("{" in text or "|" in text for text in (turn.question, turn.hint, *turn.differently))
    return seen


def test_everything_in_the_script_can_be_asked(table: Table) -> None:
    """The first plan, then looking back on it, and a quick look."""
    desk = table.desk
    choose_domains(desk, "housing")
    for topic, step in (("about-me", "talents"), ("future", "dreams")):  # what is read back is what was said
        desk.go(Place(topic, step))
        desk.answer(Spoken("Ik zing graag."))
    desk.go(Place("goals", "goal"))
    goal = desk.answer(Spoken("Zelf mijn kamer bijhouden.")).refs[0]
    desk.go(Place("agreements", "want", "anything"))
    agreement = desk.answer(Spoken("Elke dinsdag stoffen wij samen af.")).refs[0]
    desk.go(Place("agreements", "goal", agreement))
    desk.answer(Picked((goal,)))
    desk = table.next_sitting()  # how it goes is asked once that conversation is over
    desk.go_topic("welcome")
    seen = _walk_on(desk)
    assert not {place.topic for place in seen} & {t.id for t in desk.script.topics if t.part_of == "evaluation"}
    desk.go(Place("goals-now", "decision", goal))
    desk.answer(Picked(("reached",)))
    desk.go_topic("look-back")
    seen |= _walk_on(desk)
    desk.take_route("quick")
    seen |= _walk_on(desk)
    for asked_of_who_chooses_it in ("personal-details", "start-read-back"):
        desk.go_topic(asked_of_who_chooses_it)
        seen |= _walk_on(desk)
    desk.speak_as(desk.join("Karim")[0].id)
    desk.go_topic("who-may")
    seen |= _walk_on(desk)
    assert {topic.id for topic in desk.script.topics} == {place.topic for place in seen}


@given(words=st.text(max_size=300))
def test_c08_any_text_comes_back_as_cleaned(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    from tests.tools.table import lay_table

    laid = lay_table(tmp_path_factory.mktemp("c08"))
    laid.desk.go(GOOD)
    laid.desk.answer(Spoken(words))
    expected = clean(words).text
    said = laid.front.sit_down(laid.plan).view.said("good-day-bad-day")
    assert [s.text for s in said] == ([expected] if expected else [])
    board = laid.desk.turn().board
    assert isinstance(board, Board)
    laid.front.close()


def test_words_can_be_given_to_who_really_said_them(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    said = desk.answer(Spoken("Als de kleinkinderen komen.")).refs[0]
    sanne, _ = desk.join("Sanne")
    desk.said_by(said, sanne.id)
    [statement] = desk.view.said("good-day-bad-day")
    assert (statement.text, statement.voice.name) == ("Als de kleinkinderen komen.", "Sanne")
    desk.speak_as(sanne.id)
    desk.correct(statement.id, "Als alle kleinkinderen komen.")
    [corrected] = desk.view.said("good-day-bad-day")
    assert corrected.voice.name == "Sanne", "a correction stays the words of who said it"
    desk.undo()
    desk.undo()
    assert [s.voice.name for s in desk.view.said("good-day-bad-day")] == ["Annie de Vries"]


def test_a_name_typed_wrong_is_put_right_with_its_history_and_undone(table: Table) -> None:
    desk = table.desk
    sane, _ = desk.join("Sane")
    desk.speak_as(sane.id)
    desk.go(GOOD)
    desk.answer(Spoken("Zij lacht."))
    assert desk.rename(sane.id, " Sanne\n").refs == (sane.id,)
    assert desk.voice.name == "Sanne"
    assert desk.view.said("good-day-bad-day")[0].voice.name == "Sanne"
    assert desk.trace(sane.id)[0].text == "Sanne"
    assert [line.endswith("“Sane”") for line in desk.trace(sane.id)[0].history] == [True]
    assert desk.undo() == "Sanne"
    assert desk.voice.name == "Sane"


def test_the_clients_own_name_can_be_put_right_and_the_list_of_plans_follows(table: Table) -> None:
    desk = table.desk
    desk.rename(desk.view.client, "Anna de Vries")
    assert desk.view.client_person.name == "Anna de Vries"
    assert [plan.name for plan in table.front.plans("anna")] == ["Anna de Vries"]
    assert desk.rename(desk.view.client, "mevrouw De Vries").refs, "their own salutation is theirs to take"


@pytest.mark.parametrize("name", ["", " \u200b", "annie  DE vries", "Mevrouw de Vries", "Karim"])
def test_no_name_and_the_name_of_somebody_else_are_refused(table: Table, name: str) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    desk.join("karim")
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))
    before = desk.view
    with pytest.raises(Refused):
        desk.rename(sanne.id, name)
    assert desk.view.person(sanne.id).name == "Sanne"
    assert desk.view == before


def test_who_only_joined_can_be_renamed_and_the_same_name_changes_nothing(table: Table) -> None:
    desk = table.desk
    sane, _ = desk.join("Sane")
    assert desk.rename(sane.id, "Sane").refs == ()
    desk.rename(sane.id, "sanne")
    desk.rename(sane.id, "Sanne")
    assert table.next_sitting().view.person(sane.id).name == "Sanne"


def test_the_first_thing_that_a_newcomer_says_is_their_own_act(table: Table) -> None:
    desk = table.desk
    already = len(_acted_by(table))
    sanne, _ = desk.join("Sanne")
    desk.join("Karim")
    desk.speak_as(sanne.id)
    desk.go(GOOD)
    desk.answer(Spoken("Als de kleinkinderen komen."))
    acted = _acted_by(table)[already:]
    assert {by for by, _, _ in acted} == {sanne.id}
    assert acted[0] == (sanne.id, "person", sanne.id), "who acts is in the plan before anything else is written"
    assert [of for _, of, _ in acted].count("person") == 2


def test_a_newcomer_whose_first_act_is_refused_is_not_in_the_plan(table: Table) -> None:
    desk = table.desk
    already = _acted_by(table)
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    desk.go(Place("deciding-together", "role"))
    with pytest.raises(Refused):
        desk.answer(Spoken("ikzelf"))
    assert _acted_by(table) == already
    assert desk.voice == sanne


def _acted_by(table: Table) -> list[tuple[str, str, str]]:
    """Who wrote each line of history, in which table and row."""
    with table.front.store.reading() as session:
        return session.run("SELECT by, of, row FROM change WHERE plan_id = ? ORDER BY seq", (table.plan,))


def test_with_nobody_at_the_table_one_goes_on_with_who_was_there(table: Table) -> None:
    """Whoever pressed 1 at the first question took the client away, and then nothing could be answered any more."""
    desk = table.desk
    desk.go(Place("at-the-table", "who"))
    with pytest.raises(Refused, match="Nobody"):
        desk.answer(Picked(()))
    desk.answer(Picked((), added="Bo"))
    assert [person.name for person in desk.present] == ["Bo"]
