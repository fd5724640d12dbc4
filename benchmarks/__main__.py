"""`make bench`: every budget of speed with the figures beside it, from one run with the cases interleaved.

A budget is what a person can feel, in milliseconds (a key within one frame of 16, something asked for within 100), or a
ratio to a bare Textual app in the same run, which holds on a slower machine too; where both are given, one is enough.
The machine may be shared and noisy: the median of more runs says more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import keys, locks, paper, starts, storage, years
from benchmarks.table import Row, printed

PARTS: dict[str, Callable[[Path, int], list[Row]]] = {
    "starts": starts.rows,
    "keys": keys.rows,
    "storage": storage.rows,
    "history": years.rows,
    "locks": locks.rows,
    "processes": starts.processes,
    "paper": paper.rows,
    "memory": lambda folder, _: keys.memory(folder),
}


def main() -> int:
    """Measure what was asked for and print the table; 0 also when a budget is missed: the table says which."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--runs", type=int, default=7, help="how often each case is run")
    asked.add_argument("--only", nargs="+", choices=sorted(PARTS), default=list(PARTS), help="which parts")
    options = asked.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="zlp-bench-") as folder:
        for part in options.only:
            began = time.perf_counter()
            (Path(folder) / part).mkdir()
            rows += PARTS[part](Path(folder) / part, options.runs)
            print(f"{part}: {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    print(printed(rows))
    budgets = [row for row in rows if row.has_budget]
    missed = [row.what for row in budgets if not row.met]
    print(f"\n{len(budgets) - len(missed)} of {len(budgets)} budgets met")
    print("".join(f"- missed: {what}\n" for what in missed), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
