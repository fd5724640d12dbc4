"""Small, concrete steps of an agreement, and when and how often (V127)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.cards import card_groups
from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import agreement_of, the
from zlp_tui.conversation.kinds.base import Asked, Outcome, cleaned
from zlp_tui.conversation.said import said_in_domain
from zlp_tui.conversation.turn import (
    Board,
    Group,
    Quote,
    Reply,
    Words,
)
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import SmallStep
from zlp_tui.plan.writers import agreements
from zlp_tui.script.schema import Steps
from zlp_tui.script.when import moments_in

WHEN = "when"


@dataclass(frozen=True, slots=True)
class StepsTurns:
    """A `steps` step. Parts: none for `what` (each answer adds a small step), then `small step/when` for each."""

    step: Steps

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return (None, *(f"{small.id}/{WHEN}" for small in agreement_of(here).steps))

    def ask(self, here: Here) -> Asked:
        agreement = agreement_of(here)
        beside = (*card_groups(here, agreement), *said_in_domain(here, agreement.domain))
        if here.part is None:
            quotes = tuple(Quote(s.id, s.what, note=s.when.words if s.when else "") for s in agreement.steps)
            here_already = {quote.ref for quote in quotes}
            others = (g for g in beside if not all(quote.ref in here_already for quote in g.quotes))
            return Asked(self.step.what, Words(), Board((Group("", quotes, here=True), *others), side_by_side=True))
        small = _small_step(here)
        words = Words(many=False, value=small.when.words if small.when else None)
        names = (("item", small.what),)
        return Asked(self.step.when, words, Board(beside, side_by_side=True), heading=small.what, names=names)

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        words = cleaned(reply)
        if not words.text:
            return Outcome()
        if here.part is None:
            made = agreements.add_step(act, agreement_of(here).id, words.text)
            return Outcome((made,), cut=words.was_cut)
        small = _small_step(here)
        weekdays, part_of_day = moments_in(words.text, here.script)
        agreements.step_when(act, small.id, words.text, weekdays, part_of_day)
        return Outcome((small.id,), cut=words.was_cut, goes_on=True)

    def settled(self, here: Here) -> bool:
        return here.part is not None and _small_step(here).when is not None

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return ()


def _small_step(here: Here) -> SmallStep:
    wanted = (here.part or "").partition("/")[0]
    return the(small for small in agreement_of(here).steps if small.id == wanted)
