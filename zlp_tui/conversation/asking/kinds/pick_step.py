"""A question with options to pick from. What is picked becomes what the step's `keeps` says (`pick_handlers.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import choice_of
from zlp_tui.conversation.asking.kinds.pick_handlers import pick_handler_of
from zlp_tui.conversation.asking.kinds.selectables import domains_to_tag, fixed, named, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reply, Selectable
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import PickStep

DECIDER = "decider"
BECAUSE = "because"


@dataclass(frozen=True, slots=True)
class PickStepHandler:
    """A `pick` step; `decider` and `because` are asked where the answer calls for it (V73, L63).

    Where there is nothing to pick from yet (no goal, no words said before) there is no question.
    """

    step: PickStep

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The question, then who decides or the reason, where the answer calls for it; none without options."""
        if not self._offered(context):
            return ()
        stands = pick_handler_of(self.step).current(context)
        if self.step.decider is not None and stands[:1] in (("other",), ("together",)):
            return (None, DECIDER)
        if self.step.because is not None and stands and stands[0] in ("partly", "no"):
            return (None, BECAUSE)
        return WHOLE

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        handler = pick_handler_of(self.step)
        if context.part == DECIDER and self.step.decider is not None:
            decider = handler.decider(context)
            chosen = (decider,) if decider else ()
            return StepQuestion(
                self.step.decider, Pick(persons(context.others), chosen, can_add=True), self._beside(context)
            )
        if context.part == BECAUSE and self.step.because is not None:
            return StepQuestion(
                self.step.because, Pick(fixed(context, self.step.because.options), handler.because(context))
            )
        return StepQuestion(
            self.step,
            Pick(self._offered(context), handler.current(context), many=self.step.many),
            self._beside(context),
            heading=handler.heading(context),
            names=handler.names(context),
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save what was picked by the step's pick handler; `Refused` for an id that is not offered."""
        handler = pick_handler_of(self.step)
        if context.part == DECIDER:
            return AnswerOutcome(handler.save_decider(context, _person(context, reply, act), act), goes_on=True)
        if context.part == BECAUSE and self.step.because is not None:
            reasons = picked(reply, fixed(context, self.step.because.options))
            return AnswerOutcome(handler.save_because(context, reasons, act), goes_on=True)
        ids = picked(reply, self._offered(context), many=self.step.many)
        return AnswerOutcome(handler.save(context, ids, act), goes_on=not self.step.many)

    def settled(self, context: StepContext) -> bool:
        """Whether this part was answered."""
        handler = pick_handler_of(self.step)
        if context.part == DECIDER:
            return handler.decider(context) is not None
        return bool(handler.because(context)) if context.part == BECAUSE else handler.settled(context)


    def _offered(self, context: StepContext) -> tuple[Selectable, ...]:
        offered = pick_handler_of(self.step).offered(context)
        match self.step.from_:
            case "statements":
                said = [s for topic in self.step.topics for s in context.view.said(topic)]
                offered += tuple(Selectable(s.id, s.text, by=context.name(s.voice.id)) for s in said)
                choices = context.view.open_choices()
                offered += tuple(Selectable(c.id, c.question, by=context.name(c.voice.id)) for c in choices)
            case "domains":
                offered += domains_to_tag(context)
            case "people":
                offered += persons(context.view.people)
            case "goals":
                offered += tuple(
                    Selectable(g.id, g.text, by=context.name(g.voice.id)) for g in context.view.active_goals()
                )
            case "options":
                offered += tuple(Selectable(o.id, o.title, o.source or "") for o in choice_of(context).options)
            case None:
                pass
        return offered

    def _beside(self, context: StepContext) -> Board:
        groups = (*pick_handler_of(self.step).beside(context), *groups_beside(context, self.step.beside))
        if self.step.remind_domains:
            names = tuple(fact(domain.title) for domain in domains_to_tag(context))
            groups += (Group(context.tr("The ten parts of life, as a reminder"), names),)
        return Board(groups)


def _person(context: StepContext, reply: Reply, act: Act) -> str:
    """Who was picked, or added by a typed name."""
    ids = picked(reply, persons(context.others))
    people = named(context, reply, act) or ids
    if len(people) != 1:
        raise Refused("Please pick one of the answers that stand here.")
    return people[0]
