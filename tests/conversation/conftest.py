"""A real store, the shipped script, a clock and ids that count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.table import Table, lay_table


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A plan of Annie de Vries on the table."""
    laid = lay_table(tmp_path / "home")
    yield laid
    laid.front.close()
