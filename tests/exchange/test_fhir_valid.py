"""What goes out as FHIR is FHIR: by the JSON Schema of R4, by its rules for texts, and by our own word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.tools import full
from tests.tools.book import Book, new_book
from tests.tools.bundles import bundle_of, source_of
from tests.tools.examples import ExampleStore
from tests.tools.fhir_rules import every_part, require_claims, require_valid, words_of
from tests.tools.hostile import HOSTILE, say_all
from zlp_tui.exchange.fhir.bundle import fhir
from zlp_tui.exchange.fhir.care_plan import IN_PLAN
from zlp_tui.exchange.fhir.codes import LINE
from zlp_tui.plan.kinds import kind_of, top_kinds
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import goals, progress_notes
from zlp_tui.plan.tables.client import grants
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import details, read_backs, statements
from zlp_tui.plan.tables.sittings import conversations, notices


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


def test_a_profile_of_nl_core_is_claimed_where_it_is_met_and_nowhere_else(book: Book, examples: ExampleStore) -> None:
    documents = [json.loads(bundle_of(examples.store, plan)) for plan in examples.plans]
    assert sum(map(require_claims, documents)) > 3
    goal = book.do(goals.add, "Weer fietsen")
    for claims in (1, 1, 0):
        assert require_claims(json.loads(bundle_of(book.store, book.plan))) == claims
        book.do(progress_notes.note, about=goal, on="2026-03-03", text="Eerst om het huis.")


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


def test_what_was_taken_back_or_said_anew_is_no_answer_that_stands(book: Book) -> None:
    """A program that knows no extension of ours takes none of it for what somebody says."""
    ids = [book.do(statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text=text)
           for text in ("De zee", "Het bos", "De stad")]
    book.do(statements.say_anew, ids[1], text="De hei")
    book.do(withdrawal.withdraw, ids[2])
    said: dict[str, list[str]] = {}
    for entry in require_valid(bundle_of(book.store, book.plan))["entry"]:
        if entry["resource"]["resourceType"] == "QuestionnaireResponse":
            answers = [part["valueString"] for part in every_part(entry["resource"]["item"]) if "valueString" in part
                       and "url" not in part]
            said[entry["resource"]["status"]] = answers
    assert said == {"completed": ["De zee", "De hei"], "stopped": ["Het bos"], "entered-in-error": ["De stad"]}


def test_a_citizen_service_number_is_in_no_bundle_nor_its_last_digits(book: Book) -> None:
    """The PDF in it is the paper's to look after."""
    book.do(details.fill, "personal-details", "phone", "06 12")
    before = bundle_of(book.store, book.plan)
    book.do(details.fill, "personal-details", "bsn", "111222333")
    assert [detail.value for detail in book.view.details] == ["06 12", "333"]
    assert bundle_of(book.store, book.plan) == before


def test_no_kind_of_line_is_left_out(book: Book) -> None:
    """A new one fails here until it has its place (docs/fhir.md)."""
    book.conversation = book.do(conversations.begin, [book.client])
    book.do(full.fill, 2)
    book.do(say_all, "Koffie.")
    book.do(read_backs.keep, "support", confirmed=True)
    book.do(notices.shown, "complaints")
    book.do(grants.give, book.view.people[1].id, "everything", see=True)
    book.do(editions.agree, [book.client])
    assert all(getattr(book.view, kind.place) for kind in top_kinds())
    document = require_valid(bundle_of(book.store, book.plan))
    urls = {str(part.get("url")).removeprefix(LINE) for part in every_part(document)}
    assert {kind.name for kind in top_kinds()} - set(IN_PLAN) <= urls
    assert {kind_of(name).place for name in IN_PLAN} <= urls


def test_the_same_plan_gives_the_same_bytes_and_a_pdf_comes_along(book: Book) -> None:
    book.do(say_all, "Koffie.")
    source = source_of(book.store, book.plan)
    assert fhir(source) == fhir(source)
    document = require_valid(fhir(source, b"%PDF-1.7"))
    kinds = [entry["resource"].get("contentType") for entry in document["entry"]]
    assert kinds.count("application/pdf") == 1
