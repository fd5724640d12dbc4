"""A file of FHIR as a plan: one that zlp made as it was, and one of another program as far as zlp knows it."""

from __future__ import annotations

from zlp_tui.errors import Refused
from zlp_tui.exchange.fhir.bundle_parser import bundle_in
from zlp_tui.exchange.fhir.other_bundle import ReadWith, changes_meaning, other_plan
from zlp_tui.exchange.fhir.own_bundle import is_ours, own_plan
from zlp_tui.exchange.fhir.parsed_plan import ParsedPlan


def plan_from_fhir(content: bytes, given: ReadWith) -> ParsedPlan:
    """The plan in a file. `Refused`, with one sentence, where there is none that can be read."""
    bundle = bundle_in(content)
    around = {name: value for name, value in bundle.whole.items() if name != "entry"}
    if changes_meaning(around) or (is_ours(bundle) and changes_meaning(bundle.whole)):
        raise Refused("Something in this file says that it means something else. Nothing was taken in.")
    return own_plan(bundle) if is_ours(bundle) else other_plan(bundle, given)
