"""`/vandaag`: what is agreed for today in one plan, and what is due (L07)."""

from __future__ import annotations

from tests.plain.conftest import Plain
from tests.plain.test_plain_prompt_help import answered
from tests.tools.full import book_of
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.plan.tables.agreed import agreements, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people

TUESDAY = 2
"""The day on which these conversations are held: 3 March 2026."""


def agree(act: Act, want: str, *parts: str, weekday: int = TUESDAY, domain: str | None = None) -> str:
    """An agreement with one step, on one weekday."""
    agreed = agreements.add(act, want, domain=domain)
    agreements.step_when(act, agreements.add_step(act, agreed, want), "dan", (weekday,), parts)
    return agreed


def day(act: Act) -> None:
    """What is agreed for Tuesday, and what is not."""
    agree(act, "Zingen.")
    agree(act, "Morgen pas.", weekday=TUESDAY + 1)
    walk = agree(act, "Lopen.", "morning", "evening")
    agreements.task(act, walk, people.add(act, "Roos", "carer"))
    progress_notes.note(act, about=walk, on=act.day, done="yes")
    agreements.change(act, agree(act, "Vegen.", "morning"), evaluate_on=act.day)
    agree(act, "Samen slapen.", "night", domain="sexuality-and-intimacy")


def test_vandaag_tells_by_part_of_the_day_who_does_what_and_whether_it_was_noted(plain: Plain) -> None:
    book_of(plain.table).do(day)
    told, asked = answered(plain.hear("/vandaag\n/praat-over 1\n/stop\n", topic="two-minutes"))[:2]
    lines = told.splitlines()
    assert lines[:8] == [
        "In de ochtend", "  1. Vegen.", "  2. Lopen. · Roos · gedaan", "In de avond", "  3. Lopen. · Roos · gedaan",
        "In de nacht", "  4. Samen slapen.", "Op deze dag",
    ]
    assert "  5. Zingen." in lines and "Morgen pas" not in told
    assert "Nu aan de beurt" in lines and "Nog eens naar een afspraak kijken: " in told
    assert "Vegen." in asked


def test_vandaag_tells_no_words_of_a_sensitive_domain_where_more_people_sit(plain: Plain) -> None:
    book_of(plain.table).do(day)
    told = plain.hear("/wie Sanne\n/aan-tafel mevrouw De Vries, Sanne, Bart\n/vandaag\n/stop\n", topic="two-minutes")
    assert "In de nacht\n  Iets wat privé is. Het staat in het plan.\n" in told
    assert "slapen" not in told


def test_what_is_done_in_the_morning_hides_nothing_of_the_evening(plain: Plain) -> None:
    """A note from the list is about the part of the day that it stands at, where there are more."""
    book_of(plain.table).do(agree, "Lopen.", "morning", "evening")
    told = plain.hear("/vandaag\n/vandaag 1 gedaan\n/vandaag\n/vandaag 2 niet\n2\n\n/stop\n", topic="two-minutes")
    assert "In de ochtend\n  1. Lopen. · gedaan\nIn de avond\n  2. Lopen.\n" in told
    assert [(note.done, note.part_of_day) for note in plain.view.progress] == [("yes", "morning"), ("no", "evening")]
    quotes = [plain.table.desk.history.history(note.id) for note in plain.view.progress]
    assert "after='in de ochtend'" in str(quotes) and "after='in de avond'" in str(quotes)
    seen = (quote_of(plain.table.desk._plan.plan_context(), note.id) for note in plain.view.progress)
    assert [quote.text for quote in seen if quote] == ["In de ochtend: gedaan", "In de avond: niet gedaan"]


def test_vandaag_says_when_nothing_is_agreed(plain: Plain) -> None:
    assert "Voor vandaag is niets afgesproken." in plain.hear("/vandaag\n/stop\n", topic="two-minutes")
