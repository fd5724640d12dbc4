"""“Alleen voor mij” line by line: by number, read back in words, and taken back."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_a_line_is_only_for_who_said_it_and_for_others_again(plain: Plain) -> None:
    told = plain.hear(
        "Elke avond in bad.\n/herhaal\n/alleen-voor-mij 1\n/alleen-voor-mij 1\n/vandaan 1\n/alleen-voor-mij 9\n",
        topic="important-to",
    )
    words = " ".join(told.split())
    (closed,) = plain.view.grants
    assert closed.person is None and not closed.see
    assert "Bewaard. Dit is alleen voor mevrouw De Vries." in words and words.count("Dit is alleen voor") == 2
    assert words.count("Bewaard. Dit is") == 1
    assert "Dit nummer staat niet in de laatste lijst." in words
    told = plain.hear("/herhaal\n/ook-voor-anderen 1\n", topic="important-to")
    assert plain.view.grants == () and "Wie het plan mag lezen, mag dit ook weer lezen." in " ".join(told.split())
