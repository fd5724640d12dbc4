"""The plan as everybody reads it: one immutable tree of frozen dataclasses.

This module imports nothing of ours, so that screens, plain mode, paper and exchange can all know it. `queries/load.py`
makes it from the tables, for readers; `serialization.py` turns it into what `zlp show --json` prints. Instants are
ISO 8601 UTC strings with `Z`, dates are ISO strings, ids are UUID strings; `None` means "not said".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

Chapter = Literal["start", "who-am-i", "my-life", "support", "results"]
Address = Literal["u", "je"]
Relevance = Literal["now", "not-now", "never-ask"]
DecidingRole = Literal["self", "together", "other"]
ConsiderationSide = Literal["for", "against"]
Term = Literal["short", "long"]
GoalKind = Literal["reach", "keep", "slow-decline", "comfort"]
GoalStatus = Literal["active", "reached", "stopped", "replaced"]
Done = Literal["yes", "partly", "no"]
Because = Literal["wanted-otherwise", "no-time", "did-not-know", "other"]
Source = Literal["spoken", "paper", "import", "guess"]
RemarkKind = Literal["remark", "nice-moment"]
DisagreementRoute = Literal["carer", "supporter", "complaints"]
ReadBackWay = Literal["anew", "disagree", "beside", "missing", "said"]
StillTrue = Literal["still", "changed", "no-longer"]
HowClose = Literal["far-less", "less", "as-hoped", "more", "far-more"]
Decision = Literal["go-on", "adjust", "reached", "stop"]
Enough = Literal["yes", "partly", "no"]
Face = Literal["good", "so-so", "not-good"]
Consents = Literal["agrees", "does-not", "not-asked"]
PersonKind = Literal[
    "client", "partner", "family", "friend", "neighbour", "volunteer", "gp", "representative", "supporter",
    "carer", "professional", "other",
]

CHAPTERS: Final[tuple[Chapter, ...]] = ("start", "who-am-i", "my-life", "support", "results")

DOMAINS: Final[tuple[str, ...]] = (
    "physical-health", "work-and-leisure", "social-contacts", "mental-health", "learning", "housing",
    "money-and-rights", "own-direction", "sexuality-and-intimacy", "meaning-and-spirituality",
)
"""The ten life domains, always all ten (inventory C1, V87-V97)."""

FACTS: Final[tuple[str, ...]] = ("law", "care-started-on", "drawn-up-on", "first-evaluation-on")
"""Fields with a place of their own in `zlp show --json`, whichever topic asks for them."""

HOW_WE_TALK: Final = "how-we-talk"
"""The topic whose fields say how the client wants to be talked with."""

PROFESSIONAL_KINDS: Final[frozenset[str]] = frozenset({"gp", "carer", "professional", "supporter"})
"""Kinds of people who are here for their work; all other kinds, the client apart, are one's own people (V66)."""


def printed_as(names: Mapping[str, str]) -> dict[str, object]:
    """Settings for pydantic, which prints and reads the view (`serialization.py`): keys that are called otherwise in
    JSON than in Python."""
    return {"alias_generator": lambda name: names.get(name, name)}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: a person's id and name as known now."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone who matters in the plan, the client included (V42, V104, L88)."""

    id: str
    name: str
    kind: PersonKind
    salutation: str | None = None
    relation: str | None = None
    for_what: str | None = None
    contact: str | None = None

    @property
    def called(self) -> str:
        """What somebody is called at the table: the salutation they chose, else their name."""
        return self.salutation or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The names that somebody goes by."""
        return tuple(dict.fromkeys((self.name, self.called)))

    @property
    def told_beside(self) -> str:
        """The relation, where it is told beside the name."""
        return self.relation or ""


@dataclass(frozen=True, slots=True)
class Namesake(Person):
    """A person who goes by the name of somebody else in the plan. `apart` tells them apart, in words."""

    apart: str = ""

    @property
    def called(self) -> str:
        """What somebody is called, with what tells them apart."""
        return f"{self.salutation or self.name} ({self.apart})"

    @property
    def names(self) -> tuple[str, ...]:
        """The only name by which they alone can be meant."""
        return (self.called,)

    @property
    def told_beside(self) -> str:
        """The relation, where it is told beside the name and does not stand behind it already."""
        relation = self.relation or ""
        return "" if relation.rstrip(" .") == self.apart else relation


@dataclass(frozen=True, slots=True)
class LifeDomain:
    """What the client wants with one life domain (V27, V45-V47)."""

    id: str
    relevance: Relevance | None = None
    order: int | None = None
    discuss_with: tuple[str, ...] = ()
    goal_wanted: bool | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, character for character, by whoever said it.

    `about` names the choice, goal, agreement or evaluation it was said about; `replaces` the statement it corrects.
    `ended_on` is the day on which somebody said that it is no longer so; the words stay.
    """

    id: str
    seq: int
    topic: str
    step: str
    prompt: str
    side: str | None
    moment: str | None
    text: str
    voice: Voice
    domain: str | None
    source: Source
    conversation: str | None
    said_on: str
    replaces: str | None
    withdrawn_at: str | None
    about: str | None = None
    ended_on: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What was filled in last at one field of a topic (V101-V105). A field belongs to its topic: two topics may have
    fields of one name."""

    id: str
    topic: str
    field: str
    value: str
    words: str | None = None
    """How a day was said that is not known exactly ("mei 2027"); `value` is then the day that reckons."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The client's word on what was read back to them at the end of a chapter (L90)."""

    id: str
    chapter: str
    conversation: str | None
    confirmed: bool
    correction: str | None
    said_on: str
    about: str | None = None
    """The statement that is not right, where one was pointed out."""
    way: ReadBackWay | None = None
    """What is done about that; `said` once it was."""


@dataclass(frozen=True, slots=True)
class Consideration:
    """One reason for or against an option, now or later (V76, V77)."""

    id: str
    side: ConsiderationSide
    term: Term
    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go in a choice, doing nothing included; `source` is where it was found (V81)."""

    id: str
    title: str
    source: str | None = None
    considerations: tuple[Consideration, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice on the table: shared decision making, steps 2 and 3 (V75-V83). `chosen` is an option's id."""

    id: str
    seq: int
    question: str
    voice: Voice
    domain: str | None = None
    role: DecidingRole | None = None
    deciders: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    open_questions: tuple[str, ...] = ()
    thinking_until: str | None = None
    chosen: str | None = None
    reason: str | None = None
    decided_on: str | None = None
    revisit_on: str | None = None
    replaces: str | None = None
    thinking_words: str | None = None
    """How the day was said, when it was not an exact one; `thinking_until` is then the day that reckons."""
    revisit_words: str | None = None

    @property
    def decider(self) -> str | None:
        """The first of those who decide besides the client, or for them."""
        return self.deciders[0] if self.deciders else None


@dataclass(frozen=True, slots=True)
class Goal:
    """What the client wants to reach, keep, slow or ease (V122). `follows_from` are ids of statements or choices."""

    id: str
    seq: int
    text: str
    voice: Voice
    kind: GoalKind | None = None
    domain: str | None = None
    priority: int | None = None
    status: GoalStatus = "active"
    follows_from: tuple[str, ...] = ()
    replaces: str | None = None
    ended_on: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When and how often, in the speaker's words; weekdays are ISO (1 = Monday), as far as the words name them."""

    words: str
    weekdays: tuple[int, ...] = ()
    part_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class SmallStep:
    """One small, concrete step of an agreement (V127)."""

    id: str
    what: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What one person does in an agreement: self first, then own people, then professionals (V66)."""

    person: str
    does: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what when (V127-V131). `done`, `result` and `adjust` are read off the progress noted so far."""

    __pydantic_config__ = printed_as({"from_": "from"})

    id: str
    seq: int
    want: str
    voice: Voice
    goal: str | None = None
    domain: str | None = None
    steps: tuple[SmallStep, ...] = ()
    who: tuple[Task, ...] = ()
    from_: str | None = None
    until: str | None = None
    evaluate_on: str | None = None
    follows_from: tuple[str, ...] = ()
    replaces: str | None = None
    ended_on: str | None = None
    done: Done | None = None
    result: str | None = None
    adjust: str | None = None
    from_words: str | None = None
    """How the day was said, when it was not an exact one; `from_` is then the day that reckons."""
    until_words: str | None = None
    evaluate_words: str | None = None

    def is_over(self, on: str) -> bool:
        """Whether it is in force and its last day is over, seen from an ISO date."""
        return self.ended_on is None and self.until is not None and self.until < on


@dataclass(frozen=True, slots=True)
class Progress:
    """One note of how it went; append-only. `about` is an agreement's or goal's id, or None for a loose note."""

    id: str
    seq: int
    on: str
    voice: Voice
    about: str | None = None
    done: Done | None = None
    because: Because | None = None
    text: str | None = None
    adjust: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was noted as done, partly done and not done, over all notes ever made (L41)."""

    yes: int = 0
    partly: int = 0
    no: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something somebody at the table wants to be heard, or a nice moment (L56, L107).

    `done_with` is what became of it, `told_back_on` when that was told to who made it. `about` is a line of the plan.
    """

    id: str
    seq: int
    kind: RemarkKind
    text: str
    voice: Voice
    said_on: str
    about: str | None = None
    done_with: str | None = None
    told_back_on: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Somebody does not agree with a line of the plan, where they took it, and how it ended (L38)."""

    id: str
    seq: int
    about: str
    voice: Voice
    text: str
    said_on: str
    route: DisagreementRoute | None = None
    ended_how: str | None = None
    ended_on: str | None = None


@dataclass(frozen=True, slots=True)
class GoalOutcome:
    """What an evaluation came to for one goal; all of it may be left out (L27). `successor` is the goal it became.

    `outcome_by` and `why_by` are the people whose words these are.
    """

    id: str
    goal: str
    outcome: str | None = None
    how_close: HowClose | None = None
    decision: Decision | None = None
    why: str | None = None
    successor: str | None = None
    outcome_by: str | None = None
    why_by: str | None = None


@dataclass(frozen=True, slots=True)
class DomainMark:
    """How it goes in one life domain, 0 to 10, as one person sees it; never averaged. `face`: it was said by a face."""

    id: str
    domain: str
    voice: Voice
    mark: int
    face: bool


@dataclass(frozen=True, slots=True)
class LookBack:
    """What the client says now of words from before. `now` is the statement that says how it is now."""

    id: str
    statement: str
    voice: Voice
    says: StillTrue
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Experience:
    """How this talk was for one person (V39)."""

    person: str
    face: Face


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One look back, in one sitting or more. `closed_on` is None while it can go on."""

    id: str
    seq: int
    held_on: str
    conversation: str | None
    present: tuple[str, ...] = ()
    quality: Enough | None = None
    closed_on: str | None = None
    goals: tuple[GoalOutcome, ...] = ()
    marks: tuple[DomainMark, ...] = ()
    look_backs: tuple[LookBack, ...] = ()
    experience: tuple[Experience, ...] = ()

    def of_goal(self, goal: str) -> GoalOutcome | None:
        """What it came to for a goal, or None when that was not talked about."""
        return next((outcome for outcome in self.goals if outcome.goal == goal), None)


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether one person agrees with an edition, and their own words on it: the proof is what they said (C9)."""

    person: str
    says: Consents
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """The plan as it was agreed on a date. Its body is read only where it is compared (`plan/tables/editions.py`).

    `agreed_on` is None for the edition that is being agreed on now: it has consents and no body yet.
    """

    number: int
    agreed_on: str | None
    present: tuple[str, ...] = ()
    consent: tuple[Consent, ...] = ()
    evaluation: str | None = None


@dataclass(frozen=True, slots=True)
class NextEvaluation:
    """When to look back next and why then: the id of a wish or of a figure of the law; None when nothing tells."""

    on: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """When somebody sat at the table during a conversation; `until` is None while they still sit there."""

    __pydantic_config__ = printed_as({"since": "from", "until": "to"})

    person: str
    since: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are in the script, by ids, never by an index.

    `item` is None, a part of the step (a side, a moment, a field, a domain), or what an `each:` step is about
    (a choice's, goal's, agreement's or person's id), or both, joined by `/`.
    """

    topic: str
    step: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One sitting. `resume` is where it stopped, and `route` the id of the way through the script that led there."""

    id: str
    started: str
    ended: str | None = None
    present: tuple[Attendance, ...] = ()
    resume: Place | None = None
    route: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A message of the program that was on screen on a date, kept as proof that it was shown (L10, L37)."""

    id: str
    shown_on: str


@dataclass(frozen=True)
class PlanView:
    """All that is known of one plan. Everything but the tables and their writers works from this and nothing else."""

    id: str
    client: str
    address: Address
    drawn_up_with: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    details: tuple[Detail, ...] = ()
    """What stands in the fields of forms and picks, the last filled in last."""
    deciding_role: DecidingRole | None = None
    deciders: tuple[str, ...] = ()
    """Who decides besides the client, or for them, as a rule, by person id."""
    ended_on: str | None = None
    """The day since which nothing more is done with the plan; None while it goes on."""
    ended_because: str | None = None
    people: tuple[Person, ...] = ()
    domains: tuple[LifeDomain, ...] = ()
    statements: tuple[Statement, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()
    choices: tuple[Choice, ...] = ()
    goals: tuple[Goal, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    progress: tuple[Progress, ...] = ()
    """The notes, oldest first: all of them in a whole view, else the last ten about each thing and all since one looked
    back (`load.py`)."""
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    """How often it was done, by agreement or goal, over all notes."""
    remarks: tuple[Remark, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    editions: tuple[Edition, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    former_people: tuple[Person, ...] = field(default=(), compare=False)
    """Who was taken back from the plan and is still named in it, known by name alone: what they said and did keeps
    their name. They are not offered any more."""
    readable: frozenset[str] = field(default=frozenset(), compare=False)
    """The ids of all lines that the readers may see, also of those that were taken back: what history and "new since"
    may tell. No part of the plan itself, so it is neither printed nor compared."""

    wholes: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Parts of lines by id, also those that were taken back, with the id of the line that each is part of."""

    def detail(self, topic: str, name: str) -> str | None:
        """What stands in a field of a topic; None when it was not filled in."""
        return next((d.value for d in self.details if d.field == name and d.topic == topic), None)

    def fact(self, name: str) -> str | None:
        """What was filled in last at a field of this name, in whichever topic: for the fields that the program itself
        reckons with (`FACTS`), which the first plan and an evaluation may both ask for."""
        return next((d.value for d in reversed(self.details) if d.field == name), None)

    @property
    def law(self) -> str | None:
        """The law under which care is given, by its id in `data/rules/`."""
        return self.fact("law")

    @property
    def care_started_on(self) -> str | None:
        """The day care began."""
        return self.fact("care-started-on")

    @property
    def drawn_up_on(self) -> str | None:
        """The day the plan was drawn up."""
        return self.fact("drawn-up-on")

    @property
    def first_evaluation_on(self) -> str | None:
        """The day of the first look back, as it was said when the plan was made."""
        return self.fact("first-evaluation-on")

    @property
    def decider(self) -> str | None:
        """The first of those who decide besides the client, or for them."""
        return self.deciders[0] if self.deciders else None

    def person(self, person_id: str) -> Person:
        """The person with this id; KeyError when the plan does not know them."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def anyone(self, person_id: str) -> Person:
        """The person with this id, also who was taken back from the plan: for telling who said or did something.

        KeyError when the plan never knew them.
        """
        for person in (*self.people, *self.former_people):
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    @property
    def client_person(self) -> Person:
        """The client, as a person of the plan."""
        return self.person(self.client)

    @property
    def last_talk(self) -> Conversation | None:
        """The last sitting in which the questions were talked about; one in which only a note was kept is none."""
        return next((talk for talk in reversed(self.conversations) if talk.resume is not None), None)

    def sat_last_time(self) -> tuple[Person, ...]:
        """Who sat at the table in the last talk, also who left halfway."""
        seated = {seat.person for seat in self.last_talk.present} if self.last_talk else set()
        return tuple(person for person in self.people if person.id in seated)

    @cached_property
    def live_statements(self) -> tuple[Statement, ...]:
        """What stands now: neither withdrawn nor replaced by a statement that itself stands."""
        return standing(self.statements)

    def said(
        self, topic: str, step: str | None = None, *, side: str | None = None, moment: str | None = None,
        about: str | None = None,
    ) -> tuple[Statement, ...]:
        """What stands at one place of the script, in the order in which it was said."""
        return tuple(
            s for s in self.live_statements
            if s.topic == topic
            and (step is None or s.step == step)
            and (side is None or s.side == side)
            and (moment is None or s.moment == moment)
            and (about is None or s.about == about)
        )

    @property
    def open_evaluation(self) -> Evaluation | None:
        """The evaluation that is going on, if there is one."""
        return next((e for e in reversed(self.evaluations) if e.closed_on is None), None)

    @property
    def agreed_editions(self) -> tuple[Edition, ...]:
        """The editions that were agreed on, oldest first."""
        return tuple(edition for edition in self.editions if edition.agreed_on is not None)

    def said_anew(self) -> dict[str, str]:
        """By line that another one replaced: the line that says it anew, unless that was taken back."""
        groups = (self.statements, self.agreements, self.goals, self.choices)
        return {
            line.replaces: line.id for group in groups for line in group
            if line.replaces and getattr(line, "withdrawn_at", None) is None
        }

    def active_goals(self) -> tuple[Goal, ...]:
        """Goals that are being worked on, the client's order first."""
        goals = [g for g in self.goals if g.status == "active"]
        return tuple(sorted(goals, key=lambda g: (g.priority is None, g.priority or 0, g.seq)))

    def active_agreements(self) -> tuple[Agreement, ...]:
        """Agreements that are in force: neither ended nor replaced."""
        replaced = {a.replaces for a in self.agreements if a.replaces}
        return tuple(a for a in self.agreements if a.ended_on is None and a.id not in replaced)

    def open_choices(self) -> tuple[Choice, ...]:
        """Choices that no later choice replaces."""
        replaced = {c.replaces for c in self.choices if c.replaces}
        return tuple(c for c in self.choices if c.id not in replaced)


def standing(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements that stand: not withdrawn, still so, and not replaced by one that is not withdrawn."""
    everything = tuple(statements)
    replaced = {s.replaces for s in everything if s.replaces and s.withdrawn_at is None}
    return tuple(
        s for s in everything if s.withdrawn_at is None and s.ended_on is None and s.id not in replaced
    )
