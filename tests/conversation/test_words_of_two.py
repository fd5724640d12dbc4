"""Two people answer any question, and the words of both are told: nobody's words take the place of another's (B2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import pytest

from tests.tools.attributions import Named, named_in
from tests.tools.table import Table, card_of, lay_table, speaks
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place

FACTS: Final = frozenset({"form", "people", "steps", "who-does", "pick", "scale"})
"""Kinds of steps whose words are facts, names and tasks, and nobody's own words."""
FACTS_KEPT: Final = frozenset({"option", "option-source"})
IN_ITS_PLACE: Final = frozenset({"follow-up/agreed-now", "goals-now/successor"})
"""What is said there is a new goal or agreement in the place of one: in sight, with the older one in its history."""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """A plan with a choice, a goal and an agreement, of which something was said half a year ago."""
    table = lay_table(tmp_path_factory.mktemp("two") / "home")
    desk = table.desk
    desk.join("Sanne")
    card_of(desk, "social-contacts")
    desk.answer(Picked(("now",)))
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Koffie om acht uur."))
    desk.go_topic("choices")
    desk.answer(Spoken("Waar ga ik wonen?"))
    desk.go_topic("goals")
    desk.answer(Spoken("Weer lopen."))
    desk.go(Place("agreements", "want", "anything"))
    desk.answer(Spoken("Elke dag een rondje."))
    table.clock.now += timedelta(days=182)
    desk = table.next_sitting()
    sanne = next(person.id for person in desk.view.people if person.name == "Sanne")
    desk.seat((desk.view.client, sanne))
    yield table
    table.front.close()


def told(desk: DeskSession) -> set[Named]:
    """What the plan tells now, with who said it."""
    past = desk.history
    return set(named_in((desk.letter(), desk.cards(), desk.choice_grids(), past.results())))


def test_after_two_voices_answered_any_question_the_words_of_both_are_told_law_b2(table: Table) -> None:
    desk = table.desk
    client = desk.view.client
    sanne = next(person.id for person in desk.view.people if person.name == "Sanne")
    asked: set[str] = set()
    lost: set[str] = set()
    for topic in desk.script.topics:
        try:
            turn: Turn | None = desk.go_topic(topic.id)
        except NotFound:  # this topic asks nothing yet
            continue
        for _ in range(60):
            if turn is None or turn.place.topic != topic.id:
                break
            if _is_own(desk, turn):
                where = f"{turn.place.topic}/{turn.place.step}"
                said = [(f"{name} bij {turn.place.step} {len(asked)}.", name) for name in ("mevrouw De Vries", "Sanne")]
                for voice, (words, _) in zip((client, sanne), said, strict=True):
                    speaks(desk, voice)
                    desk.go(turn.place)
                    desk.answer(Spoken(words))
                asked.add(where)
                lost |= {where} if not set(said) <= told(desk) else set()
            elif isinstance(turn.input, Pick) and turn.input.options and turn.answers is None:
                speaks(desk, client)
                desk.answer(Picked(_picked(turn)))
            speaks(desk, client)
            turn = desk.forward()
    assert lost == IN_ITS_PLACE
    assert len(asked) > 30


def _is_own(desk: DeskSession, turn: Turn) -> bool:
    """Whether the answer is somebody's own words, and not one person's only."""
    step = next(s for s in desk.script.topic(turn.place.topic).steps if s.id == turn.place.step)
    in_words = isinstance(turn.input, Words) and turn.input.format == "text"
    return in_words and turn.kind not in FACTS and step.kept_as not in FACTS_KEPT and turn.answers is None


def _picked(turn: Turn) -> tuple[str, ...]:
    """What leads to more questions, where there is such an answer."""
    assert isinstance(turn.input, Pick)
    ids = [option.id for option in turn.input.options]
    return (next((wanted for wanted in ("changed", "adjust", "yes") if wanted in ids), ids[0]),)
