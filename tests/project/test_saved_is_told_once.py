"""“Bewaard” is said by one function, which is given what became of it (F11)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.tools.prepared import dutch

ROOT = Path(__file__).parents[2]
SAYS_IT = ROOT / "zlp_tui" / "saved_text.py"
GIVEN_WHAT_BECAME_OF_IT = {"saved_text", "print_kept", "show_saved", "_show_kept"}
TAKEN_BACK = "Taken back. The words are kept."
REVERSED = {"Saved. Undone: {words}", "Saved. Done again: {words}"}
"""An undo that gives words was written: it gives none where there was nothing to undo."""


def said_outside(tree: ast.AST, inside: bool = False) -> Iterator[str]:
    """The messages that begin with “Bewaard” or tell that something was taken back, and are not handed to it."""
    for node in ast.iter_child_nodes(tree):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        if name in ("tr", "_tr", "message") and isinstance(node, ast.Call) and isinstance(node.args[0], ast.Constant):
            said = str(node.args[0].value)
            says_so = dutch()(said).startswith("Bewaard") or said == TAKEN_BACK
            if says_so and not inside and said not in REVERSED:
                yield said
        yield from said_outside(node, inside or name in GIVEN_WHAT_BECAME_OF_IT)


def test_every_place_that_says_saved_is_given_what_was_written_f11() -> None:
    files = [file for room in ("zlp_tui", "screens") for file in (ROOT / room).rglob("*.py") if file != SAYS_IT]
    assert len(files) > 300
    found = {str(f.relative_to(ROOT)): list(said_outside(ast.parse(f.read_text(encoding="utf-8")))) for f in files}
    assert {file: said for file, said in found.items() if said} == {}
