"""Each form on paper: of a plan of much, of nothing and of hostile words; tagged, neutral, and always the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.tools.paper_sources import ANNIE, empty_source, example_source, saying
from tests.tools.read_pdf import letters, letters_of, opened, root_of
from zlp_tui.conversation.ports.plan_pages import Beforehand
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.exports.forms import PAPER, ExportForm, form_of

HOSTILE = (
    '#read("../../etc/passwd") #eval("1+1") $x^2$ @ref <label> [inhoud] *vet* _schuin_ '
    "//  /* weg */ \\n `raw` ~ --- = kop"
)
LARGE = 18
EACH = pytest.mark.parametrize("form", PAPER, ids=lambda form: form.id)


def asking(source: ExportSource) -> ExportSource:
    """The same plan, with questions for the next talk and all of it said in the last one."""
    lines = frozenset(line.id for group in (source.view.agreements, source.view.goals) for line in group)
    questions = Beforehand("Een gesprek", "Over fijne dingen.", "Het duurt een half uur.", ("Waar houdt u van?",))
    return replace(source, read_new_lines=lambda: lines, read_questions=lambda: questions)


@EACH
def test_a_form_is_tagged_says_its_language_and_no_name(form: ExportForm) -> None:
    source = asking(example_source())
    made = form.make(source)
    root, metadata = root_of(made), opened(made).xmp_metadata
    assert metadata is not None
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"] == {"/Marked": True, "/Suspects": False}
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"] == {"/Direction": "/L2R", "/DisplayDocTitle": True}
    kept = metadata.stream.get_data().decode()
    for says in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert says in kept
    told = f"{opened(made).metadata} {kept}"
    assert all(person.name not in told and person.called not in told for person in source.view.people)
    assert form.make(source) == made


@EACH
def test_a_form_of_a_plan_of_which_nothing_was_said_is_made_too(form: ExportForm) -> None:
    assert len(opened(form.make(empty_source())).pages) >= 1


@EACH
def test_words_stand_on_paper_as_they_were_said(form: ExportForm) -> None:
    """F01: nothing that was said is read as Typst's own."""
    made = letters_of(form.make(asking(saying(example_source(), HOSTILE))))
    if form.id not in WITHOUT_WORDS:
        assert letters(HOSTILE)[:50] in made
    assert "root:" not in made


WITHOUT_WORDS = {"rights", "preparation", "recovery"}
"""Nothing that was said stands on these."""


@pytest.mark.parametrize("text", [
    "w" * 10_000, "👨\u200d👩\u200d👧 ❤️ 🇳🇱 😊", "اسمي محمد", "e" + "\u0301" * 500,
    "a\x00b\x1b[2Jc\u202ed\u2066", "中文 \ue000 \U0010ffff", "\u2800\u3164\u115f", "regel\nregel\n\nregel",
])
@pytest.mark.parametrize("form_id", ["minutes", "plan", "poster"])
def test_any_sign_can_be_printed(form_id: str, text: str) -> None:
    """F01, C04, C05: long words, emoji, right to left, marks, controls and signs that no font of ours draws."""
    assert form_of(form_id).make(asking(saying(example_source("youssef-el-amrani"), text)))


@EACH
def test_most_of_what_is_printed_large_is_of_eighteen_points_or_more(form: ExportForm) -> None:
    sizes = Counter[bool]()
    made = opened(form.make(replace(asking(example_source(ANNIE)), large=True)))

    def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        sizes[round(size * abs(matrix[0])) >= LARGE] += len(text.strip())

    for page in made.pages:
        page.extract_text(visitor_text=look)
    assert sizes[True] > sizes[False]

