"""The plan as CarePlan: what holds for all of it, and one activity for each agreement."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import DAYS
from zlp_tui.exchange.fhir.line_codec import extension_of, line_extension
from zlp_tui.exchange.fhir.notes import notes_about
from zlp_tui.exchange.fhir.people_resources import team_id
from zlp_tui.exchange.fhir.values import Element, Json, element, ours, period, text
from zlp_tui.plan.kinds import top_kinds
from zlp_tui.plan.view import Agreement, LifeDomain, PlanView

IN_PLAN: Final = ("life_domain", "notice")
"""The kinds of lines that stand in the plan's own line; all others are resources or parts of one."""

_ELSEWHERE: Final = frozenset({"id", "client", "tallies", "former_people", "readable", "wholes"}) | {
    kind.place for kind in top_kinds() if kind.name not in IN_PLAN
}
"""The fields of a plan that stand elsewhere, or follow from the others; all that are left stand in the plan's line."""


def care_plan(plan: BundleContext) -> Element:
    """The plan itself. It is the client's, so the client is its author."""
    view = plan.view
    own = {own.name: getattr(view, own.name) for own in fields(PlanView) if own.name not in _ELSEWHERE}
    own["domains"] = tuple(domain for domain in view.domains if domain != LifeDomain(domain.id))
    return element(
        resourceType="CarePlan", id=view.id, extension=[extension_of("plan", own, plan.urn)],
        status="completed" if view.ended_on else "active", intent="plan", subject=plan.client,
        period=period(view.drawn_up_on if _is_exact(plan, "drawn-up-on") else None, view.ended_on),
        author=plan.client,
        contributor=[plan.to(person) for person in view.drawn_up_with if person != view.client],
        careTeam=[plan.to(team_id(plan))], goal=[plan.to(goal.id) for goal in view.goals],
        activity=[_activity(plan, agreed) for agreed in view.agreements],
    )


def _is_exact(plan: BundleContext, field: str) -> bool:
    return any(detail.field == field and detail.words is None for detail in plan.view.details)


def _activity(plan: BundleContext, agreed: Agreement) -> Element:
    """One agreement: what, when, by whom, for which goal, and how it went."""
    line = line_extension("agreement", agreed, plan.urn, ("want",), seq=plan.number(agreed.seq))
    known = {goal.id for goal in plan.view.goals}
    detail = element(
        code=ours("life-domain", agreed.domain) if agreed.domain else None,
        goal=[plan.to(agreed.goal)] if agreed.goal in known else None, status=_status(plan, agreed),
        doNotPerform=False, **_scheduled(agreed),
        performer=[plan.to(task.person) for task in agreed.who], **text("description", agreed.want),
    )
    if agreed.ended_because:
        detail["statusReason"] = text("text", agreed.ended_because)
    return element(extension=[line], progress=notes_about(plan, agreed.id), detail=detail)


def _status(plan: BundleContext, agreed: Agreement) -> str:
    replaced = any(other.replaces == agreed.id for other in plan.view.agreements)
    if agreed.ended_on is not None or replaced:
        return "completed" if agreed.done == "yes" and not replaced else "stopped"
    return "scheduled" if agreed.from_ is not None and agreed.from_ > plan.today else "in-progress"


def _scheduled(agreed: Agreement) -> Element:
    """When it is done: as a timing where its days are known for certain, else in words, else from and until."""
    said = [step.when for step in agreed.steps if step.when is not None]
    bounds = period(agreed.from_, agreed.until)
    if len(said) == 1 and said[0].weekdays:
        (when,) = said
        repeat: dict[str, Json] = element(
            boundsPeriod=bounds, frequency=1, period=when.every_weeks or 1, periodUnit="wk",
            dayOfWeek=[DAYS[day - 1] for day in when.weekdays],
        )
        return {"scheduledTiming": {"repeat": repeat, "code": text("text", when.words)}}
    if said:
        return text("scheduledString", "; ".join(when.words for when in said))
    return {"scheduledPeriod": bounds} if bounds else {}
