"""`new`, `plans`, `show`, `check`: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest
import sqlcipher3.dbapi2

from tests.cli.conftest import ZLP, Command
from tests.tools.packs import pack_without
from tests.tools.table import open_door
from zlp_tui import places
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.places import settings_file, store_file
from zlp_tui.plan.tables.said import details
from zlp_tui.script.roles import Role

SCHEMA = Path(__file__).parents[2] / "docs" / "schema"


def test_new_prints_the_id_and_nothing_else(zlp: Command) -> None:
    done = zlp("new", "--name", "Anna Vos", "--salutation", "mevrouw Vos", "--address", "je")
    assert (done.returncode, done.stderr) == (0, "")
    assert str(uuid.UUID(done.stdout.removesuffix("\n"))) + "\n" == done.stdout
    shown = json.loads(zlp("show", "anna  VOS", "--json").stdout)
    assert (shown["id"], shown["address"]) == (done.stdout.strip(), "je")
    assert [(p["name"], p["salutation"]) for p in shown["people"]] == [("Anna Vos", "mevrouw Vos")]


def test_names_come_from_standard_input_in_their_order(zlp: Command) -> None:
    made = zlp("new", "--name", "-", "--salutation", "-", said="José Núñez\nmeneer Núñez\n").stdout.strip()
    done = zlp(
        "talk", "-", "--topic", "two-minutes", "--voice", "-", said="jose\u0301 nu\u0301n\u0303ez\nSanne\nHij zingt.\n"
    )
    assert done.returncode == 0, done.stderr
    assert "Nieuw aan tafel: Sanne" in done.stdout.split("\n")
    shown = json.loads(zlp("show", "-", "--json", said="José  NÚÑEZ\n").stdout)
    assert shown["id"] == made
    assert [(s["text"], s["voice"]["name"]) for s in shown["statements"]] == [("Hij zingt.", "Sanne")]


@pytest.mark.parametrize("said", ["", "\n", " \u200b \n"])
def test_no_name_is_refused(zlp: Command, said: str) -> None:
    done = zlp("new", "--name", "-", said=said)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_a_name_of_nothing_is_refused(zlp: Command) -> None:
    done = zlp("new", "--name", "  ")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_plans_without_a_store_are_none_and_make_none(zlp: Command) -> None:
    assert (zlp("plans").stdout, zlp("plans", "--json").stdout) == ("", "[]\n")
    assert not zlp.home.exists()


def test_plans_tell_the_last_talk_and_where_it_goes_on(anna: Command) -> None:
    bram = anna("new", "--name", "Bram").stdout.strip()
    assert anna("talk", bram, "--topic", "two-minutes", said="Ik zing.\n").returncode == 0
    listed = json.loads(anna("plans", "--json").stdout)
    today = datetime.now().astimezone().date().isoformat()
    assert listed == [
        {"id": bram, "name": "Bram", "last_talk": today, "next": None, "goes_on_at": "two-minutes", "ended_on": None},
        {"id": anna.anna, "name": "Anna Vos", "last_talk": None, "next": None, "goes_on_at": None, "ended_on": None},
    ]
    lines = anna("plans").stdout.splitlines()
    assert [line.split(" · ")[0] for line in lines] == ["Bram", "Anna Vos"]
    assert "laatste gesprek" in lines[0]
    assert not any(plan["id"] in line for plan in listed for line in lines), "ids stand in --json alone"


@pytest.mark.parametrize("command", [("plans",), ("due", "--within", "9999"), ("today",), ("prepare",)])
def test_what_is_printed_to_read_has_no_ids(anna: Command, command: tuple[str, ...]) -> None:
    """M13: plans are named, and told apart in words; `--json` has the ids."""
    anna("talk", anna.anna, "--topic", "look-again", said="over 3 maanden\n")
    done = anna(*command, *(("Anna Vos",) if command == ("prepare",) else ()))
    assert done.returncode == 0 and re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", done.stdout) is None


def test_two_plans_with_one_name_are_told_by_their_ids(anna: Command) -> None:
    made = anna("new", "--name", "-", said="ANNA  vos\n")
    ids = {anna.anna, made.stdout.strip()}
    assert "Er is al een plan met deze naam: Anna Vos (gemaakt op" in made.stderr
    for command in ("show", "talk"):
        done = anna(command, "Anna Vos")
        assert (done.returncode, done.stdout) == (1, "")
        first, *rest = done.stderr.splitlines()
        assert "meer dan één plan" in first
        assert {line.rpartition(" · ")[2] for line in rest} == ids
        names = [line.rpartition(" · ")[0] for line in rest]
        assert len(set(names)) == 2 and all("(gemaakt op" in name for name in names)
    assert len({line.split(" · ")[0] for line in anna("plans").stdout.splitlines()}) == 2
    assert anna("show", ids.pop()).returncode == 0


@pytest.mark.parametrize("command", ["show", "talk"])
def test_an_unknown_plan_is_one_sentence(anna: Command, command: str) -> None:
    done = anna(command, "Nooit van gehoord")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Er is geen plan")
    assert done.stderr.count("\n") == 1


def test_show_is_the_letter_in_the_words_that_were_said(anna: Command) -> None:
    anna("talk", anna.anna, "--topic", "good-day-bad-day", said="Koffie \x1b[31m bij ┌ het raam.\n\nHaast.\n")
    letter = anna("show", anna.anna)
    assert (letter.returncode, letter.stderr) == (0, "")
    assert "Een goede dag voor mij:\n    “Koffie [31m bij - het raam.” (Anna Vos)" in letter.stdout
    shown = json.loads(anna("show", anna.anna, "--json").stdout)
    assert [s["text"] for s in shown["statements"]] == ["Koffie [31m bij ┌ het raam.", "Haast."]


def test_what_is_shown_as_json_fits_the_schema_with_every_key(anna: Command) -> None:
    anna("talk", anna.anna, "--topic", "working", said="De pil met vla.\n\nMet water.\n/wie Sanne\nHaast.\n")
    for name, printed in (
        ("show", anna("show", anna.anna, "--json")),
        ("plans", anna("plans", "--json")),
        ("check", anna("check", "--json")),
    ):
        assert printed.returncode == 0
        schema = json.loads((SCHEMA / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(printed.stdout), schema)


def test_a_plan_whose_lines_make_no_sense_keeps_no_other_from_the_list(anna: Command) -> None:
    anna("new", "--name", "Bea Bos")
    front = open_door(anna.home)
    with front.sit_down(anna.anna)._unit_of_work.undoable(None) as act:
        details.fill(act, "look-again", "evaluate-on", "2026-01-01")
    front.close()
    with closing(sqlcipher3.dbapi2.connect(str(store_file(anna.home)))) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE detail SET value = 'x' WHERE plan_id = ? AND field = 'evaluate-on'", (anna.anna,))
        connection.commit()
    listed, due = anna("plans", "--json"), anna("due", "--json")
    assert (listed.returncode, due.returncode) == (0, 0)
    assert "Anna Vos" in listed.stderr and "zlp check" in listed.stderr and due.stderr == listed.stderr
    assert {plan["name"] for plan in json.loads(listed.stdout)} == {"Anna Vos", "Bea Bos"}
    assert anna("show", anna.anna).returncode == 1


def test_json_is_harmless_to_look_at_also_when_the_file_was_edited_elsewhere(anna: Command) -> None:
    anna("talk", anna.anna, "--topic", "two-minutes", said="Koffie.\n")
    planted = "\x1b]52;c;WkxQ\x07\x9b31m\u202eweg"
    with closing(sqlcipher3.dbapi2.connect(str(store_file(anna.home)))) as connection:
        connection.execute("update statement set text = ?", (planted,))
        connection.commit()
    done = anna("show", anna.anna, "--json")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.stdout)
    assert json.loads(done.stdout)["statements"][0]["text"] == planted


def test_check_says_what_is_sound_and_what_is_not(anna: Command) -> None:
    sound = anna("check")
    assert (sound.returncode, sound.stderr) == (0, "")
    store_file(anna.home).write_bytes(b"SQLite format 3\0" + os.urandom(4000))
    broken = anna("check", "--json")
    assert broken.returncode == 1
    assert any(not finding["sound"] for finding in json.loads(broken.stdout))
    assert "Niet in orde" in anna("check").stdout


SETTINGS = {
    "keymap: {letter: f11}": "",
    "keymap: {brief: f11}": "De toetsen in settings.yaml doen niet mee: brief bestaat niet.",
    "keymap: {letter: a}": "De toetsen in settings.yaml doen niet mee: a zou twee dingen doen.",
    "keymap:\n  letter: [a, b]": "settings.yaml, regel 2: deze instelling kan zlp niet gebruiken.",
    "colour: blue": "settings.yaml, regel 1: deze instelling kan zlp niet gebruiken.",
}


@pytest.mark.parametrize(("settings", "told"), SETTINGS.items())
def test_check_says_what_is_wrong_with_the_settings(anna: Command, settings: str, told: str) -> None:
    settings_file(anna.home).write_text(settings, encoding="utf-8")
    done = anna("check", "--json")
    findings = json.loads(done.stdout)
    assert [f["message"] for f in findings if f["what"] == "settings"] == ([told] if told else [])
    assert done.returncode == bool(told)


def test_a_folder_in_the_place_of_the_settings_is_told_as_one(anna: Command) -> None:
    settings_file(anna.home).mkdir()
    told = [finding["message"] for finding in json.loads(anna("check", "--json").stdout)]
    assert any("settings.yaml: dit is geen bestand maar een map." in message for message in told)
    assert anna("plans").returncode == 0


MARKED = {
    "Welke dieren {heeft u|heb je?": "hier staat een accolade te veel",
    "Welke dieren {u|je|ik|wij}?": "hier staat een accolade te veel",
    "Welke dieren van {klant}?": "`{klant}` betekent hier niets",
    "Welke dieren van {item}?": "`{item}` betekent hier niets",
}


@pytest.mark.parametrize(("asked", "told"), MARKED.items())
def test_check_names_a_marker_that_people_would_read(anna: Command, tmp_path: Path, asked: str, told: str) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "script.yaml").write_text('pack: "p"\nversion: "1"\n', encoding="utf-8")
    topic = f'id: "about-me"\nsteps:\n  - id: "pets"\n    kind: "ask"\n    ask: "{asked}"\n'
    (tmp_path / "topics" / "about-me.yaml").write_text(topic, encoding="utf-8")
    done = anna("check", "--json", "--content", str(tmp_path))
    messages = [finding["message"] for finding in json.loads(done.stdout) if not finding["sound"]]
    assert done.returncode == 1 and [f"about-me.yaml, regel 5: {told}" in one for one in messages] == [True]


def test_a_script_that_asks_nothing_is_told_and_ends_no_program(anna: Command, tmp_path: Path) -> None:
    topics = (places.content() / "nl" / "script" / "topics").glob("*.yaml")
    left_out = "".join(f'  - "{topic.stem}"\n' for topic in topics)
    (tmp_path / "script.yaml").write_text(f'pack: "p"\nversion: "1"\nleave_out:\n{left_out}', encoding="utf-8")
    checked = anna("check", "--content", str(tmp_path))
    assert checked.returncode == 1 and "er blijft geen vraag over" in " ".join(checked.stdout.split())
    talked = anna("talk", anna.anna, "--content", str(tmp_path))
    assert talked.returncode == 1 and "Er is geen vraag om te stellen." in " ".join(talked.stderr.split())
    assert anna("show", anna.anna, "--content", str(tmp_path)).returncode == 0


def test_check_names_what_a_pack_does_not_offer_and_the_script_stays_sound(anna: Command, tmp_path: Path) -> None:
    ours = anna("check", "--json")
    pack = pack_without(tmp_path / "pack", Role)
    theirs = anna("check", "--json", "--content", str(pack))
    assert theirs.returncode == 0
    added = [finding for finding in json.loads(theirs.stdout) if finding not in json.loads(ours.stdout)]
    assert len({finding["message"] for finding in added}) == len(added) == len(Role)
    assert {(finding["what"], finding["sound"]) for finding in added} == {("script", True)}
    told = anna("check", "--content", str(pack)).stdout
    assert "Er zijn geen vragen om samen terug te kijken. Nu terugkijken kan dus niet." in told
    assert "Het deel “Wie ben ik?” lezen we niet samen terug." in told
    assert "Niet in orde" not in told


def test_a_damaged_file_is_told_in_one_sentence(zlp: Command) -> None:
    zlp.home.mkdir(mode=0o700)
    store_file(zlp.home).write_bytes(b"")
    for arguments in (("plans",), ("show", "Anna"), ("new", "--name", "Anna"), ("talk", "Anna")):
        done = zlp(*arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), arguments
    assert store_file(zlp.home).read_bytes() == b""


def test_a_home_that_is_a_file_is_told_in_one_sentence(zlp: Command) -> None:
    zlp.home.write_text("geen map")
    done = zlp("new", "--name", "Anna")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


@pytest.fixture
def a_window_on_anna(anna: Command) -> Iterator[DeskSession]:
    """The plan of Anna Vos is open in another window."""
    window = open_door(anna.home)
    desk = window.sit_down(anna.anna)
    assert not desk.read_only
    yield desk
    window.close()


@pytest.mark.usefixtures("a_window_on_anna")
def test_b13_while_a_window_has_a_plan_commands_read_it(anna: Command) -> None:
    for read in (("plans",), ("show", anna.anna), ("show", anna.anna, "--json"), ("check",), ("due",)):
        assert anna(*read).returncode == 0


def test_b13_while_a_window_has_a_plan_commands_write_others_and_say_why_not(
    anna: Command, a_window_on_anna: DeskSession
) -> None:
    """A note is the exception: it stands beside what is said there (decision 0039)."""
    note = ("note", anna.anna, "--voice", "Anna Vos", "--text", "Koffie.")
    end = ("end", anna.anna, "--on", "2026-03-01")
    for write in (("talk", anna.anna, "--topic", "two-minutes"), end):
        done = anna(*write, said="Koffie.\n")
        assert (done.returncode, done.stdout) == (1, "")
        assert re.fullmatch(r"[A-Z][^\n]*ander venster[^\n]*\.\n", done.stderr), done.stderr
    assert anna("new", "--name", "Bram").returncode == 0
    assert anna("note", "Bram", "--voice", "Bram", "--text", "Koffie.").returncode == 0
    a_window_on_anna.leave()
    assert anna(*note).returncode == 0
    assert anna.names() == ["Anna Vos", "Bram"]
    assert [note.text for note in anna.view.progress] == ["Koffie."]


def test_b13_a_command_waits_shortly_for_a_window_that_is_just_closing(anna: Command) -> None:
    window = open_door(anna.home)
    window.sit_down(anna.anna)
    with anna.start("talk", anna.anna, "--topic", "two-minutes") as waiting:
        assert waiting.stdin is not None
        waiting.stdin.write(b"Koffie.\n")
        waiting.stdin.close()
        window.close()
        assert waiting.wait(60) == 0
    assert [line.text for line in anna.view.said("two-minutes")] == ["Koffie."]


def test_e13_files_are_for_their_owner_only_whatever_the_umask(anna: Command) -> None:
    subprocess.run(
        [*ZLP, "talk", anna.anna, "--topic", "two-minutes"],
        input=b"Koffie.\n",
        env=anna.env(),
        check=True,
        umask=0,
        stdout=subprocess.DEVNULL,
    )
    modes = {path.relative_to(anna.home): path.stat().st_mode & 0o777 for path in (anna.home, *anna.home.rglob("*"))}
    assert {oct(mode) for path, mode in modes.items() if (anna.home / path).is_dir()} == {"0o700"}
    assert {oct(mode) for path, mode in modes.items() if (anna.home / path).is_file()} == {"0o600"}


def test_a_folder_of_questions_that_is_not_there_is_told(anna: Command, tmp_path: Path) -> None:
    for arguments, env in ((("--content", str(tmp_path / "weg")), {}), ((), {"ZLP_CONTENT": str(tmp_path / "weg")})):
        done = anna("talk", anna.anna, *arguments, **env)
        assert (done.returncode, done.stdout) == (1, "")
        assert str(tmp_path / "weg") in done.stderr


def test_a_plan_that_has_ended_is_out_of_the_way_and_can_be_read_f14(anna: Command) -> None:
    bram = anna("new", "--name", "Bram").stdout.strip()
    anna("talk", bram, "--topic", "look-again", said="1 januari 2026\n\n\n1 februari 2026\n/stop\n")
    ended = anna("end", "Bram", "--on", "3 maart 2026", "--because", "-", said="Zij is verhuisd.\n")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "Bram: het plan is klaar sinds 3 maart 2026.\n")
    assert [plan["name"] for plan in json.loads(anna("plans", "--json").stdout)] == ["Anna Vos"]
    everything = json.loads(anna("plans", "--all", "--json").stdout)
    assert [(plan["name"], plan["ended_on"]) for plan in everything] == [("Anna Vos", None), ("Bram", "2026-03-03")]
    assert "klaar sinds 3 maart 2026" in anna("plans", "--all").stdout
    assert json.loads(anna("due", "--json", "--within", "9999").stdout) == []
    shown = json.loads(anna("show", "Bram", "--json").stdout)
    assert shown["ended"] == {"on": "2026-03-03", "because": "Zij is verhuisd.", "by": shown["client"]}
    assert shown["next_evaluation"] == {"on": None, "because": None}
    assert anna("show", "Bram").returncode == 0
    assert anna("end", bram, "--again").returncode == 0
    assert json.loads(anna("show", "Bram", "--json").stdout)["ended"] is None
    assert {plan["name"] for plan in json.loads(anna("plans", "--json").stdout)} == {"Anna Vos", "Bram"}


@pytest.mark.parametrize(("options", "code"), [
    ((), 2), (("--again", "--on", "vandaag"), 2), (("--on", "gisteren"), 0), (("--on", "2026-03-03"), 0),
    (("--on", "over drie weken"), 1), (("--on", "koffie"), 1), (("--again",), 0),
])
def test_a_plan_ends_on_a_day_that_is_not_to_come_f14(anna: Command, options: tuple[str, ...], code: int) -> None:
    done = anna("end", "Anna Vos", *options)
    assert (done.returncode, done.stdout) == (code, "")
    assert json.loads(anna("show", "Anna Vos", "--json").stdout)["ended"] is None or code == 0


def test_what_is_due_tells_plans_of_one_name_apart_f10(anna: Command) -> None:
    other = anna("new", "--name", "Anna Vos").stdout.strip()
    for plan in (anna.anna, other):
        anna("talk", plan, "--topic", "look-again", said="1 januari 2026\n\n\n1 februari 2026\n/stop\n")
    lines = anna("due", "--within", "9999").stdout.splitlines()
    names = {line.split(" · ")[0] for line in lines if line.startswith("Anna Vos")}
    assert len(names) == 2 and all(name.startswith("Anna Vos (") for name in names)


def test_the_plan_is_shown_in_three_lengths(zlp: Command) -> None:
    zlp("new", "--name", "Anna Vos", "--address", "je")
    zlp("talk", "Anna Vos", "--topic", "important-to", said="Zelf koken.\nMuziek.\n/ik-ben 1\n")
    whole, page, short = (zlp("show", "Anna Vos", *length).stdout for length in ((), ("--page",), ("--short",)))
    assert "Wat ik belangrijk vind:" in whole
    assert "Dit is belangrijk voor mij\n    “Zelf koken.” (Anna Vos)\n    “Muziek.” (Anna Vos)\n" in page
    assert short == "Ik ben Anna Vos.\n    Belangrijk voor mij: “Zelf koken.” (Anna Vos)\n"
    assert zlp("show", "Anna Vos", "--page", "--json").returncode == 2


def test_a_length_that_tells_nothing_yet_does_not_say_that_nothing_was_said_f11(anna: Command) -> None:
    """An ordinary day was told, of which the plan in one minute does not."""
    anna("talk", "Anna Vos", "--topic", "ordinary-day", "--plain", said="Mijn tuin.\n/stop\n")
    assert "Mijn tuin." in anna("show", "Anna Vos").stdout
    assert anna("show", "Anna Vos", "--short").stdout == "Hier staat nog niets.\n"


def test_line_by_line_reads_the_plan_in_three_lengths(zlp: Command) -> None:
    zlp("new", "--name", "Anna Vos")
    said = "Zelf koken.\n/plan kort\n/plan bladzijde\n/plan lang\n"
    heard = zlp("talk", "Anna Vos", "--topic", "important-to", said=said).stdout
    assert "Belangrijk voor mij: “Zelf koken.”" in heard
    assert "Dit is belangrijk voor mij" in heard
    assert "Typ /plan, /plan bladzijde of /plan kort." in heard
