"""`AnswerController`: hands answers to the desk, reports the outcome, and undoes them."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.message_line import MessageLine, quoted
from screens.steps.draft_controller import DraftController
from screens.steps.navigation_controller import NavigationController
from screens.steps.question_view import QuestionView
from zlp_tui.conversation.ports.answer_words import answer_words
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Kept, Ordered, Pick, Picked, Reading, Reply, Words
from zlp_tui.errors import Doubtful, Refused, StoreReadOnly, ZlpError
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import Term
from zlp_tui.saved_text import saved_text
from zlp_tui.text import LIMIT


class AnswerController:
    """Submits what is typed or picked. `show` redraws the question; `kept` is called after each change of the plan.

    `skip_key` and `next_key` are the names of the keys that skip the question, and that go on.
    """

    def __init__(
        self, desk: Desk, question: QuestionView, draft: DraftController, navigation: NavigationController,
        notice: MessageLine, tr: Catalogue, *,
        show: Callable[[], None], kept: Callable[[], None], skip_key: Callable[[], str],
        next_key: Callable[[], str],
    ) -> None:
        self._desk = desk
        self._question = question
        self._draft = draft
        self._navigation = navigation
        self._notice = notice
        self._tr = tr
        self._show = show
        self._kept = kept
        self._skip_key = skip_key
        self._next_key = next_key
        self._round_began_with: str | None = None
        """Who spoke first at a question that is asked round the table, by person id; None where it is not going round.
        """

    def submit(self) -> None:
        """Enter in the field: answer with what is typed; with nothing typed, go on."""
        picks = isinstance(self._question.turn.input, Pick)
        self._answer_or_go_on(go_on=picks and not self._question.entry.typed)

    def go_on(self) -> None:
        """Answer with what is typed or marked, if anything, then go to the next question; on a page that is only read
        to its next lines first, so that nothing of it is passed over unseen."""
        reads = isinstance(self._question.turn.input, Reading)
        if not (reads and self._question.entry.reading.read_on()):
            self._answer_or_go_on(go_on=True)

    def _answer_or_go_on(self, *, go_on: bool) -> None:
        reply = self._draft.reply()
        if reply is None:
            if isinstance(self._question.turn.input, Pick):
                self._draft.unmark()  # who goes on without an answer chose none
            self._navigation.next()
        else:
            self._answer(reply, go_on=go_on)

    def enough(self) -> None:
        """Enough was weighed: what is typed is said, and then one goes to the question after it."""
        reply = self._draft.reply()
        if reply is not None:
            self._answer(reply, go_on=False)
        if self._draft.reply() is None:  # it was not refused
            self._navigation.enough()

    def say_term(self, reason: str, term: Term | None) -> None:
        """Say whether a reason is for now or for later."""
        try:
            kept = self._desk.say_term(reason, term)
        except ZlpError as error:
            self._refused(error)
        else:
            self._show()
            self._tell(kept, "")
            self._kept()

    def pick(self, ids: tuple[str, ...]) -> None:
        """Answer with these options."""
        shown, typed = self._question.turn.input, self._question.entry.typed
        if isinstance(shown, Pick) and not (shown.many and ids) and not typed and ids == shown.chosen:
            self._draft.unmark()
            self._navigation.next()  # it stands already, or nothing is marked
            return
        self._answer(Picked(ids, added=typed or None), go_on=isinstance(shown, Pick) and shown.many and not typed)

    def nothing_marked(self) -> None:
        """Enter in a list in which nothing is marked: answer with a name that is typed, else say how to choose."""
        if self._question.entry.typed:
            self.submit()
        else:
            self._notice.tell(self._tr("Choose one, or {key}: go on", key=self._next_key()))

    def put_in_order(self, ids: tuple[str, ...]) -> None:
        """Answer with this order."""
        self._answer(Ordered(ids), go_on=False)

    def _answer(self, reply: Reply, *, go_on: bool) -> None:
        """Save an answer, report it, and go on if asked to. After a refusal everything stays as it is."""
        if self._question.speaker_is_open:
            self._notice.tell(self._tr("Choose first who says this."))
            self._question.put_to_another()
            return
        try:
            kept = self._desk.answer(reply)
        except ZlpError as error:
            if go_on and isinstance(error, StoreReadOnly):
                self._navigation.next()  # words in a box strand nobody: they stay typed at their question
            self._refused(error)
            return
        words = answer_words(self._question.turn, reply)
        self._draft.said(reply)
        with self._question.app.batch_update():
            spoke = self._desk.voice.called
            if self._ask_round_the_table():
                self._show()
                self._tell_before(kept, words, self._tr("{name}: {words}", name=spoke, words=quoted(words)))
            elif not (go_on or kept.goes_on):
                self._stay(kept, words)
            elif self._navigation.next():
                self._tell_before(kept, words)
            else:
                self._show()
                if kept.told:
                    self._tell(kept, words)
        self._kept()

    def _ask_round_the_table(self) -> bool:
        """Let the next person speak who has no answer of their own yet, where everybody has one; False for nobody."""
        person = self._desk.not_asked_yet() if self._question.turn.for_each_voice else None
        if person is not None:
            self._round_began_with = self._round_began_with or self._desk.voice.id
            self._desk.speak_as(person.id)
        return person is not None

    def end_round(self) -> None:
        """The question is left: whoever spoke first there has the word again, if they are here still."""
        first, self._round_began_with = self._round_began_with, None
        if first is not None and first in {person.id for person in self._desk.present}:
            self._desk.speak_as(first)

    def _stay(self, kept: Kept, words: str) -> None:
        self._question.domain = self._question.taken = None
        self._show()
        if kept.refs:
            self._question.board.reveal(kept.refs[0])
        self._tell(kept, words)

    def _refused(self, error: ZlpError) -> None:
        """Show the error; where the answer must have a format, such as a date, add how to skip the question."""
        told = self._tr(error.message, **error.values)
        shown = self._question.turn.input
        is_format = isinstance(error, Refused) and not isinstance(error, Doubtful)
        if is_format and isinstance(shown, Words) and shown.format != "text":
            told = f"{told} {self._tr('You may skip this: {key}.', key=self._skip_key())}"
        self._notice.refuse(told)

    def _tell(self, kept: Kept, words: str) -> None:
        """Report what is saved, and offer to undo it; or that nothing had to be."""
        told = saved_text(kept, self._tr, quoted(words))
        if kept.written:
            self._notice.show(told, self._tr("Undo this"), self.undo)
        else:
            self._notice.tell(told)

    def _tell_before(self, kept: Kept, words: str, told: str = "") -> None:
        """Report what is saved of the question or the person before; “saved” never stands beside the next, empty
        question."""
        if kept.unanswered:
            self._notice.tell(kept.told)
        elif not kept.written:
            self._notice.tell(self._tr("The question before: nothing was changed."))
        else:
            told = told or self._tr("The question before: {words}", words=kept.told or quoted(words))
            if kept.cut_to is not None:
                cut = self._tr("Only the first {count} characters fit.", count=kept.cut_to)
                told = f"{told} {cut}"
            self._notice.show(told, self._tr("Undo this"), self.undo)

    def too_much(self) -> None:
        """Report that more was typed or pasted than fits."""
        self._notice.refuse(self._tr("This is too long. The first {count} characters are here.", count=LIMIT))

    def undo(self) -> None:
        """Undo the last change, of this question first; because of this nothing asks for confirmation."""
        self._reverse(
            lambda: self._desk.undo(self._desk.place), message("Undone: {words}"),
            message("Undone at “{topic}”: {words}"),
            message("There is nothing to undo"),
        )

    def redo(self) -> None:
        """Do again what was undone last."""
        self._reverse(
            self._desk.redo, message("Done again: {words}"), message("Done again at “{topic}”: {words}"),
            message("There is nothing to do again")
        )

    def _reverse(self, reverse: Callable[[], str | None], here: str, elsewhere: str, nothing: str) -> None:
        """Undo or redo, at the question where it was said, and report what it was and where."""
        before = self._desk.place
        self._draft.flush()
        try:
            undone = reverse()
        except ZlpError as error:
            self._notice.refuse(self._tr(error.message, **error.values))
            return
        with self._question.app.batch_update():
            if undone is None:
                self._notice.tell(self._tr(nothing))
                return
            self._show()
            told = here if self._desk.place == before else elsewhere
            words = quoted(undone)
            self._notice.show(
                self._tr(told, words=words, topic=self._question.turn.topic_title),
                *((self._tr("Undo this"), self.undo) if reverse == self._desk.redo
                  else (self._tr("Yes, keep it after all"), self.redo)),
            )
        self._kept()
