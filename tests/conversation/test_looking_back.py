"""Looking back: is it still so, how it goes in each domain, and words that belong to the evaluation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.table import Table, agree_on_plan, card_of, choose_domains, speaks
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Quote, Reply, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.view import Evaluation, Place

HALF_A_YEAR = timedelta(days=182)
DOMAINS = ("social-contacts", "physical-health")


def say_at(desk: DeskSession, topic: str, step: str, text: str, item: str | None = None) -> str:
    """Something said at a place of the script; its id."""
    desk.go(Place(topic, step, item))
    return desk.answer(Spoken(text)).refs[0]


def pick(desk: DeskSession, *ids: str) -> Turn:
    """An answer by picking, and the question after it."""
    desk.answer(Picked(ids))
    after = desk.forward()
    assert after is not None
    return after


def one_by_one(desk: DeskSession, topic: str) -> Turn:
    """The first question of a topic after the one about all of it together."""
    assert (desk.go_topic(topic).place.item or "").endswith("together")
    after = desk.forward()
    assert after is not None
    return after


def open_one(desk: DeskSession) -> Evaluation:
    assert desk.view.open_evaluation is not None
    return desk.view.open_evaluation


def board(turn: Turn) -> list[Quote]:
    assert isinstance(turn.board, Board)
    return [quote for group in turn.board.groups for quote in group.quotes]


@pytest.fixture
def half_a_year_on(table: Table) -> Table:
    """A plan in which something was said; half a year later it is on the table again."""
    desk = table.desk
    say_at(desk, "important-to", "important-to", "Zelf naar de winkel.")
    say_at(desk, "important-to", "important-to", "Koffie om acht uur.")
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    say_at(desk, "important-for", "important-for", "Dat zij genoeg drinkt.")
    desk.speak_as(desk.view.client)
    say_at(desk, "good-day-bad-day", "sides", "Als de zon schijnt.", "good")
    choose_domains(desk, *sorted(DOMAINS))
    agree_on_plan(desk)
    table.clock.now += HALF_A_YEAR
    table.next_sitting()
    return table


def test_looking_at_the_questions_begins_no_evaluation(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn: Turn | None = desk.go_topic("look-back")
    while turn is not None and turn.place.topic != "goals-now":
        turn = desk.forward()
    assert desk.view.evaluations == ()


def test_the_first_answer_begins_the_evaluation_and_the_next_ones_go_on_with_it(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    said = say_at(desk, "look-back", "life-now", "Mijn zus woont om de hoek.")
    evaluation = open_one(desk)
    assert [s.about for s in desk.view.statements if s.id == said] == [evaluation.id]
    say_at(desk, "learned", "glad", "Met Karim.")
    assert desk.view.evaluations == (open_one(desk),)
    assert desk.undo() is not None and desk.undo() is not None
    assert desk.view.evaluations == ()


def test_picking_what_stood_already_is_an_answer_too(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    desk.go(Place("deciding-now", "role"))
    desk.answer(Picked(()))
    assert desk.view.evaluations == ()
    desk.answer(Picked(("self",)))
    assert open_one(desk).present == (desk.view.client,)


def test_who_is_here_was_present(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn = desk.go(Place("look-back", "who"))
    assert isinstance(turn.input, Pick)
    sanne = next(p.id for p in desk.view.people if p.name == "Sanne")
    desk.answer(Picked((desk.view.client, sanne), added="Karim"))
    karim = next(p.id for p in desk.view.people if p.name == "Karim")
    assert set(open_one(desk).present) == {desk.view.client, sanne, karim}
    assert {p.id for p in desk.present} == {desk.view.client, sanne, karim}
    desk.go(Place("look-back", "who"))
    desk.answer(Picked((desk.view.client,)))
    assert {p.id for p in desk.present} == {desk.view.client}
    assert set(open_one(desk).present) == {desk.view.client, sanne, karim}, "who left was there"


def test_each_quote_that_stood_is_asked_about_once_whatever_is_answered(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn = one_by_one(desk, "still-important")
    asked = []
    for answer in ("no-longer", "changed", "still"):
        assert turn.place.step == "still" and isinstance(turn.input, Pick)
        assert turn.about is not None and board(turn) == []
        asked.append((turn.about.intro, turn.about.text, turn.about.by))
        turn = pick(desk, answer)
        if answer == "changed":
            assert isinstance(turn.input, Words) and not turn.input.many
            assert desk.answer(Spoken("Koffie om negen uur.")).goes_on
            after = desk.forward()
            assert after is not None
            turn = after
    assert asked == [
        ("Wat u belangrijk vindt:", "Zelf naar de winkel.", "mevrouw De Vries"),
        ("Wat u belangrijk vindt:", "Koffie om acht uur.", "mevrouw De Vries"),
        (asked[2][0], "Dat zij genoeg drinkt.", "Sanne"),
    ]
    assert turn.place == Place("still-important", "new")
    assert [s.text for s in desk.view.said("important-to")] == ["Koffie om negen uur."]
    assert {"Zelf naar de winkel.", "Koffie om acht uur."} <= {s.text for s in desk.view.statements}


def test_going_back_comes_past_every_answer_with_what_was_chosen(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    one_by_one(desk, "still-important")
    for answer in ("no-longer", "still", "no-longer"):
        turn: Turn | None = pick(desk, answer)
    chosen: list[str] = []
    while (turn := desk.back()) is not None and turn.place.step == "still":
        assert isinstance(turn.input, Pick)
        chosen += turn.input.chosen
    assert chosen == ["no-longer", "still", "no-longer"]


def test_walking_on_passes_over_what_was_answered_before(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    first = one_by_one(desk, "still-important")
    second = pick(desk, "still")
    half_a_year_on.next_sitting()
    desk = half_a_year_on.desk
    assert desk.resume() == second.place
    desk.go(Place("look-back", "life-now"))
    together, turn = desk.forward(), desk.forward()
    assert together is not None and isinstance(together.input, Pick) and len(together.input.options) == 3
    assert turn is not None and turn.place == second.place != first.place


def test_changed_can_become_still_and_then_the_old_words_stand_again(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    first = one_by_one(desk, "still-important")
    for words in ("Met de rollator.", "Samen met Sanne."):
        desk.go(first.place)
        desk.answer(Picked(("changed",)))
        now = desk.go(Place("still-important", "still", f"{first.place.item}/now"))
        desk.answer(Spoken(words))
        assert isinstance(now.input, Words)
        (look_back,) = open_one(desk).look_backs
        assert look_back.says == "changed" and look_back.now is not None
        texts = [s.text for s in desk.view.said("important-to")]
        assert sorted(texts) == sorted(["Koffie om acht uur.", words])
    desk.go(first.place)
    desk.answer(Picked(("still",)))
    assert [s.text for s in desk.view.said("important-to")] == ["Zelf naar de winkel.", "Koffie om acht uur."]
    (look_back,) = open_one(desk).look_backs
    assert (look_back.says, look_back.now) == ("still", None)
    turn = desk.go(now.place)
    assert turn.place == first.place


def test_choosing_changed_once_more_asks_once_more_how_it_is_now(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    first = one_by_one(desk, "still-important")
    pick(desk, "changed")
    desk.answer(Spoken("Met de rollator."))
    desk.go(first.place)
    again = pick(desk, "changed")
    assert again.place.item == f"{first.place.item}/now"
    assert isinstance(again.input, Words) and again.input.value == "Met de rollator."
    assert again.about == first.about, "the old words stand above the question"
    after = desk.forward()
    assert after is not None and after.place.item != first.place.item


def test_reading_is_no_question_and_why_is_told_where_the_topic_begins(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn: Turn | None = desk.go_topic("look-back")
    seen = []
    while turn is not None and turn.place.topic == "look-back":
        seen.append((turn.kind, turn.number, turn.count, turn.first))
        turn = desk.forward()
    assert seen == [("tell", 1, 2, True), ("table", 1, 2, False), ("ask", 2, 2, False)]


def test_what_came_in_its_place_is_in_the_words_of_who_said_it(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    sanne = next(p.id for p in desk.view.people if p.name == "Sanne")
    one_by_one(desk, "still-important")
    pick(desk, "changed")
    speaks(desk, sanne)
    made = desk.answer(Spoken("Zij gaat nu met mij.")).refs[0]
    (said,) = [s for s in desk.view.statements if s.id == made]
    assert (said.voice.name, said.topic) == ("Sanne", "important-to")
    assert f"{said.replaces}/now" == desk.place.item
    assert said.prompt == "Hoe is dit nu voor mij, denk jij?"


def test_what_came_in_its_place_is_taken_back_by_who_said_it_or_whose_words_stood_there_b2(
    half_a_year_on: Table,
) -> None:
    """Found by the monkey: somebody else took it back, by picking that the words of before are still so."""
    desk = half_a_year_on.desk
    client, sanne = desk.view.client, next(p.id for p in desk.view.people if p.name == "Sanne")
    karim, _ = desk.join("Karim")
    asked = one_by_one(desk, "still-important").place
    pick(desk, "changed")
    now = desk.place
    speaks(desk, sanne)
    desk.answer(Spoken("Zij gaat nu met mij."))
    stands = desk.view.live_statements
    speaks(desk, karim.id)
    desk.go(asked)
    with pytest.raises(Refused):
        desk.answer(Picked(("still",)))
    assert desk.view.live_statements == stands
    for words in ("Zij gaat met mij.", "Zij gaat vaak met mij."):
        desk.go(now)
        desk.answer(Spoken(words))
    assert [(q.text, q.by) for q in board(desk.turn())] == [
        ("Zij gaat nu met mij.", "Sanne"), ("Zij gaat vaak met mij.", "Karim"),
    ], "beside who said it first; one says it anew in one's own place"
    speaks(desk, client)
    desk.go(asked)
    desk.answer(Picked(("still",)))
    assert next(said for said in desk.view.live_statements if said.id == asked.item).voice.id == client


def test_words_corrected_while_looking_back_are_asked_about_as_they_are_now(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn = one_by_one(desk, "still-important")
    pick(desk, "still")
    desk.correct(turn.place.item or "", "Zelf naar de markt.")
    turn = desk.go(turn.place)
    assert turn.about is not None and turn.about.text == "Zelf naar de markt."
    assert isinstance(turn.input, Pick) and turn.input.chosen == ("still",)
    desk.answer(Picked(("no-longer",)))
    assert [s.text for s in desk.view.said("important-to")] == ["Koffie om acht uur."]
    desk.answer(Picked(("changed",)))
    desk.forward()
    desk.answer(Spoken("Naar de markt met Sanne."))
    assert {s.text for s in desk.view.said("important-to")} == {"Koffie om acht uur.", "Naar de markt met Sanne."}


def test_what_is_new_stands_in_its_own_topic_and_is_not_asked_about_at_once(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    say_at(desk, "still-important", "new", "Muziek in de avond.")
    say_at(desk, "days-now", "sides", "Zingen op dinsdag.", "good")
    new = {s.text: s for s in desk.view.live_statements}
    music, singing = new["Muziek in de avond."], new["Zingen op dinsdag."]
    assert (music.topic, music.step, music.about) == ("important-to", "important-to", None)
    assert (singing.topic, singing.step, singing.side, singing.about) == ("good-day-bad-day", "sides", "good", None)
    assert music.prompt == "Wat is er nu belangrijk, dat er nog niet stond?"
    turn = desk.go(Place("still-important", "new"))
    assert [q.text for q in board(turn)] == ["Muziek in de avond."]
    turn = desk.go(Place("days-now", "sides", "good"))
    assert [q.text for q in board(turn)] == ["Zingen op dinsdag."]
    assert music.id not in _parts(desk, "still-important")


def _parts(desk: DeskSession, topic: str) -> list[str | None]:
    turn: Turn | None = desk.go_topic(topic)
    found = []
    while turn is not None and turn.place.topic == topic:
        found.append(turn.place.item)
        turn = desk.forward()
    return found


def test_a_mark_is_ones_own_and_stands_beside_those_of_others(half_a_year_on: Table) -> None:
    """L90: each is asked, as equals."""
    desk = half_a_year_on.desk
    sanne = next(p.id for p in desk.view.people if p.name == "Sanne")
    how = one_by_one(desk, "domains-now")
    assert how.place.item == "physical-health/how"
    assert isinstance(how.input, Pick) and how.input.chosen == ()
    turn = pick(desk, "face")
    assert turn.heading == "Mijn lichaam en gezondheid" and isinstance(turn.input, Pick) and turn.input.chosen == ()
    desk.answer(Picked(("so-so",)))
    speaks(desk, sanne)
    turn = desk.turn()
    assert isinstance(turn.input, Pick) and turn.input.chosen == ()
    assert turn.question == "Hoe gaat het hiermee bij mij, vind jij?"
    assert [(q.text, q.by) for q in board(turn)] == [("Het gaat wel", "mevrouw De Vries")]
    desk.answer(Picked(("very-bad",)))
    marks = {(m.voice.name, m.domain): (m.mark, m.face) for m in open_one(desk).marks}
    assert marks == {("Annie de Vries", "physical-health"): (5, True), ("Sanne", "physical-health"): (1, True)}
    desk.speak_as(desk.view.client)
    turn = desk.turn()
    assert isinstance(turn.input, Pick) and turn.input.chosen == ("so-so",)
    assert [(q.text, q.by) for q in board(turn)] == [("Het gaat wel", "mevrouw De Vries"), ("Heel slecht", "Sanne")]


@pytest.mark.parametrize(("typed", "mark"), [("7", 7), (" 7. ", 7), ("zeven", 7), ("Nul", 0), ("10", 10), ("08", 8)])
def test_a_number_is_read_in_figures_and_in_letters(half_a_year_on: Table, typed: str, mark: int) -> None:
    desk = half_a_year_on.desk
    one_by_one(desk, "domains-now")
    turn = pick(desk, "number")
    assert isinstance(turn.input, Words) and turn.question == "Welk cijfer geeft u het?"
    assert desk.answer(Spoken(typed)).goes_on
    assert [(m.mark, m.face) for m in open_one(desk).marks] == [(mark, False)]
    asked = desk.turn().input
    assert isinstance(asked, Words) and asked.value == str(mark)


@pytest.mark.parametrize("typed", ["7,5", "7.5", "11", "-1", "elf", "best goed", "½", "٣"])
def test_what_is_no_whole_number_is_refused_and_nothing_is_kept(half_a_year_on: Table, typed: str) -> None:
    desk = half_a_year_on.desk
    one_by_one(desk, "domains-now")
    pick(desk, "number")
    with pytest.raises(Refused):
        desk.answer(Spoken(typed))
    assert open_one(desk).marks == ()


def test_the_mark_of_the_last_time_stands_beside_the_question(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    one_by_one(desk, "domains-now")
    pick(desk, "number")
    desk.answer(Spoken("5"))
    half_a_year_on.clock.now += HALF_A_YEAR
    desk = half_a_year_on.next_sitting()
    turn = desk.go(Place("domains-now", "marks", "physical-health"))
    assert isinstance(turn.input, Words) and turn.input.value is None
    assert isinstance(turn.board, Board)
    assert [(g.title, [q.text for q in g.quotes]) for g in turn.board.groups] == [("De vorige keer", ["5"])]
    desk.answer(Spoken("6"))
    first, second = desk.view.evaluations
    assert (first.closed_on is None, second.closed_on) == (False, None)
    assert [m.mark for m in first.marks] == [5] and [m.mark for m in second.marks] == [6]


def test_only_domains_that_matter_now_are_marked(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    one_by_one(desk, "domains-now")
    pick(desk, "face")
    desk.answer(Picked(("good",)))
    card_of(desk, "physical-health")
    desk.answer(Picked(("never-ask",)))
    assert _parts(desk, "domains-now") == ["social-contacts/together", "social-contacts"]
    assert "Goed" not in [q.text for part in desk.letter() for line in part.lines for q in line.quotes]
    card_of(desk, "social-contacts")
    desk.answer(Picked(("not-now",)))
    with pytest.raises(NotFound):
        one_by_one(desk, "domains-now")


def test_what_was_said_in_an_older_evaluation_is_not_told_as_of_now(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    say_at(desk, "look-back", "life-now", "Mijn zus is verhuisd.")
    half_a_year_on.clock.now += HALF_A_YEAR
    desk = half_a_year_on.next_sitting()
    assert board(desk.go(Place("look-back", "life-now"))) == []
    say_at(desk, "look-back", "life-now", "Ik zie slechter.")
    told = [q.text for part in desk.letter() for line in part.lines for q in line.quotes]
    assert "Ik zie slechter." in told and "Mijn zus is verhuisd." not in told
    assert {s.text for s in desk.view.live_statements} > {"Ik zie slechter.", "Mijn zus is verhuisd."}


def test_the_letter_tells_nothing_twice_and_the_read_back_tells_all_of_this_evaluation(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    one_by_one(desk, "still-important")
    pick(desk, "no-longer")
    desk.answer(Picked(("still",)))
    say_at(desk, "still-important", "new", "Muziek in de avond.")
    half_a_year_on.clock.now += timedelta(days=1)
    desk = half_a_year_on.next_sitting()
    say_at(desk, "look-back", "life-now", "Ik zie slechter.")
    told = [q.text for part in desk.letter() for line in part.lines for q in line.quotes]
    for words in ("Zelf naar de winkel.", "Koffie om acht uur.", "Muziek in de avond.", "Ik zie slechter."):
        assert told.count(words) == 1
    turn = desk.go_topic("results-read-back")
    assert isinstance(turn.board, Board)
    heard = {group.title: [q.text for q in group.quotes] for group in turn.board.groups}
    assert heard["Dit is nu minder belangrijk:"] == ["Zelf naar de winkel."]
    assert heard["Nog steeds belangrijk:"] == ["Koffie om acht uur."]
    assert heard["Dit is er veranderd:"] == ["Ik zie slechter."]
    assert heard["Wat u belangrijk vindt:"] == ["Muziek in de avond."]


def test_looking_back_is_on_the_map_and_in_the_count_once_there_is_something_to_look_back_on(table: Table) -> None:
    desk = table.desk
    results = desk.map()[-1]
    assert [t.id for t in results.topics] == ["follow-up", "look-again", "results-read-back", "agreed"]
    assert desk.go_topic("look-again").topic_count == 4
    agree_on_plan(desk)
    desk.go_topic("look-back")
    say_at(desk, "look-back", "life-now", "Ik zie slechter.")
    results = desk.map()[-1]
    assert len(results.topics) == 16
    assert "quick-questions" in {t.id for t in results.topics}, "it asks anew from then on, on a way of its own"
    line = next(t for t in results.topics if t.id == "look-back")
    assert (line.last, line.state) == ("Ik zie slechter.", "talked-about")
    turn = desk.go_topic("results-read-back")
    assert (turn.topic_number, turn.topic_count) == (13, 14)


def test_the_day_of_the_next_time_is_told_where_it_was_asked_last(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    desk.go(Place("look-again", "dates", "evaluate-on"))
    desk.answer(Spoken("20 oktober 2026"))
    turn = desk.go(Place("next-time", "dates", "evaluate-on"))
    assert isinstance(turn.input, Words) and turn.input.value == "dinsdag 20 oktober 2026"
    desk.answer(Spoken("3 maart 2027"))
    assert open_one(desk).closed_on is None
    told = [q.text for part in desk.letter() for line in part.lines for q in line.quotes]
    assert told.count("woensdag 3 maart 2027") == 1
    half_a_year_on.clock.now += 2 * HALF_A_YEAR
    turn = half_a_year_on.next_sitting().go(Place("next-time", "dates", "evaluate-on"))
    assert isinstance(turn.input, Words) and turn.input.value is None


def reply_to(turn: Turn) -> Reply | None:
    """Some answer to whatever is asked; None to what is only read."""
    match turn.input:
        case Words(format="date"):
            return Spoken("3 maart 2027")
        case Words():
            return Spoken("7" if turn.place.topic == "domains-now" else "Het gaat beter dan toen.")
        case Pick(rows=rows) if rows:
            return Picked(tuple(turn.input.option_at(row, 2).id for row in range(len(rows))))
        case Pick(options=options, many=True) if options[-1:] and options[-1].id == "rest":
            return Picked(tuple(option.id for option in options[:-1]))
        case Pick(options=options) if options:
            ids = [option.id for option in options]
            return Picked((next((i for i in ("changed", "number", "adjust", "not-yet") if i in ids), ids[0]),))
        case _:
            return None


def test_the_whole_evaluation_forward_answered_and_back(half_a_year_on: Table) -> None:
    """Every place once, though each answer changes what there is to ask; and back past all of them."""
    desk = half_a_year_on.desk
    say_at(desk, "goals", "goal", "Weer naar de markt.")
    desk.take_route("back")
    turn: Turn | None = desk.go_topic("look-back")
    passed: list[Place] = []
    while turn is not None:
        assert turn.place not in passed
        passed.append(turn.place)
        assert turn.number <= turn.count and turn.topic_number <= turn.topic_count
        reply = reply_to(turn)
        if reply is not None:
            desk.answer(reply)
        turn = desk.forward()
    looked_at = dict.fromkeys(place.topic for place in passed)
    wanted = [t.id for t in desk.script.topics if t.part_of == "evaluation" and t.id != "agreements-on"]
    assert list(looked_at) == [*wanted, "results-read-back", "agreed", "sitting"]
    assert len([place for place in passed if (place.item or "").endswith("/now")]) == 4
    assert {one.says for one in open_one(desk).look_backs} == {"changed"}
    assert all(one.now for one in open_one(desk).look_backs)
    assert [m.mark for m in open_one(desk).marks] == [5, 5]
    back = [desk.place]
    while (turn := desk.back()) is not None:
        back.append(turn.place)
    along_the_route = {place for place in passed if place.step not in ("welcome", "who")}  # its first page tells these
    assert along_the_route <= set(back) and len(back) == len(set(back))


def test_skipping_all_of_it_is_skipping_and_one_goes_on_halfway_the_next_time(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn: Turn | None = desk.go_topic("look-back")
    passed = []
    while turn is not None:
        passed.append(turn.place)
        turn = desk.forward()
    assert len(passed) == len(set(passed)) > 15
    assert desk.view.evaluations == () and desk.view.statements == desk.view.live_statements
    say_at(desk, "look-back", "life-now", "Ik zie slechter.")
    evaluation = open_one(desk).id
    halfway = desk.go(Place("days-now", "sides", "bad")).place
    half_a_year_on.clock.now += timedelta(days=7)
    desk = half_a_year_on.next_sitting()
    assert desk.resume() == halfway
    desk.go(halfway)
    desk.answer(Spoken("Op zondag."))
    turn = desk.forward()
    assert turn is not None and turn.place.topic == "domains-now"
    desk.answer(Picked(("social-contacts/good",)))
    assert open_one(desk).id == evaluation


def test_a_plan_that_is_not_made_yet_is_looked_back_at_by_no_way(table: Table) -> None:
    desk, here = table.desk, table.desk.place
    again = [route.id for route in desk.script.routes if route.again]
    topics = [t.id for t in desk.script.topics if t.part_of == "evaluation" or t.id in desk.script.asked_anew]
    assert {"back", "quick"} <= set(again) and {"look-back", "learned", "quick-questions"} <= set(topics)
    for route in again:
        with pytest.raises(Refused):
            desk.take_route(route)
    for topic in topics:
        with pytest.raises((Refused, NotFound)):  # where nothing would be asked either, that is told
            desk.go_topic(topic)
    assert desk.place == here and not desk.view.evaluations
    agree_on_plan(desk)
    assert desk.take_route("back").place.topic == "sitting"
    assert desk.go_topic("quick-questions").place.topic == "quick-questions"
