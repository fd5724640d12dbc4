"""From nothing to the first picture and the first key answered, side by side with a bare Textual app."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path

from benchmarks.stores import with_plans
from benchmarks.table import Row, interleaved, ms, p95, ratio
from benchmarks.windows import Program, bare, pause, start, whole, zlp

NAME = re.compile(r"\w+ [\w ]+ \d{3}\b")
READY = r"▸ [\s\S]*Stoppen"
"""The mark on the list, and the row of keys at the bottom: the picture is whole."""
KEYS = 8
DOWN = "\x1b[B"


def rows(folder: Path, runs: int) -> list[Row]:
    """First picture, first key, the list of plans, keys while storage loads, 10,000 plans."""
    empty, few, many = folder / "empty", with_plans(folder / "few", 10), with_plans(folder / "many", 10_000)
    empty.mkdir()
    programs = {
        "hello": (bare("hello", ready="HELLO"), "x"),
        "empty": (zlp(home=empty, ready=READY), DOWN),
        "few": (zlp(home=few, ready=READY), DOWN),
        "many": (zlp(home=many, ready=READY), DOWN),
    }
    pictures: dict[str, list[float]] = {name: [] for name in programs}

    def one(name: str, program: Program, key: str) -> float:
        picture, answered = start(program, key)
        pictures[name].append(picture)
        return answered

    cases = {name: partial(one, name, program, key) for name, (program, key) in programs.items()}
    answered = interleaved(runs, cases)
    for samples in pictures.values():
        del samples[0]  # the one to warm up
    return [
        ratio("`zlp`: first useful picture", pictures["empty"], pictures["hello"], 1.12, "bare hello"),
        ratio("`zlp`: first key answered", answered["empty"], answered["hello"], 1.15, "bare hello"),
        ratio("home with its plans: picture", pictures["few"], pictures["hello"], 1.2, "bare hello"),
        ratio("home with its plans: first key answered", answered["few"], answered["hello"], 1.25, "bare hello"),
        ratio("home with 10,000 plans: picture", pictures["many"], pictures["few"], 1.1, "home with 10"),
        *_while_loading(few, runs),
    ]


def _while_loading(home: Path, runs: int) -> list[Row]:
    """Keys from the first picture on, while storage loads behind it: how late they are answered, and none is lost."""
    times: list[float] = []
    lost = 0
    program = zlp(home=home, ready=READY)
    for _ in range(runs):
        with program.open() as window:
            program.ready_at(window)
            for _ in range(KEYS):
                before = window.text()
                written = window.write(DOWN)
                came = window.wait(lambda text, before=before: text != before, 3)  # type: ignore[misc]
                times += [] if came is None else [(came - written) * 1000]
                pause(window)
            window.settle(quiet=0.4)
            names = [line for line in window.text().split("\n") if NAME.search(line)]
            lost += "▸ " not in names[KEYS]
    return [
        Row("keys while storage loads, 95 in 100", p95(times), 30, ms(times), unit="ms"),
        Row("keys while storage loads, lost", lost, 0, f"{runs} starts of {KEYS} keys", unit="starts"),
    ]


def processes(folder: Path, runs: int) -> list[Row]:
    """Whole processes that show something, against one that only imports the storage libraries."""
    home = with_plans(folder / "processes", 100)
    name = "Anna Vos 000"
    env = {"ZLP_HOME": str(home)}
    zlp_command = [sys.executable, "-m", "zlp_tui"]
    found = interleaved(runs * 2, {
        "imports": lambda: whole([sys.executable, "-c", "import sqlmodel, sqlcipher3"], {}),
        "plans": lambda: whole([*zlp_command, "plans"], env),
        "show": lambda: whole([*zlp_command, "show", name, "--json"], env),
    })
    against = "import sqlmodel, sqlcipher3"
    return [
        ratio("`zlp plans`, whole process", found["plans"], found["imports"], 0.3, against),
        ratio("`zlp show PLAN --json`, whole process", found["show"], found["imports"], 1.12, against),
    ]
