"""`Saying`: an answer on its way from the question to the desk, what is told about it, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from screens.parts.message_line import MessageLine
from screens.steps.draft_controller import DraftController
from screens.steps.navigation_controller import NavigationController
from screens.steps.question_view import QuestionView
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.turn import (
    Kept,
    Ordered,
    Pick,
    Picked,
    Reply,
    Words,
)
from zlp_tui.errors import Refused, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.text import LIMIT, shortened

SHORT: Final = 50


class AnswerController:
    """`show` shows the question as it stands after something was said; `kept` is called when something was."""

    def __init__(
        self, desk: Desk, question: QuestionView, draft: DraftController, navigation: NavigationController,
        notice: MessageLine, say: Catalogue, *,
        show: Callable[[], None], kept: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._question = question
        self._draft = draft
        self._navigation = navigation
        self._notice = notice
        self._say = say
        self._show = show
        self._kept = kept

    def submit(self) -> None:
        """Enter in the field: say what is typed; with nothing typed, go on."""
        picks = isinstance(self._question.turn.input, Pick)
        self._answer_or_go_on(walk=picks and not self._question.entry.typed)

    def go_on(self) -> None:
        """Verder: say what is typed or marked first, then the next question."""
        self._answer_or_go_on(walk=True)

    def _answer_or_go_on(self, *, walk: bool) -> None:
        reply = self._draft.reply()
        if reply is None:
            self._navigation.next()
        else:
            self._answer(reply, walk=walk)

    def pick(self, ids: tuple[str, ...]) -> None:
        """These were picked."""
        shown, typed = self._question.turn.input, self._question.entry.typed
        self._answer(Picked(ids, added=typed or None), walk=isinstance(shown, Pick) and shown.many and not typed)

    def put_in_order(self, ids: tuple[str, ...]) -> None:
        """This is their order now."""
        self._answer(Ordered(ids), walk=False)

    def _answer(self, reply: Reply, *, walk: bool) -> None:
        """Keep an answer, show what became of it, and walk on where that is meant. What is refused stays as it is."""
        try:
            kept = self._desk.answer(reply)
        except ZlpError as error:
            self._refused(error)
            return
        self._draft.said(reply)
        with self._question.app.batch_update():
            if not (walk or kept.goes_on):
                self._stay(kept)
            elif self._navigation.next():
                self._tell(kept)
            else:
                self._show()
        self._kept()

    def _stay(self, kept: Kept) -> None:
        self._question.domain = None
        self._show()
        if kept.refs:
            self._question.board.reveal(kept.refs[0])
        self._tell(kept)

    def _refused(self, error: ZlpError) -> None:
        """One plain sentence; where the words must have a form, such as a date, with a way on."""
        told = self._say(error.message, **error.values)
        shown = self._question.turn.input
        if isinstance(error, Refused) and isinstance(shown, Words) and shown.format != "text":
            told = f"{told} {self._say('You may skip this: F6.')}"
        self._notice.refuse(told)

    def _tell(self, kept: Kept) -> None:
        """It is kept, and can be taken back."""
        if kept.cut_to is not None:
            told = self._say("Saved. Only the first {count} characters fit.", count=kept.cut_to)
        else:
            told = self._say("Saved")
        self._notice.show(told, self._say("Undo this"), self.undo)

    def too_much(self) -> None:
        """More was typed or pasted than is kept."""
        self._notice.refuse(self._say("This is too long. The first {count} characters are here.", count=LIMIT))

    def undo(self) -> None:
        """Take back the last thing kept; no "are you sure" is needed anywhere."""
        try:
            undone = self._desk.undo()
        except ZlpError as error:
            self._notice.refuse(self._say(error.message, **error.values))
            return
        with self._question.app.batch_update():
            self._draft.flush()
            self._show()
            if undone is None:
                self._notice.show(self._say("There is nothing to undo"))
            elif undone:
                self._notice.show(self._say("Undone: {words}", words=f"“{shortened(undone, SHORT)}”"))
            else:
                self._notice.show(self._say("Undone"))
        self._kept()
