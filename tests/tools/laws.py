"""How many examples a law is tried with."""

from __future__ import annotations

from hypothesis import settings

USUAL = 100
"""Examples of a law that does not say how many, in the profile of `make test`."""


def examples(count: int) -> int:
    """So many examples in `make test`, and as many times more as another profile tries (`tests/conftest.py`)."""
    return count * settings().max_examples // USUAL
