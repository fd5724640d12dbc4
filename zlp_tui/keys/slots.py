"""The keys of one plan, each sealed to everybody who may open it: the file `slots.json` beside the plan.

A plan has one key; it has two while it gets a new one. Each is told by the first bytes of the file that it opens, its
salt, which stands there in the clear: so a key of another file is told apart from a file that is damaged. What is
sealed names the plan, so slots that come from another plan open nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import UUID

from zlp_tui.errors import KeysDamaged, NoKey
from zlp_tui.keys.atomic_file import write_whole
from zlp_tui.keys.checked_json import Fields, checked, checked_content, read_checked
from zlp_tui.keys.derivation import KEY
from zlp_tui.keys.key_pair import SEAL, SIZE, KeyPair, sealed_to

FILE: Final = "slots.json"
FILE_SALT: Final = 16
"""The first bytes of a locked file."""

_FORM: Final = "zlp-slots"
_BEGINS: Final = b"\x00\x01"
_SEALED: Final = len(_BEGINS) + 16 + KEY + SEAL
_KEYS: Final = 20
"""The file of now, the one that comes, and those of earlier keys that were not yet confirmed away."""
_SLOTS: Final = 200


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The key of a plan, for one keyholder. The id is random and says nothing of who that is."""

    id: str
    public: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one file of the plan."""

    salt: bytes
    slots: tuple[KeySlot, ...]


@dataclass(frozen=True, slots=True)
class PlanSlots:
    """All keys of a plan."""

    plan: str
    keys: tuple[FileKey, ...]

    def key_of(self, salt: bytes, keys: KeyPair) -> bytes:
        """The key of the file that begins with this salt.

        `KeysDamaged` when these slots are of no such file, or a slot was changed; `NoKey` when none is for this
        keyholder.
        """
        return opened_slot(self.plan, self._of(salt), keys)

    def with_slot(self, salt: bytes, key: bytes, public: bytes, new_id: Callable[[], str]) -> PlanSlots:
        """The same, and a key of that file for one more keyholder."""
        given = sealed_key(self.plan, key, public, new_id)
        return self._changed(salt, lambda slots: (*(slot for slot in slots if slot.public != public), given))

    def without(self, public: bytes) -> PlanSlots:
        """The same, but for the slots of one keyholder. Who had the key may still have it: give the plan a new one."""
        left = tuple(
            replace(key, slots=tuple(slot for slot in key.slots if slot.public != public)) for key in self.keys
        )
        return replace(self, keys=left)

    def with_key(self, made: FileKey) -> PlanSlots:
        """The same, and the key of a file that comes in the place of the one of now."""
        return replace(self, keys=(*(key for key in self.keys if key.salt != made.salt), made))

    def only(self, salt: bytes) -> PlanSlots:
        """Only the key of the file that is there now."""
        return replace(self, keys=(self._of(salt),))

    def may_open(self) -> tuple[bytes, ...]:
        """The public keys of everybody who has a slot, each once, in the order in which they were given one."""
        return tuple(dict.fromkeys(slot.public for key in self.keys for slot in key.slots))

    def _of(self, salt: bytes) -> FileKey:
        for key in self.keys:
            if key.salt == salt:
                return key
        raise KeysDamaged("The file of this plan and its keys do not belong together. Please go back to a copy.")

    def _changed(self, salt: bytes, change: Callable[[tuple[KeySlot, ...]], tuple[KeySlot, ...]]) -> PlanSlots:
        of = self._of(salt)
        changed = replace(of, slots=change(of.slots))
        return replace(self, keys=tuple(changed if key is of else key for key in self.keys))


def random_key() -> bytes:
    """A key for a new file."""
    return secrets.token_bytes(KEY)


def sealed_key(plan: str, key: bytes, public: bytes, new_id: Callable[[], str]) -> KeySlot:
    """The key of a plan, for one keyholder."""
    return KeySlot(new_id(), public, sealed_to(public, _BEGINS + UUID(plan).bytes + key))


def file_key(plan: str, salt: bytes, key: bytes, publics: Iterable[bytes], new_id: Callable[[], str]) -> FileKey:
    """The key of a file, for all of these keyholders."""
    return FileKey(salt, tuple(sealed_key(plan, key, public, new_id) for public in publics))


def opened_slot(plan: str, of: FileKey, keys: KeyPair) -> bytes:
    """The key in the slot of a keyholder; errors as of `PlanSlots.key_of`."""
    slot = next((slot for slot in of.slots if slot.public == keys.public), None)
    if slot is None:
        raise NoKey("You have no key to this plan. Ask the client, or somebody who has one.")
    content = keys.opened(slot.sealed)
    begins = _BEGINS + UUID(plan).bytes
    if content is None or not content.startswith(begins):
        raise KeysDamaged("The key to this plan was changed, or is of another plan. Please go back to a copy.")
    return content[len(begins):]


def read_slots(folder: Path, plan: str) -> PlanSlots:
    """The slots in the folder of a plan. `KeysDamaged` when there are none, or they are not of this plan."""
    fields = read_checked(folder / FILE, _FORM)
    if fields is None:
        raise KeysDamaged("The keys of this plan are gone. Please go back to a copy.")
    slots = _read(fields)
    if slots.plan != plan:
        raise KeysDamaged("The key to this plan was changed, or is of another plan. Please go back to a copy.")
    return slots


def slots_in(content: bytes, name: str) -> PlanSlots:
    """The slots in the content of a file of this name, of whichever plan. `KeysDamaged` and `StoreNewer` as of a file.
    """
    return _read(checked(content, name, _FORM))


def _read(fields: Fields) -> PlanSlots:
    keys = tuple(map(_read_key, fields.objects("keys", _KEYS)))
    if not keys or len({key.salt for key in keys}) != len(keys):
        raise fields.wrong()
    return PlanSlots(fields.id("plan"), keys)


def write_slots(folder: Path, slots: PlanSlots) -> None:
    """Put them in the folder of the plan, whole or not at all."""
    write_whole(folder / FILE, slots_content(slots))


def slots_content(slots: PlanSlots) -> bytes:
    """What stands in their file."""
    keys = [
        {
            "file": key.salt.hex(),
            "slots": [{"id": slot.id, "for": slot.public.hex(), "sealed": slot.sealed.hex()} for slot in key.slots],
        }
        for key in slots.keys
    ]
    return checked_content(_FORM, {"plan": slots.plan, "keys": keys})


def _read_key(fields: Fields) -> FileKey:
    slots = tuple(
        KeySlot(slot.id("id"), slot.binary("for", SIZE), slot.binary("sealed", _SEALED))
        for slot in fields.objects("slots", _SLOTS)
    )
    if len({slot.public for slot in slots}) != len(slots):
        raise fields.wrong()
    return FileKey(fields.binary("file", FILE_SALT), slots)
