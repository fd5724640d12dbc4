"""A name behind words is who said them, on every page of a plan; who does something is told in words (issue 8, 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.tools.attributions import Named, lines_of, printed_in, told_by
from tests.tools.prepared import dutch
from tests.tools.window import door, lay_examples
from zlp_tui import places
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.scripted_examples import read_example
from zlp_tui.plain.pages.plan_text import cards_page, choices_page, letter_page, map_page, trace_page
from zlp_tui.plan.view import PlanView, Voice

EXAMPLES = sorted((places.data() / "examples").glob("*.yaml"))
NOT_THEIRS = ("id", "person", "does", "done_with", "ended_how")
"""What stands with a person or a voice and need not be their words: what they do, and what others said became of it."""

PAGES_OF_LINES = 12
"""How many lines are traced back on paper; the desk traces all of them."""


def who_said(view: PlanView) -> dict[str, set[str]]:
    """All words of the plan that are somebody's, with who said them, by id. Who does something said nothing by that."""
    said = defaultdict[str, set[str]](set)
    for node in nodes_of(view):
        speaker = _id(getattr(node, "voice", None) or getattr(node, "person", None))
        for part in fields(node):
            words = getattr(node, part.name)
            by = _id(getattr(node, f"{part.name}_by", None)) or speaker
            if isinstance(words, str) and part.name not in NOT_THEIRS and by:
                said[words].add(by)
    return said


def _id(speaker: object) -> str:
    return speaker.id if isinstance(speaker, Voice) else str(speaker or "")


def nodes_of(node: object) -> Iterator[Any]:
    """Every dataclass in a tree of data."""
    if is_dataclass(node) and not isinstance(node, type):
        yield node
        for part in fields(node):
            yield from nodes_of(getattr(node, part.name))
    elif isinstance(node, tuple):
        for each in node:
            yield from nodes_of(each)


def printed_by(desk: DeskSession) -> Iterator[Named]:
    """The same pages line by line."""
    tr, view = dutch(), desk.view
    pages = [
        letter_page(desk.letter(), tr), cards_page(view, desk.cards(), tr), map_page(desk.map(), tr),
        choices_page(view, desk.choice_grids(), desk.who_decides, tr),
    ]
    pages += [trace_page(desk.trace(ref), tr) for ref in lines_of(desk)[-PAGES_OF_LINES:]]
    for page in pages:
        yield from printed_in("\n".join(page.lines()))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_behind_words_stands_who_said_them_on_every_page_law_v8(tmp_path: Path, file: Path) -> None:
    lay_examples(tmp_path)
    front = door(tmp_path)
    desk = front.sit_down(front.find(read_example(file).name))
    view, said = desk.view, who_said(desk.view)
    names = {person.id: {person.name, person.called} for person in (*view.people, *view.former_people)}
    deeds = {task.does for deal in view.agreements for task in deal.who if task.does}
    checked = set()
    for words, name in {*printed_by(desk), *told_by(desk)}:
        if words in said:
            assert any(name in names[person] for person in said[words]), (words, name)
            checked.add(words)
        else:
            assert words not in deeds, (words, name)
    assert len(checked) > 12
    front.close()
