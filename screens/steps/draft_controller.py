"""`DraftController`: saves as a draft what is typed or marked at a question and not submitted."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from screens.parts.draft_throttle import DraftThrottle
from screens.steps.question_view import QuestionView
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import InOrder, Ordered, Pick, Picked, Reply, Spoken, Words


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
            return Spoken(typed, self._question.domain, self._question.taken) if typed and typed != stands else None
        if isinstance(shown, Pick) and (typed or (shown.many and set(entry.pick.chosen) != set(shown.chosen))):
            return Picked(entry.pick.chosen, added=typed or None)
        if isinstance(shown, InOrder) and not entry.order.holds and (ids := self.marks()):
            return Ordered(ids)
        return None

    def marks(self) -> tuple[str, ...] | None:
        """What is ticked, marked or put in order and differs from what stands; None where nothing does."""
        shown, entry = self._question.turn.input, self._question.entry
        if isinstance(shown, InOrder):
            return entry.order.ids if entry.order.ids != tuple(item.id for item in shown.items) else None
        if not isinstance(shown, Pick):
            return None
        if shown.many:
            return entry.pick.chosen if set(entry.pick.chosen) != set(shown.chosen) else None
        marked = entry.pick.marked
        return (marked,) if marked is not None and marked not in shown.chosen else None

    def typed(self) -> None:
        """Schedule the writing of the draft; of an emptied field nothing that was taken is left."""
        if not self._question.entry.typed:
            self._question.taken = None
        self._drafts.touch()

    def flush(self) -> None:
        """Write the draft now, if it is not written yet. If that is refused the text stays in the field."""
        self._drafts.flush()

    def _keep_draft(self) -> bool:
        typed = self._question.entry.typed if self.reply() is not None else ""
        marks = self.marks()

        def keep() -> None:
            self._desk.keep_draft(typed)
            self._desk.keep_marks(marks)

        return self._attempt(keep)

    def said(self, reply: Reply) -> None:
        """Drop the draft of what was submitted."""
        self._drafts.forget()
        if isinstance(reply, Picked):
            self._question.turn = self._desk.turn()

    def save_pending(self) -> None:
        """Before the question is left: write the draft, and put down what is being moved."""
        self.flush()
        self._question.entry.order.put_down()

    def unmark(self) -> None:
        """Reset the marks to what was saved."""
        shown = self._question.turn.input
        if isinstance(shown, Pick):
            self._question.entry.pick.reset(shown)
        elif isinstance(shown, InOrder):
            self._question.entry.order.put(shown)
        self._attempt(lambda: self._desk.keep_marks(None))
