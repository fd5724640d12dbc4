"""Conversations line by line: a first talk to its end, another one, rights, and the pause that was asked for."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from tests.plain.conftest import Plain
from tests.tools.pipe import Pipe
from tests.tools.prepared import dutch
from tests.tools.table import open_door
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick, Reading, Words
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk


def _first_talk(desk: Desk) -> Iterator[str]:
    """One answer to each question, and an empty line that goes on where the answer does not."""
    while True:
        here = desk.place
        match desk.turn().input:
            case Reading():
                yield ""
            case Pick(options=options, many=many):
                yield "1" if options else ""
                if many:
                    yield ""
            case Words(format="date"):
                yield "over 2 weken"
            case _:
                yield {"people": "Fatima", "how-we-talk": "Bep"}.get(here.topic, "Naar buiten, elke dag.")
        if desk.place == here:
            yield ""


def test_a_first_talk_is_held_to_its_end_with_one_agreement(tmp_path: Path) -> None:
    front = open_door(tmp_path / "home")
    desk, out = front.sit_down(front.new_plan("Bep Kuiper")), io.BytesIO()
    pipe = Pipe(_first_talk(desk))
    try:
        assert run_talk(desk, pipe, LineWriter(out), dutch())
    finally:
        pipe.close()
    told = out.getvalue().decode()
    asked = re.findall(r"^Vraag (\d+) van (\d+) ·", told, re.MULTILINE)
    assert 10 < len(asked) <= 25 and all(int(count) <= 25 for _, count in asked)
    assert len(front.sit_down(desk.view.id).view.active_agreements()) == 1
    end = told.partition("Dit vertelde u vandaag:")[2]
    assert end.index("\n“Naar buiten, elke dag.” (Bep)\n") < end.index("Dank u wel"), "first, and on a line of its own"
    assert end.count("“Naar") == 1 and "Dank u wel voor dit gesprek." in end
    front.close()


def test_the_conversations_are_named_and_another_one_is_held(plain: Plain) -> None:
    told = plain.hear("/gesprek\n/gesprek 1\n/gesprek nope\n/gesprek het hele plan\n", topic="good-day-bad-day")
    assert "  1. Een eerste gesprek\n" in told and "  2. Het hele plan [nu hier]" in told
    assert "Dat duurt ongeveer 30 minuten." in told
    assert "Dit gesprek is er niet. Typ /gesprek voor alle gesprekken." in told.replace("\n", " ")
    assert told.rindex("Een goede dag, een slechte dag") > told.rindex("Een eerste gesprek"), "where it was left"


def test_rights_are_read_from_anywhere_and_an_empty_line_goes_back(plain: Plain) -> None:
    told = plain.hear("/rechten\n\n", topic="good-day-bad-day")
    assert "Zeg het gerust. Dat is uw recht." in told.replace("\n", " ")
    assert told.count("Hoe ziet een goede dag er voor u uit?") == 2


def test_what_was_said_the_last_time_is_told_and_the_pause_is_proposed(plain: Plain) -> None:
    plain.hear("Koffie bij het raam.\n/onderwerp how-we-talk\n\n\n2\n", topic="good-day-bad-day")
    plain.table.clock.now += timedelta(days=8)
    told = plain.hear("")
    assert "8 dagen geleden zei mevrouw De Vries: “Koffie bij het raam.”" in told.replace("\n", " ")


def test_after_a_talk_each_person_says_how_it_was_and_an_empty_line_passes_over_it_v39(plain: Plain) -> None:
    table = "/gesprek first\n/aan-tafel mevrouw De Vries, Sanne\n/onderwerp rights\n\n\n"
    heard = plain.hear(f"{table}3\n2\n")
    assert heard.count("Hoe was dit gesprek?") == 2 and "Nu praat: Sanne" in heard
    assert [said.face for said in plain.view.conversations[-1].experience] == ["good", "so-so"]
    passed_over = plain.hear(f"{table}\n").rpartition("Hoe was dit gesprek?")[2]
    assert "Dank u wel voor dit gesprek." in passed_over and "Nu praat" not in passed_over


def test_every_field_of_the_form_of_details_is_asked_line_by_line_too(plain: Plain) -> None:
    titles = list(dict.fromkeys(turn.topic_title for turn in plain.table.next_sitting().details))
    assert len(titles) > 1
    heard = plain.hear("/gegevens\n" * (len(titles) + 1))
    begun = (line for line in heard.splitlines() if line.count(" · ") == 1 and not line.startswith("Vraag"))
    asked = [line.split(" · ")[1] for line in begun]
    assert asked[-len(titles) - 1:] == [*titles, titles[0]]
