"""A public key as people hand it over: one line to copy or scan, and five words to read to each other.

Whoever gets a line from elsewhere compares the words by voice: so nobody between them can put their own key there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from zlp_tui.errors import Refused
from zlp_tui.keys.key_pair import SIZE
from zlp_tui.keys.readable_code import read_code, written

_BEGINS: Final = "zlp1-"
_CHECKSUM: Final = 3
_PURPOSE: Final = b"zlp-public"
_SPOKEN: Final = 5
_LIST: Final = 4096


def public_line(public: bytes) -> str:
    """`zlp1-…`, 61 characters."""
    return f"{_BEGINS}{written(public, _PURPOSE, _CHECKSUM)}"


def read_public_line(typed: str) -> bytes:
    """The public key that somebody copied or typed. `Refused` when it has a mistake in it."""
    line = "".join(typed.split())
    public = read_code(line[len(_BEGINS):], _PURPOSE, _CHECKSUM) if line.lower().startswith(_BEGINS) else None
    if public is None or len(public) != SIZE:
        raise Refused("There is a mistake in this line. Please copy all of it, from zlp1 to its end.")
    return public


def spoken(public: bytes, words: Sequence[str]) -> tuple[str, ...]:
    """Five words of the list of 4,096: 60 bits that tell this key from any that somebody could make for it."""
    digest = int.from_bytes(hashlib.blake2b(public, digest_size=8, person=b"zlp-spoken").digest(), "big")
    return tuple(words[digest >> 12 * at & _LIST - 1] for at in range(_SPOKEN))
