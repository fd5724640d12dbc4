"""`AnswerQuestionScreen`: what was found out about an open question of a choice, and from whom (V79)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.choices_sheet import question_items
from zlp_tui.conversation.ports.choice_words import QuestionLine, question_line
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Choice
from zlp_tui.script.roles import Role

AnswerMode = Literal["list", "answer", "heard-from"]
WHO: Final = "who"
TALK: Final = "talk"


class AnswerQuestionScreen(BaseEntryScreen):
    """One question about a choice: its answer ticks it off. Only who told an answer changes it."""

    help_page = "choices"
    route = "answer-question"
    ACTIONS = (SAVE_WORDS, CHOOSE, UNDO, REDO, HELP, HELP_TOO, BACK)

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, about: str) -> None:
        super().__init__(desk, tr, navigator)
        self.about = about
        self.mode: AnswerMode = "list"

    def start(self) -> None:
        super().start()
        line = self.line
        if line is not None and line.answer is None:
            self.once_known(lambda: self._type("answer"))

    def follow(self, to: Callable[[str], str]) -> None:
        self.about = to(self.about)

    def heading(self) -> str:
        return self.tr("A question about a choice")

    @property
    def line(self) -> QuestionLine | None:
        """The question as it stands; None once it is no longer in the plan."""
        return question_line(self.desk.view, self.about)

    @property
    def _choice(self) -> Choice | None:
        choices = self.desk.view.choices
        return next((c for c in choices if any(q.id == self.about for q in c.open_questions)), None)

    def subject(self) -> tuple[LineItem, ...]:
        line, choice = self.line, self._choice
        if line is None or choice is None:
            return self.line_of(self.about)
        return (LineItem(choice.question, look="strong"), *question_items(line, self.tr, chosen=False))

    def prompt(self) -> str:
        return {
            "answer": self.tr("What do we know now?"), "heard-from": self.tr("From whom do we know this?"),
        }.get(self.mode, "")

    def sheet(self) -> Sheet:
        tr, line = self.tr, self.line
        if line is None:
            return RowsSheet(())
        told = LineItem(tr("Say the answer anew") if line.answer else tr("What do we know now?"), "answer")
        who = (LineItem(tr("From whom do we know this?"), "heard-from"),) if line.answer else ()
        talk = (LineItem(tr("Talk about this"), TALK),) if self.desk.topic_for(Role.CHOICES) is not None else ()
        return RowsSheet((told, *who, *talk, LineItem(tr("Who said this?"), WHO)))

    def chosen(self, ref: str) -> None:
        choice = self._choice
        if ref == "answer":
            self.once_known(lambda: self._type("answer"))
        elif ref == "heard-from":
            self.once_known(lambda: self._type("heard-from"))
        elif ref == TALK:
            self.talk_about(choice.id if choice else None, Role.CHOICES)
        else:
            self.navigator.navigate(TRACE, self.about)

    def _type(self, mode: Literal["answer", "heard-from"]) -> None:
        self.mode = mode
        self.notice.clear()
        self.start_typing(mode, self.about)

    def save_words(self) -> None:
        follow_up, text, mode = self.desk.follow_up, self.field.text, self.mode
        keep = follow_up.heard_from if mode == "heard-from" else follow_up.answer_question
        kept = self.save(lambda: keep(self.about, text))
        if kept is not None:
            self.mode = "list"
            self.show_saved(kept, "heard-from" if mode == "answer" else None)

    def action_back(self) -> None:
        """From typing to what can be done; from there to where we came from."""
        was = self.mode
        self.stop_typing()
        if was == "list" or (self.line is not None and self.line.answer is None):
            self.navigator.back()
            return
        self.mode = "list"
        self.show_list()
