"""Read-only queries over time: what is due, what is new, what a line was before, what an evaluation came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from zlp_tui.conversation.asking.route import places_of_items
from zlp_tui.conversation.ports.evaluation_pages import EvaluationLine, Results
from zlp_tui.conversation.ports.follow_up import DisagreementLine, NotMetLine, RemarkLine
from zlp_tui.conversation.ports.history_queries import (
    DueLine,
    EditionLine,
    HistoryLine,
    NewSince,
    ThenAndNow,
    Today,
    Week,
    WhoLooked,
)
from zlp_tui.conversation.ports.plan_pages import FoundWords, LetterPart, PlanLength, TraceStep
from zlp_tui.conversation.session.last_keyboard_user import last_keyboard_user
from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.locked_plans.log_reader import who_looked
from zlp_tui.conversation.session.search_in_plan import search_in
from zlp_tui.conversation.telling import relative_days
from zlp_tui.conversation.telling.agreements import today_list, week_list
from zlp_tui.conversation.telling.due import due_list
from zlp_tui.conversation.telling.history import (
    change_feed,
    edition_list,
    evaluation_results,
    line_history,
    then_and_now,
)
from zlp_tui.conversation.telling.history.trace import Histories, Places, trace, traced_lines
from zlp_tui.conversation.telling.history.way_of_wish import lines_after, lines_of_way, told_in_time
from zlp_tui.conversation.telling.remarks import not_met_text, remark_list
from zlp_tui.conversation.telling.remarks.notes_beside import notes_beside
from zlp_tui.due.figures import Rules
from zlp_tui.plan.queries.recorded_changes import history, touched_after_talk, touched_since, whole_history
from zlp_tui.plan.recorded_change import Touched
from zlp_tui.plan.transaction import Transaction

A_FEW_DAYS: Final = timedelta(days=3)
"""So far back it is told what is new to somebody who never looked."""


@dataclass(frozen=True, slots=True)
class PlanHistory:
    """Implements `HistoryQueries`: reads the rows that the modules of `telling` put into words.

    All but the letter of an edition is told as it fits the company that sits there. `rules` gives what each law asks.
    """

    plan: LoadedPlan
    rules: Callable[[], Mapping[str, Rules]]

    def day_of(self, on: str) -> str:
        """When something was said or done, an ISO date, as it is told today."""
        return relative_days.day_of(self.plan.plan_context(), on)

    def due(self) -> tuple[DueLine, ...]:
        """What has a date, late or still to come, the earliest first."""
        return due_list.due_lines(self.plan.plan_context(), self.rules())

    def today(self) -> Today:
        """What is agreed for today, by part of the day, as far as it is told in this company, and what is due."""
        context, private = self.plan.letter_context, self.plan.company.private
        parts = today_list.today_parts(context, lambda domain: domain not in private)
        return Today(parts, tuple(line for line in self.due() if line.on <= context.today.isoformat()))

    def week(self) -> Week:
        """What is agreed for this week, as far as it is told in this company."""
        private = self.plan.company.private
        return week_list.week_of(self.plan.letter_context, lambda domain: domain not in private)

    def remarks(self) -> tuple[RemarkLine, ...]:
        """Remarks and nice moments: open ones first, then the newest first."""
        return remark_list.remarks(self.plan.plan_context())

    def disagreements(self, about: str | None = None) -> tuple[DisagreementLine, ...]:
        """Who does not agree, with one line or with any; those that go on first."""
        return remark_list.disagreements(self.plan.plan_context(), self.rules(), about)

    def notes_beside(self) -> Mapping[str, str]:
        """By line as it stands now, what is said beside it, in words."""
        return notes_beside(self.plan.plan_context())

    def not_met(self, about: str | None = None) -> tuple[NotMetLine, ...]:
        """The wishes that cannot be met now, the newest first; of one line all that was said of it."""
        return not_met_text.not_met_lines(self.plan.plan_context(), about)

    def who_looked(self) -> WhoLooked:
        """Who looked into the plan and what they did there, by day; of what is hidden here nothing is told."""
        return who_looked(self.plan)

    def new_since(self) -> NewSince:
        """What others added or changed since the keyboard user looked last, or was here last (L63, M17); for whom the
        plan is new, only what is of the last few days, and never all of it (L-11)."""
        company, who = self.plan.company, self._looks
        if who is None:
            return NewSince("", ())
        with self.plan.store.reading() as session:
            at, touched = touched_since(session, company.view, company.readers, who)
            if not at:
                first = (today(self.plan.clock) - A_FEW_DAYS).isoformat()
                touched = {ref: touch for ref, touch in touched.items() if touch.on >= first}
            return self._told(session, at, touched)

    def since_last_talk(self) -> NewSince:
        """What anybody added or changed since the last talk was over; nothing while it goes on, or without one."""
        company, talk = self.plan.company, self.plan.view.last_talk
        if talk is None:
            return NewSince("", ())
        with self.plan.store.reading() as session:
            touched = touched_after_talk(session, company.view, company.readers, talk)
            return self._told(session, talk.started, touched)

    def _told(self, session: Transaction, at: str, touched: Mapping[str, Touched]) -> NewSince:
        """Lines that were touched since a moment, in words, with what stood in those that were taken back."""
        company = self.plan.company
        gone = change_feed.taken_back_lines(company.view, touched)
        taken_back = {ref: history(session, company.view, company.readers, ref)[0] for ref in gone}
        return change_feed.new_since(self.plan.plan_context(), at, touched, taken_back)

    @property
    def _looks(self) -> str | None:
        """For whom something is new: the keyboard user, or while nobody said who that is who typed last."""
        if self.plan.seats.writes is not None:
            return self.plan.seats.writes
        last = last_keyboard_user(self.plan)
        return last.id if last is not None else None

    def history(self, ref: str) -> tuple[HistoryLine, ...]:
        """All changes of a line, the oldest first; `NotFound` for an unknown ref."""
        company = self.plan.company
        with self.plan.store.reading() as session:
            changes = whole_history(session, company.view, company.readers, ref)
        return line_history.history_of(self.plan.plan_context(), changes)

    def editions(self) -> tuple[EditionLine, ...]:
        """The editions that were agreed on, the newest first."""
        return edition_list.editions(self.plan.plan_context())

    def read_edition(self, number: int, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan as it was agreed on, to read; `NotFound` for a number that it does not have."""
        return edition_list.read_edition(self.plan.letter_context, self.plan.whole_edition(number), number, length)

    def then_and_now(self, then: int | None = None, now: int | None = None) -> ThenAndNow | None:
        """An edition beside a later one, or beside the plan as it is. Without `then`: the last edition before it."""
        return then_and_now.then_and_now(self.plan.plan_context(), self.plan.edition, then, now)

    def search(self, typed: str) -> tuple[FoundWords, ...]:
        """All words in the plan, and in its editions, that hold what is typed; the newest first."""
        return search_in(self.plan, typed, self.plan.company)

    def evaluations(self) -> tuple[EvaluationLine, ...]:
        """All evaluations, the newest first."""
        return evaluation_results.evaluations(self.plan.plan_context())

    def results(self, evaluation: str | None = None) -> Results | None:
        """What an evaluation came to, the last one by default, beside the one before; None when there was none."""
        return evaluation_results.results(self.plan.plan_context(), self.plan.every_note(), evaluation)

    def came_of(self, ref: str) -> tuple[TraceStep, ...]:
        """What came of a line, the oldest first (M31)."""
        return self._in_time(lines_after(self.plan.company.view, ref))

    def way(self, ref: str) -> tuple[TraceStep, ...]:
        """The way of the wish that a line came from, over the talks, the oldest first (M32)."""
        return self._in_time(lines_of_way(self.plan.company.view, ref))

    def _in_time(self, lines: tuple[str, ...]) -> tuple[TraceStep, ...]:
        return told_in_time(self.plan.plan_context(), lines, self._histories(lines), self._places())

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""
        histories = self._histories(traced_lines(self.plan.company.view, ref))
        return trace(self.plan.plan_context(), ref, histories, self._places())

    def _histories(self, lines: tuple[str, ...]) -> Histories:
        """The history of each of these lines, as it fits the company."""
        company = self.plan.company
        with self.plan.store.reading() as session:
            return {line: history(session, company.view, company.readers, line) for line in lines}

    def _places(self) -> Places:
        return places_of_items(self.plan.step_context())
