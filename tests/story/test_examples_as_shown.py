"""What `show`, `diff`, `plans` and `due` print of the fictional examples stays the same while the code changes.

The output is kept in `shown/`. Where a change of it is meant, `python -m tests.tools.shown` writes the files anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools.copies import copy_of
from tests.tools.shown import AGAIN, COMMANDS, KEPT, hold_examples, in_zone, kept_file, printed


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All examples in one store."""
    folder = tmp_path_factory.mktemp("examples") / "home"
    with in_zone():
        copy_of(hold_examples, folder)
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_shown_of_the_examples_is_what_was_shown_before(home: Path, name: str) -> None:
    kept = json.loads(kept_file(name).read_text(encoding="utf-8"))
    assert printed(home, *COMMANDS[name]) == kept, f"Meant to change? Then: {AGAIN}"


def test_every_kept_file_is_compared() -> None:
    assert {path.name for path in KEPT.iterdir()} == {kept_file(name).name for name in COMMANDS}
