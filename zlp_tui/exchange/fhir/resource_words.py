"""What resources of another program are called in plain words, beside their own names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from zlp_tui.i18n import Catalogue, message

WORDS: Final[Mapping[str, str]] = MappingProxyType({
    "Patient": message("facts about the client"),
    "RelatedPerson": message("somebody of one's own"),
    "Practitioner": message("somebody from care"),
    "PractitionerRole": message("somebody from care"),
    "CareTeam": message("the team"),
    "Goal": message("a goal"),
    "CarePlan": message("a care plan"),
    "QuestionnaireResponse": message("answers"),
    "Questionnaire": message("questions"),
    "Observation": message("a measurement"),
    "Condition": message("an illness or a problem"),
    "AllergyIntolerance": message("an allergy"),
    "MedicationRequest": message("a medicine"),
    "MedicationStatement": message("a medicine"),
    "Consent": message("a consent"),
    "Appointment": message("an appointment"),
    "Encounter": message("a contact"),
    "DocumentReference": message("a document"),
    "Binary": message("a document"),
    "Composition": message("a document"),
    "Organization": message("an organisation"),
    "Provenance": message("where something comes from"),
})
"""Of the resources that a plan of care is often made of."""


def named(kinds: Iterable[str], tr: Catalogue) -> Iterator[str]:
    """Resources by name, each with how many there are of it."""
    for kind, count in Counter(kinds).items():
        name = f"{tr(WORDS[kind])} ({kind})" if kind in WORDS else kind
        yield name if count == 1 else tr.plural("{name}, {count} time", "{name}, {count} times", count, name=name)
