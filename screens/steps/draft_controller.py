"""`DraftController`: saves what is typed or marked at a question and not submitted."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from screens.parts.draft_throttle import DraftThrottle
from screens.steps.question_view import QuestionView
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Pick, Picked, Reply, Spoken, Words


class DraftController:
    """`attempt` runs a command and shows its refusal; `later` starts a timer (a widget's `set_timer`);
    `recovered` is called when a draft that was refused is written after all."""

    def __init__(
        self, desk: Desk, question: QuestionView, *, attempt: Callable[[Callable[[], None]], bool],
        later: Callable[[float, Callable[[], None]], Timer], recovered: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._question = question
        self._attempt = attempt
        self._drafts = DraftThrottle(later, self._keep_draft, recovered)

    def reply(self) -> Reply | None:
        """What is typed or marked, as an answer; None if that is nothing new."""
        shown, entry = self._question.turn.input, self._question.entry
        typed = entry.typed
        if isinstance(shown, Words):
            stands = "" if shown.many else (shown.value or "").strip()
            return Spoken(typed, self._question.domain) if typed and typed != stands else None
        if isinstance(shown, Pick) and (typed or (shown.many and set(entry.pick.chosen) != set(shown.chosen))):
            return Picked(entry.pick.chosen, added=typed or None)
        return None

    def typed(self) -> None:
        """Schedule the writing of the draft."""
        self._drafts.touch()

    def flush(self) -> None:
        """Write the draft now, if it is not written yet. If that is refused the text stays in the field."""
        self._drafts.flush()

    def _keep_draft(self) -> bool:
        typed = self._question.entry.typed if self.reply() is not None else ""
        return self._attempt(lambda: self._desk.keep_draft(typed))

    def said(self, reply: Reply) -> None:
        """Drop the draft of what was submitted."""
        self._drafts.forget()
        if isinstance(reply, Picked):
            self._question.turn = self._desk.turn()

    def save_pending(self) -> None:
        """Before the question is left: write the draft, and save marks and order as they are."""
        self.flush()
        entry, shown = self._question.entry, self._question.turn.input
        entry.order.put_down()
        marked = entry.pick.chosen
        if isinstance(shown, Pick) and shown.many and set(marked) != set(shown.chosen):
            self._attempt(lambda: self._keep_marks(Picked(marked)))

    def _keep_marks(self, marks: Picked) -> None:
        self._desk.answer(marks)
        self._question.turn = self._desk.turn()

    def unmark(self) -> None:
        """Reset the marks to what was saved."""
        shown = self._question.turn.input
        if isinstance(shown, Pick):
            self._question.entry.pick.put(shown)
