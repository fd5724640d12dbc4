"""What every test starts from: nothing of this machine. No real home, no pack, no proxy of the user's terminal."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.tools.laws import USUAL

settings.register_profile(
    "zlp", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, max_examples=USUAL
)
settings.register_profile("thorough", settings.get_profile("zlp"), max_examples=5 * USUAL)
settings.load_profile("zlp")

# Read when Textual is imported. A screen is drawn at once instead of at the next sixtieth of a second, for which each
# key of a test would wait. Programs that tests start do not see it.
os.environ["TEXTUAL_FPS"] = "1000"

# Looking for what can be thrown away takes a tenth of the time as often as Python does it: a test throws away little.
gc.set_threshold(50_000, 20, 5)

# A shell that starts the tests in the background has them ignore Ctrl-C, and every program that they start after them.
signal.signal(signal.SIGINT, signal.default_int_handler)

OF_THIS_MACHINE = (
    "TEXTUAL_FPS", "ZLP_CONTENT", "NO_COLOR", "FORCE_COLOR", "TEXTUAL", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8", "ACCESSIBLE",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that take long, and so have a time limit of their own, begin first: at the end no process waits for one."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_collection_finish() -> None:
    """What is imported by now stays: it need not be looked through again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _shared_with_other_workers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """What many tests begin with is made once for all workers of `pytest -n`, or once in each."""
    from tests.tools.copies import SHARED
    from tests.tools.sources import make_words_once

    with pytest.MonkeyPatch.context() as patch:
        make_words_once(patch)
        patch.delenv(SHARED, raising=False)  # of a worker that started these tests
        if hasattr(request.config, "workerinput"):
            patch.setenv(SHARED, str(tmp_path_factory.getbasetemp().parent))
        yield


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of homes, each another. `mktemp` would look through all that there are, at each test, for a free one."""
    folder = tmp_path_factory.mktemp("zlp-homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _nothing_of_this_machine(monkeypatch: pytest.MonkeyPatch, _homes: Iterator[Path]) -> None:
    """An empty `ZLP_HOME` of the test's own, and no settings of whoever runs it."""
    for name in OF_THIS_MACHINE:
        monkeypatch.delenv(name, raising=False)
    home = next(_homes)
    home.mkdir(mode=0o700)
    monkeypatch.setenv("ZLP_HOME", str(home))


@pytest.fixture
def zlp_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The `ZLP_HOME` of this test, when it looks into it."""
    home = tmp_path / "zlp-home"
    monkeypatch.setenv("ZLP_HOME", str(home))
    return home
