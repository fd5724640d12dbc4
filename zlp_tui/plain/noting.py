"""How it went: a note on an agreement or a goal, or a loose one, in at most four small questions (L25, L33, L63)."""

from __future__ import annotations

from typing import Literal

from zlp_tui.conversation.living import Noted
from zlp_tui.conversation.turn import Kept, Selectable
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.asking import Unsaid
from zlp_tui.plain.asking_words import keep_words, offer_unsaid
from zlp_tui.plain.command import Command
from zlp_tui.plain.noted import because, done, how_it_went, one_of, thing, things_page, told_at_once
from zlp_tui.plain.overview import topics_of
from zlp_tui.plain.page import quoted
from zlp_tui.plain.walk import Walk
from zlp_tui.plan.view import Because, Done
from zlp_tui.script.roles import Role
from zlp_tui.text import clean, shortened


def noting(say: Catalogue) -> Command:
    """The command, in the words of the catalogue."""
    return Command(say("/note"), say("NUMBER yes or no, WORDS"), say("note how it went"), _note, unsaid=_unsaid)


class NoteAsked:
    """Asks what it is about, whether it worked out, why not, and for words; what is known already is not asked."""

    def __init__(self, walk: Walk, about: Selectable | None = None, *, loose: bool = False) -> None:
        self._walk = walk
        self._things = walk.desk.follow_up.things()
        self._about = about
        self._done: Done | None = None
        self._because: Because | None = None
        self._now: Literal["about", "done", "because", "words"] = "done" if about else "about"
        if loose or not self._things:
            self._now = "words"

    @property
    def unsaid(self) -> Unsaid | None:
        """Where the words wait, when they are asked."""
        return _waiting(self._walk, self._about) if self._now == "words" else None

    def ask(self) -> None:
        """Write the question that we are at."""
        out, say = self._walk.out, self._walk.say
        match self._now:
            case "about":
                self._walk.show(things_page(self._things, say))
                out.say(say("What is it about? Type a number. Type 0 when it is about none of these."))
            case "done":
                _tell_about(self._walk, self._about)
                self._choice(say("Did it work out?"), how_it_went(say))
            case "because":
                self._choice(say("How did that come about?"), self._walk.desk.follow_up.reasons())
            case "words":
                out.say(say("What more is there to say about it? An empty line is fine too."))
                offer_unsaid(self._walk, _waiting(self._walk, self._about))

    def hear(self, typed: str) -> bool:
        """Take one answer, and ask the next question; True after the last one."""
        empty = not clean(typed).text
        match self._now:
            case "about" if not empty:
                self._about = thing(self._walk, self._things, typed)
                self._now = "done" if self._about else "words"
            case "done":
                self._done = None if empty else done(one_of(how_it_went(self._walk.say), typed))
                has_reasons = self._done in ("partly", "no") and self._walk.desk.follow_up.reasons()
                self._now = "because" if has_reasons else "words"
            case "because":
                self._because = None if empty else because(one_of(self._walk.desk.follow_up.reasons(), typed))
                self._now = "words"
            case _ if empty and self._done is None:
                self._walk.out.say(self._walk.say("Nothing was kept."))
                return True
            case _:
                keep_note(self._walk, self._about, self._done, self._because, typed)
                return True
        self.ask()
        return False

    def leave(self) -> None:
        """Keep the note when it was told whether it worked out."""
        if self._done is not None:
            keep_note(self._walk, self._about, self._done, self._because, "")

    def _choice(self, question: str, options: tuple[Selectable, ...]) -> None:
        self._walk.out.say(question)
        for number, option in enumerate(options, start=1):
            self._walk.out.say(option.title, f"  {number}. ")
        self._walk.out.say(self._walk.say("Type a number. An empty line passes it over."))


def keep_note(
    walk: Walk, about: Selectable | None, went: Done | None, reason: Because | None, text: str
) -> None:
    """Put a note on disk, say so, and what it is about; propose to look at that together where it may help."""
    ref = about.id if about else None
    noted: list[Noted] = []

    def note(words: str) -> Kept:
        noted.append(walk.desk.follow_up.note(ref, done=went, because=reason, text=words))
        return noted[-1].kept

    keep_words(walk, _waiting(walk, about), note, text)
    _tell_about(walk, about)
    if noted[-1].look_at is not None:
        _propose(walk, noted[-1].look_at)


def _tell_about(walk: Walk, about: Selectable | None) -> None:
    if about:
        walk.out.say(walk.say("This is about: {words}", words=quoted(shortened(about.title))))


def _propose(walk: Walk, ref: str) -> None:
    """Say that it did not go three times for one reason, and how to look at it together (M16)."""
    words = next((shortened(one.title) for one in walk.desk.follow_up.things() if one.id == ref), "")
    walk.out.say(walk.say("Three times it did not go, for the same reason: {words}", words=quoted(words)))
    to_look_at = walk.desk.topic_for(Role.AGREEMENTS) or walk.desk.topic_for(Role.FOLLOW_UP)
    for topic in topics_of(walk.desk.map()):
        if topic.id == to_look_at:
            walk.out.say(walk.say("Shall we look at it together? Type: /topic {title}", title=topic.title))


def _waiting(walk: Walk, about: Selectable | None) -> Unsaid:
    return Unsaid(walk.desk.follow_up, "note", about.id if about else None)


def _note(walk: Walk, rest: str) -> None:
    if not rest:
        walk.begin(NoteAsked(walk))
        return
    about, went, words = told_at_once(walk, rest)
    if went is not None or words:
        keep_note(walk, about, went, None, words)
    else:
        walk.begin(NoteAsked(walk, about, loose=about is None))


def _unsaid(walk: Walk, rest: str) -> tuple[Unsaid, str]:
    about, _, words = told_at_once(walk, rest)
    return _waiting(walk, about), words
