"""The real `OverTime` of one plan: it knows where to look, the modules beside it know what to make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.evaluation_pages import EvaluationLine, Results
from zlp_tui.conversation.ports.follow_up import DisagreementLine, RemarkLine
from zlp_tui.conversation.ports.history_queries import DueLine, EditionLine, HistoryLine, NewSince, ThenAndNow
from zlp_tui.conversation.telling import (
    change_feed,
    due_list,
    edition_list,
    evaluation_results,
    line_history,
    remark_list,
    then_and_now,
)
from zlp_tui.due.rules import Rules
from zlp_tui.plan.access import May, filtered, may
from zlp_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """Implements `OverTime`. `base` gives the plan as it stands now, `rules` what each law asks (read when needed).

    Whoever speaks sees what they may see: `allowed` is asked for all of it.
    """

    store: Store
    plan_id: str
    base: Callable[[], StepContext]
    rules: Callable[[], Mapping[str, Rules]]
    allowed: May = may

    def due(self) -> tuple[DueLine, ...]:
        return due_list.due_lines(self._seen(), self.rules())

    def remarks(self) -> tuple[RemarkLine, ...]:
        return remark_list.remarks(self._seen())

    def disagreements(self, about: str | None = None) -> tuple[DisagreementLine, ...]:
        return remark_list.disagreements(self._seen(), about)

    def new_since(self) -> NewSince:
        with self.store.reading() as session:
            return change_feed.new_since(self._seen(), session, self.allowed)

    def history(self, ref: str) -> tuple[HistoryLine, ...]:
        with self.store.reading() as session:
            return line_history.history_of(self._seen(), session, ref)

    def editions(self) -> tuple[EditionLine, ...]:
        return edition_list.editions(self._seen())

    def then_and_now(self, then: int | None = None, now: int | None = None) -> ThenAndNow | None:
        with self.store.reading() as session:
            return then_and_now.then_and_now(self._seen(), session, then, now, allowed=self.allowed)

    def evaluations(self) -> tuple[EvaluationLine, ...]:
        return evaluation_results.evaluations(self._seen())

    def results(self, evaluation: str | None = None) -> Results | None:
        return evaluation_results.results(self._seen(), evaluation)

    def _seen(self) -> StepContext:
        context = self.base()
        return replace(context, view=filtered(context.view, context.voice.id, self.allowed))
