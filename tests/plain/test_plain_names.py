"""A name that is longer than is kept: it is cut, and everybody is told, wherever a name may be typed."""

from __future__ import annotations

import pytest

from tests.plain.conftest import Plain
from zlp_tui.text import NAME_LIMIT

LONG = "Karim" * 6000
KEPT = LONG[:NAME_LIMIT].strip()
TOLD = f"Bewaard, maar alleen de eerste {NAME_LIMIT} letters"


@pytest.mark.parametrize("topic", ["at-the-table", "people", "personal-details"])
def test_c06_a_name_that_is_too_long_is_cut_and_said_to_be(plain: Plain, topic: str) -> None:
    written = plain.hear(f"{LONG}\n", topic=topic)
    assert TOLD in written.splitlines()
    assert KEPT in {person.name for person in plain.view.people}


def test_c06_who_joins_with_such_a_name_joins_once(plain: Plain) -> None:
    written = plain.hear(f"/wie {LONG}\nKoffie.\n/wie {LONG}\n", topic="two-minutes")
    assert written.count("Nieuw aan tafel:") == 1
    assert f"Van een naam passen alleen de eerste {NAME_LIMIT} letters." in written.splitlines()
    assert [p.name for p in plain.view.people if p.name.startswith("Karim")] == [KEPT]
