"""The whole plan on paper: all that the letter tells, each thing once, with the agreements in seven columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.paper_sources import ANNIE, example_source
from tests.tools.read_pdf import letters, letters_of, opened, tags_of
from zlp_tui.conversation.telling.overviews.letter import letter
from zlp_tui.exports.forms import form_of
from zlp_tui.paper.plan import plan
from zlp_tui.plan.view import PlanView

EXAMPLES = (ANNIE, "youssef-el-amrani", "joris-vos", "willem-hoekstra")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_quote_of_the_letter_stands_on_paper(name: str) -> None:
    source = example_source(name)
    made = letters_of(plan(source))
    for part in letter(source.context):
        for line in part.lines:
            for quote in line.quotes:
                assert letters(quote.text) in made, (part.title, quote.text)


def test_who_listens_hears_headings_a_table_and_each_quote_apart() -> None:
    source = example_source()
    tags = tags_of(plan(source))
    quotes = sum(len(line.quotes) for part in letter(source.context) for line in part.lines)
    assert tags["/P"] >= quotes
    assert tags["/H1"] == 3 and tags["/H3"] > 20 and tags["/H2"] > 5
    assert tags["/TH"] == 7 * tags["/Table"] > 0
    assert "/Figure" not in tags  # decoration is not read aloud


def test_the_client_stands_on_the_cover_and_says_something() -> None:
    cover = opened(plan(example_source())).pages[0].extract_text()
    assert "Annie de Vries" in cover
    assert "“Zelf naar de bakker op de hoek lopen.”" in cover


def test_the_agreements_have_seven_columns_and_stand_on_wide_pages() -> None:
    pages = [page for page in opened(plan(example_source())).pages if page.mediabox.width > page.mediabox.height]
    told = letters("".join(page.extract_text() for page in pages))
    heads = ("Wat wil ik?", "Wat gaan we doen?", "Wanneer en hoe vaak?", "Wie doet wat?", "Is het gedaan?",
             "Wat bracht het?", "Moet het anders?")
    assert all(letters(head) in told for head in heads)
    assert letters("Samen de was vouwen.") in told


def test_an_agreement_is_told_in_the_table_and_not_in_the_letter_too() -> None:
    assert letters_of(plan(example_source())).count(letters("Een schaaltje vanillevla klaarzetten")) == 1


def test_each_who_agreed_is_named() -> None:
    told = letters_of(plan(example_source()))
    assert letters("Ja, mee eens mevrouw De Vries Ja, mee eens Sanne Ja, mee eens Karim") in told


def test_what_changed_since_it_was_agreed_on_is_told() -> None:
    source = example_source()
    view = source.view

    def then() -> PlanView:
        return replace(view, statements=tuple(said for said in view.statements if said.topic != "important-to"))

    made = letters_of(plan(replace(source, read_agreed=then)))
    told = made[made.index(letters("Wat er veranderde sinds")):]
    assert letters("“Zelf naar de bakker op de hoek lopen.”") in told
    assert letters("Wat er veranderde sinds") not in letters_of(plan(replace(source, read_agreed=lambda: view)))


def test_a_long_plan_says_on_its_cover_that_it_is_long() -> None:
    long, short = (opened(plan(example_source(name))) for name in (ANNIE, "joris-vos"))
    told = letters("langer dan zes bladzijden")
    assert len(long.pages) > 6 and told in letters(long.pages[0].extract_text())
    assert len(short.pages) <= 6 and told not in letters(short.pages[0].extract_text())


def test_the_form_is_known_by_its_id() -> None:
    assert form_of("plan").make(example_source()) == plan(example_source())
