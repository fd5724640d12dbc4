"""A pack adds one question, replaces one and leaves one topic out, by YAML alone; every face follows."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from screens.app import StartAt, ZlpApp
from tests.tools.keys import KeyClock, press, settled
from tests.tools.prepared import dutch
from tests.tools.table import Table, lay_table, open_door
from tests.tools.window import Window
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plain.typed.stdin_reader import StdinReader
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place

OUTLINE = """
pack: "van-ons"
version: "7"
leave_out: ["two-minutes"]
"""
TOPIC = """
id: "good-day-bad-day"
steps:
  - id: "music"
    after: "sides"
    kind: "ask"
    ask: "Welke muziek hoort bij {uw|jouw} goede dag?"
    differently: ["Wat zong {u|je} vroeger?", "Wat speelt de radio?", "Welk lied kan harder?"]
  - id: "must"
    kind: "ask"
    ask: "Wat mag nooit ontbreken op {uw|jouw} dag?"
    differently: ["Wat mist {u|je} het eerst?", "Wat is de dag waard?", "Waar begint de dag mee?"]
"""


@pytest.fixture
def packed(tmp_path: Path) -> Iterator[Table]:
    pack = tmp_path / "pack"
    (pack / "topics").mkdir(parents=True)
    (pack / "script.yaml").write_text(OUTLINE, encoding="utf-8")
    (pack / "topics" / "good-day-bad-day.yaml").write_text(TOPIC, encoding="utf-8")
    laid = lay_table(tmp_path / "home", packs=[pack])
    yield laid
    laid.front.close()


def test_the_desk_the_map_and_the_json_follow_a_pack(packed: Table) -> None:
    desk = packed.desk
    assert "two-minutes" not in {topic.id for chapter in desk.map() for topic in chapter.topics}
    desk.go(Place("good-day-bad-day", "sides", "bad"))
    turn = desk.forward()
    assert turn is not None
    assert turn.question == "Welke muziek hoort bij uw goede dag?"
    desk.answer(Spoken("Corry Konings."))
    turn = desk.forward()
    assert turn is not None
    assert turn.question == "Wat mag nooit ontbreken op uw dag?"
    [line] = [t for c in desk.map() for t in c.topics if t.id == "good-day-bad-day"]
    assert (line.last, line.last_by) == ("Corry Konings.", "mevrouw De Vries")
    shown = json.dumps(as_json(desk.view), ensure_ascii=False)
    assert '"step": "music", "prompt": "Welke muziek hoort bij uw goede dag?"' in shown


def test_line_by_line_follows_a_pack(packed: Table, tmp_path: Path) -> None:
    typed = tmp_path / "typed"
    typed.write_text("\n\nCorry Konings.\n\nMijn krant.\n", encoding="utf-8")
    written = io.BytesIO()
    with typed.open("rb") as file:
        run_talk(packed.desk, StdinReader(file.fileno()), LineWriter(written), dutch(), topic="good-day-bad-day")
    told = written.getvalue().decode()
    assert "Vraag 3 van 4" in told
    assert "Welke muziek hoort bij uw goede dag?" in told
    assert [s.text for s in packed.front.sit_down(packed.plan).view.statements] == ["Corry Konings.", "Mijn krant."]


async def test_the_screen_follows_a_pack(packed: Table) -> None:
    front = packed.front
    app = ZlpApp(
        clock=KeyClock(),
        lines=front.plans, front=lambda: front, tr=dutch(), help_folder=places.content() / "nl" / "help",
        today=lambda: date(2026, 3, 3), start_at=StartAt(plan=packed.plan, topic="good-day-bad-day"),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        while app.navigator is None:
            await settled(pilot)
        await press(pilot, "pagedown", "pagedown")
        assert app.navigator.talk.turn.question == "Welke muziek hoort bij uw goede dag?"
        assert "Welke muziek hoort bij uw goede dag?" in Window(app, pilot).words()
        await press(pilot, *"Corry", "enter")
        assert [s.text for s in app.navigator.talk.desk.view.statements] == ["Corry"]


def test_what_was_said_at_a_question_that_has_left_still_stands(packed: Table) -> None:
    """Leaving the pack again: its question has left the script, its answer has not left the plan."""
    packed.desk.go(Place("good-day-bad-day", "music"))
    packed.desk.answer(Spoken("Corry Konings."))
    packed.desk.leave()
    packed.front.close()
    front = open_door(packed.home)
    desk = front.sit_down(packed.plan)
    told = [(line.intro, quote.text) for part in desk.letter() for line in part.lines for quote in line.quotes]
    assert ("Welke muziek hoort bij uw goede dag?", "Corry Konings.") in told
    front.close()
