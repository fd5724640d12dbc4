"""The templates: each belongs to a form, and none can do more than lay out what it is given (F01)."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from zlp_tui import places

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = places.data() / "print"
SHARED: Final = {"house", "people"}
"""Templates that others import."""
REACHES_OUT: Final = re.compile(
    r"\b(eval|read|csv|yaml|toml|xml|cbor|plugin|datetime\.today)\(|include |@preview|@local"
)


def sources() -> dict[str, str]:
    """The templates, by name, without their comments."""
    return {file.stem: re.sub(r"^//.*", "", file.read_text(), flags=re.M) for file in FOLDER.glob("*.typ")}


@pytest.mark.parametrize("name", sorted(sources()))
def test_a_template_reads_no_file_and_runs_no_text(name: str) -> None:
    text = sources()[name]
    assert not REACHES_OUT.findall(text)
    assert set(re.findall(r'#import "([a-z-]+)\.typ"', text)) <= SHARED
    assert text.count("#import") == len(re.findall(r'#import "', text))
    assert text.count("json(") == (name == "house")


def test_each_template_makes_a_form() -> None:
    named = {
        node.args[0].value
        for module in (ROOT / "zlp_tui" / "paper").glob("*.py")
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "typeset"
        and isinstance(node.args[0], ast.Constant)
    }
    assert set(sources()) == named | SHARED
