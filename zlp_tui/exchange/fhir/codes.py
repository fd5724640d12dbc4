"""The names of FHIR R4 and of ours: urls of extensions, systems of codes, and what is called what (docs/fhir.md)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

OURS: Final = "urn:zlp:fhir:"
"""How everything begins that R4 has no name for."""

LINE: Final = f"{OURS}line:"
"""The extension that holds a line of the plan, but for its words; the kind of line follows."""
EXACT: Final = f"{OURS}exact-text"
"""The extension with a text as it was said, as JSON in ASCII, where a FHIR string may not hold it."""
EDITION_OF: Final = f"{OURS}edition"
"""The system of the numbers of editions."""
PLAN_ID: Final = f"{OURS}plan"
"""The system of the ids of plans: the identifier of a bundle that zlp made."""
LEFT: Final = f"{OURS}left-as-it-came"
"""The extension with a resource of another program that zlp has no place for, as JSON in ASCII."""

GOAL_RELATION: Final = "http://hl7.org/fhir/StructureDefinition/goal-relationship"
"""An extension of R4 itself: which goal another one takes the place of."""

TREATMENT_OBJECTIVE: Final = "http://nictiz.nl/fhir/StructureDefinition/nl-core-TreatmentObjective"
"""The profile of nl-core that a goal is claimed to meet, where it does (docs/fhir.md)."""

TERMINOLOGY: Final = "http://terminology.hl7.org/CodeSystem/"
LOINC: Final = "http://loinc.org"
PLAN_NOTE: Final = ("18776-5", "Plan of care note")
CONSENT_DOCUMENT: Final = ("59284-0", "Consent Document")
LANGUAGE: Final = "nl"

RELATIONS: Final[Mapping[str, str]] = MappingProxyType({
    "partner": "DOMPART", "family": "FAMMEMB", "friend": "FRND", "neighbour": "NBOR",
})
"""Kinds of people to v3 RoleCode, as far as it has exactly these."""

GOAL_STATUS: Final[Mapping[str, str]] = MappingProxyType({
    "active": "active", "waits": "on-hold", "reached": "completed", "stopped": "cancelled", "replaced": "cancelled",
})
"""To `Goal.lifecycleStatus`; R4 has no word for a goal that another took the place of."""

ACHIEVED: Final[Mapping[str, str]] = MappingProxyType({
    "far-less": "not-achieved", "less": "not-achieved", "as-hoped": "achieved", "more": "achieved",
    "far-more": "achieved",
})
"""How close it came, as it was said last, to `Goal.achievementStatus`."""

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def system(name: str) -> str:
    """The system of one of our own closed lists."""
    return f"{OURS}{name}"
