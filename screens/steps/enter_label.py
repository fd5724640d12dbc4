"""What Enter does at a question now, in words, as the field and the key row tell it beforehand (C5)."""

from __future__ import annotations

from textual.widget import Widget

from screens.steps.answer_entry import AnswerEntry
from screens.steps.offered_lines import MORE
from zlp_tui.conversation.ports.turn import Pick, Turn
from zlp_tui.i18n import Catalogue


def enter_at(turn: Turn, entry: AnswerEntry, focused: Widget | None, tr: Catalogue, *, pending: bool) -> str:
    """What Enter does in what the question is answered with; empty where none of it has the focus.

    `pending`: something is typed or ticked that is not kept yet.
    """
    if focused is entry.field:
        return _in_field(turn, entry, tr, pending=pending)
    if focused is entry.pick and isinstance(turn.input, Pick):
        return _in_pick(turn.input, entry, tr, pending=pending)
    if focused is entry.order:
        return tr("Put it down here") if entry.order.holds else tr("Take this line")
    return tr("Next") if focused is entry.reading else ""


def _in_field(turn: Turn, entry: AnswerEntry, tr: Catalogue, *, pending: bool) -> str:
    if not pending:
        return tr("Next")
    shown = turn.input
    adds_one = not isinstance(shown, Pick) or bool(entry.typed)
    is_many = getattr(shown, "many", False)
    return tr("Keep") if is_many and adds_one else tr("Keep and go on")


def _in_pick(shown: Pick, entry: AnswerEntry, tr: Catalogue, *, pending: bool) -> str:
    marked = entry.pick.marked
    if entry.typed:
        return tr("Keep") if shown.many else tr("Keep and go on")
    if marked == MORE:
        return tr("More")
    if any(option.leads for option in shown.options if option.id == marked):
        return choose_label(marked, tr)
    if shown.many:
        return tr("Keep and go on") if pending else tr("Next")
    return tr("Next") if marked and (marked,) == shown.chosen else choose_label(marked, tr)


def choose_label(marked: str | None, tr: Catalogue) -> str:
    """What Enter does in a list of which one is chosen; `marked` is the id of the line that is marked."""
    return tr("Choose") if marked else tr("Choose one first")
