"""One choice, from its question to why: how long it is, who decides, and what is asked on request (V75-V83, M30)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.turn import Grid, Pick, Picked, Reading, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.view import Choice, Place

QUESTION = "Ga ik mee met de groep?"


def the_choice(desk: DeskSession) -> Choice:
    return desk.view.choices[0]


def decides(desk: DeskSession, role: str, *names: str) -> None:
    """How the client likes to decide, as it is said before any choice."""
    desk.go(Place("deciding-together", "role"))
    desk.answer(Picked((role,)))
    if names:
        desk.go(Place("deciding-together", "role", "decider"))
        desk.answer(Picked(tuple(person.id for person in desk.view.people if person.name in names)))


def ask(desk: DeskSession, *options: str) -> str:
    """A choice and its options; its id. One is then at the options."""
    desk.go(Place("choices", "choice"))
    choice = desk.answer(Spoken(QUESTION)).refs[0]
    desk.go(Place("choices", "options", choice))
    for option in options:
        desk.answer(Spoken(option))
    return choice


def answered(desk: DeskSession, turn: Turn) -> None:
    """One answer to whatever is asked."""
    match turn.input:
        case Pick(options=options):
            desk.answer(Picked((options[0].id,)))
        case Words(format="date"):
            desk.answer(Spoken("over 3 maanden"))
        case Words():
            desk.answer(Spoken("Dat is fijn."))
        case _:
            raise AssertionError(turn.place)


def test_a_choice_of_three_options_takes_twelve_screens_v79_rows_v_6(table: Table) -> None:
    """Doing nothing is one of the three. It was 24, and 29 with one option more."""
    desk = table.desk
    decides(desk, "self")
    turn: Turn | None = desk.go_topic("choices")
    screens: list[tuple[str, int, int]] = []
    while turn is not None and turn.place.topic == "choices" and len(screens) < 40:
        screens.append((turn.place.step, turn.number, turn.count))
        answered(desk, turn)
        if turn.place.step == "options":
            desk.answer(Spoken("Met de groep mee."))
        turn = desk.forward()
    weighed = ["weigh"] * 6
    assert [step for step, *_ in screens] == ["choice", "options", *weighed, "questions", "chosen", "why", "revisit"]
    assert [number for _, number, _ in screens] == list(range(1, 13))
    assert screens[-1][2] == 12


def test_hers_are_weighed_first_then_those_of_others_and_nothing_changing_last(table: Table) -> None:
    desk = table.desk
    sanne = desk.join("Sanne")[0].id
    ask(desk)
    speaks(desk, sanne)
    desk.answer(Spoken("Met een app."))
    speaks(desk, desk.view.client)
    desk.answer(Spoken("Met de groep."))
    headings = []
    while (turn := desk.forward()) is not None and turn.place.step == "weigh":
        headings.append(turn.heading)
    assert headings[::2] == ["Met de groep.", "Met een app.", "Alles blijft zoals het is"]
    back = desk.back()
    assert back is not None and isinstance(back.board, Grid)
    assert back.board.columns == ("Met de groep.", "Met een app.", "Alles blijft zoals het is")


def test_enough_weighed_goes_on_to_the_question_after_it(table: Table) -> None:
    desk = table.desk
    choice = ask(desk, "Met de groep.", "Met een app.")
    turn = desk.forward()
    assert turn is not None and turn.weighs
    assert desk.enough().place == Place("choices", "questions", choice)
    assert (following := desk.forward()) is not None and following.place.step == "chosen"
    with pytest.raises(NotFound):
        desk.enough()


def test_enough_weighed_holds_in_the_next_sitting_until_something_is_weighed_again(table: Table) -> None:
    desk = table.desk
    choice = ask(desk, "Met de groep.")
    assert desk.forward() is not None
    desk.enough()
    table.clock.now += timedelta(days=1)
    desk = table.next_sitting()
    options = Place("choices", "options", choice)
    desk.go(options)
    passed = desk.forward()
    assert passed is not None and passed.place.step == "questions", "it is not asked again"
    weigh = Place("choices", "weigh", f"{choice}/{desk.view.choices[0].options[-1].id}/for")
    assert desk.go(weigh).weighs, "one can go to it"
    desk.answer(Spoken("Ik ben onder de mensen."))
    on = desk.forward()
    assert on is not None and on.place.step == "weigh", "and then goes on with it"
    desk.enough()
    desk.go(options)
    desk.answer(Spoken("Met een app."))
    on = desk.forward()
    assert on is not None and on.place.step == "weigh", "a new way to go is weighed"


def test_enough_weighed_can_be_undone(table: Table) -> None:
    desk = table.desk
    choice = ask(desk, "Met de groep.")
    weighed = desk.forward()
    desk.enough()
    assert desk.undo() == "Genoeg afgewogen"
    desk.go(Place("choices", "options", choice))
    on = desk.forward()
    assert weighed is not None and on is not None and on.place == weighed.place


def test_without_a_choice_no_why_and_no_day_to_look_again_but_time_to_think(table: Table) -> None:
    desk = table.desk
    choice = ask(desk, "Met de groep.")
    desk.go(Place("choices", "chosen", choice))
    assert (turn := desk.forward()) is not None and turn.place.step == "time-to-think"
    following = desk.forward()
    assert following is None or following.place.topic != "choices"


def test_now_or_later_is_said_after_a_reason_by_who_gave_it(table: Table) -> None:
    desk = table.desk
    sanne = desk.join("Sanne")[0].id
    ask(desk, "Met de groep.")
    desk.forward()
    assert desk.turn().last_reason is None
    reason = desk.answer(Spoken("Gezellig.")).refs[0]
    assert desk.turn().last_reason == reason
    grid = desk.turn().board
    assert isinstance(grid, Grid) and grid.cells[0][0][0].note == ""  # nobody said so, so it is neither
    desk.say_term(reason, "long")
    grid = desk.turn().board
    assert isinstance(grid, Grid) and grid.cells[0][0][0].note == "later"
    speaks(desk, sanne)
    assert desk.turn().last_reason is None
    with pytest.raises(Refused):
        desk.say_term(reason, "short")


def test_where_an_idea_comes_from_is_asked_on_request_and_told_with_names_b2(table: Table) -> None:
    desk = table.desk
    sanne = desk.join("Sanne")[0].id
    ask(desk, "Met de groep.")
    here = desk.forward()
    assert here is not None and here.place.step == "weigh" and here.more
    asked = desk.say_more()
    assert asked.place.step == "found" and here.place.item == f"{asked.place.item}/for"
    desk.answer(Spoken("Van Loes."))
    speaks(desk, sanne)
    assert isinstance(turn := desk.turn().input, Words) and turn.value is None  # hers are not Sanne's to change
    desk.answer(Spoken("Uit de krant."))
    assert (back := desk.forward()) is not None and back.place == here.place
    option = next(option for option in the_choice(desk).options if option.title == "Met de groep.")
    assert [(s.voice and s.voice.name, s.text) for s in option.sources] == [
        ("Annie de Vries", "Van Loes."), ("Sanne", "Uit de krant."),
    ]
    told = {quote.text: quote.by for part in desk.letter() for line in part.lines for quote in line.quotes}
    assert told["Uit de krant."] == "Sanne" and told["Van Loes."] not in ("", "Sanne")


def test_more_at_a_choice_opens_what_more_there_is_and_comes_back_f11(table: Table) -> None:
    """Not the first question of the choice that is open, which comes by itself."""
    desk = table.desk
    choice = ask(desk, "Met de groep.", "Alleen.")
    desk.forward()
    here = desk.forward()
    assert here is not None and here.place.step == "weigh"
    option = "/".join((here.place.item or "").split("/")[:2])
    assert desk.say_more().place == Place("choices", "found", option), "of the option that is weighed"
    desk.answer(Spoken("Van Loes."))
    assert (back := desk.forward()) is not None and back.place == here.place
    asked: list[str] = []
    turn: Turn | None = desk.say_more()
    while turn is not None and turn.place != here.place:
        asked.append(turn.place.step)
        turn = desk.forward()
    assert asked[-1] == "means" and "weigh" not in asked and turn is not None
    assert (following := desk.forward()) is not None and following.place.step == "weigh", "then one goes on"
    desk.go(Place("choices", "options", choice))
    assert desk.say_more().place.step in ("found", "means") and (went := desk.back()) is not None
    assert went.place == Place("choices", "options", choice)


def test_everybody_gives_a_reason_and_the_letter_tells_each_b2(table: Table) -> None:
    desk = table.desk
    sanne = desk.join("Sanne")[0].id
    choice = ask(desk, "Met de groep.")
    desk.go(Place("choices", "chosen", choice))
    desk.answer(Picked((the_choice(desk).options[1].id,)))
    desk.go(Place("choices", "why", choice))
    desk.answer(Spoken("Dan kom ik nog eens ergens."))
    speaks(desk, sanne)
    desk.answer(Spoken("Dan is zij niet alleen."))
    quotes = [quote for part in desk.letter() for line in part.lines for quote in line.quotes]
    told = {quote.text: quote.by for quote in quotes}
    assert told["Dan is zij niet alleen."] == "Sanne"
    assert told["Dan kom ik nog eens ergens."] not in ("", "Sanne")


def test_what_was_said_of_deciding_holds_for_a_choice_until_it_is_said_otherwise_rows_v_5(table: Table) -> None:
    desk = table.desk
    desk.join("Sanne")
    decides(desk, "together", "Sanne")
    choice = ask(desk)
    told = [quote.text for group in desk.turn().board.groups for quote in group.quotes]  # type: ignore[union-attr]
    assert "U zei eerder: We beslissen samen: Sanne" in told
    assert the_choice(desk).role is None  # nobody said it of this choice
    assert "Sanne" in desk.who_decides(choice)
    assert desk.turn().more
    asked = desk.say_more()
    assert asked.place.step == "role" and isinstance(asked.input, Pick) and asked.input.chosen == ()
    desk.answer(Picked(("self",)))
    assert (back := desk.forward()) is not None and back.place == Place("choices", "options", choice)
    assert the_choice(desk).role == "self" and "Sanne" not in desk.who_decides(choice)


def test_who_decides_for_the_client_chooses_and_is_told_what_to_know_rows_v_5(table: Table) -> None:
    desk = table.desk
    sanne = desk.join("Sanne")[0].id
    desk.seat([desk.view.client, sanne])
    decides(desk, "other", "Sanne")
    choice = ask(desk, "Met de groep.")
    assert (turn := desk.forward()) is not None and turn.place.step == "must-know"  # nothing is weighed by her
    assert turn.question == "Sanne beslist hierover. Wat moet Sanne daarvoor weten?"
    desk.answer(Spoken("Ik wil niet door de regen."))
    assert (turn := desk.forward()) is not None and turn.place.step == "chosen"
    assert turn.answers == sanne and "kies jij voor" in turn.question
    desk.answer(Picked((the_choice(desk).options[1].id,)))
    assert (turn := desk.forward()) is not None and turn.place.step == "why" and turn.answers == sanne
    desk.answer(Spoken("Zij bloeit daar op."))
    (reason,) = the_choice(desk).reasons
    assert reason.voice is not None and reason.voice.id == sanne
    assert choice == the_choice(desk).id


def test_who_decides_and_is_not_here_is_said_so_and_passed_over_rows_v_5(table: Table) -> None:
    desk = table.desk
    desk.join("Sanne")
    decides(desk, "other", "Sanne")
    choice = ask(desk, "Met de groep.")
    desk.seat([desk.view.client])
    turn = desk.forward()
    assert turn is not None and turn.place.step == "must-know"
    told = [quote.text for group in turn.board.groups for quote in group.quotes]  # type: ignore[union-attr]
    assert "Sanne is nu niet hier. De vraag komt een andere keer." in told
    following = desk.forward()
    assert following is None or following.place.step != "chosen"
    turn = desk.go(Place("choices", "chosen", choice))
    assert isinstance(turn.input, Reading) and "nu niet hier" in turn.input.paragraphs[0]
    with pytest.raises(Refused):
        desk.answer(Picked((the_choice(desk).options[1].id,)))


def test_a_good_day_stands_beside_the_options_when_one_chooses_m30(table: Table) -> None:
    desk = table.desk
    desk.go(Place("good-day-bad-day", "sides", "good"))
    desk.answer(Spoken("Koffie op het balkon."))
    desk.go(Place("good-day-bad-day", "sides", "bad"))
    desk.answer(Spoken("Niemand belt."))
    choice = ask(desk, "Met de groep.")
    grid = desk.go(Place("choices", "chosen", choice)).board
    assert isinstance(grid, Grid) and grid.columns[0] == "Met de groep."
    beside = [quote.text for group in grid.beside for quote in group.quotes]
    assert "Koffie op het balkon." in beside and "Niemand belt." not in beside


def test_a_question_is_answered_and_ticked_off_with_who_told_it_v79(table: Table) -> None:
    desk = table.desk
    choice = ask(desk)
    desk.go(Place("choices", "questions", choice))
    question = desk.answer(Spoken("Wat kost het?")).refs[0]
    sanne = desk.join("Sanne")[0].id
    desk.follow_up.write_as(sanne)
    desk.follow_up.answer_question(question, "Vijf euro per keer.")
    desk.follow_up.heard_from(question, "de folder")
    lines = [line for part in desk.letter() for line in part.lines]
    waiting = [quote.text for line in lines if line.intro == "Wat we nog willen weten:" for quote in line.quotes]
    found = [quote for line in lines if line.intro == "Wat we nu weten:" for quote in line.quotes]
    assert "Wat kost het?" not in waiting
    assert [quote.text for quote in found] == ["Wat kost het?", "Vijf euro per keer."]
    assert (found[1].by, found[1].note) == ("Sanne", "van: “de folder”")
    assert desk.undo() is not None and the_choice(desk).open_questions[0].by is None
