"""The real `OverTime` of one plan: it knows where to look, the modules beside it know what to make of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
from zlp_tui.plan.access import Readers
from zlp_tui.plan.queries.recorded_changes import history, touched_since, whole_history
from zlp_tui.plan.view import PlanView
from zlp_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """Implements `OverTime`. `base` gives the plan as it stands now, `rules` what each law asks (read when needed).

    `readers` gives who reads: history and editions are read for them, as the plan on the table is.
    """

    store: Store
    plan_id: str
    base: Callable[[], StepContext]
    rules: Callable[[], Mapping[str, Rules]]
    readers: Callable[[], Readers]
    edition: Callable[[int], PlanView]

    def due(self) -> tuple[DueLine, ...]:
        return due_list.due_lines(self.base(), self.rules())

    def remarks(self) -> tuple[RemarkLine, ...]:
        return remark_list.remarks(self.base())

    def disagreements(self, about: str | None = None) -> tuple[DisagreementLine, ...]:
        return remark_list.disagreements(self.base(), about)

    def new_since(self) -> NewSince:
        with self.store.reading() as session:
            context = self.base()
            at, touched = touched_since(session, context.view, self.readers(), context.voice.id)
            return change_feed.new_since(
                context, at, touched, lambda ref: history(session, context.view, self.readers(), ref)
            )

    def history(self, ref: str) -> tuple[HistoryLine, ...]:
        with self.store.reading() as session:
            context = self.base()
            return line_history.history_of(context, whole_history(session, context.view, self.readers(), ref))

    def editions(self) -> tuple[EditionLine, ...]:
        return edition_list.editions(self.base())

    def then_and_now(self, then: int | None = None, now: int | None = None) -> ThenAndNow | None:
        return then_and_now.then_and_now(self.base(), self.edition, then, now)

    def evaluations(self) -> tuple[EvaluationLine, ...]:
        return evaluation_results.evaluations(self.base())

    def results(self, evaluation: str | None = None) -> Results | None:
        return evaluation_results.results(self.base(), evaluation)

