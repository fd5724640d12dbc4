"""Who has a key here, and what opens it (battery E01, E02, E13)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.keys.conftest import NOW, WORDS, Made, make
from zlp_tui.errors import KeysDamaged, NoKey, Refused, StoreNewer, WrongPassphrase
from zlp_tui.keys.checked_json import _checksum
from zlp_tui.keys.derivation import LEAST
from zlp_tui.keys.holder_names import FILE, keyholders
from zlp_tui.keys.key_pair import sealed_to
from zlp_tui.keys.keyholder import (
    change_passphrase,
    make_keyholder,
    read_keyholder,
    recover,
    renew_recovery,
    unlock,
)
from zlp_tui.keys.recovery_code import RecoveryCode


def _file(made: Made) -> Path:
    return made.folder / made.who.id / FILE


def _edit(made: Made, **fields: object) -> None:
    """Change the file as somebody does who knows its form: with a checksum that fits."""
    changed = json.loads(_file(made).read_text()) | fields
    _file(made).write_text(json.dumps(changed | {"check": _checksum(changed)}))


def test_passphrase_opens_what_is_sealed_to_the_keyholder(made: Made) -> None:
    opened = unlock(made.folder, made.who.id, WORDS, NOW)
    assert opened.name == "Sanne" and opened.keys.opened(sealed_to(made.who.keys.public, b"key")) == b"key"
    assert keyholders(made.folder) == (made.who.id,)


@pytest.mark.parametrize("typed", ["Lepel Wolk Fiets Zomer", "  lepel  wolk fiets zomer ", "LEPEL WOLK FIETS ZOMER"])
def test_case_and_spaces_do_not_matter(made: Made, typed: str) -> None:
    assert unlock(made.folder, made.who.id, typed, NOW).id == made.who.id


def test_wrong_passphrase_damage_and_absence_are_told_apart(made: Made) -> None:
    """E02."""
    with pytest.raises(WrongPassphrase) as wrong:
        unlock(made.folder, made.who.id, "lepel wolk fiets winter", NOW)
    with pytest.raises(NoKey) as none:
        unlock(made.folder, "8f7a3a86-7d4d-4fc1-b9a4-a6e5d3f3a1c1", WORDS, NOW)
    _file(made).write_bytes(_file(made).read_bytes()[:-40])
    with pytest.raises(KeysDamaged) as damaged:
        unlock(made.folder, made.who.id, WORDS, NOW)
    told = (wrong.value, damaged.value, none.value)
    assert [error.exit_code for error in told] == [3, 4, 5] and len({error.message for error in told}) == 3


def test_every_flipped_bit_is_told_as_damage(made: Made) -> None:
    """B02: never a wrong passphrase, of which people would think that they forgot it."""
    whole = _file(made).read_bytes()
    for at in range(0, len(whole), 7):
        _file(made).write_bytes(whole[:at] + bytes([whole[at] ^ 0x04]) + whole[at + 1:])
        with pytest.raises((KeysDamaged, StoreNewer)):
            read_keyholder(made.folder, made.who.id)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"[" * 100_000, b"x" * 2_000_000, b"\xff\xfe{}"])
def test_what_is_no_file_of_keys_is_damaged(made: Made, content: bytes) -> None:
    _file(made).write_bytes(content)
    with pytest.raises(KeysDamaged):
        read_keyholder(made.folder, made.who.id)


def test_a_link_is_not_followed(made: Made, tmp_path: Path) -> None:
    _file(made).rename(tmp_path / "elsewhere")
    _file(made).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeysDamaged):
        read_keyholder(made.folder, made.who.id)


def test_a_file_of_a_later_program_is_told_so(made: Made) -> None:
    _edit(made, version=2)
    with pytest.raises(StoreNewer):
        unlock(made.folder, made.who.id, WORDS, NOW)


def test_what_a_lock_stands_for_cannot_be_edited(made: Made, tmp_path: Path) -> None:
    """The public key of another, a cheaper derivation: the lock does not open."""
    kept = json.loads(_file(made).read_text())
    other = make(tmp_path / "others").who.keys.public.hex()
    _edit(made, public=other)
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, NOW)
    cheaper = [lock | {"passes": lock["passes"] + 1} for lock in kept["locks"]]
    _edit(made, **kept | {"locks": cheaper})
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, NOW)


@pytest.mark.parametrize("cost", [{"memory": 1 << 40}, {"passes": 100}, {"memory": 0}, {"passes": True}])
def test_a_cost_out_of_bounds_is_refused_before_it_is_paid(made: Made, cost: dict[str, object]) -> None:
    locks = json.loads(_file(made).read_text())["locks"]
    _edit(made, locks=[lock | cost for lock in locks])
    with pytest.raises(KeysDamaged):
        unlock(made.folder, made.who.id, WORDS, NOW)


def test_another_passphrase_opens_the_same_key(made: Made) -> None:
    change_passphrase(made.folder, made.who, "brood kaas melk thee", cost=LEAST)
    assert unlock(made.folder, made.who.id, "brood kaas melk thee", NOW).keys.public == made.who.keys.public
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, NOW)
    assert recover(made.folder, made.who.id, made.code).id == made.who.id


def test_recovery_code_opens_the_key_until_there_is_another(made: Made) -> None:
    typed = RecoveryCode.typed("-".join(made.code.groups).lower())
    assert recover(made.folder, made.who.id, typed).keys.public == made.who.keys.public
    renew_recovery(made.folder, made.who, fresh := RecoveryCode.random(), cost=LEAST)
    with pytest.raises(WrongPassphrase):
        recover(made.folder, made.who.id, made.code)
    assert recover(made.folder, made.who.id, fresh).id == made.who.id
    assert unlock(made.folder, made.who.id, WORDS, NOW).id == made.who.id


def test_nothing_secret_is_on_disk_or_in_a_representation(made: Made) -> None:
    """E01."""
    secrets = [made.who.keys.private.hex(), made.code.as_passphrase, *made.code.groups, *WORDS.split()]
    text = _file(made).read_text() + repr(made.who) + repr(made.code) + repr(read_keyholder(made.folder, made.who.id))
    assert not [secret for secret in secrets if secret in text]


def test_files_are_for_their_owner_alone(made: Made) -> None:
    """E13."""
    kept = [made.folder, *made.folder.rglob("*")]
    assert {oct(path.stat().st_mode & 0o777) for path in kept if path.is_file()} == {"0o600"}
    assert {oct(path.stat().st_mode & 0o777) for path in kept if path.is_dir()} == {"0o700"}


@pytest.mark.parametrize(("name", "words"), [("", WORDS), ("\x1b", WORDS), ("Sanne", "kort"), ("Sanne", " " * 30)])
def test_no_name_or_a_short_passphrase_makes_no_keyholder(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(Refused):
        make_keyholder(tmp_path / "keyholders", name, words, "8f7a3a86-7d4d-4fc1-b9a4-a6e5d3f3a1c1", cost=LEAST)
    assert keyholders(tmp_path / "keyholders") == ()
