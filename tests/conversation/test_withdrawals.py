"""After any one line was taken back the plan opens at every door, and who said something keeps their name (F1)."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from tests.tools.prepared import dutch
from tests.tools.table import Table, Ticking, open_door, speaks
from tests.tools.window import lay_examples
from zlp_tui.conversation.ports.turn import Kept, Picked, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plain.pages.plan_text import cards_page, choices_page, letter_page
from zlp_tui.plan.serialization import as_json

EACH = 1
"""So many lines of each kind are taken back, and everybody who can be."""


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """The example plans in one home."""
    home = tmp_path_factory.mktemp("withdrawals")
    lay_examples(home)
    front = open_door(home, Ticking())
    yield front
    front.close()


def walk(desk: DeskSession) -> list[object]:
    """All that a face shows of a plan."""
    history = desk.history
    told: list[object] = [
        as_json(desk.view), desk.letter(), desk.map(), desk.cards(), desk.choice_grids(), desk.follow_up.things(),
        history.due(), history.remarks(), history.disagreements(), history.new_since(), history.evaluations(),
        [history.then_and_now(line.number) for line in history.editions()],
        [history.results(line.ref) for line in history.evaluations()],
        cards_page(desk.view, desk.cards(), dutch()).lines(),
        choices_page(desk.view, desk.choice_grids(), desk.who_decides, dutch()).lines(),
        letter_page(desk.letter(), dutch()).lines(),
    ]
    for topic in desk.script.topics:
        with suppress(NotFound):
            turn: Turn | None = desk.go_topic(topic.id)
            while turn and turn.place.topic == topic.id:
                told.append(turn)
                turn = desk.forward()
    return told


def some_lines(desk: DeskSession, changes: list[tuple[str, str]]) -> list[str]:
    """A few lines of every kind, and all people."""
    by_kind = defaultdict(list)
    for kind, row in changes:
        by_kind[kind].append(row)
    chance = random.Random(1)
    return [
        row for kind, rows in sorted(by_kind.items())
        for row in (rows if kind == "person" else chance.sample(rows, min(EACH, len(rows))))
    ]


@pytest.mark.timeout(240)
def test_after_any_one_withdrawal_everything_opens(front: Front) -> None:
    tried = set()
    for plan in front.plans():
        desk = front.sit_down(plan.id)
        with front.store.reading() as session:
            written = session.run(
                "SELECT DISTINCT of, row FROM change WHERE plan_id = ? AND kind = 'add' ORDER BY row", (plan.id,)
            )
        for row in some_lines(desk, [(str(kind), str(row)) for kind, row in written]):
            with suppress(Refused, NotFound):
                before = as_json(desk.view)
                desk.withdraw(row)
                tried.add(row)
                walk(front.sit_down(plan.id))
                assert desk.undo() is not None or as_json(desk.view) == before
    assert len(tried) > 20


def test_who_was_taken_back_keeps_their_name_and_is_offered_no_more(table: Table) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    desk.go_topic("two-minutes")
    desk.answer(Spoken("Zij houdt van koffie."))
    desk.speak_as(desk.view.client)
    desk.go_topic("agreements")
    (agreed,) = desk.answer(Spoken("Elke dag naar buiten.")).refs
    turn: Turn | None = desk.turn()
    while turn and not turn.place.step.startswith("who"):
        turn = desk.forward()
    while turn and sanne.id not in {option.id for option in getattr(turn.input, "options", ())}:
        turn = desk.forward()
    desk.answer(Picked((sanne.id,)))
    desk.withdraw(sanne.id)
    desk = table.next_sitting()
    assert "Sanne" in repr(desk.letter())
    assert sanne.id not in {person.id for person in (*desk.view.people, *desk.present, *desk.view.sat_last_time())}
    (card,) = desk.cards()
    assert card.ref == agreed
    assert "Sanne staat niet meer in dit plan." in repr(card)
    assert all(sanne.id not in {option.id for option in getattr(shown.input, "options", ())} for shown in turns(desk))


def turns(desk: DeskSession) -> list[Turn]:
    """Every question that there is."""
    return [shown for shown in walk(desk) if isinstance(shown, Turn)]


def test_nobody_says_anew_what_somebody_said_who_was_taken_back_b2(table: Table) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    desk.go_topic("two-minutes")
    (said,) = desk.answer(Spoken("Zij houdt van koffie.")).refs
    desk.go_topic("goals")
    (goal,) = desk.answer(Spoken("Weer naar buiten.")).refs
    desk.withdraw(goal)
    assert desk.undo() is not None
    speaks(desk, desk.view.client)
    desk.withdraw(sanne.id)
    desk = table.next_sitting()
    changes: tuple[Callable[[], Kept], ...] = (
        lambda: desk.correct(said, "Zij houdt van thee."), lambda: desk.withdraw(said), lambda: desk.withdraw(goal),
        lambda: desk.said_by(said, desk.view.client),
    )
    for change in changes:
        with pytest.raises(Refused, match=r"Only|not at the table"):
            change()
    assert [statement.text for statement in desk.view.live_statements] == ["Zij houdt van koffie."]
    assert "Sanne" in "\n".join(cards_page(desk.view, desk.cards(), dutch()).lines())
