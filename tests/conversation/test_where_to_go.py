"""Where one can go with a disagreement: names and numbers that an organisation fills in, and whom it is about (M08)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.tools.table import Table, lay_table
from zlp_tui import places
from zlp_tui.errors import Refused
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.client import people
from zlp_tui.script.loading import load_script

NOT_FILLED_IN = "Een naam of telefoonnummer is hier nog niet ingevuld. Vraag ernaar bij de zorgverlener."
CONTACTS = """
pack: "ons-huis"
version: "1"
contacts:
  - id: "complaints"
    name: "Mevrouw Smit"
    phone: "010 123 45 67"
  - id: "confidant"
    phone: "088 123 45 67"
  - id: "supporter"
    name: "MEE Rotterdam"
"""


def hints(table: Table) -> dict[str, str]:
    return {route.id: route.hint for route in table.desk.follow_up.routes()}


def disagreed(table: Table) -> str:
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        ref = agreements.add(act, "Lopen.")
    return table.desk.follow_up.disagree(ref, "Te vroeg.").refs[0]


def test_a_number_that_nobody_filled_in_is_said_to_be_missing(table: Table) -> None:
    told = hints(table)
    assert told["complaints"].endswith(NOT_FILLED_IN) and told["supporter"].endswith(NOT_FILLED_IN)
    assert NOT_FILLED_IN not in told["carer"], "they sit at the table"


def test_an_organisation_names_whom_to_reach_in_its_pack(tmp_path: Path) -> None:
    """The confidential adviser is there wherever one is named, and else where a law wants one."""
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "script.yaml").write_text(CONTACTS, encoding="utf-8")
    table = lay_table(tmp_path / "home", (pack,))
    told = hints(table)
    assert told["complaints"].endswith("Mevrouw Smit, telefoon 010 123 45 67.")
    assert told["confidant"].endswith("Telefoon 088 123 45 67.")
    assert told["supporter"].endswith("MEE Rotterdam, een nummer is nog niet ingevuld.")
    said = disagreed(table)
    table.desk.follow_up.take_to(said, "complaints")
    assert table.desk.history.disagreements()[0].reached_at == "Mevrouw Smit, telefoon 010 123 45 67."
    table.desk.follow_up.ended(said, "Opgelost.")
    assert table.desk.history.disagreements()[0].reached_at == ""
    table.front.close()


@pytest.mark.parametrize("contact", [
    {"id": "mayor", "phone": "010 1234567"}, {"id": "carer"}, {"id": "carer", "phone": "bel maar"},
])
def test_a_contact_that_cannot_be_is_told_with_its_line(tmp_path: Path, contact: dict[str, str]) -> None:
    outline = {"pack": "ons", "version": "1", "contacts": [contact]}
    (tmp_path / "script.yaml").write_text(yaml.safe_dump(outline), encoding="utf-8")
    script = load_script(places.content() / "nl", (tmp_path,))
    (problem,) = script.problems
    assert "script.yaml" in str(problem.values["file"]) and not script.contacts


def test_who_stands_in_the_plan_for_it_comes_first(table: Table) -> None:
    with table.desk._unit_of_work.undoable("Ans") as act:
        people.change(act, people.add(act, "Ans", kind="supporter"), contact="06 12 34 56 78")
    assert hints(table)["supporter"].endswith("In dit plan: Ans, 06 12 34 56 78.")


def test_whom_it_is_about_is_kept_and_told_until_taken_back(table: Table) -> None:
    desk = table.desk
    said = disagreed(table)
    with desk._unit_of_work.undoable("Karim") as act:
        karim = people.add(act, "Karim", kind="carer")
    desk.follow_up.is_about(said, karim)
    assert desk.history.disagreements()[0].person == "Karim"
    (told,) = as_json(desk.view)["disagreements"]
    assert told["person"] == karim
    notes = [q.note for part in desk.letter() for line in part.lines for q in line.quotes if q.ref == said]
    assert notes == ["sinds 3 maart · over: “Lopen.” · het gaat over Karim"]
    desk.follow_up.is_about(said, None)
    assert desk.history.disagreements()[0].person == ""
    desk.undo()
    assert desk.history.disagreements()[0].person == "Karim"
    with pytest.raises(Refused):
        desk.follow_up.is_about(said, "nobody-we-know")
