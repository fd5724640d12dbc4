"""Whom a question is put to, how it is worded for them, and who is told as what (C2, C11, C12, C13, C20, rows-v)."""

from __future__ import annotations

import pytest

from screens.steps.participants import who_is_asked
from tests.tools.table import Table, agree_on_plan
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Board, Grid, Pick, Picked, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Place
from zlp_tui.script.language import Language

NL = places.content() / "nl"
OWN = Place("getting-there", "family-ideas")
PROFESSIONAL = Place("getting-there", "professional-ideas")


def sits(desk: DeskSession, name: str, kind: str | None) -> str:
    """Somebody who sits at the table, of this kind."""
    person, _ = desk.join(name)
    desk.seat((*(seated.id for seated in desk.present), person.id))
    if kind is not None:
        desk.speak_as(person.id)
        desk.go(Place("good-day-bad-day", "sides", "good"))
        desk.answer(Spoken("Dag."))
        desk.speak_as(desk.view.client)
        desk.go(Place("people", "people", f"{person.id}/kind"))
        desk.answer(Picked((kind,)))
    return person.id


@pytest.mark.parametrize("first", ["carer", "family"])
def test_whoever_fits_a_question_is_proposed_c11(table: Table, first: str) -> None:
    """Whatever the order in which they sat down, and whoever spoke last."""
    desk = table.desk
    kinds = (("Fatima", "carer"), ("Sanne", "family"))
    ids = {kind: sits(desk, name, kind) for name, kind in (kinds if first == "carer" else reversed(kinds))}
    for place, kind in ((OWN, "family"), (PROFESSIONAL, "carer")):
        turn = desk.go(place)
        for speaks in (desk.view.client, *ids.values()):
            desk.speak_as(speaks)
            asked = who_is_asked(desk, desk.turn(), new_topic=False)
            assert (asked or speaks) == ids[kind]
        assert turn.asked_first == (ids[kind],)


def test_where_nobody_here_fits_nobody_else_is_proposed_c11(table: Table) -> None:
    desk = table.desk
    fatima = sits(desk, "Fatima", "carer")
    turn = desk.go(OWN)
    assert turn.asked_first == () and who_is_asked(desk, turn, new_topic=False) is None
    desk.speak_as(fatima)
    assert who_is_asked(desk, turn, new_topic=False) == desk.view.client


def test_every_question_to_somebody_else_proposes_only_who_is_here_and_fits_c11(table: Table) -> None:
    """The whole kind: along all questions of the script."""
    desk = table.desk
    kinds = {sits(desk, name, kind): kind for name, kind in (("Fatima", "carer"), ("Sanne", "family"), ("Bo", None))}
    put = 0
    for turn in every_turn(desk):
        if turn.to_another:
            put += 1
            step = desk.script.find_step(turn.place.topic, turn.place.step)
            assert step is not None
            for person in turn.asked_first:
                work = kinds[person] in PROFESSIONAL_KINDS
                assert kinds[person] is None or step.addressee == "other" or work == (step.addressee == "professionals")
        else:
            assert turn.asked_first == ()
    assert put > 6


def every_turn(desk: DeskSession) -> list[Turn]:
    agree_on_plan(desk)
    turns = []
    for topic in desk.script.topics:
        try:
            turn: Turn | None = desk.go_topic(topic.id)
        except NotFound:
            continue
        while turn is not None and turn.place.topic == topic.id:
            turns.append(turn)
            turn = desk.forward()
    return turns


def test_a_question_that_is_put_to_another_voice_is_known_again_c13(table: Table) -> None:
    """Every question in words: in other words for somebody else it still says what the client is asked. So does every
    other way to ask it (F2): “Welke hulp vindt u de beste?” asked Sanne which one suits her."""
    desk = table.desk
    sanne = sits(desk, "Sanne", "family")
    asked: dict[Place, Turn] = {}
    for turn in every_turn(desk):
        if isinstance(turn.input, Words) and turn.answers is None:
            asked[turn.place] = turn
    changed = 0
    for place, own in asked.items():
        question = own.question
        desk.go(place)
        desk.speak_as(sanne)
        turn = desk.turn()
        if turn.question != question:
            changed += 1
            assert f"“{question}”" in turn.hint, place
            assert not set(own.differently) & set(turn.differently), place
            assert all(any(f"“{way}”" in told for told in turn.differently) for way in own.differently), place
        desk.speak_as(desk.view.client)
        assert desk.turn().question == question
    assert changed > 20


def test_nobody_becomes_important_by_sitting_at_the_table_c12(table: Table) -> None:
    desk = table.desk
    sits(desk, "Fatima", "carer")
    desk.go(Place("people", "people"))
    desk.answer(Spoken("Bep"))
    lines = {line.intro: [q.text for q in line.quotes] for part in desk.letter() for line in part.lines}
    important = next(names for intro, names in lines.items() if "Bep" in names)
    assert "Fatima" not in important
    assert lines["Wie er ook aan tafel zat:"] == ["Fatima"]
    fatima = next(person.id for person in desk.view.people if person.name == "Fatima")
    desk.go(Place("people", "people", f"{fatima}/for-what"))
    desk.answer(Spoken("Zij luistert altijd."))
    lines = {line.intro: [q.text for q in line.quotes] for part in desk.letter() for line in part.lines}
    assert any({"Bep", "Fatima"} <= set(names) for names in lines.values())


def test_whether_it_was_done_is_asked_of_what_has_begun_c2(table: Table) -> None:
    """Passed over in walking: what begins later, and what was agreed on in this same conversation."""
    desk = table.desk
    refs = []
    for words, begins in (("Vandaag.", "vandaag"), ("Morgen.", "morgen"), ("Zonder dag.", None)):
        desk.go(Place("agreements", "want", "anything"))
        refs.append(desk.answer(Spoken(words)).refs[0])
        if begins:
            desk.go(Place("agreements", "period", f"{refs[-1]}/from"))
            desk.answer(Spoken(begins))
    assert followed(desk) == {refs[0]}
    assert followed(table.next_sitting()) == {refs[0], refs[2]}


def followed(desk: DeskSession) -> set[str]:
    """The agreements that are asked about, walking on through the follow-up."""
    desk.go_topic("support-read-back")
    found = set()
    turn = desk.forward()
    while turn is not None and turn.place.topic in ("support-read-back", "follow-up"):
        if turn.place.topic == "follow-up" and turn.place.item:
            found.add(turn.place.item.split("/")[0])
        turn = desk.forward()
    return found


def test_beside_a_choice_it_is_said_why_the_parts_of_life_stand_there_c20(table: Table) -> None:
    desk = table.desk
    desk.go(Place("choices", "choice"))
    ref = desk.answer(Spoken("Blijf ik hier wonen?")).refs[0]
    board = desk.go(Place("choices", "chosen", ref)).board
    assert isinstance(board, Grid)
    reminder = next(group for group in board.beside if len(group.quotes) == 9)
    assert reminder.title == "Raakt deze keuze ook iets hiervan? Denk daar dan ook aan."


def test_why_is_not_asked_where_nothing_was_chosen_rows_v(table: Table) -> None:
    desk = table.desk
    desk.go(Place("choices", "choice"))
    ref = desk.answer(Spoken("Blijf ik hier wonen?")).refs[0]
    desk.go(Place("choices", "chosen", ref))
    turn = desk.forward()
    assert turn is not None and turn.place.step == "time-to-think"
    asked = desk.go(Place("choices", "chosen", ref)).input
    assert isinstance(asked, Pick)
    desk.answer(Picked((asked.options[0].id,)))
    turn = desk.forward()
    assert turn is not None and turn.place.step == "why"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("gp", "huisarts"), ("representative", "wettelijk vertegenwoordiger"),
        ("supporter", "cliëntondersteuner"),
    ],
)
def test_whom_one_looks_for_is_told_with_their_kind_also_beside_a_relation_rows_v_10(
    table: Table, kind: str, words: str
) -> None:
    desk = table.desk
    desk.go(Place("people", "people"))
    ref = desk.answer(Spoken("Kuiper")).refs[0]
    for item, reply in ((f"{ref}/kind", Picked((kind,))), (f"{ref}/relation", Spoken("een oude bekende"))):
        desk.go(Place("people", "people", item))
        desk.answer(reply)
    quotes = [q for part in desk.letter() for line in part.lines for q in line.quotes if q.text == "Kuiper"]
    assert quotes and all(words in q.note.lower() and "een oude bekende" in q.note for q in quotes)


def test_a_kind_is_told_where_no_relation_was_said_rows_v_10(table: Table) -> None:
    desk = table.desk
    for kind in ("partner", "family", "friend", "neighbour", "volunteer", "carer", "professional"):
        desk.go(Place("people", "people"))
        ref = desk.answer(Spoken(f"Naam{kind}")).refs[0]
        desk.go(Place("people", "people", f"{ref}/kind"))
        desk.answer(Picked((kind,)))
    notes = {q.text: q.note for part in desk.letter() for line in part.lines for q in line.quotes if "Naam" in q.text}
    assert len(notes) == 7 and all(notes.values())


def test_who_does_it_is_said_in_words_wherever_a_name_stands_behind_words_of_another_rows_v_8(table: Table) -> None:
    """Letter, cards and the question: behind no words stands a name that did not say them."""
    desk = table.desk
    desk.go(Place("people", "people"))
    riet = desk.answer(Spoken("Riet")).refs[0]
    desk.go(Place("agreements", "want", "anything"))
    ref = desk.answer(Spoken("Er belt iemand.")).refs[0]
    desk.go(Place("agreements", "who", ref))
    desk.answer(Picked((riet,)))
    turn = desk.go(Place("agreements", "who", f"{ref}/does/{riet}"))
    desk.answer(Spoken("Zij neemt altijd op."))
    turn = desk.go(Place("agreements", "small-steps", ref))
    assert isinstance(turn.board, Board)
    quotes = [q for part in desk.letter() for line in part.lines for q in line.quotes]
    quotes += [q for card in desk.cards() for _, row in card.rows for q in row]
    quotes += [q for group in turn.board.groups for q in group.quotes]
    told = [q for q in quotes if "Zij neemt altijd op." in q.text]
    assert told and all(q.text == "Riet doet: “Zij neemt altijd op.”" and q.by != "Riet" for q in told)


def test_what_was_done_or_agreed_before_is_told_as_before_b14(table: Table) -> None:
    """Whether an agreement was done, and consent: of an earlier day or conversation they are chosen no more."""
    desk = table.desk
    desk.go(Place("agreements", "want", "anything"))
    ref = desk.answer(Spoken("Elke dag een rondje.")).refs[0]
    done = Place("follow-up", "done", ref)
    desk.go(done)
    desk.answer(Picked(("yes",)))
    agree = next(Place(t.id, s.id, desk.view.client) for t in desk.script.topics for s in t.steps if s.kind == "agree")
    desk.go(agree)
    desk.answer(Picked(("agrees",)))
    assert [chosen(desk.go(place)) for place in (done, agree)] == [("yes",), ("agrees",)]
    table.clock.now = table.clock.now.replace(month=12)
    desk = table.next_sitting()
    for place in (done, agree):
        turn = desk.go(place)
        assert chosen(turn) == ()
        assert isinstance(turn.board, Board)
        assert any(group.title == "Vorige keer" for group in turn.board.groups), place


def test_a_consent_of_before_is_not_kept_as_one_of_now_b14(table: Table) -> None:
    desk = table.desk
    desk.go(Place("goals", "goal"))
    desk.answer(Spoken("Naar de bakker."))
    step = next(Place(t.id, s.id) for t in desk.script.topics for s in t.steps if s.kind == "agree")
    desk.go(Place(step.topic, step.step, desk.view.client))
    desk.answer(Picked(("agrees",)))
    desk = table.next_sitting()
    desk.go(Place(step.topic, step.step, "confirm"))
    desk.answer(Picked(("yes",)))
    assert [c.says for c in desk.view.agreed_editions[-1].consent] == ["not-asked"]


def chosen(turn: Turn) -> tuple[str, ...]:
    assert isinstance(turn.input, Pick)
    return turn.input.chosen


def test_nothing_beside_a_question_speaks_to_a_client_who_is_not_here_b1(table: Table) -> None:
    """Along all questions: “Iemand die weet wat u belangrijk vindt” was told to the daughter."""
    desk, language = table.desk, Language.of(NL)
    sanne = sits(desk, "Sanne", "family")
    desk.seat((sanne,))
    desk.speak_as(sanne)
    turns = every_turn(desk)
    options = (turn.input.options for turn in turns if isinstance(turn.input, Pick) and turn.place.step != "address")
    beside = [
        *(text for turn in turns for text in (turn.hint, turn.why)),
        *(option.hint for offered in options for option in offered),
    ]
    assert len(turns) > 100 and any(beside)
    assert [text for text in beside if list(language.addressing(text))] == []
