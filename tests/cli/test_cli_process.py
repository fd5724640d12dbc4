"""The command as a process: signals, pipes, what it loads, what it leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import ZLP, Command
from zlp_tui.command.practice_script import write_script
from zlp_tui.error_log import log_error
from zlp_tui.errors import ZlpError
from zlp_tui.places import log_file, store_file
from zlp_tui.store.store import open_store

HEAVY = {"textual", "rich", "sqlmodel", "sqlalchemy", "alembic", "babel", "pydantic", "yaml", "screens"}
TALK = ("--topic", "two-minutes")


def read_until(process: subprocess.Popen[bytes], wanted: bytes) -> bytes:
    """Everything that is written until what is wanted is there; the process must have flushed it."""
    assert process.stdout is not None
    seen = b""
    while wanted not in seen:
        piece = os.read(process.stdout.fileno(), 4096)
        assert piece, seen
        seen += piece
    return seen


def send(process: subprocess.Popen[bytes], line: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(line)


def test_every_line_is_there_before_the_next_is_typed(anna: Command) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        assert b"Vraag 1 van 1" in read_until(talk, b"\n> ")
        send(talk, b"Klop aan.\n")
        read_until(talk, b"Bewaard\n> ")
        assert anna.texts == ["Klop aan."]
        send(talk, b"/stop\n")
        assert talk.wait(10) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a03_a04_what_was_said_is_there_and_what_was_being_typed_is_offered_back(
    anna: Command, number: signal.Signals
) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, b"Klop aan.\nPraat ru")
        read_until(talk, b"Bewaard\n> ")
        talk.send_signal(number)
        assert talk.wait(30) == 128 + number
        assert talk.stderr is not None
        assert talk.stderr.read() == b""
    assert anna.texts == ["Klop aan."]
    assert anna.view.conversations[0].ended is not None
    assert "Dit is getypt en nog niet gezegd: “Praat ru”" in anna("talk", anna.anna, *TALK).stdout


def test_ctrl_c_is_quiet_and_keeps_what_was_said(anna: Command) -> None:
    with anna.start("talk", anna.anna, *TALK) as talk:
        read_until(talk, b"\n> ")
        send(talk, b"Klop aan.\n")
        read_until(talk, b"Bewaard\n> ")
        talk.send_signal(signal.SIGINT)
        assert talk.wait(30) == 130
        assert talk.stderr is not None
        assert talk.stderr.read() == b""
    assert anna.texts == ["Klop aan."]


def test_a_reader_that_goes_away_is_no_error(anna: Command) -> None:
    for arguments in (("plans",), ("show", anna.anna, "--json"), ("talk", anna.anna, *TALK)):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as gone:
            done = subprocess.run(
                [*ZLP, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=gone,
                stderr=subprocess.PIPE,
                env=anna.env(),
                check=False,
                timeout=30,
            )
        assert (done.returncode, done.stderr) == (141, b""), arguments


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_one_sentence(anna: Command) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ZLP, "plans"], stdout=full, stderr=subprocess.PIPE, env=anna.env(), check=False, timeout=30
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    log = log_file(anna.home)
    assert log.stat().st_mode & 0o777 == 0o600
    assert "OSError" in log.read_text()
    assert "Anna" not in log.read_text()


WORDS = "Ik drink mijn koffie bij het raam"


def test_the_log_holds_no_words_of_the_error_that_ended_the_command(anna: Command) -> None:
    store = open_store(store_file(anna.home), clock=lambda: datetime.now(UTC))
    with store.writing() as session:
        session.run(
            "INSERT INTO detail (plan_id, id, seq, topic, field, value, voice, said_on) "
            "SELECT plan_id, 'd', 99, 'look-again', 'drawn-up-on', ?, id, '2026-03-03' FROM person",
            (WORDS,),
        )
    store.close()
    done = anna("due")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (0, "", 1)
    shown = anna("show", anna.anna)
    assert (shown.returncode, shown.stdout, shown.stderr.count("\n")) == (1, "", 1)
    log = log_file(anna.home).read_text()
    assert "Unreadable" in log and "load.py" in log
    assert WORDS not in log + done.stderr + shown.stderr


def test_the_log_holds_no_words_of_an_error_nor_of_its_causes(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "log"
    try:
        try:
            try:
                raise KeyError(WORDS)
            except KeyError as first:
                raise FileNotFoundError(2, WORDS, WORDS) from first
        finally:
            raise ZlpError(WORDS, words=WORDS)
    except ZlpError as error:
        log_error(log, error)
    written = log.read_text()
    for kind in ("KeyError", "FileNotFoundError 2", "ZlpError", Path(__file__).name):
        assert kind in written
    assert WORDS not in written


def test_standard_streams_that_are_closed_do_no_harm(anna: Command) -> None:
    before = store_file(anna.home).read_bytes()
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'exec "$0" -m zlp_tui plans {closed}', sys.executable],
            env=anna.env(),
            check=False,
            capture_output=True,
            timeout=30,
        )
        assert done.returncode == 0, (closed, done.stderr)
        assert done.stderr == b""
    assert store_file(anna.home).read_bytes() == before


def test_a_full_disk_is_told_and_nothing_said_earlier_is_harmed(anna: Command) -> None:
    """A06: no file may grow beyond what it is now."""
    assert anna("talk", anna.anna, *TALK, said="Eerder gezegd.\n").returncode == 0
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536));"
        "from zlp_tui.cli import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "talk", anna.anna, *TALK],
        input=("vol " * 4900 + "\n").encode() * 12,
        capture_output=True,
        env=anna.env(),
        check=False,
        timeout=60,
    )
    written = done.stdout.decode()
    assert done.returncode == 1
    assert "schijf" in written
    assert b"Traceback" not in done.stdout + done.stderr
    kept = anna.texts
    assert kept[0] == "Eerder gezegd."
    assert len(kept) == 1 + written.count("\nBewaard")
    assert anna("check").returncode == 0


@pytest.mark.parametrize(
    "arguments", [("--help",), ("talk", "--help"), ("plans",), ("plans", "--json"), ("--version",)]
)
def test_what_needs_no_store_and_no_screen_loads_none(anna: Command, arguments: tuple[str, ...]) -> None:
    code = (
        "import sys; sys.argv = ['zlp', *sys.argv[1:]]; import zlp_tui.cli\n"
        "try: zlp_tui.cli.main()\nexcept SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=anna.env(), capture_output=True, text=True, check=True, timeout=30
    )
    assert HEAVY & set(done.stderr.split()) == set()


@pytest.mark.parametrize(
    ("how", "without"), [("--json", HEAVY - {"pydantic", "yaml"}), ("", HEAVY - {"babel", "pydantic", "yaml"})]
)
def test_show_reads_the_plan_and_loads_nothing_that_writes_it(anna: Command, how: str, without: set[str]) -> None:
    code = (
        "import sys; sys.argv = ['zlp', *sys.argv[1:]]; import zlp_tui.cli; zlp_tui.cli.main()\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    anna("talk", anna.anna, "--topic", "two-minutes", said="Zij luistert.\n")
    done = subprocess.run(
        [sys.executable, "-c", code, "show", anna.anna, *filter(None, [how])],
        env=anna.env(),
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert "Zij luistert." in done.stdout
    assert without & set(done.stderr.split()) == set()


def test_the_demo_is_thrown_away_and_there_at_once_each_time(anna: Command, tmp_path: Path) -> None:
    write_script()
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    first = anna("demo", said="1\n/onderwerp two-minutes\nIk zing.\n", TMPDIR=str(temporary))
    assert (first.returncode, first.stderr) == (0, "")
    assert "Een ogenblik" not in first.stdout
    assert "Bewaard" in first.stdout
    with anna.start("demo", TMPDIR=str(temporary)) as second:
        assert "Een ogenblik" not in read_until(second, b"> ").decode()
        send(second, b"1\n/onderwerp two-minutes\n")
        assert b"Ik zing." not in read_until(second, b"Vraag 1 van 1")
        second.send_signal(signal.SIGTERM)
        assert second.wait(30) == 143
    assert list(temporary.iterdir()) == []
    assert anna.names() == ["Anna Vos"]
    assert not (anna.home / "examples").exists()


def test_a08_a_folder_that_may_not_be_read_is_one_sentence(anna: Command) -> None:
    without_rights = (
        "import os, sys, tempfile\n"
        "from zlp_tui.cli import main\n"
        "folder = tempfile.mkdtemp(); os.environ['ZLP_HOME'] = folder\n"
        "assert main(['new', '--name', 'Bram']) == 0\n"
        "os.chmod(folder, 0)\n"
        "if os.getuid() == 0: os.setgid(65534); os.setuid(65534)  # whom no right stops\n"
        "sys.exit(main(['plans']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", without_rights], capture_output=True, env=anna.env(), check=False, timeout=60
    )
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (1, 1)
    assert told.startswith("zlp mag niet in deze map kijken: ")


def test_e13_whatever_the_program_makes_is_for_its_owner_only(tmp_path: Path) -> None:
    """Also a file of which nobody thought."""
    made = tmp_path / "made"
    code = "import sys; from zlp_tui.command.runtime import set_up_process; set_up_process(); open(sys.argv[1], 'w')"
    subprocess.run([sys.executable, "-c", code, str(made)], check=True, umask=0)
    assert oct(made.stat().st_mode & 0o777) == "0o600"
