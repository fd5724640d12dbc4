"""Who matters: a name, and then for each of them who that is, what for, and how to reach them (V104, L88)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, fact, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Quote, Reply, Words
from zlp_tui.errors import NotFound
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import people
from zlp_tui.plan.view import Person
from zlp_tui.script.schema import People, TitledQuestion
from zlp_tui.text import NAME_LIMIT, one_line, same_name

FIELDS = ("relation", "for-what", "contact")


@dataclass(frozen=True, slots=True)
class PeopleTurns:
    """A `people` step; its parts are the list, then `person/kind`, `person/relation`, … for all but the client."""

    step: People

    def parts(self, here: StepContext) -> tuple[str | None, ...]:
        return (None, *(f"{p.id}/{field}" for p in here.others for field in ("kind", *FIELDS)))

    def ask(self, here: StepContext) -> StepQuestion:
        if here.part is None:
            return StepQuestion(self.step.who, Words(), Board((Group("", tuple(_line(here, p) for p in here.others)),)))
        person, field = _person(here)
        board = Board((Group("", (_line(here, person),)),))
        names = (("person", person.called),)
        if field == "kind":
            options = fixed(here, self.step.person_kind.options)
            chosen = (person.kind,) if person.kind != "other" else ()
            return StepQuestion(self.step.person_kind, Pick(options, chosen), board, heading=person.called, names=names)
        question = self._question(field)
        words = Words(many=False, value=_value(person, field))
        return StepQuestion(question, words, board, heading=person.called, names=names)

    def answer(self, here: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        if here.part is None:
            words = cleaned(reply, NAME_LIMIT)
            name = one_line(words.text)
            if not name or any(same_name(p.name, name) for p in here.view.people):
                return AnswerOutcome()
            return AnswerOutcome((people.add(act, name),), cut=words.was_cut, limit=NAME_LIMIT)
        person, field = _person(here)
        if field == "kind":
            for kind in picked(reply, fixed(here, self.step.person_kind.options)):
                people.change(act, person.id, kind=kind)
            return AnswerOutcome((person.id,), goes_on=True)
        words = cleaned(reply)
        if words.text:
            people.change(act, person.id, **{field.replace("-", "_"): words.text})
        return AnswerOutcome((person.id,), cut=words.was_cut, goes_on=bool(words.text))

    def settled(self, here: StepContext) -> bool:
        if here.part is None:
            return False
        person, field = _person(here)
        return person.kind != "other" if field == "kind" else _value(person, field) is not None

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        others = tuple(_line(here, p) for p in here.others)
        return (LetterLine(intro_of(here), others),) if others else ()

    def _question(self, field: str) -> TitledQuestion:
        return {"relation": self.step.relation, "for-what": self.step.for_what, "contact": self.step.contact}[field]


def _person(here: StepContext) -> tuple[Person, str]:
    person_id, _, field = (here.part or "").partition("/")
    try:
        return here.view.person(person_id), field
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone


def _value(person: Person, field: str) -> str | None:
    return {"relation": person.relation, "for-what": person.for_what, "contact": person.contact}[field]


def _line(here: StepContext, person: Person) -> Quote:
    known = (person.relation, person.for_what, person.contact)
    return fact(person.called, ref=person.id, note=" · ".join(one_line(k) for k in known if k))
