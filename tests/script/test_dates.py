"""Dates as they are said and read, and small facts that must look like what they are."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    join_names,
    long_date,
    read_date,
    read_email,
    read_phone,
    short_date,
)
from zlp_tui.errors import Refused

TODAY = date(2026, 11, 22)
"""A Sunday."""
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def test_a_day_is_said_in_full_or_shortly() -> None:
    assert long_date(date(2026, 3, 3)) == "dinsdag 3 maart 2026"
    assert long_date("2026-03-03") == "dinsdag 3 maart 2026"
    assert short_date("2026-03-03") == "3 maart 2026"
    assert short_date("2026-03-03", today=TODAY) == "3 maart"
    assert short_date("2027-03-03", today=TODAY) == "3 maart 2027"


@pytest.mark.parametrize(("names", "said"), [
    ([], ""), (["Annie"], "Annie"), (["Annie", "Sanne"], "Annie en Sanne"), (["A", "{0}", "C"], "A, {0} en C"),
])
def test_names_are_joined(names: list[str], said: str) -> None:
    assert join_names(names) == said


@pytest.mark.parametrize(("words", "day"), [
    ("3 maart 2027", "2027-03-03"), ("3-3-2027", "2027-03-03"), ("03/03/27", "2027-03-03"), ("3.3.2027", "2027-03-03"),
    ("2027-03-03", "2027-03-03"), ("3 mrt 27", "2027-03-03"), ("3 mrt. 2027", "2027-03-03"),
    ("op 3 Maart 2027.", "2027-03-03"), ("  dinsdag  3 maart 2026 ", "2026-03-03"), ("di 3 maart 2026", "2026-03-03"),
    ("3 maart", "2027-03-03"), ("22 november", "2026-11-22"), ("21-11", "2027-11-21"), ("29 februari", "2028-02-29"),
    ("29 februari 2028", "2028-02-29"), ("12 juni 46", "1946-06-12"), ("1-1-36", "2036-01-01"),
    ("1-1-37", "1937-01-01"),
    ("vandaag", "2026-11-22"), ("Morgen", "2026-11-23"), ("overmorgen", "2026-11-24"),
    ("maandag", "2026-11-23"), ("zondag", "2026-11-29"), ("volgende zondag", "2026-11-29"),
    ("over 2 weken", "2026-12-06"), ("over een maand", "2026-12-22"), ("over één jaar", "2027-11-22"),
    ("over een half jaar", "2027-05-22"), ("over 10 dagen", "2026-12-02"), ("volgende week", "2026-11-29"),
    ("volgend jaar", "2027-11-22"),
])
def test_a_day_is_read_as_people_write_it(words: str, day: str) -> None:
    assert read_date(words, TODAY).isoformat() == day


@pytest.mark.parametrize(("today", "words", "day"), [
    ("2027-01-31", "over een maand", "2027-02-28"), ("2028-01-31", "over een maand", "2028-02-29"),
    ("2027-08-31", "over een half jaar", "2028-02-29"), ("2028-02-29", "over een jaar", "2029-02-28"),
    ("2027-12-31", "morgen", "2028-01-01"), ("2027-12-15", "volgende maand", "2028-01-15"),
])
def test_a_month_later_is_in_that_month(today: str, words: str, day: str) -> None:
    assert read_date(words, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize("words", [
    "", "ja", "31-2-2027", "29 februari 2027", "31 april", "0-1-2027", "1-13-2027", "3 martius 2027", "3 maart 20277",
    "woensdag 3 maart 2026", "over jaren", "over 9999 jaar", "volgende", "3-3-0000", "1-1-1200", "٣-٣-٢٠٢٧",
    "3 maart 2027 of zo", "\x1b[31m3 maart", "over -2 weken", "x" * 20_000,
])
def test_what_is_no_day_is_refused_without_repeating_it(words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(words, TODAY)
    assert refused.value.values == {"example": "22 november 2026"}


@given(DAYS, DAYS)
def test_what_is_said_in_full_is_read_back(day: date, today: date) -> None:
    assert read_date(long_date(day), today) == day
    assert read_date(short_date(day), today) == day
    assert read_date(day.isoformat(), today) == day
    assert read_date(f"{day.day}/{day.month}/{day.year}", today) == day


@given(DAYS.filter(lambda day: day.year < LAST_YEAR - 8), st.integers(1, 31), st.integers(1, 12))
def test_a_day_without_a_year_is_the_next_to_come(today: date, day: int, month: int) -> None:
    try:
        found = read_date(f"{day}-{month}", today)
    except Refused:
        assert day > {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
        return
    assert (found.day, found.month) == (day, month)
    assert today <= found <= today + timedelta(days=366 * 8)


@given(st.text(max_size=40))
def test_any_words_are_a_day_or_refused(words: str) -> None:
    try:
        found = read_date(words, TODAY)
    except Refused:
        return
    assert FIRST_YEAR <= found.year <= LAST_YEAR


@pytest.mark.parametrize(("typed", "kept"), [
    ("annie@example.org", "annie@example.org"), (" a.b+c@post.example.nl ", "a.b+c@post.example.nl"),
    ("é@ü.nl", "é@ü.nl"),
])
def test_an_address_is_kept_as_it_was_typed(typed: str, kept: str) -> None:
    assert read_email(typed) == kept


@pytest.mark.parametrize("typed", [
    "", "annie", "annie@", "@example.org", "annie@example", "a b@example.org", "a@b@example.org", "a..b@example.org",
    "a@example..org", "<a@example.org>", "a@example.org, b@example.org", "x" * 250 + "@example.org", "[/]@",
])
def test_what_is_no_address_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_email(typed)
    assert refused.value.values == {}


@pytest.mark.parametrize("typed", ["06 12345678", "+31 (0)20-123 45 67", "112", "0900/8844", "06.12.34.56.78"])
def test_a_number_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_phone(f" {typed} ") == typed


@pytest.mark.parametrize("typed", ["", "12", "geen", "06 123x", "1234567890123456", "()", "+", "٠٦١٢٣٤٥٦٧٨"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_phone(typed)


def test_babel_and_yaml_are_not_needed_before_a_day_is_said() -> None:
    code = "import sys, zlp_tui.dates; print([m for m in ('babel', 'yaml', 'pydantic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
