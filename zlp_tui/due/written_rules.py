"""Reads what each law asks of a plan from `data/rules/*.yaml`, as somebody wrote it.

The files are checked here and not by pydantic, as the script is: whoever changed one and types `zlp plans` would wait
three times as long for a few small files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from zlp_tui.due.checked_mapping import PUBLISHED, UNKNOWN, WRONG, CheckedMapping
from zlp_tui.due.figures import After, Basis, Figure, FigureId, Law, Rules, Subject
from zlp_tui.script.source import YamlSource, read


def written_rules(files: Iterable[Path]) -> tuple[Rules, ...]:
    """The rules in these files. `ScriptBroken` with file, line and what to do when one is invalid."""
    return tuple(_rules(file) for file in files)


def _rules(path: Path) -> Rules:
    whole = CheckedMapping(read(path), (), Rules._fields)
    law: Law = whole.one_of("law", get_args(Law))
    if law != path.stem:
        raise whole.fault(UNKNOWN, "law", law)
    return Rules(
        law=law, checked_on=whole.day("checked_on"), beside=whole.words("beside"), grounds=whole.words("grounds"),
        figures=tuple(_figure(whole.source, number) for number in range(whole.length("figures"))),
        subjects=_subjects(whole, "subjects"), told=_subjects(whole, "told"),
    )


def _figure(source: YamlSource, number: int) -> Figure:
    given = CheckedMapping(source, ("figures", number), Figure._fields)
    lengths = {unit: given.period(unit) for unit in ("days", "weeks", "months")}
    known = [unit for unit, length in lengths.items() if length is not None]
    if len(known) != 1:
        raise given.fault(WRONG, known[-1] if known else "weeks")
    basis: Basis = given.one_of("basis", get_args(Basis))
    after: After = given.one_of("after", get_args(After))
    if basis == "advice":
        given.refuse("article")
    return Figure(
        id=given.one_of("id", get_args(FigureId)), after=after, basis=basis, source=given.text("source"),
        version=_version(given), article=given.text("article") if basis == "law" else None, **lengths,
    )


def _subjects(whole: CheckedMapping, key: str) -> tuple[Subject, ...]:
    return tuple(_subject(whole.source, key, number) for number in range(whole.length(key)))


def _subject(source: YamlSource, key: str, number: int) -> Subject:
    given = CheckedMapping(source, (key, number), Subject._fields)
    return Subject(
        id=given.text("id"), source=given.text("source"), article=given.text("article"), version=_version(given)
    )


def _version(given: CheckedMapping) -> str:
    published = given.text("version")
    if not PUBLISHED.fullmatch(published):
        raise given.fault(WRONG, "version")
    return published
