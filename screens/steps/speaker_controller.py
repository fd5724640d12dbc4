"""`SpeakerController`: lets another person speak at a question, with what was typed or marked just now."""

from __future__ import annotations

from collections.abc import Callable

from screens.steps.draft_controller import DraftController
from screens.steps.question_view import QuestionView
from zlp_tui.conversation.ports.desk import Desk


class SpeakerController:
    """`show` shows the question anew; `attempt` runs a command and shows its refusal."""

    def __init__(
        self, desk: Desk, question: QuestionView, draft: DraftController, *, show: Callable[[], None],
        attempt: Callable[[Callable[[], None]], bool],
    ) -> None:
        self._desk = desk
        self._question = question
        self._draft = draft
        self._show = show
        self._attempt = attempt

    def speak_as(self, person: str) -> None:
        """This person speaks from now on. What was typed or marked just now becomes theirs; a draft that was found
        here stays with whoever typed it."""
        entry = self._question.entry
        just_typed = entry.typed if entry.field.edited else ""
        self._draft.flush()
        let_speak = self._desk.hand_over if just_typed else self._desk.speak_as
        if self._attempt(lambda: let_speak(person)):
            marks = self._draft.marks()
            self._show()
            if just_typed and entry.typed in ("", just_typed):
                entry.field.put(just_typed)
                entry.field.edited = True
            if marks is not None and self._draft.marks() is None:
                entry.put(self._question.turn.input, entry.typed, marks)
                self._draft.typed()

    def put_to_another(self) -> None:
        """The question is put to somebody else: who that is speaks, or is to be chosen where there are more."""
        others = [person.id for person in self._desk.present if person.id != self._desk.view.client]
        if self._question.speaker_is_open and len(others) == 1:
            self._draft.flush()
            if self._attempt(lambda: self._desk.speak_as(others[0])):
                self._show()
        else:
            self._question.put_to_another()
