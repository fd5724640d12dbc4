"""The keys by which drafts are kept: what each was typed for, at which place or about which line, and by whom."""

from typing import Final

from zlp_tui.plan.tables.beside_the_plan.drafts import Draft
from zlp_tui.plan.view import Place

ANEW: Final = "anew"
"""The slot of what is typed to say a statement differently."""
BESIDE: Final = "beside"
"""The slot of what is typed to stand beside a statement."""
MARKS: Final = "marks"
"""The slot of what is ticked, marked or put in order: the ids, with spaces between, at the place after it."""


def answer_draft(place: Place, anew: str | None = None) -> str:
    """The key of a draft at a place, or of one that says a statement differently."""
    return "|".join(("", ANEW, anew) if anew else (place.topic, place.step, place.item or ""))


def aside_draft(slot: str, about: str | None) -> str:
    """The key of a draft that answers no question of the script, such as a note or a remark."""
    return "|".join(("", slot, about or ""))


def draft_place(draft: Draft) -> Place:
    """Where a draft was typed; without a topic where it answers no question of the script."""
    return place_of(draft.place_key)


def marks_draft(place: Place) -> str:
    """The key of what is ticked, marked or put in order at a place."""
    return aside_draft(MARKS, "/".join(filter(None, (place.topic, place.step, place.item))))


def is_marks(draft: Draft) -> bool:
    """Whether a draft is what was ticked, marked or put in order."""
    return draft.place_key.startswith(aside_draft(MARKS, ""))


def is_aside(draft: Draft) -> bool:
    """Whether a draft was typed aside from the script, and is no statement said differently."""
    place = draft_place(draft)
    return not place.topic and place.step != ANEW


def place_of(key: str) -> Place:
    """The place that a key tells; without a topic where it answers no question of the script."""
    topic, step, item = key.split("|", 3)[:3]
    if not topic and step == MARKS:
        topic, step, item = (*item.split("/", 2), "")[:3]
    return Place(topic, step, item or None)


def bare_key(draft: Draft) -> str:
    """The key of a draft without who typed it."""
    return "|".join(draft.place_key.split("|", 3)[:3])


def typed_by(draft: Draft) -> str:
    """Who typed a draft: an id, or `=` and a name; empty where that was not kept."""
    return (*draft.place_key.split("|", 3)[3:], draft.voice or "")[0]
