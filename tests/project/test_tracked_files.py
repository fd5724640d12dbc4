"""What stands in the files we hand over: nothing of one machine, no host to install from, no stray binary."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE = {".git", ".venv", "dist", "build", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis",
        ".import_linter_cache"}
OF_ONE_MACHINE = re.compile(r"(?<![\w.~-])/(?:home|root|Users|work|mnt|opt|tmp|srv)/[\w.-]+")
"""An absolute path."""

INSTALLED_FROM = ("pyproject.toml", "requirements.lock", "Makefile", ".ci/run", "hatch_build.py")
"""What decides from where packages come: whoever installs decides that, so no host stands in these."""


def handed_over() -> list[Path]:
    """The files that git keeps; without git (an archive), all that nothing of ours made."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode == 0 and (ROOT / ".git").exists():
        return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    files = (path for path in ROOT.rglob("*") if path.is_file() and path.suffix != ".mo")
    return [path for path in files if MADE.isdisjoint(path.relative_to(ROOT).parts)]


def test_no_path_of_one_machine() -> None:
    found = []
    for path in handed_over():
        if path == Path(__file__) or path.suffix in {".svg", ".png", ".gz", ".ttf"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if OF_ONE_MACHINE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert found == []


@pytest.mark.parametrize("name", INSTALLED_FROM)
def test_no_host_to_install_from(name: str) -> None:
    assert re.findall(r"\w+://[^\s\"]+", (ROOT / name).read_text(encoding="utf-8")) == []


def test_the_lock_holds_names_versions_and_hashes_only() -> None:
    kinds = re.compile(r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    wrong = [line for line in (ROOT / "requirements.lock").read_text().splitlines() if not kinds.fullmatch(line)]
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["LICENSE", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "publiccode.yml", ".ci/run"]
)
def test_what_a_reader_looks_for_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 100


def test_no_plan_is_handed_over() -> None:
    assert [p for p in handed_over() if p.suffix in {".db", ".sqlite", ".sqlite3", ".mo", ".log"}] == []
