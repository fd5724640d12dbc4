"""The whole model plan is made once on the screens and once line by line; both give the same plan (battery G04).

The story is the example plan of `zlp demo`: its details, and then one walk along the whole plan.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from itertools import chain
from pathlib import Path

import pytest

from screens.app import StartAt, ZlpApp
from tests.tools.keys import KeyClock, settled, undrawn, until
from tests.tools.player import Player
from tests.tools.prepared import dutch, front_on
from tests.tools.story import Story, comparable
from tests.tools.table import START, Counting
from tests.tools.typist import Typed, told
from zlp_tui import places
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.scripted_examples import read_example
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.serialization import as_json
from zlp_tui.script.legs import WHOLE

EXAMPLE = places.data() / "examples" / "annie-de-vries.yaml"


def _still() -> datetime:
    return START


def _door(home: Path) -> Front:
    return front_on(home, _still, Counting())


def _new_plan(front: Front) -> str:
    example = read_example(EXAMPLE)
    return front.new_plan(example.name, example.salutation, example.address)


def _line_by_line(home: Path) -> object:
    """The story line by line, with injected clock and ids."""
    front = _door(home)
    plan = _new_plan(front)
    desk = front.sit_down(plan)
    desk.take_route(WHOLE)
    story = Story(read_example(EXAMPLE))
    run_talk(desk, Typed(chain(("/gegevens",), told(desk, story))), LineWriter(io.BytesIO()), dutch())
    assert story.left == ()
    view = front.sit_down(plan).view
    front.close()
    return comparable(as_json(view))


async def _on_screen(home: Path) -> object:
    """The story on the screens, with injected clock and ids."""
    front = _door(home)
    plan = _new_plan(front)
    app = ZlpApp(
        clock=KeyClock(),
        lines=front.plans,
        front=lambda: front,
        tr=dutch(),
        help_folder=places.content() / "nl" / "help",
        today=lambda: date(2026, 3, 3),
        start_at=StartAt(plan=plan, route=WHOLE),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        with undrawn():
            await until(pilot, lambda: app.navigator)
        assert app.navigator is not None
        player = Player(app, pilot, Story(read_example(EXAMPLE)))
        app.navigator.show_topic("personal-details")
        await settled(pilot)
        with undrawn():  # the plans are compared, and no picture
            await player.play()
        assert player.story.left == ()
        app.navigator.end_session()
        view = app.navigator.talk.desk.view
    return comparable(as_json(view))


@pytest.mark.timeout(240)
async def test_g04_line_by_line_and_on_the_screens_make_the_same_plan(tmp_path: Path) -> None:
    by_line = _line_by_line(tmp_path / "plain")
    assert by_line == await _on_screen(tmp_path / "screens")
