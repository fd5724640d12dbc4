"""Who is present, whose words an answer becomes, and who may change them (issue 8, 1)."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.laws import examples
from tests.tools.table import Table, lay_table, speaks
from tools.monkey.watcher import Watcher
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import DraftSlot, FollowUp
from zlp_tui.conversation.ports.turn import Board, Kept, Pick, Picked, Reading, Spoken, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import Doubtful, NotFound, Refused
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")


def newcomer(table: Table, name: str) -> str:
    """Somebody at the table, by name."""
    person, _ = table.desk.join(name)
    speaks(table.desk, person.id)
    return person.id


def only(table: Table, name: str) -> str:
    """Somebody sits there without the client."""
    person = newcomer(table, name)
    table.desk.seat((person,))
    return person


def test_who_is_not_present_does_not_speak_b1(table: Table) -> None:
    only(table, "Sanne")
    with pytest.raises(Refused):
        table.desk.speak_as(table.desk.view.client)
    assert (table.desk.voice.name, [p.name for p in table.desk.present]) == ("Sanne", ["Sanne"])


def test_where_nobody_is_nothing_is_kept_b1(table: Table) -> None:
    table.desk.seat(())
    table.desk.go(GOOD)
    with pytest.raises(Refused):
        table.desk.answer(Spoken("Koffie."))
    assert table.desk.view.statements == ()


def test_where_nobody_is_nothing_is_undone_or_done_again_b1(table: Table) -> None:
    """Found by the generated sittings: it was recorded as done by who had left."""
    table.desk.go(GOOD)
    table.desk.answer(Spoken("Koffie."))
    table.desk.answer(Spoken("Thee."))
    table.desk.undo()
    table.desk.seat(())
    for act in (table.desk.undo, table.desk.redo):
        with pytest.raises(Refused):
            act()
    assert [said.text for said in table.desk.view.live_statements] == ["Koffie."]
    table.desk.seat((table.desk.view.client,))
    table.desk.redo()
    assert [said.text for said in table.desk.view.live_statements] == ["Koffie.", "Thee."]


def test_what_is_undone_is_undone_by_who_is_really_here_b1(table: Table) -> None:
    """Found by the monkey: after a note of Sanne alone it was the client, of whom nobody had said that they were here;
    and then nobody but Sanne sat at the table."""
    desk = table.unasked()
    sanne, _ = desk.join("Sanne")
    desk.sit_at_keyboard(sanne.id)
    watcher = Watcher(table.home, table.clock)
    desk.follow_up.note(None, text="Vandaag was het warm.")
    desk.undo()
    desk.redo()
    watcher.look()
    watcher.close()
    assert desk.voice.id == desk.view.client


def test_who_left_has_seen_nothing_new_b1(table: Table) -> None:
    table.desk.go(GOOD)
    table.desk.answer(Spoken("Koffie."))
    sanne = newcomer(table, "Sanne")
    table.desk.answer(Spoken("Thee."))
    table.desk.seat((table.desk.view.client,))
    table.desk.answer(Spoken("Brood."))
    table.desk.seat((sanne,))
    table.desk.seat(())
    assert table.desk.voice.id == sanne
    table.desk.follow_up.looked()
    table.desk.seat((sanne,))
    assert table.desk.history.new_since().count == 1


def test_every_question_without_the_client_says_so_and_keeps_nothing_of_the_client_b1(table: Table) -> None:
    desk = table.desk
    sanne = only(table, "Sanne")
    told = set()
    for topic in desk.script.topics:
        try:
            turn = desk.go_topic(topic.id)
        except NotFound:  # this topic asks nothing yet
            continue
        while turn.place.topic == topic.id:
            if isinstance(turn.input, Words) and turn.input.format == "text":
                said = "Karim" if turn.place.topic == "people" else f"Sanne zegt dit bij {turn.place.step}."
                try:
                    desk.answer(Spoken(said))
                except Doubtful:  # a sentence as a name (B11): typed once more it is one
                    desk.answer(Spoken(said))
            elif isinstance(turn.input, Pick) and turn.input.options and not turn.input.many:
                desk.answer(Picked((turn.input.options[0].id,)))
            if turn.question and not isinstance(turn.input, Reading):
                told.add("is er niet bij" in turn.hint)
            following = desk.forward()
            if following is None:
                break
            turn = following
    assert told == {True}
    assert {said.voice.id for said in desk.view.statements} == {sanne}
    assert desk.view.read_backs == ()
    assert {seat.person for talk in desk.view.conversations for seat in talk.present} == {sanne}


def test_a_read_back_waits_for_the_client_b1(table: Table) -> None:
    desk = table.desk
    only(table, "Sanne")
    step = next((t, s) for t in desk.script.topics for s in t.steps if s.kind == "read-back")
    turn = desk.go(Place(step[0].id, step[1].id))
    assert isinstance(turn.input, Reading)
    with pytest.raises(Refused):
        desk.answer(Picked(("yes",)))


def test_who_was_not_there_the_last_time_is_not_seated_again_c9(table: Table) -> None:
    only(table, "Sanne")
    table.desk.go(GOOD)
    table.desk.answer(Spoken("Koffie."))
    assert table.next_sitting().present == ()


@settings(max_examples=examples(8), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_a_conversation_has_only_whom_somebody_seated_law_b1(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int]]
) -> None:
    """Whatever is tried, whoever speaks was seated by a person, and each statement is by somebody seated then."""
    table = lay_table(tmp_path_factory.mktemp("law"))
    desk = table.desk
    people = [desk.view.client, *(newcomer(table, name) for name in ("Sanne", "Karim", "Bep"))]
    desk.go(GOOD)
    seated: set[str] = set()
    for number, (sits, talks) in enumerate(moves):
        desk.seat((people[sits],))
        seated |= {people[sits]}
        if sits == talks:
            desk.speak_as(people[talks])
        else:
            with pytest.raises(Refused):
                desk.speak_as(people[talks])
        _say(desk, number)
        assert desk.view.statements[-1].voice.id == people[sits]
    assert {seat.person for talk in desk.view.conversations for seat in talk.present} == seated
    table.front.close()


def _say(desk: DeskSession, number: int) -> None:
    desk.answer(Spoken(f"zin {number}"))


def _said_by_the_client(table: Table) -> str:
    table.desk.go(GOOD)
    return table.desk.answer(Spoken("En dat iemand mij eens vasthoudt.")).refs[0]


def test_only_who_said_it_changes_it_or_takes_it_back_b2(table: Table) -> None:
    ref = _said_by_the_client(table)
    newcomer(table, "Sanne")
    acts: tuple[Callable[[], Kept], ...] = (
        lambda: table.desk.correct(ref, "Iets anders."), lambda: table.desk.withdraw(ref),
    )
    for act in acts:
        with pytest.raises(Refused):
            act()
    assert [said.text for said in table.desk.view.live_statements] == ["En dat iemand mij eens vasthoudt."]
    table.desk.follow_up.disagree(ref, "Dat zei zij vroeger niet.")
    table.desk.speak_as(table.desk.view.client)
    table.desk.correct(ref, "Dat iemand mij vasthoudt.")
    assert [(said.text, said.voice.name) for said in table.desk.view.live_statements] == [
        ("Dat iemand mij vasthoudt.", "Annie de Vries")
    ]


def test_who_does_not_speak_the_line_says_something_beside_it_and_it_stays_b2(table: Table) -> None:
    ref = _said_by_the_client(table)
    newcomer(table, "Sanne")
    made = table.desk.follow_up.beside(ref, "Zij houdt mijn hand graag vast.").refs[0]
    hers, daughters = table.desk.view.live_statements
    assert (hers.id, hers.text, hers.voice.name) == (ref, "En dat iemand mij eens vasthoudt.", "Annie de Vries")
    assert (daughters.id, daughters.voice.name) == (made, "Sanne")
    assert (daughters.topic, daughters.step, daughters.side) == (hers.topic, hers.step, hers.side)
    assert not table.desk.follow_up.beside(ref, " ").written
    table.desk.go_topic("goals")
    goal = table.desk.answer(Spoken("Weer lopen.")).refs[0]
    with pytest.raises(Refused):
        table.desk.follow_up.beside(goal, "Ik ook.")


def test_words_are_given_to_somebody_else_only_with_both_there_b2(table: Table) -> None:
    ref = _said_by_the_client(table)
    sanne = only(table, "Sanne")
    with pytest.raises(Refused):
        table.desk.said_by(ref, sanne)
    own = table.desk.answer(Spoken("Zij lacht dan.")).refs[0]
    with pytest.raises(Refused):
        table.desk.said_by(own, table.desk.view.client)
    table.desk.seat((table.desk.view.client, sanne))
    table.desk.said_by(own, table.desk.view.client)
    assert {said.voice.name for said in table.desk.view.live_statements} == {"Annie de Vries"}


def test_who_joined_by_name_sits_down_when_words_are_given_to_them_b2(table: Table) -> None:
    """Found by the generated sittings: they were the voice of a line, and nobody was seated."""
    ref = _said_by_the_client(table)
    sanne, _ = table.desk.join("Sanne")
    table.desk.said_by(ref, sanne.id)
    assert table.desk.view.statements[-1].voice.name == "Sanne"
    assert [person.name for person in table.desk.present] == ["Annie de Vries", "Sanne"]
    assert {seat.person for seat in table.desk.view.conversations[-1].present} == {p.id for p in table.desk.present}


def test_the_letter_shows_that_a_line_was_said_anew_m11(table: Table) -> None:
    ref = _said_by_the_client(table)
    table.desk.correct(ref, "Dat iemand mij vasthoudt.")
    notes = [quote.note for part in table.desk.letter() for line in part.lines for quote in line.quotes]
    assert any("later anders gezegd" in note for note in notes)


def test_a_read_back_of_before_is_shown_as_before_and_agrees_with_nothing_b14(table: Table) -> None:
    topic, step = next((t, s) for t in table.desk.script.topics for s in t.steps if s.kind == "read-back")
    table.desk.go(Place(topic.id, step.id))
    table.desk.answer(Picked(("yes",)))
    now = table.desk.turn().input
    assert isinstance(now, Pick) and now.chosen == ("yes",)
    desk = table.next_sitting()
    turn = desk.go(Place(topic.id, step.id))
    assert isinstance(turn.input, Pick) and turn.input.chosen == ()
    assert isinstance(turn.board, Board) and turn.board.groups[0].title == "Vorige keer"


def test_a_draft_stays_with_who_typed_it_f7(table: Table) -> None:
    table.desk.go(GOOD)
    newcomer(table, "Sanne")
    table.desk.keep_draft("Mijn vader is vaak moe")
    desk = table.next_sitting()
    desk.go(GOOD)
    assert (desk.voice.name, desk.draft()) == ("Annie de Vries", "")
    assert desk.drafts_of_others() == (("Sanne", "Mijn vader is vaak moe"),)
    desk.keep_draft("Ik ben niet moe")
    newcomer(table, "Sanne")
    assert desk.draft() == "Mijn vader is vaak moe"
    desk.answer(Spoken(desk.draft()))
    assert (desk.view.statements[-1].voice.name, desk.draft()) == ("Sanne", "")
    desk.speak_as(desk.view.client)
    assert desk.draft() == "Ik ben niet moe"


Slots = dict[str, tuple[Callable[[DeskSession], str], Callable[[DeskSession, str], None]]]


def slots_of_drafts(desk: DeskSession) -> Slots:
    """Everywhere something is typed that is kept as a draft, by name: how it is read there, and how it is kept. Each
    kind of place stands for a port that keeps drafts; what it consists of is derived from that port."""
    said = desk.view.live_statements[0].id

    def at(place: Place) -> DeskSession:
        desk.go(place)
        return desk

    def aside(slot: DraftSlot) -> tuple[Callable[[DeskSession], str], Callable[[DeskSession, str], None]]:
        return lambda d: d.follow_up.draft(slot), lambda d, text: d.follow_up.keep_draft(slot, None, text)

    def field(number: int) -> tuple[Callable[[DeskSession], str], Callable[[DeskSession, str], None]]:
        return lambda d: d.draft_in(d.details[number]), lambda d, text: d.keep_draft_in(d.details[number], text)

    typed = [
        number for number, turn in enumerate(desk.details)
        if isinstance(turn.input, Words) and turn.input.format != "bsn"  # half a number is kept nowhere (0055)
    ]
    at(GOOD)
    return {
        "question": (lambda d: d.draft(), lambda d, text: d.keep_draft(text)),
        "anew": (lambda d: d.draft(said), lambda d, text: d.keep_draft(text, said)),
        **{slot: aside(slot) for slot in get_args(DraftSlot)},
        **{f"form {desk.details[number].place.item}": field(number) for number in typed},
    }


def test_what_is_typed_anywhere_stays_with_who_typed_it_f7(table: Table) -> None:
    """Law over all slots of drafts: questions, other words for a line, what is typed aside, the fields of the form. Who
    did not type it does not find it as their own, types beside it, and takes nothing of it away."""
    table.desk.go(GOOD)
    table.desk.answer(Spoken("Koffie."))
    newcomer(table, "Sanne")
    names = {name for port in (Desk, FollowUp) for name, _ in inspect.getmembers(port) if name.startswith("keep_draft")}
    assert names == {"keep_draft", "keep_draft_in"}, "each port that keeps words that are typed is walked here"
    for number, (_, keep) in enumerate(slots_of_drafts(table.desk).values()):
        keep(table.desk, f"Hij is moe {number}")
    desk = table.next_sitting()
    slots = slots_of_drafts(desk)
    assert len(slots) > len(get_args(DraftSlot)) + 6, "the form has its fields"
    assert {name: read(desk) for name, (read, _) in slots.items()} == dict.fromkeys(slots, "")
    offered = {(draft.text, draft.by) for draft in desk.drafts()}
    offered |= {(draft.text, draft.by) for draft in desk.follow_up.drafts()}
    assert offered == {(f"Hij is moe {number}", "Sanne") for number in range(len(slots))}
    for _, keep in slots.values():
        keep(desk, "Ik niet")
    newcomer(table, "Sanne")
    assert [read(desk) for read, _ in slots.values()] == [f"Hij is moe {number}" for number in range(len(slots))]
    for _, keep in slots.values():
        keep(desk, "")
    assert {read(desk) for read, _ in slots.values()} == {""}
    speaks(desk, desk.view.client)
    assert {read(desk) for read, _ in slots.values()} == {"Ik niet"}


def test_what_only_the_client_can_say_is_kept_as_the_clients_whoever_spoke_last_b7(table: Table) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    desk.seat((desk.view.client, sanne.id))
    desk.go_topic("two-minutes")
    desk.answer(Spoken("Klop eerst aan."))
    turn = desk.go_topic("who-am-i-read-back")
    desk.speak_as(sanne.id)
    assert desk.turn().answers == desk.view.client
    assert isinstance(turn.input, Pick)
    desk.answer(Picked((turn.input.options[0].id,)))
    with table.front.store.reading() as session:
        assert session.run("SELECT voice FROM read_back", ()) == [(desk.view.client,)]
    assert desk.voice.id == sanne.id
