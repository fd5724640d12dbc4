"""Goals: what the client wants to reach, keep, slow or ease, in their words."""

from __future__ import annotations

from typing import Final

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import ACHIEVED, GOAL_RELATION, GOAL_STATUS, TREATMENT_OBJECTIVE
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.notes import notes_about
from zlp_tui.exchange.fhir.values import Element, concept, element, hl7, ours, text
from zlp_tui.plan.view import Goal

MOST_NOTES: Final = 1
"""How many notes the profile of nl-core allows; all else of it is met by any goal."""


def goal(plan: BundleContext, said: Goal) -> Element:
    """One goal. The life domain and the kind are categories; what it replaces is an extension of R4 itself."""
    line = line_extension("goal", said, plan.urn, ("text",), seq=plan.number(said.seq))
    categories = [ours("goal-kind", said.kind)] if said.kind else []
    if said.domain:
        categories.append(ours("life-domain", said.domain, plan.context.domain_title(said.domain) or None))
    notes = notes_about(plan, said.id)
    return element(
        resourceType="Goal", id=said.id, meta={"profile": [TREATMENT_OBJECTIVE]} if len(notes) <= MOST_NOTES else None,
        extension=[line, *_replaced(plan, said)],
        lifecycleStatus=GOAL_STATUS[said.status], achievementStatus=hl7("goal-achievement", _achieved(plan, said)),
        category=categories, priority={"text": str(said.priority)} if said.priority is not None else None,
        description=text("text", said.text), subject=plan.client,
        target=[element(dueDate=said.until)] if said.until else None, statusDate=said.ended_on,
        **text("statusReason", said.ended_because), expressedBy=plan.to(said.voice.id),
        note=notes,
    )


def _replaced(plan: BundleContext, said: Goal) -> list[Element]:
    known = {other.id for other in plan.view.goals}
    if said.replaces is None or said.replaces not in known:
        return []
    kind = concept("http://terminology.hl7.org/CodeSystem/goal-relationship-type", "replacement")
    parts: list[Element] = [
        {"url": "type", "valueCodeableConcept": kind}, {"url": "target", "valueReference": plan.to(said.replaces)},
    ]
    return [{"url": GOAL_RELATION, "extension": parts}]


def _achieved(plan: BundleContext, said: Goal) -> str:
    """How far it came: as it was said last in a look back, else what its status tells."""
    if said.status == "reached":
        return "achieved"
    outcomes = (evaluation.of_goal(said.id) for evaluation in reversed(plan.view.evaluations))
    close = next((outcome.how_close for outcome in outcomes if outcome and outcome.how_close), None)
    if close:
        return ACHIEVED[close]
    if said.status in ("active", "waits"):
        return "sustaining" if said.kind == "keep" else "in-progress"
    return "not-achieved"
