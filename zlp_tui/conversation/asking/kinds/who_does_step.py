"""Who does it, of one list: oneself, then own people, then professionals; and what each of them does (V66, L87)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.context_lookup import agreement_of
from zlp_tui.conversation.asking.kinds.selectables import named, people_picked, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Pick, Reply, Words
from zlp_tui.conversation.telling.agreements.agreement_cards import card_groups
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.errors import NotFound
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Person
from zlp_tui.script.steps.support_models import WhoDoes

DOES = "does"


@dataclass(frozen=True, slots=True)
class WhoDoesStepHandler:
    """A `who-does` step. Parts: none for who takes part, then `does/person` for each of them."""

    step: WhoDoes

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """Who takes part, and what each of them does."""
        return (None, *(f"{DOES}/{person.id}" for person in in_order(context) if _takes_part(context, person)))

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        agreement = agreement_of(context)
        beside = (*card_groups(context, agreement), *said_in_domain(context, agreement.domain))
        board = Board(beside, side_by_side=True)
        if context.part is None:
            people = in_order(context)
            chosen = tuple(person.id for person in people if _takes_part(context, person))
            return StepQuestion(self.step.who, Pick(persons(context, people), chosen, many=True, can_add=True), board)
        person = _doer(context)
        words = Words(many=False, value=_does(context, person))
        return StepQuestion(self.step.does, words, board, heading=person.called, names=(("person", person.called),))

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save who takes part, or what a person does."""
        agreement = agreement_of(context)
        if context.part is None:
            return self._answer_who(context, reply, act)
        words = cleaned(reply)
        if not words.text:
            return AnswerOutcome()
        agreements.task(act, agreement.id, _doer(context).id, words.text)
        return AnswerOutcome((agreement.id,), cut=words.was_cut, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether somebody takes part, or it is known what the person does."""
        if context.part is None:
            return bool(agreement_of(context).who)
        return _does(context, _doer(context)) is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether it is known who takes part, or what the person does."""
        return self.settled(context)

    def _answer_who(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        agreement, people = agreement_of(context), in_order(context)
        taking_part = (*picked(reply, persons(context, people), many=True), *named(context, reply, act))
        already = {task.person for task in agreement.who}
        for person in dict.fromkeys(taking_part):
            if person not in already:
                agreements.task(act, agreement.id, person, None)
        for person in (p.id for p in people if p.id in already and p.id not in taking_part):
            agreements.end_task(act, agreement.id, person)
        return people_picked(reply, (agreement.id,))


def in_order(context: StepContext) -> tuple[Person, ...]:
    """The client, then own people, then professionals."""
    return (context.view.client_person, *sorted(context.others, key=lambda person: person.kind in PROFESSIONAL_KINDS))


def _takes_part(context: StepContext, person: Person) -> bool:
    return any(task.person == person.id for task in agreement_of(context).who)


def _doer(context: StepContext) -> Person:
    person = (context.part or "").partition("/")[2]
    try:
        return context.view.person(person)
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone


def _does(context: StepContext, person: Person) -> str | None:
    return next((task.does for task in agreement_of(context).who if task.person == person.id), None)
