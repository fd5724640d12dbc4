"""The chapter read back as introduced quotes; the client says whether it is right (L90).

“No” leads to the line that is not right, where it is said anew. Then the chapter is read back once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, ToldAt, cleaned
from zlp_tui.conversation.asking.kinds.wrong_line import HOW, WORDS, WrongLine, wrong_line
from zlp_tui.conversation.asking.sensitive_domains import may_be_asked
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Quote, Reply, Selectable, Words
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.life_domains import untold_domains
from zlp_tui.conversation.telling.overviews.letter import chapter_lines, says_anything, told_by
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.conversation.telling.tellers.read_back_teller import last_read_back
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import read_backs
from zlp_tui.plan.view import ReadBack
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.looking_back_models import ReadBackStep

YES, NO, LINE, CORRECTION = "yes", "no", "line", "correction"
MISSING, SAID = "missing", "said"


@dataclass(frozen=True, slots=True)
class ReadBackStepHandler:
    """A `read-back` step. After “no” comes `line`, which one is not right; then what is said about it (`WrongLine`), or
    `correction`, what is missing."""

    step: ReadBackStep

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """Whether it is right; after “no” which line is not, and how that is."""
        last = _last_now(context)
        if last is None or last.confirmed or last.way == SAID:
            return (None,)
        wrong = wrong_line(context, last)
        return (None, LINE, *(wrong.parts(context) if wrong else (CORRECTION,)))

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the chapter as it was told."""
        if context.part in (HOW, WORDS) and (wrong := wrong_line(context, _last_now(context))):
            return wrong.ask(context)
        if context.part == LINE:
            ask, hint = context.tr("Which line is not right?"), context.tr("Then you say there how it is.")
            return StepQuestion(Question(ask=ask, hint=hint), Pick(self._lines_to_pick(context)))
        return self._whether_right(context)

    def _whether_right(self, context: StepContext) -> StepQuestion:
        heard = _heard(context)
        groups = tuple(Group(line.intro, line.quotes) for line in heard)
        last = last_read_back(context, context.topic.chapter)
        if context.part == CORRECTION:
            value = last.correction if last and not last.confirmed else None
            return StepQuestion(self.step.correction, Words(many=False, value=value), Board(groups))
        answer = (YES if last.confirmed else NO,) if last and last.way != SAID else ()
        if last is not None and not _is_of_now(context, last):
            before = self._offered(context)[0 if last.confirmed else 1].title
            told = fact(before, note=full_day_of(context, last.said_on))
            groups, answer = (Group(context.tr("Last time"), (told,)), *groups), ()
        return StepQuestion(self.step, Pick(self._offered(context), answer), Board(groups))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save whether it is right, which line is not, and how that is."""
        if context.part in (HOW, WORDS) and (wrong := wrong_line(context, _last_now(context))):
            return wrong.answer(context, reply, act)
        if context.part == LINE:
            return self._line_picked(context, reply, act)
        if context.part == CORRECTION:
            words = cleaned(reply)
            if not words:
                return AnswerOutcome()
            made = read_backs.keep(act, context.topic.chapter, confirmed=False, correction=words, way=MISSING)
            return AnswerOutcome((made,), cut=words.was_cut, goes_on=True)
        answers = picked(reply, self._offered(context))
        saved = tuple(read_backs.keep(act, context.topic.chapter, confirmed=answer == YES) for answer in answers)
        return AnswerOutcome(saved, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether there is nothing to read back; a chapter of which something was said is read each time."""
        return context.part is None and not says_anything(context, context.topic.chapter)

    def has_answer(self, context: StepContext) -> bool:
        """Never: a chapter is read back each time."""
        return False

    def _line_picked(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        chapter = context.topic.chapter
        for line in picked(reply, self._lines_to_pick(context)):
            told = self._told(context).get(line)
            if told is None:
                return AnswerOutcome((read_backs.keep(act, chapter, confirmed=False, way=MISSING),), goes_on=True)
            if told.quote.statement:
                made = WrongLine(told.quote.ref).picked(context, act)
                return AnswerOutcome((made,), goes_on=True)
            made = read_backs.keep(act, chapter, confirmed=False, way=SAID)
            return AnswerOutcome((made,), goes_on=True, leads_to=told, returns_to=context.place_of(None))
        return AnswerOutcome(goes_on=True)

    def _lines_to_pick(self, context: StepContext) -> tuple[Selectable, ...]:
        """The lines that were read, and last that something is missing."""
        lines = tuple(_selectable(line, told.quote) for line, told in self._told(context).items())
        return (*lines, Selectable(MISSING, context.tr("Something else, or something is missing")))

    def _told(self, context: StepContext) -> Mapping[str, ToldAt]:
        """The lines that were read and can be said anew, by id: that of the statement, or their number."""
        chapter = context.topic.chapter
        lines: dict[str, ToldAt] = {}
        for heard in _heard(context):
            for quote in heard.quotes:
                by = told_by(context, chapter, quote)
                if by is not None:
                    line = quote.ref if quote.statement else f"{by[0].id}/{by[1].id}/{len(lines)}"
                    lines[line] = ToldAt(by[0].id, by[1].id, quote)
        return lines

    def _offered(self, context: StepContext) -> tuple[Selectable, ...]:
        return (Selectable(YES, context.words(self.step.yes)), Selectable(NO, context.words(self.step.no)))


def _heard(context: StepContext) -> tuple[LetterLine, ...]:
    """The chapter as it is read in this company: not what belongs to a life domain that may not be asked about here."""
    unread = {text.id for text in context.script.domains if not may_be_asked(context, text.id)}
    return untold_domains(context, unread).without(
        chapter_lines(context, context.topic.chapter, context.conversation)
    )


def _selectable(line: str, quote: Quote) -> Selectable:
    if quote.own_words:
        return Selectable(line, quote.text, quote.note, by=quote.by)
    label = quote.intro.rstrip(":")
    return Selectable(line, f"{label}: {quote.text}" if label else quote.text, quote.note)


def _last_now(context: StepContext) -> ReadBack | None:
    """What was said last of the chapter, in the conversation that is going on."""
    last = last_read_back(context, context.topic.chapter)
    return last if last and _is_of_now(context, last) else None


def _is_of_now(context: StepContext, last: ReadBack) -> bool:
    """Whether it was said in the conversation that is going on: an older answer agrees with nothing new."""
    return last.conversation is not None and last.conversation == context.conversation
