"""The notes that the whole plan on paper tells: as many as the screen does, for ten years of them are thousands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from zlp_tui.plan.view import PlanView, Progress

LAST: Final = 10
"""So many notes about each thing are told at least, if there are."""


def with_recent_notes(view: PlanView) -> PlanView:
    """The plan with the last notes about each thing, all since one looked back, and those that somebody said something
    of. How often it was done is counted over all of them."""
    by_thing: dict[str | None, list[Progress]] = {}
    for note in view.progress:
        by_thing.setdefault(note.about, []).append(note)
    first = _first_told(view, by_thing)
    spoken_of = {remark.about for remark in view.remarks} | {said.about for said in view.disagreements}
    kept = (note for note in view.progress if note.seq >= first[note.about] or note.id in spoken_of)
    return replace(view, progress=tuple(kept))


def _first_told(view: PlanView, by_thing: Mapping[str | None, list[Progress]]) -> dict[str | None, int]:
    """The number of the first note that is told, by what it is about."""
    looked_back = max((held.seq for held in view.evaluations if held.closed_on is not None), default=0)
    return {about: min(looked_back, notes[-LAST:][0].seq) for about, notes in by_thing.items()}
