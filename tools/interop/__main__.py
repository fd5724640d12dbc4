"""`make interop`: the bundles of FHIR that zlp writes, looked at by two validators of others.

They are installed from npm into this folder by `package-lock.json`, which names no registry. Ends with 1 where they
find something wrong, and where they could not be installed; with `--if-possible` the latter is told and no fault.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.tools.book import new_book
from tests.tools.bundles import source_of
from tests.tools.examples import example_store
from tests.tools.hostile import HOSTILE, say_all
from zlp_tui.exports.forms import form_of

HERE: Final = Path(__file__).parent
MODULES: Final = HERE / "node_modules"
IF_POSSIBLE: Final = "--if-possible"


def write_bundles(folder: Path) -> None:
    """All examples, an empty plan and one with hostile texts, each in a file, as `zlp export` writes them."""
    made = form_of("fhir").make
    with TemporaryDirectory() as home, example_store(Path(home)) as examples:
        for number, plan in enumerate(examples.plans, start=1):
            (folder / f"example-{number}.json").write_bytes(made(source_of(examples.store, plan)))
    with TemporaryDirectory() as home, new_book(Path(home) / "home") as book:
        (folder / "empty.json").write_bytes(made(source_of(book.store, book.plan)))
        for text in HOSTILE:
            book.do(say_all, text)
        (folder / "hostile.json").write_bytes(made(source_of(book.store, book.plan)))


def is_installed() -> bool:
    """Whether the validators of the lock are there already."""
    try:
        there = json.loads((MODULES / ".package-lock.json").read_text("utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return False
    wanted = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    return all(there.get(name, {}).get("version") == package["version"] for name, package in wanted.items() if name)


def install() -> bool:
    """Install them; whether that could be done."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("interop: node and npm are not here", file=sys.stderr)
        return False
    try:
        return subprocess.run([npm, "ci", "--silent"], cwd=HERE, check=False, timeout=120).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main(arguments: Sequence[str]) -> int:
    """Install, write and validate; the exit code."""
    if not is_installed() and not install():
        print("interop: the validators could not be installed; nothing was looked at", file=sys.stderr)
        return 0 if IF_POSSIBLE in arguments else 1
    with TemporaryDirectory() as folder:
        write_bundles(Path(folder))
        looked_at = len(list(Path(folder).iterdir()))
        node = shutil.which("node") or "node"
        done = subprocess.run([node, str(HERE / "validate.cjs"), folder], check=False, timeout=300)
    if done.returncode == 0:
        print(f"interop: {looked_at} bundles are FHIR R4 by both validators", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
