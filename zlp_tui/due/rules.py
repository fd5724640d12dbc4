"""What each law asks of a plan, as `data/rules/*.yaml` says it. No number of days, weeks or months stands in code.

Beside those files all of it stands as JSON (`make generated`), with a sum of the files that it was made of. While they
are as they were nobody waits for the reader of YAML, which costs a fifth of `zlp plans` (decision 0006). A figure that
somebody changes in a file holds at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from zlp_tui.due.facts import NO_LAW
from zlp_tui.due.figures import Figure, Rules, Subject
from zlp_tui.errors import ScriptBroken

COMPILED: Final = "compiled.json"
"""The name of the file with all rules, beside those that it was made of."""


def load_rules(folder: Path) -> Mapping[str, Rules]:
    """The rules by law. `ScriptBroken` with file, line and what to do when a file is invalid."""
    files = _files(folder)
    found: dict[str, Rules] = {rules.law: rules for rules in _compiled(folder, files) or _written(files)}
    if NO_LAW not in found:
        raise ScriptBroken("{file}: this file is not there. Put it back.", file=str(folder / f"{NO_LAW}.yaml"))
    return found


def compiled_rules(folder: Path) -> str:
    """What is to stand in the file with all rules. `ScriptBroken` as above."""
    files = _files(folder)
    rules = [
        _given(law) | {key: [_given(told) for told in getattr(law, key)] for key in _LISTS} for law in _written(files)
    ]
    return json.dumps({"of": _sum_of(files), "rules": rules}, indent=1) + "\n"


def _given(told: Rules | Figure | Subject) -> dict[str, Any]:
    return {key: value for key, value in told._asdict().items() if value not in (None, ())}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _written(files: Iterable[Path]) -> tuple[Rules, ...]:
    from zlp_tui.due.written_rules import written_rules  # the reader of YAML

    return written_rules(files)


def _compiled(folder: Path, files: Iterable[Path]) -> tuple[Rules, ...]:
    """The rules from the file with all of them; none where it cannot be read, or was made of other files."""
    try:
        compiled: dict[str, Any] = json.loads((folder / COMPILED).read_bytes())
        is_of_these = compiled["of"] == _sum_of(files)
    except (OSError, ValueError, LookupError):  # not there, or no longer what was made
        return ()
    return tuple(_rules(given) for given in compiled["rules"]) if is_of_these else ()


def _sum_of(files: Iterable[Path]) -> int:
    """Tells whether somebody changed a file; nobody is kept from it."""
    found = 0
    for file in files:
        found = crc32(file.read_bytes(), crc32(file.name.encode(), found))
    return found


_LISTS: Final[Mapping[str, type[Figure | Subject]]] = {"figures": Figure, "subjects": Subject, "told": Subject}


def _rules(given: dict[str, Any]) -> Rules:
    lists = {key: tuple(made(**told) for told in given[key]) for key, made in _LISTS.items()}
    return Rules(**given | lists | {key: tuple(given.get(key, ())) for key in ("beside", "grounds")})
