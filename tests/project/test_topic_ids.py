"""The program knows topics of the script by their role, and no ids: a pack may leave out or replace any of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from zlp_tui import places

ROOT = Path(__file__).parents[2]
IDS: Final = frozenset(path.stem for path in (places.content() / "nl" / "script" / "topics").glob("*.yaml"))
WITHOUT: Final = (ROOT / "zlp_tui" / "script", ROOT / "zlp_tui" / "plan")
"""The script has the roles. `plan/` does not know the script: its words name columns, and what a line belongs to."""
ALSO: Final = frozenset({"people", "choices", "goals", "agreements", "domains", "goals-now", "rights"})
"""Ids that are also what a step repeats over or offers (`Each`, `From` in `script/schema.py`), overviews of the plan,
names of commands and of forms of export, and where a question of a day looks (`Direction`). They may stand wherever
nothing takes them for a topic."""
TAKES_A_TOPIC: Final = frozenset({
    "show_topic", "go_topic", "find_topic", "find_step", "topic", "topic_named", "number_of", "Place", "Thing", "said",
    "groups_beside", "talk_about", "way_to_talk",
})
HOLDS_A_TOPIC: Final = frozenset({"id", "topic"})


def offences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Literals that are the id of a topic, with their line; those in `ALSO` only where a topic is meant."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(word)) if word in IDS - ALSO:
                yield node.lineno, word
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in TAKES_A_TOPIC:
                yield from _among(*node.args, *(keyword.value for keyword in node.keywords))
            case ast.Compare() if any(map(_holds_a_topic, (node.left, *node.comparators))):
                yield from _among(node.left, *node.comparators)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if name.isupper():
                yield from _among(*filter(None, [node.value]))


def _holds_a_topic(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in HOLDS_A_TOPIC


def _among(*nodes: ast.expr) -> Iterator[tuple[int, str]]:
    for node in nodes:
        match node:
            case ast.Constant(value=str(word)) if word in ALSO:
                yield node.lineno, word
            case ast.Tuple(elts=inside) | ast.List(elts=inside) | ast.Set(elts=inside):
                yield from _among(*inside)


def test_no_topic_of_our_script_is_named_in_the_program() -> None:
    modules = [
        path for package in ("zlp_tui", "screens") for path in sorted((ROOT / package).rglob("*.py"))
        if not any(room in path.parents for room in WITHOUT)
    ]
    assert len(modules) > 100
    assert {"look-back", "personal-details", "goals"} <= IDS
    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in modules for line, word in offences(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize("code", [
    'LOOK_BACK = "look-back"', 'navigator.show_topic("goals")',
    'x = topic.id == "people"', 'Place("goals", "goal", ref)',
    'TO_LOOK_AT: Final = "agreements"', 'MATTERS = ("choices",)', 'talk_about(ref, topic="choices")',
    'open(lambda: navigator.show_topic("look-back"))', 'if "goals" != line.topic: pass',
])
def test_a_topic_that_is_named_is_seen(code: str) -> None:
    assert list(offences(ast.parse(code)))


@pytest.mark.parametrize("code", [
    'if step.over == "goals": pass', 'Action("agreements", tr("Agreements"), lambda: navigator.navigate(AGREEMENTS))',
    'desk.offers("choices")', 'show_topic(desk.topic_for(Role.LOOK_BACK))', 'here = "choices"',
])
def test_words_that_are_something_else_are_let_be(code: str) -> None:
    assert not list(offences(ast.parse(code)))
