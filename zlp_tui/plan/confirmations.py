"""Of which lines somebody was asked whether they are still so, and said so (rows-l 3).

A line that stands as it did was either confirmed or not asked about again. Nothing is confirmed by silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from zlp_tui.plan.view import PlanView

GOES_ON: Final = "goes-on"
"""What begins the name of the detail that says of an agreement that it goes on, and what that detail then says."""
SATISFIED: Final = "satisfied"
"""What it says where it goes on and is as it should be."""


def goes_on_field(agreement: str, number: int) -> str:
    """The detail that keeps whether an agreement goes on, in the evaluation with this number in the plan."""
    return f"{GOES_ON}-{agreement}-{number}"


def said_since(then: PlanView, now: PlanView) -> Mapping[str, bool]:
    """By id the lines that were asked about in an evaluation after `then`: whether they are still so, as said last."""
    known = set(_said(then))
    return {line: still for evaluation, line, still in _said(now) if (evaluation, line, still) not in known}


def _said(view: PlanView) -> Iterator[tuple[str, str, bool]]:
    """What was said of words, goals and agreements, evaluation by evaluation: whether they are still so."""
    going_on = {detail.field for detail in view.details if detail.value in (GOES_ON, SATISFIED)}
    for number, evaluation in enumerate(view.evaluations, start=1):
        denied = {said.statement for said in evaluation.look_backs if said.says != "still"}
        for said in evaluation.look_backs:
            yield evaluation.id, said.statement, said.statement not in denied
        for outcome in evaluation.goals:
            if outcome.decision is not None:
                yield evaluation.id, outcome.goal, outcome.decision == "go-on"
        for agreement in view.agreements:
            if goes_on_field(agreement.id, number) in going_on:
                yield evaluation.id, agreement.id, True
