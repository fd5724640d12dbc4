"""The list from which passphrases are suggested: our own short words, told apart by ear, and the same for ever."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from wordfreq import zipf_frequency

from zlp_tui import places
from zlp_tui.keys.derivation import plain_passphrase
from zlp_tui.keys.keyholder import LETTERS
from zlp_tui.keys.word_list import LENGTH, SUGGESTED, suggested_passphrase, word_list

WORDS = word_list(places.data())
ALIKE = (("sch", "sg"), ("ch", "g"), ("ij", "ei"), ("ou", "au"), ("ck", "k"), ("qu", "kw"), ("ph", "f"), ("th", "t"),
         ("c", "k"), ("z", "s"), ("v", "f"), ("y", "i"), ("x", "ks"), ("uw", "u"))
ENDINGS = ("e", "en", "n", "s", "je", "tje", "t")
PINNED = "c0dec2ace864c1b5de03eaa2c2ebdee98e61c351146cad8ff3408dc18da48a94"
KNOWN = 2.0
"""How often a word must be used, by wordfreq's measure: once in ten million words."""


def _sound(word: str) -> str:
    for letters, heard in ALIKE:
        word = word.replace(letters, heard)
    return re.sub(r"(.)\1", r"\1", word)


def test_there_are_enough_words_for_twelve_bits_each() -> None:
    assert len(set(WORDS)) == LENGTH == 4096 and list(WORDS) == sorted(WORDS)


def test_words_are_short_and_plain() -> None:
    assert [word for word in WORDS if not re.fullmatch("[a-z]{3,9}", word)] == []
    assert [word for word in WORDS if zipf_frequency(word, "nl") < KNOWN] == []


def test_no_two_words_sound_alike_or_are_forms_of_one() -> None:
    heard = Counter(_sound(word) for word in WORDS)
    assert [word for word, times in heard.items() if times > 1] == []
    forms = [(word, end) for word in WORDS for end in ENDINGS if _sound(word) != _sound(word + end) in heard]
    assert forms == []


def test_the_list_never_changes() -> None:
    """The words of somebody's key are read aloud to another, who has a list of their own."""
    assert hashlib.sha256("\n".join(WORDS).encode()).hexdigest() == PINNED


def test_four_words_are_suggested_that_can_be_a_passphrase() -> None:
    suggested = {suggested_passphrase(WORDS) for _ in range(200)}
    assert len(suggested) == 200
    for words in suggested:
        assert len(set(words.split())) == SUGGESTED and set(words.split()) <= set(WORDS)
        assert plain_passphrase(words) == words and len(words) >= LETTERS
