"""What is called otherwise in JSON than in Python."""

from __future__ import annotations

from collections.abc import Mapping


def printed_as(names: Mapping[str, str]) -> dict[str, object]:
    """Settings for pydantic, which prints and reads the view (`serialization.py`): keys that are called otherwise in
    JSON than in Python."""
    return {"alias_generator": lambda name: names.get(name, name)}
