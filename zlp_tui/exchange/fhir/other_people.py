"""Who is who in a bundle of another program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from zlp_tui.exchange.fhir.bundle_parser import Bundle, Entry
from zlp_tui.exchange.fhir.codes import RELATIONS
from zlp_tui.exchange.fhir.json_parts import each, words
from zlp_tui.exchange.fhir.values import Json
from zlp_tui.plan.view import Person, PersonKind
from zlp_tui.text import clean, clean_name

IdOf = Callable[[str], str]
"""The id in the plan of what has this address in the bundle."""

_KINDS: Final[Mapping[str, PersonKind]] = {
    "partner": "partner", "family": "family", "friend": "friend", "neighbour": "neighbour",
}
_BY_CODE: Final = {code: _KINDS[kind] for kind, code in RELATIONS.items()} | {
    "SPS": "partner", "HUSB": "partner", "WIFE": "partner", "CHILD": "family", "SON": "family", "DAU": "family",
    "PRN": "family", "MTH": "family", "FTH": "family", "SIB": "family", "GRNDCHILD": "family",
}


def client_in(entry: Entry, id_of: IdOf) -> Person | None:
    """The client, as a Patient; None for one without a name."""
    name = name_in(entry.resource)
    return Person(id_of(entry.address), name, "client", contact=_contact(entry.resource)) if name else None


def people_in(bundle: Bundle, id_of: IdOf) -> Iterator[tuple[Entry, Person]]:
    """Everybody else, each with the resource that tells of them."""
    roles = {
        words(role.resource, "practitioner", "reference"): _relation(role.resource, "code")
        for role in bundle.of("PractitionerRole")
    }
    for number, entry in enumerate(bundle.of("RelatedPerson", "Practitioner"), start=1):
        known = name_in(entry.resource) or f"{entry.kind} {number}"
        relation = next((roles[address] for address in entry.addresses if address in roles), None)
        is_own = entry.kind == "RelatedPerson"
        yield entry, Person(
            id_of(entry.address), known, _kind(entry.resource) if is_own else "professional",
            relation=_relation(entry.resource, "relationship") or relation, contact=_contact(entry.resource),
        )


def name_in(resource: Mapping[str, Json]) -> str:
    """The first name that somebody has: as a whole, or of its parts; empty for none."""
    for name in each(resource, "name"):
        given = name.get("given")
        parts = [part for part in given if isinstance(part, str)] if isinstance(given, (list, tuple)) else []
        told = words(name, "text") or " ".join((*parts, words(name, "family") or ""))
        if cleaned := str(clean_name(told)):
            return cleaned
    return ""


def _kind(resource: Mapping[str, Json]) -> PersonKind:
    codes = [str(code.get("code")) for concept in each(resource, "relationship") for code in each(concept, "coding")]
    return next((_BY_CODE[code] for code in codes if code in _BY_CODE), "other")


def _relation(resource: Mapping[str, Json], name: str) -> str | None:
    """What somebody is to the client, in words."""
    for concept in each(resource, name):
        told = words(concept, "text") or words(concept, "coding", 0, "display")
        if told and (cleaned := str(clean(told))):
            return cleaned
    return None


def _contact(resource: Mapping[str, Json]) -> str | None:
    """How to reach somebody: all that is told, beside each other."""
    told = filter(None, (words(contact, "value") for contact in each(resource, "telecom")))
    return str(clean(", ".join(told))) or None
