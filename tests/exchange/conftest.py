"""The example plans, made once for all tests of exchange."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.examples import ExampleStore, example_store


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExampleStore]:
    with example_store(tmp_path_factory.mktemp("examples")) as made:
        yield made
