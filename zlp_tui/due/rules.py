"""The legal periods (figures) for plans, with their sources, read from `data/rules/*.yaml` (L09, L17, L19).

No number of weeks or months stands in code.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from zlp_tui.due.facts import NO_LAW
from zlp_tui.errors import ScriptBroken
from zlp_tui.script.checking import Broken, checked
from zlp_tui.script.schema import Model, Sentence
from zlp_tui.script.source import read

Law = Literal["wlz", "wmo", "zvw", "none"]

FigureId = Literal["plan-within", "evaluate-every"]
After = Literal["care-started", "looked-back"]
"""The start of a period: the day care began, or the last agreement or evaluation."""


class Figure(Model):
    """One legal period: so many weeks or months after `after`. `source` says where it is written."""

    id: FigureId
    weeks: Annotated[int, Field(ge=1, le=520)] | None = None
    months: Annotated[int, Field(ge=1, le=120)] | None = None
    after: After
    source: Sentence
    source_date: Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
    """A year, a month or a day, as exactly as it is known."""

    @model_validator(mode="after")
    def _one_length(self) -> Self:
        if (self.weeks is None) == (self.months is None):
            raise ValueError("either weeks or months")
        return self


class Rules(Model):
    """The figures of one law."""

    law: Law
    figures: tuple[Figure, ...] = ()


def load_rules(folder: Path) -> Mapping[str, Rules]:
    """The rules by law. `ScriptBroken` with file, line and what to do when a file is invalid."""
    found: dict[str, Rules] = {}
    for path in sorted(folder.glob("*.yaml")):
        source = read(path)
        try:
            rules = checked(Rules, source)
        except Broken as broken:
            raise broken.faults[0] from broken
        if rules.law != path.stem:
            raise ScriptBroken(
                "{file}, line {line}: `{key}` is not known here. Look at its spelling and its indentation.",
                file=str(path), line=source.line(("law",)), key=rules.law,
            )
        found[rules.law] = rules
    if NO_LAW not in found:
        raise ScriptBroken("{file}: this file is not there. Put it back.", file=str(folder / f"{NO_LAW}.yaml"))
    return found
