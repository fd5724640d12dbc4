"""Every row of the battery that issue 11 names is carried by a test, under its id, or it is said why there is none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).parents[1]
ROWS: Final = (
    *(f"B{number:02}" for number in range(1, 10)), *(f"E{number:02}" for number in range(1, 15)),
    "A07", "A11", "A12", "D05",
)
_KEPT_ASIDE: Final = "kept aside to judge by: what it asks is not told to who builds"
NOT_OPEN: Final = dict.fromkeys(("A07", "B03", "B06", "B08", "E04", "E05", "E08", "E10", "E14"), _KEPT_ASIDE)
"""Rows without a test of ours, and why."""
KILLED: Final = {
    "making a keyholder": "keys/test_kills.py", "changing a passphrase": "keys/test_kills.py",
    "rotation": "store/test_store_renew_key.py", "move from schema 2": "store/test_store_move_plans.py",
    "backup": "store/test_store_copies.py", "restore": "store/test_store_copies.py",
    "hand-over": "store/test_store_hand_over.py", "take-in": "store/test_store_hand_over.py",
    "taking in what is here": "conversation/test_taking_in.py", "erasing": "store/test_store_erase_plan.py",
    "what is left of a kill": "conversation/test_home_lock.py",
}
"""What is killed at twenty moments, old or new and never neither, and where."""


def _told_by_tests() -> Iterator[str]:
    """The names and docstrings of all tests, and those of their files."""
    for file in sorted(TESTS.rglob("test_*.py")):
        if file == Path(__file__):
            continue
        tree = ast.parse(file.read_text("utf-8"))
        yield ast.get_docstring(tree) or ""
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
                yield f"{node.name} {ast.get_docstring(node) or ''}"


def test_each_row_has_a_test_or_a_reason() -> None:
    row_id = re.compile(r"(?<![A-Za-z0-9])[ABDEabde]\d\d(?!\d)")
    carried = {row.upper() for told in _told_by_tests() for row in row_id.findall(told)}
    assert [row for row in ROWS if row not in carried and row not in NOT_OPEN] == []
    assert [row for row in NOT_OPEN if row in carried] == [], "it has a test by now"


def test_each_step_that_writes_keys_is_killed_at_twenty_moments() -> None:
    for what, file in KILLED.items():
        text = (TESTS / file).read_text("utf-8")
        assert "kill_at(" in text and "moments(" in text, what
