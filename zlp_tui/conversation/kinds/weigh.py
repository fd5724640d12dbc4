"""For each option of a choice: what is fine and what is not, now and later (V76, V77)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.grids import grid_of
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import choice_of, option_of
from zlp_tui.conversation.kinds.base import Asked, Outcome, cleaned
from zlp_tui.conversation.turn import Reply, Words
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import ConsiderationSide, Term
from zlp_tui.plan.writers import choices
from zlp_tui.script.schema import TitledQuestion, Weigh

CELLS: dict[str, tuple[ConsiderationSide, Term]] = {
    "for-short": ("for", "short"),
    "for-long": ("for", "long"),
    "against-short": ("against", "short"),
    "against-long": ("against", "long"),
}


@dataclass(frozen=True, slots=True)
class WeighTurns:
    """A `weigh` step; its parts are `option/for-short` and so on, option by option."""

    step: Weigh

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return tuple(f"{option.id}/{cell}" for option in choice_of(here).options for cell in CELLS)

    def ask(self, here: Here) -> Asked:
        option, cell = option_of(here), self._cell(here)
        question = self._question(cell)
        columns = [o.id for o in choice_of(here).options]
        grid = grid_of(here, choice_of(here), self.step, at=(list(CELLS).index(cell), columns.index(option.id)))
        return Asked(
            question,
            Words(),
            grid,
            heading=option.title,
            pictogram=question.pictogram,
            names=(("item", option.title),),
        )

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        words = cleaned(reply)
        if not words.text:
            return Outcome()
        side, term = CELLS[self._cell(here)]
        return Outcome((choices.consider(act, option_of(here).id, side, term, words.text),), cut=words.was_cut)

    def settled(self, here: Here) -> bool:
        side, term = CELLS[self._cell(here)]
        return any(c.side == side and c.term == term for c in option_of(here).considerations)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return ()

    def _cell(self, here: Here) -> str:
        cell = (here.part or "").partition("/")[2]
        return cell if cell in CELLS else next(iter(CELLS))

    def _question(self, cell: str) -> TitledQuestion:
        return {
            "for-short": self.step.for_short,
            "for-long": self.step.for_long,
            "against-short": self.step.against_short,
            "against-long": self.step.against_long,
        }[cell]
