"""Hands a parsed answer to the desk: a pick with several new names is kept name by name."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import InOrder, Input, Kept, Ordered, Pick, Picked, Spoken
from zlp_tui.plain.typed.answer_parser import ParsedChoice


def submit_answer(desk: Desk, asked: Input, answer: Spoken | ParsedChoice) -> Kept:
    """Save an answer to the question at our place. Errors of the desk pass through; nothing is saved then."""
    if isinstance(answer, Spoken):
        return desk.answer(answer)
    if isinstance(asked, InOrder):
        return desk.answer(Ordered(answer.ids))
    first = answer.names[0] if answer.names else None
    kept = desk.answer(Picked(answer.ids, added=first))
    for name in answer.names[1:]:
        now, cut_to = desk.turn().input, kept.cut_to
        kept = desk.answer(Picked(now.chosen if isinstance(now, Pick) else (), added=name))
        kept = replace(kept, cut_to=kept.cut_to or cut_to)
    return kept
