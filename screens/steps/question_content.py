"""The content of a question on the screen: which variant of its wording, with which hints and examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from screens.steps.question_text import QuestionContent
from zlp_tui.conversation.ports.turn import Board, Grid, Group, InOrder, Pick, Quote, Turn
from zlp_tui.i18n import Catalogue
from zlp_tui.text import shortened

MOST_ABOVE: Final = 160
"""Characters of a quote that may stand above a question."""


@dataclass(frozen=True, slots=True)
class QuestionVariant:
    """Which alternative wording and which example is shown; 0 is the question itself, or no example."""

    other_way: int = 0
    to_another: int = 0
    with_example: int = 0

    def differently(self, count: int) -> QuestionVariant:
        """The next of `count` alternative wordings, after the last one the question itself."""
        return replace(self, other_way=(self.other_way + 1) % (count + 1), to_another=0)

    def another(self, count: int) -> QuestionVariant:
        """The next of `count` wordings for asking somebody else."""
        return replace(self, to_another=(self.to_another + 1) % (count + 1), other_way=0)

    def example(self, count: int) -> QuestionVariant:
        """The next of `count` examples, after the last one none."""
        return replace(self, with_example=(self.with_example + 1) % (count + 1))


def question_content(
    turn: Turn, ways: QuestionVariant, tr: Catalogue, *, next_key: str, speaker_is_open: bool = False
) -> QuestionContent:
    """The texts of a turn in this variant.

    `next_key` is the name of the key that goes on; `speaker_is_open`: it is to be said yet who answers it.
    """
    question, hint = _nth(turn.differently, ways.other_way) or turn.question, turn.hint
    if to_another := _nth(turn.ask_another, ways.to_another):
        question = to_another
        hint = tr("Choose below who says this.") if speaker_is_open else ""
    extra: list[str] = []
    if example := _nth(turn.examples, ways.with_example):
        extra.append(tr("For example: “{words}”", words=example))
    how = _how(turn, tr, next_key)
    if how:
        extra.append(how)
    if turn.gentle:
        extra.append(turn.gentle)
    heading = "" if turn.heading == turn.topic_title or _on_board(turn) else turn.heading
    if turn.about is not None:
        heading = " · ".join(part for part in (_told(turn.about), heading) if part)
    topic = " ".join(part for part in (turn.pictogram, turn.topic_title) if part)
    why = turn.why if turn.first else ""
    if not question:
        return QuestionContent("", topic, hint or why, heading, "", tuple(extra))
    return QuestionContent(topic, question, hint, heading, why, tuple(extra))


def _nth(texts: Sequence[str], number: int) -> str:
    """One of the texts, by its number from 1; empty for none, and where an answered question has fewer than before."""
    return texts[number - 1] if 0 < number <= len(texts) else ""


def _told(about: Quote) -> str:
    """The quote that a question is about, shortened so that the answers have room."""
    return " ".join(part for part in (about.intro, f"“{shortened(about.text, MOST_ABOVE)}”") if part)


def board_below(turn: Turn, tr: Catalogue) -> Board | Grid:
    """The board with the quote that a question is about: in full if that is long, else as a link to its origin."""
    about, board = turn.about, turn.board
    if about is None or not about.ref or isinstance(board, Grid):
        return board
    if len(about.text) > MOST_ABOVE:
        return replace(board, groups=(Group("", (about,)), *board.groups))
    if not about.statement:
        return board
    where = tr("Where does this come from?")
    if about.by:
        where = tr("{who} said this. Where does it come from?", who=about.by)
    look = Quote(about.ref, where, own_words=False)
    return replace(board, groups=(Group("", (look,)), *board.groups))


def _on_board(turn: Turn) -> bool:
    """Whether the board already shows the turn's heading."""
    board = turn.board
    return isinstance(board, Board) and any(group.here and group.title == turn.heading for group in board.groups)


def _how(turn: Turn, tr: Catalogue, next_key: str) -> str:
    """How to answer, where that is not obvious."""
    if isinstance(turn.input, InOrder) and len(turn.input.items) > 1:
        return tr(
            "Enter takes a line. Move it with the arrows. Enter puts it down. In the right order? {key}: go on.",
            key=next_key,
        )
    if isinstance(turn.input, Pick) and turn.input.rows:
        return tr("Choose with ← and →, or type a number. Enter keeps it and goes on.")
    if isinstance(turn.input, Pick) and turn.input.many:
        return tr("Space marks. Enter keeps it and goes on.")
    return ""
