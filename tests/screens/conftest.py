"""A store with the example plans, laid out once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tools.evaluated import evaluated
from tests.tools.table import Counting
from tests.tools.window import door, lay_examples

ANNIE = "Annie de Vries"


@pytest.fixture(scope="session")
def _examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("examples")
    lay_examples(home)
    return home


@pytest.fixture
def annie(_examples: Path, tmp_path: Path) -> Path:
    """A home of this test's own in which Annie de Vries has a plan in which much was said."""
    return Path(shutil.copytree(_examples, tmp_path / "home"))


@pytest.fixture(scope="session")
def _year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("year")
    evaluated(home)
    return home


@pytest.fixture
def year(_year: Path, tmp_path: Path) -> Path:
    """A home of this test's own in which Annie's plan is a year old, agreed on and looked back at twice."""
    return Path(shutil.copytree(_year, tmp_path / "home"))


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A home in which Annie de Vries has a plan in which nothing was said yet."""
    home = tmp_path / "home"
    front = door(home, Counting())
    front.new_plan(ANNIE, "mevrouw De Vries")
    front.close()
    return home
