"""A question with a few answers to pick from. What is picked becomes the step's `keeps` (`picks.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.context_lookup import choice_of
from zlp_tui.conversation.asking.kinds.pick_handlers import pick_handler_of
from zlp_tui.conversation.asking.kinds.selectables import domains_to_tag, fixed, named, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, fact
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reply, Selectable
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Pick as PickStep

DECIDER = "decider"
BECAUSE = "because"


@dataclass(frozen=True, slots=True)
class PickTurns:
    """A `pick` step; `decider` and `because` are asked where the answer calls for it (V73, L63).

    Where there is nothing to pick from yet (no goal, no words said before) there is no question.
    """

    step: PickStep

    def parts(self, here: StepContext) -> tuple[str | None, ...]:
        if not self._offered(here):
            return ()
        stands = pick_handler_of(self.step).current(here)
        if self.step.decider is not None and stands[:1] in (("other",), ("together",)):
            return (None, DECIDER)
        if self.step.because is not None and stands and stands[0] in ("partly", "no"):
            return (None, BECAUSE)
        return WHOLE

    def ask(self, here: StepContext) -> StepQuestion:
        keep = pick_handler_of(self.step)
        if here.part == DECIDER and self.step.decider is not None:
            decider = keep.decider(here)
            chosen = (decider,) if decider else ()
            return StepQuestion(self.step.decider, Pick(persons(here.others), chosen, can_add=True), self._beside(here))
        if here.part == BECAUSE and self.step.because is not None:
            return StepQuestion(self.step.because, Pick(fixed(here, self.step.because.options), keep.because(here)))
        return StepQuestion(
            self.step,
            Pick(self._offered(here), keep.current(here), many=self.step.many),
            self._beside(here),
            heading=keep.heading(here),
            names=keep.names(here),
        )

    def answer(self, here: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        keep = pick_handler_of(self.step)
        if here.part == DECIDER:
            return AnswerOutcome(keep.keep_decider(here, _person(here, reply, act), act), goes_on=True)
        if here.part == BECAUSE and self.step.because is not None:
            reasons = picked(reply, fixed(here, self.step.because.options))
            return AnswerOutcome(keep.keep_because(here, reasons, act), goes_on=True)
        ids = picked(reply, self._offered(here), many=self.step.many)
        return AnswerOutcome(keep.keep(here, ids, act), goes_on=not self.step.many)

    def settled(self, here: StepContext) -> bool:
        keep = pick_handler_of(self.step)
        if here.part == DECIDER:
            return keep.decider(here) is not None
        return bool(keep.because(here)) if here.part == BECAUSE else keep.settled(here)

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        return pick_handler_of(self.step).lines(here)

    def _offered(self, here: StepContext) -> tuple[Selectable, ...]:
        offered = pick_handler_of(self.step).offered(here)
        match self.step.from_:
            case "statements":
                said = [s for topic in self.step.topics for s in here.view.said(topic)]
                offered += tuple(Selectable(s.id, s.text, by=here.name(s.voice.id)) for s in said)
                choices = here.view.open_choices()
                offered += tuple(Selectable(c.id, c.question, by=here.name(c.voice.id)) for c in choices)
            case "domains":
                offered += domains_to_tag(here)
            case "people":
                offered += persons(here.view.people)
            case "goals":
                offered += tuple(Selectable(g.id, g.text, by=here.name(g.voice.id)) for g in here.view.active_goals())
            case "options":
                offered += tuple(Selectable(o.id, o.title, o.source or "") for o in choice_of(here).options)
            case None:
                pass
        return offered

    def _beside(self, here: StepContext) -> Board:
        groups = (*pick_handler_of(self.step).beside(here), *groups_beside(here, self.step.beside))
        if self.step.remind_domains:
            names = tuple(fact(domain.title) for domain in domains_to_tag(here))
            groups += (Group(here.say("The ten parts of life, as a reminder"), names),)
        return Board(groups)


def _person(here: StepContext, reply: Reply, act: Act) -> str:
    """Who was picked, or added by a typed name."""
    ids = picked(reply, persons(here.others))
    person = named(here, reply, act) or next(iter(ids), None)
    if person is None:
        raise Refused("Please pick one of the answers that stand here.")
    return person
