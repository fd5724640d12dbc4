"""What Enter does at a question now, as the field and the key row say it beforehand (C5)."""

from __future__ import annotations

from typing import Final

from textual.widget import Widget

from screens.steps.answer_entry import AnswerEntry
from zlp_tui.conversation.ports.turn import Pick, Turn
from zlp_tui.i18n import message

GO_ON: Final = message("Next")
KEEP: Final = message("Keep")
KEEP_AND_GO_ON: Final = message("Keep and go on")
CHOOSE: Final = message("Choose")
CHOOSE_FIRST: Final = message("Choose one first")
TAKE: Final = message("Take this line")
PUT_DOWN: Final = message("Put it down here")
LOOK: Final = message("Look at this")


def enter_in_field(turn: Turn, entry: AnswerEntry, *, pending: bool) -> str:
    """Message id of what Enter does in the field; `pending`: something is typed or ticked that is not kept yet."""
    shown = turn.input
    if not pending:
        return GO_ON
    adds_one = not isinstance(shown, Pick) or bool(entry.typed)
    is_many = getattr(shown, "many", False)
    return KEEP if is_many and adds_one else KEEP_AND_GO_ON


def enter_in_pick(shown: Pick, entry: AnswerEntry, *, pending: bool) -> str:
    """Message id of what Enter does in a list to choose from."""
    marked = entry.pick.marked
    if entry.typed:
        return KEEP if shown.many else KEEP_AND_GO_ON
    if shown.many:
        return KEEP_AND_GO_ON if pending else GO_ON
    if marked is None:
        return CHOOSE_FIRST
    return GO_ON if (marked,) == shown.chosen else CHOOSE


def enter_at(turn: Turn, entry: AnswerEntry, focused: Widget | None, *, pending: bool) -> str:
    """Message id of what Enter does in what the question is answered with; empty where none of it has the focus."""
    if focused is entry.field:
        return enter_in_field(turn, entry, pending=pending)
    if focused is entry.pick and isinstance(turn.input, Pick):
        return enter_in_pick(turn.input, entry, pending=pending)
    if focused is entry.order:
        return PUT_DOWN if entry.order.holds else TAKE
    return GO_ON if focused is entry.reading else ""
