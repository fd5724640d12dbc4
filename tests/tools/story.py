"""A whole example plan as one walk through the script: what is said at each question, whichever face asks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.desk import Desk, Pick, Picked, Reply, Turn
from zlp_tui.conversation.examples import CLIENT, Example, Line, Naming, introductions
from zlp_tui.errors import NotFound


@dataclass(frozen=True, slots=True)
class Saying:
    """One answer: by whom (a name), and what."""

    by: str
    reply: Reply


class Story:
    """The answers of an example that are still to be given, in the order of the file."""

    def __init__(self, example: Example) -> None:
        self._example = example
        self._names = {CLIENT: example.name, **{p.id: p.name for p in example.people}}
        said = [line for sitting in example.sittings for line in sitting.said if line.at != "at-the-table/who"]
        self._left = [*introductions(example), *said]

    def at(self, desk: Desk, turn: Turn) -> Iterator[Saying]:
        """What is said at the question that is asked now."""
        if (turn.place.topic, turn.place.step) == ("at-the-table", "who"):
            yield from (Saying(self._example.name, Picked((), added=p.name)) for p in self._example.people)
            return
        naming = Naming(desk, self._example)
        for line in [line for line in self._left if self._is_here(naming, line, turn)]:
            self._left.remove(line)
            for reply in naming.replies(line, turn):
                if reply != Picked(()) or isinstance(turn.input, Pick):
                    yield Saying(self._names[line.by], reply)

    @property
    def left(self) -> tuple[Line, ...]:
        """What was not asked for; a reason is asked only where the last word on an agreement was not yes."""
        given = (line for line in self._left if line.say or line.pick or line.order)
        return tuple(line for line in given if not line.at.endswith("/because"))

    @staticmethod
    def _is_here(naming: Naming, line: Line, turn: Turn) -> bool:
        try:
            return naming.place(line) == turn.place
        except NotFound:
            return False
