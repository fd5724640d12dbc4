"""What the command does around the screens: where it begins, and that nothing else reaches the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.cli.conftest import ZLP, Command
from tools.terminal import Terminal
from zlp_tui.places import log_file, settings_file

NOISY = """
import os, sys
from pathlib import Path
from zlp_tui.command import runtime
with runtime.redirect_stderr(Path(sys.argv[1])):
    os.write(2, b"WARTAAL van een bibliotheek")
    sys.__stderr__.write("één beeld")
    sys.__stderr__.flush()
sys.stderr.write(" en daarna een zin")
"""


def test_talk_opens_the_plan_at_its_topic_with_who_speaks(anna: Command) -> None:
    arguments = [*ZLP, "talk", "anna vos", "--topic", "two-minutes", "--voice", "Sanne"]
    with Terminal(arguments, env={"ZLP_HOME": str(anna.home)}) as window:
        window.expect("twee minuten")
        window.expect(r"\[Sanne\]")
        assert "Aan tafel: Anna Vos en Sanne" in window.text()
    assert anna.texts == []


def test_an_unknown_plan_is_told_before_the_screen_opens(anna: Command) -> None:
    with Terminal([*ZLP, "talk", "Nooit van gehoord"], env={"ZLP_HOME": str(anna.home)}) as window:
        assert window.end(timeout=20) == 1
        assert b"\x1b" not in window.raw
        assert "Er is geen plan" in window.text()


def test_with_plain_a_terminal_gets_no_screen(anna: Command) -> None:
    with Terminal([*ZLP, "--plain"], env={"ZLP_HOME": str(anna.home)}) as window:
        window.expect(r"\n>")
        window.write("\x04")
        assert window.end(timeout=20) == 0
        assert b"\x1b" not in window.raw


def test_what_libraries_write_while_the_app_draws_goes_to_the_log(anna: Command) -> None:
    log = log_file(anna.home)
    with Terminal([sys.executable, "-c", NOISY, str(log)], env={"PYTHONIOENCODING": "ascii"}) as window:
        assert window.end(timeout=20) == 0
        assert "één beeld en daarna een zin" in window.text()
    assert log.read_text() == "WARTAAL van een bibliotheek"
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_broken_file_of_questions_is_told_quietly_on_home(anna: Command, tmp_path: Path) -> None:
    broken = tmp_path / "pack" / "script.yaml"
    broken.parent.mkdir()
    broken.write_text("pack: [\n", encoding="utf-8")
    with Terminal(ZLP, env={"ZLP_HOME": str(anna.home), "ZLP_CONTENT": str(broken.parent)}) as window:
        window.expect("Niet alle vragen zijn er. Typ later: zlp check")
        window.expect(r"▸ Anna Vos")


def test_a_broken_file_of_questions_is_told_once_the_screen_has_gone(anna: Command, tmp_path: Path) -> None:
    broken = tmp_path / "pack" / "script.yaml"
    broken.parent.mkdir()
    broken.write_text("pack: [\n", encoding="utf-8")
    env = {"ZLP_HOME": str(anna.home), "ZLP_CONTENT": str(broken.parent)}
    with Terminal([*ZLP, "talk", "anna vos"], env=env) as window:
        window.expect("Vraag|1 van")
        window.write("\x11")
        assert window.end(timeout=20) == 0
        assert b"script.yaml,regel2:" in b"".join(window.raw.rpartition(b"\x1b")[2].split())  # it is folded there


def test_the_keys_of_a_user_work_and_wrong_ones_are_told_on_home(anna: Command) -> None:
    settings_file(anna.home).write_text('keymap: {quit: "f10"}', encoding="utf-8")
    with Terminal([*ZLP], env={"ZLP_HOME": str(anna.home)}) as window:
        window.expect("F10 Stoppen")
        window.write("\x1b[21~")
        assert window.end(timeout=20) == 0
    settings_file(anna.home).write_text("keymap: {quit: n}", encoding="utf-8")
    with Terminal([*ZLP], env={"ZLP_HOME": str(anna.home)}) as window:
        window.expect("De toetsen in settings.yaml doen niet mee: n zou twee dingen doen.")
        window.expect("q Stoppen")
