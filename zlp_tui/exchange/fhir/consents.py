"""Who may see and write what: a Consent for each grant."""

from __future__ import annotations

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import CONSENT_DOCUMENT, LOINC
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.values import Element, concept, element, hl7, ours, period
from zlp_tui.plan.view import Grant


def consent(plan: BundleContext, grant: Grant) -> Element:
    """One grant, as `voice` said it for the client. Without a person it closes a line to everybody else."""
    line = line_extension("grant", grant, plan.urn, seq=plan.number(grant.seq))
    over = grant.until is not None and grant.until < plan.today
    actor = {"role": hl7("v3-ParticipationType", "IRCP"), "reference": plan.to(grant.person)} if grant.person else None
    writes = [hl7("consentaction", "correct")] if grant.write else []
    return element(
        resourceType="Consent", id=grant.id, extension=[line], status="inactive" if over else "active",
        scope=hl7("consentscope", "patient-privacy"), category=[concept(LOINC, *CONSENT_DOCUMENT)],
        patient=plan.client, dateTime=grant.given_on, performer=[plan.to(grant.voice.id)],
        policyRule=hl7("v3-ActCode", "OPTIN" if grant.see else "OPTOUT"),
        provision=element(
            type="permit" if grant.see else "deny", period=period(None, grant.until), actor=[actor] if actor else None,
            action=[hl7("consentaction", "access"), *writes], code=[ours("scope", grant.scope)],
        ),
    )
