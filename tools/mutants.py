"""Mutation testing by a list: does a test fail when the code does something else? `make mutants`, outside `make test`.

Each mutation of `mutations.toml` names one file, a text that occurs in it exactly once, what to put there instead, and
the tests that must fail then: `file` or `file::test`, as few as will do. It is applied to a copy of the tree, never to
the tree itself. A mutation is

    caught            a test failed, or ran into its time limit
    survived          all tests passed
    does not apply    the text is not there, or more than once: move the mutation along with the code

    python -m tools.mutants             all of them; NAME ... only these
    python -m tools.mutants --list      what there is
    python -m tools.mutants --jobs 2    two copies at the same time
    python -m tools.mutants --trust     without first running the tests on the code as it is
    python -m tools.mutants --follow    name the file anew of each whose text moved, as it is, to one other file

Exit code 1 when one survived or does not apply, 2 when the tests fail on the code as it is.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Final, Literal

from tools.warm_pytest import TOO_LONG

ROOT: Final = Path(__file__).parent.parent
LIST: Final = Path(__file__).with_name("mutations.toml")
THOROUGH: Final = "--hypothesis-profile=thorough"
"""So that each law tries many examples."""
WARM: Final = Path(__file__).with_name("warm_pytest.py")
PACKAGES: Final = ("zlp_tui", "screens")
LONGEST: Final = 900
"""Seconds that the tests of one mutation may take; a loop that never ends is caught too."""

Verdict = Literal["caught", "survived", "does not apply"]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One deliberate fault. `file` and `tests` are paths from the root of the tree; `::` and the name of one test may
    follow."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def applied(self, text: str) -> str | None:
        """The text of the file with the fault in it; None when the place is not there exactly once."""
        return text.replace(self.old, self.new) if text.count(self.old) == 1 else None


def load_mutations(path: Path = LIST) -> tuple[Mutation, ...]:
    """The mutations of a list, in its order; TOML itself refuses two of the same name."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Mutation(name, entry["file"], entry["old"], entry["new"], tuple(entry["tests"]))
        for name, entry in listed.items()
    )


def elsewhere(mutation: Mutation, root: Path = ROOT) -> tuple[str, ...]:
    """In which other files the text of a mutation occurs: where its code may have moved to."""
    files = (path for package in PACKAGES for path in (root / package).rglob("*.py"))
    return tuple(
        str(path.relative_to(root)) for path in sorted(files) if mutation.old in path.read_text(encoding="utf-8")
    )


def follow(path: Path = LIST) -> tuple[str, ...]:
    """Name the file anew of each mutation whose text moved to one other file; which were moved along."""
    listed, moved = path.read_text(encoding="utf-8"), []
    for mutation in load_mutations(path):
        here = ROOT / mutation.file
        if here.is_file() and mutation.applied(here.read_text(encoding="utf-8")):
            continue
        found = elsewhere(mutation)
        if len(found) == 1:
            before, header, after = listed.partition(f"\n[{mutation.name}]")
            listed = before + header + after.replace(f'file = "{mutation.file}"', f'file = "{found[0]}"', 1)
            moved.append(mutation.name)
    path.write_text(listed, encoding="utf-8")
    return tuple(moved)


@contextmanager
def copy_of_tree() -> Iterator[Path]:
    """The files that git knows or would add, and the compiled catalogues, in a folder that is thrown away."""
    git = shutil.which("git") or "git"
    listed = subprocess.run(
        [git, "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    names = [Path(name) for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    compiled = [path.relative_to(ROOT) for path in (ROOT / "content").rglob("*.mo")]
    with tempfile.TemporaryDirectory(prefix="zlp-mutants-") as folder:
        copy = Path(folder)
        copy.chmod(0o755)  # a test runs the program as somebody without any right
        for name in (*names, *compiled):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
        yield copy


class Copy:
    """A copy of the tree at a path, in which tests run one after another, with options of pytest; `close` it."""

    def __init__(self, path: Path, *options: str) -> None:
        self.path = path
        self._options = options
        self._written = path / "written"
        self._pytest = subprocess.Popen(
            [sys.executable, "-P", str(WARM)], cwd=path, env={**os.environ, "PYTHONPATH": str(path)}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )

    def close(self) -> None:
        """End the process that runs tests."""
        self._pytest.communicate()

    def passes(self, tests: Sequence[str]) -> tuple[bool, str]:
        """Whether these tests pass, and the first that failed, or the last line that pytest wrote."""
        asked = [str(self._written), LONGEST, "-x", "-q", "-p", "no:cacheprovider", *self._options, *tests]
        code = self._asked(json.dumps(asked))
        if code == TOO_LONG:
            return False, f"longer than {LONGEST} s"
        written = self._written.read_text(encoding="utf-8", errors="replace")
        lines = [line for line in written.splitlines() if line.strip()]
        if code in (-1, 3, 5):  # pytest itself broke, or found no test; all else says something of the code
            raise RuntimeError(f"pytest could not run: {' '.join(lines[-3:])}")
        failed = next((line for line in lines if line.startswith(("FAILED", "ERROR"))), lines[-1] if lines else "")
        return code == 0, failed

    def _asked(self, line: str) -> int:
        """The exit code that is answered; -1 where the process that runs tests is gone."""
        if self._pytest.stdin is None or self._pytest.stdout is None:
            return -1
        self._pytest.stdin.write(f"{line}\n")
        self._pytest.stdin.flush()
        return int(self._pytest.stdout.readline() or -1)


def tried(copy: Copy, mutation: Mutation) -> tuple[Verdict, str]:
    """What becomes of one mutation in a copy, which is afterwards as it was; and the first test that failed."""
    path = copy.path / mutation.file
    was = path.read_text(encoding="utf-8") if path.is_file() else ""
    mutated = mutation.applied(was)
    if mutated is None:
        return "does not apply", ", ".join(elsewhere(mutation))
    try:
        _write(path, mutated)
        passed, failed = copy.passes(mutation.tests)
    finally:
        _write(path, was)
    return ("survived", "") if passed else ("caught", failed)


def _write(path: Path, text: str) -> None:
    """Write a module, and throw away its bytecode: two versions within a second may look the same to Python."""
    path.write_text(text, encoding="utf-8")
    if path.suffix == ".py":
        Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)


def run(mutations: Sequence[Mutation], jobs: int, *, trust: bool) -> int:
    """Try mutations in as many copies as there are jobs, and tell of each; the exit code."""
    with ExitStack() as opened:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for _ in range(jobs):
            copies.put(opened.enter_context(closing(Copy(opened.enter_context(copy_of_tree()), THOROUGH))))
        if not trust and not _sound(copies, mutations):
            return 2

        def in_a_copy(mutation: Mutation) -> Verdict:
            copy, began = copies.get(), time.monotonic()
            try:
                verdict, told = tried(copy, mutation)
            finally:
                copies.put(copy)
            print(f"{verdict:<15} {mutation.name} ({time.monotonic() - began:.0f} s) {told[:200]}", flush=True)
            return verdict

        pool = opened.enter_context(ThreadPoolExecutor(jobs))
        verdicts = list(pool.map(in_a_copy, mutations))
    print(f"{verdicts.count('caught')} caught of {len(verdicts)} tried")
    return 0 if set(verdicts) <= {"caught"} else 1


def _sound(copies: SimpleQueue[Copy], mutations: Sequence[Mutation]) -> bool:
    """Whether the tests pass on the code as it is; else nothing that they say of a mutation counts."""
    copy = copies.get()
    passed, failed = copy.passes(sorted({test for mutation in mutations for test in mutation.tests}))
    copies.put(copy)
    if not passed:
        print(f"The tests fail on the code as it is: {failed}", file=sys.stderr)
    return passed


def main(arguments: Sequence[str]) -> int:
    """List or try the mutations that are named, or all of them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background, so by tests of Ctrl+C too
    parser = argparse.ArgumentParser(description="Does a test fail when the code does something else?")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these mutations")
    parser.add_argument("--list", action="store_true", help="print what there is and try nothing")
    parser.add_argument("--jobs", type=int, default=1, help="how many copies to work in at the same time")
    parser.add_argument("--trust", action="store_true", help="do not first run the tests on the code as it is")
    parser.add_argument("--follow", action="store_true", help="move mutations along with text that was moved")
    asked = parser.parse_args(arguments)
    if asked.follow:
        print("\n".join(follow()))
        return 0
    mutations = load_mutations()
    if unknown := set(asked.names) - {mutation.name for mutation in mutations}:
        parser.error(f"no such mutation: {', '.join(sorted(unknown))}")
    chosen = [mutation for mutation in mutations if not asked.names or mutation.name in asked.names]
    if asked.list:
        for mutation in chosen:
            print(f"{mutation.name:<45} {mutation.file}")
        return 0
    return run(chosen, max(1, asked.jobs), trust=asked.trust)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
