"""Bytes that people read, print and type: letters and digits that are hard to mistake, with a checksum.

The alphabet is Crockford's base 32: no I, L, O or U. Typed small, with other spaces, or with an O for a zero, a code is
the same.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Final

GROUP: Final = 5
"""Letters of a group."""

_RFC: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_OURS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_OURS: Final = str.maketrans(_RFC, _OURS)
_TO_RFC: Final = str.maketrans(_OURS + "OIL", _RFC + "ABB")
_BETWEEN: Final = str.maketrans("", "", " -\u2010\u2011\u2013\t\n")


def written(content: bytes, purpose: bytes, checksum: int) -> str:
    """A code with `checksum` bytes that tell a mistake; content and checksum together are a multiple of five bytes."""
    whole = content + _sum(content, purpose, checksum)
    return base64.b32encode(whole).decode("ascii").translate(_TO_OURS)


def read_code(typed: str, purpose: bytes, checksum: int) -> bytes | None:
    """What a code stands for; None when it has a mistake, or was written for another purpose."""
    letters = typed.upper().translate(_BETWEEN).translate(_TO_RFC)
    try:
        whole = base64.b32decode(letters)
    except (binascii.Error, ValueError):
        return None
    content, ending = whole[:-checksum], whole[-checksum:]
    return content if ending == _sum(content, purpose, checksum) else None


def in_groups(code: str) -> tuple[str, ...]:
    """A code in groups of five letters."""
    return tuple(code[at:at + GROUP] for at in range(0, len(code), GROUP))


def _sum(content: bytes, purpose: bytes, size: int) -> bytes:
    return hashlib.blake2b(content, digest_size=size, person=purpose).digest()
