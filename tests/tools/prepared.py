"""What many tests begin with, made once in each process: the shipped script, and files that are copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front, front_with
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants, no_grants
from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script
from zlp_tui.store.store import open_store


@cache
def our_script() -> Script:
    """The script that ships with the program, loaded once; nothing can change it."""
    return load_script(places.content() / "nl")


def dutch() -> Catalogue:
    """The shipped catalogue."""
    return Catalogue("nl", places.content())


def front_on(
    home: Path, clock: Callable[[], datetime], ids: Callable[[], str], packs: Sequence[Path] = (),
    grants: Grants = no_grants,
) -> Front:
    """A front door on the store in a folder, made when there is none, with the shipped script.

    Nothing waits for the disk: no test cuts the power. That the program does wait is seen where a store is opened
    (`tests/store/test_store_opening.py`).
    """
    lay_empty_store(home)
    script = load_script(places.content() / "nl", packs) if packs else our_script()
    return front_with(script, home, dutch(), clock, ids, durable=False, grants=grants)


def copy_of(make: Callable[[Path], None], home: Path) -> Path:
    """Lay in a folder what `make` lays in one: it does so once, and its files are copied. The folder."""
    for name, data in _files(make).items():
        path = home / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)
    return home


@cache
def _files(make: Callable[[Path], None]) -> dict[Path, bytes]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        make(home)
        return {path.relative_to(home): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def lay_empty_store(home: Path) -> None:
    """A store without plans, where there is none yet: copied, which is sooner done than making its tables."""
    if not places.store_file(home).exists():
        copy_of(_empty_store, home)


def _empty_store(home: Path) -> None:
    open_store(places.store_file(home), clock=lambda: datetime.now(UTC), durable=False).close()
