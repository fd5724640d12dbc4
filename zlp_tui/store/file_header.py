"""The file of plans seen from outside, before SQLite touches it. Needs no driver: the very first start needs none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from zlp_tui.errors import StoreDamaged, StoreError

APPLICATION_ID: Final = 0x7A6C7031
"""`zlp1` in the header of the file: it is ours."""

_MAGIC: Final = b"SQLite format 3\x00"


def holds_plans(path: Path, key: bytes | None = None) -> bool:
    """Look at the file; whether there is one.

    `StoreDamaged` for an empty file, a folder, a link, a pipe, or a file that is not ours; `StoreError` when nobody may
    look.
    """
    try:
        return _is_there(path, key)
    except PermissionError as closed:
        raise StoreError(
            "zlp may not look in this folder: {folder}. Ask who looks after it.", folder=path.parent
        ) from closed
    except OSError as trouble:
        raise StoreError("The plans could not be read or kept.") from trouble


def _is_there(path: Path, key: bytes | None) -> bool:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise StoreDamaged("{file} is not a file in which plans are kept.", file=path.name)
    if not path.exists():
        if path.with_name(f"{path.name}-wal").exists():
            raise StoreDamaged("The file {file} is gone, but there were plans in it.", file=path.name)
        return False
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise StoreDamaged("The file {file} is empty, but there were plans in it.", file=path.name)
    if key is None and (head[:16] != _MAGIC or int.from_bytes(head[68:72], "big") != APPLICATION_ID):
        raise StoreDamaged("{file} is not a file in which plans are kept.", file=path.name)
    return True
