"""Who sits at the table now (V21)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine, Pick, Picked, Reply, Selectable
from zlp_tui.conversation.here import Here, called
from zlp_tui.conversation.kinds.base import WHOLE, Asked, Outcome, fact, intro_of, picked
from zlp_tui.plan import conversations, people
from zlp_tui.plan.changes import Act
from zlp_tui.script.schema import Table
from zlp_tui.text import one_line, same_name


@dataclass(frozen=True, slots=True)
class TableTurns:
    """A `table` step."""

    step: Table

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return WHOLE

    def ask(self, here: Here) -> Asked:
        options = tuple(Selectable(p.id, called(p), p.relation or "") for p in here.view.people)
        return Asked(self.step, Pick(options, chosen=here.present, many=True, can_add=True))

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        """Seat who was picked; a name that was typed joins them, and is added when it is not known yet."""
        seated = list(picked(reply, tuple(p.id for p in here.view.people), many=True))
        name = one_line(reply.added or "") if isinstance(reply, Picked) else ""
        if name:
            known = next((p.id for p in here.view.people if same_name(p.name, name)), None)
            seated.append(known or people.add(act, name))
        if act.conversation is not None:
            conversations.attend(act, act.conversation, tuple(dict.fromkeys(seated)))
        return Outcome(refs=tuple(seated))

    def settled(self, here: Here) -> bool:
        return False

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        talks = [c for c in here.view.conversations if c.present]
        if not talks:
            return ()
        present = dict.fromkeys(a.person for a in talks[-1].present)
        return (LetterLine(intro_of(here), tuple(fact(here.name(p), ref=p) for p in present)),)
