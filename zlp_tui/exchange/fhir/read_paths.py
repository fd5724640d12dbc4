"""What of a resource of another program is read, by path; all else makes that it is kept as it came, and named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from zlp_tui.exchange.fhir.bundle_parser import Resource
from zlp_tui.exchange.fhir.values import Json
from zlp_tui.text import LIMIT, NAME_LIMIT

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
    if known is None or not all(_is_read(kind, path, (*_ALWAYS, *known)) for path, _ in _texts(resource)):
        return False
    names = (text for path, text in _texts(resource) if path.startswith("name"))
    too_long = any(len(text) > LIMIT for _, text in _texts(resource)) and kind != "QuestionnaireResponse"
    return not too_long and all(len(text) <= NAME_LIMIT for text in names)


def _is_read(kind: str, path: str, known: tuple[str, ...]) -> bool:
    if kind == "QuestionnaireResponse" and path.startswith("item"):
        *to, last = path.split(".")
        return last in _ANSWERED or last.startswith("value") or any(name.startswith("value") for name in to)
    return any(path == name or path.startswith(f"{name}.") for name in known)


def _texts(value: Json, path: str = "") -> Iterator[tuple[str, str]]:
    """All that stands in it, as text, each with the path to it."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, (list, tuple)):
        for at, inner in enumerate(value):
            yield from _texts(inner, path if at == 0 else f"{path}{AFTER_FIRST}")
    else:
        yield path, str(value)
