"""What can be done in the conversation, and with which key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.parts.actions import Action
from screens.routes import MAP

if TYPE_CHECKING:  # the screen asks here for its keys
    from screens.talk import TalkScreen


def talk_actions(talk: TalkScreen) -> tuple[Action, ...]:
    """First ways to ask, then ways to go; what cannot be done here is not on the row."""
    say, navigator, turn = talk.say, talk.navigator, talk.turn
    asking = [
        (turn.differently, Action("differently", say("Ask differently"), talk.ask_differently, ("f2",), "F2")),
        (turn.examples, Action("example", say("Example"), talk.show_example, ("f3",), "F3")),
        (turn.ask_another, Action("another", say("Ask somebody else"), talk.ask_another, ("f4",), "F4")),
        (turn.other_side, Action("side", say("Other side"), talk.other_side, ("f5",), "F5")),
    ]
    return (
        *(action for there, action in asking if there),
        Action("back", say("Back"), talk.navigation.back, ("pageup",), "PgUp", line=1),
        Action("skip", say("Skip"), talk.navigation.skip, ("f6",), "F6", line=1),
        Action("topic", say("Next topic"), talk.navigation.next_topic, ("f8",), "F8", line=1, spare=True),
        Action("map", say("Map"), lambda: navigator.navigate(MAP), ("escape",), "Esc", line=1),
        Action("stop", say("Stop"), navigator.leave_plan, ("f9",), "F9", line=1),
        Action("help", say("Help"), talk.help, ("f1",), "F1", line=1),
        Action("next", say("Next"), talk.answers.go_on, ("pagedown",), "PgDn", main=True, line=1),
        *(
            (Action(talk.waiting.what, talk.waiting.words, talk.look_at_waiting, ("f7",), on_row=False),)
            if talk.waiting is not None else ()
        ),
        Action("undo", say("Undo"), talk.answers.undo, ("ctrl+z",), on_row=False),
        Action("colours", say("Colours"), navigator.toggle_theme, on_row=False),
    )
