"""Whether everybody at the table agrees with the plan, in their own words; then the edition is made (C9)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.agree_board import beside
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reading, Reply, Words
from zlp_tui.conversation.telling.tellers.agree_teller import (
    consents,
    edition_heading,
    is_not_asked,
    with_everybody,
)
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.looking_back import editions, evaluations
from zlp_tui.plan.view import Consent, Edition, Person, PlanView
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.looking_back_models import Agree

WORDS, MORE, CONFIRM, YES = "words", "more", "confirm", "yes"
AGREES, NOT_ASKED = "agrees", "not-asked"


@dataclass(frozen=True, slots=True)
class AgreeStepHandler:
    """An `agree` step. Parts: each person at the table, `person/words` once they said no (“no, I want …”),
    `person/more` once they said yes, and `confirm`.

    While nothing has changed since the plan was agreed on there is one part: what was agreed on then.
    """

    step: Agree

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """Each person at the table and their words, then the confirmation; one part while an edition holds."""
        if _agreed(context) is not None:
            return WHOLE
        parts: list[str] = []
        for person in _around(context):
            parts.append(person.id)
            said = _said_now(context, person.id)
            if said is not None and said.says != NOT_ASKED:
                parts.append(f"{person.id}/{MORE if said.says == AGREES else WORDS}")
        return (*parts, CONFIRM)

    def ask(self, context: StepContext) -> StepQuestion:
        """The edition that holds, to read; or the question at this part beside the plan in short."""
        agreed = _agreed(context)
        if agreed is not None:
            return self._holds(context, agreed)
        now, earlier = _as_said_so_far(context)
        if context.part in (None, CONFIRM):
            return self._confirms(context, with_everybody(context.view, now), earlier)
        board = Board(tuple(beside(context, self.step, now, earlier)))
        person, said = self._person(context)
        coming, names = context.tr("Plan {number}", number=now.number), (("person", person.called),)
        heading = f"{coming} · {person.called}"
        if _is_words(context.part):
            asked = self.step.wants if self.step.wants and said and said.says != AGREES else self.step.words
            words = Words(many=False, value=said.words if said else None)
            return StepQuestion(asked, words, board, heading=heading, names=names, answers=person.id)
        chosen = (said.says,) if said else ()
        return StepQuestion(
            self.step, Pick(fixed(context, self.step.options), chosen), board, heading=heading, names=names,
            answers=person.id,
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save what a person says of the plan, or make the edition; `Refused` while an edition holds."""
        if _agreed(context) is not None:
            raise Refused("Here is nothing to say. An empty line goes on. This was not kept.")
        if context.part in (None, CONFIRM):
            answers = picked(reply, fixed(context, self.step.confirm.options))
            if answers == (YES,):
                _agree(context, act)
            return AnswerOutcome(goes_on=answers != (YES,))
        person, said = self._person(context)
        if _is_words(context.part):
            words = cleaned(reply)
            if not words or said is None:
                return AnswerOutcome()
            return AnswerOutcome(
                (editions.consent(act, person.id, said.says, words),), cut=words.was_cut, goes_on=True
            )
        saved = tuple(
            editions.consent(act, person.id, says, said.words if said and says != NOT_ASKED else None)
            for says in picked(reply, fixed(context, self.step.options))
        )
        return AnswerOutcome(saved, goes_on=True)

    def settled(self, context: StepContext) -> bool:
        """Whether the person of this part answered; never for the confirmation."""
        if context.part in (None, CONFIRM):
            return False
        person, said = self._person(context)
        return said is not None and (context.part == person.id or said.words is not None)

    def has_answer(self, context: StepContext) -> bool:
        """Whether the person of this part answered."""
        return self.settled(context)

    def _confirms(self, context: StepContext, coming: Edition, earlier: tuple[Consent, ...]) -> StepQuestion:
        """Whether the edition is made, under all that will stand in it: its number, the day, who is here, what each
        says. Nothing is chosen beforehand."""
        asked, client = self.step.confirm, context.view.client_person
        unasked = is_not_asked(coming, client.id)
        told = context.tr("{name} was not asked. That will stand there too.", name=client.called) if unasked else ""
        board = Board(tuple(beside(context, self.step, coming, earlier)))
        heading = edition_heading(context, coming)
        return StepQuestion(asked, Pick(fixed(context, asked.options)), board, heading=heading, gentle=told)

    def _holds(self, context: StepContext, agreed: Edition) -> StepQuestion:
        """What was agreed on, to read together."""
        question = Question(ask=context.tr("This is what we agreed on."))
        paragraph = context.tr("Does something change in the plan? Then we agree on it here again.")
        board = Board((Group("", consents(context, self.step, with_everybody(context.view, agreed))),))
        heading = edition_heading(context, agreed)
        return StepQuestion(question, Reading((paragraph,)), board, heading=heading, takes_home=True)

    def _person(self, context: StepContext) -> tuple[Person, Consent | None]:
        try:
            person = context.view.person((context.part or "").partition("/")[0])
        except KeyError as gone:
            raise NotFound("This line is no longer in the plan.") from gone
        return person, _said_now(context, person.id)


def _agree(context: StepContext, act: Act) -> None:
    """Close the open evaluation, and save the plan as it is now as an edition, with what everybody said of it now.
    Who is here and was not asked stands in it as such, and so does the client, here or not."""
    now, earlier = _as_said_so_far(context)
    in_it = (*(said.person for said in with_everybody(context.view, now).consent), *(said.person for said in earlier))
    for person in dict.fromkeys(in_it):
        if _said_now(context, person) is None:
            editions.consent(act, person, NOT_ASKED)
    left_open = context.view.open_evaluation
    if left_open is not None:
        evaluations.close(act, left_open.id)
    evaluation = left_open.id if left_open else None
    editions.agree(act, context.present, evaluation)


def _agreed(context: StepContext) -> Edition | None:
    """The edition that holds, when nothing has changed since and nobody began to agree on another one."""
    view = context.view
    agreed = view.agreed_editions[-1:]
    holds = agreed and _coming(view) is None and not context.changed_since_agreed()
    return agreed[0] if holds else None


def _coming(view: PlanView) -> Edition | None:
    """The edition that is being agreed on, when somebody said something of it."""
    return next((edition for edition in view.editions if edition.agreed_on is None), None)


def _number(view: PlanView) -> int:
    """The number of the edition that is agreed on next."""
    return 1 + max((edition.number for edition in view.agreed_editions), default=0)


def _as_said_so_far(context: StepContext) -> tuple[Edition, tuple[Consent, ...]]:
    """The edition that is being agreed on, with who is here and what was said of it now; and what was said of it in an
    earlier conversation."""
    coming, here = _coming(context.view), tuple(person.id for person in _around(context))
    said = coming.consent if coming else ()
    now = tuple(consent for consent in said if _said_now(context, consent.person))
    return Edition(_number(context.view), None, here, now), tuple(consent for consent in said if consent not in now)


def _is_words(part: str | None) -> bool:
    return (part or "").endswith((f"/{WORDS}", f"/{MORE}"))


def _around(context: StepContext) -> tuple[Person, ...]:
    """Who sits at the table, the client first."""
    known = (person for person in context.view.people if person.id in context.present)
    return tuple(sorted(known, key=lambda person: (person.id != context.view.client, context.present.index(person.id))))


def _said(context: StepContext, person: str) -> Consent | None:
    coming = _coming(context.view)
    return next((consent for consent in coming.consent if consent.person == person), None) if coming else None


def _said_now(context: StepContext, person: str) -> Consent | None:
    """What somebody said of it in the conversation that is going on: what was said before agrees with nothing new."""
    return _said(context, person) if context.place_of(person) in context.answered_here else None
