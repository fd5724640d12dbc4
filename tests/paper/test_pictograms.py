"""The drawings: each thing that has one has a file of its own, each file is named, and who drew them is told."""

from __future__ import annotations

from typing import Final, get_args

import pytest

from tests.tools.paper_sources import example_source
from tests.tools.prepared import our_script
from tests.tools.read_pdf import letters, letters_of, opened
from zlp_tui import places
from zlp_tui.paper.pictograms import Pictograms, PictureOf, drawings
from zlp_tui.paper.rights import rights
from zlp_tui.plan.agreed_today import PARTS
from zlp_tui.plan.view import CHAPTERS, DOMAINS, Face, GoalKind
from zlp_tui.script.steps.looking_back_models import Scale

FOLDER: Final = places.data() / "pictograms"


def faces() -> set[str]:
    """How it goes, and how a talk was."""
    scales = [step for step in our_script().steps if isinstance(step, Scale)]
    return {*get_args(Face), *(face.id for scale in scales for face in scale.faces)}


@pytest.mark.parametrize(("of", "things"), [
    ("topics", {topic.id for topic in our_script().topics}), ("chapters", set(CHAPTERS)), ("domains", set(DOMAINS)),
    ("goals", set(get_args(GoalKind))), ("faces", faces()), ("parts-of-day", set(PARTS)),
])
def test_each_of_these_has_a_drawing_and_nothing_else_has(of: PictureOf, things: set[str]) -> None:
    assert set(drawings()[of]) == things


def test_each_drawing_has_a_file_and_each_file_is_named() -> None:
    named = {name for of in drawings().values() for name in of.values()}
    assert {file.stem for file in FOLDER.glob("*.svg")} == named
    assert set(drawings()) == set(get_args(PictureOf))


def test_a_topic_of_a_pack_has_none() -> None:
    assert Pictograms()("topics", "topic-of-a-pack") == ""


def test_who_drew_them_is_told_at_the_foot_of_the_last_page_and_in_the_folder() -> None:
    made = rights(example_source())
    assert letters("OpenMoji, CC BY-SA 4.0") in letters(opened(made).pages[-1].extract_text())
    assert letters_of(made).count("OpenMoji") == 1
    assert "Attribution-ShareAlike 4.0" in (FOLDER / "LICENSE").read_text()
    assert "OpenMoji" in (FOLDER / "README.md").read_text()
