"""Types what people do at a table line by line, on a real pipe; it finds lines by the numbers that were printed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Generator
from itertools import pairwise
from typing import Final, get_args

from tests.tools.pipe import Pipe
from tests.tools.prepared import dutch
from tests.tools.table_acts import (
    Act,
    At,
    Choose,
    Correct,
    Disagree,
    FindDraft,
    GiveTo,
    HalfType,
    Note,
    Redo,
    Remark,
    Say,
    SayDraft,
    Seat,
    Swap,
    TakeBack,
    Undo,
    ref_of,
)
from zlp_tui.conversation.ports.turn import Pick
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.view import Because, Place

Typing = Generator[str, None, None]
TR: Final = dutch()
NUMBERED: Final = re.compile(r"^ *(\d+)\. (.*)", re.MULTILINE)
SITTING: Final = "sitting"
MOST: Final = 80
"""Questions to pass over at most on the way to one."""


class TableTypist:
    """One conversation line by line, in which acts are done one by one."""

    def __init__(self, desk: DeskSession) -> None:
        self._desk = desk
        self._out = io.BytesIO()
        self._asked_at = 0

    def hold(self, names: tuple[str, ...], acts: tuple[Act, ...], after: Callable[[Act], None]) -> None:
        """The whole conversation; `after` is called when an act is done."""
        done: list[Act] = []

        def is_done(act: Act) -> None:
            done.append(act)
            after(act)

        typed = self._typed(names, acts, is_done)
        pipe = Pipe(typed)
        try:
            assert run_talk(self._desk, pipe, LineWriter(self._out), TR)
        finally:
            pipe.close()
        typed.close()
        assert len(done) == len(acts), f"the talk ended before {acts[len(done)]}"

    def _typed(self, names: tuple[str, ...], acts: tuple[Act, ...], after: Callable[[Act], None]) -> Typing:
        yield self._command("/at-the-table", *[", ".join(names)])
        for before, act in pairwise((None, *acts)):
            assert act is not None
            yield from self._act(act, getattr(before, "at", None))
            after(act)

    def _act(self, act: Act, just_was_at: At | None) -> Typing:
        match act:
            case Say(by=by, at=at, words=words):
                yield from self._go(by, at)
                yield words
            case Choose(by=by, at=at, option=option):
                yield from self._go(by, at)
                yield self._numbers(option)
            case Swap(by=by, at=at):
                yield from self._go(by, at)
                yield "2, 1"
            case Correct(by=by, old=old, words=words):
                yield from self._on_line(by, old, "/correct", words)
            case GiveTo(by=by, words=words, to=to):
                yield from self._on_line(by, words, "/said-by", to)
            case TakeBack(by=by, words=words):
                yield from self._on_line(by, words, "/take-back")
            case Disagree(by=by, about=about, words=words):
                yield from self._on_line(by, about, "/disagree", words)
            case Undo(by=by, at=at) | Redo(by=by, at=at):
                if at == just_was_at:  # right after the act, wherever that led to: its question may be asked no more
                    yield from self._speaks(by)
                else:
                    yield from self._go(by, at)
                yield self._command("/undo" if isinstance(act, Undo) else "/after-all")
            case _:
                yield from self._aside(act)

    def _aside(self, act: Act) -> Typing:
        match act:
            case Remark(by=by, words=words, kind=kind):
                yield from self._speaks(by)
                yield self._command("/nice" if kind == "nice-moment" else "/remark", words)
            case Note(by=by, about=about, done=done, words=words, because=because):
                yield from self._speaks(by)
                yield self._command("/note")
                yield about
                yield str(1 + ("yes", "partly", "no").index(done))
                if done != "yes":
                    yield str(1 + get_args(Because).index(because)) if because else ""
                yield words
            case HalfType(by=by, at=at, words=words):
                yield from self._go(by, at)
                yield f"{words}\\"
            case FindDraft(by=by, at=at, words=words, typed_by=typed_by):
                yield from self._go(by, at)
                assert self._desk.draft() == ""
                yield self._command("/again")
                assert typed_by in self._printed() and words in " ".join(self._printed().split())
            case SayDraft(by=by, at=at):
                yield from self._go(by, at)
                yield self._command("/say-it")
            case Seat(names=names):
                yield self._command("/at-the-table", ", ".join(names))

    # going to a question

    def _go(self, by: str, at: At) -> Typing:
        """To a question along the way, as who speaks there; `AssertionError` where that does not lead to it."""
        yield from self._speaks(by)
        wanted = at.place(self._desk.view)
        try:
            if self._desk.place != wanted:
                yield from self._change_who(at) if self._has_somebody(at) else self._go_topic(at)
                yield from self._walk(wanted)
            yield from self._speaks(by)  # on the way a round along the table may have ended with somebody else
        except GeneratorExit:
            raise AssertionError(f"the talk ended before {wanted} was asked") from None
        assert self._desk.place == wanted, f"{MOST} questions on, {wanted} was not asked"

    def _walk(self, wanted: Place) -> Typing:
        asked_more: set[Place] = set()
        for _ in range(MOST):
            if self._desk.place == wanted:
                return
            here = self._desk.turn()
            asks_more = here.more and wanted.topic == here.place.topic and here.place not in asked_more
            asked_more.add(here.place)
            yield self._command("/more" if asks_more else "/skip")

    def _go_topic(self, at: At) -> Typing:
        """To a topic of the map; what is asked of a sitting comes at its end, along its route."""
        route = next((route.title for route in self._desk.routes if at.topic == SITTING and route.id in at.item), None)
        if route is not None:
            yield self._command("/route", route)
            return
        yield self._command("/topic", at.topic)
        assert self._desk.place.topic == at.topic, f"/topic {at.topic} is refused: {self._printed()}"

    def _has_somebody(self, at: At) -> bool:
        """Whether it is who does an agreement that somebody does: that is no question along the way any more."""
        place = at.place(self._desk.view)
        does = {agreed.id for agreed in self._desk.view.agreements if agreed.who}
        return at.step == "who" and place.item is not None and place.item.split("/")[0] in does

    def _change_who(self, at: At) -> Typing:
        yield from self._numbered("/change", at.item[0], TR("who"))

    def _speaks(self, by: str) -> Typing:
        if self._desk.voice.name != by:
            yield self._command("/who", by)

    def _numbers(self, option: str) -> str:
        """What is picked beside what is picked already, by number."""
        asked = self._desk.turn().input
        assert isinstance(asked, Pick)
        wanted = (*(asked.chosen if asked.many else ()), ref_of(self._desk.view, option))
        return ", ".join(str(1 + [each.id for each in asked.options].index(ref)) for ref in wanted)

    # a line of the plan

    def _on_line(self, by: str, words: str, command: str, *rest: str) -> Typing:
        """A command about a line, by its number in the plan."""
        yield from self._speaks(by)
        yield from self._numbered(command, words, *rest)

    def _numbered(self, command: str, words: str, *rest: str) -> Typing:
        yield self._command("/plan")
        numbers = [number for number, line in NUMBERED.findall(self._printed()) if words in line]
        assert numbers, f"{words} is not in the plan:\n{self._printed()}"
        yield self._command(command, numbers[0], *rest)

    def _command(self, word: str, *rest: str) -> str:
        self._asked_at = self._out.tell()
        return " ".join((TR(word), *rest))

    def _printed(self) -> str:
        """What was printed since the last command."""
        return self._out.getvalue()[self._asked_at :].decode()

    def read(self) -> str:
        """All pages that are printed, with where each line of them comes from and what stood there before."""
        pipe = Pipe(self._reading())
        run_talk(self._desk, pipe, LineWriter(self._out), TR)
        pipe.close()
        return self._out.getvalue().decode()

    def _reading(self) -> Typing:
        for page in ("/agreements", "/choices", "/results", "/then", "/editions", "/remarks", "/disagree", "/new"):
            yield self._command(page)
        yield self._command("/plan")
        for number, _ in NUMBERED.findall(self._printed()):
            for about in ("/from", "/history"):
                yield self._command("/plan")
                yield self._command(about, number)
