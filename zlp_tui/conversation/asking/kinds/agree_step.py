"""Whether everybody at the table agrees with the plan, in their own words; then the edition is made (C9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reading, Reply, Words
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.tellers.agree_teller import consents, edition_heading
from zlp_tui.conversation.telling.tellers.agreement_tellers import in_full, numbered_goals
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.tables import editions, evaluations
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Consent, Edition, Person, PlanView
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.looking_back_models import Agree

WORDS, CONFIRM, YES = "words", "confirm", "yes"
NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class AgreeStepHandler:
    """An `agree` step. Parts: each person at the table, `person/words` once they said yes or no, and `confirm`.

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
                parts.append(f"{person.id}/{WORDS}")
        return (*parts, CONFIRM)

    def ask(self, context: StepContext) -> StepQuestion:
        """The edition that holds, to read; or the question at this part beside the plan in short."""
        agreed = _agreed(context)
        if agreed is not None:
            return self._holds(context, agreed)
        coming = context.tr("Plan {number}", number=_number(context.view))
        board = Board(tuple(self._beside(context, coming)))
        if context.part in (None, CONFIRM):
            return StepQuestion(
                self.step.confirm, Pick(fixed(context, self.step.confirm.options)), board, heading=coming
            )
        person, said = self._person(context)
        heading, names = f"{coming} · {person.called}", (("person", person.called),)
        if (context.part or "").endswith(f"/{WORDS}"):
            words = Words(many=False, value=said.words if said else None)
            return StepQuestion(self.step.words, words, board, heading=heading, names=names, answers=person.id)
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
        if (context.part or "").endswith(f"/{WORDS}"):
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

    def _holds(self, context: StepContext, agreed: Edition) -> StepQuestion:
        """What was agreed on, to read together."""
        question = Question(ask=context.tr("This is what we agreed on."))
        paragraph = context.tr("Does something change in the plan? Then we agree on it here again.")
        board = Board((Group("", consents(context, self.step, agreed)),))
        return StepQuestion(question, Reading((paragraph,)), board, heading=edition_heading(context, agreed))

    def _beside(self, context: StepContext, coming: str) -> Iterator[Group]:
        """What everybody said so far, what changed since the last edition, the goals, and the agreements in full."""
        said = _coming(context.view)
        if said is not None:
            now = tuple(consent for consent in said.consent if _said_now(context, consent.person))
            earlier = tuple(consent for consent in said.consent if consent not in now)
            for title, those in ((coming, now), (context.tr("Last time"), earlier)):
                if those:
                    yield Group(title, consents(context, self.step, replace(said, consent=those)))
        before = context.view.agreed_editions[-1:]
        if before and (changed := tuple(fact(words) for words in _changed(context))):
            yield Group(context.tr("Changed since plan {number}", number=before[0].number), changed)
        goals = numbered_goals(context)
        if goals:
            yield Group(context.tr("Goals"), goals)
        yield from (Group(agreed.intro, agreed.quotes) for agreed in in_full(context))

    def _person(self, context: StepContext) -> tuple[Person, Consent | None]:
        try:
            person = context.view.person((context.part or "").partition("/")[0])
        except KeyError as gone:
            raise NotFound("This line is no longer in the plan.") from gone
        return person, _said_now(context, person.id)


def _agree(context: StepContext, act: Act) -> None:
    """Close the open evaluation, and save the plan as it is now as an edition, with what everybody said of it now."""
    coming = _coming(context.view)
    for before in coming.consent if coming else ():
        if before.says != NOT_ASKED and _said_now(context, before.person) is None:
            editions.consent(act, before.person, NOT_ASKED)
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


def _changed(context: StepContext) -> tuple[str, ...]:
    """How much changed since the last edition, in words; what no longer stands is told apart."""
    view, since, tr = context.view, context.changed_since_agreed(), context.tr
    lines = (view.live_statements, view.open_goals(), view.active_agreements())
    stands = {line.id for of_kind in lines for line in of_kind}
    refs = [since.get(kind, frozenset()) for kind in ("statement", "goal", "agreement")]
    said, goals, wants = (len(changed & stands) for changed in refs)
    no_said, no_goals, no_wants = (len(changed - stands) for changed in refs)
    words = (
        (tr.plural("{count} sentence was added or changed", "{count} sentences were added or changed", said), said),
        (tr.plural("{count} goal was added or changed", "{count} goals were added or changed", goals), goals),
        (tr.plural("{count} agreement was added or changed", "{count} agreements were added or changed", wants), wants),
        (tr.plural("{count} sentence is gone", "{count} sentences are gone", no_said), no_said),
        (tr.plural("{count} goal is over", "{count} goals are over", no_goals), no_goals),
        (tr.plural("{count} agreement is over", "{count} agreements are over", no_wants), no_wants),
    )
    return tuple(text for text, count in words if count)
