"""A first talk, a quick look and a look back, each from its first question to its end, on both faces (issue 9 §6).

The whole plan is played by `test_both_routes.py`. Counted is what the talk itself counts: “Vraag 3 van 12”.
"""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from screens.app import StartAt, ZlpApp
from tests.tools.count_questions import MOST_LOOKING_BACK, MOST_OF_FIRST_TALK
from tests.tools.half_a_year import MOST_SCREENS, half_a_year_later, reply_to
from tests.tools.keys import KeyClock, undrawn, until
from tests.tools.player import Player
from tests.tools.prepared import dutch, front_on
from tests.tools.story import Saying, Story, comparable
from tests.tools.table import START, Counting
from tests.tools.typist import Typed, told
from tests.tools.window import Later
from zlp_tui import places
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick, Picked, Reading, Spoken, Turn, Words
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.scripted_examples import Example
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place

BEP = Example(name="Bep Kuiper")
AFTER_DAYS = {"first": 0, "quick": 15, "back": 170}
"""The routes that are played one after the other, and how many days after the first one."""
MOST = {"first": MOST_OF_FIRST_TALK, "quick": 3 + 1, "back": MOST_LOOKING_BACK}
"""By route; a quick look has three questions, and how the talk was is asked after every talk (0032)."""
SAID = {"text": "Naar buiten, bij {topic}.", "date": "over 2 weken"}

NAMES = {"people": "Fatima", "salutation": "mevrouw Kuiper"}
"""What is said where a name is asked, by step."""


class Bep(Story):
    """Whoever answers each question once, in plain words or with the first thing that is offered."""

    wishes_more = False

    def __init__(self) -> None:
        super().__init__(BEP, ())
        self.asked: dict[Place, int] = {}
        """The questions that were asked, with how many there are by the talk's own count."""

    def at(self, desk: Desk, turn: Turn) -> Iterator[Saying]:
        """One answer, the first time that this is asked."""
        if isinstance(turn.input, Reading) or turn.place in self.asked:
            return
        self.asked[turn.place] = turn.count
        by = desk.view.person(turn.answers).name if turn.answers else BEP.name
        match turn.input:
            case Pick(can_add=True, options=()):
                yield Saying(by, Picked((), added="Karim"))
            case Pick(options=(first, *_), chosen=()):
                yield Saying(by, Picked((first.id,)))
            case Words(format=kind):
                yield Saying(by, Spoken(NAMES.get(turn.place.step, SAID[kind].format(topic=turn.place.topic))))
            case _:
                pass


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


Door = Callable[[], Front]
"""Opens a front door on one home, with ids that go on where they were."""


async def played(home: Path, face: Callable[[Door, str, Bep, Clock, str], Awaitable[None]]) -> object:
    """The routes one after the other on one face, with what is looked at after each; the plan that came of it."""
    clock, ids = Clock(), Counting()
    door: Door = partial(front_on, home, clock, ids)
    with closing(door()) as front:
        plan = front.new_plan(BEP.name)
    for route, days in AFTER_DAYS.items():
        clock.now = START + timedelta(days=days)
        bep = Bep()
        await face(door, plan, bep, clock, route)
        assert bep.asked and max(len(bep.asked), *bep.asked.values()) <= MOST[route], route
        if route == "first":
            with closing(door()) as front:
                _agree_on_one_page(front, plan)
    with closing(door()) as front:
        return comparable(as_json(front.sit_down(plan).view))


def _agree_on_one_page(front: Front, plan: str) -> None:
    """A first talk leaves a page with one agreement; it is agreed on."""
    desk = front.sit_down(plan)
    (agreement,) = desk.view.active_agreements()
    assert agreement.want in str(desk.letter("page"))
    turn: Turn | None = desk.go_topic("agreed")
    while turn is not None and turn.place.topic == "agreed":
        if isinstance(turn.input, Pick):
            desk.answer(Picked((turn.input.options[0].id,)))
        turn = desk.forward()
    assert desk.view.agreed_editions
    desk.leave()


async def _line_by_line(door: Door, plan: str, bep: Bep, _: Clock, route: str) -> None:
    with closing(door()) as front:
        desk = front.sit_down(plan)
        run_talk(desk, Typed(told(desk, bep)), LineWriter(io.BytesIO()), dutch(), route=route)


async def _on_screen(door: Door, plan: str, bep: Bep, clock: Clock, route: str) -> None:
    def today() -> date:
        return clock.now.date()

    front = door()
    app = ZlpApp(
        clock=KeyClock(), lines=front.plans, front=lambda: front, tr=dutch(),
        help_folder=places.content() / "nl" / "help", today=today, start_at=StartAt(plan=plan, route=route),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        with undrawn():
            await until(pilot, lambda: app.navigator)
        assert app.navigator is not None
        with undrawn():  # the plans are compared, and no picture
            await Player(app, pilot, bep).play()
        app.navigator.end_session()


@pytest.mark.timeout(240)
async def test_each_route_is_played_to_its_end_on_both_faces(tmp_path: Path) -> None:
    by_line = await played(tmp_path / "plain", _line_by_line)
    assert by_line == await played(tmp_path / "screens", _on_screen)


class Annie(Bep):
    """Whoever answers each question of a look back once but the list of marks, and reads each page of it."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[Place, None] = {}
        """What was on the screen, in order: questions, and pages that are only read."""

    def at(self, desk: Desk, turn: Turn) -> Iterator[Saying]:
        """One answer, the first time that this is asked."""
        reply = None if turn.place in self.shown else reply_to(turn)
        self.shown[turn.place] = None
        if reply is not None and not (isinstance(turn.input, Pick) and turn.input.rows):
            yield Saying(desk.voice.name, reply)


@pytest.mark.parametrize("face", [_line_by_line, _on_screen])
async def test_a_look_back_at_two_goals_and_three_agreements_is_at_most_30_screens(
    tmp_path: Path, face: Callable[[Door, str, Bep, Clock, str], Awaitable[None]],
) -> None:
    """table.md D: it was 59. Counted is what is shown, also what is only read."""
    table = half_a_year_later(tmp_path / "home")
    table.desk.leave()
    table.front.close()
    clock, annie = Clock(), Annie()
    clock.now = table.clock.now
    await face(lambda: front_on(table.home, clock, Later(2)), table.plan, annie, clock, "back")
    assert {"sitting", "agreed"} <= {place.topic for place in annie.shown}
    assert list(annie.shown)[-1] == Place("sitting", "end", "back")
    assert len(annie.shown) <= MOST_SCREENS, list(annie.shown)
