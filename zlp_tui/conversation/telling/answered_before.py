"""Whether a step that is only for some is for this client, by what was picked in a form."""

from __future__ import annotations

from zlp_tui.plan.view import PlanView
from zlp_tui.script.steps.word_models import Ask, Tell


def is_for_client(view: PlanView, step: Tell | Ask) -> bool:
    """Whether a step is told or asked here."""
    return step.only_if is None or view.fact(step.only_if.field) in step.only_if.is_
