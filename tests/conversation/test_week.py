"""What is agreed for this week, by day and part of the day (L106). Conversations are held on Tuesday 3 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

from tests.tools.full import book_of
from tests.tools.table import Table
from zlp_tui.conversation.ports.history_queries import Week
from zlp_tui.plan.agreed_today import agreed_on_day
from zlp_tui.plan.tables.agreed import agreements, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
MONDAY = date(2026, 3, 2)


def agree(
    act: Act, want: str, days: tuple[int, ...], *parts: str, words: str = "dan", domain: str | None = None
) -> str:
    """An agreement with one step."""
    agreed = agreements.add(act, want, domain=domain)
    agreements.step_when(act, agreements.add_step(act, agreed, want), words, days, parts)
    return agreed


def week(act: Act) -> None:
    """A week: each day, some days, no day, not begun before Thursday, every other week, and what is private."""
    pills = agree(act, "Pillen.", EVERY_DAY, "evening", "morning")
    agreements.task(act, pills, people.add(act, "Roos", "carer"))
    progress_notes.note(act, about=agree(act, "Lopen.", (1, 4), "morning"), on=MONDAY.isoformat(), done="yes")
    agreements.change(act, agree(act, "Zwemmen.", EVERY_DAY), from_=(MONDAY + timedelta(days=3)).isoformat())
    other = agree(act, "Bellen.", (5,))
    agreements.change(act, other, until=MONDAY.isoformat())
    agree(act, "Kloppen.", (), words="elke keer")
    agree(act, "Samen slapen.", (4,), "night", domain="sexuality-and-intimacy")


def told(of: Week) -> dict[str, list[str]]:
    return {
        part.title: [" · ".join(filter(None, (line.at, line.what, line.who, line.note))) for line in part.lines]
        for part in of.parts
    }


def test_each_day_once_then_day_by_day_and_what_names_no_day_l106(table: Table) -> None:
    book_of(table).do(week)
    table.desk.reload()
    of = table.desk.history.week()
    assert of.title == "De week van 2 maart tot en met 8 maart"
    swim = "Zwemmen."
    assert told(of) == {
        "Elke dag": ["In de ochtend · Pillen. · Roos", "In de avond · Pillen. · Roos"],
        "Maandag 2 maart": ["In de ochtend · Lopen. · gedaan"],
        "Donderdag 5 maart": ["In de ochtend · Lopen.", "In de nacht · Samen slapen.", swim],
        "Vrijdag 6 maart": [swim], "Zaterdag 7 maart": [swim], "Zondag 8 maart": [swim],
        "Ook afgesproken, zonder vaste dag": ["Kloppen. · elke keer"],
    }
    assert of.nothing_else == "Voor dinsdag en woensdag is niets anders afgesproken."


def test_it_tells_of_each_day_what_the_list_of_that_day_tells_law(table: Table) -> None:
    book_of(table).do(week)
    table.desk.reload()
    of = table.desk.history.week()
    daily = next(part.lines for part in of.parts if part.title == "Elke dag")
    for number in range(7):
        day = MONDAY + timedelta(days=number)
        own = [line for part in of.parts if f" {day.day} maart" in part.title for line in part.lines]
        agreed = [step.agreement for step in agreed_on_day(table.desk.view, day) for _ in step.parts or (None,)]
        assert sorted(agreed) == sorted(line.ref for line in (*daily, *own))


def test_no_words_of_a_sensitive_part_of_life_in_other_company(table: Table) -> None:
    book_of(table).do(week)
    table.desk.reload()
    table.desk.seat((table.desk.view.client, table.desk.join("Sanne")[0].id, table.desk.join("Bart")[0].id))
    (private,) = (line for part in table.desk.history.week().parts for line in part.lines if line.private)
    assert "slapen" not in private.what


def test_a_week_of_nothing(table: Table) -> None:
    assert table.desk.history.week().parts == ()
