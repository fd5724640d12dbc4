"""What of a resource of another program is read, by path; all else makes that it is kept as it came, and named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from zlp_tui.exchange.fhir.json_in import Resource
from zlp_tui.exchange.fhir.values import Json

AFTER_FIRST: Final = "+"
"""Stands behind a name in a path for what is not the first in its list."""

_ALWAYS: Final = (
    "resourceType", "id", "meta", "text", "active", "language", "subject.reference", "patient.reference", "status",
)
_PERSON: Final = (
    "name.text", "name.given", "name.given+", "name.family", "name.use", "telecom.value", "telecom.system",
    "telecom.use", "telecom+.value", "telecom+.system", "telecom+.use",
)
_NOTE: Final = ("text", "time", "authorReference.reference")
_DETAIL: Final = (
    "description", "status", "goal.reference", "performer.reference", "performer+.reference", "scheduledString",
    "scheduledPeriod.start", "scheduledPeriod.end", "kind",
)

PATHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "Patient": (*_PERSON, "birthDate"),
    "RelatedPerson": (*_PERSON, "relationship.text"),
    "Practitioner": _PERSON,
    "PractitionerRole": ("practitioner.reference", "code.text"),
    "Goal": (
        "description.text", "lifecycleStatus", "expressedBy.reference", "target.dueDate", "statusDate",
        *(f"{note}.{name}" for note in ("note", "note+") for name in _NOTE),
    ),
    "CarePlan": (
        "intent", "author.reference", "goal.reference", "goal+.reference",
        *(f"{activity}.detail.{name}" for activity in ("activity", "activity+") for name in _DETAIL),
        *(f"{activity}.{note}.{name}" for activity in ("activity", "activity+")
          for note in ("progress", "progress+") for name in _NOTE),
    ),
    "QuestionnaireResponse": ("questionnaire", "authored", "source.reference", "author.reference"),
})

_ANSWERED: Final = frozenset({"item", "item+", "answer", "answer+", "linkId", "text"})


def is_all_read(kind: str, resource: Resource) -> bool:
    """Whether nothing of a resource would be lost."""
    known = PATHS.get(kind)
    return known is not None and all(_is_read(kind, path, (*_ALWAYS, *known)) for path in _paths(resource))


def _is_read(kind: str, path: str, known: tuple[str, ...]) -> bool:
    if kind == "QuestionnaireResponse" and path.startswith("item"):
        *to, last = path.split(".")
        return last in _ANSWERED or last.startswith("value") or any(name.startswith("value") for name in to)
    return any(path == name or path.startswith(f"{name}.") for name in known)


def _paths(value: Json, path: str = "") -> Iterator[str]:
    """The paths to all that stands in it."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _paths(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, (list, tuple)):
        for at, inner in enumerate(value):
            yield from _paths(inner, path if at == 0 else f"{path}{AFTER_FIRST}")
    else:
        yield path
