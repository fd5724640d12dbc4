"""The fictional examples in a store with a fixed clock and counted ids, and what the commands that read print of them.

`python -m tests.tools.shown` writes the kept output (`tests/story/shown/`) anew. Do that only when what users see was
meant to change, and look at the difference before it is committed.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from tests.tools.commands import run_forked
from tests.tools.prepared import front_on
from tests.tools.story import comparable
from tests.tools.table import Counting
from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.scripted_examples import lay_out, read_example

ROOT: Final = Path(__file__).parents[2]
KEPT: Final = ROOT / "tests" / "story" / "shown"
EXAMPLES: Final = places.data() / "examples"
AGAIN: Final = "python -m tests.tools.shown"
NOW: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ZONE: Final = "Europe/Amsterdam"

COMMANDS: Final[Mapping[str, tuple[str, ...]]] = {
    **{
        f"{path.stem}{suffix}": (command, read_example(path).name, "--json")
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for command, suffix in (("show", ""), ("diff", ".diff"))
    },
    "plans": ("plans", "--json"),
    "due": ("due", "--json", "--within", "36500"),
}
"""What is run, by the name of its kept file."""


def hold_examples(home: Path) -> None:
    """All examples in the store of this home. The caller sets the time zone (`in_zone`)."""
    hold_with(home, Counting())


def hold_with(home: Path, new_id: Callable[[], str]) -> None:
    """The same, with ids of the caller's own."""

    def front_at(clock: Callable[[], datetime]) -> Front:
        def at_nine() -> datetime:  # how often the program looks at the clock is not kept
            return clock().replace(hour=9, minute=0, second=0)

        return front_on(home, at_nine, new_id)

    lay_out(front_at, EXAMPLES, NOW)


@contextmanager
def in_zone() -> Iterator[None]:
    """Meanwhile it is the time that it is where the examples are held."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", ZONE)
        time.tzset()
        yield
    time.tzset()


def printed(home: Path, *command: str) -> object:
    """What a command prints, with ids and numbers by order of appearance and without what depends on today."""
    environment = {**os.environ, "ZLP_HOME": str(home), "TZ": ZONE}
    done = run_forked(command, b"", environment)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    return comparable(_without_today(json.loads(done.stdout)))


def kept_text(shown: object) -> str:
    """The text of a kept file."""
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def kept_file(name: str) -> Path:
    """Where the output with this name is kept."""
    return KEPT / f"{name}.json"


def _without_today(shown: object) -> object:
    """`zlp due` says what is late now; the command has no other clock than the machine's."""
    if isinstance(shown, list):
        return [_without_today(item) for item in shown]
    if isinstance(shown, dict):
        return {key: _without_today(value) for key, value in shown.items() if key != "late"}
    return shown


def write_anew() -> None:
    """Write every kept file from the program as it is."""
    KEPT.mkdir(exist_ok=True)
    with in_zone(), tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        hold_examples(home)
        for name, command in COMMANDS.items():
            kept_file(name).write_text(kept_text(printed(home, *command)), encoding="utf-8")


if __name__ == "__main__":
    write_anew()
