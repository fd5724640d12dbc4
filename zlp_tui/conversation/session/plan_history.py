"""Read-only queries over time: what is due, what is new, what a line was before, what an evaluation came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.route import places_of_items
from zlp_tui.conversation.ports.evaluation_pages import EvaluationLine, Results
from zlp_tui.conversation.ports.follow_up import DisagreementLine, RemarkLine
from zlp_tui.conversation.ports.history_queries import DueLine, EditionLine, HistoryLine, NewSince, ThenAndNow
from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.conversation.session.edition_comparison import compare_editions
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling import (
    change_feed,
    due_list,
    edition_list,
    evaluation_results,
    line_history,
    remark_list,
)
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.trace import trace, traced_lines
from zlp_tui.due.rules import Rules
from zlp_tui.plan.access import May, filtered, may
from zlp_tui.plan.queries.recorded_changes import history, whole_history
from zlp_tui.plan.tables import read_markers


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """Implements `HistoryQueries`: reads the rows that the modules of `telling` put into words.

    Whoever speaks sees what they may see: `allowed` is asked for all of it. `rules` gives what each law asks.
    """

    plan: LoadedPlan
    rules: Callable[[], Mapping[str, Rules]]
    allowed: May = may

    def due(self) -> tuple[DueLine, ...]:
        return due_list.due_lines(self._context(), self.rules())

    def remarks(self) -> tuple[RemarkLine, ...]:
        return remark_list.remarks(self._context())

    def disagreements(self, about: str | None = None) -> tuple[DisagreementLine, ...]:
        return remark_list.disagreements(self._context(), about)

    def new_since(self) -> NewSince:
        context, plan, reader = self._context(), self.plan.id, self.plan.seats.voice
        with self.plan.store.reading() as session:
            at, touched = read_markers.touched_since(session, plan, reader)
            taken_back = {
                ref: history(session, plan, ref)[0]
                for ref, topic in change_feed.taken_back_lines(context.view, touched).items()
                if self.allowed(reader, "see", topic)
            }
        return change_feed.new_since(context, at, touched, taken_back)

    def history(self, ref: str) -> tuple[HistoryLine, ...]:
        with self.plan.store.reading() as session:
            changes = whole_history(session, self.plan.id, ref)
        return line_history.history_of(self._context(), changes)

    def editions(self) -> tuple[EditionLine, ...]:
        return edition_list.editions(self._context())

    def then_and_now(self, then: int | None = None, now: int | None = None) -> ThenAndNow | None:
        return compare_editions(self.plan, then, now, allowed=self.allowed)

    def evaluations(self) -> tuple[EvaluationLine, ...]:
        return evaluation_results.evaluations(self._context())

    def results(self, evaluation: str | None = None) -> Results | None:
        return evaluation_results.results(self._context(), evaluation)

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""
        context = self.plan.plan_context()
        with self.plan.store.reading() as session:
            histories = {
                line: history(session, self.plan.id, line) for line in traced_lines(context.view, ref)
            }
        return trace(context, ref, histories, places_of_items(self.plan.step_context()))

    def _context(self) -> PlanContext:
        context = self.plan.plan_context()
        return replace(context, view=filtered(context.view, self.plan.seats.voice, self.allowed))
