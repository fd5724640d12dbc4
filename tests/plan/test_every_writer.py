"""Whatever can be written in a plan is among the acts that the laws are tried on (`tests/tools/acts.py`)."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Final

from tests.tools import acts
from zlp_tui.plan import tables

NO_ACTS: Final = {
    "changes.add", "changes.succeed", "changes.alter", "changes.move", "changes.referring", "changes.current",
    "changes.find", "changes.exists", "changes.table_with", "changes.touched", "changes.undo", "editions.coming",
    "people.deciding", "people.ids", "statements.prompt_of", "voices.answer",
}
"""What writers are made of; the laws undo each act that they try."""
WITHIN_ANOTHER: Final = {
    "agreements.give_back", "goals.give_back", "outcomes.reopen_predecessor", "citizen_numbers.keep",
    "citizen_numbers.erase", "people.add_client",
}
"""Parts of `withdrawal.withdraw`, of `details.fill` and of beginning a plan."""
NO_LINES: Final = {"keyboard_users.remember", "read_markers.looked", "conversations.attend"}
"""What nobody says: who typed last, how far somebody read, and who sat down later in a conversation."""


def test_every_writer_is_tried_by_the_laws_or_is_named() -> None:
    drawn = {ast.unparse(node) for node in ast.walk(ast.parse(Path(acts.__file__).read_text("utf-8")))
             if isinstance(node, ast.Attribute)}
    named = NO_ACTS | WITHIN_ANOTHER | NO_LINES
    writers = every_writer()
    assert writers - drawn == named
    assert len(writers) > 60


def every_writer() -> set[str]:
    """The public functions of `plan/tables` that are given an act, by module."""
    found = set()
    for module in pkgutil.walk_packages(tables.__path__, f"{tables.__name__}."):
        loaded = import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters.values()), None)
            takes_act = first is not None and getattr(first.annotation, "__name__", first.annotation) == "Act"
            if takes_act and function.__module__ == loaded.__name__ and not name.startswith("_"):
                found.add(f"{module.name.rpartition('.')[2]}.{name}")
    return found
