"""Line by line, what is typed while the plan can only be read is held, said later, and never lost unseen (B13)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.pipe import Pipe
from tests.tools.prepared import dutch
from tests.tools.table import open_door
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.view import PlanView

HELD = "Wat er getypt is, blijft hier staan. Later zeggen: /zeg."


@pytest.fixture
def fronts(tmp_path: Path) -> Iterator[tuple[Front, Front, str]]:
    """Two windows on one plan, of which the first holds it."""
    first = open_door(tmp_path / "home")
    plan = first.new_plan("Annie de Vries")
    second = open_door(tmp_path / "home")
    yield first, second, plan
    first.close()
    second.close()


def heard(front: Front, plan: str, lines: Iterator[str], topic: str) -> tuple[str, bool]:
    """One conversation line by line, and whether all was kept."""
    out, pipe = io.BytesIO(), Pipe(lines)
    try:
        all_kept = run_talk(front.sit_down(plan), pipe, LineWriter(out), dutch(), topic=topic)
    finally:
        pipe.close()
    return " ".join(out.getvalue().decode().split()), all_kept


def seen(front: Front, plan: str) -> PlanView:
    """The plan as it stands on disk."""
    return front.sit_down(plan).view


@pytest.mark.parametrize(
    ("topic", "typed"), [("important-to", "Mijn tuin."), ("important-to", "/opmerking Mijn tuin.")],
)
def test_words_are_held_and_said_once_the_other_window_is_closed_b13(
    fronts: tuple[Front, Front, str], topic: str, typed: str
) -> None:
    first, second, plan = fronts
    other = first.sit_down(plan)

    def lines() -> Iterator[str]:
        yield "/ik-ben Annie de Vries"
        yield typed
        other.leave()
        yield typed.split()[0] if typed.startswith("/") else "/herhaal"
        yield "/zeg"

    told, _ = heard(second, plan, lines(), topic)
    assert HELD in told and "Bewaard" in told.rpartition(HELD)[2]
    view = seen(second, plan)
    assert "Mijn tuin." in [*(s.text for s in view.live_statements), *(r.text for r in view.remarks)]


def test_what_is_picked_is_held_too_b13(fronts: tuple[Front, Front, str]) -> None:
    first, second, plan = fronts
    other = first.sit_down(plan)

    def lines() -> Iterator[str]:
        yield ""
        yield "2"
        other.leave()
        yield "/zeg"

    told, _ = heard(second, plan, lines(), "deciding-together")
    assert HELD in told
    assert seen(second, plan).deciding_role is not None


def test_what_cannot_be_kept_at_all_is_told_in_its_own_words_and_not_called_kept_b13(
    fronts: tuple[Front, Front, str]
) -> None:
    first, second, plan = fronts
    first.sit_down(plan)
    told, all_kept = heard(second, plan, iter(("Mijn tuin.", "/stop")), "important-to")
    assert told.endswith("Getypt en niet bewaard: “Mijn tuin.”") and not all_kept
