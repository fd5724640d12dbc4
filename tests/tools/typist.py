"""Whoever answers line by line, looking at what is asked, and typing what a story tells."""

from __future__ import annotations

from collections.abc import Iterator

from tests.tools.story import Saying, Story, last_word
from zlp_tui.conversation.ports.turn import InOrder, Input, Ordered, Pick, Picked, Spoken
from zlp_tui.conversation.session.desk_session import DeskSession


class Typed:
    """Lines that are typed one by one, each when it is asked for. Keeps what was typed."""

    def __init__(self, typing: Iterator[str]) -> None:
        self._typing = typing
        self.typed: list[str] = []

    def next(self) -> str | None:
        """The next line; None at the end of it all."""
        line = next(self._typing, None)
        if line is not None:
            self.typed.append(line)
        return line

    def unfinished(self) -> str:
        """Nobody stops in the middle of a line."""
        return ""


def told(desk: DeskSession, story: Story) -> Iterator[str]:
    """A whole story, line by line, for as long as anything is asked."""
    while True:
        yield from typed_here(desk, story)


def typed_here(desk: DeskSession, story: Story) -> Iterator[str]:
    """All that is typed at the question that is asked now, and what leads to the next one."""
    turn = desk.turn()
    for saying in last_word(list(story.at(desk, turn)), turn.input):
        if saying.by != desk.voice.name:
            yield f"/wie {saying.by}"
        yield _line(saying, desk.turn().input)
        if isinstance(saying.reply, Spoken) and saying.reply.domain:
            yield f"/hoort-bij {_domain_title(desk, saying.reply.domain)}"
    if desk.place == turn.place:
        yield "/meer" if story.wishes_more and desk.turn().more else ""


def _line(saying: Saying, asked: Input) -> str:
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


def _domain_title(desk: DeskSession, domain: str) -> str:
    return next(d.title for d in desk.domains() if d.id == domain)
