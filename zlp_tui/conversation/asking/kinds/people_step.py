"""Who matters: a name, and then for each of them who that is, what for, what they are told and how to reach them
(V104, L88, L93)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.accepted_names import new_name
from zlp_tui.conversation.asking.answers.date_answers import date_answer
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Pick, Reply, Words
from zlp_tui.conversation.telling.tellers.form_teller import some_day
from zlp_tui.conversation.telling.tellers.people_teller import person_quote
from zlp_tui.dates import told_day
from zlp_tui.errors import NotFound
from zlp_tui.names import names_in
from zlp_tui.person_words import APPOINTED_AS, acts_as
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.view import APPOINTED, SOUGHT, Person
from zlp_tui.script.question_models import PickOption, Question, TitledQuestion, range_of
from zlp_tui.script.steps.pick_models import DayQuestion, People, Representing
from zlp_tui.text import NAME_LIMIT, Cleaned

ACTS_AS, ACTS_SINCE, ACTS_UNTIL = "acts-as", "acts-since", "acts-until"


@dataclass(frozen=True, slots=True)
class PeopleStepHandler:
    """A `people` step; its parts are the list, then `person/kind`, `person/relation`, … for all but the client.

    A kind that has others among it asks on, in `person/precisely`.
    """

    step: People

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The list, then the fields of each person but the client."""
        return (None, *(f"{p.id}/{field}" for p in context.others for field in self._fields_of(p)))

    def _fields_of(self, person: Person) -> tuple[str, ...]:
        """What is asked of somebody, in order."""
        precisely = ("precisely",) if self._among(person) else ()
        return ("kind", *precisely, *self._representing(person), *self.step.fields)

    def _representing(self, person: Person) -> tuple[str, ...]:
        """What is asked of who represents the client."""
        if self.step.represents is None:
            return ()
        days = (ACTS_SINCE, ACTS_UNTIL) if acts_as(person) in APPOINTED_AS else ()
        return (*((ACTS_AS,) if person.kind == "representative" else ()), *days)

    def _among(self, person: Person) -> tuple[PickOption, ...]:
        """The kinds from which the kind of this person is chosen next; none where there are no others among it."""
        return next((option.among for option in self.step.person_kind.options if _is(person, option)), ())

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        if context.part is None:
            return StepQuestion(
                self.step.who, Words(), Board((Group("", tuple(person_quote(context.tr, p) for p in context.others)),))
            )
        person, field = _person(context)
        known = person_quote(context.tr, person)
        board = Board((Group("", (known,)),) if known.note else ())
        names = (("person", person.called),)
        if field in ("kind", "precisely"):
            question, options, chosen = self._kinds(person, field)
            return StepQuestion(
                question, Pick(fixed(context, options), chosen), board, heading=person.called, names=names
            )
        if self.step.represents is not None and field in (ACTS_AS, ACTS_SINCE, ACTS_UNTIL):
            return self._asked_of_role(context, self.step.represents, person, field, board)
        question = self._question(field)
        words = Words(many=False, value=_value(person, field))
        return StepQuestion(question, words, board, heading=person.called, names=names)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Add people by name, or set a field of one. `Doubtful` for a name that is there or may be none."""
        if context.part is None:
            return self._add(context, cleaned(reply, NAME_LIMIT), act)
        person, field = _person(context)
        if field in ("kind", "precisely"):
            for kind in picked(reply, fixed(context, self.step.options_of("person-kind"))):
                people.change(act, person.id, kind=kind)
            return AnswerOutcome((person.id,), goes_on=True)
        if self.step.represents is not None and field in (ACTS_AS, ACTS_SINCE, ACTS_UNTIL):
            return self._role_kept(context, self.step.represents, person, field, reply, act)
        words = cleaned(reply)
        if words:
            people.change(act, person.id, **{field.replace("-", "_"): words})
        return AnswerOutcome((person.id,), cut=words.was_cut, goes_on=bool(words))

    def _asked_of_role(
        self, context: StepContext, asks: Representing, person: Person, field: str, board: Board
    ) -> StepQuestion:
        """On what ground somebody represents the client, since when or until when."""
        names = (("person", person.called),)
        if field == ACTS_AS:
            chosen = (person.acts_as,) if person.acts_as else ()
            return StepQuestion(
                asks.acts_as, Pick(fixed(context, asks.acts_as.options), chosen), board, heading=person.called,
                names=names,
            )
        stands = _days(person)[field]
        shown = told_day(stands[-1], context.script.locale) if stands else ""
        words = Words(many=False, value=shown, format="date")
        return StepQuestion(_day_asked(asks, field), words, board, heading=person.called, names=names)

    def _role_kept(
        self, context: StepContext, asks: Representing, person: Person, field: str, reply: Reply, act: Act
    ) -> AnswerOutcome:
        if field == ACTS_AS:
            for ground in picked(reply, fixed(context, asks.acts_as.options)):
                people.change(act, person.id, acts_as=ground)
            return AnswerOutcome((person.id,), goes_on=True)
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        question = _day_asked(asks, field)
        day = date_answer(context, question, words.text, range_of(question.days), name=field, kept={})
        column = field.replace("-", "_")
        people.change(act, person.id, **{column: day.day, f"{column}_words": day.words})
        return AnswerOutcome((person.id,), goes_on=True, told=day.told)

    def _add(self, context: StepContext, words: Cleaned, act: Act) -> AnswerOutcome:
        locale, added = context.script.locale, list[str]()
        for typed in names_in(words, (), locale):
            name = new_name(context.view, typed, confirmed=context.confirmed, locale=locale)
            added.append(people.add(act, name))
        return AnswerOutcome(tuple(added), cut=words.was_cut, limit=NAME_LIMIT)

    def settled(self, context: StepContext) -> bool:
        """Whether the field of the person is filled in; never for the list."""
        if context.part is None:
            return False
        person, field = _person(context)
        match field:
            case "kind":
                return person.kind != "other"
            case "precisely":
                vague = any(person.kind == option.id for option in self.step.person_kind.options)
                return not vague or person.relation is not None or context.place in context.answered_here
            case "acts-as":
                return person.acts_as is not None
            case "acts-since" | "acts-until":
                return bool(_days(person)[field]) or context.place in context.answered_here
            case "relation":
                return person.relation is not None or person.kind in SOUGHT - APPOINTED
            case _:
                return _value(person, field) is not None

    def has_answer(self, context: StepContext) -> bool:
        """Whether the field of the person is filled in; of the list, whether it names more than who ever sat here."""
        if context.part is not None:
            return self.settled(context)
        sat = {seat.person for talk in context.view.conversations for seat in talk.present} | {*context.present}
        return any(person.kind != "other" or person.id not in sat for person in context.others)

    def _kinds(self, person: Person, field: str) -> tuple[Question, tuple[PickOption, ...], tuple[str, ...]]:
        """A question for the kind of somebody, with its options and what is chosen: the one that holds their kind, or
        their kind itself. A kind that only has others among it is not chosen among these."""
        if field == "kind":
            asked, options = self.step.person_kind, self.step.person_kind.options
            return asked, options, tuple(o.id for o in options if person.kind != "other" and _is(person, o))
        options = self._among(person)
        vague = {option.id for option in self.step.person_kind.options}
        chosen = tuple(o.id for o in options if o.id == person.kind and o.id not in vague)
        return self.step.precisely or self.step.person_kind, options, chosen

    def _question(self, field: str) -> TitledQuestion:
        return self.step.fields[field]


def _is(person: Person, option: PickOption) -> bool:
    """Whether somebody is of a kind, or of one among it."""
    return person.kind in (option.id, *(kind.id for kind in option.among))


def _person(context: StepContext) -> tuple[Person, str]:
    person_id, _, field = (context.part or "").partition("/")
    try:
        return context.view.person(person_id), field
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone


def _days(person: Person) -> dict[str, tuple[str, ...]]:
    """Since when and until when somebody represents the client, with how it was said where that was no exact day."""
    return {
        ACTS_SINCE: some_day(person.acts_since, person.acts_since_words),
        ACTS_UNTIL: some_day(person.acts_until, person.acts_until_words),
    }


def _day_asked(asks: Representing, field: str) -> DayQuestion:
    return asks.since if field == ACTS_SINCE else asks.until


def _value(person: Person, field: str) -> str | None:
    return {
        "relation": person.relation, "for-what": person.for_what, "informed": person.informed,
        "contact": person.contact,
    }[field]
