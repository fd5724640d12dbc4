"""Every command where the machine is not as it should be: one sentence, no traceback, and no promise."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import ZLP, Command
from tests.tools.commands import run_forked
from tools.messages import read_catalogue
from zlp_tui.error_log import log_error

COMMANDS = (
    ("plans",), ("show", "Anna Vos"), ("due",), ("check",), ("new", "--name", "Bea"),
    ("note", "Anna Vos", "--text", "x"), ("talk", "Anna Vos", "--plain"), ("--plain",), ("demo", "--plain"),
)
PRINTING = (
    *(given for given in COMMANDS if given[0] not in ("due", "note")), ("--help",), ("show", "Anna Vos", "--json")
)
"""What writes something; nothing is due for Anna Vos, and a note is kept without a word."""
BAD = ({"ZLP_HOME": "~nosuchuser/x"}, {"ZLP_HOME": "/etc/passwd"}, {"ZLP_HOME": "/etc/passwd/x"},
       {"TZ": "/etc/passwd"}, {"TZ": ":/etc/passwd"})


@pytest.mark.parametrize("env", BAD, ids=str)
@pytest.mark.parametrize("arguments", COMMANDS, ids=str)
def test_a_bad_environment_is_told_in_one_sentence_k16(
    anna: Command, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    done = anna(*arguments, **env)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert next(iter(env)) in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", PRINTING, ids=str)
def test_output_that_cannot_be_written_is_told_and_nothing_is_promised_f20(
    anna: Command, arguments: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*ZLP, *arguments], input=b"Koffie\n", stdout=full, stderr=subprocess.PIPE,
                              env=anna.env(), check=False, timeout=60)
    said = done.stderr.decode()
    assert done.returncode == 1, said
    assert "schijf" in said
    assert "Alles wat gezegd is" not in said
    assert "Traceback" not in said


BROKEN = """
from zlp_tui.plain import talk_loop
def broken(*_):
    raise {error}
talk_loop._handle = broken
"""


@pytest.mark.parametrize("error", ["ValueError(1)", "OSError(5)", "OSError(28, 0)", "OSError(2, 0)", "KeyError(0)"])
def test_an_error_of_the_program_promises_nothing_about_words_that_were_read_f20(anna: Command, error: str) -> None:
    """Whatever breaks while a line is handled: what was read and has no “Bewaard” is not said to be kept."""
    done = run_forked(("talk", "Anna Vos"), b"Koffie\nThee\n", anna.env(), first=BROKEN.format(error=error))
    said = done.stderr.decode()
    assert done.returncode == 1, said
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said and "Alles wat gezegd is" not in said
    assert anna.texts == []


def test_no_sentence_but_of_stopping_says_that_all_is_kept_f20() -> None:
    """Only where somebody stops, or is told that they may, is everything kept for sure."""
    promises = {str(told.id) for told in read_catalogue() if re.search(r"\b[Aa]lles wat gezegd is", str(told.string))}
    assert promises == {"stop; all that was said is kept"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_log_on_a_full_disk_ends_nothing_k7(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zlp_tui.error_log.open_log", lambda _file: os.open("/dev/full", os.O_WRONLY))
    log_error(tmp_path / "zlp.log", ValueError())


def test_no_core_dump_is_allowed_e12(anna: Command) -> None:
    code = "import sys, resource; from zlp_tui.command.runtime import set_up_process; set_up_process();"
    done = subprocess.run([ZLP[0], "-c", f"{code} print(resource.getrlimit(resource.RLIMIT_CORE)[0])"],
                          env=anna.env(), capture_output=True, check=True, timeout=30)
    assert done.stdout.strip() == b"0"


@pytest.mark.skipif(os.name == "nt", reason="the time of a process is measured as Unix does")
@pytest.mark.parametrize("extra", ["".join(f"key-{n}: x\n" for n in range(30_000)),
                                   "".join(f"  - id: s-{n}\n    kind: nothing\n" for n in range(10_000))],
                         ids=["keys", "steps"])
def test_a_file_of_many_faults_is_told_soon_and_in_twenty_lines_k10(anna: Command, tmp_path: Path, extra: str) -> None:
    pack = tmp_path / "pack"
    (pack / "topics").mkdir(parents=True)
    (pack / "script.yaml").write_text('pack: "wide"\nversion: "1"\n')
    steps = "steps:\n" + extra if extra.startswith(" ") else extra
    (pack / "topics" / "good-day-bad-day.yaml").write_text(f"id: good-day-bad-day\n{steps}")
    import resource

    began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = anna("check", "--content", str(pack))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began < 5  # seconds of its own: others run beside it
    assert done.returncode == 1
    assert len(re.findall(r"regel\s+\d+:", done.stdout + done.stderr)) == 20
