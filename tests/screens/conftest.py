"""Stores with plans in which nothing, much or a year was said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.evaluated import evaluated
from tests.tools.styles import styles_parsed_once
from tests.tools.table import lay_new_plan
from tests.tools.window import lay_examples

ANNIE = "Annie de Vries"


@pytest.fixture(autouse=True, scope="session")
def _styles_parsed_once() -> Iterator[None]:
    """Also where an app is started without a window of `tests/tools/window.py`, as at home and at the lock."""
    with styles_parsed_once():
        yield


@pytest.fixture
def annie(tmp_path: Path) -> Path:
    """A home of this test's own in which Annie de Vries has a plan in which much was said."""
    home = tmp_path / "home"
    lay_examples(home)
    return home


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A home of this test's own in which Annie's plan is a year old, agreed on and looked back at twice."""
    home = tmp_path / "home"
    evaluated(home)
    return home


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A home in which Annie de Vries has a plan in which nothing was said yet."""
    home = tmp_path / "home"
    lay_new_plan(home)
    return home
