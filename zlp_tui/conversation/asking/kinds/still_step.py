"""What was said then, one quote at a time: is it still so? The old words stay, whatever the answer is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import one_or_not_found
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, question_as_asked
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Quote, Reply, Selectable, Words
from zlp_tui.conversation.telling.evaluation.quotes_under_review import QuoteUnderReview, quoted
from zlp_tui.conversation.telling.introductions import fact, introduction
from zlp_tui.conversation.telling.overviews.signals_text import noted_since
from zlp_tui.errors import Refused
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.looking_back import outcomes
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Statement
from zlp_tui.script.question_models import PickOption
from zlp_tui.script.steps.looking_back_models import Still, StillTogether

CHANGED, STILL, NOW = "changed", "still", "now"
TOGETHER, REST = "together", "rest"


@dataclass(frozen=True, slots=True)
class StillStepHandler:
    """A `still` step; its parts are `together`, all in one list, then the quotes, each followed by `now` when it
    changed."""

    step: Still

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """All quotes together, where there are any; then each, followed by `now` when it changed."""
        quotes = tuple(self._parts(context))
        return (TOGETHER, *quotes) if quotes and self.step.together is not None else quotes

    def ask(self, context: StepContext) -> StepQuestion:
        """The question about all quotes, about one, or what it is now."""
        if context.part == TOGETHER and self.step.together is not None:
            return StepQuestion(self.step.together, Pick(self._list(context, self.step.together), many=True))
        quote = self._quoted(context)
        then = context.quote(quote.words, intro=_introduced(context, quote))
        noted = _noted(context, quote)
        if self._asks_now(context):
            own = quote.said_now_by(context.voice.id)
            board = Board((*noted, Group("", self._said_now(context, quote), here=True)))
            return StepQuestion(self.step.now, Words(many=False, value=own.text if own else None), board, about=then)
        chosen = (quote.answer.says,) if quote.answer else ()
        said = self._said_now(context, quote)
        now = (Group(self._title(context, CHANGED), said),) if said else ()
        asked = Pick(fixed(context, self.step.options), chosen)
        return StepQuestion(self.step, asked, Board((*noted, *now)), about=then)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save whether it is still so, or the new words in the place of the old ones; of all together, what was ticked
        as changed, and that the others are still so where somebody said that."""
        if context.part == TOGETHER and self.step.together is not None:
            return self._answer_together(context, reply, self.step.together, act)
        quote = self._quoted(context)
        if self._asks_now(context):
            return self._say_now(context, reply, act)
        for says in picked(reply, fixed(context, self.step.options)):
            if says != CHANGED:
                _take_back_now(context, quote, act)
            outcomes.look_back(act, open_or_begin_evaluation(context, act), quote.words.id, says)
        return AnswerOutcome(goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether this part was answered in this evaluation; for all together, whether nothing is left to ask."""
        if context.part == TOGETHER:
            return not self._unanswered(context)
        quote = self._quoted(context)
        return quote.now is not None if self._asks_now(context) else quote.answer is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether this part was answered in this evaluation."""
        return self.settled(context)

    def _parts(self, context: StepContext) -> Iterator[str]:
        for quote in quoted(context, self.step.topics):
            yield quote.id
            if quote.answer and quote.answer.says == CHANGED:
                yield f"{quote.id}/{NOW}"

    def _quoted(self, context: StepContext) -> QuoteUnderReview:
        """The quote that our part names; `NotFound` when it is gone."""
        wanted = (context.part or "").partition("/")[0]
        return one_or_not_found(quote for quote in quoted(context, self.step.topics) if quote.id == wanted)

    def _asks_now(self, context: StepContext) -> bool:
        return (context.part or "").endswith(f"/{NOW}")

    def _say_now(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """New words in the place of the old ones, by whoever says them first; those they said a minute ago are taken
        back. What others say of how it is now stands beside that (B2)."""
        quote, words = self._quoted(context), cleaned(reply)
        own, asked = quote.said_now_by(context.voice.id), question_as_asked(context, self.step.now)
        if not words or (own and own.text == words):
            return AnswerOutcome(goes_on=bool(words))
        evaluation, then = open_or_begin_evaluation(context, act), quote.words
        if quote.answer is not None and quote.now is not None and own is not quote.now:
            made = _say_beside(quote, own, words, asked, act)
            known = tuple(said.id for said in quote.beside if said is not own)
            outcomes.beside(act, evaluation, quote.answer.statement, (*known, made))
        else:
            _take_back_now(context, quote, act)
            made = statements.say_anew(act, then.id, words, prompt=asked)
            outcomes.look_back(act, evaluation, then.id, CHANGED, now=made)
        return AnswerOutcome((made,), cut=words.was_cut, goes_on=True)

    def _said_now(self, context: StepContext, quote: QuoteUnderReview) -> tuple[Quote, ...]:
        """What everybody says of how it is now."""
        said = (*((quote.now,) if quote.now else ()), *quote.beside)
        return tuple(context.quote(statement) for statement in said)

    def _unanswered(self, context: StepContext) -> tuple[QuoteUnderReview, ...]:
        return tuple(quote for quote in quoted(context, self.step.topics) if quote.answer is None)

    def _list(self, context: StepContext, together: StillTogether) -> tuple[Selectable, ...]:
        """The quotes of which nothing was said yet, and at the end that the others are still so."""
        quotes = tuple(
            Selectable(said.id, words.text, noted_since(context, words.id), context.name(words.voice.id))
            for said in self._unanswered(context) for words in (said.words,)
        )
        return (*quotes, Selectable(REST, context.words(together.rest))) if quotes else ()

    def _answer_together(
        self, context: StepContext, reply: Reply, together: StillTogether, act: Act
    ) -> AnswerOutcome:
        ticked = picked(reply, self._list(context, together), many=True)
        for quote in self._unanswered(context):
            if quote.id in ticked or REST in ticked:
                says = CHANGED if quote.id in ticked else STILL
                outcomes.look_back(act, open_or_begin_evaluation(context, act), quote.words.id, says)
        return AnswerOutcome(goes_on=True)

    def _title(self, context: StepContext, option: str) -> str:
        found: PickOption = one_or_not_found(known for known in self.step.options if known.id == option)
        return context.words(found.title)


def _noted(context: StepContext, quote: QuoteUnderReview) -> tuple[Group, ...]:
    """On which days it was a bad day like that, beside the words themselves (M09)."""
    told = noted_since(context, quote.words.id)
    return (Group("", (fact(told),)),) if told else ()


def _introduced(context: StepContext, quote: QuoteUnderReview) -> str:
    """How its own topic introduces a quote."""
    topic = context.script.find_topic(quote.words.topic) or context.topic
    return introduction(context, topic, quote.words)


def _say_beside(quote: QuoteUnderReview, own: Statement | None, words: str, asked: str, act: Act) -> str:
    """What somebody says beside who said first how it is now, in the place of what they said of it before."""
    if own is not None:
        return statements.say_anew(act, own.id, words, prompt=asked)
    then = quote.words
    return statements.add_statement(
        act, topic=then.topic, step=then.step, prompt=asked, text=words, side=then.side, moment=then.moment,
        domain=then.domain, about=then.about,
    )


def _take_back_now(context: StepContext, quote: QuoteUnderReview, act: Act) -> None:
    """The words that took the place of the old ones, with those they were corrected from.

    `Refused` for all but who said them, and who said the old ones, whose words stand again.
    """
    if quote.now is not None and act.by not in (quote.now.voice.id, quote.words.voice.id):
        raise Refused(
            "Only {name} can change these words. You can say that you do not agree, or say something beside it.",
            name=context.name(quote.now.voice.id),
        )
    said, known = quote.now, {statement.id: statement for statement in context.view.statements}
    while said is not None and said.id != quote.words.id:
        withdrawal.withdraw(act, said.id)
        said = known.get(said.replaces or "")
