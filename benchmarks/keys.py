"""Keys in the conversation: typing, turning the page, saying; searching among 10,000; and memory after an hour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.stores import with_plans, with_statements
from benchmarks.table import Figure, Row, compare, interleaved, tail
from benchmarks.windows import Program, bare, pressed, typed, zlp
from tools.terminal import Terminal

NEXT, BACK = "\x1b[6~", "\x1b[5~"
AREA = "bare TextArea key"


def rows(folder: Path, runs: int) -> list[Row]:
    """Each program is started anew in every run, in turn, so that all meet the same weather."""
    plan = with_statements(folder / "talk", 500)
    many = with_plans(folder.parent / "many", 10_000)
    talk = zlp("talk", plan, "--topic", "good-day-bad-day", home=folder / "talk", ready="Verder")
    search = zlp(home=many, ready="Stoppen", setup=["z"])
    found = interleaved(runs, {
        "area": lambda: _measured(bare("fields", "area"), lambda w: typed(w, 30)),
        "input": lambda: _measured(bare("fields", "input"), lambda w: typed(w, 25)),
        "static": lambda: _measured(bare("static"), lambda w: pressed(w, [NEXT, BACK], 30)),
        "typing": lambda: _measured(talk, lambda w: typed(w, 30)),
        "turning": lambda: _measured(talk, lambda w: pressed(w, [NEXT, NEXT, BACK, BACK], 30)),
        "saying": lambda: _measured(talk, _said),
        "common": lambda: _measured(search, lambda w: _searched(w, "Anna Vos 0")),
        "rare": lambda: _measured(search, lambda w: _searched(w, "Joris Peters 099")),
        "missing": lambda: _measured(search, lambda w: _searched(w, "Xqzwerty")),
    }, warm_up=False)
    return [
        compare("key to painted in the talk, draft on disk", found["typing"], found["area"], AREA, times=0.9),
        tail("its tail, 95 in 100", found["typing"], 16),
        compare(
            "Verder and Terug, complete", found["turning"], found["static"], "one Static changed", within=12, times=4
        ),
        tail("its tail, 95 in 100", found["turning"], 33),
        compare("“Bewaard” complete, 500 statements", found["saying"], found["area"], AREA, within=16, times=3),
        *(
            compare(f"search among 10,000: {name} name", found[name], found["input"], "bare Input key", within=16)
            for name in ("common", "rare", "missing")
        ),
    ]


def memory(folder: Path) -> list[Row]:
    """What the program holds after 2,000 keys and 200 pages, against after the first minute of use."""
    plan = with_statements(folder / "hour", 100)
    with zlp("talk", plan, "--topic", "good-day-bad-day", home=folder / "hour", ready="Verder").brought() as window:
        _used(window, 40, 4)
        minute = window.memory()
        _used(window, 2000, 200)
        hour = window.memory()
    measured = f"{minute:.1f} and {hour:.1f} MB"
    grown = Figure(hour / minute, 1.15, "×")
    return [Row("memory after 2,000 keys and 200 pages", (grown,), measured, "after the first minute")]


def _used(window: Terminal, keys: int, pages: int) -> None:
    for page in range(pages):
        window.write("koffie " * (keys // pages // 7 + 1))
        window.settle(quiet=0.02, timeout=1)
        window.write(NEXT if page % 20 < 10 else BACK)
        window.settle(quiet=0.02, timeout=1)


def _measured(program: Program, measure: Callable[[Terminal], list[float]]) -> list[float]:
    with program.brought() as window:
        return measure(window)


def _said(window: Terminal) -> list[float]:
    """Say a few things; milliseconds from Enter to the complete picture in which each stands as kept."""
    times = []
    for number in range(8):
        window.write(f"Zin {number} QX")
        window.settle(quiet=0.5)
        times += pressed(window, ["\r"], 1)
    return times


def _searched(window: Terminal, name: str) -> list[float]:
    """Type a name letter by letter and wipe it again; milliseconds to the complete list of who is found."""
    times = pressed(window, list(name), len(name))
    window.write("\x7f" * len(name))
    window.settle(quiet=0.3)
    return times
