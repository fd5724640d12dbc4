"""What the tests find once for all widgets that are alike (`tests/tools/rules_found_once.py`) is what Textual finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from tests.screens.conftest import ANNIE
from tests.tools import rules_found_once
from tests.tools.rules_found_once import APPLY, FLAGS
from tests.tools.window import window


def styles_of(node: DOMNode) -> tuple[object, ...]:
    return dict(node.styles.base._rules), {name: getattr(node, name) for name in FLAGS}


async def test_each_widget_has_the_styles_that_textual_gives_it(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0

    def apply(styles: Stylesheet, node: DOMNode, *, animate: bool = False, cache: object = None) -> None:
        nonlocal looked_at
        rules_found_once._apply(styles, node)
        found = styles_of(node)
        APPLY(styles, node)
        assert styles_of(node) == found, (node, node.css_path_nodes)
        looked_at += 1

    monkeypatch.setattr(Stylesheet, "apply", apply)
    async with window(year, ANNIE) as w:
        await w.press("tab", "enter", "shift+tab", "escape", "l", "f1", "escape", "escape", "ctrl+p", "escape")
        await w.press("w", "n")
        await w.type("Truus")
        await w.press("escape")
        w.app.toggle_theme()
        await w.settled()
        await w.press("escape", "a", "down")
    assert looked_at > 300
