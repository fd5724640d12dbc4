"""A keyholder: a person with a passphrase on this computer, and the file that keeps their key.

The private half of the key is in the file twice, each time under a lock: one opens with the passphrase, the other with
the recovery code. Everything that a lock stands for is authenticated with it, so no part of it can be changed by
editing the file. The name is what somebody chose to be called here; it is in the clear, as on a login screen.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from zlp_tui.errors import NoKey, Refused, WrongPassphrase
from zlp_tui.keys.atomic_file import being_changed, make_folder
from zlp_tui.keys.checked_json import VERSION, Fields, read_checked, write_checked
from zlp_tui.keys.derivation import (
    LEAST,
    MOST,
    SALT,
    USUAL,
    Cost,
    derived_key,
    first_key,
    plain_passphrase,
)
from zlp_tui.keys.holder_names import FILE, FORM, holder_names
from zlp_tui.keys.key_pair import SIZE, KeyPair
from zlp_tui.keys.recovery_code import RecoveryCode
from zlp_tui.keys.wrong_tries import WrongTries
from zlp_tui.text import NAME_LIMIT, clean_name, same_name

_LOCKED: Final = Aead.NONCE_SIZE + SIZE + Aead.MACBYTES

OpenedBy = Literal["passphrase", "recovery"]


@dataclass(frozen=True, slots=True, repr=False)
class _Lock:
    """The private half of a key as it is locked away."""

    opened_by: OpenedBy
    salt: bytes
    cost: Cost
    locked: bytes

    def says(self, holder: str, public: bytes) -> bytes:
        """The bytes that are authenticated with it, and are not encrypted."""
        parts = (
            FORM, VERSION, holder, public.hex(), self.opened_by, self.salt.hex(), self.cost.memory, self.cost.passes,
        )
        return ":".join(map(str, parts)).encode("ascii")


@dataclass(frozen=True, slots=True, repr=False)
class Keyholder:
    """What is known of a keyholder without their passphrase."""

    id: str
    name: str
    public: bytes
    locks: tuple[_Lock, ...]


@dataclass(frozen=True, slots=True, repr=False)
class UnlockedKeyholder:
    """A keyholder who gave their passphrase, or their recovery code."""

    id: str
    name: str
    keys: KeyPair


def make_keyholder(
    folder: Path, name: str, passphrase: str, holder_id: str, *, cost: Cost = USUAL
) -> tuple[UnlockedKeyholder, RecoveryCode]:
    """Make a keyholder in a folder of their own in `folder`, with a recovery code that is kept nowhere.

    `Refused` without a name, with a passphrase that is too short, or when the name is taken.
    """
    called = str(clean_name(name))
    if not called:
        raise Refused("There is no name in this.")
    if any(same_name(known.name, called) for known in holder_names(folder)):
        raise Refused("Somebody here has this name already. Choose a name that tells you apart.")
    keys, code = KeyPair.random(), RecoveryCode.random()
    locks = _locked(keys, holder_id, _chosen(passphrase), "passphrase", cost), _locked(
        keys, holder_id, code.as_passphrase, "recovery", cost
    )
    made = Keyholder(holder_id, called, keys.public, locks)
    make_folder(folder / holder_id, lambda place: _write(place, made))
    return UnlockedKeyholder(holder_id, called, keys), code


def read_keyholder(folder: Path, holder_id: str) -> Keyholder:
    """What the file of a keyholder says. `NoKey` when there is none, `KeysDamaged` when it cannot be read."""
    fields = read_checked(folder / holder_id / FILE, FORM)
    if fields is None:
        raise NoKey("The file with the keys of this person is not here. Please go back to a copy.")
    locks = tuple(map(_read_lock, fields.objects("locks", 2)))
    if fields.id("id") != holder_id or not locks or len({lock.opened_by for lock in locks}) != len(locks):
        raise fields.wrong()
    return Keyholder(holder_id, fields.text("name", NAME_LIMIT), fields.binary("public", SIZE), locks)


def unlock(folder: Path, holder_id: str, passphrase: str, now: datetime) -> UnlockedKeyholder:
    """Open the keys with the passphrase. It takes as long as the lock was made to take: up to a second.

    `WrongPassphrase` when it is wrong, or when it is too soon to try again; `NoKey`, `KeysDamaged` and `StoreNewer` as
    the file is.
    """
    holder = read_keyholder(folder, holder_id)
    tries = WrongTries(folder / holder_id)
    tries.require_turn(now)
    tries.count(now)
    opened = _opened(holder, plain_passphrase(passphrase), "passphrase")
    if opened is None:
        raise WrongPassphrase("This passphrase is not right. Please try again.")
    tries.forget()
    return opened


def recover(folder: Path, holder_id: str, code: RecoveryCode) -> UnlockedKeyholder:
    """Open the keys with the recovery code. `WrongPassphrase` when it is of somebody else, or of before."""
    opened = _opened(read_keyholder(folder, holder_id), code.as_passphrase, "recovery")
    if opened is None:
        raise WrongPassphrase("This recovery code is of somebody else, or of an earlier day. Please look at it again.")
    WrongTries(folder / holder_id).forget()
    return opened


def change_passphrase(folder: Path, who: UnlockedKeyholder, passphrase: str, *, cost: Cost = USUAL) -> None:
    """Give the keys another passphrase. No plan is touched. `Refused` when it is too short."""
    _relock(folder, who, _locked(who.keys, who.id, _chosen(passphrase), "passphrase", cost))
    WrongTries(folder / who.id).forget()


def renew_recovery(folder: Path, who: UnlockedKeyholder, code: RecoveryCode, *, cost: Cost = USUAL) -> None:
    """Have another recovery code; the one of before opens nothing any more."""
    _relock(folder, who, _locked(who.keys, who.id, code.as_passphrase, "recovery", cost))


LETTERS: Final = 12
"""The fewest letters of a passphrase: shorter ones are guessed, whatever the derivation costs."""


def require_passphrase(passphrase: str) -> None:
    """`Refused` for a passphrase that is too short."""
    _chosen(passphrase)


def _chosen(passphrase: str) -> str:
    plain = plain_passphrase(passphrase)
    if len(plain) < LETTERS:
        raise Refused("A passphrase has at least {letters} letters. Four words are good.", letters=LETTERS)
    return plain


def _locked(keys: KeyPair, holder: str, secret: str, opened_by: OpenedBy, cost: Cost) -> _Lock:
    salt = os.urandom(SALT)
    key, paid = first_key(secret, salt, cost)
    lock = _Lock(opened_by, salt, paid, b"")
    return replace(lock, locked=bytes(Aead(key).encrypt(keys.private, lock.says(holder, keys.public))))


def _opened(holder: Keyholder, secret: str, opened_by: OpenedBy) -> UnlockedKeyholder | None:
    lock = next((lock for lock in holder.locks if lock.opened_by == opened_by), None)
    if lock is None:
        return None
    key = derived_key(secret, lock.salt, lock.cost)
    try:
        private = Aead(key).decrypt(lock.locked, lock.says(holder.id, holder.public))
    except CryptoError:
        return None
    return UnlockedKeyholder(holder.id, holder.name, KeyPair(private))


def _relock(folder: Path, who: UnlockedKeyholder, lock: _Lock) -> None:
    with being_changed(folder / who.id / FILE):  # another window may change the other lock just now
        kept = read_keyholder(folder, who.id)
        others = tuple(other for other in kept.locks if other.opened_by != lock.opened_by)
        _write(folder / who.id, replace(kept, public=who.keys.public, locks=(*others, lock)))


def _write(folder: Path, holder: Keyholder) -> None:
    locks = [
        {
            "opened_by": lock.opened_by, "salt": lock.salt.hex(), "memory": lock.cost.memory,
            "passes": lock.cost.passes, "locked": lock.locked.hex(),
        }
        for lock in holder.locks
    ]
    fields: Mapping[str, object] = {
        "id": holder.id, "name": holder.name, "public": holder.public.hex(), "locks": locks,
    }
    write_checked(folder / FILE, FORM, fields)


def _read_lock(fields: Fields) -> _Lock:
    opened_by = fields.text("opened_by")
    if opened_by not in ("passphrase", "recovery"):
        raise fields.wrong()
    cost = Cost(
        fields.number("memory", LEAST.memory, MOST.memory), fields.number("passes", LEAST.passes, MOST.passes)
    )
    by: OpenedBy = "passphrase" if opened_by == "passphrase" else "recovery"
    return _Lock(by, fields.binary("salt", SALT), cost, fields.binary("locked", _LOCKED))
