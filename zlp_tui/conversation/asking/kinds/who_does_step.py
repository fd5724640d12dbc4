"""Who does what in an agreement: oneself, then own people, then professionals (V66, L87)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import agreement_of
from zlp_tui.conversation.asking.kinds.selectables import named, people_picked, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Pick, Reply, Words
from zlp_tui.conversation.telling.agreement_cards import card_groups
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.plan.tables import agreements
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Person
from zlp_tui.script.schema import WhoDoes

MYSELF, OWN, PROFESSIONALS, DOES = "self", "own-people", "professionals", "does"


@dataclass(frozen=True, slots=True)
class WhoDoesStepHandler:
    """A `who-does` step. Parts: `self`, `own-people`, `does/person` for each of them, `professionals`, and theirs."""

    step: WhoDoes

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The client, own people and what each does, professionals and what each does."""
        own = tuple(f"{DOES}/{p.id}" for p in _group(context, OWN) if _takes_part(context, p))
        work = tuple(f"{DOES}/{p.id}" for p in _group(context, PROFESSIONALS) if _takes_part(context, p))
        return (MYSELF, OWN, *own, PROFESSIONALS, *work)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        agreement = agreement_of(context)
        beside = (*card_groups(context, agreement), *said_in_domain(context, agreement.domain))
        board = Board(beside, side_by_side=True)
        part = context.part or MYSELF
        if part in (OWN, PROFESSIONALS):
            group = _group(context, part)
            chosen = tuple(p.id for p in group if _takes_part(context, p))
            question = self.step.own_people if part == OWN else self.step.professionals
            return StepQuestion(question, Pick(persons(context, group), chosen, many=True, can_add=True), board)
        person = _doer(context)
        words = Words(many=False, value=_does(context, person))
        if part == MYSELF:
            return StepQuestion(self.step.myself, words, board)
        return StepQuestion(self.step.does, words, board, heading=person.called, names=(("person", person.called),))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save who takes part, or what a person does."""
        part, agreement = context.part or MYSELF, agreement_of(context)
        if part in (OWN, PROFESSIONALS):
            return self._answer_group(context, part, reply, act)
        words = cleaned(reply)
        if not words.text:
            return AnswerOutcome()
        agreements.task(act, agreement.id, _doer(context).id, words.text)
        return AnswerOutcome((agreement.id,), cut=words.was_cut, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether somebody of the group takes part, or it is known what the person does."""
        part = context.part or MYSELF
        if part in (OWN, PROFESSIONALS):
            return any(_takes_part(context, p) for p in _group(context, part))
        return _does(context, _doer(context)) is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether it is known who takes part, or what the person does."""
        return self.settled(context)

    def _answer_group(self, context: StepContext, part: str, reply: Reply, act: Act) -> AnswerOutcome:
        agreement, group = agreement_of(context), _group(context, part)
        added = named(context, reply, act, kind="professional" if part == PROFESSIONALS else "family")
        taking_part = (*picked(reply, persons(context, group), many=True), *added)
        already = {task.person for task in agreement.who}
        for person in taking_part:
            if person not in already:
                agreements.task(act, agreement.id, person, None)
        for person in (p.id for p in group if p.id in already and p.id not in taking_part):
            agreements.end_task(act, agreement.id, person)
        return people_picked(reply, (agreement.id,))


def _group(context: StepContext, part: str) -> tuple[Person, ...]:
    professional = part == PROFESSIONALS
    return tuple(p for p in context.others if (p.kind in PROFESSIONAL_KINDS) == professional)


def _takes_part(context: StepContext, person: Person) -> bool:
    return any(task.person == person.id for task in agreement_of(context).who)


def _doer(context: StepContext) -> Person:
    part, _, person = (context.part or MYSELF).partition("/")
    return context.view.person(person) if part == DOES else context.view.client_person


def _does(context: StepContext, person: Person) -> str | None:
    return next((task.does for task in agreement_of(context).who if task.person == person.id), None)
