"""Ten months with six voices, played on the screens and line by line (rows-l; issue 10, 5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tests.tools.attributions import printed_in, shown_in
from tests.tools.months import POINTS, STORY, TINEKE, Told
from tests.tools.table import Ticking
from tests.tools.table_player import TablePlayer
from tests.tools.table_typist import TableTypist
from tests.tools.window import Later, door, opening

AFTER = date(2026, 10, 7)
VOICES = 6


def clock(day: date) -> Ticking:
    return Ticking(datetime.combine(day, time(9), UTC))


def begun(home: Path) -> str:
    front = door(home, clock=clock(STORY[0].on))
    plan = front.new_plan(TINEKE)
    front.close()
    return plan


def holds(home: Path, plan: str, face: set[tuple[str, str]]) -> None:
    """All points, each in a conversation of its own."""
    for number, (point, check) in enumerate(POINTS.items(), 200):
        front = door(home, Later(number), clock=clock(AFTER))
        desk = front.sit_down(plan)
        try:
            check(Told(desk, frozenset(face), front))
        except AssertionError as failed:
            raise AssertionError(f"{point}: {failed}") from failed
        finally:
            front.close()


def test_the_story_has_six_voices_over_ten_months() -> None:
    assert len({act.by for dated in STORY for act in dated.sitting.acts}) == VOICES
    assert (STORY[-1].on - STORY[0].on).days > 270


@pytest.mark.timeout(300)
def test_line_by_line(tmp_path: Path) -> None:
    plan = begun(tmp_path)
    for number, dated in enumerate(STORY, 2):
        front = door(tmp_path, Later(number), clock=clock(dated.on))
        TableTypist(front.sit_down(plan)).hold(dated.sitting.names, dated.sitting.acts, lambda _act: None)
        front.close()
    front = door(tmp_path, Later(100), clock=clock(AFTER))
    read = TableTypist(front.sit_down(plan)).read()
    front.close()
    holds(tmp_path, plan, set(printed_in(read)))


@pytest.mark.timeout(300)
async def test_on_the_screens(tmp_path: Path) -> None:
    plan = begun(tmp_path)
    for number, dated in enumerate(STORY, 2):
        async with opening(tmp_path, TINEKE, (120, 40), times=number, clock=clock(dated.on)) as window:
            player = TablePlayer(window)
            await player.sit_down(dated.sitting.names)
            for act in dated.sitting.acts:
                await player.act(act)
            await window.press("ctrl+q")
    async with opening(tmp_path, TINEKE, (120, 40), times=100, clock=clock(AFTER)) as window:
        shown = set(await shown_in(window, of_each_line=False))
    holds(tmp_path, plan, shown)
