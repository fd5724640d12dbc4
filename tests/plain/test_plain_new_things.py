"""What is new is asked about first, line by line (rows-v 2)."""

from __future__ import annotations

import re

import pytest

from tests.plain.conftest import Plain

QUESTION = "Hoe ziet een goede dag er voor u uit?"
OLD = ("Elke dag een rondje.", "Naar de bakker lopen.", "Blijf ik hier wonen?")


@pytest.fixture
def old(plain: Plain) -> Plain:
    """A plan with an agreement, a goal and a choice about which nothing more was said."""
    for words, topic in zip(OLD, ("agreements", "goals", "choices"), strict=True):
        plain.hear(f"{words}\n", topic=topic)
    return plain


@pytest.mark.parametrize(("kind", "least"), [("afspraak", 6), ("doel", 3), ("keuze", 7)])
def test_begin_asks_all_about_what_is_new_and_goes_back_rows_v_2(old: Plain, kind: str, least: int) -> None:
    more = "" if kind == "keuze" else "/meer\n"
    written = old.hear(f"/begin {kind}\nEen kat erbij.\n{more}" + "\n" * 30, topic="good-day-bad-day")
    asked = re.split(r"\n(?=Vraag \d)", written.partition("Bewaard")[2])[1:]
    about = [page for page in asked[:least] if "Een kat erbij." in page]
    assert len(about) == least
    here = next(n for n, page in enumerate(asked) if QUESTION in page)
    assert all("Een kat erbij." in page for page in asked[:here])


def test_topic_by_topic_what_is_new_comes_before_the_old_rows_v_2(old: Plain) -> None:
    written = old.hear("/onderwerp Wat ik wil bereiken\nEen kat erbij.\n/meer\n" + "\n" * 4, topic="good-day-bad-day")
    about = re.findall(r"Dit gaat over: “(.*?)”", written)
    assert about[:3] == ["Een kat erbij."] * 3


def test_begin_says_what_it_can_begin_rows_v_2(old: Plain) -> None:
    assert "Typ /begin afspraak, /begin doel of /begin keuze." in old.hear("/begin iets\n", topic="goals")


@pytest.mark.parametrize(("topic", "words"), list(zip(("agreements", "goals", "choices"), OLD, strict=True)))
def test_after_something_new_it_is_said_what_the_prompt_asks_f21(plain: Plain, topic: str, words: str) -> None:
    """A name or a day that was typed next became one more agreement."""
    heard = plain.hear(f"{words}\n/stop\n", topic=topic).split("> \n")[1]
    assert heard.startswith("Bewaard\nNog één? Typ die ook hier. Is dit alles? Dan een lege regel.\nMeer hierover")
