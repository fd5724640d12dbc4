"""`TopicsSheet`: the topics of a chapter, each with its last statement."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from screens.parts.line_layout import GUTTER, Cell, Look, Piece, fitted
from zlp_tui.conversation.ports.plan_pages import TopicLine

_BESIDE = 66
"""From this width on, the last statement stands beside the topic instead of under it."""
_TITLE = 36
_SPEAKER = 20


@dataclass(frozen=True, slots=True)
class TopicsSheet:
    """Topics that can be chosen. `here` marks the topic where the conversation stopped; `begun` or `done` is shown
    where there is no statement to quote. Beside a topic that was not talked about yet nothing is shown.
    """

    topics: tuple[TopicLine, ...]
    here: str
    begun: str
    done: str = ""

    def cells(self, width: int) -> list[Cell]:
        """One cell per topic, of one or two lines."""
        room = width - GUTTER
        beside = width >= _BESIDE
        title = min(_TITLE, room // 2, max((cell_len(topic.title) for topic in self.topics), default=0))
        speaker = min(_SPEAKER, max((cell_len(topic.last_by or "") for topic in self.topics), default=0))
        cells: list[Cell] = []
        y = 0
        for topic in self.topics:
            said = self._beside(topic, room, title, speaker) if beside else self._under(topic, room)
            lines = (*said, *(((("  ", "text"), (self.here, "quiet")),) if topic.here else ()))
            cells.append(Cell(0, y, width, lines, topic.id))
            y = cells[-1].bottom
        return cells

    def _beside(self, topic: TopicLine, room: int, title: int, speaker: int) -> tuple[tuple[Piece, ...], ...]:
        look: Look = "strong" if topic.here else "text"
        name: Piece = (fitted(topic.title, title), look)
        if topic.last is None:
            return ((name, ("  ", "text"), (self._word(topic), "quiet")),)
        if not topic.last_by:  # a fact has no speaker, and uses that column as well
            return ((name, ("  ", "text"), (_said(topic, room - title - 2), "quote")),)
        words = _said(topic, room - title - speaker - 4)
        return ((name, ("  ", "text"), (words, "quote"), ("  ", "text"), *_right(topic.last_by, speaker)),)

    def _under(self, topic: TopicLine, room: int) -> tuple[tuple[Piece, ...], ...]:
        name: tuple[Piece, ...] = ((fitted(topic.title, room).rstrip(), "strong" if topic.here else "text"),)
        if topic.last is None:
            word = self._word(topic)
            return (name, (("  ", "text"), (word, "quiet"))) if word else (name,)
        speaker = min(_SPEAKER, cell_len(topic.last_by or ""))
        words = _said(topic, room - speaker - 4)
        return (name, (("  ", "text"), (words, "quote"), ("  ", "text"), *_right(topic.last_by or "", speaker)))

    def _word(self, topic: TopicLine) -> str:
        return {"not-yet": "", "begun": self.begun, "talked-about": self.done or self.begun}[topic.state]


def _said(topic: TopicLine, width: int) -> str:
    """The last statement on one line of exactly `width` cells, between quotation marks; a fact without."""
    if not topic.last_by:
        return fitted(topic.last or "", width)
    inner = fitted(topic.last or "", max(1, width - 2)).rstrip()
    return fitted(f"“{inner}”", width)


def _right(name: str, width: int) -> tuple[Piece, Piece]:
    shown = fitted(name, width).rstrip()
    return (" " * (width - cell_len(shown)), "text"), (shown, "by")
