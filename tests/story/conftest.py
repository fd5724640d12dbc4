"""Stories are told in several apps, each as sooner there as those of the screens' tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.styles import styles_parsed_once


@pytest.fixture(autouse=True, scope="session")
def _styles_parsed_once() -> Iterator[None]:
    with styles_parsed_once():
        yield
