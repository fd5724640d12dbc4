"""Who may read the plan, one person and one question at a time (decision 0051)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.date_answers import date_answer
from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Input, Pick, Picked, Reply, Selectable, Words
from zlp_tui.conversation.telling.granted_text import granted_words, grants_of, main_grant
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.dates import join_names, long_date
from zlp_tui.errors import NotFound
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import grants
from zlp_tui.plan.view import CITIZEN_NUMBER, CLOSED_AT_FIRST, EVERYTHING, MAIN, PARTS, REPRESENTATIVE, Grant, Person
from zlp_tui.script.question_models import PickOption, Question, range_of
from zlp_tui.script.steps.access_models import WhoMay

NOTHING = "nothing"
REPRESENTING = frozenset({"representative", "mentor", "administrator"})
"""The kinds of people who represent the client."""
TOGETHER = "together"
AT_ONCE = 2
"""So many people are asked about one by one along a route; more of them in one question, so that the talk stays short.
"""


@dataclass(frozen=True, slots=True)
class WhoMayStepHandler:
    """A `who-may` step. Its parts are `person/read`, and `person/write`, `person/until` and `person/parts` of whom may
    read something; of whom may read what is named `person/domains` and `person/topics`; of who represents the
    client `person/acts`."""

    step: WhoMay

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The questions about each person at the table, and of everybody else where the topic itself was chosen."""
        if len(_together(context)) > AT_ONCE:
            return (f"{TOGETHER}/read",)
        people = _asked_about(context)
        return tuple(f"{person.id}/{field}" for person in people for field in self._fields(context, person))

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answer that stands already. It is the client's to answer."""
        if _is_together(context):
            called = join_names([person.called for person in _together(context)], context.tr.locale)
            return StepQuestion(
                self.step.together, Pick(fixed(context, _at_once(self.step))), names=(("person", called),),
                answers=context.view.client,
            )
        person, field = _person(context)
        main, names = main_grant(context.view, person.id), (("person", person.called),)
        told = granted_words(context, person)
        board = Board((Group("", (fact(person.called, note=told),)),)) if told else Board()
        shown: Input
        question: Question
        match field:
            case "read":
                question, shown = self.step.read, Pick(fixed(context, self.step.read.options), _read(main))
            case "write":
                question, shown = self.step.write, Pick(fixed(context, self.step.write.options), _write(main))
            case "acts" if self.step.acts is not None:
                question, shown = self.step.acts, Pick(fixed(context, self.step.acts.options), _acts(context, person))
            case "parts" | "domains":
                offered = Pick(_domains(context), _domains_seen(context, person), many=True)
                question, shown = self.step.parts, offered
            case "topics":
                offered = Pick(_topics(context, person), _topics_seen(context, person), many=True)
                question, shown = self.step.topics, offered
            case _:
                until = long_date(main.until, context.tr.locale) if main is not None and main.until else ""
                question, shown = self.step.until, Words(many=False, value=until, format="date")
        return StepQuestion(
            question, shown, board, heading=person.called, names=names, answers=context.view.client
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Grant it; nothing picked leaves it as it was. `Refused` where the client does not answer."""
        if _is_together(context):
            ids, people = picked(reply, fixed(context, _at_once(self.step))), _together(context)
            mains = [(person, main_grant(context.view, person.id)) for person in people]
            return AnswerOutcome(
                tuple(_give(act, person, main, read=read) for read in ids for person, main in mains), goes_on=True
            )
        person, field = _person(context)
        if field == "until":
            return self._until(context, reply, person, act)
        if field in ("parts", "domains"):
            seen, offered = _domains_seen(context, person), _domains(context)
            given = _give_named(context, reply, person, act, "domain", seen, offered)
            return AnswerOutcome(given, goes_on=field == "domains")
        if field == "topics":
            seen, offered = _topics_seen(context, person), _topics(context, person)
            return AnswerOutcome(_give_named(context, reply, person, act, "topic", seen, offered), goes_on=True)
        ids = picked(reply, fixed(context, self.step.options_of(field)))
        main = main_grant(context.view, person.id)
        if field == "acts":
            given = tuple(
                grants.give(
                    act, person.id, REPRESENTATIVE, see=answer == "yes", until=person.acts_until,
                    write=main.write if main is not None else None,
                )
                for answer in ids
            )
            return AnswerOutcome(given, goes_on=True)
        refs: tuple[str, ...] = ()
        for answer in ids:
            if field == "read":
                refs += (_give(act, person, main, read=answer),)
            else:
                refs += (_give(act, person, main, write=answer == "yes"),)
                _as_the_whole(context, act, person, write=answer == "yes")
        return AnswerOutcome(refs, goes_on=True)

    def _fields(self, context: StepContext, person: Person) -> tuple[str, ...]:
        """What is asked of somebody, in order."""
        main = main_grant(context.view, person.id)
        if main is None or not main.see:
            return ("read",)
        represents = self.step.acts is not None and person.kind in REPRESENTING
        begins = ("read", *(("acts",) if represents else ()))
        if main.scope != PARTS:
            return (*begins, "write", "until", "parts")
        return (*begins, "domains", *(("topics",) if _topics(context, person) else ()), "write", "until")

    def _until(self, context: StepContext, reply: Reply, person: Person, act: Act) -> AnswerOutcome:
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        question = self.step.until
        day = date_answer(context, question, words.text, range_of(question.days), name="until", kept={})
        main = main_grant(context.view, person.id)
        given = _give(act, person, main, until=day.day)
        _as_the_whole(context, act, person, until=day.day)
        return AnswerOutcome((given,), goes_on=True, told=day.told)

    def settled(self, context: StepContext) -> bool:
        """Whether it was answered."""
        if _is_together(context):
            return all(main_grant(context.view, person.id) for person in _together(context))
        person, field = _person(context)
        main = main_grant(context.view, person.id)
        if main is None:
            return False
        match field:
            case "until":
                return main.until is not None
            case "parts" | "domains":
                return any(grant.scope.startswith("domain:") for grant in grants_of(context.view, person.id))
            case "topics":
                return bool(_topics_seen(context, person))
            case "acts":
                return bool(_acts(context, person))
            case "write":
                return context.place in context.answered_here or not main.write
            case _:
                return True

    def has_answer(self, context: StepContext) -> bool:
        """Whether it was answered."""
        return self.settled(context)


def _together(context: StepContext) -> tuple[Person, ...]:
    """Who sits here beside the client, where they are asked about along a route."""
    if context.way.chosen == context.topic.id:
        return ()
    return tuple(person for person in context.others if person.id in context.present)


def _is_together(context: StepContext) -> bool:
    return (context.part or "").startswith(f"{TOGETHER}/")


def _asked_about(context: StepContext) -> tuple[Person, ...]:
    """Who sits here, and where the topic itself was chosen everybody else too."""
    here = tuple(person for person in context.others if person.id in context.present)
    if context.way.chosen != context.topic.id:
        return here
    return (*here, *(person for person in context.others if person not in here))


def _at_once(step: WhoMay) -> tuple[PickOption, ...]:
    """The answers that several people can be given at once."""
    return tuple(option for option in step.read.options if option.id != PARTS)


def _person(context: StepContext) -> tuple[Person, str]:
    person_id, _, field = (context.part or "").partition("/")
    try:
        return context.view.person(person_id), field
    except KeyError as gone:
        raise NotFound("This line is no longer in the plan.") from gone


def _read(main: Grant | None) -> tuple[str, ...]:
    if main is None:
        return ()
    return (main.scope,) if main.see else (NOTHING,)


def _write(main: Grant | None) -> tuple[str, ...]:
    return () if main is None else ("yes" if main.write else "no",)


def _acts(context: StepContext, person: Person) -> tuple[str, ...]:
    """What was answered to whether somebody acts in the client's name."""
    found = [grant.see for grant in grants_of(context.view, person.id) if grant.scope == REPRESENTATIVE]
    return () if not found else ("yes" if found[-1] else "no",)


def _give(
    act: Act, person: Person, main: Grant | None, *, read: str | None = None, write: bool | None = None,
    until: str | None = None,
) -> str:
    """Grant what was answered; what was said before of the rest stays."""
    if read is None:
        read = main.scope if main is not None else EVERYTHING
    scope = read if read in MAIN else EVERYTHING
    return grants.give(act, person.id, scope, see=read != NOTHING, write=write, until=until)


def _as_the_whole(
    context: StepContext, act: Act, person: Person, *, write: bool | None = None, until: str | None = None
) -> None:
    """What somebody reads by name they write along and read until the same day as the answer for the whole says. Who
    acts in the client's name does so until their role ends."""
    for grant in grants_of(context.view, person.id):
        if grant.scope.startswith(("topic:", "domain:")) and grant.scope != f"topic:{CITIZEN_NUMBER}":
            grants.give(act, person.id, grant.scope, see=grant.see, write=write, until=until)
        elif grant.scope == REPRESENTATIVE and write is not None:
            grants.give(act, person.id, grant.scope, see=grant.see, write=write)


def _domains(context: StepContext) -> tuple[Selectable, ...]:
    never = {domain.id for domain in context.view.domains if domain.relevance == "never-ask"}
    named = (domain for domain in context.script.domains if domain.id not in never)
    return tuple(Selectable(domain.id, context.words(domain.title)) for domain in named)


def _domains_seen(context: StepContext, person: Person) -> tuple[str, ...]:
    """The parts of life that somebody may read about now."""
    own = {grant.scope: grant.see for grant in grants_of(context.view, person.id)}
    main = main_grant(context.view, person.id)
    whole = main is not None and main.see and main.scope == EVERYTHING
    return tuple(
        domain.id for domain in _domains(context)
        if own.get(f"domain:{domain.id}", whole and domain.id not in CLOSED_AT_FIRST)
    )


def _topics(context: StepContext, person: Person) -> tuple[Selectable, ...]:
    """The topics in which something stands that is told here, and those that somebody was given by name."""
    view = context.view
    told = {said.topic for said in view.live_statements} | {detail.topic for detail in view.details}
    told.update(_topics_seen(context, person))
    told |= {kind for kind, lines in (("goals", view.goals), ("agreements", view.agreements)) if lines}
    named = (topic for topic in context.script.topics if topic.id in told)
    return tuple(Selectable(topic.id, context.words(topic.title)) for topic in named)


def _topics_seen(context: StepContext, person: Person) -> tuple[str, ...]:
    """The topics that somebody may read by name, in the order in which they were given."""
    known = {topic.id for topic in context.script.topics}
    given = (grant.scope.removeprefix("topic:") for grant in grants_of(context.view, person.id) if grant.see)
    return tuple(topic for topic in given if topic in known)


def _give_named(
    context: StepContext, reply: Reply, person: Person, act: Act, kind: str, before: tuple[str, ...],
    offered: tuple[Selectable, ...],
) -> tuple[str, ...]:
    """Grant the domains or topics that were picked, and close what was picked `before` and is not any more."""
    ids = picked(reply, offered, many=True) if isinstance(reply, Picked) else picked(reply, ())
    main = main_grant(context.view, person.id)
    changed = [name for name in (*ids, *before) if (name in ids) != (name in before)]
    return tuple(
        grants.give(
            act, person.id, f"{kind}:{name}", see=name in ids, write=main.write if main is not None else None,
            until=main.until if main is not None else None,
        )
        for name in dict.fromkeys(changed)
    )
