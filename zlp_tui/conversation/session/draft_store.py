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
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.tables.beside_the_plan import drafts
from zlp_tui.plan.tables.beside_the_plan.drafts import Draft
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import BSN, DOMAINS, HOW_WE_TALK, Place
from zlp_tui.script.roles import Role
from zlp_tui.text import clean, same_name

TO_THE_SECOND = 19
"""Characters of an instant up to its seconds."""

ANEW = "anew"
BESIDE: Final = "beside"
"""The slot of what is typed to stand beside a statement."""

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
    "not-met": "wishes-not-met",
    "consulted": "wishes-not-met",
    "ask-again": "wishes-not-met",
    "no-longer": Role.AGREEMENTS,
    "answer": Role.CHOICES,
    "heard-from": Role.CHOICES,
    "plan-ended": HOW_WE_TALK,
}
"""The topic of what is typed aside from the script, by its slot."""


class DraftStore:
    """The drafts of one plan, in memory and on disk. Where nothing can be written they are kept in memory alone.

    A draft belongs to the topic of its place and to the line it is about: who may not see those does not see it, and
    saves none there, so that typing never replaces words that are hidden. It belongs to the person who typed it too
    (`by`, a person id): nobody else finds it among their own words. None is nobody of whom it was said that they type.
    """

    def __init__(self, plan: LoadedPlan) -> None:
        self._plan = plan
        self._drafts = self._on_disk()
        self._read = dict(self._drafts)
        """The drafts as they were read last."""
        self._watched: dict[str, frozenset[str]] = {}
        """By key of a draft who sat at the table in this sitting when it was typed."""
        self._unwritten: dict[str, None] = {}
        """The keys of drafts that changed and could not be written yet, in order."""

    def _on_disk(self) -> dict[str, Draft]:
        with self._plan.store.reading() as session:
            return {draft.place_key: draft for draft in drafts.all(session, self._plan.id)}

    def reread(self) -> None:
        """Read the drafts again, after another window may have written some; what is not written yet stays. Words that
        one person typed at one place in both windows are both there, those of the other window first."""
        unwritten, before = {key: self._drafts.get(key) for key in self._unwritten}, self._read
        self._drafts = self._on_disk()
        self._read = dict(self._drafts)
        for key, draft in unwritten.items():
            there = self._drafts.pop(key, None)
            if there is not None and there != before.get(key) and not _is_marks(there):
                draft = there if draft is None else _both(there, draft)
            if draft is not None:
                self._drafts[key] = draft

    def text(self, key: str, by: str | None) -> str:
        """The words that somebody typed; empty when there are none."""
        draft = self._own(key, by)
        return draft.text if draft and self._is_readable(draft) else ""

    def has_marks(self, place: Place) -> bool:
        """Whether anybody ticked, marked or put in order something at a place and did not keep it."""
        key = _marks_draft(place)
        return any(_bare(draft) == key for draft in self._drafts.values())

    def marks(self, place: Place, by: str | None) -> tuple[str, ...] | None:
        """What somebody ticked, marked or put in order at a place, by id; None when nothing differs there."""
        kept = self.text(_marks_draft(place), by)
        return _ids(kept) if kept else None

    def marks_of_others(self, place: Place, by: str | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What others ticked, marked or put in order at a place and did not keep, each with their name, newest first.
        What nobody was said to have done is left out: nobody can keep it."""
        others = self.of_others(_marks_draft(place), by)
        return tuple((name, _ids(kept)) for name, kept in others if name)

    def save_marks(self, place: Place, marks: tuple[str, ...] | None, by: str | None) -> None:
        """Save what is ticked, marked or put in order; None forgets it. `NotAllowed` as for `save`."""
        self.save(_marks_draft(place), "" if marks is None else " ".join(marks) or NO_MARKS, by)

    def of_others(self, key: str, by: str | None) -> tuple[tuple[str, str], ...]:
        """What others typed at this key and did not say, each with their name, newest first."""
        own = self._own(key, by)
        return tuple(
            (self.typist(draft), draft.text) for draft in self._newest() if draft != own and _bare(draft) == key
        )

    def save(self, key: str, text: str, by: str | None) -> None:
        """Save what is typed; an empty text forgets it. Of a citizen service number there is no draft. `NotAllowed`
        where they may not write, or where not all who are present may see what is typed there."""
        if _place(key).item == BSN:
            return
        typed, own = clean(text), self._own(key, by)
        if typed != self.text(key, by):
            self._require(_place(key), by, own)
            kept = own.place_key if own else f"{key}|{self._owner(by)}"
            self._drafts.pop(kept, None)
            if typed:
                at = self._plan.clock().isoformat()
                self._drafts[kept] = Draft(kept, typed, None if by in self._plan.seats.newcomers else by, at)
                self._watched[kept] = frozenset(self._plan.seats.present)
            self._unwritten[kept] = None
        self.write_unwritten()

    def pass_on(self, key: str, by: str | None, to: str | None) -> None:
        """What somebody typed at a key becomes another's, unless they typed something there themselves."""
        typed = self.text(key, by)
        if typed and by != to and not self.text(key, to):
            self.save(key, typed, to)
            self.save(key, "", by)

    def write_unwritten(self) -> None:
        """Write what is not on disk yet. When that is refused it stays in memory, for the next time."""
        plan = self._plan
        if not self._unwritten or plan.claim.read_only:
            return
        with plan.claim.writing() as session:
            for key in self._unwritten:
                draft = self._drafts.get(key)
                if draft is None:
                    drafts.forget(session, plan.id, key)
                else:
                    drafts.keep(session, plan.id, key, draft.text, draft.voice, datetime.fromisoformat(draft.at))
        self._unwritten.clear()

    @property
    def unwritten(self) -> frozenset[str]:
        """The words that are not on disk yet."""
        return frozenset(self._drafts[key].text for key in self._unwritten if key in self._drafts)

    def forget(self, session: Transaction, key: str, by: str, said: str | None) -> None:
        """Delete on disk what somebody typed at a key, in the transaction in which it is said, and what others typed
        there in the same words: these are taken over. `discard` them once that is committed."""
        for draft in self._said(key, by, said):
            drafts.forget(session, self._plan.id, draft.place_key)

    def discard(self, key: str, by: str, said: str | None) -> None:
        """Drop drafts that are no longer on disk."""
        for draft in self._said(key, by, said):
            self._drafts.pop(draft.place_key)
            self._unwritten.pop(draft.place_key, None)

    def _said(self, key: str, by: str, said: str | None) -> tuple[Draft, ...]:
        own = self._own(key, by)
        here = (draft for draft in self._drafts.values() if _bare(draft) == key)
        return tuple(draft for draft in here if draft == own or draft.text == said)

    def offered(self, here: Place, by: str | None) -> tuple[OfferedDraft, ...]:
        """All but those typed aside, newest first; `here` is where one is offered whose statement is gone."""
        words = (draft for draft in self._newest() if not _is_aside(draft) and not _is_marks(draft))
        return tuple(self._offered(draft, here, by) for draft in words)

    def aside(self) -> tuple[Draft, ...]:
        """Those typed aside from the script, newest first."""
        return tuple(draft for draft in self._newest() if _is_aside(draft))

    def typed_since(self, ended: str) -> Iterator[Place]:
        """Where words were being typed at or after an instant, newest first; where that is still to come, because a
        clock was wrong, any words."""
        since = "" if ended > self._now() else ended
        for draft in self._newest():
            place = _place(draft.place_key)
            if place.topic and draft.at[:TO_THE_SECOND] >= since[:TO_THE_SECOND]:
                yield place

    def _owner(self, by: str | None) -> str:
        """Who types: by id, or by name while the plan does not know them yet; empty for nobody."""
        newcomer = self._plan.seats.newcomers.get(by or "")
        return f"={newcomer.name}" if newcomer else by or ""

    def _own(self, key: str, by: str | None) -> Draft | None:
        """What somebody typed at a key."""
        name = next((person.name for person in self._plan.view.people if person.id == by), "")
        for draft in self._drafts.values():
            typist = _by(draft)
            if _bare(draft) == key and (
                typist == (by or "") or (typist.startswith("=") and same_name(typist[1:], name))
            ):
                return draft
        return None

    def typist(self, draft: Draft) -> str:
        """The name of who typed a draft; empty where that is not known."""
        by = _by(draft)
        if by.startswith("="):
            return by[1:]
        known = (*self._plan.view.people, *self._plan.view.former_people)
        return next((person.called for person in known if person.id == by), "")

    def _newest(self) -> list[Draft]:
        """The drafts that the readers may see, newest first; behind them those of a clock that was wrong."""
        now = self._now()
        seen = (draft for draft in self._drafts.values() if self._is_readable(draft))
        return sorted(seen, key=lambda draft: (draft.at <= now, draft.at), reverse=True)

    def _now(self) -> str:
        return instant(self._plan.clock())

    def _require(self, place: Place, by: str | None, own: Draft | None) -> None:
        """Raise `NotAllowed` unless a draft may be saved at a place, over what is there."""
        company = self._plan.company
        if company.readers.by_line:  # who sits here sees what is typed, and may not see what was
            sees = self._fits(place) and (own is None or self._is_readable(own))
        else:
            sees = self._fits(place) and self._sees(place)
        may_write = all(self._plan.may(by or "", "write", scope) for scope in self._scopes(place) or ())
        if not (may_write and sees):
            raise NotAllowed("You may read this, but not change it.")

    def _is_readable(self, draft: Draft) -> bool:
        """Whether all who are present may see what is typed at a place, and the line that it is about, and that fits
        this company; or saw it being typed."""
        place, company = _place(draft.place_key), self._plan.company
        watched = self._watched.get(draft.place_key, frozenset())
        saw = company.readers.by_line and company.readers.people <= watched
        return self._fits(place) and (saw or self._sees(place))

    def _fits(self, place: Place) -> bool:
        """Whether the lines that a place is about may be read, and its part of life is talked about here."""
        company, scopes = self._plan.company, self._scopes(place)
        known = company.view.readable | {person.id for person in company.view.people}
        if any(_is_id(piece) and piece not in known for piece in _pieces(place)):
            return False
        return scopes is not None and not any(scope.domain in company.private for scope in scopes)

    def _sees(self, place: Place) -> bool:
        """Whether all who are present may see all of what a place belongs to."""
        return all(self._plan.company.readers.sees(scope) for scope in self._scopes(place) or ())

    def _scopes(self, place: Place) -> tuple[Scope, ...] | None:
        """What a draft at a place belongs to; None for a place of which that is not known."""
        pieces = _pieces(place)
        if not place.topic and place.step in (ANEW, BESIDE):
            said = next((said for said in self._plan.view.statements if said.id == place.item), None)
            agreed = next((agreed for agreed in self._plan.view.agreements if agreed.id == place.item), None)
            if agreed is not None:
                return (Scope(str(kind_of("agreement").topic), agreed.domain),)
            return (Scope(said.topic, said.domain),) if said else ()
        topic = place.topic or ASIDE_TOPICS.get(place.step)
        if topic is None:
            return None
        return tuple(Scope(topic, piece) for piece in pieces if piece in DOMAINS) or (Scope(topic),)

    def _offered(self, draft: Draft, here: Place, by: str | None) -> OfferedDraft:
        """A draft as it is offered back; one that corrects a statement, with that statement's question."""
        place, own = _place(draft.place_key), draft == self._own(_bare(draft), by)
        if place.topic:
            return OfferedDraft(place, draft.text, draft.voice, by=self.typist(draft), own=own)
        about = next((said for said in self._plan.view.statements if said.id == place.item), None)
        asked = Place(about.topic, about.step) if about else here
        return OfferedDraft(asked, draft.text, draft.voice, anew=place.item, by=self.typist(draft), own=own)


def answer_draft(place: Place, anew: str | None = None) -> str:
    """The key of a draft at a place, or of one that says a statement differently."""
    return "|".join(("", ANEW, anew) if anew else (place.topic, place.step, place.item or ""))


def aside_draft(slot: str, about: str | None) -> str:
    """The key of a draft that answers no question of the script, such as a note or a remark."""
    return "|".join(("", slot, about or ""))


def draft_place(draft: Draft) -> Place:
    """Where a draft was typed; without a topic where it answers no question of the script."""
    return _place(draft.place_key)


def _marks_draft(place: Place) -> str:
    return aside_draft(MARKS, "/".join(filter(None, (place.topic, place.step, place.item))))


def _both(first: Draft, second: Draft) -> Draft:
    if first.text in second.text:
        return second
    return second._replace(text=clean(f"{first.text}\n{second.text}").text)


def _ids(kept: str) -> tuple[str, ...]:
    return () if kept == NO_MARKS else tuple(kept.split())


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
