"""What has a date, in words; the same dates on the plan, at home and in `zlp due`."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from screens.talk.pending_items import pending_items
from tests.tools.prepared import dutch
from tests.tools.table import Table, Ticking, open_door
from zlp_tui.conversation.ports.talk_places import late_lines
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.plan_lists.plan_list import plan_lines
from zlp_tui.conversation.telling.relative_days import near
from zlp_tui.errors import ScriptBroken
from zlp_tui.places import store_file
from zlp_tui.plan.tables.agreed import agreements, choices
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.said import details
from zlp_tui.store.plans_to_read import OneFileToRead

SAY = dutch()


def write(table: Table, deed: Callable[[Act], object]) -> None:
    with table.desk._unit_of_work.undoable(None) as act:
        deed(act)


def fill(table: Table, **fields: str) -> None:
    with table.desk._unit_of_work.undoable(None) as act:
        for field, value in fields.items():
            details.fill(act, "personal-details", field.replace("_", "-"), value)


@pytest.mark.parametrize(("day", "said"), [
    ("2026-03-03", "vandaag"), ("2026-03-04", "morgen"), ("2026-03-02", "gisteren"),
    ("2026-03-05", "over 2 dagen"), ("2026-03-16", "over 13 dagen"), ("2026-03-17", "over 2 weken"),
    ("2026-02-10", "3 weken geleden"), ("2026-06-03", "over 3 maanden"), ("2025-09-03", "6 maanden geleden"),
    ("2028-02-29", "over 24 maanden"), ("2031-03-03", "over 5 jaar"), ("2020-02-29", "6 jaar geleden"),
])
def test_how_near_a_day_is(day: str, said: str) -> None:
    assert near(SAY, date.fromisoformat(day), date(2026, 3, 3)) == said


def test_everything_with_a_date_is_told_with_why_the_earliest_first(table: Table) -> None:
    def agree(act: Act) -> None:
        agreements.change(act, agreements.add(act, "Elke dag lopen."), evaluate_on="2026-03-01")
        choices.change(act, choices.ask(act, "Rolstoel?"), thinking_until="2026-03-03", revisit_on="2026-04-01")

    write(table, agree)
    fill(table, law="wlz", care_started_on="2026-02-01", wlz_valid_until="2027-01-01")
    found = table.desk.history.due()
    assert [(one.what, one.late, one.title, one.when) for one in found] == [
        ("agreement", True, "Nog eens naar een afspraak kijken", "1 maart, 2 dagen geleden"),
        ("thinking-time", False, "De tijd om na te denken loopt af", "3 maart, vandaag"),
        ("evaluation", False, "Het plan moet klaar zijn", "15 maart, over 12 dagen"),
        ("revisit", False, "Nog eens naar een keuze kijken", "1 april, over 4 weken"),
        ("indication", False, "Het besluit over zorg loopt af", "1 januari 2027, over 10 maanden"),
    ]
    assert found[2].because == (
        "Binnen 6 weken na het begin van de zorg moet er een plan zijn. "
        "Zo staat het in de Wet langdurige zorg, artikel 8.1.3, lid 1."
    )
    assert [one.quote.text if one.quote else None for one in found] == [
        "Elke dag lopen.", "Rolstoel?", None, "Rolstoel?", None,
    ]


OFTEN = "Minstens één keer in de {} maanden kijken we samen terug."


@pytest.mark.parametrize(("fields", "on", "because"), [
    ({"evaluate_on": "2026-05-01"}, "2026-05-01", "Dan wil mevrouw De Vries terugkijken."),
    ({"first_evaluation_on": "2026-06-01"}, "2026-06-01", "Dat is gezegd toen het plan werd gemaakt."),
    ({"law": "wlz"}, "2026-08-28", f"{OFTEN.format(6)} Zo staat het in de Wet langdurige zorg, artikel 8.1.1, lid 6."),
    ({}, "2027-02-28", f"{OFTEN.format(12)} Dat is ons advies. Geen wet zegt het."),
])
def test_why_to_look_back_then(table: Table, fields: dict[str, str], on: str, because: str) -> None:
    fill(table, drawn_up_on="2026-02-28", **fields)
    (line,) = table.desk.history.due()
    assert (line.what, line.on, line.because) == ("evaluation", on, because)


def test_what_the_municipality_does_is_told_with_both_terms(table: Table) -> None:
    fill(table, law="wmo", wmo_reported_on="2026-03-01", own_plan_received_on="2026-03-02")
    (line,) = table.desk.history.due()
    assert (line.what, line.on) == ("enquiry-within", "2026-04-12")
    assert line.because == (
        "Binnen 6 weken onderzoekt de gemeente wat er nodig is. Na de aanvraag komt er binnen 2 weken een besluit. "
        "Zo staat het in de Wet maatschappelijke ondersteuning 2015, artikel 2.3.2, lid 1."
    )


ANSWER = ("Het antwoord komt uiterlijk op 14 april.", "Eén keer mag het 4 weken langer duren.",
          "Daarna kan iemand naar een geschillencommissie. Die beslist binnen 6 maanden.")
UNWANTED = "Is het zorg die iemand niet wil? Dan beslist een commissie binnen 14 dagen."


@pytest.mark.parametrize(("fields", "terms", "confidant"), [
    ({"law": "zvw"}, ANSWER, False), ({"law": "wlz"}, ANSWER, False), ({"law": "wmo"}, (), False), ({}, (), False),
    ({"law": "wlz", "wlz_ground": "psychogeriatric"}, (*ANSWER, UNWANTED), True),
])
def test_a_complaint_tells_by_when_there_is_an_answer(
    table: Table, fields: dict[str, str], terms: tuple[str, ...], confidant: bool
) -> None:
    fill(table, **fields)
    follow_up = table.desk.follow_up
    follow_up.write_as(table.desk.view.client)
    write(table, lambda act: agreements.add(act, "Lopen."))
    (said,) = follow_up.disagree(table.desk.view.agreements[0].id, "Liever fietsen.").refs
    routes = {route.id: route.hint for route in follow_up.routes()}
    assert ("confidant" in routes) == confidant
    assert ("uiterlijk op 14 april" in routes["complaints"]) == bool(terms)
    table.clock.now = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
    follow_up.take_to(said, "complaints")
    (line,) = table.desk.history.disagreements()
    assert line.terms == terms
    table.clock.now = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
    assert table.desk.history.disagreements()[0].terms == terms  # it counts from the day on which one complained
    follow_up.ended(said, "Er kwam een excuus.")
    assert table.desk.history.disagreements()[0].terms == ()


def test_home_says_what_has_come_by_the_same_reckoning(table: Table) -> None:
    (line,) = table.front.plans()
    assert (line.next, line.due, line.due_what) == (None, None, None)
    fill(table, law="wlz", drawn_up_on="2025-08-31", first_evaluation_on="2026-03-20")
    (line,) = table.front.plans("annie")
    (told,) = table.desk.history.due()
    assert (line.next, line.due, line.due_what) == (told.on, "2026-02-28", "evaluation")
    write(table, lambda act: agreements.change(act, agreements.add(act, "Lopen."), evaluate_on="2026-01-01"))
    (line,) = table.front.plans()
    assert (line.next, line.due, line.due_what) == ("2026-02-28", "2026-02-28", "evaluation")
    assert line.due_more == 1, "the agreement of January is not lost behind the look back (rows-l 13, M13)"
    assert [late.what for late in late_lines(table.desk)] == ["evaluation", "agreement"]
    (waiting, *_) = pending_items(table.desk, dutch())
    assert waiting.words == "Het is tijd om samen terug te kijken. En nog 1."
    fill(table, wlz_valid_until="2026-03-03")
    table.clock.now = datetime(2026, 2, 27, 12, 0, tzinfo=UTC)
    table.desk.follow_up.note(table.desk.view.agreements[0].id, done="yes")
    (line,) = table.front.plans()  # what comes within a month is told too
    assert (line.due, line.due_what) == ("2026-02-28", "evaluation")
    table.clock.now = datetime(2026, 1, 20, 12, 0, tzinfo=UTC)
    (line,) = table.front.plans()  # the look back is more than a month ahead then, and the note is still to come
    assert (line.due, line.due_what) == ("2026-01-01", "agreement")


def test_home_comes_also_when_the_figures_of_a_law_are_broken(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise ScriptBroken("{file}: this file is not there. Put it back.", file="none.yaml")

    fill(table, first_evaluation_on="2026-03-20")
    monkeypatch.setattr(table.front, "_rules", broken)
    (line,) = table.front.plans()
    assert (line.name, line.next, line.due) == ("Annie de Vries", None, None)


def test_of_many_plans_each_has_its_own_dates(tmp_path: Path) -> None:
    front: Front = open_door(tmp_path / "home")
    plans = [front.new_plan(f"Naam {number}") for number in range(4)]
    for number, plan in enumerate(plans):
        desk = front.sit_down(plan)
        with desk._unit_of_work.undoable(None) as act:
            details.fill(act, "look-again", "evaluate-on", f"2026-0{number + 2}-03")
        desk.leave()
    found = {line.name: (line.next, line.due) for line in front.plans()}
    assert found == {
        "Naam 0": ("2026-02-03", "2026-02-03"), "Naam 1": ("2026-03-03", "2026-03-03"),
        "Naam 2": ("2026-04-03", None), "Naam 3": ("2026-05-03", None),
    }
    front.close()


def test_what_is_due_stands_first_a_look_back_before_all_else_l13(tmp_path: Path) -> None:
    """L-13: a plan in which nothing has come yet keeps its place by the last talk, behind those that are due."""
    front: Front = open_door(tmp_path / "home")
    dates = (("Ann", "wlz-valid-until", "2026-02-01"), ("Bea", "evaluate-on", "2026-03-01"),
             ("Cor", "evaluate-on", "2026-02-20"), ("Dik", "evaluate-on", "2026-03-20"), ("Eva", "wish", ""))
    for name, field, day in dates:
        with front.sit_down(front.new_plan(name))._unit_of_work.undoable(None) as act:
            if day:
                details.fill(act, "look-again", field, day)
    front.close()
    assert [line.name for line in open_door(tmp_path / "home").plans()] == ["Cor", "Bea", "Ann", "Eva", "Dik"]


def test_home_of_an_older_zlp_is_read_as_it_is_and_brought_up_to_date_by_opening_it(tmp_path: Path) -> None:
    older = Path(__file__).parents[1] / "store" / "released" / "schema-1.db.gz"
    store_file(tmp_path).write_bytes(gzip.decompress(older.read_bytes()))
    names = [line.name for line in plan_lines(OneFileToRead(store_file(tmp_path), clock=Ticking()))]
    front = open_door(tmp_path)
    try:
        assert names == ["Annie de Vries", "Youssef El Amrani", "Joris Vos"]
        assert {line.name for line in front.plans()} == set(names)
        desk = front.open(front.find("Annie de Vries"))
        assert [one.what for one in desk.history.due()] == [
            "agreement", "evaluation", "agreement", "revisit", "indication",
        ]
        assert desk.history.remarks() == desk.history.disagreements() == ()
    finally:
        front.close()
