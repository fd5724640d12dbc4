"""What each law asks of a plan, as data: its periods, and what must be talked about (L09, L17, L19).

`rules.py` loads it; which laws hold for a plan is chosen here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from zlp_tui.due.facts import NO_LAW
from zlp_tui.months import months_later

Law = Literal["wlz", "wmo", "zvw", "none", "wzd", "wkkgz", "zlp"]
"""The laws that have a file. `wzd` and `wkkgz` are never chosen: they hold beside another one (`Rules.beside`), as does
what zlp itself advises under every law."""

FigureId = Literal[
    "plan-within", "write-again", "evaluate-every", "quick-look", "personal-plan", "enquiry-within", "decision-within",
    "complaint-answer", "complaint-longer", "committee-ruling", "dispute-ruling", "answered-within",
]
After = Literal[
    "care-started", "looked-back", "agreed-on", "told", "reported", "applied", "complained", "answer-due",
    "dispute-began", "said",
]
"""The start of a period: the day care began, one last agreed or looked back, one agreed on an edition, it was told that
a plan of one's own may be handed over, one reported to or applied at the municipality, one complained, the answer to
that had to be there, a disputes body was asked, somebody made a remark or said that they do not agree."""

Basis = Literal["law", "advice"]

KEPT_FOR: Final = 12
"""So many months after it was checked, a file is old."""


class Figure(NamedTuple):
    """One period: so many days, weeks or months after `after`.

    `basis` tells whether a law sets it, at an `article`, or zlp advises it. `source` is what it stands in, by name, and
    `version` the day from which that text holds: a year, a month or a day, as exactly as it is known.
    """

    id: FigureId
    after: After
    basis: Basis
    source: str
    version: str
    article: str | None = None
    days: int | None = None
    weeks: int | None = None
    months: int | None = None


class Subject(NamedTuple):
    """Something that the law wants to be talked about; the script says with `meets` where it is. Or something that the
    law wants to be told: then it is a notice of the script, with the same id."""

    id: str
    source: str
    article: str
    version: str


class Rules(NamedTuple):
    """What one law asks. `checked_on` is the day on which the file was last laid beside the law.

    With `beside` it holds beside those laws, with `grounds` only for who has care for one of these reasons; its figures
    then take the place of those with the same id.
    """

    law: Law
    checked_on: str
    beside: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    subjects: tuple[Subject, ...] = ()
    told: tuple[Subject, ...] = ()

    def is_old(self, today: date) -> bool:
        """Whether nobody looked for more than a year whether this is still what the law says."""
        return today > months_later(date.fromisoformat(self.checked_on), KEPT_FOR)

    def holds_beside(self, law: str | None, ground: str | None) -> bool:
        """Whether this holds beside a law, for who has care for this reason."""
        return law in self.beside and (not self.grounds or ground in self.grounds)


def laws_for(law: str | None, ground: str | None, rules: Mapping[str, Rules]) -> tuple[Rules, ...]:
    """The rules of a law, or of none where it is not known, and of every law that holds beside it."""
    chosen = rules.get(law or NO_LAW) or rules[NO_LAW]
    return (chosen, *(other for other in rules.values() if other.holds_beside(chosen.law, ground)))


def figures_for(law: str | None, ground: str | None, rules: Mapping[str, Rules]) -> tuple[Figure, ...]:
    """The figures that hold under a law, for who has care for this reason; one of each id."""
    found: dict[str, Figure] = {}
    for holding in laws_for(law, ground, rules):
        found |= {figure.id: figure for figure in holding.figures}
    return tuple(found.values())
