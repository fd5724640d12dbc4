"""The chapter read back as introduced quotes; the client says whether it is right (L90)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, fact, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reply, Selectable, Words
from zlp_tui.dates import long_date
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import read_backs
from zlp_tui.plan.view import ReadBack
from zlp_tui.script.schema import ReadBackStep

YES, NO, CORRECTION = "yes", "no", "correction"


@dataclass(frozen=True, slots=True)
class ReadBackStepHandler:
    """A `read-back` step; `correction` is asked after "no, it is like this"."""

    step: ReadBackStep
    heard: tuple[LetterLine, ...] = ()
    """What was said in this chapter, introduced; `turns.py` fills it in where it is read."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        last = _last(context)
        return (None, CORRECTION) if last and not last.confirmed else (None,)

    def ask(self, context: StepContext) -> StepQuestion:
        groups = tuple(Group(line.intro, line.quotes) for line in self.heard)
        last = _last(context)
        if context.part == CORRECTION:
            value = last.correction if last and not last.confirmed else None
            return StepQuestion(self.step.correction, Words(many=False, value=value), Board(groups))
        chosen = (YES if last.confirmed else NO,) if last else ()
        return StepQuestion(self.step, Pick(self._offered(context), chosen), Board(groups))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        if context.part == CORRECTION:
            words = cleaned(reply)
            if not words.text:
                return AnswerOutcome()
            made = read_backs.keep(act, context.topic.chapter, confirmed=False, correction=words.text)
            return AnswerOutcome((made,), cut=words.was_cut, goes_on=True)
        answers = picked(reply, self._offered(context))
        kept = tuple(read_backs.keep(act, context.topic.chapter, confirmed=answer == YES) for answer in answers)
        return AnswerOutcome(kept, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        return False

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        last = _last(context)
        if last is None:
            return ()
        words = context.words(self.step.yes) if last.confirmed else (last.correction or context.words(self.step.no))
        day = long_date(last.said_on, context.script.locale)
        said = fact(words, ref=last.id, by=context.name(context.view.client), note=day)
        return (LetterLine(intro_of(context), (said,)),)

    def _offered(self, context: StepContext) -> tuple[Selectable, ...]:
        return (Selectable(YES, context.words(self.step.yes)), Selectable(NO, context.words(self.step.no)))


def _last(context: StepContext) -> ReadBack | None:
    mine = [r for r in context.view.read_backs if r.chapter == context.topic.chapter]
    return mine[-1] if mine else None
