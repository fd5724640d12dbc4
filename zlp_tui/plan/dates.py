"""The dates in one plan, from which `due/` reckons when to look back: taken from its view, or for lists of plans read
without one (`queries/dates_of_plans.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zlp_tui.plan.view import PlanView


class ChoiceDates(NamedTuple):
    """The dates of a choice; `thinking_until` is None as soon as something was chosen."""

    id: str
    thinking_until: str | None
    revisit_on: str | None


class AgreementDates(NamedTuple):
    """The dates of an agreement. `looked_at`: somebody noted how it went on `evaluate_on` or later."""

    id: str
    evaluate_on: str | None
    until: str | None
    looked_at: bool


class PlanDates(NamedTuple):
    """The dates in a plan, ISO: what was filled in last at each field of a form, the days of evaluations and editions,
    and the dates of choices that are open and of agreements that are in force."""

    fields: Mapping[str, str]
    evaluations: tuple[str, ...]
    editions: tuple[str, ...]
    choices: tuple[ChoiceDates, ...]
    agreements: tuple[AgreementDates, ...]


@dataclass(frozen=True, slots=True)
class NextEvaluation:
    """When to look back next and why then: the id of a wish or of a figure of the law; None when nothing tells."""

    on: str | None = None
    because: str | None = None


def dates_in(view: PlanView) -> PlanDates:
    """The dates in a plan of which there is a view."""
    agreements = view.active_agreements()
    days = {agreement.id: agreement.evaluate_on for agreement in agreements if agreement.evaluate_on}
    looked_at = {note.about for note in view.progress if note.about in days and note.on >= days[note.about]}
    return PlanDates(
        {detail.field: detail.value for detail in view.details},
        tuple(evaluation.held_on for evaluation in view.evaluations),
        tuple(edition.agreed_on for edition in view.editions if edition.agreed_on),
        tuple(
            ChoiceDates(choice.id, None if choice.chosen else choice.thinking_until, choice.revisit_on)
            for choice in view.open_choices()
        ),
        tuple(
            AgreementDates(agreed.id, agreed.evaluate_on, agreed.until, agreed.id in looked_at)
            for agreed in agreements
        ),
    )
