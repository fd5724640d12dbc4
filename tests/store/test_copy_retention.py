"""Which copies of a plan stay: laws over any moments (issue 11 §4; battery A12)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from tests.tools.prepared import dutch
from zlp_tui.command.printed import PrintedCopy
from zlp_tui.conversation.ports.plan_copying import KnownCopy
from zlp_tui.conversation.telling.copies_told import told_why
from zlp_tui.store.kept_copies.copies import CopyReason
from zlp_tui.store.kept_copies.copy_retention import ALL, DAYS, MONTHS, WEEKS, copies_to_remove

NOW = datetime(2026, 11, 28, 15, 30, tzinfo=UTC)
MINUTES = st.integers(-3 * 366 * 24 * 60, 2 * 366 * 24 * 60)
MOMENTS = st.sets(MINUTES.map(lambda minutes: NOW + timedelta(minutes=minutes)))


@given(MOMENTS)
def test_of_the_last_day_all_stay_and_the_newest_always(made: set[datetime]) -> None:
    gone = copies_to_remove(made, NOW)
    assert gone <= made and not any(moment > NOW - ALL for moment in gone)
    assert not made or max(made) not in gone


@given(MOMENTS)
def test_further_back_few_stay_and_none_goes_twice(made: set[datetime]) -> None:
    kept = made - copies_to_remove(made, NOW)
    assert len([moment for moment in kept if moment <= NOW - ALL]) <= DAYS + WEEKS + MONTHS
    assert copies_to_remove(kept, NOW) == frozenset()


@given(MOMENTS, st.integers(0, 5000))
def test_time_alone_takes_the_last_of_no_day_away_a12(made: set[datetime], days: int) -> None:
    """Only what was kept whole, as of the last 24 hours, is thinned: to one a day, as long as there are twelve."""
    kept = made - copies_to_remove(made, NOW)
    later = kept - copies_to_remove(kept, NOW + timedelta(days=days))
    newest = sorted({moment.date() for moment in kept}, reverse=True)[:DAYS]
    assert {max(moment for moment in kept if moment.date() == day) for day in newest} <= later


@given(MOMENTS)
def test_a_clock_set_back_takes_none_away_a12(made: set[datetime]) -> None:
    assert copies_to_remove(made, min(made, default=NOW) - timedelta(days=730)) == frozenset()


def test_a_year_of_days_leaves_days_weeks_and_months() -> None:
    made = {NOW - timedelta(days=days) for days in range(400)}
    kept = sorted(made - copies_to_remove(made, NOW), reverse=True)
    assert kept[:DAYS] == [NOW - timedelta(days=days) for days in range(DAYS)]
    assert len({moment.isocalendar()[:2] for moment in kept}) >= WEEKS
    assert len({(moment.year, moment.month) for moment in kept}) == MONTHS
    assert len(kept) < DAYS + WEEKS + MONTHS


def test_every_reason_for_a_copy_has_words_and_stands_in_the_json() -> None:
    reasons = get_args(CopyReason)
    assert all(told_why(KnownCopy("", NOW, 1, reason), dutch()) for reason in reasons)
    assert set(reasons) == set(get_args(get_args(get_type_hints(PrintedCopy)["why"])[0]))
