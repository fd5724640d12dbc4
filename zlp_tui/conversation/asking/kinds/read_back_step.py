"""The chapter read back as introduced quotes; the client says whether it is right (L90)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reply, Selectable, Words
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.letter import chapter_lines
from zlp_tui.conversation.telling.tellers.read_back_teller import last_read_back
from zlp_tui.dates import long_date
from zlp_tui.plan.tables import read_backs
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import ReadBack
from zlp_tui.script.schema import ReadBackStep

YES, NO, CORRECTION = "yes", "no", "correction"


@dataclass(frozen=True, slots=True)
class ReadBackStepHandler:
    """A `read-back` step; `correction` is asked after "no, it is like this"."""

    step: ReadBackStep

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """Whether it is right; after “no”, how it is."""
        last = last_read_back(context, context.topic.chapter)
        return (None, CORRECTION) if last and not last.confirmed and _is_of_now(context, last) else (None,)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the chapter as it was told."""
        heard = chapter_lines(context, context.topic.chapter, context.conversation)
        groups = tuple(Group(line.intro, line.quotes) for line in heard)
        last = last_read_back(context, context.topic.chapter)
        if context.part == CORRECTION:
            value = last.correction if last and not last.confirmed else None
            return StepQuestion(self.step.correction, Words(many=False, value=value), Board(groups))
        answer = (YES if last.confirmed else NO,) if last else ()
        if last is not None and not _is_of_now(context, last):
            before = self._offered(context)[0 if last.confirmed else 1].title
            told = fact(before, note=long_date(last.said_on, context.script.locale))
            return StepQuestion(
                self.step, Pick(self._offered(context)), Board((Group(context.tr("Last time"), (told,)), *groups))
            )
        return StepQuestion(self.step, Pick(self._offered(context), answer), Board(groups))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save whether it is right, or the correction."""
        if context.part == CORRECTION:
            words = cleaned(reply)
            if not words:
                return AnswerOutcome()
            made = read_backs.keep(act, context.topic.chapter, confirmed=False, correction=words)
            return AnswerOutcome((made,), cut=words.was_cut, goes_on=True)
        answers = picked(reply, self._offered(context))
        saved = tuple(read_backs.keep(act, context.topic.chapter, confirmed=answer == YES) for answer in answers)
        return AnswerOutcome(saved, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Never: a chapter is read back each time."""
        return False

    def _offered(self, context: StepContext) -> tuple[Selectable, ...]:
        return (Selectable(YES, context.words(self.step.yes)), Selectable(NO, context.words(self.step.no)))


def _is_of_now(context: StepContext, last: ReadBack) -> bool:
    """Whether it was said in the conversation that is going on: an older answer agrees with nothing new."""
    return last.conversation is not None and last.conversation == context.conversation
