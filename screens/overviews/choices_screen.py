"""`ChoicesScreen`: open choices, each with its options side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from screens.bases.base_list_screen import BaseListScreen, name_of
from screens.navigation.routes import ANSWER_QUESTION, TRACE
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, REDO, UNDO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.choices_sheet import ChoiceShown, ChoicesSheet, question_items
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.ports.choice_words import chosen_by, question_line, questions_of, reasons_of, sources_of
from zlp_tui.conversation.ports.turn import Grid
from zlp_tui.dates import told_day
from zlp_tui.i18n import message
from zlp_tui.plan.view import Choice
from zlp_tui.script.roles import Role

_NEW: Final = "new"


class ChoicesScreen(BaseListScreen):
    """To look at together. A choice leads to the talk about it, a quote to who said it."""

    help_page = "choices"
    route = "choices"
    ACTIONS = (
        Action("open", message("Talk about this"), "choose", shown=ENTER, main=True),
        Action("new-choice", message("Another choice"), f"begin('{Role.CHOICES}')", "n"),
        Action("trace", message("Who said this?"), "trace", "v"),
        Action("agreements", message("Agreements"), "navigate('agreements')", "a"),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )
    wide = True

    def heading(self) -> str:
        return self.tr("Choices on the table")

    def sheet(self) -> Sheet:
        grids = self.desk.choice_grids()
        if grids:
            return ChoicesSheet(tuple(self._shown(ref, question, grid) for ref, question, grid in grids))
        return RowsSheet((
            LineItem(self.tr("Is there something to choose?"), ref=_NEW if self._asked else None, look="here"),
            LineItem(self.tr("Then the options stand here beside each other."), look="quiet"),
            LineItem(self.tr("And what is fine about each of them, and what is not."), look="quiet"),
        ))

    def _shown(self, ref: str, question: str, grid: Grid) -> ChoiceShown:
        choice = next((c for c in self.desk.view.choices if c.id == ref), None)
        if choice is None:
            return ChoiceShown(ref, question, "", "", grid)
        by = name_of(self.desk, choice.voice.id)
        return ChoiceShown(ref, question, by, self.desk.who_decides(ref), grid, self._below(choice))

    def _below(self, choice: Choice) -> tuple[LineItem, ...]:
        """What was said about choosing: where ideas come from, questions and their answers, time to think, what was
        chosen and why."""
        tr, view = self.tr, self.desk.view
        chosen = next((option.title for option in choice.options if option.id == choice.chosen), "")
        questions = questions_of(view, choice)
        waiting = [item for line in questions if line.answer is None for item in question_items(line, tr)]
        answered = [item for line in questions if line.answer is not None for item in question_items(line, tr)]
        days = (
            ("" if chosen else tr("Time to think until {day}"), choice.thinking_words or choice.thinking_until),
            (tr("We look at this again on {day}"), choice.revisit_words or choice.revisit_on),
        )
        return (
            *_titled(tr("Where the ideas come from"), map(quote_line, sources_of(view, choice))),
            *_titled(tr("Still to ask"), waiting),
            *_titled(tr("What we found out"), answered),
            *_titled(tr("Chosen"), [LineItem(chosen, by=chosen_by(view, choice), look="strong")] if chosen else ()),
            *map(quote_line, reasons_of(view, choice)),
            *(
                LineItem(words.format(day=told_day(day, tr.locale)), look="quiet")
                for words, day in days
                if words and day
            ),
        )

    @property
    def _asked(self) -> bool:
        """Whether the script asks about choices."""
        return self.desk.topic_for(Role.CHOICES) is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "trace" and self.list.marked == _NEW:
            return False
        return super().check_action(action, parameters)

    def chosen(self, ref: str) -> None:
        if question_line(self.desk.view, ref) is not None:
            self.navigator.navigate(ANSWER_QUESTION, ref)
            return
        way = self.way_to_talk(ref, Role.CHOICES)
        if way is not None:
            way()
        else:
            self.navigator.navigate(TRACE, ref)

    def enter_label(self) -> str:
        return super().enter_label() or ("" if self._asked else self.tr("Who said this?"))


def _titled(title: str, items: Iterable[LineItem]) -> tuple[LineItem, ...]:
    """Items under their title; nothing where there are none."""
    lines = tuple(items)
    return (LineItem(title, look="heading"), *lines) if lines else ()
