"""After five wrong passphrases there is a delay, which a restart does not end (battery E03, A12)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.keys.conftest import NOW, WORDS, Made
from zlp_tui.errors import WrongPassphrase
from zlp_tui.keys.keyholder import recover, unlock
from zlp_tui.keys.wrong_tries import FIRST, FREE, LONGEST, WrongTries, delay_after

A_SECOND = timedelta(seconds=1)


def _wrong(made: Made, times: int = FREE) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassphrase):
            unlock(made.folder, made.who.id, "lepel wolk fiets winter", NOW)


def test_the_delay_grows_to_fifteen_minutes() -> None:
    waits = [delay_after(wrong) for wrong in range(40)]
    assert waits[:FREE] == [timedelta()] * FREE and waits[FREE] == FIRST and waits[FREE + 1] == 2 * FIRST
    assert waits == sorted(waits) and waits[-1] == LONGEST


def test_after_five_the_right_one_waits_too_and_then_opens(made: Made) -> None:
    """E03: nothing but the file is kept between two calls, so each is a restart."""
    _wrong(made)
    with pytest.raises(WrongPassphrase) as soon:
        unlock(made.folder, made.who.id, WORDS, NOW + FIRST - A_SECOND)
    assert soon.value.values == {"wrong": FREE, "seconds": 1}
    assert unlock(made.folder, made.who.id, WORDS, NOW + FIRST).id == made.who.id
    _wrong(made, FREE - 1)
    assert unlock(made.folder, made.who.id, WORDS, NOW).id == made.who.id


def test_a_sixth_wrong_one_doubles_it(made: Made) -> None:
    _wrong(made)
    later = NOW + FIRST
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, "lepel wolk fiets winter", later)
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, later + 2 * FIRST - A_SECOND)
    assert unlock(made.folder, made.who.id, WORDS, later + 2 * FIRST).id == made.who.id


def test_a_clock_that_is_set_back_makes_no_longer_delay(made: Made) -> None:
    """A12."""
    _wrong(made)
    back = NOW - timedelta(days=730)
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, back)
    assert unlock(made.folder, made.who.id, WORDS, back + FIRST).id == made.who.id


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 50])
def test_a_file_of_tries_that_cannot_be_read_is_a_delay_that_ends(made: Made, content: bytes) -> None:
    (made.folder / made.who.id / "tries.json").write_bytes(content)
    with pytest.raises(WrongPassphrase):
        unlock(made.folder, made.who.id, WORDS, NOW)
    assert unlock(made.folder, made.who.id, WORDS, NOW + FIRST).id == made.who.id


def test_the_recovery_code_opens_at_once(made: Made) -> None:
    _wrong(made)
    assert recover(made.folder, made.who.id, made.code).id == made.who.id
    assert unlock(made.folder, made.who.id, WORDS, NOW).id == made.who.id


def test_the_passphrase_that_was_tried_is_kept_nowhere(made: Made) -> None:
    """E03."""
    _wrong(made)
    assert b"winter" not in b"".join(path.read_bytes() for path in made.folder.rglob("*") if path.is_file())


def test_tries_are_of_a_folder(tmp_path: Path) -> None:
    WrongTries(tmp_path).count(NOW)
    WrongTries(tmp_path).forget()
    assert list(tmp_path.iterdir()) == []
