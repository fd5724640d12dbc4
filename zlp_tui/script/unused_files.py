"""Which files of a pack are read as topics, and which are not used at all, with the reason (F17)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.checking import MOST
from zlp_tui.script.question_models import ID

MOST_TOPICS: Final = 500
"""Files of topics that are read of one pack: ten times as many as our own script has."""
_LOOKED_AT: Final = 2_000
"""Files that are looked at: a pack that is not one may be a whole disk."""
OUTLINES: Final = ("script.yaml", "domains.yaml", "routes.yaml")
"""The files of a script beside those of its topics."""
_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini"})
_IS_ID: Final = re.compile(ID)


def topic_files(folder: Path) -> tuple[Path, ...]:
    """The files of topics of a pack, in the order of their names."""
    named = sorted((folder / "topics").glob("*.yaml"))
    return tuple(path for path in named if not _is_hidden(path) and _IS_ID.fullmatch(path.stem))


def unused_files(folder: Path) -> tuple[ScriptBroken, ...]:
    """The files that look like a part of the script and are not read, each with what to do."""
    read = topic_files(folder)
    too_many = () if len(read) <= MOST_TOPICS else (ScriptBroken(
        "{file}: there are more than {count} files here. The others are not read. Divide them into more packs.",
        file=str(folder / "topics"), line=1, count=MOST_TOPICS,
    ),)
    return (*too_many, *(_unread(path, folder) for path in _others(folder, read) if _is_yaml(path)))


def other_files(folder: Path) -> tuple[ScriptBroken, ...]:
    """The files that are no part of a script, such as a text that explains a pack."""
    others = [
        ScriptBroken("{file}: this file is not used. A pack has script.yaml, domains.yaml and topics.",
                     file=str(path), line=1)
        for path in _others(folder, topic_files(folder)) if not _is_yaml(path)
    ]
    return tuple(others) if len(others) <= MOST else (*others[:MOST], _more_unused(folder, len(others) - MOST))


def _more_unused(folder: Path, count: int) -> ScriptBroken:
    return ScriptBroken("{file}: and there are more files that are not used: {count}.",
                        file=str(folder), line=1, count=count)


def _others(folder: Path, read: tuple[Path, ...]) -> Iterator[Path]:
    """Every file in a pack that is not read and not hidden."""
    used = {*read, *(folder / name for name in OUTLINES)}
    return (path for path in islice(_walk(folder), _LOOKED_AT) if path not in used)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_hidden(Path(name)))
        yield from (Path(root) / name for name in sorted(files) if not _is_hidden(Path(name)))


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".") or path.name.casefold() in _OF_THE_SYSTEM


def _is_yaml(path: Path) -> bool:
    return path.suffix.casefold() in (".yaml", ".yml")


def _unread(path: Path, folder: Path) -> ScriptBroken:
    """Why a file is not read; the most likely slip first."""
    topics = folder / "topics"
    meant_elsewhere = path.parent != topics and not (path.parent == folder and f"{path.stem}.yaml" in OUTLINES)
    if meant_elsewhere:
        return ScriptBroken("{file}: this file is not read here. Files of topics stand in {folder}.",
                            file=str(path), line=1, folder=str(topics))
    if path.suffix != ".yaml":
        return ScriptBroken("{file}: this file is not read, because its name ends in {ending}. Call it {name}.",
                            file=str(path), line=1, ending=path.suffix, name=f"{path.stem}.yaml")
    return ScriptBroken(
        "{file}: this file is not read. Its name may have small letters, digits and hyphens only. "
        "Is it a copy? Then take it away.", file=str(path), line=1,
    )
