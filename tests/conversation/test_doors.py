"""What may not be seen is behind no door of the desk; who speaks never widens what is seen, and grants stop writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.tools.table import Table, lay_table
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotAllowed, NotFound
from zlp_tui.plan.access import May
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place

TOPICS = ("important-to", "goals", "agreements", "choices", "future", "remarks", "disagreements", "follow-up")


def hiding(person: str, topics: frozenset[str]) -> May:
    """One person may neither see nor write these topics."""
    return lambda who, _action, scope: who != person or scope.topic not in topics


def filled(table: Table) -> str:
    """A plan with words of its own in each topic, and a draft beside each; Sanne's id."""
    desk, number = table.desk, count()
    sanne, _ = desk.join("Sanne")
    for topic in ("important-to", "future", "choices", "goals", "agreements"):
        desk.go_topic(topic)
        desk.answer(Spoken(f"Woord{next(number)}-{topic}."))
        desk.keep_draft(f"Typen{next(number)}-{topic}.")
    desk.speak_as(sanne.id)
    goal = desk.view.goals[0].id
    desk.follow_up.leave("remark", "Woord-remarks.")
    desk.follow_up.disagree(goal, "Woord-disagreements-goals.")
    desk.follow_up.note(goal, done="yes", text="Woord-follow-up-goals.")
    desk.follow_up.keep_draft("remark", goal, "Typen-remarks-goals.")
    return sanne.id


def refs(desk: DeskSession) -> tuple[str, ...]:
    """The ids of all lines that were ever written."""
    return tuple(sorted(desk.view.readable))


def doors(desk: DeskSession, every: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """All that a face can ask of the desk, by the name of the door."""
    history = desk.history
    yield "json", as_json(desk.view)
    yield "letter", desk.letter()
    yield "map", desk.map()
    yield "cards", desk.cards()
    yield "grids", desk.choice_grids()
    yield "things", desk.follow_up.things()
    yield "drafts", desk.drafts()
    yield "due", history.due()
    yield "remarks", history.remarks()
    yield "disagreements", history.disagreements()
    yield "new", (history.new_since(), history.new_since().count)
    yield "editions", (history.editions(), [history.then_and_now(line.number) for line in history.editions()])
    yield "results", (history.evaluations(), history.results())
    for ref in every:
        with suppress(NotFound):
            yield "trace", desk.trace(ref)
        with suppress(NotFound):
            yield "history", history.history(ref)
        yield "aside draft", desk.follow_up.draft("remark", ref)
        yield "correction draft", desk.draft(ref)
    for topic in desk.script.topics:
        try:
            turn = desk.go_topic(topic.id)
        except NotFound:
            continue  # it asks nothing yet
        while turn.place.topic == topic.id:
            yield f"turn {turn.place}", (turn.board, turn.about, turn.input)
            yield f"draft {turn.place}", desk.draft()
            following = desk.forward()
            if following is None:
                break
            turn = following


def words_of(told: object) -> set[str]:
    return set(re.findall(r"(?:Woord|Typen)[\w-]*", repr(told)))


def everything(desk: DeskSession, every: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(door, repr(told)) for door, told in doors(desk, every)]


@settings(max_examples=10, deadline=None, phases=(Phase.generate,))
@given(topics=st.frozensets(st.sampled_from(TOPICS), min_size=1, max_size=3))
def test_hidden_words_are_behind_no_door(topics: frozenset[str]) -> None:
    with TemporaryDirectory() as folder:
        table = lay_table(Path(folder))
        sanne = filled(table)
        desk, every = table.desk, refs(table.desk)
        known = set().union(*(words_of(told) for _, told in doors(desk, every)))
        assert {word for word in known if any(f"-{topic}" in word for topic in topics)}
        desk.let(hiding(sanne, topics))
        for door, told in doors(desk, every):
            leaked = {word for word in words_of(told) if any(f"-{topic}" in word for topic in topics)}
            assert not leaked, (door, leaked)
        table.front.close()


def test_who_speaks_changes_nothing_and_who_leaves_does(table: Table) -> None:
    sanne = filled(table)
    desk, every = table.desk, refs(table.desk)
    client = desk.view.client
    desk.let(hiding(sanne, frozenset({"goals"})))
    assert not desk.view.goals
    desk.speak_as(client)
    assert not desk.view.goals
    assert "-goals" not in "".join(told for door, told in everything(desk, every) if door == "things")
    desk.seat([client])
    assert desk.view.goals
    desk.seat([client, sanne])
    assert not desk.view.goals


def test_a_newcomer_never_acts_as_the_client(table: Table) -> None:
    desk = table.desk
    rik, new = desk.join("Rik")
    assert new
    desk.speak_as(rik.id)
    desk.go_topic("important-to")
    (ref,) = desk.answer(Spoken("Mijn tuin.")).refs
    assert {line.by for line in desk.history.history(ref)} == {"Rik"}
    assert {line.by for line in desk.history.history(rik.id)} == {"Rik"}


def test_what_may_not_be_written_is_refused_and_nothing_changes(table: Table) -> None:
    filled(table)
    desk = table.desk
    said, goal = desk.view.live_statements[0].id, desk.view.goals[0].id
    remark, disagreement = desk.view.remarks[0].id, desk.view.disagreements[0].id
    before = as_json(desk.view)
    desk.let(lambda _person, action, _scope: action == "see")
    desk.go(Place("important-to", "important-to"))
    follow = desk.follow_up
    for write in (
        lambda: desk.answer(Spoken("Toch.")), lambda: desk.correct(said, "Anders."), lambda: desk.withdraw(goal),
        lambda: desk.tag(said, "housing"), lambda: desk.rename(desk.view.client, "Anna"), desk.undo,
        lambda: follow.note(goal, done="no"), lambda: follow.leave("remark", "Nog iets."),
        lambda: follow.done_with(remark, "Gedaan."), lambda: follow.told_back(remark),
        lambda: follow.disagree(goal, "Nee."), lambda: follow.ended(disagreement, "Klaar."),
        lambda: follow.take_to(disagreement, "carer"),
    ):
        with pytest.raises(NotAllowed):
            write()
        assert as_json(desk.view)["goals"] == before["goals"]
        assert as_json(desk.view)["statements"] == before["statements"]
