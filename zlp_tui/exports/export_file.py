"""Writes an export to a file that is never half there, for its owner alone, over nothing and through no link.

It is written beside its place and then gets its name. What is being written is noted in the folder of the user, so that
what a killed export left behind is thrown away by the next start.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Final

from zlp_tui.errors import Refused
from zlp_tui.exports.forms import ExportForm
from zlp_tui.keys.atomic_file import sync_folder, write_new
from zlp_tui.private_file import new_private_file

BEGUN: Final = ".zlp-export-"
"""How the name begins of a file that is being written."""
_NO_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})
"""With what a disk refuses a name that no file on it can have."""
_LONGEST: Final = 60
"""Characters of a name in the name of a file; they are all ASCII."""


def file_name(form: ExportForm, day: date, named: str | None = None) -> str:
    """The name of a new file: with eight random digits, or with the client's name where that was asked for. It always
    begins with `plan-`, so no name of a client can make it a device, an option or a hidden file."""
    who = _safe(named) if named is not None else ""
    return f"plan-{who or secrets.token_hex(4)}-{day.isoformat()}-{form.id}.{form.ending}"


def _safe(name: str) -> str:
    """What can be kept of a name in the name of a file on any system: Latin letters and digits, without accents."""
    plain = unicodedata.normalize("NFKD", name)
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())[:_LONGEST].strip("-").lower()


def write_export(path: Path, content: bytes, notes: Path, *, force: bool = False) -> None:
    """Write a file whole or not at all. `notes`: the folder of the user's where it is noted meanwhile.

    `Refused` when something of this name is there, unless it is a file and `force` says to write over it; when a link
    is; and when the folder is not there or may not be written in. `StoreFull` when it did not come to the disk.
    """
    made = path.with_name(f"{BEGUN}{secrets.token_hex(8)}")
    try:
        _require_free(path, force=force)
        with _noted(notes, made):
            try:
                write_new(made, content)
                _put_in_place(made, path, force=force)
            finally:
                made.unlink(missing_ok=True)
    except PermissionError as closed:
        raise Refused("zlp may not write in this folder: {folder}. Choose another.", folder=path.parent) from closed
    except OSError as wrong:
        if wrong.errno not in _NO_NAME:
            raise
        raise Refused("A file here cannot have this name. Choose another.") from wrong
    sync_folder(path.parent)


def _require_free(path: Path, *, force: bool) -> None:
    if not path.parent.is_dir():
        raise Refused("This folder is not there: {folder}", folder=path.parent)
    try:
        there = path.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISLNK(there.st_mode):
        raise Refused("{file} is a link to another file. Choose another name.", file=path.name)
    if not force or not stat.S_ISREG(there.st_mode):
        raise _taken(path)


def _taken(path: Path) -> Refused:
    return Refused("There is a file of this name already: {file}. Choose another name.", file=path.name)


def _put_in_place(made: Path, path: Path, *, force: bool) -> None:
    """Give it its name. A hard link is never laid over what came there meanwhile; some disks have none."""
    if force:
        made.replace(path)
        return
    try:
        os.link(made, path)
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        _require_free(path, force=False)
        made.replace(path)


@contextmanager
def _noted(notes: Path, made: Path) -> Iterator[None]:
    """Note which file is being written; where nothing can be noted, on a full or closed disk, it is written all the
    same."""
    note = notes / made.name.removeprefix(BEGUN)
    with suppress(OSError):
        notes.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(new_private_file(note), "wb") as file:
            file.write(os.fsencode(made.absolute()))
    try:
        yield
    finally:
        _forget(note)


def remove_unfinished(notes: Path) -> None:
    """Throw away what killed exports left behind, as far as that can be done here. Only while nobody else exports."""
    with suppress(OSError):
        for note in list(notes.iterdir()):
            _remove_unfinished(note)
        notes.rmdir()


def _remove_unfinished(note: Path) -> None:
    with suppress(OSError):
        left = Path(os.fsdecode(note.read_bytes()))
        if left.name == f"{BEGUN}{note.name}":
            left.unlink(missing_ok=True)
        note.unlink()


def _forget(note: Path) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
        note.parent.rmdir()
