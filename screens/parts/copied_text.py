"""The text of widgets as it is copied (F18): whole lines, as they were said and by whom, without marks and signs."""

from __future__ import annotations

from textual.widget import Widget

from screens.parts.drawn_lines import StyledLines
from screens.parts.line_list import LineList
from screens.parts.message_line import MessageLine


def holds_text(widget: Widget) -> bool:
    """Whether this is something to read; what stands around it, and what is said about a key, is not."""
    is_text = isinstance(widget, LineList | StyledLines) and not isinstance(widget, MessageLine)
    return is_text and not any(node.id == "header" for node in widget.ancestors)


def words_of(widget: Widget | None) -> str:
    """What is selected or typed in a field, or the line that is marked; empty for no such words."""
    from textual.widgets import Input, TextArea  # not for the first picture

    if isinstance(widget, TextArea):
        return widget.selected_text or widget.text
    if isinstance(widget, Input):
        return widget.selected_text or widget.value
    return widget.words_here() if isinstance(widget, LineList) else ""


def page_of(widget: Widget) -> str:
    """All that stands in a widget to be read."""
    match widget:
        case LineList():
            return widget.all_words()
        case StyledLines():
            return "\n".join("".join(text for text, _ in line).rstrip() for line in widget.lines()).strip()
    return ""
