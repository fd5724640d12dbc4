"""The two halves of a keyholder's key: what is sealed to the public one is opened by the private one."""

from __future__ import annotations

import hashlib
from typing import Final

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from zlp_tui.access_point import NOWHERE, AccessPoint
from zlp_tui.errors import KeysDamaged

SIZE: Final = 32
"""Bytes of either half."""
SEAL: Final = 48
"""How many bytes longer than its content something sealed is."""


class KeyPair:
    """An X25519 key pair in memory. It is never shown, compared or copied by accident. `at` is from where its holder
    uses it: what they do with it is told so in the logs of plans."""

    __slots__ = ("_private", "at")

    def __init__(self, private: bytes, at: AccessPoint = NOWHERE) -> None:
        self._private = PrivateKey(private)
        self.at = at

    def __repr__(self) -> str:
        return "KeyPair()"

    @classmethod
    def random(cls) -> KeyPair:
        """A new one."""
        return cls(bytes(PrivateKey.generate()))

    def used_at(self, at: AccessPoint) -> KeyPair:
        """The same keys, used from there."""
        return KeyPair(self.private, at)

    @property
    def public(self) -> bytes:
        """The half that others may have."""
        return bytes(self._private.public_key)

    @property
    def private(self) -> bytes:
        """The half that nobody else may have: only to lock it away."""
        return bytes(self._private)

    def opened(self, sealed: bytes) -> bytes | None:
        """What was sealed to the public half; None when it was not, or was changed."""
        try:
            return SealedBox(self._private).decrypt(sealed)
        except CryptoError:
            return None

    def key_for(self, purpose: str) -> bytes:
        """Another key that only this keyholder has, for one purpose: the same each time."""
        return hashlib.blake2b(digest_size=SIZE, key=bytes(self._private), person=purpose.encode("ascii")).digest()


def sealed_to(public: bytes, content: bytes) -> bytes:
    """Something that only the private half of this key opens. `KeysDamaged` for a key that is none."""
    try:
        return SealedBox(PublicKey(public)).encrypt(content)
    except CryptoError:
        raise KeysDamaged("This is not the public key of a keyholder. Please have it shown again.") from None
