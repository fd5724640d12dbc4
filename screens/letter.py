"""The plan as a letter in the client's words. Each quote leads to who said it, when, and what came of it."""

from __future__ import annotations

from screens.parts.actions import Action
from screens.parts.sheet import Line, Rows, Sheet
from screens.plan_page import PlanPage, called
from screens.sheets.letter import Letter


class LetterScreen(PlanPage):
    """The whole plan to read together."""

    help_page = "plan"
    here = "letter"

    def heading(self) -> str:
        return self.say("The plan of {name}", name=called(self.desk, self.desk.view.client))

    def sheet(self) -> Sheet:
        parts = self.desk.letter()
        if parts:
            return Letter(parts)
        return Rows((
            Line(self.say("Your plan will stand here"), look="here"),
            Line(self.say("In your own words, as you say them in the conversation."), look="quiet"),
        ))

    def chosen(self, ref: str) -> None:
        self.doors.open_trace(ref)

    def actions(self) -> tuple[Action, ...]:
        say, doors = self.say, self.doors
        return (
            Action("trace", say("Who said this?"), self.list.action_choose, (), "Enter", main=True),
            Action("agreements", say("Agreements"), doors.open_agreements, ("a",), "a"),
            Action("choices", say("Choices"), doors.open_choices, ("k",), "k"),
            self.undo_action(),
            self.help_action(),
            self.back_action(),
        )
