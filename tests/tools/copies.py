"""Files that many tests begin with, made once in each process and copied: an empty store, a store with plans in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from zlp_tui import places
from zlp_tui.store.store import open_store


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
