"""Whatever stands in the plan can be looked up: every line of it leads to who said it and to its history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.evaluated import evaluated
from tests.tools.table import open_door
from tests.tools.window import lay_examples
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Grid, Quote


@pytest.mark.timeout(240)
@pytest.mark.parametrize("laid_out", [lay_examples, evaluated], ids=["examples", "two evaluations"])
def test_every_line_of_the_plan_leads_somewhere(tmp_path: Path, laid_out: object) -> None:
    assert callable(laid_out)
    laid_out(tmp_path)
    front = open_door(tmp_path)
    try:
        for plan in front.plans():
            desk = front.sit_down(plan.id)
            found = [(where, quote) for where, quote in shown(desk) if quote.ref]
            assert found or not desk.view.live_statements
            for where, quote in found:
                assert desk.trace(quote.ref), (plan.name, where, quote)
                history = desk.history.history(quote.ref)
                assert history or not quote.own_words, (plan.name, where, quote)
    finally:
        front.close()


def shown(desk: Desk) -> Iterator[tuple[str, Quote]]:
    """All that stands in letter, cards, choices, remarks and results, and in then beside now."""
    yield from (("letter", quote) for part in desk.letter() for line in part.lines for quote in line.quotes)
    for card in desk.cards():
        yield "cards", Quote(card.ref, card.title)
        yield from (("cards", quote) for _, quotes in card.rows for quote in quotes)
    for choice, question, grid in desk.choice_grids():
        yield "choices", Quote(choice, question)
        yield from (("choices", quote) for quote in of_grid(grid))
    looking = desk.history
    yield from (("remarks", one.quote) for one in looking.remarks())
    yield from (("disagreements", one.quote) for one in looking.disagreements())
    yield from (("new", line.quote) for _, lines in looking.new_since().parts for line in lines)
    for evaluation in looking.evaluations():
        yield from (("results", quote) for quote in of_results(desk, evaluation.ref))
    for edition in looking.editions():
        both = looking.then_and_now(edition.number)
        pairs = [pair for part in both.parts for pair in part.pairs] if both else []
        yield from (("then and now", quote) for pair in pairs for quote in (*pair.told, Quote(pair.ref, "")))


def of_grid(grid: Grid) -> Iterator[Quote]:
    yield from (quote for row in grid.cells for cell in row for quote in cell)
    yield from (quote for group in grid.beside for quote in group.quotes)


def of_results(desk: Desk, evaluation: str) -> Iterator[Quote]:
    found = desk.history.results(evaluation)
    assert found is not None
    for goal in found.goals:
        yield from (quote for quote in (goal.goal, *goal.outcome, *goal.why, goal.successor) if quote is not None)
