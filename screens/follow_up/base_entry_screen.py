"""`BaseEntryScreen`: the base class of screens where one chooses from a list or types words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import KEYBOARD_USER, PARTICIPANTS
from screens.parts.chips import Chip, Chips
from screens.parts.column import Column
from screens.parts.draft_throttle import DraftThrottle
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.parts.message_line import quoted
from screens.steps.answer_field import AnswerField
from screens.steps.participants import who_can_speak
from screens.steps.question_view import SOMEBODY, WIDE_ENOUGH
from screens.steps.words_of_others import offer_words_of_others
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import DraftSlot
from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.saved_text import saved_text
from zlp_tui.text import LIMIT

LOW = 24
"""In a window lower than this no white stands above what is asked."""


class BaseEntryScreen(BaseListScreen):
    """From top to bottom: the subject, whose words it will be, a prompt, and a field or a list to choose from.

    Whose words it is, is the keyboard user's voice; who that is, is asked before the first of them.

    A subclass implements `subject`, `prompt` and `save_words`. What is typed is saved as a draft of its `slot`.
    """

    DEFAULT_CSS = """
    BaseEntryScreen {
        & #subject { height: auto; max-height: 40%; margin-top: 1; }
        & #prompt { height: auto; padding: 1 2 0 2; color: $primary; text-style: bold; }
        & #list { margin-top: 0; }
        & Chips { padding: 0 2; margin-top: 1; }
        &.-low #subject, &.-low Chips { margin-top: 0; }
        &.-low #prompt { padding: 0 2; }
    }
    """

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self._typing: tuple[DraftSlot, str | None] | None = None
        self.subject_lines = LineList(self.early, id="subject")
        self.prompt_line = Static(id="prompt", markup=False)
        self.voices = Chips(self.early, self._write_as, id="voices")
        self.drafts = DraftThrottle(
            lambda wait, call: self.set_timer(wait, call), self._save_draft, self.draft_written
        )
        self.field = AnswerField(
            self.early, said=self.save_words, typed=self._typed, too_much=self._too_much, enter=self.enter_in_field,
            id="answer",
        )

    @abstractmethod
    def subject(self) -> tuple[LineItem, ...]:
        """The lines that it is about, shown above everything."""

    @abstractmethod
    def prompt(self) -> str:
        """What is asked now; empty for nothing."""

    @abstractmethod
    def save_words(self) -> None:
        """Save the words in the field."""

    def asks_speaker(self) -> bool:
        """Whether to show the choice of who says it."""
        return self._typing is not None

    def body(self) -> ComposeResult:
        with Column():
            yield self.subject_lines
            yield self.voices
            yield self.prompt_line
            yield self.field
            yield self.notice
            yield self.list

    def start(self) -> None:
        if self.desk.keyboard_user is not None:
            self.desk.follow_up.write_as(None)
        self.list.focus()

    def on_screen_resume(self) -> None:
        """Who types, or who is here, may have been changed on the screen that lay on top."""
        self._shown_view = None

    def show_parts(self) -> None:
        subject, prompt, typing = self.subject(), self.prompt(), self._typing is not None
        self.set_class(self.app.size.height < LOW, "-low")
        self.subject_lines.show(RowsSheet(subject))
        self.subject_lines.display = bool(subject)
        self.prompt_line.update(Content(prompt))
        self.prompt_line.display = bool(prompt)
        self.field.display, self.list.display = typing, not typing
        self._show_voices()

    def _show_voices(self) -> None:
        self.voices.display = self.asks_speaker()
        if self.voices.display:
            chips = [Chip(person.id, person.called) for person in who_can_speak(self.desk)]
            wide = self.app.size.width >= WIDE_ENOUGH
            chips.append(Chip(SOMEBODY, self.tr("somebody else") if wide else self.tr("another"), quiet=True))
            voice = self.desk.follow_up.voice
            self.voices.put(self.tr("Who says this?"), chips, voice.id if voice is not None else None)

    def _write_as(self, person: str) -> None:
        just_typed = self.field.text if self.field.edited else ""
        self.drafts.flush()
        if person == SOMEBODY:
            self.navigator.navigate(PARTICIPANTS)
        elif self.attempt(lambda: self._let_write(person, just_typed)):
            self.show_all()
            (self.field if self._typing else self.list).focus()

    def _let_write(self, person: str, just_typed: str) -> None:
        """Show what they were typing here; else words that were typed just now, before it was said whose they are."""
        follow_up = self.desk.follow_up
        if self._typing is None:
            follow_up.write_as(person)
            return
        slot, about = self._typing
        if just_typed:
            follow_up.hand_over(person, slot, about)
        else:
            follow_up.write_as(person)
        self.field.put(follow_up.draft(slot, about) or just_typed, str(self.field.placeholder))
        self.field.edited = bool(just_typed) and self.field.text == just_typed

    def once_known(self, then: Callable[[], None]) -> None:
        """Do something that keeps words; first it is asked who types, unless that was said in this sitting."""
        if self.desk.follow_up.voice is not None:
            then()
        else:
            self.navigator.navigate(KEYBOARD_USER, then)

    def line_of(self, ref: str) -> tuple[LineItem, ...]:
        """A line of the plan, as the subject."""
        try:
            step = self.desk.trace(ref)[0]
        except NotFound as gone:
            return (LineItem(self.tr(gone.message, **gone.values), look="quiet"),)
        return (LineItem(step.what, look="strong"), LineItem(f"“{step.text}”", by=step.by, look="quote"))

    # typing

    def enter_in_field(self) -> str:
        return self.tr("Keep it like this") if self.field.text.strip() else self.tr("Type something first")

    def _typed(self) -> None:
        self.drafts.touch()
        self.refresh_enter()

    def start_typing(self, slot: DraftSlot, about: str | None, starter: str = "") -> None:
        """Show the field, with the draft of who writes. `starter` is shown while it is empty."""
        self._typing, follow_up = (slot, about), self.desk.follow_up
        with self.app.batch_update():
            self.early.appeared()
            self.field.put(follow_up.draft(slot, about), starter)
            self.show_all()
            offer_words_of_others(self.notice, self.tr, follow_up.drafts_of_others(slot, about), self._take_over)
            self.tell_read_only()
            self.field.focus()

    def _take_over(self, words: str) -> None:
        """Who writes says the words of somebody else, on purpose."""
        self.field.put(words)
        self.notice.clear()
        self.drafts.touch()
        self.field.focus()

    def stop_typing(self) -> None:
        """Leave the field; what is typed stays as a draft."""
        self.drafts.flush()
        self._typing = None

    def save(self, write: Callable[[], Kept]) -> Kept | None:
        """Save by `write`, and leave the field; None when it is refused, and then the words stay."""
        self.drafts.flush()  # also that there are no words any more
        done: list[Kept] = []
        if not self.attempt(lambda: done.append(write())):
            return None
        if not done[0].refs:
            self.notice.tell(self.tr("Type it in your own words first."))
            return None
        self.drafts.forget()
        self._typing = None
        self.desk.follow_up.write_as(None)
        return done[0]

    def show_saved(self, kept: Kept, select: str | None = None, *, done: str = "") -> None:
        """Show the list again with what became of it, `done` where that was written; that can be undone."""
        told = saved_text(kept, self.tr, quoted(kept.words), done=done)
        if kept.written:
            self._show_done(told, select)
        else:
            self.show_list(select)
            self.notice.tell(told)

    def take_back(self, ref: str, then: Callable[[], None]) -> None:
        """Take back a line; after that do `then`, and show the list with what became of it."""
        done: list[Kept] = []
        if self.attempt(lambda: done.append(self.desk.withdraw(ref))):
            then()
            self.show_saved(done[0], done=self.tr("Taken back. The words are kept."))

    def _show_done(self, message: str, select: str | None = None) -> None:
        """Show the list again with a message, and offer to undo."""
        with self.app.batch_update():
            self.early.appeared()
            self.show_all(select)
            self.notice.show(message, self.tr("Undo"), self.undo)
            self.list.focus()

    def show_list(self, select: str | None = None) -> None:
        """Show the list, and focus it."""
        with self.app.batch_update():
            self.early.appeared()
            self.notice.clear()
            self.show_all(select)
            self.list.focus()

    def _save_draft(self) -> bool:
        if self._typing is None:
            return True
        slot, about = self._typing
        return self.attempt(lambda: self.desk.follow_up.keep_draft(slot, about, self.field.text))

    def write_typed(self) -> None:
        """Write what is typed and not yet written."""
        self.drafts.flush()

    def _too_much(self) -> None:
        self.notice.refuse(self.tr("More than {count} characters do not fit here", count=LIMIT))

    # keys

    def typed_field(self) -> AnswerField | None:
        return self.field if self._typing is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While somebody types, only what belongs to it; the words are saved only then."""
        if action == "save_words":
            return self._typing is not None
        if self._typing is not None and action not in ("help", "back") and (action, parameters) in self._calls:
            return False
        return super().check_action(action, parameters)

    def action_save_words(self) -> None:
        """Save the words in the field."""
        self.save_words()

    @abstractmethod
    def action_back(self) -> None:
        """Go one step back, and from the first one to the screen before. What is typed stays."""
