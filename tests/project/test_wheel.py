"""The wheel: built, installed beside nothing of the checkout, and run from an empty folder."""

from __future__ import annotations

import json
import os
import site
import stat
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `make wheel` builds it."""
    dist = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(ROOT)],
        check=True, capture_output=True, timeout=100,
    )
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `zlp` of a fresh environment that holds the wheel; libraries come from the environment of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--no-deps", "--no-index",
         str(wheel)],
        check=True, capture_output=True, timeout=100,
    )
    # Libraries by a path file and not as a site directory: there the checkout's editable install would join in.
    (packages,) = folder.glob("lib/python*/site-packages")
    libraries = [path for path in site.getsitepackages() if Path(path).is_dir()]
    (packages / "libraries.pth").write_text("\n".join(libraries) + "\n", encoding="utf-8")
    return folder / "bin" / "zlp"


def run(command: Path, *arguments: str, folder: Path, said: str = "") -> subprocess.CompletedProcess[str]:
    """The installed command in a folder of its own, with an empty `ZLP_HOME`."""
    environment = {**os.environ, "ZLP_HOME": str(folder / "kept"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [str(command), *arguments], cwd=folder, env=environment, input=said, capture_output=True, text=True,
        timeout=60, check=False,
    )


def test_wheel_holds_both_packages_content_data_and_catalogue(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"zlp_tui/cli.py", "screens/app.py", "zlp_tui/_content/nl/LC_MESSAGES/zlp_tui.mo",
            "zlp_tui/_content/nl/script/script.yaml", "zlp_tui/_data/rules/wlz.yaml",
            "zlp_tui/_data/practice.sql", "zlp_tui/_data/print/house.typ", "zlp_tui/_data/pictograms/LICENSE",
            "zlp_tui/_data/fonts/AtkinsonHyperlegible-Regular.ttf"} <= names
    assert any(name.startswith("zlp_tui/_data/examples/") for name in names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"zlp_tui", "screens"}


def test_wheel_is_what_the_test_runs(installed: Path, tmp_path: Path) -> None:
    python = installed.parent / "python"
    done = subprocess.run(
        [str(python), "-c", "import zlp_tui.places as p; print(p.__file__, p.content())"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )
    assert str(ROOT) not in done.stdout
    assert "_content" in done.stdout


def test_wheel_speaks_dutch_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "plan" in done.stdout.casefold()
    assert any(word in done.stdout.split() for word in ("een", "het", "de"))


def test_wheel_makes_a_plan_and_talks(installed: Path, tmp_path: Path) -> None:
    made = run(installed, "new", "--name", "-", folder=tmp_path, said="Anna Vos\n")
    assert made.returncode == 0, made.stderr
    plan = made.stdout.strip()
    talked = run(
        installed, "talk", plan, "--topic", "good-day-bad-day", folder=tmp_path, said="Koffie bij het raam.\n"
    )
    assert talked.returncode == 0, talked.stderr
    assert any(line.startswith("Bewaard") for line in talked.stdout.splitlines())
    assert "Koffie bij het raam." in run(installed, "show", plan, "--json", folder=tmp_path).stdout


def test_wheel_follows_a_plan_up(installed: Path, tmp_path: Path) -> None:
    plan = run(installed, "new", "--name", "-", folder=tmp_path, said="Anna Vos\n").stdout.strip()
    noted = run(
        installed, "note", plan, "--voice", "Anna Vos", "--done", "no", "--because", "no-time", "--text", "-",
        folder=tmp_path, said="Druk.\n",
    )
    assert (noted.returncode, noted.stdout) == (0, ""), noted.stderr
    agreed = run(installed, "talk", plan, "--topic", "agreed", folder=tmp_path, said="1\nZo is het.\n1\n")
    assert agreed.stdout.count("Bewaard") == 3, agreed.stdout
    assert '"to": "now"' in run(installed, "diff", plan, "--json", folder=tmp_path).stdout
    due = run(installed, "due", "--within", "400", "--json", folder=tmp_path)
    assert [one["because"] for one in json.loads(due.stdout)] == ["quick-look", "evaluate-every"]


def test_wheel_has_the_examples_laid_out(installed: Path, tmp_path: Path) -> None:
    asked = "from zlp_tui.command.practice_script import practice_script; print(practice_script() is not None)"
    done = subprocess.run(
        [str(installed.parent / "python"), "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_wheel_checks_itself(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "check", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_e13_what_is_kept_is_for_its_owner_alone(installed: Path, tmp_path: Path) -> None:
    """E13: with umask 000 every folder is 0700 and every file 0600."""
    before = os.umask(0)
    try:
        assert run(installed, "new", "--name", "-", folder=tmp_path, said="Anna Vos\n").returncode == 0
        assert run(installed, "talk", "Anna Vos", folder=tmp_path, said="Koffie.\n").returncode == 0
    finally:
        os.umask(before)
    kept = tmp_path / "kept"
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (kept, *kept.rglob("*"))}
    assert any(path.is_file() for path in modes)
    assert {path: oct(mode) for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)} == {}
