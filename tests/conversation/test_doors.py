"""What may not be seen is behind no door; who speaks never widens what is seen; what may not be written is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.tools.book import Clock
from tests.tools.given import given as granting
from tests.tools.given import scopes_of
from tests.tools.laws import examples
from tests.tools.marked import MADE, MARKED_DOMAINS, MARKED_TOPICS, marked_plan, marks
from tests.tools.table import GivenGrants, Table, Ticking, open_door
from zlp_tui.conversation.ports.turn import Board, Picked, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import NotAllowed, NotFound, Refused
from zlp_tui.plan.access import May
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place

FOLDED = "niet iedereen aan tafel"
LATER = MADE.replace(year=2026)


def hiding(person: str, hidden: frozenset[str]) -> May:
    """One person may neither see nor write these topics and life domains."""
    return lambda who, _action, scope: who != person or not {scope.topic, scope.domain or ""} & hidden


def opened(
    home: Path, *people: str, grants: GivenGrants | None = None, packs: Sequence[Path] = ()
) -> tuple[Front, DeskSession]:
    """The marked plan on the table, with these people at it."""
    front = open_door(home, Ticking(LATER), packs, grants or GivenGrants())
    (plan,) = front.plans()
    desk = front.sit_down(plan.id)
    desk.seat(people)
    desk.sit_at_keyboard(people[0])
    return front, desk


def doors(front: Front, desk: DeskSession, every: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """All that a face can ask, by the name of the door."""
    history = desk.history
    yield "front", front.plans()
    yield "json", _named_domains(as_json(desk.view))
    yield "letter", desk.letter()
    yield "map", desk.map()
    yield "cards", desk.cards()
    yield "grids", desk.choice_grids()
    yield "preparation", desk.preparation()
    yield "questions beforehand", desk.questions_beforehand()
    yield "things", (desk.follow_up.things(), desk.follow_up.signals())
    yield "drafts", (desk.drafts(), desk.follow_up.drafts())
    yield "due", history.due()
    yield "today", history.today()
    yield "week", history.week()
    yield "remarks", history.remarks()
    yield "disagreements", history.disagreements()
    yield "notes beside", history.notes_beside()
    yield "to look at", desk.follow_up.to_look_at()
    yield "not met", history.not_met()
    yield "new", (history.new_since(), history.new_since().count)
    yield "who looked", [(day.title, day.lines) for day in history.who_looked().days]
    yield "editions", (history.editions(), [history.then_and_now(line.number) for line in history.editions()])
    yield "whole editions", [history.read_edition(line.number) for line in history.editions()]
    yield "search", [history.search(letter) for letter in "aeiou"]
    yield "results", (history.evaluations(), [history.results(line.ref) for line in history.evaluations()])
    for ref in every:
        with suppress(NotFound):
            yield f"trace {ref}", desk.trace(ref)
        with suppress(NotFound):
            yield f"history {ref}", history.history(ref)
        with suppress(NotFound):
            yield f"way {ref}", (history.came_of(ref), history.way(ref))
        yield f"aside draft {ref}", (
            desk.follow_up.draft("remark", ref), desk.follow_up.drafts_of_others("remark", ref)
        )
        yield f"correction draft {ref}", (desk.draft(ref), desk.drafts_of_others(ref))
    for topic in desk.script.topics:
        try:
            turn = desk.go_topic(topic.id)
        except (NotFound, Refused):
            continue  # it asks nothing yet
        while turn.place.topic == topic.id:
            yield f"turn {turn.place}", _without_fold(turn)
            yield f"draft {turn.place}", (desk.draft(), desk.marks())
            following = desk.forward()
            if following is None:
                break
            turn = following


def _without_fold(turn: Turn) -> Turn:
    """A question without the line that tells that something stands there (`folded_lines.py`)."""
    board = turn.board
    groups = board.groups if isinstance(board, Board) else board.beside
    left = tuple(group for group in groups if FOLDED not in repr(group))
    without = replace(board, groups=left) if isinstance(board, Board) else replace(board, beside=left)
    return replace(turn, board=without)


def _named_domains(document: dict[str, Any]) -> dict[str, Any]:
    """The plan as JSON with only the life domains of which something is said: that one is hidden may be seen."""
    return document | {"domains": [domain for domain in document["domains"] if domain["relevance"]]}


def told(front: Front, desk: DeskSession, every: tuple[str, ...]) -> dict[str, str]:
    """What each door tells, without the numbers of changes: those count what was written, and say nothing of it."""
    return {door: re.sub(r"('?seq'?[=:] ?)\d+", r"\1_", repr(shown)) for door, shown in doors(front, desk, every)}


HIDDEN = st.frozensets(st.sampled_from(MARKED_TOPICS + MARKED_DOMAINS), min_size=1, max_size=4)


@pytest.mark.timeout(240)
@settings(max_examples=examples(2), deadline=None, phases=(Phase.generate,))
@given(hidden=HIDDEN, by=st.sampled_from(("rule for the client", "rule for Sanne", "grants")))
def test_who_may_not_see_it_sees_the_plan_in_which_it_was_never_said(hidden: frozenset[str], by: str) -> None:
    """Words, names and counts: nothing in any door differs, so nothing can be inferred from what is hidden. By a rule
    that is handed to the front door, or by what the client granted in the plan itself."""
    with TemporaryDirectory() as folder:
        home, other = Path(folder, "whole"), Path(folder, "part")
        client, sanne = marked_plan(home)
        assert marked_plan(other, hidden) == (client, sanne)
        grants, for_client = GivenGrants(), by == "rule for the client"
        if by == "grants":
            closed = tuple((sanne, scope, False) for scope in scopes_of(*sorted(hidden)))
            for folder_of_plan in (home, other):
                granting(folder_of_plan, Clock(LATER), client, (sanne, "everything", True), *closed)
        else:
            grants.may = hiding(client if for_client else sanne, hidden)
        front, desk = opened(home, client, sanne, grants=grants)
        part, never_said = opened(other, client, sanne)
        every = tuple(sorted(never_said.view.readable))
        shown, without = told(front, desk, every), told(part, never_said, every)
        if not for_client:  # nobody is at the table yet, and the list of plans tells what the client may see
            del shown["front"], without["front"]
        assert shown == without
        front.close()
        part.close()


@pytest.mark.timeout(240)
@settings(max_examples=examples(2), deadline=None, phases=(Phase.generate,))
@given(hidden=HIDDEN)
def test_hidden_words_are_behind_no_door(hidden: frozenset[str]) -> None:
    with TemporaryDirectory() as folder:
        client, sanne = marked_plan(Path(folder))
        grants = GivenGrants()
        front, desk = opened(Path(folder), client, sanne, grants=grants)
        every = tuple(sorted(desk.view.readable))
        _type_everywhere(desk)
        known = set().union(*(marks(shown) for _, shown in doors(front, desk, every)))
        assert hidden <= {"domains"} or any(scopes & hidden for scopes in known)
        grants.may = hiding(sanne, hidden)
        desk.reload()
        leaks = [(door, mark) for door, shown in doors(front, desk, every) for mark in marks(shown) if mark & hidden]
        assert not leaks
        front.close()


def _type_everywhere(desk: DeskSession) -> None:
    """A draft with the topic's mark at each topic that has one, and one beside each goal."""
    for topic in MARKED_TOPICS:
        with suppress(NotFound):
            desk.go_topic(topic)
            desk.keep_draft(f"Woord_{topic}")
    for goal in desk.view.goals:
        scopes = "_".join(("remarks", "goals", *([goal.domain] if goal.domain else ())))
        desk.follow_up.keep_draft("remark", goal.id, f"Woord_{scopes}")


@pytest.fixture
def opened_plan(tmp_path: Path) -> Iterator[tuple[DeskSession, GivenGrants, str, str]]:
    """The marked plan, the client and Sanne at the table; grants that a test can change."""
    client, sanne = marked_plan(tmp_path)
    grants = GivenGrants()
    front, desk = opened(tmp_path, client, sanne, grants=grants)
    yield desk, grants, client, sanne
    front.close()


def test_who_speaks_changes_nothing_that_is_told_and_who_leaves_does(
    opened_plan: tuple[DeskSession, GivenGrants, str, str],
) -> None:
    desk, grants, client, sanne = opened_plan
    grants.may = hiding(sanne, frozenset({"goals", "housing"}))

    def words() -> set[frozenset[str]]:
        history = desk.history
        return marks((as_json(desk.view), desk.letter(), desk.cards(), desk.map(), history.remarks(), desk.drafts()))

    desk.reload()
    together = words()
    assert together and not any({"goals", "housing"} & scopes for scopes in together)
    for person in (sanne, client):
        desk.speak_as(person)
        assert words() == together
    desk.seat([client])
    assert any("goals" in scopes for scopes in words())
    desk.seat([client, sanne])
    assert words() == together
    desk.seat([])
    assert words() == together


def test_the_first_question_of_a_session_is_asked_as_the_grants_say(tmp_path: Path) -> None:
    client, sanne = marked_plan(tmp_path)
    front, desk = opened(tmp_path, client, sanne)
    desk.go_topic("goals")
    desk.answer(Spoken("Woord_goals"))
    desk.keep_draft("Woord_goals")
    desk.leave()
    assert {line.goes_on_at for line in front.plans()} == {"goals"}
    assert front.sit_down(desk.view.id).place.topic == "goals"
    grants = GivenGrants()
    grants.may = hiding(client, frozenset({"goals"}))
    front.close()
    front = open_door(tmp_path, Ticking(LATER), grants=grants)
    assert front.sit_down(desk.view.id).place.topic != "goals"
    assert {line.goes_on_at for line in front.plans()} == {None}
    front.close()


def test_a_hidden_draft_is_not_written_over(opened_plan: tuple[DeskSession, GivenGrants, str, str]) -> None:
    desk, grants, client, sanne = opened_plan
    desk.go_topic("future")
    desk.keep_draft("Naar zee.")
    grants.may = hiding(sanne, frozenset({"future"}))
    desk.reload()
    for person in (client, sanne):
        desk.speak_as(person)
        assert desk.draft() == ""
        with pytest.raises(NotAllowed):
            desk.keep_draft("Iets anders.")
    desk.seat([client])
    assert desk.draft() == "Naar zee."


def test_a_newcomer_never_acts_as_the_client(table: Table) -> None:
    desk = table.desk
    rik, new = desk.join("Rik")
    assert new
    desk.speak_as(rik.id)
    desk.go_topic("important-to")
    (ref,) = desk.answer(Spoken("Mijn tuin.")).refs
    assert {line.by for line in desk.history.history(ref)} == {"Rik"}
    with table.front.store.reading() as session:
        by = session.run("SELECT DISTINCT by FROM change WHERE row IN (?, ?)", (ref, rik.id))
    assert by == [(rik.id,)]


def test_what_may_not_be_written_is_refused_and_nothing_changes(
    opened_plan: tuple[DeskSession, GivenGrants, str, str],
) -> None:
    desk, grants, client, sanne = opened_plan
    desk.speak_as(client)
    view = desk.view
    said, goal, agreed = view.live_statements[0].id, view.goals[0].id, view.agreements[0].id
    remark, disagreement = view.remarks[0].id, view.disagreements[0].id
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Zo is het."))
    grants.may = lambda _person, action, _scope: action == "see"
    desk.reload()
    follow, before = desk.follow_up, as_json(desk.view)
    for write in (
        lambda: desk.answer(Spoken("Toch.")), lambda: desk.correct(said, "Anders."), lambda: desk.withdraw(goal),
        lambda: desk.withdraw(agreed), lambda: desk.tag(said, "housing"), lambda: desk.rename(client, "Anna"),
        lambda: desk.said_by(said, sanne), desk.undo, lambda: desk.seat([sanne]),
        lambda: desk.keep_draft("Half."), lambda: desk.keep_draft("Half.", said),
        lambda: follow.keep_draft("note", goal, "Half."), lambda: follow.note(goal, done="no"),
        lambda: follow.leave("remark", "Nog iets."), lambda: follow.done_with(remark, "Gedaan."),
        lambda: follow.told_back(remark), lambda: follow.disagree(goal, "Nee."),
        lambda: follow.ended(disagreement, "Klaar."), lambda: follow.take_to(disagreement, "carer"),
    ):
        with pytest.raises(NotAllowed):
            write()
        desk.reload()
        assert as_json(desk.view) == before


def test_no_answer_of_any_kind_is_kept_without_leave(opened_plan: tuple[DeskSession, GivenGrants, str, str]) -> None:
    desk, grants, *_ = opened_plan
    grants.may = lambda _person, action, _scope: action == "see"
    desk.reload()
    before, tried = as_json(desk.view), set()
    for topic in desk.script.topics:
        with suppress(NotFound):
            turn: Turn | None = desk.go_topic(topic.id)
            while turn and turn.place.topic == topic.id:
                options = getattr(turn.input, "options", ())
                reply = Picked((options[0].id,)) if options else Spoken("Toch.")
                with suppress(Refused):
                    with pytest.raises(NotAllowed):
                        desk.answer(reply)
                    tried.add(type(turn.input).__name__)
                turn = desk.forward()
    assert as_json(desk.view) == before
    assert {"Words", "Pick"} <= tried
