"""The plan as it is printed, for a program that shows no more than that."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Final

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import LANGUAGE, LOINC, PLAN_NOTE
from zlp_tui.exchange.fhir.provenances import recorded
from zlp_tui.exchange.fhir.values import Element, concept, element

_TYPE: Final = "application/pdf"


def paper(plan: BundleContext, pdf: bytes) -> Iterator[Element]:
    """The file, and what it is."""
    ref = plan.made_id("pdf")
    yield element(
        resourceType="DocumentReference", id=plan.made_id("paper"), status="current", subject=plan.client,
        type=concept(LOINC, *PLAN_NOTE), date=recorded(plan), author=[plan.client],
        content=[{"attachment": {"contentType": _TYPE, "language": LANGUAGE, "url": plan.urn(ref)}}],
    )
    yield element(resourceType="Binary", id=ref, contentType=_TYPE, data=b64encode(pdf).decode())
