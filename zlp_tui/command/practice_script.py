"""The examples as a script that makes their store at once (`store/files/prepared_store.py`).

Holding all their conversations takes seconds, so set-up and build do it beforehand: `python -m
zlp_tui.command.practice_script` writes `data/practice.sql`, when the examples or the questions changed since. The
script begins with a digest of those; one that is of other examples is not used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import UUID

from zlp_tui import places

LOCALE: Final = "nl"
_HELD_ON: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
_DIGEST: Final = "-- "


def script_file() -> Path:
    """Where the script stands."""
    return places.data() / "practice.sql"


def practice_script(file: Path | None = None) -> str | None:
    """The script, from where it stands or another file; None when there is none for these examples and questions."""
    try:
        script = (file or script_file()).read_text(encoding="utf-8")
    except OSError:
        return None
    return script if script.startswith(_header()) else None


def _header() -> str:
    digest = sha256()
    for file in _sources():
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return f"{_DIGEST}{digest.hexdigest()}\n"


def _sources() -> Iterator[Path]:
    """All that decides what is in the store, but for the code that holds a conversation."""
    for folder in (places.content() / LOCALE / "script", places.data() / "examples"):
        yield from sorted(folder.rglob("*.yaml"))
    package = Path(__file__).parent.parent
    yield from sorted((package / "plan" / "queries" / "compiled").glob("*.json"))
    for kind in ("*.py", "*.sql"):
        yield from sorted((package / "store").rglob(kind))


def made_script(on: datetime = _HELD_ON) -> str:
    """The script, made by holding all conversations of the examples on two days."""
    from zlp_tui.store.files.prepared_store import with_moving_days

    with TemporaryDirectory(prefix="zlp-") as folder:
        made, elsewhen = (
            statements_made_on(day, Path(folder) / str(number))
            for number, day in enumerate((on, on + timedelta(days=100)))
        )
    return with_moving_days(made, elsewhen, on.date())


def statements_made_on(now: datetime, home: Path) -> list[str]:
    """What is in the store when all conversations were held on a day, with ids that are the same each time."""
    from zlp_tui.conversation.session.front_door import Front, front_with
    from zlp_tui.conversation.session.scripted_examples import Clock, lay_out
    from zlp_tui.i18n import Catalogue
    from zlp_tui.script.loading import load_script
    from zlp_tui.store.files.driver_transaction import driver_of
    from zlp_tui.store.files.prepared_store import statements_of

    ids, tr, script = count(1), Catalogue(LOCALE, places.content()), load_script(places.content() / LOCALE, ())

    def front_at(clock: Clock) -> Front:
        return front_with(script, home, tr, clock, lambda: str(UUID(int=next(ids), version=4)), durable=False)

    lay_out(front_at, places.data() / "examples", now)
    front = front_at(Clock(now))
    try:
        with front.store.reading() as session:
            return list(statements_of(driver_of(session)))
    finally:
        front.close()


def write_script() -> None:
    """Write the script, unless it is there already: whole at once, as a running program may be reading it."""
    if practice_script() is None:
        fresh = script_file().with_name(f".{script_file().name}.{os.getpid()}")
        fresh.write_text(_header() + made_script(), encoding="utf-8")
        fresh.replace(script_file())


if __name__ == "__main__":
    write_script()
