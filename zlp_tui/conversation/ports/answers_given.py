"""The port for saying things: answers, corrections, and taking back."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.turn import Kept, Reply, Turn
from zlp_tui.plan.view import Person, Place, Term


class AnswersGiven(Protocol):
    """Answers to what is asked, and what becomes of them after that."""

    def answer(self, reply: Reply) -> Kept:
        """Keep an answer to the question at our place, by who speaks. `Refused` leaves everything as it was."""

    @property
    def details(self) -> tuple[Turn, ...]:
        """The questions of the administrative fields that make sense now, with what is filled in, as one form."""

    def fill_in(self, place: Place, reply: Reply) -> Kept:
        """Keep an answer to one of the `details`; the conversation stays where it is. `Refused` as for `answer`."""

    def draft_in(self, field: Turn) -> str:
        """What is typed in one of the `details` and not kept, by who speaks."""

    def keep_draft_in(self, field: Turn, text: str) -> None:
        """Keep what is typed in one of the `details` as a draft; an empty text forgets it. The face throttles."""

    @property
    def offers_number(self) -> bool:
        """Whether a citizen service number stands in the plan that everybody here may see."""

    def whole_number(self) -> str:
        """The citizen service number in all its digits; the log tells who looked. `NotFound` where there is none for
        this table, `Refused` where the log cannot be written."""

    def speaker_of(self, ref: str) -> Person | None:
        """Who said the words of a line, and alone may change them; None for a line without words of anybody."""

    def correct(self, ref: str, text: str) -> Kept:
        """Say a statement anew, as words of whoever said it; the old words are kept."""

    def said_by(self, ref: str, person: str) -> Kept:
        """These words are somebody else's: the same statement, by its true speaker; the old line is kept."""

    def rename(self, person: str, name: str) -> Kept:
        """Another name for somebody in the plan, the client too; the old one is kept in the history.

        `Refused` for an empty name. `Doubtful` for one by which somebody else in the plan is known; the same again is
        taken as it is.
        """

    def withdraw(self, ref: str) -> Kept:
        """Take back what was said at a line of the plan; the old words are kept."""

    def is_closed(self, ref: str) -> bool:
        """Whether only the client and who said a line may read it, of a line that is read here."""

    def only_for_me(self, ref: str) -> Kept:
        """From now on only the client and who said a line may read it; `told` says so in words.

        `Refused` for anybody but these, and for a line without words of anybody.
        """

    def for_others_too(self, ref: str) -> Kept:
        """A line that was closed is read again by who may read such lines; `told` says so. `Refused` as above."""

    def say_term(self, reason: str, term: Term | None) -> Kept:
        """Say whether a reason for or against an option is for now or for later; None for neither.

        `Refused` for anybody but who said it.
        """

    def tag(self, ref: str, domain: str | None) -> Kept:
        """Say which life domain a statement, a choice, a goal or an agreement belongs to."""

    def undo(self, here: Place | str | None = None) -> str | None:
        """Undo the last change of this conversation: its words; None when there is none.

        It goes to the question at which that was said. With a place: first what was said there, else the last of all.
        With the id of a line: only what was done with that line, and one stays where one is.
        """

    def redo(self) -> str | None:
        """Do again what was undone last, and go where it was said: its words; None when nothing was undone last."""
