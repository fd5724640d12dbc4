"""Fictional example plans, written down as conversations and held again through the real Desk.

`data/examples/*.yaml` says who sits there, when, and what is said at which place of the script; so an example can hold
nothing that the program itself could not make. `zlp demo` lays them out in a throw-away folder. The tests of both faces
read the same files.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from zlp_tui.conversation.asking.repeated_items import ANYTHING
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Ordered, Pick, Picked, Reading, Reply, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import NotFound
from zlp_tui.plan.line_lookup import lines_in
from zlp_tui.plan.view import (
    DOMAINS,
    ActsAs,
    Address,
    Because,
    DisagreementRoute,
    Done,
    PersonKind,
    Place,
    PlanView,
    Term,
)
from zlp_tui.script.legs import WHOLE
from zlp_tui.script.script import Script

CLIENT = "client"
PEOPLE = "people/people"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ScriptedPerson(_Model):
    """A person of an example; `id` is theirs within the file."""

    id: str
    name: str
    kind: PersonKind = "other"
    relation: str | None = None
    for_what: str | None = None
    informed: str | None = None
    contact: str | None = None
    acts_as: ActsAs | None = None
    acts_since: str | None = None
    acts_until: str | None = None


class ScriptedAnswer(_Model):
    """One answer: at a place (`topic/step`, with a `part` where the step has parts), by somebody.

    `about` names what a repeated step is about, in its own words or as a domain's id; `option`, `step` and `person`
    name the option, small step or person that a part belongs to.
    """

    at: str
    by: str = CLIENT
    part: str | None = None
    about: str | None = None
    option: str | None = None
    step: str | None = None
    person: str | None = None
    domain: str | None = None
    say: tuple[str, ...] | str | None = None
    pick: tuple[str, ...] | str | None = None
    order: tuple[str, ...] | None = None
    term: Term | None = None
    """Where something is weighed: whether it is for now or for later."""


class ScriptedFollowUp(_Model):
    """Something kept beside the script: how it went, a remark, “I do not agree”.

    `about` is a line of the plan, or a remark, disagreement or open question of before, in its own words; none for a
    loose note.
    """

    keep: Literal[
        "note", "remark", "nice-moment", "done-with", "told-back", "disagree", "take-to", "ended",
        "answer", "heard-from",
    ]
    by: str = CLIENT
    about: str | None = None
    done: Done | None = None
    because: Because | None = None
    route: DisagreementRoute | None = None
    say: str = ""


class ScriptedConversation(_Model):
    """One conversation: on a date, or so many days before today (`-20d`), along one of the routes of the script."""

    day: str
    route: str = WHOLE
    present: tuple[str, ...] = (CLIENT,)
    said: tuple[ScriptedAnswer | ScriptedFollowUp, ...] = ()
    stop_at: str | None = None

    @property
    def lines(self) -> tuple[ScriptedAnswer, ...]:
        """What is said at questions of the script."""
        return tuple(line for line in self.said if isinstance(line, ScriptedAnswer))


class Example(_Model):
    """One example plan."""

    name: str
    salutation: str | None = None
    address: Address | None = None
    people: tuple[ScriptedPerson, ...] = ()
    sittings: tuple[ScriptedConversation, ...] = ()


def read_example(file: Path) -> Example:
    """An example from its file."""
    return Example.model_validate(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader))


def lay_out(front_at: Callable[[Clock], Front], folder: Path, now: datetime) -> tuple[str, ...]:
    """Hold all example conversations of a folder; the ids of the plans. `front_at` opens a front door on a clock."""
    clock = Clock(now)
    front = front_at(clock)
    try:
        return tuple(hold(front, read_example(file), clock, now.date()) for file in sorted(folder.glob("*.yaml")))
    finally:
        front.close()


class Clock:
    """The time in an example: a conversation's day, a minute later with each look."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def __call__(self) -> datetime:
        """A moment later than the last one."""
        self._now += timedelta(seconds=20)
        return self._now

    def set_to(self, day: date) -> None:
        """Ten in the morning of a day, in universal time."""
        self._now = self._now.replace(year=day.year, month=day.month, day=day.day, hour=9, minute=0, second=0)


def hold(front: Front, example: Example, clock: Clock, today: date) -> str:
    """Hold the conversations of one example; the id of its plan."""
    clock.set_to(_day(example.sittings[0].day, today) if example.sittings else today)
    plan = front.new_plan(example.name, example.salutation, example.address)
    for number, sitting in enumerate(example.sittings):
        clock.set_to(_day(sitting.day, today))
        desk = front.sit_down(plan)
        desk.take_route(sitting.route)
        replay = _Replay(desk, example)
        if number == 0:
            replay.introduce()
        replay.hold(sitting)
    return plan


class _Replay:
    """One conversation of an example, held at the real Desk."""

    def __init__(self, desk: DeskSession, example: Example) -> None:
        self._desk = desk
        self._example = example
        self._naming = Naming(desk, example)

    def introduce(self) -> None:
        """Tell who matters, the way it is asked in the script."""
        for line in introductions(self._example, self._desk.script):
            self._answer(line)

    def hold(self, sitting: ScriptedConversation) -> None:
        """Sit down, say it all, and stop where the example stops."""
        self._desk.seat([self._naming.person(p) for p in sitting.present])
        for line in sitting.said:
            if isinstance(line, ScriptedFollowUp):
                self._keep(line)
            else:
                self._answer(line)
        if sitting.stop_at:
            self._desk.go(self._naming.place(ScriptedAnswer(at=sitting.stop_at)))
        self._desk.leave()

    def _speaks(self, by: str) -> None:
        """Let somebody speak; who does so in an example sits there."""
        person = self._naming.person(by)
        here = [seated.id for seated in self._desk.present]
        if person not in here:
            self._desk.seat((*here, person))
        self._desk.speak_as(person)

    def _keep(self, line: ScriptedFollowUp) -> None:
        self._speaks(line.by)
        about = self._naming.ref(line.about) if line.about else None
        following = self._desk.follow_up
        following.write_as(self._naming.person(line.by))
        match line.keep:
            case "note":
                following.note(about, done=line.done, because=line.because, text=line.say)
            case "remark" | "nice-moment":
                following.leave(line.keep, line.say, about)
            case "done-with":
                following.done_with(about or "", line.say)
            case "told-back":
                following.told_back(about or "")
            case "disagree":
                following.disagree(about or "", line.say)
            case "take-to":
                following.take_to(about or "", line.route or "carer")
            case "ended":
                following.ended(about or "", line.say)
            case "answer":
                following.answer_question(about or "", line.say)
            case "heard-from":
                following.heard_from(about or "", line.say)

    def _answer(self, line: ScriptedAnswer) -> None:
        self._speaks(line.by)
        turn = self._desk.go(self._naming.place(line))
        for reply in self._naming.replies(line, turn):
            kept = self._desk.answer(reply)
            if line.term is not None:
                self._desk.say_term(kept.refs[0], line.term)


def introductions(example: Example, script: Script) -> tuple[ScriptedAnswer, ...]:
    """Who matters in an example, as answers to the questions about people: their kind, and more precisely where the
    script asks that of their kind."""
    step = script.find_step(*PEOPLE.split("/"))
    kinds = step.options_of("person-kind") if step is not None else ()
    lines: list[ScriptedAnswer] = []
    for person in example.people:
        lines.append(ScriptedAnswer(at=PEOPLE, say=person.name))
        first = next((kind.id for kind in kinds if person.kind in {other.id for other in kind.among}), None)
        lines.append(ScriptedAnswer(at=PEOPLE, part="kind", person=person.id, pick=first or person.kind))
        if first is not None:
            lines.append(ScriptedAnswer(at=PEOPLE, part="precisely", person=person.id, pick=person.kind))
        if person.acts_as is not None and person.kind == "representative":
            lines.append(ScriptedAnswer(at=PEOPLE, part="acts-as", person=person.id, pick=person.acts_as))
        told = {
            "acts-since": person.acts_since, "acts-until": person.acts_until,
            "relation": person.relation, "for-what": person.for_what, "informed": person.informed,
            "contact": person.contact,
        }
        lines += [
            ScriptedAnswer(at=PEOPLE, part=part, person=person.id, say=words) for part, words in told.items() if words
        ]
    return tuple(lines)


class Naming:
    """What the words of an example stand for in the plan that is on the table."""

    def __init__(self, desk: Desk, example: Example) -> None:
        self._desk = desk
        self._example = example
        self._named: tuple[PlanView | None, dict[str, str]] = (None, {})
        """The view that was looked at last, with its lines by their words: a story looks many up in each view."""

    def replies(self, line: ScriptedAnswer, turn: Turn) -> tuple[Reply, ...]:
        """The answers of a line to the question that is asked."""
        if line.order is not None:
            return (Ordered(tuple(self.ref(word) for word in line.order)),)
        if line.pick is not None:
            wanted = (line.pick,) if isinstance(line.pick, str) else line.pick
            offered = {o.id for o in turn.input.options} if isinstance(turn.input, Pick) else set()
            return (Picked(tuple(w if w in offered else self.ref(w) for w in wanted)),)
        if line.say is not None:
            said = (line.say,) if isinstance(line.say, str) else line.say
            return tuple(Spoken(words, line.domain) for words in said)
        return () if isinstance(turn.input, Reading) else (Picked(()),)

    def place(self, line: ScriptedAnswer) -> Place:
        """Where a line is said; `NotFound` when what it is about was not said yet."""
        topic, step, *rest = line.at.split("/")
        part = "/".join(rest) or line.part or ""
        owner = next((self.ref(w) for w in (line.option, line.step, line.person) if w), "")
        piece = f"{part}/{owner}" if part == "does" else "/".join(p for p in (owner, part) if p)
        if part == "what":
            piece = ""
        item = "/".join(p for p in (self.ref(line.about) if line.about else "", piece) if p)
        return Place(topic, step, item or None)

    def person(self, person_id: str) -> str:
        """The plan's id of somebody in the example; `NotFound` when the plan does not know them yet."""
        if person_id == CLIENT:
            return self._desk.view.client
        name = next((p.name for p in self._example.people if p.id == person_id), person_id)
        for person in self._desk.view.people:
            if person.name == name:
                return person.id
        raise NotFound("The example names a line that was not said: {line}", line=person_id)

    def ref(self, words: str) -> str:
        """The id of what goes by these words: a domain, a person, or a line of the plan."""
        if words in DOMAINS or words == ANYTHING:
            return words
        if any(words in (p.id, p.name) for p in self._example.people) or words == CLIENT:
            return self.person(words)
        found = self._by_words().get(words)
        if found is None:
            raise NotFound("The example names a line that was not said: {line}", line=words)
        return found

    def _by_words(self) -> dict[str, str]:
        view, named = self._named
        if view is not self._desk.view:
            view = self._desk.view
            self._named = view, (named := _by_words(view))
        return named


def _by_words(view: PlanView) -> dict[str, str]:
    """Ids of all lines that can be named by their words; the last one said wins."""
    order = (
        "open_question", "disagreement", "remark", "statement", "small_step", "option", "agreement", "goal", "choice",
    )
    live = {statement.id for statement in view.live_statements}
    named = [found for found in lines_in(view) if found.kind.name in order and found.words]
    named = [found for found in named if found.kind.name != "statement" or found.line.id in live]
    return {found.words: found.line.id for found in sorted(named, key=lambda found: order.index(found.kind.name))}


def _day(day: str, today: date) -> date:
    """A date, or so many days before today: `-20d`."""
    return today - timedelta(days=int(day[1:-1])) if day.startswith("-") else date.fromisoformat(day)
