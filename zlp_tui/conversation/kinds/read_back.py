"""The chapter read back as introduced quotes; the client says whether it is right (L90)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.base import Asked, Outcome, cleaned, fact, intro_of
from zlp_tui.conversation.kinds.offers import picked
from zlp_tui.conversation.turn import (
    Board,
    Group,
    Pick,
    Reply,
    Selectable,
    Words,
)
from zlp_tui.dates import long_date
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import ReadBack
from zlp_tui.plan.writers import read_backs
from zlp_tui.script.schema import ReadBackStep

YES, NO, CORRECTION = "yes", "no", "correction"


@dataclass(frozen=True, slots=True)
class ReadBackTurns:
    """A `read-back` step; `correction` is asked after "no, it is like this"."""

    step: ReadBackStep
    heard: tuple[LetterLine, ...] = ()
    """What was said in this chapter, introduced; `turns.py` fills it in where it is read."""

    def parts(self, here: Here) -> tuple[str | None, ...]:
        last = _last(here)
        return (None, CORRECTION) if last and not last.confirmed else (None,)

    def ask(self, here: Here) -> Asked:
        groups = tuple(Group(line.intro, line.quotes) for line in self.heard)
        last = _last(here)
        if here.part == CORRECTION:
            value = last.correction if last and not last.confirmed else None
            return Asked(self.step.correction, Words(many=False, value=value), Board(groups))
        chosen = (YES if last.confirmed else NO,) if last else ()
        return Asked(self.step, Pick(self._offered(here), chosen), Board(groups))

    def answer(self, here: Here, reply: Reply, act: Act) -> Outcome:
        if here.part == CORRECTION:
            words = cleaned(reply)
            if not words.text:
                return Outcome()
            made = read_backs.keep(act, here.topic.chapter, confirmed=False, correction=words.text)
            return Outcome((made,), cut=words.was_cut, goes_on=True)
        answers = picked(reply, self._offered(here))
        kept = tuple(read_backs.keep(act, here.topic.chapter, confirmed=answer == YES) for answer in answers)
        return Outcome(kept, goes_on=True)

    def settled(self, here: Here) -> bool:
        return False

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        last = _last(here)
        if last is None:
            return ()
        words = here.words(self.step.yes) if last.confirmed else (last.correction or here.words(self.step.no))
        day = long_date(last.said_on, here.script.locale)
        said = fact(words, ref=last.id, by=here.name(here.view.client), note=day)
        return (LetterLine(intro_of(here), (said,)),)

    def _offered(self, here: Here) -> tuple[Selectable, ...]:
        return (Selectable(YES, here.words(self.step.yes)), Selectable(NO, here.words(self.step.no)))


def _last(here: Here) -> ReadBack | None:
    mine = [r for r in here.view.read_backs if r.chapter == here.topic.chapter]
    return mine[-1] if mine else None
