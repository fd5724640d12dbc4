"""Which signs the fonts that ship with us draw, read from the fonts themselves (their `cmap` tables)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from zlp_tui import places

_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0x110000))
"""Signs that mean something else in every font: PDF/A refuses them."""


@cache
def drawn_signs() -> frozenset[int]:
    """The code points that one of our fonts draws."""
    signs = {sign for font in sorted((places.data() / "fonts").glob("*.ttf")) for sign in _signs_of(font)}
    return frozenset(sign for sign in signs if not any(sign in private for private in _PRIVATE))


def _signs_of(font: Path) -> Iterator[int]:
    data = font.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4s4xI", data, 12 + 16 * number) for number in range(tables))
    cmap = next(offset for tag, offset in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", data, cmap + 8 + 8 * number)
        yield from _subtable(data, cmap + offset)


def _subtable(data: bytes, at: int) -> Iterator[int]:
    """The signs of one table: format 4 (16 bits, in segments) or 12 (32 bits, in groups); others add none to these."""
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == 12:
        (groups,) = struct.unpack_from(">I", data, at + 12)
        for number in range(groups):
            first, last = struct.unpack_from(">II", data, at + 16 + 12 * number)
            yield from range(first, last + 1)
    elif kind == 4:
        segments = struct.unpack_from(">H", data, at + 6)[0] // 2
        ends = struct.unpack_from(f">{segments}H", data, at + 14)
        starts = struct.unpack_from(f">{segments}H", data, at + 16 + 2 * segments)
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)


