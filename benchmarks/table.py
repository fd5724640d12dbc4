"""Figures beside budgets: the table that `make bench` prints."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Samples = Sequence[float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, in milliseconds unless `unit` says otherwise; without a `limit` it is printed and not judged."""

    value: float
    limit: float | None = None
    unit: str = "ms"

    @property
    def met(self) -> bool:
        """Whether the figure has a limit and is within it."""
        return self.limit is not None and self.value <= self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. A budget is met as soon as one of its figures is within its limit.

    `measured` says what the figures were taken from.
    """

    what: str
    figures: tuple[Figure, ...]
    measured: str
    against: str = ""

    @property
    def has_budget(self) -> bool:
        """Whether any figure has a limit; a row without one only shows what something costs."""
        return any(figure.limit is not None for figure in self.figures)

    @property
    def met(self) -> bool:
        """Whether the budget is met."""
        return any(figure.met for figure in self.figures)


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


def compare(
    what: str, ours: Samples, theirs: Samples, against: str, *, within: float | None = None, times: float | None = None
) -> Row:
    """Our median: in milliseconds, at most `within`, or as a ratio to their median in the same run, at most `times`."""
    figures = Figure(median(ours), within), Figure(median(ours) / median(theirs), times, "×")
    return Row(what, figures, f"{ms(ours)}, against {ms(theirs)}", against)


def tail(what: str, ours: Samples, within: float) -> Row:
    """The 95th percentile in milliseconds."""
    return Row(what, (Figure(p95(ours), within),), ms(ours))


def interleaved(
    runs: int, cases: Mapping[str, Callable[[], float | Sequence[float] | None]], *, warm_up: bool = True
) -> dict[str, list[float]]:
    """Run the cases in turn, `runs` times, after one to `warm_up`; what each measured. A miss (None) is left out."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for run in range(-1 if warm_up else 0, runs):
        for name, case in cases.items():
            measured = case()
            if run >= 0 and measured is not None:
                found[name] += [measured] if isinstance(measured, float) else measured
    return found


def printed(rows: Sequence[Row]) -> str:
    """The table, as Markdown."""
    head = "| what | budget | measured | holds | median / p95 | against |\n|---|---:|---:|---|---|---|"
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    budget = " or ".join(f"≤ {figure.limit:g} {figure.unit}" for figure in row.figures if figure.limit is not None)
    values = " · ".join(f"{figure.value:.2f} {figure.unit}" for figure in row.figures)
    verdict = ("yes" if row.met else "NO") if row.has_budget else ""
    return f"| {row.what} | {budget or '–'} | {values} | {verdict} | {row.measured} | {row.against} |"
