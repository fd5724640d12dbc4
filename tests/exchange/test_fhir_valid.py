"""What goes out as FHIR is FHIR: by the JSON Schema of R4, by its rules for texts, and by our own word."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from tests.tools.book import Book, new_book
from tests.tools.bundles import bundle_of, source_of
from tests.tools.examples import ExampleStore
from tests.tools.hostile import HOSTILE, say_all
from zlp_tui.exchange.fhir.bundle import fhir

ALLOWED = {"div", "h2", "p", "blockquote"}


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
        for name, value in part.items():
            assert value not in (None, "", [], {}), name
        for extension in part.get("extension", ()):  # ext-1
            assert ("extension" in extension) is not any(key.startswith("value") for key in extension)


def words_of(narrative: etree._Element) -> str:
    return str(etree.tostring(narrative, method="text", encoding="unicode"))


def every_part(value: object) -> Iterator[dict[str, Any]]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from every_part(inner)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path / "home") as made:
        yield made


def test_the_bundles_of_the_examples_are_fhir(examples: ExampleStore) -> None:
    documents = [require_valid(bundle_of(examples.store, plan)) for plan in examples.plans]
    assert {entry["resource"]["resourceType"] for document in documents for entry in document["entry"]} == {
        "Composition", "Patient", "RelatedPerson", "Practitioner", "PractitionerRole", "CareTeam", "CarePlan", "Goal",
        "Questionnaire", "QuestionnaireResponse", "Consent", "Provenance", "Encounter", "Basic", "Binary",
    }


def test_an_empty_plan_is_fhir(book: Book) -> None:
    document = require_valid(bundle_of(book.store, book.plan))
    sections = document["entry"][0]["resource"]["section"]
    assert all("Hier staat nog niets." in section["text"]["div"] for section in sections)


def test_f03_hostile_texts_are_text(book: Book) -> None:
    """Valid XML, txt-1 and txt-2, and every word as it was kept."""
    for text in HOSTILE:
        book.do(say_all, text)
    document = require_valid(bundle_of(book.store, book.plan))
    told = " ".join(
        words_of(etree.XML(section["text"]["div"]))
        for section in document["entry"][0]["resource"]["section"]
    )
    for said in book.view.statements:
        assert "".join(said.text.replace("\ufffe", "").replace("\uffff", "").split()) in "".join(told.split())


def test_the_same_plan_gives_the_same_bytes_and_a_pdf_comes_along(book: Book) -> None:
    book.do(say_all, "Koffie.")
    source = source_of(book.store, book.plan)
    assert fhir(source) == fhir(source)
    document = require_valid(fhir(source, b"%PDF-1.7"))
    kinds = [entry["resource"].get("contentType") for entry in document["entry"]]
    assert kinds.count("application/pdf") == 1
