"""Where what stands in the bundle comes from: a Provenance for each voice, and for each edition that was agreed on."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import EDITION_OF
from zlp_tui.exchange.fhir.edition_document import edition_document
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.values import Element, Json, element, hl7, ours
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.view import Edition, PlanView


def provenance_of_voices(plan: BundleContext, said: Mapping[str, Iterable[str]]) -> Iterator[Element]:
    """Of each voice the resources that hold their words, by id."""
    for person, refs in said.items():
        yield element(
            resourceType="Provenance", id=plan.made_id(f"voice/{person}"), target=[plan.to(ref) for ref in refs],
            recorded=recorded(plan), agent=[_agent(plan, person, "author")],
        )


Bodies = Mapping[int, PlanView]
"""The plan as it was agreed on, by number of the edition."""


def provenance_of_editions(plan: BundleContext, agreed: Bodies) -> Iterator[Element]:
    """Of each edition when the plan was agreed on, who was there, and what each person said of it."""
    for at, edition in enumerate(plan.view.editions):
        people = dict.fromkeys((*edition.present, *(said.person for said in edition.consent), plan.view.client))
        body = body_id(plan, edition) if edition.number in agreed else None
        yield element(
            resourceType="Provenance", id=plan.made_id(f"edition/{edition.number}"),
            extension=[line_extension("edition", edition, plan.urn, place=at)], target=[plan.to(plan.view.id)],
            occurredDateTime=edition.agreed_on, recorded=recorded(plan),
            activity=ours("edition", "agreed-on" if edition.agreed_on else "being-agreed"),
            agent=[_agent(plan, person, "verifier") for person in people],
            entity=[{"role": "revision", "what": _what(plan, edition, body)}],
        )


def _what(plan: BundleContext, edition: Edition, body: str | None) -> Element:
    numbered: dict[str, Json] = {"identifier": {"system": EDITION_OF, "value": str(edition.number)}}
    return numbered | (plan.to(body) if body else {})


def binaries(plan: BundleContext, agreed: Bodies) -> Iterator[Element]:
    """The plan as it was agreed on, of each edition, as `zlp show --json` prints it."""
    for edition in plan.view.editions:
        body = agreed.get(edition.number)
        if body is not None:
            yield element(
                resourceType="Binary", id=body_id(plan, edition), contentType="application/json", data=_packed(body)
            )


def body_id(plan: BundleContext, edition: Edition) -> str:
    """The id of the Binary that holds an edition."""
    return plan.made_id(f"body/{edition.number}")


def recorded(plan: BundleContext) -> str:
    """The moment of making, as an instant of FHIR."""
    return instant(plan.source.made_at)


def _packed(body: PlanView) -> str:
    shown = json.dumps(edition_document(body), ensure_ascii=False, separators=(",", ":"))
    return b64encode(shown.encode()).decode()


def _agent(plan: BundleContext, person: str, role: str) -> Element:
    return {"type": hl7("provenance-participant-type", role), "who": plan.to(person)}
