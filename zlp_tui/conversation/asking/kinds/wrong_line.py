"""A statement that is not right, as it was read back: whoever said it says it anew, another disagrees or adds to it."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import one_or_not_found
from zlp_tui.conversation.asking.kinds.selectables import picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Pick, Reply, Selectable, Words
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import disagreements, read_backs, statements
from zlp_tui.plan.view import ReadBack, Statement
from zlp_tui.script.question_models import Question

HOW, WORDS = "how", "words"
ANEW, DISAGREE, BESIDE, SAID = "anew", "disagree", "beside", "said"


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A statement by its id, and what is done about it (`ReadBackWay`); None while that is not known."""

    ref: str
    way: str | None = None

    def parts(self, context: StepContext) -> tuple[str, ...]:
        """How it is said, for words of somebody else; then the words."""
        how = () if self._is_clients(context) else (HOW,)
        return (*how, WORDS) if self.way else how

    def ask(self, context: StepContext) -> StepQuestion:
        """What is done about it, or the words."""
        said, tr = self._statement(context), context.tr
        about = context.quote(said)
        if context.part == HOW:
            chosen = (self.way,) if self.way else ()
            question = Question(ask=tr("What about this line?"))
            return StepQuestion(question, Pick(self._ways(context), chosen), about=about)
        ask = {
            DISAGREE: tr("What do you not agree with?"), BESIDE: tr("What do you want to say beside it?"),
        }.get(self.way or "", tr("How is it then?"))
        value = said.text if self.way == ANEW else None
        answers = said.voice.id if self.way == ANEW else None
        return StepQuestion(Question(ask=ask), Words(many=False, value=value), about=about, answers=answers)

    def picked(self, context: StepContext, act: Act) -> str:
        """This is the line: keep that; the id of the row. The client's own words are said anew."""
        way = ANEW if self._is_clients(context) else None
        return read_backs.keep(act, context.topic.chapter, confirmed=False, about=self.ref, way=way)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Keep what is done about it, or the words; then the chapter is read back once more."""
        chapter = context.topic.chapter
        if context.part == HOW:
            ways = picked(reply, self._ways(context))
            made = tuple(read_backs.keep(act, chapter, confirmed=False, about=self.ref, way=way) for way in ways)
            return AnswerOutcome(made, goes_on=True)
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        made_of_it = self._kept(self._statement(context), words, act)
        read_backs.keep(act, chapter, confirmed=False, about=self.ref, way=SAID)
        return AnswerOutcome(made_of_it, cut=words.was_cut, goes_on=True, returns_to=context.place_of(None))

    def _kept(self, said: Statement, words: str, act: Act) -> tuple[str, ...]:
        """The words: in the place of the line, beside it, or as what one does not agree with."""
        if self.way == DISAGREE:
            return (disagreements.disagree(act, said.id, words),)
        if self.way == ANEW and words == said.text:
            return ()
        if self.way == ANEW:
            return (statements.say_anew(act, said.id, words),)
        return (statements.say_beside(act, said, words),)

    def _ways(self, context: StepContext) -> tuple[Selectable, ...]:
        """What can be done about words of somebody else; they say it anew themselves, when they are here."""
        said, tr = self._statement(context), context.tr
        speaker = said.voice.id
        here = speaker in context.present
        anew = (Selectable(ANEW, tr("{name} says it differently", name=context.name(speaker))),) if here else ()
        disagree = Selectable(DISAGREE, tr("I do not agree with this"))
        return (*anew, disagree, Selectable(BESIDE, tr("I say this beside it")))

    def _is_clients(self, context: StepContext) -> bool:
        return self._statement(context).voice.id == context.view.client

    def _statement(self, context: StepContext) -> Statement:
        return one_or_not_found(said for said in context.view.live_statements if said.id == self.ref)


def wrong_line(context: StepContext, last: ReadBack | None) -> WrongLine | None:
    """The statement that was pointed out; None when none was, or it stands there no longer."""
    if last is None or last.about not in {said.id for said in context.view.live_statements}:
        return None
    return WrongLine(last.about or "", last.way)
