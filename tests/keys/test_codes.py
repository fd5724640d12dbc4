"""Codes that people read, print and type: recovery codes, lines with a public key, and the words to compare it by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.errors import Refused
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.keys.public_key import public_line, read_public_line, spoken
from zlp_tui.keys.readable_code import read_code, written
from zlp_tui.keys.recovery_code import RecoveryCode, groups_to_type_back

WORDS = tuple(f"w{number}" for number in range(4096))


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_code_is_read_as_it_was_printed(secret: bytes) -> None:
    code = RecoveryCode(secret)
    assert [len(group) for group in code.groups] == [5] * 8
    assert RecoveryCode.typed(" ".join(code.groups)).as_passphrase == code.as_passphrase
    assert RecoveryCode.typed("-".join(code.groups).lower().replace("0", "o").replace("1", "l")).groups == code.groups


@given(st.binary(min_size=20, max_size=20), st.integers(0, 39), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_mistake_in_a_recovery_code_is_noticed(secret: bytes, at: int, letter: str) -> None:
    code = "".join(RecoveryCode(secret).groups)
    typed = code[:at] + letter + code[at + 1:]
    if typed != code:
        with pytest.raises(Refused):
            RecoveryCode.typed(typed)


@pytest.mark.parametrize("typed", ["", "A", "ABCDE" * 8, "é" * 40, "0" * 4000, "zlp1-" + "A" * 56])
def test_what_is_no_recovery_code_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        RecoveryCode.typed(typed)


def test_two_groups_are_typed_back() -> None:
    code = RecoveryCode(b"\x07" * 20)
    first, second = groups_to_type_back()
    assert 1 <= first < second <= 8
    assert code.has_group(first, code.groups[first - 1].lower().replace("0", "o"))
    assert not code.has_group(first, "22222")


def test_recovery_codes_are_never_the_same() -> None:
    assert len({RecoveryCode.random().groups for _ in range(50)}) == 50


@given(st.binary(min_size=32, max_size=32))
def test_a_public_key_is_read_from_its_line(public: bytes) -> None:
    line = public_line(public)
    assert len(line) == 61 and line.isascii() and "\n" not in line
    assert read_public_line(f" {line[:30]}\n{line[30:].lower()} ") == public


@given(st.binary(min_size=32, max_size=32), st.integers(0, 60))
def test_a_line_that_was_not_copied_whole_is_refused(public: bytes, at: int) -> None:
    with pytest.raises(Refused):
        read_public_line(public_line(public)[:at])


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_two_keys_have_other_words(one: bytes, other: bytes) -> None:
    assert len(spoken(one, WORDS)) == 5 and set(spoken(one, WORDS)) <= set(WORDS)
    assert (spoken(one, WORDS) == spoken(other, WORDS)) == (one == other)


def test_a_code_of_one_purpose_is_none_of_another() -> None:
    assert read_code(written(b"x" * 20, b"one", 5), b"two", 5) is None


def test_a_keyholder_has_the_same_key_for_a_purpose_each_time() -> None:
    keys = KeyPair.random()
    assert keys.key_for("index") == KeyPair(keys.private).key_for("index") != keys.key_for("other")
    assert keys.key_for("index") not in (keys.private, keys.public)
