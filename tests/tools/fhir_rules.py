"""What a bundle must be to be FHIR R4: by its JSON Schema, and by rules that no schema says."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema
from lxml import etree

ALLOWED: Final = {"div", "h2", "p", "blockquote"}
"""The elements of a text to read."""


@cache
def definitions() -> dict[str, Any]:
    """The definitions of the schema, by resource."""
    packed = (Path(__file__).parents[1] / "data" / "fhir.schema.json.gz").read_bytes()
    found: dict[str, Any] = json.loads(gzip.decompress(packed))["definitions"]
    return found


def require_valid(bundle: bytes) -> dict[str, Any]:
    """The bundle; AssertionError when it, or a resource in it, is no FHIR R4 by the schema."""
    document: dict[str, Any] = json.loads(bundle)
    bare = document | {"entry": [{"fullUrl": entry["fullUrl"]} for entry in document["entry"]]}
    for resource in (bare, *(entry["resource"] for entry in document["entry"])):
        schema = {"$ref": f"#/definitions/{resource['resourceType']}", "definitions": definitions()}
        assert [error.message[:300] for error in jsonschema.Draft6Validator(schema).iter_errors(resource)] == []
    require_rules(document)
    return document


def require_rules(document: dict[str, Any]) -> None:
    """What the schema does not say: a document begins with its Composition, every address is there and once, every
    reference leads somewhere, and a text to read is XHTML of a few kinds of elements, with words in it."""
    addresses = [entry["fullUrl"] for entry in document["entry"]]
    assert document["entry"][0]["resource"]["resourceType"] == "Composition"
    assert len(set(addresses)) == len(addresses)
    for part in every_part(document):
        if isinstance(part.get("reference"), str):
            assert part["reference"] in addresses
        if "div" in part:
            narrative = etree.XML(part["div"])
            assert {etree.QName(one).localname for one in narrative.iter()} <= ALLOWED  # txt-1
            assert words_of(narrative).strip()  # txt-2
            assert all(not one.attrib for one in narrative.iter())
        assert not ("linkId" in part and "answer" in part and "item" in part)  # qrs-1
        assert "start" not in part or "end" not in part or part["start"] <= part["end"]  # per-1
        for name, value in part.items():
            assert value not in (None, "", [], {}), name
        for extension in part.get("extension", ()):  # ext-1
            assert ("extension" in extension) is not any(key.startswith("value") for key in extension)


CLAIMED: Final = "http://nictiz.nl/fhir/StructureDefinition/nl-core-TreatmentObjective"


def require_claims(document: dict[str, Any]) -> int:
    """How many resources claim a profile of nl-core; AssertionError where one does not meet it.

    What `nl-core-TreatmentObjective` and the `zib-TreatmentObjective` below it (zib2020, R4) add to Goal: one note and
    one problem at most, one of a text or a status, statuses of Nictiz' own lists, and a client as the subject.
    """
    kinds = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in document["entry"]}
    claims = [entry["resource"] for entry in document["entry"] if "meta" in entry["resource"]]
    for goal in claims:
        assert (goal["resourceType"], goal["meta"]) == ("Goal", {"profile": [CLAIMED]})
        assert len(goal.get("note", ())) <= 1 and len(goal.get("addresses", ())) <= 1
        assert goal["description"]["text"]
        assert not [target for target in goal.get("target", ()) if target.keys() & {"measure", "detailCodeableConcept"}]
        assert kinds[goal["subject"]["reference"]] == "Patient"
    return len(claims)


def words_of(narrative: etree._Element) -> str:
    """The words of a text to read."""
    return str(etree.tostring(narrative, method="text", encoding="unicode"))


def every_part(value: object) -> Iterator[dict[str, Any]]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from every_part(inner)
