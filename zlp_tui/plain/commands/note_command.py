"""The command `/note`: a progress note on an agreement or a goal, or on neither, asked in at most four questions; and
that it was a bad day, as somebody told of it, which is asked in one (M09)."""

from __future__ import annotations

from typing import Literal

from zlp_tui.conversation.ports.follow_up import Noted
from zlp_tui.conversation.ports.turn import Kept, Selectable
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.keyboard_command import once_known
from zlp_tui.plain.commands.look_together_command import told_to_look_at
from zlp_tui.plain.commands.note_parser import (
    because_by_id,
    done_by_id,
    done_options,
    option_typed,
    parse_note,
    thing_typed,
    things_page,
)
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.words_question import keep_words, print_who_writes
from zlp_tui.plain.drafts.draft_offer import offer_draft
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plan.view import Because, Done, Person
from zlp_tui.text import clean, shortened


def note_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(tr("/note"), tr("NUMBER yes or no, WORDS"), tr("note how it went"), _note, draft=_draft)


class NoteQuestion:
    """Asks for subject, outcome, reason and words, one at a time; skips what the command line gave already.

    `done` is the outcome, where that was said, of something for which there are reasons. `part` is the part of the day
    that it is about.
    """

    writes = True

    def __init__(
        self, talk: PlainTalk, about: Selectable | None = None, *, loose: bool = False, done: Done | None = None,
        part: str | None = None,
    ) -> None:
        self._talk = talk
        self._things = talk.desk.follow_up.things()
        self._signals = talk.desk.follow_up.signals()
        self._about = about
        self._part = part
        self._done: Done | None = done
        self._because: Because | None = None
        self._now: Literal["about", "done", "because", "words"] = "done" if about else "about"
        self._told_who: Person | None = None
        if loose or not (self._things or self._signals):
            self._now = "words"
        elif about and done is not None:
            self._now = "because"

    @property
    def draft(self) -> CommandDraft | None:
        """The draft of the words, while they are asked for."""
        return draft_about(self._talk, self._about) if self._now == "words" else None

    def ask(self) -> None:
        """Print the current question."""
        out, tr = self._talk.out, self._talk.tr
        writes = self._talk.desk.follow_up.voice
        if writes != self._told_who:
            print_who_writes(self._talk)
            self._told_who = writes
        match self._now:
            case "about":
                self._talk.print_page(things_page(self._things, self._signals, tr))
                out.print(tr("What is it about? Type a number. Type 0 when it is about none of these."))
            case "done":
                _print_about(self._talk, self._about)
                self._choice(tr("Did it work out?"), done_options(tr))
            case "because":
                self._choice(tr("How did that come about?"), self._talk.desk.follow_up.reasons())
            case "words":
                out.print(tr("What more is there to say about it? An empty line is fine too."))
                offer_draft(out, tr, draft_about(self._talk, self._about))

    def receive(self, typed: str) -> bool:
        """Parse one answer and print the next question; True after the last one."""
        empty = not clean(typed).text
        match self._now:
            case "about" if not empty:
                self._about = thing_typed(self._talk, (*self._things, *self._signals), typed)
                if self._about in self._signals:
                    note_it_was_so(self._talk, self._about)
                    return True
                self._now = "done" if self._about else "words"
            case "done":
                self._done = None if empty else done_by_id(option_typed(done_options(self._talk.tr), typed))
                has_reasons = self._done in ("partly", "no") and self._talk.desk.follow_up.reasons()
                self._now = "because" if has_reasons else "words"
            case "because":
                self._because = None if empty else self._reason(typed)
                self._now = "words"
            case _ if empty and self._done is None:
                self._talk.out.print(self._talk.tr("Nothing was kept."))
                return True
            case _:
                save_note(self._talk, self._about, self._done, self._because, typed, self._part)
                return True
        self.ask()
        return False

    def help(self) -> tuple[str, ...]:
        """What can be typed now."""
        tr = self._talk.tr
        match self._now:
            case "about":
                return (tr("What is it about? Type a number. Type 0 when it is about none of these."),)
            case "done" | "because":
                question = tr("Did it work out?") if self._now == "done" else tr("How did that come about?")
                return (question, tr("Type a number. An empty line passes it over."))
            case "words":
                return (tr("What more is there to say about it? An empty line is fine too."),)

    def leave(self) -> None:
        """Save the note if its outcome is known."""
        if self._done is not None:
            save_note(self._talk, self._about, self._done, self._because, "", self._part)

    def _reason(self, typed: str) -> Because:
        return because_by_id(option_typed(self._talk.desk.follow_up.reasons(), typed))

    def _choice(self, question: str, options: tuple[Selectable, ...]) -> None:
        self._talk.out.print(question)
        for number, option in enumerate(options, start=1):
            self._talk.out.print(option.title, f"  {number}. ")
        self._talk.out.print(self._talk.tr("Type a number. An empty line passes it over."))


def save_note(
    talk: PlainTalk, about: Selectable | None, went: Done | None, reason: Because | None, text: str,
    part: str | None = None,
) -> None:
    """Save a note and print what it is about; propose a review when the follow-up asks for one."""
    ref = about.id if about else None
    noted: list[Noted] = []

    def note(words: str) -> Kept:
        noted.append(talk.desk.follow_up.note(ref, done=went, because=reason, text=words, part=part))
        return noted[-1].kept

    keep_words(talk, draft_about(talk, about), note, text)
    _print_about(talk, about)
    if noted[-1].look_at is not None:
        _propose(talk, noted[-1].look_at)


def note_it_was_so(talk: PlainTalk, signal: Selectable) -> None:
    """Note that today was a bad day as these words tell of it, and print which (M09)."""
    keep_words(talk, draft_about(talk, signal), lambda _: talk.desk.follow_up.it_was_so(signal.id), "")
    _print_about(talk, signal)


def _print_about(talk: PlainTalk, about: Selectable | None) -> None:
    if about:
        talk.out.print(talk.tr("This is about: {words}", words=quoted(shortened(about.title))))


def _propose(talk: PlainTalk, ref: str) -> None:
    """Print that it failed three times for one reason, and the command that opens the review (M16)."""
    words = next((shortened(thing.title) for thing in talk.desk.follow_up.things() if thing.id == ref), "")
    talk.out.print(talk.tr("Three times it did not go, for the same reason: {words}", words=quoted(words)))
    talk.out.print(told_to_look_at(talk.desk, talk.tr))


def draft_about(talk: PlainTalk, about: Selectable | None) -> CommandDraft:
    """The draft of the words of a note about an agreement or a goal, or about neither."""
    return CommandDraft(talk.desk.follow_up, "note", about.id if about else None)


def _note(talk: PlainTalk, rest: str) -> None:
    if not rest:
        once_known(talk, lambda: talk.ask(NoteQuestion(talk)))
        return
    about, went, words = parse_note(talk, rest)
    if about is not None and about in talk.desk.follow_up.signals():
        if went == "no" or words:
            raise Refused("Of such a day only the number is typed. This was not kept.")
        once_known(talk, lambda: note_it_was_so(talk, about))
    elif went is not None or words:
        draft = draft_about(talk, about)
        once_known(talk, lambda: save_note(talk, about, went, None, words), (draft, words))
    else:
        once_known(talk, lambda: talk.ask(NoteQuestion(talk, about, loose=about is None)))


def _draft(talk: PlainTalk, rest: str) -> tuple[CommandDraft, str]:
    about, _, words = parse_note(talk, rest)
    return draft_about(talk, about), words
