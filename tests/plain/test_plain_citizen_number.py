"""The citizen service number line by line: told by its last digits, whole after `/bsn` (V101)."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_the_number_is_asked_among_the_details_and_whole_by_one_word(plain: Plain) -> None:
    told = plain.hear("/bsn\n\n\n\n\n\n123456789\n?\n1234.56.782\n\n/bsn\n/plan\n", topic="personal-details")
    words = " ".join(told.split())
    assert "Dit is nog geen burgerservicenummer." in words and "Typ de negen cijfers." in words
    assert "Bewaard: Het nummer eindigt op 782." in words
    assert words.count("123456782") == 1 and "Burgerservicenummer: 123456782" in words
