"""Whether a step that is only for some is for this client, by what was picked in a form."""

from __future__ import annotations

from zlp_tui.plan.view import PlanView
from zlp_tui.script.schema import Step


def is_for_client(view: PlanView, step: Step) -> bool:
    """Whether a step is told or asked here."""
    only_if = step.told_only_if
    return only_if is None or view.fact(only_if.field) in only_if.is_
