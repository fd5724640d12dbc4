"""What a script and a plan offer: overviews worth opening, and where a question about an agreement is asked."""

from __future__ import annotations

from zlp_tui.conversation.ports.script_walk import AskedOfAgreement, Overview, PartOfAgreement
from zlp_tui.plan.view import Place, PlanView
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script


def offers(script: Script, view: PlanView, page: Overview) -> bool:
    """Whether there is something to see on an overview of the plan, or a topic in which it begins."""
    match page:
        case "choices":
            return bool(view.open_choices()) or _has(script, Role.CHOICES)
        case "agreements":
            there = bool(view.open_goals() or view.active_agreements())
            return there or _has(script, Role.GOALS, Role.AGREEMENTS)
        case "results":
            return bool(view.evaluations) or _has(script, Role.LOOK_BACK)
        case "details":
            return _has(script, Role.PERSONAL_DETAILS, Role.LOOK_AGAIN)
        case "editions":
            return bool(view.agreed_editions) or _has(script, Role.AGREE)


def place_for(script: Script, keeps: AskedOfAgreement, about: str) -> Place | None:
    """Where this is asked about an agreement, by the step that keeps it; None when the script does not ask it."""
    for topic in script.topics:
        for step in topic.steps:
            if step.kept_as == keeps:
                return Place(topic.id, step.id, about)
    return None


def place_of_part(script: Script, part: PartOfAgreement, agreement: str) -> Place | None:
    """Where one thing of an agreement is asked; None when the script does not ask it."""
    for topic in script.topics:
        for step in topic.steps:
            if part in step.agreement_parts:
                item = "/".join(filter(None, (agreement, step.agreement_parts[part])))
                return Place(topic.id, step.id, item)
    return None


def _has(script: Script, *roles: Role) -> bool:
    return any(script.with_role(role) is not None for role in roles)
