"""The public keys of people elsewhere, by name, as one keyholder knows them: a locked file, because it holds names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from zlp_tui.keys.atomic_file import being_changed
from zlp_tui.keys.checked_json import read_checked, write_checked
from zlp_tui.keys.key_pair import SIZE, KeyPair
from zlp_tui.text import clean_name, same_name

FILE: Final = "people.json"
_FORM: Final = "zlp-people"
_LIMIT: Final = 1 << 19


def known_people(folder: Path, keys: KeyPair) -> Mapping[str, bytes]:
    """Whom a keyholder knows, in the order in which they came; `folder` is the keyholder's own. `KeysDamaged` when the
    file cannot be opened."""
    fields = read_checked(folder / FILE, _FORM)
    if fields is None:
        return MappingProxyType({})
    try:
        opened: object = json.loads(_box(keys).decrypt(bytes.fromhex(fields.text("locked", _LIMIT)), _FORM.encode()))
    except (CryptoError, ValueError):
        raise fields.wrong() from None
    if not isinstance(opened, dict):
        raise fields.wrong()
    people = {str(name): bytes.fromhex(str(public)) for name, public in opened.items()}
    if any(len(public) != SIZE for public in people.values()):
        raise fields.wrong()
    return MappingProxyType(people)


def remember(folder: Path, keys: KeyPair, name: str, public: bytes) -> None:
    """Know somebody by this name from now on, in the place of whoever had it."""
    with being_changed(folder / FILE):
        others = {known: key for known, key in known_people(folder, keys).items() if not same_name(known, name)}
        people = {known: key.hex() for known, key in {**others, str(clean_name(name)): public}.items()}
        locked = bytes(_box(keys).encrypt(json.dumps(people).encode("ascii"), _FORM.encode()))
        write_checked(folder / FILE, _FORM, {"locked": locked.hex()})


def _box(keys: KeyPair) -> Aead:
    return Aead(keys.key_for("people"))
