"""`ScriptPosition`: which question is asked, and how one moves through the script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace

from zlp_tui.conversation.asking.detours import Detours, beginning_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome
from zlp_tui.conversation.asking.navigation import first_of, stop_at, stop_past, topic_after
from zlp_tui.conversation.asking.route import Stop, route_misses
from zlp_tui.conversation.asking.route_lines import route_asking_anew, route_from_paper
from zlp_tui.conversation.asking.saying_more import asked_aside, first_open, more_about
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.asking.weighed_enough import keep_enough
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.folded_lines import with_folded
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.pause_proposal import PauseProposal
from zlp_tui.conversation.session.resume_point import (
    looked_back_to_the_end,
    stopped_at,
    where_it_was,
    where_route_goes_on,
)
from zlp_tui.conversation.session.unit_of_work import UndoneAct, UnitOfWork, resume_at
from zlp_tui.conversation.session.unkept_marks import with_unkept
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic
from zlp_tui.errors import NotFound, Refused
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
        if start.context.way.chosen:  # it was left at what is asked only there
            plan.way = replace(plan.way, chosen=start.place.topic)
        self._detours = Detours()
        self._left: Mapping[str, Place] = {}
        """Where the routes that one walked in this conversation were left, by their ids."""
        self._asked: tuple[StepContext, Turn] | None = None
        self._see()
        self._resumed = self.resume()  # of the conversation before: whoever goes there goes on with it
        self._pauses = PauseProposal(plan)
        self.proposed_pause = ""
        """A pause that is proposed where we are now, in words; empty for none."""

    @property
    def place(self) -> Place:
        """Where we are."""
        return self._stop.place

    def context(self) -> StepContext:
        """The question that is asked, on the plan as it stands now."""
        return self._plan.step_context(self._stop.context)

    def asked(self) -> Turn:
        """The question at our place; made anew as soon as anything of which it is made is another."""
        context, known = self.context(), self._asked
        if known is None or known[0].view is not context.view or known[0] != context:
            known = self._asked = (context, turn_at(context))
        return known[1]

    def turn(self) -> Turn:
        """The question at our place, with what others marked and did not keep; what it notifies of is shown by it."""
        self._plan.fold(but=self.place.topic)
        for notice in self._stop.context.shown_notices:
            self._unit_of_work.show_notice(notice)
        turn = self.asked()
        others = self._drafts.marks_of_others(self.place, self._plan.seats.typist(turn.answers))
        return with_folded(with_unkept(turn, others, self._plan.tr), self._plan.folded, self._plan.tr)

    def resume(self) -> Place | None:
        """Where the last conversation stopped; None when there was none or its place has left the script."""
        return stopped_at(self.context())

    def go(self, place: Place) -> Turn:
        """Go to a place; `NotFound` when the script does not have it."""
        context, chosen = self.context(), place.topic != self.place.topic and place != self._resumed
        if chosen:  # a topic that is chosen may ask more than a route does
            context = replace(context, way=replace(context.way, chosen=place.topic))
        return self._jump(stop_at(context, place), chosen=chosen)

    def go_topic(self, topic: str) -> Turn:
        """Go to a topic's first question; `NotFound` when the script does not have it. `Refused` for one of a look back
        on a plan that is not made yet."""
        stop = first_of(self.context(), topic)
        self._look_back_along_its_route(topic)
        return self._jump(stop, chosen=True)

    @contextmanager
    def visiting(self, place: Place) -> Iterator[None]:
        """Be at another place for one answer; after it one is where one was. `NotFound` when the script lacks it."""
        here, self._stop = self._stop, stop_at(self.context(), place)
        try:
            yield
        finally:
            self._stop = where_it_was(self._plan.step_context(), here.place)
            self._unit_of_work.save_place(self.place)

    def ask_aside(self, place: Place) -> Turn:
        """Go to a question in between; after it, and what follows from its answer, one returns. `NotFound` when the
        script does not have it."""
        stop = stop_at(self.context(), place)
        if stop.place != self.place:
            self._detours.ask_aside(self.place, (stop.place,), within=stop.place)
        return self._move(stop)

    def begin(self, role: Role) -> Turn:
        """Go to where something new of the topic with this role is said; after the questions about it one returns."""
        stop, here = beginning_of(self.context(), role), self.place
        self._detours.begin(stop.place, here)
        return self._move(stop)

    def enough(self) -> Turn:
        """Enough was weighed, which is kept: the question after it; `NotFound` where nothing is weighed."""
        if not self.turn().weighs:
            raise NotFound("There is nothing to weigh here.")
        if not self._plan.claim.read_only:
            with self._unit_of_work.undoable(self._plan.tr("Weighed enough"), at=self.place) as act:
                keep_enough(self.context(), act)
                resume_at(act, self.place, self._plan.way.route.id)
        context = self.context()
        try:
            return self._jump(stop_past(context))
        except NotFound:
            return self.forward() or self.turn()

    def say_more(self) -> Turn:
        """Go to the first question about what is asked about, or was just said, that is open, those on request among
        them; to what more there is and back, where others stand open. `NotFound` where none is asked on request."""
        waiting, way = more_about(self.context()), self._plan.way
        if not waiting:
            raise NotFound("There is nothing more to ask about this.")
        wished = {(stop.place.topic, stop.context.about) for stop in waiting}
        self._plan.way = replace(way, more_about=way.more_about | wished)
        aside = asked_aside(self.context(), waiting)
        if aside:
            self._plan.way = way
            self._detours.ask_aside(self.place, aside)
            return self._move(stop_at(self.context(), aside[0]))
        if self.context().step.begins_something:
            things = dict.fromkeys(stop.context.about for stop in waiting)
            self._detours.say(self.context(), (thing for thing in things if thing is not None))
        return self._move(stop_at(self.context(), first_open(self.context(), waiting).place))

    def forward(self) -> Turn | None:
        """The next question, or None after the last one: first all about what is new."""
        stop = self._detours.after(self.context(), self.place)
        if stop is None:
            self._unit_of_work.save_place(self.place)  # with a notice that was on the last page
            return None
        step = stop.context.step
        crossed = stop.place.topic != self.place.topic and step.is_asked and not step.frames_sitting
        turn = self._move(stop)
        self.proposed_pause = self._pauses.due() if crossed else ""
        return turn

    def next_topic(self) -> Turn | None:
        """The first question of the next topic, or None after the last one."""
        stop = topic_after(self.context(), self.place)
        return self._jump(stop) if stop else None

    def back(self) -> Turn | None:
        """The question before, or None at the first one."""
        stop = self._detours.before(self.context(), self.place)
        return self._move(stop) if stop else None

    def take_route(self, route: str) -> Turn:
        """Walk this way from now on, from where one left it; `NotFound` when the script does not have it. `Refused` for
        one that asks anew of a plan that is not made yet."""
        stop = self._change_route(route)
        return self._move(stop) if stop else self.turn()

    def _change_route(self, route: str) -> Stop | None:
        """Walk this way from now on: where on it one goes on; None where that is here. Nothing is shown yet."""
        found, way = self._plan.script.find_route(route), self._plan.way
        if found is not None and found.source == "paper" and not found.again:
            found = route_from_paper(self._plan.script, self._plan.view)
        if found is None:
            raise NotFound("There is no such conversation.")
        goes_on = self._plan.conversation is not None or not looked_back_to_the_end(self.context())
        if found.id == way.route.id and goes_on:
            return self._back_on_route()
        if found.again:
            self._require_something_to_look_back_on()
        if found.id != way.route.id:
            self._left = {**self._left, way.route.id: way.left_at or self.place}
        self._unit_of_work.end()
        self._plan.way = Way(found)
        self._detours.leave()
        return where_route_goes_on(self.context(), self._left.get(found.id))

    def _back_on_route(self) -> Stop | None:
        """Beside the route: where it was left, if that is known; None on it."""
        context, left = self.context(), self._plan.way.left_at
        if left is not None and route_misses(context, self.place.topic):
            with suppress(NotFound):
                stop = stop_at(context, left)
                self._detours.leave()
                return stop
        return None

    def answered(self, outcome: AnswerOutcome, new: tuple[str, ...]) -> None:
        """The question at our place was answered, by which these lines are new: they lead the way from here."""
        self._detours.say(self.context(), new)
        self._detours.lead(self.context(), outcome)

    def follow_view(self) -> None:
        """After something was undone or taken back: who spoke, or what was asked about, may be gone from the plan."""
        self._plan.seats.follow(self._plan.view, self._plan.conversation)
        self._stop = where_it_was(self._plan.step_context(), self.place)

    def follow_company(self) -> None:
        """After others sat down: what may not be asked among them is asked no longer."""
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

    def _require_something_to_look_back_on(self) -> None:
        """A plan that is not made yet is made first, and not looked back at."""
        if not self._plan.view.can_look_back:
            raise Refused("There is nothing to look back on yet. First the plan is made.")

    def _look_back_along_its_route(self, topic: str) -> None:
        """Whoever chooses to look back does so along the route for it, which asks of everything together."""
        script = self._plan.script
        if not is_evaluation_topic(script.topic(topic)) and topic not in script.asked_anew:
            return
        self._require_something_to_look_back_on()
        route = None if self._plan.way.route.again else route_asking_anew(script, topic)
        if route is not None:
            self._change_route(route.id)

    def _jump(self, stop: Stop, *, chosen: bool = False) -> Turn:
        self._detours.jump(stop.place)
        if chosen:
            self._plan.way = replace(self._plan.way, chosen=stop.place.topic)
        return self._move(stop)

    def _see(self) -> None:
        """What is on screen now was shown on this way; a topic that was chosen is over once one is in another."""
        way = self._plan.way
        beside = route_misses(self.context(), self.place.topic)
        self._plan.way = replace(
            way,
            chosen=way.chosen if way.chosen == self.place.topic else None,
            left_at=way.left_at if beside else self.place,
            shown=way.shown | {self.place},
        )

    def _move(self, stop: Stop) -> Turn:
        self._stop, self.proposed_pause = stop, ""
        self._see()
        self._unit_of_work.save_place(self.place)
        return self.turn()
