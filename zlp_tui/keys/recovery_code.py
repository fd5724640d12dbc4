"""The recovery code of a keyholder: shown once, to be printed and put away, for when the passphrase is forgotten."""

from __future__ import annotations

import secrets
from typing import Final

from zlp_tui.errors import Refused
from zlp_tui.keys.readable_code import in_groups, read_code, written

_SECRET: Final = 20
_CHECKSUM: Final = 5
_PURPOSE: Final = b"zlp-recovery"

TYPED_BACK: Final = 2
"""How many groups are asked for, to see that the code was written down."""


class RecoveryCode:
    """160 random bits, as eight groups of five letters and digits."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "RecoveryCode()"

    @classmethod
    def random(cls) -> RecoveryCode:
        """A new one."""
        return cls(secrets.token_bytes(_SECRET))

    @classmethod
    def typed(cls, text: str) -> RecoveryCode:
        """The code that somebody typed. `Refused` when it has a mistake in it."""
        secret = read_code(text, _PURPOSE, _CHECKSUM)
        if secret is None or len(secret) != _SECRET:
            raise Refused("There is a mistake in this recovery code. Please look at each group once more.")
        return cls(secret)

    @property
    def groups(self) -> tuple[str, ...]:
        """What is shown and printed."""
        return in_groups(written(self._secret, _PURPOSE, _CHECKSUM))

    @property
    def as_passphrase(self) -> str:
        """What opens the lock of the code."""
        return self._secret.hex()

    def has_group(self, number: int, typed: str) -> bool:
        """Whether somebody typed back this group, from 1; small letters and look-alikes count."""
        alike = str.maketrans("OIL", "011")
        return "".join(typed.split()).upper().translate(alike) == self.groups[number - 1]


def group_lengths() -> tuple[int, ...]:
    """How many signs each group of a code has."""
    return tuple(map(len, RecoveryCode(bytes(_SECRET)).groups))


def groups_to_type_back() -> tuple[int, ...]:
    """The numbers of two groups to ask for, from 1, in order."""
    return tuple(sorted(secrets.SystemRandom().sample(range(1, 9), TYPED_BACK)))
