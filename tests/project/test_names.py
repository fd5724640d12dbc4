"""Laws of names: a public type stands for one thing, a module has one name, a table ends in `Row`."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from zlp_tui.plan.tables.all_tables import ROWS

ROOT = Path(__file__).parents[2]
MODULES = {
    path.relative_to(ROOT): ast.parse(path.read_text("utf-8"))
    for package in ("zlp_tui", "screens") for path in sorted((ROOT / package).rglob("*.py"))
    if path.name != "__init__.py" and "migrations" not in path.parts
}
NAMED = (ast.Lambda, ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.AsyncFor, ast.comprehension)


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 200
    lines = (tree for path, tree in MODULES.items() if path.parent == Path("zlp_tui/plan/lines"))
    assert sum(len(list(_types_of(tree))) for tree in lines) > 30


def test_no_public_type_name_has_two_meanings() -> None:
    assert twice((name, str(path)) for path, tree in MODULES.items() for name in _types_of(tree)) == {}


def test_no_module_name_stands_twice() -> None:
    assert twice((path.stem, str(path)) for path in MODULES) == {}


def test_every_table_ends_in_row() -> None:
    tables = {row.__name__ for row in ROWS}
    assert [name for name in tables if not name.endswith("Row")] == []
    written = [
        node.name for tree in MODULES.values() for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(word.arg == "table" for word in node.keywords)
    ]
    assert [name for name in written if not name.endswith("Row")] == []


@pytest.mark.parametrize("source", [
    "for one in things: pass", "a = [one for one in things]", "for a, one in b: pass", "sorted(a, key=lambda one: one)",
    "def of(one): pass",
])
def test_a_loop_over_one_is_found(source: str) -> None:
    assert list(_loops_over_one(ast.parse(source))) == [1]


def test_no_loop_variable_is_called_one() -> None:
    assert [f"{path}:{line}" for path, tree in MODULES.items() for line in _loops_over_one(tree)] == []


def twice(names: Iterator[tuple[str, str]]) -> Mapping[str, list[str]]:
    """The names that stand in more than one place, with the places."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for name, place in names:
        places[name].append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def _types_of(tree: ast.Module) -> Iterator[str]:
    """Public classes and type aliases of a module. A type variable is a parameter, not a type."""
    for node in tree.body:
        name = _type_name(node)
        if name is not None and not name.startswith("_"):
            yield name


def _type_name(node: ast.stmt) -> str | None:
    match node:
        case ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
            return name
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name[0].isupper() and not name.isupper():
            is_variable = isinstance(value, ast.Call) and ast.unparse(value.func) in ("TypeVar", "ParamSpec")
            return None if is_variable else name
        case _:
            return None


def _loops_over_one(tree: ast.Module) -> Iterator[int]:
    """The lines where `one` stands for anything: in a loop, or as a parameter; beside `other` it is one of two."""
    for node in ast.walk(tree):
        if isinstance(node, LOOPS):
            for name in ast.walk(node.target):
                if isinstance(name, ast.Name) and name.id == "one":
                    yield name.lineno
        elif isinstance(node, NAMED):
            taken = {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}
            if "one" in taken and "other" not in taken:
                yield node.lineno
