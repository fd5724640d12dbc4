"""`zlp import`: what it says of a file, and what it leaves in the log."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_a_plan_goes_out_and_comes_in_on_another_computer(anna: Command, tmp_path: Path) -> None:
    file = tmp_path / "plan.fhir.json"
    assert anna("export", "Anna Vos", "fhir", "-o", str(file)).returncode == 0
    other = Command(tmp_path / "other")
    other.home.mkdir(mode=0o700)
    for told in ("Anna Vos: het plan staat nu hier.\n", "Anna Vos: dit plan is hier al, en er verschilt niets.\n"):
        done = other("import", str(file))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", told)
    assert other.names() == ["Anna Vos"]
    own, theirs = (json.loads(home("show", "Anna Vos", "--json").stdout) for home in (anna, other))
    assert [said["text"] for said in own["statements"]] == [said["text"] for said in theirs["statements"]]
    log = json.loads(other("audit", "Anna Vos", "--verify", "--json").stdout)
    assert [line["event"] for line in log["lines"] if line["event"] not in ("read", "open")] == ["take-in"]
    assert other("check").returncode == 0


def test_what_is_no_file_of_fhir_is_one_sentence(anna: Command, tmp_path: Path) -> None:
    for given, said, told in (
        ("-", "geen json", "geen FHIR-bestand"), (str(tmp_path), "", "is geen bestand"),
        (str(tmp_path / "niet.json"), "", "is geen bestand"), ("-", "<Bundle/>", "niet als XML"),
    ):
        done = anna("import", given, said=said)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert told in done.stderr
    assert anna.names() == ["Anna Vos"]
