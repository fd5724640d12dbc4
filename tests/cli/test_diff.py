"""`zlp diff`: then beside now, told and as JSON, of a plan with and without an edition."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import jsonschema
import pytest

from tests.cli.conftest import Command
from zlp_tui.places import store_file
from zlp_tui.plain.pages.text_width import width
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import domains
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import statements
from zlp_tui.store.store import open_store

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "diff.schema.json").read_text(encoding="utf-8"))
SAID = {"topic": "important-to", "step": "important-to", "prompt": "Wat is belangrijk?"}
AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


def write(anna: Command, *deeds: Callable[[Act], object]) -> list[object]:
    """Acts on the plan of Anna Vos, in one transaction."""
    client = anna.view.client
    store = open_store(store_file(anna.home), clock=lambda: AT)
    try:
        with store.writing() as session:
            act = Act(
                session, anna.anna, client, None, AT, date(2026, 3, 3), lambda: str(uuid4()), str(uuid4()), "ours 1"
            )
            return [deed(act) for deed in deeds]
    finally:
        store.close()


def agree(anna: Command) -> None:
    """An edition of the plan as it is."""
    view = anna.view
    write(anna, lambda act: editions.agree(act, [view.client]))


def compared(anna: Command, *options: str) -> dict[str, Any]:
    """What `zlp diff --json` prints; it keeps to its schema."""
    done = anna("diff", "Anna Vos", "--json", *options)
    assert (done.returncode, done.stderr) == (0, "")
    shown: dict[str, Any] = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(shown)
    return shown


@pytest.fixture
def coffee(anna: Command) -> str:
    """Anna says two things and agrees on her plan; then one of them is otherwise, and one is new."""
    first, _ = write(
        anna,
        lambda act: statements.add_statement(act, **SAID, text="Koffie."),
        lambda act: statements.add_statement(
            act, **SAID, text="Rust, de hele lange middag, en dan pas weer bezoek als het kan."
        ),
    )
    agree(anna)
    write(
        anna,
        lambda act: statements.say_anew(act, str(first), "Thee."),
        lambda act: statements.add_statement(act, **SAID, text="Muziek."),
        lambda act: domains.change(act, "housing", relevance="now"),
    )
    return str(first)


def test_an_edition_is_read_in_each_length_and_as_json(anna: Command, coffee: str) -> None:
    """rows-l, smaller: an edition of then could only be compared."""
    assert coffee
    done = anna("show", "Anna Vos", "--edition", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Versie 1, vastgelegd op 3 maart") and "Koffie." in done.stdout
    assert "Thee." not in done.stdout and "Muziek." not in done.stdout
    assert "Koffie." in anna("show", "Anna Vos", "--edition", "1", "--page").stdout
    shown = json.loads(anna("show", "Anna Vos", "--edition", "1", "--json").stdout)
    assert [said["text"] for said in shown["statements"]] == [
        "Koffie.", "Rust, de hele lange middag, en dan pas weer bezoek als het kan.",
    ]
    assert [edition["number"] for edition in shown["editions"]] == [1]
    refused = anna("show", "Anna Vos", "--edition", "2")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)


def test_any_days_plan_is_shown_m23(anna: Command, coffee: str) -> None:
    later = datetime(2026, 3, 5, 9, tzinfo=UTC)
    store = open_store(store_file(anna.home), clock=lambda: later)
    with store.writing() as session:
        client, act_id = anna.view.client, str(uuid4())
        act = Act(session, anna.anna, client, None, later, later.date(), lambda: str(uuid4()), act_id, "ours 1")
        statements.add_statement(act, **SAID, text="De krant.")
    store.close()
    done = anna("show", "Anna Vos", "--on", "4 maart 2026")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Het plan zoals het was op woensdag 4 maart 2026") and "Thee." in done.stdout
    assert "De krant." not in done.stdout
    shown = json.loads(anna("show", "Anna Vos", "--on", "2026-03-05", "--json").stdout)
    assert {"Thee.", "De krant."} <= {said["text"] for said in shown["statements"]}
    for day, code in (("1 maart 2020", 1), ("9999-01-01", 1), ("ooit", 1)):
        refused = anna("show", "Anna Vos", "--on", day)
        assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (code, "", 1)
    assert anna("show", "Anna Vos", "--on", "2026-03-05", "--edition", "1").returncode == 2


def test_words_are_found_and_nothing_intimate_is_told_to_nobody_knows_whom_l48(anna: Command, coffee: str) -> None:
    write(
        anna, lambda act: statements.add_statement(act, **SAID, text="Muziek in bed.", domain="sexuality-and-intimacy"),
    )
    done = anna("search", "Anna Vos", "muziek")
    assert (done.returncode, done.stderr) == (0, "")
    assert "“Muziek.” (Anna Vos)" in done.stdout and "in bed" not in done.stdout
    (row,) = json.loads(anna("search", "Anna Vos", "vos", "muziek", "--json").stdout)
    assert (row["text"], row["by"], row["on"], row["edition"]) == ("Muziek.", "Anna Vos", "2026-03-03", None)
    assert coffee in {row["ref"] for row in json.loads(anna("search", "Anna Vos", "koffie", "--json").stdout)}
    assert anna("search", "Anna Vos", "-", said="muziek\n").stdout == done.stdout
    assert anna("search", "Anna Vos", "niets").stdout == "Niets gevonden.\n"


def test_without_an_edition_there_is_no_then(anna: Command) -> None:
    assert compared(anna) == {"from": None, "to": "now", "changes": []}
    done = anna("diff", anna.anna)
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")
    assert done.stdout.startswith("Er is nog geen plan vastgelegd.")


def test_then_and_now_as_json(anna: Command, coffee: str) -> None:
    shown = compared(anna)
    assert (shown["from"], shown["to"]) == (1, "now")
    told = [(one["topic"], one["kind"], one["before"], one["after"]) for one in shown["changes"]]
    assert told == [
        ("domains", "added", None, "Ja, nu"),
        ("important-to", "changed", "Koffie.", "Thee."),
        ("important-to", "added", None, "Muziek."),
        ("important-to", "still", *[anna.view.statements[1].text] * 2),
    ]
    fact, changed, *_ = shown["changes"]
    assert (fact["voice"], fact["ref"]) == ({"id": anna.view.client, "name": "Anna Vos"}, None)
    assert changed["voice"] == {"id": anna.view.client, "name": "Anna Vos"}
    assert changed["ref"] == next(s.id for s in anna.view.statements if s.replaces == coffee)


def test_then_and_now_is_told_in_lines_that_fit(anna: Command, coffee: str) -> None:
    done = anna("diff", "-", said="Anna Vos\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(width, done.stdout.split("\n"))) <= 80
    told = " ".join(done.stdout.split())
    for sentence in (
        "Toen: Versie 1, vastgelegd op 3 maart 2026",
        "Nu: Het plan zoals het nu is",
        "Nu staat er bij “Wonen”: Ja, nu. Dat is er nu bij.",
        "Toen zei u bij “Dit is belangrijk voor mij”: “Koffie.” Nu zegt u: “Thee.” Dat is nu anders.",
    ):
        assert sentence in told
    assert told.endswith("als het kan.” Staat er nog, niet opnieuw gevraagd.")


def test_two_editions_and_what_is_no_edition(anna: Command, coffee: str) -> None:
    agree(anna)
    both = compared(anna, "--from", "1", "--to", "2")
    assert (both["from"], both["to"], len(both["changes"])) == (1, 2, 4)
    assert compared(anna, "--to", "2") == both
    assert {one["kind"] for one in compared(anna, "--from", "2", "--to", "now")["changes"]} == {"still"}
    for options in (("--from", "3"), ("--to", "9"), ("--from", "2", "--to", "1"), ("--to", "1")):
        done = anna("diff", "Anna Vos", *options)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    for word in ("eerste", "-1", "1.0", "٣"):
        done = anna("diff", "Anna Vos", f"--from={word}")
        assert (done.returncode, done.stdout) == (2, "")
        assert "dit is geen nummer van een plan" in done.stderr


def test_an_unknown_plan_is_one_sentence(anna: Command) -> None:
    done = anna("diff", "Niemand")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
