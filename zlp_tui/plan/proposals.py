"""To look at an agreement together, after it was not done three times for one reason: proposed to the client (M16).

It is proposed until the client says yes or no, whoever else looked at it or noted something since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from zlp_tui.plan.view import Because, PlanView, Progress

OFTEN: Final = 3
"""So often for one reason, and it is proposed."""
TOPIC: Final = "follow-up"
"""The topic of the details that keep what the client said of it."""


class Proposal(NamedTuple):
    """An agreement, by id, that was not done so often for one reason; `last` is the number of the last such note."""

    agreement: str
    because: Because
    times: int
    last: int


def field_of(agreement: str) -> str:
    """The detail that keeps what the client said last of looking at an agreement: yes or no, and up to which note."""
    return f"looked-at-{agreement}"


def value_of(proposal: Proposal, *, yes: bool) -> str:
    """What that detail keeps."""
    return f"{'yes' if yes else 'no'}-{proposal.last}"


def proposed(view: PlanView) -> tuple[Proposal, ...]:
    """What is proposed now, one for each agreement: for the reason that came last."""
    in_force = {agreed.id for agreed in view.active_agreements()}
    of_each: dict[str, Proposal] = {}
    for found in _found(view):
        if found.agreement in in_force and found.last >= of_each.get(found.agreement, found).last:
            of_each[found.agreement] = found
    return tuple(of_each.values())


def _found(view: PlanView) -> Iterator[Proposal]:
    notes: dict[tuple[str, Because], list[Progress]] = {}
    since = _looked_at(view)
    for note in view.progress:
        if note.about and note.because and note.done in ("no", "partly") and note.seq > since[note.about]:
            notes.setdefault((note.about, note.because), []).append(note)
    for (about, because), same in notes.items():
        if len(same) >= OFTEN:
            yield Proposal(about, because, len(same), same[-1].seq)


def _looked_at(view: PlanView) -> Counter[str]:
    """By agreement, up to which number it was looked at: in an evaluation, when it was said how it must change, or when
    the client answered. By number, not by date: a clock may have been set back."""
    said = {detail.field: detail.value for detail in view.details if detail.topic == TOPIC}
    held = max((evaluation.seq for evaluation in view.evaluations), default=0)
    adjusted = Counter[str]()
    for note in view.progress:
        if note.about and note.adjust:
            adjusted[note.about] = note.seq
    since = Counter[str]()
    for agreed in view.agreements:
        answered = said.get(field_of(agreed.id), "").rpartition("-")[2]
        since[agreed.id] = max(held, adjusted[agreed.id], int(answered) if answered.isdecimal() else 0)
    return since
