"""`zlp today`: what is agreed for today in all plans, by part of the day, and what is due (L07)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Command
from tests.tools.book import new_book
from tests.tools.table import Ticking, open_door
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.places import store_file
from zlp_tui.plan.tables.agreed import agreements, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.view import Place

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "today.schema.json"


def today() -> date:
    """Today, by the clock of this computer, which the command has too."""
    return datetime.now().astimezone().date()


def agree(act: Act, want: str, *parts: str, domain: str | None = None) -> str:
    """An agreement for today, and no other weekday."""
    agreed = agreements.add(act, want, domain=domain)
    step = agreements.add_step(act, agreed, want)
    agreements.step_when(act, step, "dan", (today().isoweekday(),), parts)
    return agreed


def day_of_anna(anna: Command) -> dict[str, str]:
    """The day of Anna Vos: ids by what was agreed."""
    front = open_door(anna.home)
    with front.sit_down(anna.anna)._unit_of_work.undoable(None) as act:
        roos = people.add(act, "Roos Kok", "carer", salutation="Roos")
        ids = {"walk": agree(act, "Lopen.", "evening"), "stockings": agree(act, "Kousen aan.", "evening", "morning")}
        ids["alone"] = agree(act, "Samen slapen.", domain="sexuality-and-intimacy")
        agreements.task(act, ids["stockings"], roos, "trekt ze aan")
        progress_notes.note(act, about=ids["walk"], on=today() - timedelta(days=1), done="no")
        progress_notes.note(act, about=ids["stockings"], on=today(), done="yes")
        agreements.change(act, ids["walk"], evaluate_on=today().isoformat())
        agreements.change(act, agree(act, "Voorbij."), until=(today() - timedelta(days=1)).isoformat())
    front.close()
    return ids


def test_today_tells_by_part_of_the_day_what_is_agreed_and_then_what_is_due(anna: Command) -> None:
    """L55, L106: a day card, in the order of the day."""
    ids = day_of_anna(anna)
    rows = json.loads(anna("today", "--json").stdout)
    anna("today")
    assert anna("audit", "Anna Vos").stdout.count("In de lijst van vandaag stond wat is afgesproken.") == 1
    told = json.loads(anna("audit", "Anna Vos", "--json").stdout)["lines"]
    assert [(line["event"], line["source"]) for line in told].count(("list", "command")) == 1
    jsonschema.validate(rows, json.loads(SCHEMA.read_text("utf-8")))
    assert {row["plan"] for row in rows} == {anna.anna}
    keys = ("part_of_day", "agreement", "what", "who", "done_today", "new")
    told = [tuple(row[key] for key in keys) for row in rows]
    assert told[:4] == [
        ("morning", ids["stockings"], "Kousen aan.", ["Roos Kok"], "yes", True),
        ("evening", ids["walk"], "Lopen.", [], None, False),
        ("evening", ids["stockings"], "Kousen aan.", ["Roos Kok"], "yes", True),
        (None, ids["alone"], None, [], None, True),
    ]
    due = {(row["agreement"], row["due"]) for row in rows[4:]}
    assert (ids["walk"], today().isoformat()) in due and all(row["due"] is None for row in rows[:4])


def test_a_note_of_a_part_of_the_day_leaves_the_other_parts_open(anna: Command) -> None:
    ids = day_of_anna(anna)
    done = anna("note", anna.anna, "--on", "Lopen", "--done", "no", "--part", "morning", "--voice", "Anna Vos")
    assert (done.returncode, done.stderr) == (0, "")
    done = anna("note", anna.anna, "--on", "Kousen", "--done", "no", "--part", "evening", "--voice", "Anna Vos")
    assert (done.returncode, done.stderr) == (0, "")
    rows = [row for row in json.loads(anna("today", "--json").stdout) if row["agreement"] == ids["stockings"]]
    assert [(row["part_of_day"], row["done_today"]) for row in rows] == [("morning", "yes"), ("evening", "no")]
    assert anna("note", anna.anna, "--done", "no", "--part", "ontbijt", "--voice", "Anna Vos").returncode == 2


def test_today_is_told_in_words_without_ids_and_without_what_is_private(anna: Command) -> None:
    day_of_anna(anna)
    said = anna("today").stdout
    assert said.splitlines()[:7] == [
        "In de ochtend", "  Anna Vos · Kousen aan. · Roos · gedaan",
        "In de avond", "  Anna Vos · Lopen.", "  Anna Vos · Kousen aan. · Roos · gedaan",
        "Op deze dag", "  Anna Vos · Iets wat privé is. Het staat in het plan.",
    ]
    assert "Nu aan de beurt\n  Anna Vos · " in said
    assert "slapen" not in said and anna.anna not in said and "Voorbij" not in said


def test_today_of_one_plan_and_of_one_person(anna: Command) -> None:
    """L07: Karim sees what he does; his name and what he is called both fit."""
    day_of_anna(anna)
    assert anna("new", "--name", "Joris Bos").returncode == 0
    assert "Lopen" in anna("today", "--plan", "anna vos").stdout
    assert anna("today", "--plan", "joris bos", "--json").stdout == "[]\n"
    for name in ("roos", "Roos Kok"):
        rows = json.loads(anna("today", "--for", name, "--json").stdout)
        assert [row["what"] for row in rows] == ["Kousen aan."] * 2
    assert anna("today", "--for", "Karim").stdout == ""
    missing = anna("today", "--plan", "Niemand")
    assert (missing.returncode, missing.stdout) == (1, "")


def test_what_is_new_since_somebody_looked_is_told_of_who_is_named_l11(anna: Command) -> None:
    """Issue 10, 1: without a name nobody is guessed. Nothing is agreed for today here, and looking so keeps nothing."""
    front = open_door(anna.home, Ticking(datetime.now(UTC)))
    desk = front.sit_down(anna.anna)
    with desk._unit_of_work.undoable(None) as act:
        people.add(act, "Roos Kok", "carer", salutation="Roos")
        people.add(act, "Kim Bos", "carer")
        people.add(act, "Kim Bos", "friend")
    desk.reload()
    desk.go(Place("important-to", "important-to"))
    desk.answer(Spoken("Mijn kat."))
    front.close()
    for name in ("roos", "Kok, Roos", "roos"):
        (row,) = json.loads(anna("today", "--for", name, "--json").stdout)
        jsonschema.validate([row], json.loads(SCHEMA.read_text("utf-8")))
        assert (row["plan"], row["name"], row["new"]) == (anna.anna, "Anna Vos", True)
        assert (row["what"], row["new_lines"]) == ("Nieuw: 1 zin", 1)
    told = anna("today", "--for", "Roos Kok", "--plan", "Anna Vos").stdout
    assert told == "Nieuw sinds de vorige keer\n  Anna Vos · Nieuw: 1 zin\n"
    assert "Nieuw" not in anna("today").stdout
    assert anna("today", "--for", "Kim Bos").stdout == "", "there are two"
    assert anna("today", "--for", "Karim").stdout == ""


def test_nothing_today_is_an_empty_list_also_without_a_store(zlp: Command) -> None:
    done = zlp("today", "--json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


@pytest.mark.parametrize("column", ["weeks_from", "weekdays"])
def test_a_plan_that_cannot_be_read_is_named_and_the_others_go_on(zlp: Command, column: str) -> None:
    with new_book(zlp.home) as book:
        book.do(agree, "Zingen.")
        book.start("Joris Bos")
        book.do(agree, "Zingen.")
        with book.store.writing() as session:
            session.run("PRAGMA ignore_check_constraints=ON", ())
            wrong = f"{today().isoweekday()}: geen dag"
            session.run(f"UPDATE small_step SET {column}=? WHERE plan_id=?", (wrong, book.plan))
    book.path.rename(store_file(zlp.home))
    done = zlp("today")
    assert done.returncode == 0
    assert "Annie de Vries · Zingen." in done.stdout and "Joris" not in done.stdout
    assert "Joris Bos" in done.stderr and "Annie" not in done.stderr


def test_the_week_of_a_plan_by_day_and_of_a_day_before(anna: Command) -> None:
    """L106; nobody knows who looks along, so nothing private is told."""
    day_of_anna(anna)
    said = anna("show", anna.anna, "--week").stdout
    assert said.startswith("De week van ") and ", vandaag\n  In de ochtend: Kousen aan. · Roos · gedaan\n" in said
    assert "slapen" not in said and anna.anna not in said
    before = anna("show", anna.anna, "--week", "--on", (today() - timedelta(days=8)).isoformat()).stdout
    assert before.startswith("De week van ") and before.splitlines()[0] != said.splitlines()[0]
    assert anna("show", anna.anna, "--week", "--edition", "1").returncode == 2
