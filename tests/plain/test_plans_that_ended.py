"""Line by line: a plan ends and goes on again, and of two plans of one name each is told apart (F10, F14)."""

from __future__ import annotations

import io
import os
from pathlib import Path

from tests.plain.conftest import Plain
from tests.tools.prepared import dutch
from tests.tools.window import Later, door
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plan_chooser import choose_plan
from zlp_tui.plain.typed.stdin_reader import StdinReader

JAN = "Jan van der Berg"


def choosing(home: Path, typed: str) -> tuple[str | None, str]:
    """Which plan is chosen when this is typed, and what was written."""
    out, front = io.BytesIO(), door(home, Later(len(typed)))
    reading, writing = os.pipe()
    os.write(writing, typed.encode())
    os.close(writing)
    try:
        return choose_plan(front, StdinReader(reading), LineWriter(out), dutch()), out.getvalue().decode()
    finally:
        os.close(reading)
        front.close()


def test_a_plan_ends_with_a_day_and_a_reason_f14(plain: Plain) -> None:
    heard = plain.hear("/plan-klaar\ngisteren\nZij is verhuisd.\n")
    assert "Sinds wanneer is dit plan klaar?" in heard and "Waarom is het klaar?" in heard
    assert "Dit plan is klaar sinds 2 maart 2026. “Zij is verhuisd.”" in heard
    assert (plain.view.ended_on, plain.view.ended_because) == ("2026-03-02", "Zij is verhuisd.")
    again = plain.hear("/weer-oppakken\n/weer-oppakken\n")
    assert "Dit plan is klaar sinds 2 maart 2026." in again and "Bewaard. Het plan gaat weer verder." in again
    assert plain.view.ended_on is None


def test_ending_a_plan_is_undone_like_anything_f14(plain: Plain) -> None:
    plain.hear("/plan-klaar 1 maart\n\n/ongedaan\n")
    assert plain.view.ended_on is None


def test_a_plan_does_not_end_by_an_empty_line_or_on_a_day_to_come_f14(plain: Plain) -> None:
    heard = plain.hear("/plan-klaar\n\n/plan-klaar morgen\n/plan-klaar\nmorgen\n\n")
    assert "Er is niets bewaard." in heard and "Deze dag moet nog komen." in heard
    assert plain.view.ended_on is None


def test_the_list_tells_plans_of_one_name_apart_f10(plain: Plain) -> None:
    table = plain.table
    table.desk.leave()
    for _ in range(2):
        table.front.new_plan(JAN)
    plans = table.front.plans()
    assert len({plan.full_name for plan in plans}) == 3
    table.front.close()
    chosen, heard = choosing(table.home, "2\n")
    assert chosen == plans[1].id
    assert all(plan.full_name in heard for plan in plans)


def test_a_new_plan_of_a_known_name_asks_whether_that_one_is_meant_f10(plain: Plain) -> None:
    table = plain.table
    table.desk.leave()
    other = table.front.new_plan(JAN)
    table.front.close()
    assert choosing(table.home, f"0\n{JAN.upper()}\n1\n")[0] == other
    chosen, heard = choosing(table.home, f"0\n{JAN}\n0\n")
    assert "Er is al een plan met deze naam. Is het dit plan?" in heard
    assert chosen not in (None, other, table.plan)


def test_a_new_plan_of_what_may_be_no_name_is_asked_about_once_b11(plain: Plain) -> None:
    table = plain.table
    table.desk.leave()
    table.front.new_plan(JAN)
    table.front.close()
    chosen, heard = choosing(table.home, "0\nniemand\n2\n/stop\n")
    assert chosen is None and "“niemand” is geen naam." in heard and "Is “2” een naam?" in heard
    chosen, _ = choosing(table.home, "0\n2\n2\n")
    assert chosen not in (None, table.plan)


def test_what_has_ended_is_listed_when_it_is_asked_for_f14(plain: Plain) -> None:
    table = plain.table
    table.desk.ending.end("2026-03-01", "")
    table.desk.leave()
    other = table.front.new_plan("Bob")
    table.front.close()
    chosen, heard = choosing(table.home, "klaar\n1\n")
    assert chosen == table.plan and "klaar sinds 1 maart 2026" in heard
    assert choosing(table.home, "1\n")[0] == other
    assert choosing(table.home, "annie\n")[0] == table.plan
