"""How many public functions and classes say what they are: of all, counted as interrogate does with `-insmMIO`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEAST = 0.90

Documented = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public_definitions(body: list[ast.stmt]) -> Iterator[Documented]:
    """Public classes and functions, and the public ones in public classes; not what stands inside a function."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body)


def test_nine_in_ten_public_functions_and_classes_have_a_docstring() -> None:
    found = [
        (f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", ast.get_docstring(node))
        for package in ("zlp_tui", "screens") for path in sorted((ROOT / package).rglob("*.py"))
        if "migrations" not in path.parts for node in public_definitions(ast.parse(path.read_text("utf-8")).body)
    ]
    without = [name for name, docstring in found if not docstring]
    assert len(found) > 1500
    assert len(without) <= (1 - LEAST) * len(found), f"{len(without)} of {len(found)}: {without}"
