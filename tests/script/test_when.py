"""Weekdays and the part of the day, out of the words of whoever says when."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script
from zlp_tui.script.when import moments_in


@pytest.mark.parametrize(("words", "days", "part"), [
    ("elke maandag na het ontbijt", (1,), "morning"),
    ("MAANDAG en woensdag", (1, 3), None),
    ("dinsdagmiddag", (2,), "afternoon"),
    ("’s avonds voor het slapen", (), "evening"),
    ("op woensdag en maandag, 's ochtends", (1, 3), "morning"),
    ("in het weekend", (6, 7), None),
    ("doordeweeks, na de lunch", (1, 2, 3, 4, 5), "midday"),
    ("elke dag", (1, 2, 3, 4, 5, 6, 7), None),
    ("behalve op zondag", (), None),
    ("maandag tot en met vrijdag", (), None),
    ("ochtend en avond", (), None),
    ("als het kan", (), None),
    ("zondagskind", (), None),
    ("", (), None),
])
def test_words_name_days_and_a_part_of_the_day(
    ours: Script, words: str, days: tuple[int, ...], part: str | None,
) -> None:
    assert moments_in(words, ours) == (days, part)


def test_a_script_without_such_words_recognises_nothing(small: Path) -> None:
    outline = small / "script" / "script.yaml"
    outline.write_text(outline.read_text("utf-8").split("weekdays:")[0], "utf-8")
    assert moments_in("maandagochtend", load_script(small)) == ((), None)


@given(st.text(max_size=80))
def test_any_words_are_taken(ours: Script, words: str) -> None:
    days, part = moments_in(words, ours)
    assert list(days) == sorted(set(days) & set(range(1, 8)))
    assert part is None or part in ours.parts_of_day.values()
