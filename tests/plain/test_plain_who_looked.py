"""Who looked is heard line by line, by day."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_who_looked_is_heard_by_day_without_any_words(plain: Plain) -> None:
    written = plain.hear("Koffie.\n/wie-keek\n", topic="two-minutes")
    heard = written[written.index("Bewaard"):]
    assert "dinsdag 3 maart 2026" in heard and "Mevrouw De Vries schreef in het plan." in heard
    assert "code: " in heard and "Dit plan heeft geen slot." in heard and "Koffie" not in heard.split("code: ")[0]
