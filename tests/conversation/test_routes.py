"""Routes: named ways through the same questions (issue 9 §1; table.md A, B; design.md §3)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.count_questions import MOST_OF_FIRST_TALK
from tests.tools.evaluated import evaluated
from tests.tools.full import book_of
from tests.tools.half_a_year import half_a_year_later
from tests.tools.table import Table, agree_on_plan, lay_table, open_door
from tests.tools.window import door, lay_examples
from zlp_tui.conversation.ports.talk_places import TalkPlace, where_due_is_done
from zlp_tui.conversation.ports.turn import Pick, Picked, Reading, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import details
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

FIRST, WHOLE = "first", "whole"
ASKS_FOR_MORE = ("want", "choice", "goal")
"""Steps that begin something new, of which there may be more than one."""
FEW = 10
"""More than what an empty plan is asked in the sitting of the agreements."""
LOVES = Place("about-me", "likes", "like")


@pytest.fixture
def new(tmp_path: Path) -> Iterator[DeskSession]:
    """A new plan, as it comes on the table, of somebody of whom the name is known and nothing more."""
    front = open_door(tmp_path / "home")
    yield front.sit_down(front.new_plan("Bep Kuiper"))
    front.close()


def reply_to(turn: Turn) -> Spoken | Picked | None:
    """A real answer to a question; None where there is nothing to answer."""
    match turn.input:
        case Reading():
            return None
        case Pick(options=options):
            return Picked(tuple(option.id for option in options[-1:]))
        case Words(format="date"):
            return Spoken("over 2 weken")
        case _:
            return Spoken("Fatima" if turn.place.topic == "people" else f"Naar buiten ({turn.place.topic}).")


def walk(desk: DeskSession, most: int = 400) -> Iterator[Turn]:
    """The turns from here on to the end, each answered once it was looked at."""
    turn: Turn | None = desk.turn()
    for _ in range(most):
        if turn is None:
            return
        yield turn
        reply = reply_to(turn)
        if reply is not None:
            with suppress(Refused):
                desk.answer(reply)
        turn = desk.forward()
    raise AssertionError(f"it never ended: {desk.place}")


def test_a_first_talk_ends_with_one_agreement_within_25_questions(new: DeskSession) -> None:
    """The short path for who does not see yet what a plan brings (V15, V54, L89)."""
    turns = list(walk(new))
    asked = [turn for turn in turns if not isinstance(turn.input, Reading)]
    assert len({turn.place for turn in asked}) == len(asked) <= MOST_OF_FIRST_TALK
    assert max(turn.count for turn in asked) <= MOST_OF_FIRST_TALK
    assert [turn.number for turn in asked] == sorted(turn.number for turn in asked)
    agreement, = new.view.active_agreements()
    assert agreement.steps[0].when is not None and agreement.who
    new.reload()
    assert {"client-support", "complaints"} <= {notice.id for notice in new.view.notices}


def test_a_first_talk_with_others_at_the_table_asks_each_once_and_stays_within_25_questions_v100(
    new: DeskSession
) -> None:
    people = [new.join(name)[0].id for name in ("Sanne", "Karim", "Bo", "Els")]
    new.seat((new.view.client, *people))
    new.go(Place("about-me", "likes", "like"))
    turns = [turn for turn in walk(new) if not isinstance(turn.input, Reading)]
    assert [turn.answers for turn in turns if turn.place.topic == "important-to"] == [None, *people]
    assert [turn.answers for turn in turns if turn.place.topic == "important-for"] == [None]
    assert max(turn.count for turn in turns) <= MOST_OF_FIRST_TALK


def test_what_one_loves_is_asked_before_any_right_and_any_card(new: DeskSession) -> None:
    """table.md A: 35 screens before the first question about the person. A list of intake stops the talk (L89)."""
    before = []
    for turn in walk(new):
        if turn.place == LOVES:
            break
        before.append(turn.place.topic)
    assert len(before) <= 4 and not {"rights", "domains", "personal-details"} & set(before)


def test_an_agreement_takes_five_screens_at_most(new: DeskSession) -> None:
    assert sum(turn.place.topic == "agreements" for turn in walk(new)) <= 5


def test_what_was_answered_in_one_route_is_not_asked_in_another_and_can_be_gone_back_to(new: DeskSession) -> None:
    said = {turn.place for turn in walk(new) if reply_to(turn) not in (None, Picked(()))}
    new.take_route(WHOLE)
    asked = [turn.place for turn in walk(new)]
    assert {place.step for place in set(asked) & said} <= {*ASKS_FOR_MORE}
    assert Place("about-me", "likes", "dislike") in asked
    new.go(Place("about-me", "likes", "dislike"))
    back = new.back()
    assert back is not None and back.place == LOVES


def test_moving_from_one_route_to_another_keeps_the_place(tmp_path: Path) -> None:
    table = lay_table(tmp_path / "home")
    desk = table.desk
    desk.go(Place("deciding-together", "role"))
    desk.answer(Picked(("together",)))
    desk.take_route(FIRST)
    assert desk.take_route(WHOLE).place == Place("deciding-together", "role")
    desk.take_route(FIRST)
    desk.go(LOVES)
    desk.answer(Spoken("Muziek."))
    desk.leave()
    again = table.front.sit_down(table.plan)
    assert [line.id for line in again.routes if line.here] == [FIRST] and again.place == LOVES
    assert again.take_route(WHOLE).place == Place("deciding-together", "role")
    table.front.close()


def test_from_beside_a_route_one_takes_it_up_where_it_was_left(tmp_path: Path) -> None:
    """“Nu terugkijken” from another topic, while one looks back, showed that topic again."""
    table = half_a_year_later(tmp_path / "home")
    desk = table.desk
    desk.take_route("back")
    desk.forward()
    desk.answer(Spoken("Ik zie slechter."))
    left = desk.place
    desk.go_topic("people")
    assert desk.take_route("back").place == left
    desk.go_topic("domains-now")
    assert desk.take_route("back").place.topic == "domains-now", "that is on the route"
    table.front.close()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """A front door for many plans."""
    front = open_door(tmp_path_factory.mktemp("routes"))
    yield front
    front.close()


@settings(max_examples=12)
@given(moves=st.lists(st.sampled_from(["answer", "answer", "skip", FIRST, WHOLE]), min_size=5, max_size=25))
def test_no_question_that_has_its_answer_comes_again_by_walking(front: Front, moves: list[str]) -> None:
    desk, answered = front.sit_down(front.new_plan("Bep Kuiper")), set[Place]()
    for move in moves:
        if move in (FIRST, WHOLE):
            desk.take_route(move)
            continue
        reply = reply_to(desk.turn()) if move == "answer" else None
        if reply not in (None, Picked(())):
            desk.answer(reply)
            answered.add(desk.place)
        moved = desk.forward()
        assert moved is None or moved.place not in answered or moved.place.step in ASKS_FOR_MORE
    desk.leave()


def test_a_place_beside_the_route_leads_back_to_where_one_was(new: DeskSession) -> None:
    new.take_route(FIRST)
    new.forward()
    here = new.place
    new.go_topic("getting-there")
    for _ in range(10):
        turn = new.forward()
        if turn is None or turn.place.topic != "getting-there":
            break
    assert new.place == here


def test_a_topic_that_is_chosen_is_walked_whole(new: DeskSession) -> None:
    new.go_topic("about-me")
    steps = [new.place.step]
    while (turn := new.forward()) is not None and turn.place.topic == "about-me":
        steps.append(turn.place.step)
    assert steps == ["likes", "likes", "feelings", "feelings", "talents", "problems"]


def test_a_topic_that_is_chosen_again_after_an_answer_there_is_walked_whole(new: DeskSession) -> None:
    """Found by the law of what is new: it was taken for going on with the talk of before."""
    people = Place("people", "people")
    new.go(people)
    new.answer(Spoken("Sanne"))
    new.go_topic("goals")
    new.go(people)
    bep, = new.answer(Spoken("Bep")).refs
    after = new.forward()
    assert after is not None and after.place == Place("people", "people", f"{bep}/kind")


def test_rights_can_be_read_from_anywhere_and_one_returns(table: Table) -> None:
    table.desk.go(Place("working", "sides", "works"))
    assert isinstance(table.desk.begin(Role.RIGHTS).input, Reading)
    turn = table.desk.forward()
    assert turn is not None and turn.place == Place("working", "sides", "works")


def test_show_tells_the_route(new: DeskSession) -> None:
    assert as_json(new.view)["route"] is None
    new.go(LOVES)
    new.answer(Spoken("Mijn tuin."))
    assert as_json(new.view)["route"] == FIRST
    assert new.view.conversations[-1].route == FIRST


def test_a_route_that_the_script_does_not_have_is_refused(new: DeskSession) -> None:
    with pytest.raises(NotFound):
        new.take_route("nope")


def test_a_sitting_ends_with_her_own_words_and_thanks(new: DeskSession) -> None:
    """table.md M7: no word of thanks, no “this is what you said today”."""
    turns = list(walk(new))
    last = turns[-1]
    assert (last.kind, turns[0].kind) == ("sitting-end", "sitting-begin")
    assert isinstance(last.input, Reading)
    assert [quote.text for quote in last.input.quotes] == ["Naar buiten (about-me).", "Naar buiten (future)."]
    assert any("Dank" in text for text in last.input.paragraphs)
    assert any("Het hele plan" in text for text in last.input.paragraphs)


def test_nothing_heavy_and_nothing_private_is_read_back_on_parting(table: Table) -> None:
    desk = table.desk
    desk.go(Place("good-day-bad-day", "sides", "bad"))
    desk.answer(Spoken("Als niemand mij groet."))
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Iemand die mij vasthoudt.", domain="sexuality-and-intimacy"))
    desk.answer(Spoken("Mijn krant."))
    desk.go(Place("own-plan", "received", "own-plan-there"))
    desk.answer(Picked(("yes",)))
    desk.go(Place("own-plan", "words"))
    desk.answer(Spoken("Vorige week opgeschreven, dus niet vandaag verteld."))
    end = desk.go(Place("sitting", "end", "important"))
    assert isinstance(end.input, Reading)
    assert [quote.text for quote in end.input.quotes] == ["Mijn krant."]


def test_the_next_sitting_begins_with_what_she_said_the_last_time(table: Table) -> None:
    """table.md M8."""
    table.desk.go(LOVES)
    table.desk.answer(Spoken("Accordeonmuziek."))
    assert table.desk.welcome_back == "", "that was today"
    table.clock.now += timedelta(days=7)
    desk = table.next_sitting()
    assert desk.welcome_back == "7 dagen geleden zei mevrouw De Vries: “Accordeonmuziek.”"
    begin = desk.go(Place("sitting", "begin", "important"))
    assert isinstance(begin.input, Reading)
    assert begin.input.heading == "7 dagen geleden zei u:"
    assert [quote.text for quote in begin.input.quotes] == ["Accordeonmuziek."]
    assert any("30 minuten" in text for text in begin.input.paragraphs)
    desk.seat([desk.join("Sanne")[0].id])
    assert desk.welcome_back == "", "she is not here"


def test_the_pause_that_was_asked_for_is_proposed_at_a_new_topic(table: Table) -> None:
    """table.md M9: tired at 30 minutes is asked, said, kept, and never used."""
    desk = table.desk
    desk.go(Place("how-we-talk", "pause"))
    desk.answer(Picked(("after-30",)))
    desk.go(Place("good-day-bad-day", "must", "must-not"))
    desk.forward()
    assert desk.proposed_pause == ""
    table.clock.now += timedelta(minutes=31)
    desk.go(Place("two-minutes", "two-minutes"))
    assert desk.forward() is not None
    assert desk.proposed_pause == "U vroeg om pauze: “na een half uur”. Zullen we even stoppen?"
    desk.forward()
    assert desk.proposed_pause == ""


def test_two_weeks_after_the_plan_was_agreed_on_a_quick_look_is_offered_once(table: Table) -> None:
    """V68."""
    desk = table.desk
    desk.go(LOVES)
    desk.answer(Spoken("Accordeonmuziek."))
    for item in (desk.view.client, None):
        turn = desk.go_topic("agreed") if item else desk.forward()
        assert turn is not None
    desk.go_topic("agreed")
    desk.answer(Picked(("agrees",)))
    while (turn := desk.forward()) is not None and not (turn.place.item or "").endswith("confirm"):
        pass
    desk.answer(Picked(("yes",)))
    assert desk.view.agreed_editions and desk.offered_route is None
    table.clock.now += timedelta(days=15)
    desk = table.next_sitting()
    assert desk.offered_route is not None and desk.offered_route.id == "quick"
    desk.take_route("quick")
    asked = [turn.place.step for turn in walk(desk) if not isinstance(turn.input, Reading)]
    assert asked == ["goes-well", "different", "forgotten", "how"]
    desk = table.next_sitting()
    assert desk.offered_route is None
    assert "quick-look" not in [line.what for line in desk.history.due()]


def test_a_plan_that_is_not_finished_is_finished_before_it_is_looked_back_on(new: DeskSession) -> None:
    """Rows-v 3: no face leads to looking back, or to a quick look, while there is nothing to look at."""
    assert [line.id for line in new.routes] == ["first", "whole", "paper"]
    assert new.topic_for(Role.LOOK_BACK) is None
    new.go(Place("agreements", "want", "anything"))
    new.answer(Spoken("Elke dag lopen."))
    assert [line.id for line in new.routes] == ["first", "whole", "quick", "back", "paper"]
    assert new.topic_for(Role.LOOK_BACK) == "look-back"


def test_the_law_says_when_a_quick_look_is_offered(table: Table) -> None:
    """One reckoning: four weeks under the Wzd, and what is due leads to the conversation that is offered."""
    book_of(table).do(_agreed_under_the_wzd)
    desk = table.next_sitting()
    for days, offered in ((15, None), (14, "quick")):
        table.clock.now += timedelta(days=days)
        desk = table.next_sitting()
        assert (desk.offered_route.id if desk.offered_route else None) == offered
    (line,) = (line for line in desk.history.due() if line.what == "quick-look")
    assert where_due_is_done(desk, line) == TalkPlace(route="quick")


def _agreed_under_the_wzd(act: Act) -> None:
    details.fill(act, "personal-details", "law", "wlz")
    details.fill(act, "personal-details", "wlz-ground", "psychogeriatric")
    editions.agree(act, (act.by,), None)


def test_whoever_looks_back_in_a_first_talk_walks_all_of_looking_back(new: DeskSession) -> None:
    agree_on_plan(new)
    new.go_topic("look-back")
    assert [line.id for line in new.routes if line.here] == ["back"]


def test_a_conversation_that_was_cut_off_goes_on_along_its_route(tmp_path: Path) -> None:
    """Resuming after a kill: the desk was never left."""
    front = open_door(tmp_path / "home")
    plan = front.new_plan("Bep Kuiper")
    desk = front.sit_down(plan)
    desk.go(LOVES)
    desk.answer(Spoken("Mijn tuin."))
    there = desk.forward()
    again = front.sit_down(plan)
    assert there is not None and again.place == there.place
    assert [line.id for line in again.routes if line.here] == [FIRST]
    front.close()


def test_a_sitting_counts_what_is_asked_in_it_and_not_what_was_answered_on_another_day(table: Table) -> None:
    table.desk.take_route(FIRST)
    table.desk.go(LOVES)
    table.desk.answer(Spoken("Muziek."))
    desk = table.next_sitting()
    desk.take_route(WHOLE)
    turns = iter(desk.forward, None)
    asked = [turn.count for turn in turns if turn.sitting == "Wie ben ik?" and not isinstance(turn.input, Reading)]
    assert asked == [len(asked)] * len(asked) != []


def test_what_is_looked_back_on_is_not_counted_along_the_whole_plan(table: Table) -> None:
    """“Vraag 98 van 100” stood in the last half hour of a plan that was looked back on."""
    agree_on_plan(table.desk)
    turn = table.next_sitting().take_route(WHOLE)
    assert turn.count < FEW


@pytest.mark.parametrize("route", ["back", "quick"])
def test_after_a_look_back_was_closed_the_next_one_begins_at_its_beginning_c1(tmp_path: Path, route: str) -> None:
    """Half a year later it went on at the end of the one before: “Zo gaat het nu. Klopt dat?”."""
    lay_examples(tmp_path)
    front = door(tmp_path)
    desk = front.sit_down(front.find("Annie de Vries"))
    assert desk.view.open_evaluation is None and desk.view.evaluations
    found = desk.script.find_route(route)
    assert found is not None
    assert desk.take_route(route).place.topic == desk.script.legs(found)[0].topic.id
    front.close()


def test_what_is_typed_over_from_the_booklet_says_that_it_was_written_down(new: DeskSession) -> None:
    """Along the route of paper every word is marked as written (L51); a page left empty leaves no trace."""
    new.take_route("paper")
    for turn in walk(new):
        assert turn.place.topic not in ("agreed", "follow-up")
    written = new.view.live_statements
    assert len({said.topic for said in written}) > 5
    assert {said.source for said in written} == {"paper"}


def test_a_booklet_about_how_it_went_is_typed_over_along_its_own_route(tmp_path: Path) -> None:
    """Of a plan that was agreed on the booklet asks how it went, and so does the route of paper."""
    evaluated(tmp_path)
    front = door(tmp_path)
    desk = front.sit_down(front.find("Annie de Vries"))
    assert [line.id for line in desk.routes][-1] == "paper-again"
    desk.take_route("paper")
    asked = {turn.place.topic for turn in walk(desk)}
    assert "still-important" in asked and "appreciation" not in asked
    front.close()
