"""After how long nobody touched a key the screen is locked: the setting, and the clocks that tell of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from zlp_tui.errors import ScriptBroken
from zlp_tui.idle_watch import MINUTES, IdleWatch, seconds_slept
from zlp_tui.settings import LONGEST, load_settings


@pytest.mark.parametrize(
    ("said", "minutes"), [("plain: no", MINUTES), ("lock_after: 1", 1), ("lock_after: 15", LONGEST)]
)
def test_the_minutes_are_those_of_the_settings(tmp_path: Path, said: str, minutes: int) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"{said}\n", encoding="utf-8")
    assert load_settings(file).lock_after == minutes


@pytest.mark.parametrize("said", ["0", "16", "never", "-5"])
def test_less_than_one_or_more_than_fifteen_cannot_be_used(tmp_path: Path, said: str) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"lock_after: {said}\n", encoding="utf-8")
    with pytest.raises(ScriptBroken):
        load_settings(file)


def test_without_a_clock_that_runs_in_sleep_only_time_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert seconds_slept() == 0.0
    now = [0.0]
    watch = IdleWatch(lambda: now[0], seconds_slept)
    states = []
    for now[0] in (0.0, 239.0, 240.0, 299.0, 300.0):
        states.append(watch.state())
    assert states == ["", "", "warn", "warn", "lock"]
