"""Dates as they are said and read, and small facts that must look like what they are."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    day_of_week,
    join_names,
    long_date,
    name_of_day,
    read_date,
    read_day,
    read_email,
    read_phone,
    short_date,
)
from zlp_tui.errors import Refused
from zlp_tui.feasts import easter
from zlp_tui.said_day import ANY_DAY, DayRange, SaidDay

TODAY = date(2026, 11, 22)
"""A Sunday."""
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def test_a_day_is_said_in_full_or_shortly() -> None:
    assert long_date(date(2026, 3, 3)) == "dinsdag 3 maart 2026"
    assert long_date("2026-03-03") == "dinsdag 3 maart 2026"
    assert short_date("2026-03-03") == "3 maart 2026"
    assert short_date("2026-03-03", today=TODAY) == "3 maart"
    assert short_date("2027-03-03", today=TODAY) == "3 maart 2027"


def test_a_day_is_said_as_cldr_has_it() -> None:
    for day in (date(2024, 1, 1) + timedelta(days=31 * number) for number in range(24)):
        assert long_date(day) == format_date(day, "EEEE d MMMM y", locale="nl")
    assert day_of_week(TODAY) == "zondag 22 november"
    assert name_of_day(TODAY) == "zondag"


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


MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")
SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
RANGES = (ANY_DAY, DayRange("past", 115, strict=True), DayRange("past", 70), DayRange("coming", 5))
NEAR = st.dates(date(FIRST_YEAR + 110, 1, 1), date(LAST_YEAR - 110, 12, 31))


def written(day: date) -> list[str]:
    """A day in every form that is accepted, with its year."""
    d, m, y, weekday = day.day, day.month, day.year, WEEKDAYS[day.weekday()]
    name, short = MONTHS[m - 1], SHORT[m - 1]
    return [
        f"{d} {name} {y}", f"{d} {short} {y}", f"{d} {short}. {y}", f"{d}e {name} {y}", f"{d}ste {name}, {y}",
        f"{weekday} {d} {name} {y}", f"{weekday[:2]} {d} {short} {y}", f"{weekday}, {d} {name} {y}",
        f"op {d} {name} {y}.",
        f"{d}-{m}-{y}", f"{d:02}-{m:02}-{y}", f"{d}/{m}/{y}", f"{d}.{m}.{y}", f"{d}–{m}–{y}", f"{d} - {m} - {y}",
        f"{d} {m} {y}", f"{weekday[:2]} {d}-{m}-{y}", f"{y}-{m:02}-{d:02}", f"{y}/{m}/{d}", f"{d:02}{m:02}{y}",
        f"per {d} {name} {y}", f"{d} {name} {y} om 10.00 uur", f"{d} {name} {y}, 's middags", f"{d} {name.upper()} {y}",
    ]


@given(NEAR, NEAR, st.sampled_from(RANGES))
def test_every_accepted_form_of_a_day_is_read_as_that_day_whichever_way_a_question_looks_f5(
    day: date, today: date, days: DayRange
) -> None:
    for words in written(day):
        assert read_day(words, today, days=days) == SaidDay.on(day), words


@given(NEAR, NEAR)
def test_a_month_and_a_year_are_kept_as_such_f5(day: date, today: date) -> None:
    name, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    for words in (f"{name} {day.year}", f"{day.month}-{day.year}", f"in {short}. {day.year}"):
        said = read_day(words, today)
        assert isinstance(said, SaidDay), words
        assert not said.exact
        assert (said.first, said.last.month, said.last + timedelta(days=1)) == (
            day.replace(day=1), day.month, (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        ), words
    said = read_day(f"omstreeks {day.year}", today)
    assert said == SaidDay.within(date(day.year, 1, 1), date(day.year, 12, 31))


@given(NEAR, NEAR)
def test_a_question_that_looks_one_way_finds_no_day_the_other_way_where_that_was_not_said_f4(
    today: date, day: date
) -> None:
    open_ended = (
        f"{day.day}-{day.month}", f"{day.day} {MONTHS[day.month - 1]}", MONTHS[day.month - 1],
        WEEKDAYS[day.weekday()], "zomer", "winter", "kerst", "pasen", "eind mei", "half maart", "koningsdag",
    )
    for words in open_ended:
        back, ahead = (read_day(words, today, days=days) for days in (DayRange("past"), DayRange("coming")))
        assert isinstance(back, SaidDay), words
        assert isinstance(ahead, SaidDay), words
        assert back.first <= today <= ahead.last, words
    two = f"{day.year % 100:02}"
    for year in (f"{day.day}-{day.month}-{two}", f"{day.day} {MONTHS[day.month - 1]} '{two}"):
        said = read_day(year, today, days=DayRange("past"))
        if (day.month, day.day) != (2, 29):
            assert isinstance(said, SaidDay), year
            assert said.first <= today < said.first.replace(year=said.first.year + 101), year


@pytest.mark.parametrize(("year", "day"), [
    (1818, "1818-03-22"), (1943, "1943-04-25"), (1961, "1961-04-02"), (2000, "2000-04-23"), (2024, "2024-03-31"),
    (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2285, "2285-03-22"),
])
def test_easter_is_on_the_day_of_the_tables(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


@given(st.integers(FIRST_YEAR, LAST_YEAR))
def test_easter_is_a_sunday_in_spring_and_feasts_go_with_it(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)
    ascension = read_day(f"hemelvaartsdag {year}", date(year, 1, 1))
    assert ascension == SaidDay.on(day + timedelta(days=39))


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
