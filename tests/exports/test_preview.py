"""What is told of a form before it is written is what stands in it."""

from __future__ import annotations

import pytest

from tests.tools.exported import empty, example
from zlp_tui.exports.forms import FORMS, ExportForm, form_of
from zlp_tui.exports.preview import preview_of

FOR_PROGRAMS = {"json", "fhir"}


@pytest.mark.parametrize("form", [form_of(id) for id in ("minutes", "rights", "html", "md", "csv", "ics")])
def test_the_first_words_of_a_form_are_told(form: ExportForm) -> None:
    told = preview_of(form, form.make(example()))
    assert 1 < len(told.lines) <= 12 and all(line.strip() == line and line for line in told.lines)
    assert (told.pages is not None) == (form.ending == "pdf")
    if form.id in ("minutes", "csv"):
        assert "stukje lopen" in " ".join(told.lines)


def test_of_an_empty_plan_a_page_is_told_and_of_what_is_for_programs_nothing() -> None:
    assert preview_of(form_of("minutes"), form_of("minutes").make(empty())).pages == 1
    for form in FORMS:
        if form.id in FOR_PROGRAMS:
            assert preview_of(form, b"{}").lines == ()
