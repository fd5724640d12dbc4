"""The blank booklet, the third renderer of the script: each kind of step, the order of the screen, and codes."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.tools.paper_sources import empty_source, example_source
from tests.tools.prepared import our_script
from tests.tools.read_pdf import letters, opened
from zlp_tui.paper.booklet import BLANK, booklet, questions_on_paper, topics_on_paper
from zlp_tui.script.schema import Step
from zlp_tui.script.step_model import StepBase

LOOKED_AT = 9
"""Of so many pages one is read: that takes long."""
CLASSES = get_args(get_args(Step)[0])


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_each_kind_of_step_says_what_it_is_on_paper(kind: type[StepBase]) -> None:
    assert "on_paper" in vars(kind)


def test_each_question_on_paper_asks_or_reads_something_under_a_part_of_its_own() -> None:
    for step in our_script().steps:
        pages = step.on_paper
        assert all(bool(page.ask) != bool(page.read) for page in pages), step
        assert len({page.part for page in pages}) == len(pages), step
        assert pages or step.kind == "sitting-begin", step


def test_one_question_a_page_in_the_order_of_the_screen_each_with_its_code() -> None:
    source = empty_source()
    pages = opened(booklet(source)).pages[1:]
    asked = [
        (topic, step, page)
        for topic in topics_on_paper(source.context) for step in topic.steps if step.told_only_if is None
        for page in questions_on_paper(step)
    ]
    assert len(pages) == len(asked)
    for printed, (topic, step, page) in list(zip(pages, asked, strict=True))[::LOOKED_AT]:
        told = letters(printed.extract_text())
        assert letters("/".join(filter(None, (topic.id, step.id, page.part)))) in told
        assert letters(source.context.words(page.ask, item=BLANK, person=BLANK, decider=BLANK)) in told
    order = [topic.id for topic in our_script().topics]
    assert [order.index(topic.id) for topic, _, _ in asked] == sorted(order.index(topic.id) for topic, _, _ in asked)


def test_a_plan_that_was_agreed_on_gets_the_questions_of_looking_back() -> None:
    assert {topic.part_of for topic in topics_on_paper(example_source().context)} == {"evaluation"}
    assert "evaluation" not in {topic.part_of for topic in topics_on_paper(empty_source().context)}
