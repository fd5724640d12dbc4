"""`zlp import`: what it says of a file, and what it leaves in the log."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command
from tests.tools.exported import source_in
from zlp_tui.exchange.fhir.bundle import fhir


def test_a_plan_goes_out_and_comes_in_on_another_computer(anna: Command, tmp_path: Path) -> None:
    file = tmp_path / "plan.fhir.json"
    file.write_bytes(fhir(source_in(anna.home, "Anna Vos")))
    other = Command(tmp_path / "other")
    other.home.mkdir(mode=0o700)
    for told in ("Anna Vos: het plan staat nu hier.\n", "Anna Vos: dit plan is hier al, en er verschilt niets.\n"):
        done = other("import", str(file))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", told)
    assert other.names() == ["Anna Vos"]
    log = json.loads(other("audit", "Anna Vos", "--verify", "--json").stdout)
    assert [line["event"] for line in log["lines"] if line["event"] not in ("read", "open")] == ["take-in"]


def test_a_later_file_of_another_program_is_a_plan_beside_the_one_that_is_here(anna: Command) -> None:
    def bundle(city: str) -> str:
        patient = {"resourceType": "Patient", "name": [{"text": "Anna Vos"}], "telecom": [{"value": city}]}
        return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": patient}]})

    before = anna.view
    for city in ("Breda", "Tilburg"):
        done = anna("import", "-", said=bundle(city))
        assert (done.returncode, "Er is al een plan" in done.stderr) == (0, True)
    assert (anna.names(), anna.view) == (["Anna Vos"] * 3, before)


def test_what_is_no_file_of_fhir_is_one_sentence(anna: Command, tmp_path: Path) -> None:
    for given, said, told in (
        ("-", "geen json", "geen FHIR-bestand"), (str(tmp_path), "", "is geen bestand"),
        (str(tmp_path / "niet.json"), "", "is geen bestand"), ("-", "<Bundle/>", "niet als XML"),
    ):
        done = anna("import", given, said=said)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert told in done.stderr
    assert anna.names() == ["Anna Vos"]
