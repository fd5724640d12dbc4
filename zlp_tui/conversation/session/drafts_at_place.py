"""`DraftsAtPlace`: what is typed, ticked or marked at the question that is asked, as drafts of whoever types it."""

from __future__ import annotations

from zlp_tui.conversation.ports.typed_drafts import OfferedDraft
from zlp_tui.conversation.session.draft_keys import answer_draft
from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.script_position import ScriptPosition
from zlp_tui.conversation.session.seats import Seats


class DraftsAtPlace:
    """The drafts at the place where the conversation is.

    With `anew`, a statement's id, it is about what is typed to say that statement differently.
    """

    def __init__(self, drafts: DraftStore, position: ScriptPosition, seats: Seats) -> None:
        self._drafts = drafts
        self._position = position
        self._seats = seats

    def typist(self, anew: str | None = None) -> str | None:
        """Whose words are typed here: of whom an answer of their own is asked, else who speaks; None for nobody."""
        return self._seats.typist(self._position.asked().answers if anew is None else None)

    def text(self, anew: str | None = None) -> str:
        """Words typed and not yet said."""
        return self._drafts.text(answer_draft(self._position.place, anew), self.typist(anew))

    def of_others(self, anew: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who speaks typed and did not say, each with their name, newest first."""
        return self._drafts.of_others(answer_draft(self._position.place, anew), self.typist(anew))

    def keep(self, text: str, anew: str | None = None) -> None:
        """Keep what is typed; an empty text forgets it."""
        self._drafts.save(answer_draft(self._position.place, anew), text, self.typist(anew))

    def pass_on(self, before: str | None) -> None:
        """What somebody typed here becomes the words of who types now, unless these typed here too."""
        self._drafts.pass_on(answer_draft(self._position.place), before, self.typist())

    def marks(self) -> tuple[str, ...] | None:
        """What who speaks ticked, marked or put in order and did not keep, by id; None for nothing."""
        place = self._position.place
        return self._drafts.marks(place, self.typist()) if self._drafts.has_marks(place) else None

    def keep_marks(self, marks: tuple[str, ...] | None) -> None:
        """Keep what is ticked, marked or put in order as a draft; None forgets it."""
        self._drafts.save_marks(self._position.place, marks, self.typist())

    def offered(self) -> tuple[OfferedDraft, ...]:
        """All drafts of this plan, newest first."""
        return self._drafts.offered(self._position.place, self.typist())
