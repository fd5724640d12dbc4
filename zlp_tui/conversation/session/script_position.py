"""`ScriptPosition`: which question is asked, and how one moves through the script."""

from __future__ import annotations

from contextlib import suppress

from zlp_tui.conversation.asking.detours import Detours, beginning_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome
from zlp_tui.conversation.asking.navigation import first_of, stop_at, topic_after
from zlp_tui.conversation.asking.route import Stop
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.resume_point import stopped_at, where_it_was
from zlp_tui.conversation.session.unit_of_work import UndoneAct, UnitOfWork
from zlp_tui.conversation.session.unkept_marks import with_unkept
from zlp_tui.errors import NotFound
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role


class ScriptPosition:
    """The question at which one conversation is, from `start` on. Each move is saved once the conversation has begun.

    What the methods of `Desk` of the same name promise, these do.
    """

    def __init__(self, plan: LoadedPlan, unit_of_work: UnitOfWork, drafts: DraftStore, start: Stop) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work
        self._drafts = drafts
        self._stop = start
        self._detours = Detours()

    @property
    def place(self) -> Place:
        """Where we are."""
        return self._stop.place

    def context(self) -> StepContext:
        """The question that is asked, on the plan as it stands now."""
        return self._plan.step_context(self._stop.context)

    def turn(self) -> Turn:
        """The question at our place, with what others marked and did not keep; what it notifies of is shown by it."""
        notice = self._stop.context.step.shown_notice
        if notice is not None:
            self._unit_of_work.show_notice(notice)
        turn = turn_at(self.context())
        others = self._drafts.marks_of_others(self.place, self._plan.seats.typist(turn.answers))
        return with_unkept(turn, others, self._plan.tr)

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""
        return stopped_at(self.context())

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""
        return self._jump(stop_at(self.context(), place))

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it."""
        return self._jump(first_of(self.context(), topic))

    def begin(self, role: Role) -> Turn:
        """Go to where something new of the topic with this role is said; after the questions about it one returns."""
        stop, here = beginning_of(self.context(), role), self.place
        self._detours.begin(stop.place, here)
        return self._move(stop)

    def forward(self) -> Turn | None:
        """The next question, or None after the last one: first all about what is new."""
        stop = self._detours.after(self.context(), self.place)
        return self._move(stop) if stop else None

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""
        stop = topic_after(self.context(), self.place.topic)
        return self._jump(stop) if stop else None

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""
        stop = self._detours.before(self.context(), self.place)
        return self._move(stop) if stop else None

    def answered(self, outcome: AnswerOutcome, new: tuple[str, ...]) -> None:
        """The question at our place was answered, by which these lines are new: they lead the way from here."""
        self._detours.say(self.context(), new)
        self._detours.lead(self.context(), outcome)

    def follow_view(self) -> None:
        """After something was undone or taken back: who spoke, or what was asked about, may be gone from the plan."""
        self._plan.seats.follow(self._plan.view, self._plan.conversation)
        self._stop = where_it_was(self._plan.step_context(), self.place)

    def follow_undone(self, undone: UndoneAct | None, *, moves: bool) -> str | None:
        """After an undo or a redo: go to the question at which that was done, if asked to. Its words."""
        if undone is None:
            return None
        self.follow_view()
        if moves and undone.place is not None and undone.place != self.place:
            with suppress(NotFound):
                self._stop = stop_at(self._plan.step_context(), undone.place)
                self._unit_of_work.save_place(self.place)
        return undone.words

    def _jump(self, stop: Stop) -> Turn:
        self._detours.jump(stop.place)
        return self._move(stop)

    def _move(self, stop: Stop) -> Turn:
        self._stop = stop
        self._unit_of_work.save_place(self.place)
        return self.turn()
