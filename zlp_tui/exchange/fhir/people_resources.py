"""Who is who: the client as Patient, own people as RelatedPerson, who is here for their work as Practitioner, and all
of them together as CareTeam."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import RELATIONS, TERMINOLOGY
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.values import Element, coding, element, ours, text
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Person

BORN: Final = "born-on"
"""The field of a form that holds the day of birth."""


def client(plan: BundleContext) -> Element:
    """The client. A BSN is no part of a view, so it is never in it."""
    born = next((detail for detail in plan.view.details if detail.field == BORN and detail.words is None), None)
    at = next(at for at, person in enumerate(plan.view.people) if person.id == plan.view.client)
    return element(
        resourceType="Patient", id=plan.view.client, active=True, birthDate=born.value if born else None,
        **_said(plan, plan.view.client_person, at, former=False),
    )


def others(plan: BundleContext) -> Iterator[Element]:
    """Everybody else, those included who are named and no longer in the plan."""
    for at, person in enumerate(plan.everybody):
        if person.id == plan.view.client:
            continue
        former = at >= len(plan.view.people)
        said = _said(plan, person, at, former=former)
        if person.kind not in PROFESSIONAL_KINDS:
            yield element(
                resourceType="RelatedPerson", id=person.id, active=not former, patient=plan.client,
                relationship=[_relationship(person)], **said,
            )
            continue
        yield element(resourceType="Practitioner", id=person.id, active=not former, **said)
        yield element(
            resourceType="PractitionerRole", id=plan.made_id(f"role/{person.id}"), active=not former,
            practitioner=plan.to(person.id), code=[_relationship(person)],
        )


def team(plan: BundleContext) -> Element:
    """All who are in the plan now, the client first."""
    members = sorted(plan.view.people, key=lambda person: person.id != plan.view.client)
    return element(
        resourceType="CareTeam", id=team_id(plan), status="active", subject=plan.client,
        participant=[{"role": [_relationship(person)], "member": plan.to(person.id)} for person in members],
    )


def team_id(plan: BundleContext) -> str:
    """The id of the team."""
    return plan.made_id("team")


def _said(plan: BundleContext, person: Person, place: int, *, former: bool) -> Element:
    """Their name, how they are reached, and all else the plan knows of them."""
    called = [{"use": "usual", **text("text", person.salutation)}] if person.salutation else []
    contact = {"system": "other", **text("value", person.contact)}
    line = line_extension("person", person, plan.urn, ("name", "apart"), place=place, former=True if former else None)
    return element(
        extension=[line], name=[text("text", person.name), *called], telecom=[contact] if person.contact else None,
    )


def _relationship(person: Person) -> Element:
    """What somebody is to the client: our word, that of HL7 where it has exactly that, and the words of the plan."""
    kind = ours("person-kind", person.kind)
    codes = [coding(f"{TERMINOLOGY}v3-RoleCode", RELATIONS[person.kind])] if person.kind in RELATIONS else []
    listed = kind["coding"]
    return {"coding": [*(listed if isinstance(listed, list) else ()), *codes], **text("text", person.relation)}
