"""`note` and `due`: what they keep, what they print, and files of an older program."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from tests.cli.conftest import Command
from tests.tools.commands import run_forked
from tests.tools.prepared import dutch
from tests.tools.table import open_door
from tests.tools.window import door
from zlp_tui import places
from zlp_tui.command.parsing.arguments import parse_arguments
from zlp_tui.places import store_file
from zlp_tui.plan.agreed_today import PARTS
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.looking_back import evaluations
from zlp_tui.plan.tables.said import details, statements
from zlp_tui.plan.view import Because

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "due.schema.json"
RELEASED = Path(__file__).parents[1] / "store" / "released"


def agree(command: Command, *evaluate_on: date | None, wish: date | None = None) -> str:
    """An agreement in the plan of Anna Vos for each date, and when she wants to look back; the last one's id."""
    front = open_door(command.home)
    desk = front.sit_down(command.anna)
    with desk._unit_of_work.undoable(None) as act:
        for day in evaluate_on or (None,):
            ref = agreements.add(act, "Elke dag lopen.")
            agreements.change(act, ref, evaluate_on=day and day.isoformat())
        if wish is not None:
            details.fill(act, "look-again", "evaluate-on", wish.isoformat())
    front.close()
    return ref


def in_terminal(command: Command, typed: str, *arguments: str) -> tuple[int, str, str]:
    """What a command does that is asked something in a terminal, where this is typed: exit code, output and errors."""
    ours, theirs = os.openpty()
    os.write(ours, typed.encode())
    done = run_forked(arguments, b"", command.env(), asked=theirs)
    os.close(ours)
    os.close(theirs)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def today() -> date:
    """Today, by the clock of this computer, which the command has too."""
    return datetime.now().astimezone().date()


def test_a_note_is_kept_and_nothing_is_printed(anna: Command) -> None:
    ref = agree(anna)
    why = ("--done", "partly", "--because", "no-time", "--text", "Het regende.")
    done = anna("note", "anna vos", "--on", ref, *why, "--voice", "anna vos")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (note,) = anna.view.progress
    assert (note.about, note.done, note.because, note.text) == (ref, "partly", "no-time", "Het regende.")
    assert (note.voice.name, note.on) == ("Anna Vos", today().isoformat())


def test_a_loose_note_by_somebody_new_comes_from_standard_input_in_order(anna: Command) -> None:
    done = anna("note", "-", "--text", "-", "--voice", "-", "--new", said="Anna Vos\nZij zong vandaag.\nSanne\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nieuw aan tafel: Sanne\n")
    (note,) = anna.view.progress
    assert (note.about, note.done, note.text, note.voice.name) == (None, None, "Zij zong vandaag.", "Sanne")
    assert anna("note", anna.anna, "--done", "yes", "--voice", "sanne").stderr == ""


def test_without_a_name_a_note_is_of_who_typed_last_and_never_silently_the_clients_b5(anna: Command) -> None:
    text = ("note", anna.anna, "--text", "Zij zong.")
    done = anna(*text)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Wie schrijft dit? Zet erbij: --voice NAAM.\n"
    assert anna.view.conversations == ()
    anna(*text, "--voice", "Karim", "--new")
    done = anna(*text)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [note.voice.name for note in anna.view.progress] == ["Karim", "Karim"]
    assert anna.view.conversations == (), "nobody sat down (decision 0039)"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_in_a_terminal_it_is_asked_who_writes_and_only_who_is_known_b5(anna: Command) -> None:
    anna("note", anna.anna, "--text", "Zij zong.", "--voice", "Karim", "--new")
    options = ("--text", "Kousen gingen makkelijk aan.")
    code, out, told = in_terminal(anna, "?\nFatima\n/help\n2\n", "note", anna.anna, *options)
    assert (code, out) == (0, "")
    assert told.startswith("Wie schrijft dit?\n  1. Karim (typte de vorige keer)\n  2. Anna Vos\n")
    assert told.count("Zo heet niemand in dit plan.") == 1
    assert told.count("Wie schrijft dit?\n") == 3, "it is said again to whoever asks for help (issue 8, section 4)"
    assert anna.view.progress[-1].voice.name == "Anna Vos"
    assert {person.name for person in anna.view.people} == {"Anna Vos", "Karim"}


def test_only_who_is_known_writes_unless_somebody_new_is_meant(anna: Command) -> None:
    """Issue 10 §1: every typed name became one of “Mijn mensen” (rows-l 14)."""
    text = ("note", anna.anna, "--text", "Zij zong.", "--voice", "Karmi")
    done = anna(*text)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Zo heet niemand in dit plan. Is dit iemand nieuw? Zet erbij: --new\n"
    assert [person.name for person in anna.view.people] == ["Anna Vos"]


def test_words_that_fit_one_agreement_say_what_a_note_is_about(anna: Command) -> None:
    """Issue 10 §1: `--on` took a UUID that only `show --json` printed (rows-l 14)."""
    ref = agree(anna)
    assert anna("note", anna.anna, "--done", "yes", "--voice", "Anna Vos", "--on", "LOPEN").returncode == 0
    assert anna.view.progress[-1].about == ref


def test_words_that_fit_more_agreements_are_refused_with_each_of_them(anna: Command) -> None:
    ref = agree(anna, today(), today())
    done = anna("note", anna.anna, "--done", "yes", "--voice", "Anna Vos", "--on", "dag lopen")
    assert (done.returncode, done.stderr.count("\n"), anna.view.progress) == (1, 3, ())
    assert done.stderr.startswith("Deze woorden passen bij meer dan één afspraak of doel.")
    assert f"“Elke dag lopen.” · {ref}\n" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
@pytest.mark.parametrize(("typed", "known"), [("1", True), ("lopen", True), ("0", False)])
def test_in_a_terminal_it_is_asked_what_a_note_is_about(anna: Command, typed: str, known: bool) -> None:
    ref = agree(anna)
    _, _, told = in_terminal(anna, f"zwemmen\n{typed}\n", "note", anna.anna, "--done", "yes", "--voice", "Anna Vos")
    assert told.startswith("Waar gaat het over?\n  1. “Elke dag lopen.” (afspraak)\n")
    assert told.count("Dit past niet bij precies één.") == 1
    assert anna.view.progress[-1].about == (ref if known else None)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_stop_leaves_a_question_of_a_command_and_keeps_nothing(anna: Command) -> None:
    """As at every other prompt; it was told that these words fit nothing."""
    code, _, told = in_terminal(anna, "/Stop\nAnna Vos\n", "note", anna.anna, "--text", "Zij zong.")
    assert code == 1 and "Zo heet niemand" not in told
    assert anna.view.progress == ()


def test_three_times_the_same_reason_is_a_proposal_beside_the_output(anna: Command) -> None:
    ref = agree(anna)
    no = ("--on", ref, "--done", "no", "--because", "no-time", "--voice", "Anna Vos")
    told = [anna("note", anna.anna, *no) for _ in range(3)]
    assert [(one.returncode, one.stdout) for one in told] == [(0, "")] * 3
    assert [one.stderr for one in told[:2]] == ["", ""]
    assert told[2].stderr.startswith("Drie keer lukte het niet, om dezelfde reden.")


@pytest.mark.parametrize(("arguments", "code", "says"), [
    ((), 2, "--done"),
    (("--done", "yes", "--because", "no-time"), 2, "`--because` hoort bij"),
    (("--text", "x", "--because", "other"), 2, "`--because` hoort bij"),
    (("--done", "maybe"), 2, "kan niet (kies uit"),
    (("--done", "no", "--because", "regen"), 2, "kan niet (kies uit"),
    (("--done", "yes", "--on", "niets"), 1, "Dit staat niet in het plan."),
    (("--text", " "), 1, "."),
    (("--text", "-"), 1, "."),
])
def test_a_note_that_does_not_fit_is_one_sentence(
    anna: Command, arguments: tuple[str, ...], code: int, says: str
) -> None:
    done = anna("note", anna.anna, "--voice", "Anna Vos", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (code, "", 1)
    assert says in done.stderr
    assert anna.view.conversations == ()


def test_nothing_due_is_an_empty_list_also_without_a_store(zlp: Command, anna: Command) -> None:
    for command in (zlp, anna):
        done = command("due")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert command("due", "--json").stdout == "[]\n"


def test_plans_show_due_and_home_tell_the_same_day_to_look_back(anna: Command) -> None:
    """A wish of December that was fulfilled in March is over; from then on the law asks for another look back."""
    front = open_door(anna.home)
    with front.sit_down(anna.anna)._unit_of_work.undoable(None) as act:
        details.fill(act, "personal-details", "law", "wlz")
        details.fill(act, "look-again", "evaluate-on", "2025-12-01")
        evaluations.open_or_create(act, [act.by])
    (home,) = front.plans()
    front.close()
    (listed,) = json.loads(anna("plans", "--json").stdout)
    shown = json.loads(anna("show", anna.anna, "--json").stdout)["next_evaluation"]
    told = json.loads(anna("due", "--within", "9999", "--json").stdout)
    (due,) = (date for date in told if date["what"] == "evaluation")
    assert [home.next, listed["next"], shown["on"], due["on"]] == ["2026-09-03"] * 4
    assert (due["what"], due["because"], shown["because"]) == ("evaluation", "evaluate-every", "evaluate-every")
    assert "opnieuw kijken 3 september 2026" in anna("plans").stdout


def test_due_tells_what_is_late_and_what_comes_soon(anna: Command) -> None:
    late, soon, far = (today() + timedelta(days=days) for days in (-3, 20, 50))
    agree(anna, late, far, wish=soon)
    rows = json.loads(anna("due", "--json").stdout)
    jsonschema.validate(rows, json.loads(SCHEMA.read_text(encoding="utf-8")))
    whose = {"plan": anna.anna, "name": "Anna Vos"}
    assert rows == [
        whose | {"what": "agreement", "on": late.isoformat(), "late": True, "because": "agreement"},
        whose | {"what": "evaluation", "on": soon.isoformat(), "late": False, "because": "client-wish"},
    ]
    assert len(json.loads(anna("due", "--within", "50", "--json").stdout)) == 3
    assert len(json.loads(anna("due", "--within", "0", "--json").stdout)) == 1
    told = anna("due").stdout
    assert told.startswith("Anna Vos · Nog eens naar een afspraak kijken · ") and anna.anna not in told
    assert json.loads(anna("show", anna.anna, "--json").stdout)["next_evaluation"] == {
        "on": soon.isoformat(), "because": "client-wish",
    }


@pytest.mark.parametrize("days", ["x", "-1", "1.5", "٣", "999999", ""])
def test_a_number_of_days_is_a_number_of_days(zlp: Command, days: str) -> None:
    done = zlp("due", "--within", days)
    assert (done.returncode, done.stdout) == (2, "")


def an_older_home(home: Path) -> None:
    """The plans of the first released tables."""
    home.mkdir(mode=0o700)
    store_file(home).write_bytes(gzip.decompress((RELEASED / "schema-1.db.gz").read_bytes()))
    store_file(home).chmod(0o600)


def test_plans_of_an_older_zlp_are_listed_as_they_are_and_shown_when_brought_up_to_date(zlp: Command) -> None:
    an_older_home(zlp.home)
    plans = json.loads(zlp("plans", "--json").stdout)
    assert len(plans) == 3
    due = zlp("due", "--within", "0", "--json")
    assert (due.returncode, due.stderr) == (0, "")
    assert {row["name"] for row in json.loads(due.stdout)} == {"Annie de Vries", "Joris Vos"}
    assert zlp("check").returncode == 0
    assert [path.name for path in zlp.home.iterdir()] == ["plans.db"]
    shown = zlp("show", plans[0]["id"], "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert json.loads(shown.stdout)["editions"] == []
    assert [path.name for path in zlp.home.glob("plans.db.before-*")] != []
    assert zlp("due", "--within", "0", "--json").stdout == due.stdout


NOBODY = """
import os, sys
from zlp_tui.cli import main
home, warm, *arguments = sys.argv[1:]
terminal, errors, nowhere = os.dup(1), os.dup(2), os.open(os.devnull, os.O_WRONLY)
os.dup2(nowhere, 1), os.dup2(nowhere, 2)
os.environ["ZLP_HOME"] = warm  # once with all rights: nobody may not be allowed to read the Python that runs this
main(arguments)
os.dup2(terminal, 1), os.dup2(errors, 2)
if os.getuid() == 0:  # whom no right stops
    os.setgid(65534)
    os.setuid(65534)
os.environ["ZLP_HOME"] = home
sys.exit(main(arguments))
"""


@pytest.fixture
def closed_home() -> Iterator[Command]:
    """Older plans where nothing can be kept, in a folder that another user of the computer can come to."""
    folder = Path(tempfile.mkdtemp(prefix="zlp-test-"))
    folder.chmod(0o755)
    an_older_home(folder / "home")
    store_file(folder / "home").chmod(0o444)
    (folder / "home").chmod(0o555)
    yield Command(folder / "home", "00000000-0000-4000-8000-000000000001")
    (folder / "home").chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize(("arguments", "code"), [
    (("plans",), 0), (("due",), 0), (("check",), 1), (("show", "annie de vries"), 1),
    (("show", "annie de vries", "--json"), 1), (("note", "annie de vries", "--done", "yes"), 1),
])
def test_older_plans_where_nothing_can_be_kept_are_listed_and_say_why_they_cannot_be_shown(
    closed_home: Command, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    an_older_home(tmp_path / "warm")
    python = [sys.executable, "-c", NOBODY, str(closed_home.home), str(tmp_path / "warm")]
    done = subprocess.run([*python, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert (done.stdout == "") == (arguments[0] in ("show", "note"))
    if arguments[0] in ("show", "note"):
        assert done.stderr.startswith("Deze plannen zijn van een oudere zlp.")
        assert done.stderr.count("\n") == 1
    assert [path.name for path in closed_home.home.iterdir()] == ["plans.db"]


def test_a_folder_that_is_kept_the_same_elsewhere_is_named_at_the_start_f16(anna: Command, tmp_path: Path) -> None:
    """Line by line as on the screen, and by `check`."""
    there = Command(Path(shutil.copytree(anna.home, tmp_path / "Nextcloud" / "home")), anna.anna)
    for told in (there("talk", anna.anna, said="/stop\n").stderr, there("check").stdout):
        assert "Nextcloud" in told
    assert anna("talk", anna.anna, said="/stop\n").stderr == ""


def test_a_note_is_kept_while_another_window_has_the_plan_open(anna: Command) -> None:
    """Rows-l 14: it waits for nobody to leave; what is said in the window goes on, and both are there."""
    ref = agree(anna)
    front = door(anna.home)
    desk = front.sit_down(anna.anna)
    desk.sit_at_keyboard(desk.view.client)
    desk.follow_up.leave("remark", "Voor de notitie.")
    done = anna("note", "anna vos", "--on", ref, "--done", "yes", "--voice", "anna vos")
    assert (done.returncode, done.stderr) == (0, "")
    desk.follow_up.leave("remark", "Erna.")
    assert [(note.done, note.voice.name) for note in desk.view.progress] == [("yes", "Anna Vos")]
    desk.undo()
    desk.leave()
    front.close()
    view = anna.view
    assert [remark.text for remark in view.remarks] == ["Voor de notitie."]
    assert [note.done for note in view.progress] == ["yes"]
    assert len(view.conversations) == 2, "that of the agreement and that of the window: a note is none"


def test_a_bad_day_is_noted_by_its_words_and_nothing_more_m09(anna: Command) -> None:
    front = open_door(anna.home)
    with front.sit_down(anna.anna)._unit_of_work.undoable(None) as act:
        asked = {"topic": "good-day-bad-day", "step": "sides", "prompt": "Hoe?", "side": "bad"}
        statements.add_statement(act, text="Haast in de morgen.", **asked)
    front.close()
    on = ("note", anna.anna, "--on", "haast", "--voice", "Anna Vos")
    assert anna(*on, "--done", "no").returncode == 1
    assert (anna(*on, "--done", "yes").returncode, anna(*on, "--done", "yes").returncode) == (0, 0)
    assert [note["done"] for note in json.loads(anna("show", anna.anna, "--json").stdout)["progress"]] == ["yes"]


def test_the_options_of_a_note_are_those_of_the_plan() -> None:
    """The parser says them again, for it loads no plan."""
    for option, values in (("--because", get_args(Because)), ("--part", PARTS)):
        for value in values:
            read = parse_arguments(["note", "Anna", "--done", "no", option, value], dutch(), places.content() / "nl")
            assert value in (read.because, read.part)
