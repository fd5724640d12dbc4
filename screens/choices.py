"""The choices on the table, each with its options beside each other: what is fine, what is not, now and later."""

from __future__ import annotations

from typing import Final

from screens.parts.actions import Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.plan_page import PlanPage, called
from screens.routes import AGREEMENTS, TRACE
from screens.sheets.choices_sheet import ChoiceShown, ChoicesSheet
from screens.topic_actions import page_action, topic_action
from zlp_tui.conversation.turn import Grid
from zlp_tui.dates import join_names, long_date
from zlp_tui.plan.view import Choice
from zlp_tui.script.roles import Role

_NEW: Final = "new"


class ChoicesScreen(PlanPage):
    """To look at together. A choice leads to the talk about it, a quote to who said it."""

    help_page = "choices"
    here = "choices"
    wide = True

    def heading(self) -> str:
        return self.say("Choices on the table")

    def sheet(self) -> Sheet:
        grids = self.desk.choice_grids()
        if grids:
            return ChoicesSheet(tuple(self._shown(ref, question, grid) for ref, question, grid in grids))
        return RowsSheet((
            LineItem(self.say("Is there something to choose?"), ref=_NEW if self._asked else None, look="here"),
            LineItem(self.say("Then the options stand here beside each other."), look="quiet"),
            LineItem(self.say("And what is fine about each of them, and what is not."), look="quiet"),
        ))

    def _shown(self, ref: str, question: str, grid: Grid) -> ChoiceShown:
        choice = next((c for c in self.desk.view.choices if c.id == ref), None)
        if choice is None:
            return ChoiceShown(ref, question, "", "", grid)
        by = called(self.desk, choice.voice.id)
        return ChoiceShown(ref, question, by, self._decides(choice), grid, self._below(choice))

    def _decides(self, choice: Choice) -> str:
        client, other = called(self.desk, self.desk.view.client), called(self.desk, choice.decider)
        deciders = {"self": [client], "together": [client, other], "other": [other]}.get(choice.role or "", [])
        names = [name for name in deciders if name]
        if choice.role == "together" and len(names) < 2:
            return self.say("We decide together")
        return self.say("Who decides: {name}", name=join_names(names, self.say.locale)) if names else ""

    def _below(self, choice: Choice) -> tuple[LineItem, ...]:
        """What was said about choosing: questions still open, time to think, what was chosen and why."""
        say = self.say
        chosen = next((option.title for option in choice.options if option.id == choice.chosen), "")
        days = (
            ("" if chosen else say("Time to think until {day}"), choice.thinking_until),
            (say("We look at this again on {day}"), choice.revisit_on),
        )
        return (
            *((LineItem(say("Still to ask"), look="heading"),) if choice.open_questions else ()),
            *(LineItem(f"“{question}”", look="quote") for question in choice.open_questions),
            *((LineItem(say("Chosen"), look="heading"), LineItem(chosen, look="strong")) if chosen else ()),
            *((LineItem(f"“{choice.reason}”", look="quote"),) if choice.reason else ()),
            *(
                LineItem(words.format(day=long_date(day, say.locale)), look="quiet")
                for words, day in days
                if words and day
            ),
        )

    @property
    def _asked(self) -> bool:
        """Whether the script asks about choices."""
        return self.desk.topic_for(Role.CHOICES) is not None

    def chosen(self, ref: str) -> None:
        way = self.way_to_talk(ref, Role.CHOICES)
        if way is not None:
            way()
        else:
            self.navigator.navigate(TRACE, ref)

    def _trace(self) -> None:
        if self.list.marked not in (None, _NEW):
            self.navigator.navigate(TRACE, self.list.marked or "")

    def actions(self) -> tuple[Action, ...]:
        say, navigator = self.say, self.navigator
        return (
            *((Action("talk", say("Talk about this"), self.list.action_choose, (), "Enter", main=True),)
              if self._asked else ()),
            *topic_action(self.desk, navigator, Role.CHOICES, "new", say("Another choice"), "n"),
            Action("trace", say("Who said this?"), self._trace, ("v",), "v"),
            *page_action(self.desk, "agreements",
                         Action("agreements", say("Agreements"), lambda: navigator.navigate(AGREEMENTS), ("a",), "a")),
            self.undo_action(),
            self.help_action(),
            self.back_action(),
        )
