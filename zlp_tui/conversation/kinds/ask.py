"""One open question. What an answer becomes is the step's `keeps` (`keeps.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import Asked, Outcome, cleaned, spoken
from zlp_tui.conversation.kinds.keeps import keep_of
from zlp_tui.conversation.kinds.offers import domains_to_tag
from zlp_tui.conversation.said import groups_beside
from zlp_tui.conversation.turn import Board, Group, Reply, Words
from zlp_tui.plan.act import Act
from zlp_tui.script.schema import Ask


@dataclass(frozen=True, slots=True)
class AskTurns:
    """An `ask` step."""

    step: Ask

    def parts(self, here: Here) -> tuple[str | None, ...]:
        return keep_of(self.step).parts(here)

    def ask(self, here: Here) -> Asked:
        keep = keep_of(self.step)
        stands = keep.stands(here)
        beside = (*groups_beside(here, self.step.beside), *keep.beside(here))
        value = None if keep.many else (stands[0].text if stands else None)
        domains = domains_to_tag(here) if self.step.with_domain else ()
        gentle = self.step.gentle if keep.is_gentle(here) else None
        return Asked(
            self.step,
            Words(many=keep.many, value=value, format=keep.format, starter=self.step.starter, domains=domains),
            Board((Group("", stands, here=True), *beside), side_by_side=bool(beside)),
            heading=keep.heading(here),
            gentle=gentle or "",
            names=keep.names(here),
        )

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        words = cleaned(reply)
        if not words.text:
            return Outcome()
        keep = keep_of(self.step)
        refs = keep.keep(here, words.text, spoken(reply).domain, act)
        return Outcome(refs, cut=words.was_cut, goes_on=not keep.many)

    def settled(self, here: Here) -> bool:
        keep = keep_of(self.step)
        return not keep.many and bool(keep.stands(here))

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return keep_of(self.step).lines(here)
