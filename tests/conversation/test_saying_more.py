"""Goals and agreements: few questions, the rest on request, and what was said before offered (issue 9 §2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.table import Table, card_of
from zlp_tui.conversation.asking.detours import is_about
from zlp_tui.conversation.ports.turn import Board, Group, Ordered, Pick, Picked, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place
from zlp_tui.script.when import moments_in

WANT = Place("agreements", "want", "anything")
GOAL = Place("goals", "goal")
MOST = {"agreement": 5, "goal": 4}
"""Questions that one of them takes, the one at which it is said among them."""


def say(desk: DeskSession, place: Place, words: str, domain: str | None = None) -> str:
    """Say something at a place; its id."""
    desk.go(place)
    return desk.answer(Spoken(words, domain)).refs[0]


def about(desk: DeskSession, thing: str) -> Iterator[Turn]:
    """The questions that come next about a thing."""
    while (turn := desk.forward()) is not None and is_about(turn.place, thing):
        yield turn


def offered(desk: DeskSession) -> Group:
    """What is offered as the answer."""
    board = desk.turn().board
    assert isinstance(board, Board)
    return next(group for group in board.groups if group.offered)


@pytest.fixture
def lived(table: Table) -> DeskSession:
    """A plan in which much was said before: a part of life, a goal, wishes, people."""
    desk = table.desk
    say(desk, Place("people", "people"), "Sanne")
    card_of(desk, "housing")
    desk.answer(Picked(("now",)))
    say(desk, Place("future", "change"), "Ik wil weer naar de markt.")
    say(desk, Place("important-to", "important-to"), "Mijn eigen keuken.", "housing")
    say(desk, GOAL, "Zelf koken.")
    return desk


def test_an_agreement_takes_five_questions_at_most_by_the_count_of_the_talk(lived: DeskSession) -> None:
    lived.go(WANT)
    before = lived.turn().count
    thing = lived.answer(Spoken("Elke dinsdag naar de markt.")).refs[0]
    assert lived.turn().count - before + 1 <= MOST["agreement"]
    asked = [(turn.place.step, turn.place.item) for turn in about(lived, thing)]
    assert asked == [
        ("who", thing), ("small-steps", f"{thing}/often"), ("period", f"{thing}/evaluate-on"),
    ]


@pytest.mark.parametrize("old", [0, 3])
def test_a_goal_takes_four_questions_at_most_by_the_count_of_the_talk(table: Table, old: int) -> None:
    desk = table.desk
    for number in range(old):
        say(desk, GOAL, f"Doel {number}.")
    desk.go(GOAL)
    before = desk.turn().count
    desk.answer(Spoken("Naar de markt."))
    assert desk.turn().count - before + 1 <= MOST["goal"]


def test_more_asks_the_rest_of_what_was_just_said_and_then_one_goes_on(lived: DeskSession) -> None:
    lived.go(WANT)
    following = lived.forward()
    thing = say(lived, WANT, "Elke dinsdag naar de markt.")
    assert lived.turn().more
    asked = [lived.say_more(), *about(lived, thing)]
    assert [(turn.place.step, (turn.place.item or "").partition("/")[2]) for turn in asked] == [
        ("goal", ""), ("who", ""), ("small-steps", "often"), ("small-steps", ""), ("period", "from"),
        ("period", "until"), ("period", "evaluate-on"), ("domain", ""), ("follows", ""),
    ]
    assert following is not None and lived.place == following.place
    assert asked[-1].number == asked[0].number + 8, "counted with the others"


def test_more_at_the_last_question_asks_what_was_passed_over(lived: DeskSession) -> None:
    thing = say(lived, WANT, "Elke dinsdag naar de markt.")
    lived.forward()
    lived.answer(Picked((lived.view.client,)))
    lived.forward()
    lived.answer(Spoken("dinsdag in de middag"))
    last = lived.forward()
    assert last is not None and last.place.step == "period" and last.more
    assert lived.say_more().place == Place("agreements", "goal", thing)
    does = lived.forward()
    assert does is not None and does.place == Place("agreements", "who", f"{thing}/does/{lived.view.client}")
    back = lived.back()
    assert back is not None and back.place.step == "who", "one can go back from it"
    lived.forward()
    steps = [turn.place.step for turn in about(lived, thing)]
    assert steps == ["small-steps", "period", "period", "period", "domain", "follows"]
    assert not lived.turn().more


def test_without_a_wish_for_more_nothing_on_request_comes_by_and_going_there_is_fine(lived: DeskSession) -> None:
    thing = say(lived, WANT, "Elke dinsdag naar de markt.")
    place = Place("agreements", "goal", thing)
    assert lived.go(place).place == place
    after = lived.forward()
    assert after is not None and after.place.step != "follows"


def test_more_where_anything_is_agreed_opens_the_parts_of_life_that_were_passed_over(lived: DeskSession) -> None:
    """F11: nobody said that something may change there; whoever wishes is asked all the same, and comes back."""
    housing = Place("agreements", "want", "housing")
    lived.go(WANT)
    assert lived.say_more().place == housing
    lived.answer(Spoken("Elke dag een raam open."))
    asked = [turn.place for turn in (lived.forward() for _ in range(4)) if turn is not None]
    assert [place.step for place in asked] == ["who", "small-steps", "period", "want"] and asked[-1] == WANT


def test_more_where_anything_is_agreed_is_first_about_what_is_new(lived: DeskSession) -> None:
    """F11 once more opens what was passed over."""
    thing = say(lived, WANT, "Elke dinsdag naar de markt.")
    assert lived.say_more().place.item == thing
    assert lived.go(WANT).more and lived.say_more().place == Place("agreements", "want", "housing")


def test_where_there_is_nothing_more_to_ask_it_is_refused(table: Table) -> None:
    table.desk.go(Place("working", "sides", "works"))
    assert not table.desk.turn().more
    with pytest.raises(NotFound):
        table.desk.say_more()


def test_who_does_it_is_one_list_oneself_first_then_own_people_then_care(table: Table) -> None:
    """V66, L87."""
    desk = table.desk
    for name, kind in (("Karim", "carer"), ("Sanne", "family")):
        person = say(desk, Place("people", "people"), name)
        desk.go(Place("people", "people", f"{person}/kind"))
        desk.answer(Picked((kind,)))
    thing = say(desk, WANT, "Elke dinsdag naar de markt.")
    turn = desk.go(Place("agreements", "who", thing))
    assert isinstance(turn.input, Pick) and turn.input.can_add
    assert [option.title for option in turn.input.options] == ["mevrouw De Vries", "Sanne", "Karim"]
    desk.answer(Picked((desk.view.client,), added="Riet"))
    assert [desk.view.anyone(task.person).name for task in desk.view.agreements[0].who] == ["Annie de Vries", "Riet"]


def test_when_is_kept_with_its_days_and_told_once(lived: DeskSession) -> None:
    thing = say(lived, WANT, "Naar de markt.")
    lived.go(Place("agreements", "small-steps", f"{thing}/often"))
    lived.answer(Spoken("dinsdag en vrijdag in de middag"))
    (agreed,) = lived.view.active_agreements()
    (step,) = agreed.steps
    assert step.what == agreed.want and step.when is not None
    assert (step.when.weekdays, step.when.part_of_day) == ((2, 5), "afternoon")
    quotes = [quote for part in lived.letter() for line in part.lines for quote in line.quotes]
    assert [quote.text for quote in quotes if quote.text in (step.what, step.when.words)] == [
        "Naar de markt.", "dinsdag en vrijdag in de middag",
    ]
    (card,) = lived.cards()
    assert dict(card.rows)["Wat gaan we doen?"] == ()
    lived.answer(Spoken("alleen op dinsdag"))
    assert len(lived.view.active_agreements()[0].steps) == 1, "said anew"


def test_what_was_said_is_offered_where_it_belongs_and_not_what_one_does_not_want(lived: DeskSession) -> None:
    say(lived, Place("good-day-bad-day", "sides", "bad"), "Als niemand komt.")
    say(lived, Place("important-to", "important-to"), "Iemand die mij vasthoudt.", "sexuality-and-intimacy")
    lived.go(Place("agreements", "want", "housing"))
    assert [(quote.text, quote.note) for quote in offered(lived).quotes] == [
        ("Zelf koken.", "een doel"), ("Mijn eigen keuken.", "Wonen"), ("Ik wil weer naar de markt.", ""),
    ]


def test_what_is_taken_leads_back_to_its_words_and_is_not_asked_again(lived: DeskSession) -> None:
    lived.go(WANT)
    kitchen = next(quote for quote in offered(lived).quotes if quote.text == "Mijn eigen keuken.")
    thing = lived.answer(Spoken("Mijn eigen keuken houd ik zelf schoon.", taken=kitchen.ref)).refs[0]
    (agreed,) = lived.view.active_agreements()
    assert (agreed.follows_from, agreed.domain) == ((kitchen.ref,), "housing")
    assert kitchen.ref not in {quote.ref for quote in offered(lived).quotes}, "something was made of it"
    asked = [lived.say_more(), *about(lived, thing)]
    assert {"domain", "follows"}.isdisjoint(turn.place.step for turn in asked)


def test_what_was_chosen_is_offered_and_leads_back_to_the_choice(lived: DeskSession) -> None:
    choice = say(lived, Place("choices", "choice"), "Hoe beweeg ik meer?")
    option = say(lived, Place("choices", "options", choice), "Met een groep wandelen.")
    lived.go(Place("choices", "chosen", choice))
    lived.answer(Picked((option,)))
    lived.go(WANT)
    (walking,) = (quote for quote in offered(lived).quotes if quote.text == "Met een groep wandelen.")
    lived.answer(Spoken(walking.text, taken=walking.ref))
    assert lived.view.active_agreements()[0].follows_from == (choice,)


def test_an_agreement_made_of_a_goal_serves_it(lived: DeskSession) -> None:
    goal = lived.view.goals[0]
    lived.go(WANT)
    lived.answer(Spoken("Elke week kookt Sanne mee.", taken=goal.id))
    assert lived.view.active_agreements()[0].goal == goal.id


def test_an_agreement_made_of_the_words_of_one_goal_serves_that(lived: DeskSession) -> None:
    lived.go(GOAL)
    wish = next(quote for quote in offered(lived).quotes if "markt" in quote.text)
    goal = lived.answer(Spoken(wish.text, taken=wish.ref)).refs[0]
    assert lived.view.goals[-1].follows_from == (wish.ref,)
    lived.go(WANT)
    assert goal in {quote.ref for quote in offered(lived).quotes}
    lived.answer(Spoken("Elke dinsdag.", taken=goal))
    assert lived.view.active_agreements()[0].goal == goal


def test_what_is_not_offered_is_not_followed(lived: DeskSession) -> None:
    lived.go(WANT)
    lived.answer(Spoken("Elke dinsdag.", taken="nothing"))
    assert lived.view.active_agreements()[0].follows_from == ()


def test_more_where_goals_are_said_is_about_all_that_are_new_or_else_about_all(table: Table) -> None:
    desk = table.desk
    first, second = (say(desk, GOAL, words) for words in ("Lopen.", "Slapen."))
    asked = [desk.say_more(), *about_goals(desk)]
    assert [turn.place.item for turn in asked if turn.place.step == "kind"] == [first, second]
    desk = table.next_sitting()
    desk.go(GOAL)
    assert desk.turn().more and desk.say_more().place == Place("goals", "kind", first)


@pytest.fixture
def plenty(table: Table) -> DeskSession:
    """Three goals."""
    for words in ("Lopen.", "Slapen.", "Zingen."):
        say(table.desk, GOAL, words)
    return table.desk


def test_it_is_said_gently_before_there_are_too_many_goals_v126(plenty: DeskSession) -> None:
    assert "kan ook wachten" in plenty.go(GOAL).gentle
    plenty.undo()
    assert plenty.go(GOAL).gentle == ""


def test_a_goal_can_wait_and_is_told_as_waiting_v126(plenty: DeskSession) -> None:
    fourth = say(plenty, GOAL, "Zwemmen.")
    turn = plenty.forward()
    assert turn is not None and turn.place == Place("goals", "now-or-later", fourth)
    plenty.answer(Picked(("later",)))
    assert [goal.text for goal in plenty.view.active_goals()] == ["Lopen.", "Slapen.", "Zingen."]
    shown = as_json(plenty.view)["goals"]
    assert isinstance(shown, list) and [goal["status"] for goal in shown] == ["active"] * 3 + ["waits"]
    assert shown[-1]["ended_on"] is None
    lines = [line for part in plenty.letter() for line in part.lines]
    (waiting,) = (line for line in lines if line.intro == "Wat kan wachten:")
    assert [quote.text for quote in waiting.quotes] == ["Zwemmen."]
    order = plenty.forward()
    assert order is not None and order.place.step == "priority"
    plenty.answer(Ordered(tuple(goal.id for goal in plenty.view.active_goals())))
    plenty.go(Place("goals", "now-or-later", fourth))
    plenty.answer(Picked(("now",)))
    assert [goal.status for goal in plenty.view.goals] == ["active"] * 4
    plenty.go(GOAL)
    assert all(turn.place.step != "now-or-later" for turn in about_goals(plenty)), "asked once"


def about_goals(desk: DeskSession) -> Iterator[Turn]:
    """The rest of the topic."""
    while (turn := desk.forward()) is not None and turn.place.topic == "goals":
        yield turn


def test_of_three_goals_none_is_asked_to_wait(plenty: DeskSession) -> None:
    plenty.go(GOAL)
    assert [turn.place.step for turn in about_goals(plenty)] == ["priority"]


def test_days_and_parts_of_the_day_can_be_taken_and_are_understood(lived: DeskSession) -> None:
    thing = say(lived, WANT, "Naar de markt.")
    lived.go(Place("agreements", "small-steps", f"{thing}/often"))
    words = {quote.text: moments_in(quote.text, lived.script) for quote in offered(lived).quotes}
    assert [text for text, (days, parts, _) in words.items() if not days and not parts] == ["één keer in de week"]
    assert words["elke dag"] == ((1, 2, 3, 4, 5, 6, 7), (), None) and words["zondag"] == ((7,), (), None)
    lived.answer(Spoken("dinsdag in de middag", taken=offered(lived).quotes[6].ref))
    when = lived.view.active_agreements()[0].steps[0].when
    assert when is not None and (when.weekdays, when.part_of_day) == ((2,), "afternoon")


def test_more_of_a_topic_comes_on_the_way_on_and_passes_over_nothing(lived: DeskSession) -> None:
    lived.take_route("whole")
    lived.go(Place("ordinary-day", "day", "night"))
    good = lived.forward()
    assert good is not None and good.place == Place("good-day-bad-day", "sides", "good") and good.more
    assert lived.say_more().place == good.place, "one goes on from here"
    assert [lived.forward() and lived.place.item for _ in range(3)] == ["bad", "must-have", "must-not"]


def test_what_a_thing_follows_from_begins_with_its_part_of_life_and_the_words_of_the_client(table: Table) -> None:
    desk = table.desk
    card_of(desk, "housing")
    desk.answer(Picked(("now",)))
    for number in range(3):
        say(desk, Place("important-to", "important-to"), f"Iets {number}.")
    say(desk, Place("important-to", "important-to"), "Mijn eigen keuken.", "housing")
    agreed = say(desk, Place("agreements", "want", "housing"), "Ik kook zelf.")
    asked = desk.go(Place("agreements", "follows", agreed)).input
    assert isinstance(asked, Pick) and asked.likeliest_first
    assert [option.title for option in asked.options] == ["Mijn eigen keuken.", "Iets 0.", "Iets 1.", "Iets 2."]
