"""The whole model plan is made once on the screens and once line by line; both give the same plan (battery G04).

The story is the example plan of `zlp demo`, held as one walk through the script from the first question to the last.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from screens.app import StartAt, ZlpApp
from screens.talk import TalkScreen
from tests.tools.keys import press, settled
from tests.tools.story import Saying, Story
from tests.tools.table import START, Counting, dutch
from zlp_tui import places
from zlp_tui.conversation.desk import InOrder, Input, Ordered, Pick, Picked, Spoken, Words
from zlp_tui.conversation.examples import read_example
from zlp_tui.conversation.front import Front, open_front
from zlp_tui.conversation.sitting import Sitting
from zlp_tui.plain.out import Out
from zlp_tui.plain.talk import talk
from zlp_tui.plan.as_json import as_json
from zlp_tui.plan.view import PlanView

EXAMPLE = places.data() / "examples" / "annie-de-vries.yaml"
SEQ = re.compile(r'"seq": (\d+)')
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def _still() -> datetime:
    return START


def _door(home: Path) -> Front:
    return open_front(home, places.content() / "nl", (), dutch(), _still, Counting())


def _new_plan(front: Front) -> str:
    example = read_example(EXAMPLE)
    return front.new_plan(example.name, example.salutation, example.address)


def _comparable(view: PlanView) -> object:
    """`show --json` with ids and numbers by order of appearance.

    How many acts a face needs differs (line by line a life domain is told after the words), what is in the plan not.
    """
    known: dict[str, str] = {}
    text = IDS.sub(lambda m: known.setdefault(m[0], f"id-{len(known)}"), json.dumps(as_json(view), ensure_ascii=False))
    order = {seq: str(n) for n, seq in enumerate(sorted({int(seq) for seq in SEQ.findall(text)}))}
    return json.loads(SEQ.sub(lambda m: f'"seq": {order[int(m[1])]}', text))


def _last_word(sayings: list[Saying], asked: Input) -> list[Saying]:
    """Where one answer stands, only the last one given in the example."""
    one = isinstance(asked, InOrder) or (isinstance(asked, Pick) and not asked.can_add)
    one = one or (isinstance(asked, Words) and not asked.many)
    return sayings[-1:] if one else sayings


class Typist:
    """Answers line by line, looking at what is asked. Keeps what it typed."""

    def __init__(self, desk: Sitting) -> None:
        self._desk = desk
        self._story = Story(read_example(EXAMPLE))
        self._typing = self._type()
        self.typed: list[str] = []

    def next(self) -> str | None:
        line = next(self._typing, None)
        if line is not None:
            self.typed.append(line)
        return line

    def unfinished(self) -> str:
        return ""

    @property
    def story(self) -> Story:
        return self._story

    def _type(self) -> Iterator[str]:
        while True:
            turn = self._desk.turn()
            sayings = _last_word(list(self._story.at(self._desk, turn)), turn.input)
            for saying in sayings:
                if saying.by != self._desk.voice.name:
                    yield f"/wie {saying.by}"
                yield self._line(saying, self._desk.turn().input)
                if isinstance(saying.reply, Spoken) and saying.reply.domain:
                    yield f"/hoort-bij {_domain_title(self._desk, saying.reply.domain)}"
            if self._desk.place == turn.place:
                yield ""

    def _line(self, saying: Saying, asked: Input) -> str:
        match saying.reply:
            case Spoken(text=text):
                return text.replace("\n", "\\\n")
            case Ordered(ids=ids):
                assert isinstance(asked, InOrder)
                return " ".join(str(1 + [i.id for i in asked.items].index(wanted)) for wanted in ids)
            case Picked(ids=ids, added=added):
                assert isinstance(asked, Pick)
                numbers = [str(1 + [o.id for o in asked.options].index(wanted)) for wanted in (*asked.chosen, *ids)]
                return ", ".join((*(numbers if asked.many else numbers[-1:]), *((added,) if added else ()))) or "0"


def _domain_title(desk: Sitting, domain: str) -> str:
    return next(d.title for d in desk.domains() if d.id == domain)


class Player:
    """Answers on the screens with the keyboard, looking at what is asked."""

    def __init__(self, app: ZlpApp, pilot: Pilot[None]) -> None:
        self._app = app
        self._pilot = pilot
        self.story = Story(read_example(EXAMPLE))

    @property
    def talk(self) -> TalkScreen:
        assert self._app.room is not None
        return self._app.room.talk

    async def play(self) -> None:
        """From the first question to the last."""
        while isinstance(self._app.screen, TalkScreen):
            turn = self.talk.turn
            desk = self.talk.desk
            for saying in _last_word(list(self.story.at(desk, turn)), turn.input):
                await self._speak_as(saying.by)
                await self._say(saying)
                if self.talk.turn.place != turn.place and isinstance(turn.input, Pick) and turn.input.can_add:
                    await self._press("pageup")
            if self.talk.turn.place == turn.place:
                await self._press("pagedown")

    async def _press(self, *keys: str) -> None:
        await press(self._pilot, *keys)

    async def _speak_as(self, name: str) -> None:
        person = next(p for p in self.talk.desk.view.people if p.name == name)
        if person.id == self.talk.desk.voice.id:
            return
        self.talk.voices.focus()
        for _ in range(20):
            await self._press("right")
            if self.talk.voices.marked == person.id:
                break
        await self._press("enter")
        assert self.talk.desk.voice.id == person.id

    async def _say(self, saying: Saying) -> None:
        match saying.reply:
            case Spoken(text=text, domain=domain):
                if domain:
                    await self._belongs_to(domain)
                await self._type(text)
                await self._press("enter")
            case Picked(ids=ids, added=added):
                await self._pick(ids, added)
            case Ordered(ids=ids):
                await self._order(ids)

    async def _type(self, text: str) -> None:
        self.talk.entry.field.focus()
        await settled(self._pilot)
        self.talk.entry.field.select_all()
        self._app.post_message(events.Paste(text))
        await settled(self._pilot)

    async def _belongs_to(self, domain: str) -> None:
        self.talk.domains.focus()
        for _ in range(20):
            await self._press("right")
            if self.talk.domains.marked == domain:
                break
        await self._press("enter")

    async def _pick(self, ids: tuple[str, ...], added: str | None) -> None:
        pick = self.talk.entry.pick
        if added is not None:
            await self._type(added)
            await self._press("enter")
            return
        pick.focus()
        asked = self.talk.turn.input
        many = isinstance(asked, Pick) and asked.many
        for wanted in ids:
            await self._mark(pick, wanted)
            await self._press("space" if many else "enter")

    async def _mark(self, lines: object, wanted: str) -> None:
        await self._press("home")
        for _ in range(200):
            if getattr(lines, "marked") == wanted:  # noqa: B009 - PickList and OrderList both have it
                return
            await self._press("down")
        raise AssertionError(f"{wanted} cannot be reached")

    async def _order(self, ids: tuple[str, ...]) -> None:
        order = self.talk.entry.order
        order.focus()
        for place, wanted in enumerate(ids):
            await self._mark(order, wanted)
            at = order.ids.index(wanted)
            if at != place:
                await self._press("enter", *["up"] * (at - place), "enter")
                order.focus()


def _line_by_line(home: Path) -> tuple[object, list[str]]:
    """The story line by line, with injected clock and ids: the plan, and what was typed."""
    front = _door(home)
    plan = _new_plan(front)
    desk = front.sit_down(plan)
    typist = Typist(desk)
    talk(desk, typist, Out(io.BytesIO()), dutch())
    assert typist.story.left == ()
    view = front.sit_down(plan).view
    front.close()
    return _comparable(view), typist.typed


async def _on_screen(home: Path) -> object:
    """The story on the screens, with injected clock and ids."""
    front = _door(home)
    plan = _new_plan(front)
    app = ZlpApp(
        lines=front.plans,
        front=lambda: front,
        say=dutch(),
        help_folder=places.content() / "nl" / "help",
        today=lambda: date(2026, 3, 3),
        start_at=StartAt(plan=plan),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        while app.room is None:
            await pilot.pause()
        player = Player(app, pilot)
        await player.play()
        assert player.story.left == ()
        app.room.end()
        view = app.room.talk.desk.view
    return _comparable(view)


@pytest.mark.timeout(240)
async def test_g04_line_by_line_and_on_the_screens_make_the_same_plan(tmp_path: Path) -> None:
    by_line, _ = _line_by_line(tmp_path / "plain")
    assert by_line == await _on_screen(tmp_path / "screens")
