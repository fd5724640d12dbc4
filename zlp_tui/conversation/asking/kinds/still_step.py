"""What was said then, one quote at a time: is it still so? The old words stay, whatever the answer is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.kinds.context_lookup import one_or_not_found
from zlp_tui.conversation.asking.kinds.open_evaluation import last_evaluation, open_or_begin_evaluation
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, question_as_asked
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Quote, Reply, Words
from zlp_tui.conversation.telling.quotes_under_review import QuoteUnderReview, quoted
from zlp_tui.conversation.telling.statement_quotes import introduction
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import outcomes, statements, withdrawal
from zlp_tui.script.schema import PickOption, Still

CHANGED, NOW = "changed", "now"


@dataclass(frozen=True, slots=True)
class StillStepHandler:
    """A `still` step; its parts are the quotes, each followed by `now` when it changed."""

    step: Still

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        return tuple(self._parts(context))

    def ask(self, context: StepContext) -> StepQuestion:
        one = self._quoted(context)
        then = context.quote(one.words, intro=_introduced(context, one))
        if self._asks_now(context):
            value = one.now.text if one.now else None
            return StepQuestion(self.step.now, Words(many=False, value=value), about=then)
        chosen = (one.answer.says,) if one.answer else ()
        now = (Group(self._title(context, CHANGED), (context.quote(one.now),)),) if one.now else ()
        return StepQuestion(self.step, Pick(fixed(context, self.step.options), chosen), Board(now), about=then)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        one = self._quoted(context)
        if self._asks_now(context):
            return self._say_now(context, reply, act)
        for says in picked(reply, fixed(context, self.step.options)):
            if says != CHANGED:
                _take_back_now(context, one, act)
            outcomes.look_back(act, open_or_begin_evaluation(context, act), one.words.id, says)
        return AnswerOutcome(goes_on=True)

    def settled(self, context: StepContext) -> bool:
        one = self._quoted(context)
        return one.now is not None if self._asks_now(context) else one.answer is not None

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        """The quotes under the answer that was given, in the last evaluation. They are told as they stand elsewhere;
        where the whole plan is told, only those stand here that stand nowhere else."""
        evaluation = last_evaluation(context)
        if evaluation is None:
            return ()
        answered = [one for one in quoted(context, self.step.topics, evaluation) if one.answer]
        return tuple(
            LetterLine(context.words(context.topic.intros.get(f"{self.step.id}/{option.id}", option.title)), quotes)
            for option in self.step.options
            if (quotes := tuple(_told(context, one) for one in answered if one.answer and one.answer.says == option.id))
        )

    def _parts(self, context: StepContext) -> Iterator[str]:
        for one in quoted(context, self.step.topics):
            yield one.id
            if one.answer and one.answer.says == CHANGED:
                yield f"{one.id}/{NOW}"

    def _quoted(self, context: StepContext) -> QuoteUnderReview:
        """The quote that our part names; `NotFound` when it is gone."""
        wanted = (context.part or "").partition("/")[0]
        return one_or_not_found(one for one in quoted(context, self.step.topics) if one.id == wanted)

    def _asks_now(self, context: StepContext) -> bool:
        return (context.part or "").endswith(f"/{NOW}")

    def _say_now(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """New words in the place of the old ones, by whoever says them; those said a minute ago are taken back."""
        one, words = self._quoted(context), cleaned(reply)
        if not words.text or (one.now and one.now.text == words.text):
            return AnswerOutcome(goes_on=bool(words.text))
        evaluation, then = open_or_begin_evaluation(context, act), one.words
        _take_back_now(context, one, act)
        made = statements.add_statement(
            act, topic=then.topic, step=then.step, prompt=question_as_asked(context, self.step.now), text=words.text,
            side=then.side, moment=then.moment, domain=then.domain, about=then.about, replaces=then.id,
        )
        outcomes.look_back(act, evaluation, then.id, CHANGED, now=made)
        return AnswerOutcome((made,), cut=words.was_cut, goes_on=True)

    def _title(self, context: StepContext, option: str) -> str:
        found: PickOption = one_or_not_found(one for one in self.step.options if one.id == option)
        return context.words(found.title)


def _introduced(context: StepContext, one: QuoteUnderReview) -> str:
    """How its own topic introduces a quote."""
    topic = next((known for known in context.script.topics if known.id == one.words.topic), context.topic)
    return introduction(replace(context, topic=topic), one.words)


def _take_back_now(context: StepContext, one: QuoteUnderReview, act: Act) -> None:
    """The words that took the place of the old ones, with those they were corrected from."""
    said, known = one.now, {statement.id: statement for statement in context.view.statements}
    while said is not None and said.id != one.words.id:
        withdrawal.withdraw(act, said.id)
        said = known.get(said.replaces or "")


def _told(context: StepContext, one: QuoteUnderReview) -> Quote:
    return replace(context.quote(one.now or one.words), statement=False)
