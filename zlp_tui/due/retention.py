"""How long the law wants a plan to be kept, from `data/retention.yaml`: before that it is only erased when its client
asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from zlp_tui.due.checked_mapping import WRONG, CheckedMapping
from zlp_tui.months import months_later
from zlp_tui.script.source import read

_LONGEST: Final = 200
_KEYS: Final = ("checked_on", "grounds")


@dataclass(frozen=True, slots=True)
class Retention:
    """For how many years after the last change, by which article of which source. `on_request` is the article by which
    the client may have it destroyed before that, `version` the day from which the source says so."""

    law: str
    years: int
    source: str
    article: str
    on_request: str
    version: str

    def until(self, last_change: date) -> date:
        """The first day on which the law asks it no longer."""
        return months_later(last_change, 12 * self.years)


def load_retention(file: Path) -> tuple[Retention, ...]:
    """The terms by ground. `ScriptBroken` with file, line and what to do when the file is invalid."""
    whole = CheckedMapping(read(file), (), _KEYS)
    whole.day("checked_on")
    return tuple(_ground(whole, number) for number in range(whole.length("grounds")))


def _ground(whole: CheckedMapping, number: int) -> Retention:
    given = CheckedMapping(whole.source, ("grounds", number), tuple(Retention.__dataclass_fields__))
    years = given.text("years")
    if not (years.isascii() and years.isdigit() and 1 <= int(years[:3]) <= _LONGEST):
        raise given.fault(WRONG, "years")
    return Retention(
        given.text("law"), int(years), given.text("source"), given.text("article"), given.text("on_request"),
        given.day("version"),
    )
