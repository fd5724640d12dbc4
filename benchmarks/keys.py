"""Keys in the conversation: typing, turning the page, saying; searching among 10,000; and memory after an hour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.stores import with_plans, with_statements
from benchmarks.table import Row, interleaved, ratio, tail
from benchmarks.windows import Program, bare, pressed, typed, zlp
from tools.terminal import Terminal

NEXT, BACK = "\x1b[6~", "\x1b[5~"


def rows(folder: Path, runs: int) -> list[Row]:
    """Each program is started anew in every run, in turn, so that all meet the same weather."""
    plan = with_statements(folder / "talk", 500)
    many = with_plans(folder / "search", 10_000)
    talk = zlp("talk", plan, "--topic", "good-day-bad-day", home=folder / "talk", ready="Verder")
    search = zlp(home=many, ready="Stoppen", setup=["z"])
    found = interleaved(runs, {
        "area": lambda: _measured(bare("fields", "area"), lambda w: typed(w, 40)),
        "input": lambda: _measured(bare("fields", "input"), lambda w: typed(w, 25)),
        "static": lambda: _measured(bare("static"), lambda w: pressed(w, [NEXT, BACK], 30)),
        "typing": lambda: _measured(talk, lambda w: typed(w, 40)),
        "turning": lambda: _measured(talk, lambda w: pressed(w, [NEXT, NEXT, BACK, BACK], 30)),
        "saying": lambda: _measured(talk, _said),
        "common": lambda: _measured(search, lambda w: _searched(w, "Anna Vos 0")),
        "rare": lambda: _measured(search, lambda w: _searched(w, "Joris Peters 099")),
        "missing": lambda: _measured(search, lambda w: _searched(w, "Xqzwerty")),
    })
    return [
        ratio("key to painted in the talk, draft on disk", found["typing"], found["area"], 0.9, "bare TextArea key"),
        tail("its tail, 95 in 100", found["typing"], 1.7),
        ratio("Verder and Terug, complete", found["turning"], found["static"], 3, "changing one Static"),
        tail("its tail, 95 in 100", found["turning"], 2.2),
        ratio("“Bewaard” complete, 500 statements", found["saying"], found["area"], 2.6, "bare TextArea key"),
        ratio("search among 10,000: common name", found["common"], found["input"], 3, "bare Input key"),
        ratio("search among 10,000: rare name", found["rare"], found["input"], 3, "bare Input key"),
        ratio("search among 10,000: missing name", found["missing"], found["input"], 3, "bare Input key"),
    ]


def memory(folder: Path) -> list[Row]:
    """What the program holds after 2,000 keys and 200 pages, against after the first minute of use."""
    plan = with_statements(folder / "hour", 100)
    with zlp("talk", plan, "--topic", "good-day-bad-day", home=folder / "hour", ready="Verder").brought() as window:
        _used(window, 40, 4)
        minute = window.memory()
        _used(window, 2000, 200)
        hour = window.memory()
    return [Row("memory after 2,000 keys and 200 pages", hour / minute, 1.15, f"{minute:.1f} and {hour:.1f} MB",
                "after the first minute")]


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
