"""What was typed in a plan and not yet said: at a place, to say a statement differently, or aside from the script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from zlp_tui.conversation.ports.desk import OfferedDraft
from zlp_tui.plan.tables import drafts
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.drafts import Draft
from zlp_tui.plan.view import Place, PlanView
from zlp_tui.store.store import Store
from zlp_tui.text import LIMIT, clean

TO_THE_SECOND = 19
"""Characters of an instant up to its seconds."""

ANEW = "anew"


class DraftStore:
    """The drafts of one plan, in hand and on disk. Where nothing can be written they are kept in hand alone."""

    def __init__(self, store: Store, plan_id: str, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._plan_id = plan_id
        with store.reading() as session:
            self._drafts = {draft.place_key: draft for draft in drafts.all(session, plan_id)}

    def text(self, place: Place, anew: str | None = None) -> str:
        """What is typed at a place, or there to say a statement differently."""
        draft = self._drafts.get(_key(place, anew))
        return draft.text if draft else ""

    def keep(self, place: Place, anew: str | None, text: str, voice: str | None) -> None:
        """Keep what is typed; an empty text forgets it."""
        key = _key(place, anew)
        kept = clean(text, LIMIT).text
        if kept == self.text(place, anew):
            return
        at = self._clock()
        if not self._store.read_only:
            with self._store.writing() as session:
                if kept:
                    drafts.keep(session, self._plan_id, key, kept, voice, at)
                else:
                    drafts.forget(session, self._plan_id, key)
        self._drafts.pop(key, None)
        if kept:
            self._drafts[key] = Draft(key, kept, voice, at.isoformat())

    def forget(self, act: Act, place: Place, anew: str | None = None) -> None:
        """It is being said, so forget it on disk within the same act; `said` when that is done."""
        drafts.forget(act.session, self._plan_id, _key(place, anew))

    def said(self, place: Place, anew: str | None = None) -> None:
        """It has been said, and stands on disk no longer."""
        self._drafts.pop(_key(place, anew), None)

    def offered(self, view: PlanView, context: Place) -> tuple[OfferedDraft, ...]:
        """All of them but those typed aside, newest first; `here` is where one is offered whose statement is gone."""
        return tuple(_offered(draft, view, context) for draft in self._newest() if not _is_aside(draft))

    def typed_since(self, ended: str) -> Iterator[Place]:
        """Where words were being typed at or after an instant, newest first."""
        for draft in self._newest():
            place = _place(draft.place_key)
            if place.topic and draft.at[:TO_THE_SECOND] >= ended[:TO_THE_SECOND]:
                yield place

    def _newest(self) -> list[Draft]:
        return sorted(self._drafts.values(), key=lambda d: d.at, reverse=True)


def aside(slot: str, about: str | None) -> Place:
    """Where words are typed that answer no question of the script, such as a note or a remark."""
    return Place("", slot, about)


def _is_aside(draft: Draft) -> bool:
    place = _place(draft.place_key)
    return not place.topic and place.step != ANEW


def _offered(draft: Draft, view: PlanView, context: Place) -> OfferedDraft:
    """A draft as it is offered back; one that corrects a statement, with that statement's question."""
    place = _place(draft.place_key)
    if place.topic:
        return OfferedDraft(place, draft.text, draft.voice)
    about = next((s for s in view.statements if s.id == place.item), None)
    asked = Place(about.topic, about.step) if about else context
    return OfferedDraft(asked, draft.text, draft.voice, anew=place.item)


def _key(place: Place, anew: str | None = None) -> str:
    """A place, or a statement that is being said differently, as the key of a draft."""
    return "|".join(("", ANEW, anew) if anew else (place.topic, place.step, place.item or ""))


def _place(key: str) -> Place:
    topic, step, item = key.split("|", 2)
    return Place(topic, step, item or None)
