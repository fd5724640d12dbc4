"""What others ticked, marked or put in order at a question and did not keep, told beside its lines as theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zlp_tui.conversation.ports.turn import InOrder, Pick, Selectable, Turn
from zlp_tui.i18n import Catalogue

Marks = tuple[str, tuple[str, ...]]
"""The name of who did it, and the ids: of what is ticked or marked, or of all in order."""


def with_unkept(turn: Turn, others: Sequence[Marks], tr: Catalogue) -> Turn:
    """The same question, with what these others did not keep beside each line that it would change."""
    asked = turn.input
    if not others:
        return turn
    if isinstance(asked, Pick):
        stands = () if turn.for_each_voice else asked.chosen  # where each has an answer of their own, it is not theirs
        told = tuple(
            _told(option, _picked(option.id in stands, option.id, asked, others, tr)) for option in asked.options
        )
        return replace(turn, input=replace(asked, options=told))
    if isinstance(asked, InOrder):
        items = (_told(item, _moved(item.id, at, others, tr)) for at, item in enumerate(asked.items, start=1))
        return replace(turn, input=replace(asked, items=tuple(items)))
    return turn


def _told(line: Selectable, notes: Iterator[str]) -> Selectable:
    return replace(line, unkept=" · ".join(notes))


def _picked(stands: bool, ref: str, asked: Pick, others: Sequence[Marks], tr: Catalogue) -> Iterator[str]:
    for name, marks in others:
        if ref in marks and not stands:
            yield tr("not kept yet: {name}", name=name)
        elif asked.many and stands and ref not in marks:
            yield tr("taken away, not kept yet: {name}", name=name)


def _moved(ref: str, at: int, others: Sequence[Marks], tr: Catalogue) -> Iterator[str]:
    for name, marks in others:
        place = marks.index(ref) + 1 if ref in marks else at
        if place != at:
            yield tr("at place {number}, not kept yet: {name}", number=place, name=name)
