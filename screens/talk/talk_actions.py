"""The actions of the conversation, and their keys. Letters are typed, so none of them is a key."""

from __future__ import annotations

from typing import Final

from screens.parts.actions import ENTER, EXPORT, HELP, STOP_TALKING, THEME, Action
from zlp_tui.i18n import message

TALK_ACTIONS: Final = (
    Action("answer", message("Choose"), "enter", shown=ENTER, main=True),
    Action("ask-differently", message("Ask differently"), "ask_differently", "f2"),
    Action("show-example", message("Example"), "show_example", "f3", spare=True),
    Action("ask-another", message("Ask somebody else"), "ask_another", "f4"),
    Action("other-side", message("Other side"), "other_side", "f5"),
    Action("say-more", message("More about this"), "say_more", "f11"),
    Action("weighed-enough", message("Weighed enough"), "weighed_enough", "ctrl+o"),
    Action("unfold", message("Open for now"), "unfold", "ctrl+r", spare=True),
    Action("plan-page", message("On one page"), "navigate('plan-page')", "ctrl+l"),
    EXPORT,
    Action("previous-question", message("Back"), "previous_question", "pageup", line=1),
    Action("skip-question", message("Skip"), "skip_question", "f6", line=1),
    Action("next-topic", message("Next topic"), "next_topic", "f8", line=1, spare=True),
    Action("leave-talk", message("Map"), "navigate('map')", "escape", line=1),
    STOP_TALKING,
    HELP._replace(line=1),
    Action("next-question", message("Next"), "next_question", "pagedown", main=True, line=1),
    Action("look-at-waiting", message("Look at it"), "look_at_waiting", "f7", on_row=False),
    Action("why", message("Why this is asked"), "why", "f10", on_row=False),
    Action("undo-answer", message("Undo"), "undo", "ctrl+z", on_row=False),
    Action("redo-answer", message("After all"), "redo", "ctrl+y", on_row=False),
    THEME._replace(keys="", on_row=False),
)
"""First ways to ask, then ways to go."""
