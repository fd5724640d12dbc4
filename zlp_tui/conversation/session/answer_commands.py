"""`AnswerCommands`: keeps an answer to the question that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from zlp_tui.conversation.asking.kinds.registry import answered, step_handler_of
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome
from zlp_tui.conversation.ports.answer_words import answer_words
from zlp_tui.conversation.ports.turn import Kept, Reply, Spoken
from zlp_tui.conversation.session.doubted_answer import DoubtedAnswer
from zlp_tui.conversation.session.draft_keys import answer_draft
from zlp_tui.conversation.session.drafts_at_place import DraftsAtPlace
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.script_position import ScriptPosition
from zlp_tui.conversation.session.unit_of_work import UnitOfWork, resume_at
from zlp_tui.errors import Refused, Unanswered
from zlp_tui.plan.view import Person
from zlp_tui.text import clean


class AnswerCommands:
    """Answers the question at which the conversation is, by who speaks. Each answer is one act, that can be undone."""

    def __init__(
        self, plan: LoadedPlan, unit_of_work: UnitOfWork, position: ScriptPosition, drafts: DraftsAtPlace,
        doubt: DoubtedAnswer,
    ) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work
        self._position = position
        self._drafts = drafts
        self._doubt = doubt

    def answer(self, reply: Reply) -> Kept:
        """Keep an answer to the question at our place, by who speaks. `Refused` leaves everything as it was."""
        if isinstance(reply, Spoken):
            reply = replace(reply, text=clean(reply.text))
            if not reply.text:
                return Kept((), written=False)
        plan, place = self._plan, self._position.place
        reply, confirmed = self._doubt.resolved(place, reply, plan.script.locale)
        before = {*plan.view.readable, *(person.id for person in plan.view.people)}
        try:
            with self._doubt.remembered(place, reply):
                outcome = self._saved(reply, confirmed=confirmed)
        except Unanswered as said:
            self._drafts.keep("")
            told = plan.tr(said.message, **said.values)
            return Kept((), goes_on=True, told=told, unanswered=True, written=False)
        new = tuple(ref for ref in outcome.refs if ref not in before)
        plan.new_here |= frozenset(new)
        plan.answered_here |= {self._position.place}
        if self._drafts.marks() is not None:
            self._drafts.keep_marks(None)
        self._position.answered(outcome, new)
        limit = outcome.limit if outcome.cut else None
        return Kept(outcome.refs, limit, outcome.goes_on, outcome.told, written=self._unit_of_work.wrote)

    def not_asked_yet(self) -> Person | None:
        """Who is present and has no answer of their own to a question that is `for_each_voice`; None for nobody."""
        context, present = self._position.context(), self._plan.seats.around(self._plan.view)
        handler = step_handler_of(context.step)
        alone = ((person, replace(context, voice=person, present=(person.id,))) for person in present)
        return next((person for person, asked in alone if not handler.settled(asked)), None)

    def _saved(self, reply: Reply, *, confirmed: bool) -> AnswerOutcome:
        place = self._position.place
        turn, draft = self._position.asked(), answer_draft(place)
        words = answer_words(turn, reply)
        with self._speaking(turn.answers), self._unit_of_work.undoable(words, draft=draft, at=place) as act:
            outcome = answered(replace(self._position.context(), confirmed=confirmed), reply, act)
            resume_at(act, place, self._plan.way.route.id)
            if outcome.seated is not None:
                self._plan.seats.answered(outcome.seated)
        return outcome

    @contextmanager
    def _speaking(self, answers: str | None) -> Iterator[None]:
        """Let speak whose answer is asked for, while it is kept; `Refused` where that is the client, who is away."""
        seats = self._plan.seats
        if self._position.context().waits_for_client:
            raise Refused("{name} is not at the table.", name=self._plan.view.client_person.called)
        with seats.speaking(answers or seats.voice):
            yield
