"""The statements that an evaluation reviews: those that stood when it began, and what was said of them since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Evaluation, LookBack, PlanView, Statement


@dataclass(frozen=True, slots=True)
class QuoteUnderReview:
    """A statement from before the evaluation. `id` is that of the statement that stood when it began, and stays so.

    `words` are the same as they are written now, corrections included; `answer` is what was said of them in this
    evaluation, `now` the words that took their place, and `beside` those in which others say how it is now.
    """

    id: str
    words: Statement
    answer: LookBack | None = None
    now: Statement | None = None
    beside: tuple[Statement, ...] = ()

    def said_now_by(self, person: str) -> Statement | None:
        """What this person says of how it is now; None when they did not."""
        said = (*((self.now,) if self.now else ()), *self.beside)
        return next((statement for statement in said if statement.voice.id == person), None)


def quoted(
    context: PlanContext, topics: Iterable[str], evaluation: Evaluation | None = None
) -> tuple[QuoteUnderReview, ...]:
    """The quotes of these topics, in their order; of the evaluation that is going on, when none is named.

    What was answered stays among them, whatever was said of it, so that nobody loses their place by answering.
    """
    evaluation = evaluation or open_evaluation(context)
    if evaluation is None:
        return tuple(QuoteUnderReview(s.id, s) for topic in topics for s in context.view.said(topic))
    found = tuple(_of(context.view, evaluation))
    return tuple(quote for topic in topics for quote in found if quote.words.topic == topic)


def _of(view: PlanView, evaluation: Evaluation) -> Iterator[QuoteUnderReview]:
    """Every chain of words that began before the evaluation did, by the order of what stood then."""
    new = {ref for said in evaluation.look_backs for ref in (said.now, *said.beside) if ref}
    answers = {look_back.statement: look_back for look_back in evaluation.look_backs}
    stood: dict[str, Statement] = {}
    chains: dict[str, list[Statement]] = {}
    begun_by: dict[str, str] = {}
    for statement in (s for s in view.statements if s.withdrawn_at is None):
        before = begun_by.get(statement.replaces or "", statement.id)
        first = statement.id if statement.id in new else before
        begun_by[statement.id] = first
        chains.setdefault(first, []).append(statement)
        if statement.seq < evaluation.seq:
            stood[first] = statement
    for first, then in sorted(stood.items(), key=lambda known: known[1].seq):
        chain = chains[first]
        answer = next((answers[s.id] for s in reversed(chain) if s.id in answers), None)
        if chain[-1].ended_on is None or (answer is not None and answer.says == "no-longer"):
            now = chains.get(answer.now or "") if answer else None
            beside = tuple(chains[ref][-1] for ref in (answer.beside if answer else ()) if ref in chains)
            yield QuoteUnderReview(then.id, chain[-1], answer, now[-1] if now else None, beside)
