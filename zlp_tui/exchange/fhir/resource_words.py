"""What resources of another program are called in plain words, beside their own names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from zlp_tui.i18n import Catalogue


def resource_words(tr: Catalogue) -> Mapping[str, str]:
    """By resource what it is in plain words, of those that a plan of care is often made of."""
    return {
        "Patient": tr("facts about the client"),
        "RelatedPerson": tr("somebody of one's own"),
        "Practitioner": tr("somebody from care"),
        "PractitionerRole": tr("somebody from care"),
        "CareTeam": tr("the team"),
        "Goal": tr("a goal"),
        "CarePlan": tr("a care plan"),
        "QuestionnaireResponse": tr("answers"),
        "Questionnaire": tr("questions"),
        "Observation": tr("a measurement"),
        "Condition": tr("an illness or a problem"),
        "AllergyIntolerance": tr("an allergy"),
        "MedicationRequest": tr("a medicine"),
        "MedicationStatement": tr("a medicine"),
        "Consent": tr("a consent"),
        "Appointment": tr("an appointment"),
        "Encounter": tr("a contact"),
        "DocumentReference": tr("a document"),
        "Binary": tr("a document"),
        "Composition": tr("a document"),
        "Organization": tr("an organisation"),
        "Provenance": tr("where something comes from"),
    }


def named(kinds: Iterable[str], tr: Catalogue) -> Iterator[str]:
    """Resources by name, each with how many there are of it."""
    known = resource_words(tr)
    for kind, count in Counter(kinds).items():
        name = f"{known[kind]} ({kind})" if kind in known else kind
        yield name if count == 1 else tr.plural("{name}, {count} time", "{name}, {count} times", count, name=name)
