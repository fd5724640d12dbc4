"""Who sits at the table now (V21)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import WHOLE, Asked, Outcome, fact, intro_of
from zlp_tui.conversation.kinds.evaluating import evaluation_of, last_one, looking_back
from zlp_tui.conversation.kinds.offers import named, people_picked, persons, picked
from zlp_tui.conversation.turn import Pick, Reply
from zlp_tui.plan.act import Act
from zlp_tui.plan.writers import conversations
from zlp_tui.script.schema import Table


@dataclass(frozen=True, slots=True)
class TableTurns:
    """A `table` step."""

    step: Table

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return WHOLE

    def ask(self, here: Here) -> Asked:
        return Asked(self.step, Pick(persons(here.view.people), chosen=here.present, many=True, can_add=True))

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        """Seat who was picked; a name that was typed joins them, and is added when it is not known yet."""
        seated = picked(reply, persons(here.view.people), many=True)
        newcomer = named(here, reply, act)
        if newcomer is not None and newcomer not in seated:
            seated += (newcomer,)
        if act.conversation is not None:
            conversations.attend(act, act.conversation, seated)
        if looking_back(here):
            evaluation_of(replace(here, present=seated), act)
        return people_picked(reply, seated)

    def settled(self, here: Here) -> bool:
        return False

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        present = tuple(fact(here.name(person), ref=person) for person in _were_here(here))
        return (LetterLine(intro_of(here), present),) if present else ()


def _were_here(here: Here) -> tuple[str, ...]:
    """Who sat at the table the last time, or, where one looks back, in all sittings of the last evaluation."""
    if looking_back(here):
        evaluation = last_one(here)
        return evaluation.present if evaluation else ()
    talks = [c for c in here.view.conversations if c.present]
    return tuple(dict.fromkeys(seat.person for seat in talks[-1].present)) if talks else ()
