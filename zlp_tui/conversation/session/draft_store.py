"""Drafts: what was typed and not yet said, as an answer, as a correction of a statement, or aside from the script; and
what was ticked, marked or put in order and not kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from zlp_tui.conversation.ports.desk import OfferedDraft
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.errors import NotAllowed
from zlp_tui.plan.access import Scope
from zlp_tui.plan.tables import drafts
from zlp_tui.plan.tables.drafts import Draft
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import DOMAINS, Place
from zlp_tui.script.roles import Role
from zlp_tui.text import clean, same_name

TO_THE_SECOND = 19
"""Characters of an instant up to its seconds."""

ANEW = "anew"

MARKS: Final = "marks"
"""The slot of what is ticked, marked or put in order: the ids, with spaces between, at the place after it."""
NO_MARKS: Final = "-"
"""All ticks that stood there were taken away."""

ASIDE_TOPICS: Final = {
    "note": Role.FOLLOW_UP,
    "remark": "remarks",
    "done-with": "remarks",
    "disagree": "disagreements",
    "ended": "disagreements",
}
"""The topic of what is typed aside from the script, by its slot."""


class DraftStore:
    """The drafts of one plan, in memory and on disk. Where nothing can be written they are kept in memory alone.

    A draft belongs to the topic of its place and to the line it is about: who may not see those does not see it, and
    saves none there, so that typing never replaces words that are hidden.
    """

    def __init__(self, plan: LoadedPlan) -> None:
        self._plan = plan
        with plan.store.reading() as session:
            self._drafts = {draft.place_key: draft for draft in drafts.all(session, plan.id)}
        self._unwritten: dict[str, None] = {}
        """The keys of drafts that changed and could not be written yet, in order."""

    def text(self, key: str) -> str:
        """The words that who speaks typed; empty when there are none."""
        draft = self._own(key)
        return draft.text if draft and self._is_readable(_place(key)) else ""

    def marks(self, place: Place) -> tuple[str, ...] | None:
        """What who speaks ticked, marked or put in order at a place, by id; None when nothing differs there."""
        kept = self.text(_marks_draft(place))
        return tuple(kept.split()) if kept not in ("", NO_MARKS) else () if kept else None

    def save_marks(self, place: Place, marks: tuple[str, ...] | None) -> None:
        """Save what is ticked, marked or put in order; None forgets it. `NotAllowed` as for `save`."""
        self.save(_marks_draft(place), "" if marks is None else " ".join(marks) or NO_MARKS)

    def of_others(self, key: str) -> tuple[tuple[str, str], ...]:
        """What others typed at this key and did not say, each with their name, newest first."""
        mine = self._own(key)
        return tuple(
            (self._typist(draft), draft.text) for draft in self._newest() if draft != mine and _bare(draft) == key
        )

    def save(self, key: str, text: str) -> None:
        """Save what is typed; an empty text forgets it. `NotAllowed` where the speaker may not write, or where not all
        who are present may see what is typed there."""
        typed = clean(text)
        if typed != self.text(key):
            self._require(_place(key))
            mine = self._own(key)
            kept = mine.place_key if mine else f"{key}|{self._speaker()}"
            self._drafts.pop(kept, None)
            if typed:
                at = self._plan.clock().isoformat()
                self._drafts[kept] = Draft(kept, typed, self._plan.seats.voice_in_plan, at)
            self._unwritten[kept] = None
        self.write_unwritten()

    def write_unwritten(self) -> None:
        """Write what is not on disk yet. When that is refused it stays in memory, for the next time."""
        plan = self._plan
        if not self._unwritten or (plan.store.read_only and not plan.store.look_again()):
            return
        with plan.store.writing() as session:
            for key in self._unwritten:
                draft = self._drafts.get(key)
                if draft is None:
                    drafts.forget(session, plan.id, key)
                else:
                    drafts.keep(session, plan.id, key, draft.text, draft.voice, datetime.fromisoformat(draft.at))
        self._unwritten.clear()

    def forget(self, session: Transaction, key: str) -> None:
        """Delete a draft on disk, in the transaction in which it is said; `discard` it once that is committed."""
        mine = self._own(key)
        if mine is not None:
            drafts.forget(session, self._plan.id, mine.place_key)

    def discard(self, key: str) -> None:
        """Drop a draft that is no longer on disk."""
        mine = self._own(key)
        if mine is not None:
            self._drafts.pop(mine.place_key)
            self._unwritten.pop(mine.place_key, None)

    def offered(self, here: Place) -> tuple[OfferedDraft, ...]:
        """All words but those typed aside, newest first; `here` is where one is offered whose statement is gone."""
        words = (draft for draft in self._newest() if not _is_aside(draft) and not _is_marks(draft))
        return tuple(self._offered(draft, here) for draft in words)

    def typed_since(self, ended: str) -> Iterator[Place]:
        """Where words were being typed at or after an instant, newest first."""
        for draft in self._newest():
            place = _place(draft.place_key)
            if place.topic and draft.at[:TO_THE_SECOND] >= ended[:TO_THE_SECOND]:
                yield place

    def _speaker(self) -> str:
        """Who types: by id, or by name while the plan does not know them yet."""
        plan = self._plan
        return plan.seats.voice_in_plan or f"={plan.seats.newcomers[plan.seats.voice].name}"

    def _own(self, key: str) -> Draft | None:
        """What who speaks typed at a key. One of whom nobody knows who typed it is offered to whoever speaks."""
        person = self._plan.voice
        for draft in self._drafts.values():
            by = _by(draft)
            if _bare(draft) == key and (
                by in ("", person.id) or (by.startswith("=") and same_name(by[1:], person.name))
            ):
                return draft
        return None

    def _typist(self, draft: Draft) -> str:
        """The name of who typed a draft."""
        by = _by(draft)
        if by.startswith("="):
            return by[1:]
        known = (*self._plan.view.people, *self._plan.view.former_people)
        return next((person.called for person in known if person.id == by), "")

    def _newest(self) -> list[Draft]:
        """The drafts that the readers may see."""
        seen = (draft for draft in self._drafts.values() if self._is_readable(_place(draft.place_key)))
        return sorted(seen, key=lambda draft: draft.at, reverse=True)

    def _require(self, place: Place) -> None:
        """Raise `NotAllowed` unless a draft may be saved at a place."""
        plan = self._plan
        may_write = all(plan.may(plan.seats.voice, "write", scope) for scope in self._scopes(place) or ())
        if not (may_write and self._is_readable(place)):
            raise NotAllowed("You may read this, but not change it.")

    def _is_readable(self, place: Place) -> bool:
        """Whether all who are present may see what is typed at a place, and the line that it is about."""
        view = self._plan.view
        known = view.readable | {person.id for person in view.people}
        if any(_is_id(piece) and piece not in known for piece in _pieces(place)):
            return False
        scopes = self._scopes(place)
        return scopes is not None and all(self._plan.readers.sees(scope) for scope in scopes)

    def _scopes(self, place: Place) -> tuple[Scope, ...] | None:
        """What a draft at a place belongs to; None for a place of which that is not known."""
        pieces = _pieces(place)
        if not place.topic and place.step == ANEW:
            said = next((said for said in self._plan.view.statements if said.id == place.item), None)
            return (Scope(said.topic, said.domain),) if said else ()
        topic = place.topic or ASIDE_TOPICS.get(place.step)
        if topic is None:
            return None
        return tuple(Scope(topic, piece) for piece in pieces if piece in DOMAINS) or (Scope(topic),)

    def _offered(self, draft: Draft, here: Place) -> OfferedDraft:
        """A draft as it is offered back; one that corrects a statement, with that statement's question."""
        place = _place(draft.place_key)
        if place.topic:
            return OfferedDraft(place, draft.text, draft.voice, by=self._typist(draft))
        about = next((said for said in self._plan.view.statements if said.id == place.item), None)
        asked = Place(about.topic, about.step) if about else here
        return OfferedDraft(asked, draft.text, draft.voice, anew=place.item, by=self._typist(draft))


def answer_draft(place: Place, anew: str | None = None) -> str:
    """The key of a draft at a place, or of one that says a statement differently."""
    return "|".join(("", ANEW, anew) if anew else (place.topic, place.step, place.item or ""))


def aside_draft(slot: str, about: str | None) -> str:
    """The key of a draft that answers no question of the script, such as a note or a remark."""
    return "|".join(("", slot, about or ""))


def _marks_draft(place: Place) -> str:
    return aside_draft(MARKS, "/".join(filter(None, (place.topic, place.step, place.item))))


def _is_marks(draft: Draft) -> bool:
    return draft.place_key.startswith(aside_draft(MARKS, ""))


def _is_aside(draft: Draft) -> bool:
    place = _place(draft.place_key)
    return not place.topic and place.step != ANEW


def _pieces(place: Place) -> tuple[str, ...]:
    return tuple((place.item or "").split("/"))


def _is_id(piece: str) -> bool:
    """Whether a piece of an item is the id of a line or a person, and not the name of a part."""
    try:
        UUID(piece)
    except ValueError:
        return False
    return True


def _place(key: str) -> Place:
    topic, step, item = key.split("|", 3)[:3]
    if not topic and step == MARKS:
        topic, step, item = (*item.split("/", 2), "")[:3]
    return Place(topic, step, item or None)


def _bare(draft: Draft) -> str:
    """The key of a draft without who typed it."""
    return "|".join(draft.place_key.split("|", 3)[:3])


def _by(draft: Draft) -> str:
    """Who typed a draft: an id, or `=` and a name; empty where that was not kept."""
    return (*draft.place_key.split("|", 3)[3:], draft.voice or "")[0]
