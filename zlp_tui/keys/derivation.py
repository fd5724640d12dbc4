"""Keys from passphrases, by argon2id: as slow and as large as the computer can bear, so that guessing is too."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from zlp_tui.errors import StoreError

SALT: Final = argon2id.SALTBYTES
KEY: Final = 32
"""Bytes of every key here."""

_MIB: Final = 1 << 20


class Cost(NamedTuple):
    """What one derivation takes: bytes of memory, and passes over it."""

    memory: int
    passes: int


USUAL: Final = Cost(256 * _MIB, 3)
SMALL: Final = Cost(64 * _MIB, 3)
"""Where the usual memory cannot be had."""

LEAST: Final = Cost(argon2id.MEMLIMIT_MIN, argon2id.OPSLIMIT_MIN)
MOST: Final = Cost(1024 * _MIB, 20)
"""What a file may ask for: more would be an attack on whoever opens it."""


def plain_passphrase(typed: str) -> str:
    """A passphrase as it is compared: without case, with single spaces, and each letter in one form."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", typed).casefold()).split())


def derived_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key of a passphrase. `StoreError` when the computer has no room for it."""
    try:
        return argon2id.kdf(
            KEY, passphrase.encode("utf-8", "replace"), salt, opslimit=cost.passes, memlimit=cost.memory
        )
    except (CryptoError, MemoryError) as trouble:
        raise StoreError(
            "This computer has too little memory free to open the keys. Close other programs, then try again."
        ) from trouble


def first_key(passphrase: str, salt: bytes, cost: Cost) -> tuple[bytes, Cost]:
    """The key of a new passphrase, and what it cost: less where the memory cannot be had."""
    try:
        return derived_key(passphrase, salt, cost), cost
    except StoreError:
        if cost.memory <= SMALL.memory:
            raise
        return derived_key(passphrase, salt, SMALL), SMALL
