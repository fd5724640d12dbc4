"""JSON as text that cannot steer a terminal."""

from __future__ import annotations

import json
import unicodedata


def json_text(value: object, *, indent: int | None = 2) -> str:
    """A value as JSON, with a line end behind it; without `indent` all on one line. Control and format characters and
    odd line ends are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    told = {c: unicodedata.category(c) for c in set(text) - {"\n"} if ord(c) < 0x10000}
    steering = {c for c, kind in told.items() if kind in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    if not steering:
        return text + "\n"  # looking up each letter of a plan of years takes seconds
    return text.translate({ord(c): f"\\u{ord(c):04x}" for c in steering}) + "\n"
