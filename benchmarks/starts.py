"""From nothing to the first picture and the first key answered, side by side with a bare Textual app."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path

from benchmarks.stores import with_plans
from benchmarks.table import Figure, Row, compare, interleaved, tail
from benchmarks.windows import Program, bare, pause, start, whole, zlp

NAME = re.compile(r"\w+ [\w ]+ \d{3}\b")
READY = r"▸ [\s\S]*Stoppen"
"""The mark on the list, and the row of keys at the bottom: the picture is whole."""
KEYS = 8
DOWN = "\x1b[B"


def rows(folder: Path, runs: int) -> list[Row]:
    """First picture, first key, the list of plans, keys while storage loads, 10,000 plans."""
    empty, few, many = folder / "empty", with_plans(folder / "few", 10), with_plans(folder.parent / "many", 10_000)
    empty.mkdir()
    programs = {
        "hello": (bare("hello", ready="HELLO"), "x"),
        "empty": (zlp(home=empty, ready=READY), DOWN),
        "few": (zlp(home=few, ready=READY), DOWN),
        "many": (zlp(home=many, ready=READY), DOWN),
        "demo": (zlp("demo", home=empty, ready=READY), DOWN),
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
    hello = "bare hello"
    return [
        compare("`zlp`: first useful picture", pictures["empty"], pictures["hello"], hello, times=1.12),
        compare("`zlp`: first key answered", answered["empty"], answered["hello"], hello, times=1.15),
        compare("home with its plans: picture", pictures["few"], pictures["hello"], hello, times=1.2),
        compare("home with its plans: first key answered", answered["few"], answered["hello"], hello, times=1.25),
        compare(
            "`zlp demo` the first time: picture", pictures["demo"], pictures["hello"], hello, within=500, times=2.3
        ),
        compare("home with 10,000 plans: picture", pictures["many"], pictures["few"], "home with 10", times=1.1),
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
        tail("keys while storage loads, 95 in 100", times, 30),
        Row("keys while storage loads, lost", (Figure(lost, 0, "starts"),), f"{runs} starts of {KEYS} keys"),
    ]


def processes(folder: Path, runs: int) -> list[Row]:
    """Whole processes that show something, against one that only imports the storage libraries."""
    home = with_plans(folder / "processes", 100, dated=100)
    twelve = with_plans(folder / "twelve", 12, dated=12)
    many = with_plans(folder.parent / "many-dated", 10_000, dated=12)
    name = "Anna Vos 000"
    env = {"ZLP_HOME": str(home)}
    zlp_command = [sys.executable, "-m", "zlp_tui"]
    found = interleaved(runs * 2, {
        "imports": lambda: whole([sys.executable, "-c", "import sqlmodel, sqlcipher3"], {}),
        "plans": lambda: whole([*zlp_command, "plans"], env),
        "due": lambda: whole([*zlp_command, "due"], env),
        "today": lambda: whole([*zlp_command, "today"], {"ZLP_HOME": str(twelve)}),
        "today of many": lambda: whole([*zlp_command, "today"], {"ZLP_HOME": str(many)}),
        "show": lambda: whole([*zlp_command, "show", name, "--json"], env),
    })
    imports = "import sqlmodel, sqlcipher3"
    return [
        compare("`zlp plans`, whole process", found["plans"], found["imports"], imports, times=0.3),
        compare("`zlp due`, whole process", found["due"], found["imports"], imports, times=0.3),
        compare("`zlp today`, 12 plans, whole process", found["today"], found["imports"], imports, times=0.3),
        compare(
            "`zlp today`, 10,000 plans of which 12 have a date, whole process", found["today of many"],
            found["imports"], imports, times=0.35,
        ),
        compare("`zlp show PLAN --json`, whole process", found["show"], found["imports"], imports, times=1.12),
    ]
