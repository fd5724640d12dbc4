"""An evaluation fits in one sitting (issue 9 §6; table.md D: 59 screens for two goals and three agreements)."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tools.half_a_year import AGREEMENTS, LOOKING_BACK, MOST_SCREENS, half_a_year_later, reply_to
from tests.tools.prepared import dutch, front_on
from tests.tools.table import Table, Ticking, speaks
from tests.tools.typist import Typed
from tests.tools.window import Later, opening
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Board, Pick, Picked, Reading, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.question_page import question_page
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.view import DOMAINS, Place


@pytest.fixture
def half_a_year_on(tmp_path: Path) -> Table:
    """The plan on the table, half a year after it was agreed on."""
    return half_a_year_later(tmp_path / "home")


def board_titles(turn: Turn) -> list[str]:
    """The headings beside a question."""
    assert isinstance(turn.board, Board)
    return [group.title for group in turn.board.groups]


def walked(desk: Desk, first: Turn | None = None) -> list[Turn]:
    """The look back from its first page to the last, each question answered."""
    turn: Turn | None = first or desk.take_route("back")
    turns: list[Turn] = []
    while turn is not None:
        assert turn.place not in [seen.place for seen in turns]
        turns.append(turn)
        reply = reply_to(turn)
        if reply is not None:
            desk.answer(reply)
        turn = desk.forward()
    return turns


def test_an_evaluation_of_two_goals_and_three_agreements_is_at_most_30_screens(half_a_year_on: Table) -> None:
    """Pages that are only read are screens too, and what is still open is no screen more (issue 10, 5; L56, M11)."""
    desk = half_a_year_on.desk
    speaks(desk, desk.view.client)
    desk.follow_up.leave("remark", "De radio staat te hard.")
    turns = walked(desk)
    page = question_page(turns[0], dutch(), new_topic=True).lines()
    assert " ".join(page).count("Terugkijken") == 1, "the title stands once"
    assert "Dit staat nog open. Wat is hiermee gedaan?" in page and "“De radio staat te hard.”" in " ".join(page)
    assert len(turns) <= MOST_SCREENS, [(turn.place.topic, turn.place.step) for turn in turns]
    assert max(turn.count for turn in turns) <= MOST_SCREENS - 2, "its first and its last page are only read"
    first = turns[0].input
    assert isinstance(first, Reading) and any("cliëntondersteuner" in told for told in first.paragraphs)


def test_whoever_looks_back_along_its_route_comes_past_every_topic_of_it(half_a_year_on: Table) -> None:
    """Found while counting: taking the route led past the whole evaluation to the reading back, so none was held."""
    desk = half_a_year_on.desk
    turns = walked(desk)
    topics = dict.fromkeys(turn.place.topic for turn in turns)
    assert board_titles(turns[0]) == [], "nothing is open"
    wanted = [topic.id for topic in desk.script.topics if topic.part_of == "evaluation"]
    assert list(topics) == ["sitting", *wanted, "results-read-back", "agreed"]
    (evaluation,) = desk.view.evaluations
    assert len(evaluation.marks) == 8
    assert {notice.id for notice in desk.view.notices} >= {"client-support", "complaints"}


def due_at_home(home: Path) -> Ticking:
    """The same plan in a folder, at which Sanne sat too, on a day on which looking back is due; that day's clock."""
    table = half_a_year_later(home)
    sanne, _ = table.desk.join("Sanne")
    table.desk.seat((table.desk.view.client, sanne.id))
    table.desk.go(Place("about-me", "likes", "like"))
    table.desk.answer(Spoken("Muziek."))
    table.clock.now += timedelta(days=200)
    table.desk.leave()
    table.front.close()
    return table.clock


def begins_the_look_back(desk: Desk) -> None:
    """It begins with the page of its route, from which it is as long as that."""
    first = desk.turn()
    assert first.place == LOOKING_BACK
    following = desk.forward()
    assert following is not None and following.place == Place("look-back", "life-now")
    assert following.count <= MOST_SCREENS - 2, "its first and its last page are only read"


MAP = "enter 2 escape"
"""Those of the last time sit down again, later rather than now, and from the question to the map."""


@pytest.mark.parametrize("keys", [
    "h", "enter 1", f"{MAP} h", f"{MAP} j h", f"{MAP} j home enter", f"{MAP} j end enter", f"{MAP} r h",
    f"{MAP} f8 end up enter",
])
async def test_from_every_screen_one_looks_back_along_its_route(tmp_path: Path, keys: str) -> None:
    """The page on which who is here is asked, the question now or later, the map, what is due, results, and the list of
    conversations."""
    clock = due_at_home(tmp_path / "home")
    async with opening(tmp_path / "home", "Annie de Vries", clock=clock, route=None) as w:
        await w.press(*keys.split())
        assert w.on_top == "TalkScreen", w.text()
        begins_the_look_back(w.desk)


@pytest.mark.parametrize("typed", ["1", "2\n/terugkijken", "2\n/wanneer\n/praat-over 1", "2\n/gesprek back"])
def test_line_by_line_one_looks_back_along_its_route_however_it_was_begun(tmp_path: Path, typed: str) -> None:
    clock = due_at_home(tmp_path / "home")
    front = front_on(tmp_path / "home", clock, Later())
    desk = front.open(front.find("Annie de Vries"))
    run_talk(desk, Typed(iter(typed.splitlines())), LineWriter(io.BytesIO()), dutch())
    begins_the_look_back(desk)
    front.close()


def told_today(desk: DeskSession) -> set[str]:
    """What was told in the conversation that is going on."""
    today = desk.view.conversations[-1].started[:10]
    return {notice.id for notice in desk.view.notices if notice.shown_on == today}


def test_whoever_chooses_to_look_back_is_told_first_who_can_help_l10_l37(half_a_year_on: Table) -> None:
    """From the map, home and “now or later” one comes past the page on which the route begins."""
    desk = half_a_year_on.desk
    page = desk.go_topic("look-back").input
    assert isinstance(page, Reading)
    told = " ".join(page.paragraphs)
    assert "cliëntondersteuner" in told and "klachtenfunctionaris" in told
    desk.go(Place("look-back", "life-now"))
    desk.answer(Spoken("Ik zie slechter."))
    assert told_today(desk) == {"client-support", "complaints"}


def test_who_has_a_confidential_adviser_is_told_before_each_look_back(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    for field, value in (("law", "wlz"), ("wlz-ground", "psychogeriatric")):
        desk.go(Place("personal-details", "care", field))
        desk.answer(Picked((value,)))
    desk.go_topic("look-back")
    turn = desk.forward()
    assert turn is not None and turn.place == Place("look-back", "confidant")


def test_what_nobody_saw_is_not_kept_as_told_l10(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    desk.go_topic("learned")
    desk.answer(Spoken("Klein beginnen."))
    assert told_today(desk) == set()


def test_every_running_agreement_is_looked_at_once_with_or_without_a_goal_and_anew_each_time_b6(
    half_a_year_on: Table,
) -> None:
    """V50, V69; table.md B6, rows-l 6: agreements without a goal were never asked about, for an untrue reason."""
    table, desk = half_a_year_on, half_a_year_on.desk
    turns = [turn for turn in walked(desk) if turn.place.topic == "agreements-on"]
    assert [turn.about.text for turn in turns if turn.about] == list(AGREEMENTS)
    titles = ["Hoe het ging", "Doel"]
    assert [board_titles(turn) for turn in turns] == [titles, titles, titles[:1]], "what one decides by comes first"
    said = [quote.text for part in desk.letter() for line in part.lines for quote in line.quotes]
    assert said.count("Ja, die gaat door") == 3
    table.clock.now += timedelta(days=182)
    table.next_sitting()
    for turn in (desk.go_topic("agreements-on"), desk.forward(), desk.forward()):
        assert turn is not None and isinstance(turn.input, Pick)
        assert turn.input.chosen == (), "what was said half a year ago says nothing of now"


def test_what_nobody_ticked_is_not_said_unless_somebody_says_so_of_the_rest(half_a_year_on: Table) -> None:
    desk = half_a_year_on.desk
    turn = desk.go_topic("still-important")
    assert isinstance(turn.input, Pick) and turn.input.many and turn.input.chosen == ()
    quotes, rest = [option.id for option in turn.input.options[:-1]], turn.input.options[-1].id
    assert not desk.answer(Picked(())).written
    desk.answer(Picked((quotes[0],)))
    (evaluation,) = desk.view.evaluations
    assert [(said.statement, said.says) for said in evaluation.look_backs] == [(quotes[0], "changed")]
    turn = desk.go(turn.place)
    assert isinstance(turn.input, Pick) and [option.id for option in turn.input.options] == [*quotes[1:], rest]
    desk.answer(Picked((quotes[1], rest)))
    (evaluation,) = desk.view.evaluations
    says = {said.statement: said.says for said in evaluation.look_backs}
    assert says == dict.fromkeys(quotes, "still") | dict.fromkeys(quotes[:2], "changed")
    assert desk.undo() is not None
    assert len(desk.view.evaluations[0].look_backs) == 1


def test_in_the_list_of_parts_of_life_only_what_somebody_chose_is_marked_by_each_for_themselves(
    half_a_year_on: Table,
) -> None:
    desk = half_a_year_on.desk
    sanne, _ = desk.join("Sanne")
    desk.seat((desk.view.client, sanne.id))
    turn = desk.go_topic("domains-now")
    assert isinstance(turn.input, Pick) and len(turn.input.rows) == 8 and turn.input.chosen == ()
    low, high = (turn.input.option_at(0, level).id for level in (0, 4))
    desk.answer(Picked((low, high)))
    waits = desk.not_asked_yet()
    assert waits is not None and waits.id == sanne.id
    desk.speak_as(sanne.id)
    turn = desk.turn()
    assert isinstance(turn.input, Pick) and turn.input.chosen == ()
    assert turn.input.rows[0].hint == "mevrouw De Vries: heel goed" and not turn.input.rows[1].hint
    desk.answer(Picked((turn.input.option_at(1, 1).id,)))
    assert desk.not_asked_yet() is None
    marks = {(mark.voice.name, mark.domain): mark.mark for mark in desk.view.evaluations[0].marks}
    assert marks == {("Annie de Vries", DOMAINS[0]): 9, ("Sanne", DOMAINS[1]): 3}


def test_what_must_be_told_is_kept_as_told_where_it_was_read_and_only_there(half_a_year_on: Table) -> None:
    """Whoever chose one topic of a look back was noted to have read the page before all of it; and who began with the
    first topic never read its words (L37)."""
    desk = half_a_year_on.desk

    def told() -> list[str]:
        desk.go_topic("domains-now")
        desk.answer(Picked(("physical-health/good",)))
        return [notice.id for notice in desk.view.notices]

    assert told() == []
    turn = desk.go_topic("look-back")
    assert isinstance(turn.input, Reading) and any("cliëntondersteuner" in text for text in turn.input.paragraphs)
    assert told() == ["client-support", "complaints"]
