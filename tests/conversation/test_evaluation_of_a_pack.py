"""A pack may look back in its own way: whatever its kinds, the first answer begins the evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools.table import Table, lay_table
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Ordered, Picked, Reply, Spoken
from zlp_tui.plan.view import Place

OURS = places.content() / "nl" / "script" / "topics"
BORROWED = (("ordinary-day", "day"), ("people", "people"), ("goals", "order"), ("domains", "domains"))
"""Topics and kinds of step that no topic of looking back of our own has."""


def of_kind(topic: str, kind: str) -> dict[str, Any]:
    """The step of this kind of one of our topics, under the name of its kind."""
    text: dict[str, Any] = yaml.safe_load((OURS / f"{topic}.yaml").read_text(encoding="utf-8"))
    (step,) = [step for step in text["steps"] if step["kind"] == kind]
    return {**step, "id": f"our-{kind}"}


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A plan with a pack in which one looks back by steps that are borrowed from other topics."""
    topics = tmp_path / "pack" / "topics"
    topics.mkdir(parents=True)
    (topics.parent / "script.yaml").write_text('pack: "van-ons"\nversion: "1"\n', encoding="utf-8")
    topic = {
        "id": "our-look-back", "chapter": "results", "part_of": "evaluation", "after": "look-back",
        "title": "Nog eens kijken", "why": "Zo zien we wat er anders is.", "pictogram": "↺", "intro": "Nog eens:",
        "intro_by_other": "{who} zegt nog eens:", "steps": [of_kind(*borrowed) for borrowed in BORROWED],
    }
    (topics / "our-look-back.yaml").write_text(yaml.safe_dump(topic, allow_unicode=True), encoding="utf-8")
    laid = lay_table(tmp_path / "home", packs=[tmp_path / "pack"])
    for text in ("Lopen.", "Zingen."):
        laid.desk.go(Place("goals", "goal"))
        laid.desk.answer(Spoken(text))
    yield laid
    laid.front.close()


@pytest.mark.parametrize("kind", [kind for _, kind in BORROWED])
def test_the_first_answer_begins_the_evaluation(table: Table, kind: str) -> None:
    desk = table.desk
    goals = tuple(goal.id for goal in reversed(desk.view.active_goals()))
    answers: dict[str, Reply] = {
        "day": Spoken("Om acht uur."), "people": Spoken("Sanne"), "order": Ordered(goals),
        "domains": Picked(("housing",)),
    }
    turn = desk.go(Place("our-look-back", f"our-{kind}"))
    begun = [len(desk.view.evaluations)]
    desk.answer(answers[kind])
    assert turn.place.step == f"our-{kind}"
    evaluation = desk.view.open_evaluation
    assert evaluation is not None and evaluation.present == (desk.view.client,)
    assert desk.undo() is not None
    assert [*begun, len(desk.view.evaluations)] == [0, 0], "with the answer goes the evaluation that it began"
