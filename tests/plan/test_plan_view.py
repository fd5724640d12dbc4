"""The read model: a constant number of queries, and JSON that keeps to its schema."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.tools.acts import deeds
from tests.tools.book import Book
from tests.tools.laws import examples
from tests.tools.readers import READERS
from zlp_tui.plan.kinds import KINDS
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.agreed import agreements, choices, goals, origins, progress_notes
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.store.files.driver_transaction import driver_of

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "show.schema.json"
CONTRACT = [
    "show_version", "id", "client", "address", "law", "care_started_on", "drawn_up_on", "drawn_up_with", "drawn_up_by",
    "first_evaluation_on", "notices", "details", "how_we_talk", "deciding", "people", "domains", "statements",
    "read_backs", "choices", "goals", "agreements", "progress", "conversations",
    "remarks", "disagreements", "evaluations", "editions", "next_evaluation", "fields", "ended", "wishes_not_met",
    "route", "grants",
]


def queries(book: Book) -> int:
    """How many statements the driver is given to load the view."""
    asked: list[str] = []
    with book.store.reading() as session:
        driver = driver_of(session)
        driver.set_trace_callback(asked.append)
        load_view(session, book.plan, READERS)
        driver.set_trace_callback(None)
    return len(asked)


def test_the_number_of_queries_does_not_depend_on_what_is_in_the_plan(book: Book) -> None:
    empty = queries(book)
    assert empty == len(KINDS) + 2  # one for each kind; what was noted last, and how often
    for number in range(30):
        book.do(statements.add_statement, topic=f"t{number}", step="s", prompt=f"Vraag {number}?", text="Ja.")
        goal = book.do(goals.add, f"Doel {number}")
        book.do(agreements.add, "Iets", None, goal)
        book.do(choices.ask, "Wat?", always="Niets")
    assert queries(book) == empty


def a_full_plan(book: Book) -> None:
    talk = book.conversation = book.do(conversations.begin, [book.client])
    book.do(conversations.resume_at, talk, "future", "dreams", None)
    said = book.do(
        statements.add_statement, topic="future", step="dreams", prompt="Droomt u?", text="Van zee.", domain="housing"
    )
    choice = book.do(choices.ask, "Waarheen?", always="Nergens")
    option = book.view.choices[0].options[0].id
    book.do(choices.consider, option, "against", "long", "Saai.")
    book.do(choices.change, choice, chosen=option)
    goal = book.do(goals.add, "Naar zee.")
    book.do(origins.follow, goal, [said, choice])
    agreement = book.do(agreements.add, "Een dagje uit.", "housing", goal)
    step = book.do(agreements.add_step, agreement, "Een trein zoeken.")
    book.do(agreements.step_when, step, "in de zomer", [6])
    book.do(agreements.task, agreement, book.do(people.add, "Sanne"), "rijdt mee")
    book.do(agreements.change, agreement, from_="2026-06-01")
    book.do(progress_notes.note, about=agreement, on="2026-03-03", done="partly", because="no-time", text="Bijna.")


def test_every_key_of_the_contract_is_there_and_no_other(book: Book) -> None:
    assert list(as_json(book.view)) == CONTRACT
    a_full_plan(book)
    shown = json.loads(json.dumps(as_json(book.view)))
    assert list(shown) == CONTRACT
    assert shown["show_version"] == 2
    (agreement,) = shown["agreements"]
    assert (agreement["from"], agreement["until"], agreement["done"]) == ("2026-06-01", None, "partly")
    assert agreement["steps"][0]["when"] == {
        "words": "in de zomer", "weekdays": [6], "part_of_day": None, "parts_of_day": [], "every_weeks": None,
        "weeks_from": None,
    }
    (talk,) = shown["conversations"]
    assert talk["present"] == [
        {"person": book.client, "from": "2026-03-03T09:00:01.000Z", "to": None, "by_key": False}
    ]
    assert talk["resume"] == {"topic": "future", "step": "dreams", "item": None}
    assert shown["deciding"] == {"role": None, "decider": None, "deciders": [], "by": None}


@settings(max_examples=examples(6), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_shown_keeps_to_its_schema(book: Book, data: st.DataObject) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    book.conversation = None
    book.start()
    a_full_plan(book)
    for _ in range(data.draw(st.integers(0, 6))):
        book.do(data.draw(deeds(book)))
    shown = json.loads(json.dumps(as_json(book.view)))
    assert list(validator.iter_errors(shown)) == []


def test_the_schema_refuses_what_the_contract_does_not_know(book: Book) -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    a_full_plan(book)
    wrong: tuple[dict[str, object], ...] = (
        {"address": "jij"}, {"show_version": 1}, {"domains": []},
        {"deciding": {"role": "nobody", "decider": None, "deciders": []}}, {"goals": [{"id": "x"}]},
        {"details": {"bsn": "123456782"}},
    )
    for broken in wrong:
        assert list(validator.iter_errors(as_json(book.view) | broken)), broken
    short = as_json(book.view)
    del short["progress"]
    assert list(validator.iter_errors(short))
