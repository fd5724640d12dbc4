"""Weekdays and the part of the day, out of the words of whoever says when."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script
from zlp_tui.script.when import moments_in

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(("words", "days", "parts", "weeks"), [
    ("elke maandag na het ontbijt", (1,), ("morning",), None),
    ("MAANDAG en woensdag", (1, 3), (), None),
    ("dinsdagmiddag", (2,), ("afternoon",), None),
    ("’s avonds voor het slapen", (), ("evening",), None),
    ("op woensdag en maandag, 's ochtends", (1, 3), ("morning",), None),
    ("in het weekend", (6, 7), (), None),
    ("doordeweeks, na de lunch", (1, 2, 3, 4, 5), ("midday",), None),
    ("elke dag", EVERY_DAY, (), None),
    ("elke dag, ochtend en avond", EVERY_DAY, ("morning", "evening"), None),
    ("elke ochtend voor de kousen", EVERY_DAY, ("morning",), None),
    ("iedere morgen en elke avond", EVERY_DAY, ("morning", "evening"), None),
    ("elke ochtend in het weekend", (), ("morning",), None),
    ("behalve op zondag", (), (), None),
    ("maandag tot en met vrijdag", (), (), None),
    ("als het kan", (), (), None),
    ("zondagskind", (), (), None),
    ("om de week op vrijdag", (5,), (), 2),
    ("elke drie weken op maandagochtend", (1,), ("morning",), 3),
    ("om de week", (), (), None),
    ("de eerste maandag van de maand", (), (), None),
    ("over twee weken op vrijdag", (5,), (), None),
    ("", (), (), None),
])
def test_words_name_days_parts_of_the_day_and_weeks(
    ours: Script, words: str, days: tuple[int, ...], parts: tuple[str, ...], weeks: int | None,
) -> None:
    assert moments_in(words, ours) == (days, parts, weeks)


def test_a_script_without_such_words_recognises_nothing(small: Path) -> None:
    outline = small / "script" / "script.yaml"
    outline.write_text(outline.read_text("utf-8").split("weekdays:")[0], "utf-8")
    assert moments_in("maandagochtend", load_script(small)) == ((), (), None)


@given(st.text(max_size=80))
def test_any_words_are_taken(ours: Script, words: str) -> None:
    days, parts, weeks = moments_in(words, ours)
    assert list(days) == sorted(set(days) & set(range(1, 8)))
    assert set(parts) <= set(ours.parts_of_day.values())
    assert weeks is None or days
