"""Figures beside budgets: the table that `make bench` prints."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Samples = Sequence[float]


@dataclass(frozen=True, slots=True)
class Row:
    """One budget. `figure` and `limit` are ratios unless `unit` says otherwise; `measured` tells the plain times."""

    what: str
    figure: float
    limit: float
    measured: str
    against: str = ""
    unit: str = "×"

    @property
    def met(self) -> bool:
        """Whether the figure is within its budget."""
        return self.figure <= self.limit


def median(samples: Samples) -> float:
    """The middle one; not a number when there is none."""
    return statistics.median(samples) if samples else float("nan")


def p95(samples: Samples) -> float:
    """The one that 95 in 100 stay under; not a number when there is none."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))] if ordered else float("nan")


def ms(samples: Samples) -> str:
    """A median and a tail, in milliseconds."""
    return f"{median(samples):.2f} / {p95(samples):.2f} ms"


def ratio(what: str, ours: Samples, theirs: Samples, limit: float, against: str) -> Row:
    """Our median as a ratio to theirs, from one run."""
    measured = f"{median(ours):.2f} against {median(theirs):.2f} ms"
    return Row(what, median(ours) / median(theirs), limit, measured, against)


def tail(what: str, ours: Samples, limit: float) -> Row:
    """The 95th percentile as a ratio to the median of the same samples."""
    return Row(what, p95(ours) / median(ours), limit, ms(ours), "its own median")


def interleaved(runs: int, cases: Mapping[str, Callable[[], float | Sequence[float] | None]]) -> dict[str, list[float]]:
    """Run the cases in turn, `runs` times after one to warm up; what each measured. A miss (None) is left out."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for run in range(-1, runs):
        for name, case in cases.items():
            measured = case()
            if run >= 0 and measured is not None:
                found[name] += [measured] if isinstance(measured, float) else measured
    return found


def printed(rows: Sequence[Row]) -> str:
    """The table, as Markdown."""
    head = "| what | budget | figure | | measured | against |\n|---|---:|---:|---|---|---|"
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    budget, figure = f"≤ {row.limit:g} {row.unit}", f"{row.figure:.2f} {row.unit}"
    verdict = "ok" if row.met else "MISSED"
    return f"| {row.what} | {budget} | {figure} | {verdict} | {row.measured} | {row.against} |"
