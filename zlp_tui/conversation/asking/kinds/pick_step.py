"""A question with options to pick from. What is picked becomes what the step's `keeps` says (`pick_handlers.py`)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.answers.pick_handlers import pick_handler_of
from zlp_tui.conversation.asking.context_lookup import choice_of, domain_of
from zlp_tui.conversation.asking.kinds.selectables import (
    domains_to_tag,
    fixed,
    named,
    people_picked,
    persons,
    picked,
)
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.sensitive_domains import domains_to_name
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Grid, Group, Pick, Reading, Reply, Selectable, Words
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.offered_words import has_origins, likely_origins
from zlp_tui.conversation.telling.overviews.weighing_grids import in_order
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.view import Person
from zlp_tui.script.steps.pick_models import PickStep
from zlp_tui.text import sentence

DECIDER = "decider"
FOR_WHAT = "for-what"
BECAUSE = "because"


@dataclass(frozen=True, slots=True)
class PickStepHandler:
    """A `pick` step; `decider` and `because` are asked where the answer calls for it (V73, L63), and `for-what/person`
    of each decider where there is more than one.

    Where there is nothing to pick from yet (no goal, no words said before) there is no question.
    """

    step: PickStep

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The question, then who decides, and what for, or the reason, where the answer calls for it; none without
        options."""
        if not self._offers_any(context):
            return ()
        stands = pick_handler_of(self.step).current(context)
        if self.step.decider is not None and stands[:1] in (("other",), ("together",)):
            return (None, DECIDER, *(f"{FOR_WHAT}/{person}" for person in self._each_for_something(context)))
        if self.step.because is not None and stands and stands[0] in ("partly", "no"):
            return (None, BECAUSE)
        return WHOLE

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        handler = pick_handler_of(self.step)
        if context.part == DECIDER and self.step.decider is not None:
            offered = persons(context, context.others)
            return StepQuestion(
                self.step.decider,
                Pick(
                    offered, handler.deciders(context), many=True, can_add=True, said_by=handler.said_by(context),
                ),
                self._beside(context),
            )
        if self.step.for_what is not None and (person := _asked_of(context)):
            return StepQuestion(
                self.step.for_what, Words(many=False, value=person.for_what), heading=person.called,
                names=(("person", person.called),),
            )
        if context.part == BECAUSE and self.step.because is not None:
            return StepQuestion(
                self.step.because, Pick(fixed(context, self.step.because.options), handler.because(context))
            )
        asked = StepQuestion(
            self.step,
            Pick(
                self._offered(context), handler.current(context), many=self.step.many,
                likeliest_first=self.step.from_ == "statements", said_by=handler.said_by(context),
            ),
            self._beside(context),
            heading=handler.heading(context),
            names=handler.names(context),
            for_each_voice=handler.for_each_voice,
        )
        decider = handler.decider(context)
        return asked if decider is None else self._put_to(decider, asked, context)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save what was picked by the step's pick handler; `Refused` for an id that is not offered."""
        handler = pick_handler_of(self.step)
        if context.part == DECIDER:
            who = (*picked(reply, persons(context, context.others), many=True), *named(context, reply, act))
            return people_picked(reply, handler.save_deciders(context, tuple(dict.fromkeys(who)), act))
        if person := _asked_of(context):
            words = cleaned(reply)
            if words:
                people.change(act, person.id, for_what=words)
            return AnswerOutcome((person.id,), cut=words.was_cut, goes_on=bool(words))
        if context.part == BECAUSE and self.step.because is not None:
            reasons = picked(reply, fixed(context, self.step.because.options))
            return AnswerOutcome(handler.save_because(context, reasons, act), goes_on=True)
        decider = handler.decider(context)
        if decider is not None and decider.id not in context.present:
            raise Refused("{name} is not at the table.", name=decider.called)
        ids = picked(reply, self._offered(context), many=self.step.many)
        return AnswerOutcome(handler.save(context, ids, act), goes_on=not self.step.many)

    def settled(self, context: StepContext) -> bool:
        """Whether this part was answered."""
        handler = pick_handler_of(self.step)
        if context.part == DECIDER:
            return bool(handler.deciders(context))
        if person := _asked_of(context):
            return person.for_what is not None
        decider = handler.decider(context)
        if decider is not None and decider.id not in context.present:
            return True  # it waits for who decides
        return bool(handler.because(context)) if context.part == BECAUSE else handler.settled(context)

    def _put_to(self, decider: Person, asked: StepQuestion, context: StepContext) -> StepQuestion:
        """The question as it is put to who decides for the client; who is not here is told, and nothing is asked."""
        question, names = self.step.for_decider or self.step, (*asked.names, ("decider", decider.called))
        if decider.id in context.present:
            return replace(asked, question=question, names=names, answers=decider.id)
        told = context.tr("{name} decides about this, and is not here. It is asked another time.", name=decider.called)
        return replace(asked, question=question, names=names, input=Reading((sentence(told),)))

    def has_answer(self, context: StepContext) -> bool:
        """Whether this part was answered. How the client is spoken to is known from the beginning, but was said only
        with what they are called, or when there was a conversation before.
        """
        if self.step.keeps == "address" and context.view.client_person.salutation is None:
            before = [talk for talk in context.view.conversations if talk.id != context.conversation]
            return bool(before) or context.place in context.answered_here
        return self.settled(context)

    def _each_for_something(self, context: StepContext) -> tuple[str, ...]:
        """Who is asked for what they decide: nobody where one person decides about everything."""
        deciders = pick_handler_of(self.step).deciders(context)
        return deciders if self.step.for_what is not None and len(deciders) > 1 else ()

    def _offers_any(self, context: StepContext) -> bool:
        """Whether there is something to pick from: asked of each such question of a route, at each turn."""
        match self.step.from_:
            case "statements":
                known = has_origins(context, self.step.topics)
            case "domains":
                known = bool(domains_to_name(context))
            case None:
                known = False
            case _:
                return bool(self._offered(context))
        return known or bool(pick_handler_of(self.step).options(context))

    def _offered(self, context: StepContext) -> tuple[Selectable, ...]:
        offered = pick_handler_of(self.step).offered(context)
        match self.step.from_:
            case "statements":
                offered += tuple(
                    Selectable(quote.ref, quote.text, by=quote.by)
                    for quote in likely_origins(context, self.step.topics, domain_of(context))
                )
            case "domains":
                offered += domains_to_tag(context)
            case "people":
                offered += persons(context, context.view.people)
            case "goals":
                offered += tuple(
                    Selectable(g.id, g.text, by=context.name(g.voice.id)) for g in context.view.active_goals()
                )
            case "options":
                offered += tuple(Selectable(o.id, o.title) for o in in_order(context, choice_of(context)))
            case None:
                pass
        return offered

    def _beside(self, context: StepContext) -> Board | Grid:
        handler = pick_handler_of(self.step)
        groups = (*handler.beside(context), *groups_beside(context, self.step.beside))
        if self.step.remind_domains:
            names = tuple(fact(domain.title) for domain in domains_to_tag(context))
            groups += (Group(context.tr("The ten parts of life, as a reminder"), names, reminds=True),)
        grid = handler.grid(context)
        return Board(groups) if grid is None else replace(grid, beside=(*grid.beside, *groups))


def _asked_of(context: StepContext) -> Person | None:
    """The decider whom this part is about; None for another part. `NotFound` for who is no longer in the plan."""
    part, _, person_id = (context.part or "").partition("/")
    if part != FOR_WHAT:
        return None
    try:
        return context.view.person(person_id)
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone
