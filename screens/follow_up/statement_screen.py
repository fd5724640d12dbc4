"""`StatementScreen`: one statement: correct it, withdraw it, change its speaker or its life domain. Old words are kept.

A person of the plan is shown here too; to correct one is to change the name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.bases.base_list_screen import BaseListScreen
from screens.follow_up.statement_presenter import StatementPresenter
from screens.navigation.navigator import Navigator
from screens.navigation.routes import DISAGREE, HISTORY, NO_LONGER, NOT_MET, REMARKS, TRACE
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO, Action
from screens.parts.column import Column
from screens.parts.draft_throttle import DraftThrottle
from screens.parts.line_layout import RowsSheet, Sheet
from screens.parts.line_list import LineList
from screens.parts.message_line import quoted
from screens.steps.answer_field import AnswerField
from screens.steps.words_of_others import offer_words_of_others
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.i18n import Catalogue, message
from zlp_tui.saved_text import saved_text
from zlp_tui.text import LIMIT


class StatementScreen(BaseListScreen):
    """What was said, and what one can do with it. `changed` is called when something became of it."""

    DEFAULT_CSS = """
    StatementScreen {
        & #words { height: auto; max-height: 60%; margin-top: 1; }
        & #how { height: auto; padding: 1 2 0 2; color: $primary; text-style: bold; }
    }
    """
    help_page = "plan"
    ACTIONS = (
        SAVE_WORDS,
        Action("open", message("Do this"), "choose", shown=ENTER, main=True),
        Action("history", message("What stood here before?"), "history", "b"),
        Action("only-for-me", message("Only for me"), "only_for_me", "c", spare=True),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, ref: str, changed: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(desk, tr, navigator)
        self.ref = ref
        self._changed = changed
        self._mode: Literal["look", "anew", "domain", "voice", "own"] = "look"
        self._line_closed = False
        """Whether it was closed here to who else sits at the table."""
        self._wanted = ""
        """What is done with the words once their speaker said so."""
        self.words = LineList(self.early, id="words")
        self.how = Static(id="how", markup=False)
        self.drafts = DraftThrottle(
            lambda wait, call: self.set_timer(wait, call), self._save_draft, self.draft_written
        )
        self.field = AnswerField(
            self.early, said=self.correct, typed=self._typed, too_much=self._too_much, enter=self.enter_in_field,
            id="anew",
        )

    def body(self) -> ComposeResult:
        with Column():
            yield self.words
            yield self.how
            yield self.field
            yield self.notice
            yield self.list

    def start(self) -> None:
        unasked = self.line.is_changeable and not self.line.asks_speaker()
        if unasked and self.line.standing and self.desk.draft(anew=self.ref):
            self.start_typing()
        else:
            self.list.focus()

    @property
    def line(self) -> StatementPresenter:
        """The line as it is now."""
        return StatementPresenter(self.desk, self.tr, self.ref)

    def heading(self) -> str:
        return self.tr("This was said")

    def show_parts(self) -> None:
        self.how.update(Content(self.line.asks))
        self.how.display = self.field.display = self._mode == "anew"
        self.list.display = self._mode != "anew"
        self.words.show(RowsSheet(self.line.told(briefly=self._mode == "anew", closed=self._line_closed)))

    def asks_answer(self) -> bool:
        return self._mode in ("domain", "voice", "own")

    def sheet(self) -> Sheet:
        match self._mode:
            case "domain":
                return self.line.domains()
            case "voice":
                return self.line.voices()
            case "own":
                return self.line.say_it_yourself(self._wanted)
            case _:
                return self.line.what_can_be_done()

    def chosen(self, ref: str) -> None:
        if ref in ("anew", "withdraw") and self.line.asks_speaker():
            self._mode, self._wanted = "own", ref
            self.show_all()
            return
        match ref.split("/"):
            case ["anew"]:
                self.start_typing()
            case ["domain"]:
                self._mode = "domain"
                domain = self.line.domain
                self.show_all(select=f"domain/{domain}" if domain else None)
            case ["voice"]:
                self._mode = "voice"
                statement = self.line.statement
                self.show_all(select=f"voice/{statement.voice.id}" if statement else None)
            case ["voice", person]:
                self.is_of(person)
            case ["domain", domain]:
                self.tag(domain or None)
            case ["withdraw"]:
                self.withdraw()
            case ["only-for-me"]:
                self.action_only_for_me()
            case _:
                self._leave_for(ref)

    def _leave_for(self, ref: str) -> None:
        """What is done with the line on another screen, or after its speaker was asked."""
        match ref.split("/"):
            case ["own", wanted]:
                self._said_by_speaker(wanted)
            case ["disagree"]:
                self.navigator.navigate(DISAGREE, self.ref)
            case ["part", part]:
                place = self.line.place_of_part(part)
                if place is not None:
                    self.navigator.ask_aside(place)
            case ["no-longer"]:
                self.navigator.navigate(NO_LONGER, self.ref)
            case ["not-met"]:
                self.navigator.navigate(NOT_MET, self.ref)
            case ["remark"]:
                self.navigator.navigate(REMARKS, self.ref)
            case ["talk"]:
                step = self.line.step
                self.navigator.show_talk(step.place if step is not None else None)
            case _:
                self.navigator.navigate(TRACE, self.ref)

    def _said_by_speaker(self, wanted: str) -> None:
        """The speaker says it themselves, and speaks from now on; or they do not, and nothing is done."""
        self._mode = "look"
        speaker = self.line.speaker
        if wanted and speaker is not None and self.attempt(lambda: self.desk.speak_as(speaker.id)):
            self.chosen(wanted)
        else:
            self.show_all()

    def start_typing(self) -> None:
        """Type the words as they should be; what was typed earlier and not said is there again."""
        if not self.line.standing:
            return
        self._mode = "anew"
        with self.app.batch_update():
            self.notice.clear()
            self.field.put(self.desk.draft(anew=self.ref) or self.line.standing)
            self.show_all()
            others = self.desk.drafts_of_others(anew=self.ref)
            offer_words_of_others(self.notice, self.tr, others, self._take_over)
            self.tell_read_only()
            self.field.focus()

    def _take_over(self, words: str) -> None:
        self.field.put(words)
        self.notice.clear()
        self.drafts.touch()
        self.field.focus()

    def correct(self) -> None:
        """Keep the words as they stand in the field; the old ones are kept too."""
        say_anew = self.desk.correct if self.line.person is None else self.desk.rename
        old, text = self.ref, self.field.text
        if self._keep(lambda: say_anew(old, text)):
            self.drafts.forget()
            self.attempt(lambda: self.desk.keep_draft("", anew=old))

    def is_of(self, person: str) -> None:
        """These are somebody else's words."""
        self._keep(lambda: self.desk.said_by(self.ref, person))

    def tag(self, domain: str | None) -> None:
        """Say which life domain it belongs to, or none."""
        self._keep(lambda: self.desk.tag(self.ref, domain))

    def _keep(self, write: Callable[[], Kept]) -> bool:
        """Keep it, and say what became of it; False when it is refused."""
        done: list[Kept] = []
        if not self.attempt(lambda: done.append(write())):
            return False
        (kept,) = done
        self.ref = kept.refs[0] if kept.refs else self.ref
        self._show_kept(kept)
        return True

    def _show_kept(self, kept: Kept, done: str = "") -> None:
        told = saved_text(kept, self.tr, quoted(kept.words), done=done)
        if kept.written:
            self._show_saved(told)
        else:
            self._show_look()
            self.notice.tell(told)

    def withdraw(self) -> None:
        """Take it back; one key brings it back again."""
        done: list[Kept] = []
        if self.attempt(lambda: done.append(self.desk.withdraw(self.ref))):
            kept = done[0]
            self.ref = kept.refs[0] if kept.told else self.ref
            self._show_kept(kept, kept.told or self.tr("Taken back. The words are kept."))

    def action_only_for_me(self) -> None:
        """Only who said it and the client may read it from now on; or, where that is so, others again too."""
        closes = not self.line.is_closed
        decide = self.desk.only_for_me if closes else self.desk.for_others_too
        done: list[Kept] = []
        if self.attempt(lambda: done.append(decide(self.ref))):
            self._line_closed = closes
            self._show_kept(done[0], self.tr("Saved. {words}", words=done[0].told))

    def _show_saved(self, message: str) -> None:
        """Back to looking at it, after something changed."""
        with self.app.batch_update():
            self._show_look()
            self.notice.show(message, self.tr("Undo"), self.undo)
        self._changed()

    def _show_look(self) -> None:
        self._mode = "look"
        with self.app.batch_update():
            self.show_all()
            self.list.focus()

    @property
    def undoes(self) -> str | None:
        """Only what was done with this line."""
        return self.ref

    def follow(self, to: Callable[[str], str]) -> None:
        self.ref = to(self.ref)

    def undo(self) -> None:
        super().undo()
        self._changed()

    def redo(self) -> None:
        super().redo()
        self._changed()

    def action_back(self) -> None:
        """From typing or picking back to looking; from looking back to where we came from. Typed text is kept."""
        if self._mode == "look":
            self.navigator.back()
            return
        self.drafts.flush()
        self._show_look()

    # what is typed and not yet said

    def enter_in_field(self) -> str:
        return self.tr("Keep it like this") if self.field.text.strip() else self.tr("Type something first")

    def _typed(self) -> None:
        self.drafts.touch()
        self.refresh_enter()

    def _save_draft(self) -> bool:
        stands, text = self.line.standing, self.field.text
        if not stands:
            return True
        return self.attempt(lambda: self.desk.keep_draft("" if text == stands else text, anew=self.ref))

    def write_typed(self) -> None:
        """Write what is typed and not yet written."""
        self.drafts.flush()

    def typed_field(self) -> AnswerField | None:
        return self.field if self._mode == "anew" else None

    def _too_much(self) -> None:
        self.notice.refuse(self.tr("More than {count} characters do not fit here", count=LIMIT))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "only_for_me":
            return self._mode == "look" and self.line.stands and self.line.decides_who_reads
        if action in ("choose", "history", "undo", "redo", "save_words"):
            return (self._mode == "anew") == (action == "save_words")
        return super().check_action(action, parameters)

    def action_save_words(self) -> None:
        """Save the words in the field."""
        self.correct()

    def action_history(self) -> None:
        self.navigator.navigate(HISTORY, self.ref)
