"""The plan as everybody reads it: one immutable tree of frozen dataclasses.

The types of its lines stand in `lines/`; everybody imports them, like the view, from here. None of it imports anything
else of ours, so that screens, plain mode, paper and exchange can all know it. `queries/load.py` makes it from the
tables, for readers; `serialization.py` turns it into what `zlp show --json` prints. Instants are ISO 8601 UTC strings
with `Z`, dates are ISO strings, ids are UUID strings; `None` means "not said".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from zlp_tui.plan.lines.access_lines import CLOSED_AT_FIRST, EVERYTHING, MAIN, PARTS, REPRESENTATIVE, WORK, Grant
from zlp_tui.plan.lines.agreement_lines import Agreement, Goal, Progress, SmallStep, Tally, Task, When
from zlp_tui.plan.lines.choice_lines import Choice, Consideration, OpenQuestion, Option, OptionSource, Reason
from zlp_tui.plan.lines.closed_lists import (
    ADDRESS_SAID,
    APPOINTED,
    CHAPTERS,
    DOMAINS,
    FACTS,
    HOW_WE_TALK,
    PROFESSIONAL_KINDS,
    SOUGHT,
    WEIGHED,
    ActsAs,
    Address,
    Because,
    Chapter,
    Consents,
    ConsiderationSide,
    DecidingRole,
    Decision,
    DisagreementRoute,
    Done,
    Enough,
    Face,
    GoalKind,
    GoalStatus,
    Ground,
    HowClose,
    PersonKind,
    ReadBackWay,
    Relevance,
    RemarkKind,
    Source,
    StillTrue,
    Term,
)
from zlp_tui.plan.lines.conversation_lines import Attendance, Conversation, Notice, Place, TalkExperience
from zlp_tui.plan.lines.evaluation_lines import (
    Consent,
    DomainMark,
    Edition,
    Evaluation,
    Experience,
    GoalOutcome,
    LookBack,
    OtherOutcome,
    OutcomePart,
    PersonalOutcome,
)
from zlp_tui.plan.lines.field_scopes import BSN, CITIZEN_NUMBER
from zlp_tui.plan.lines.person_lines import LifeDomain, Namesake, Person, Voice
from zlp_tui.plan.lines.printed_names import printed_as
from zlp_tui.plan.lines.said_lines import Detail, Disagreement, ReadBack, Remark, Statement, WishNotMet, standing

__all__ = [
    "ADDRESS_SAID", "APPOINTED", "BSN", "CHAPTERS", "CITIZEN_NUMBER", "CLOSED_AT_FIRST", "DOMAINS", "EVERYTHING",
    "FACTS", "HOW_WE_TALK", "MAIN", "PARTS", "PROFESSIONAL_KINDS", "REPRESENTATIVE", "SOUGHT", "WEIGHED", "WORK",
    "ActsAs", "Address", "Agreement", "Attendance",
    "Because", "Chapter", "Choice", "Consent", "Consents", "Consideration", "ConsiderationSide", "Conversation",
    "DecidingRole", "Decision", "Detail", "Disagreement", "DisagreementRoute", "DomainMark", "Done", "Edition",
    "Enough", "Evaluation", "Experience", "Face", "Goal", "GoalKind", "GoalOutcome", "GoalStatus", "Grant", "Ground",
    "HowClose",
    "LifeDomain", "LookBack", "Namesake", "Notice", "OpenQuestion", "Option", "OptionSource", "OtherOutcome",
    "OutcomePart", "Person", "PersonKind", "PersonalOutcome", "Place", "PlanView", "Progress", "ReadBack",
    "ReadBackWay", "Reason", "Relevance", "Remark", "RemarkKind", "SmallStep", "Source", "Statement", "StillTrue",
    "TalkExperience",
    "Tally", "Task", "Term", "Voice", "When", "WishNotMet", "printed_as", "standing",
]


@dataclass(frozen=True)
class PlanView:
    """All that is known of one plan. Everything but the tables and their writers works from this and nothing else."""

    id: str
    client: str
    address: Address
    drawn_up_with: tuple[str, ...] = ()
    drawn_up_by: str | None = None
    """Who said with whom it was drawn up, by person id; None where that was not kept, as of the other `_by`."""
    notices: tuple[Notice, ...] = ()
    details: tuple[Detail, ...] = ()
    """What stands in the fields of forms and picks, the last filled in last."""
    deciding_role: DecidingRole | None = None
    deciders: tuple[str, ...] = ()
    """Who decides besides the client, or for them, as a rule, by person id."""
    deciding_by: str | None = None
    """Who said how it is decided as a rule."""
    ended_on: str | None = None
    """The day since which nothing more is done with the plan; None while it goes on."""
    ended_because: str | None = None
    ended_by: str | None = None
    """Who said that it ended."""
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
    wishes_not_met: tuple[WishNotMet, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    editions: tuple[Edition, ...] = ()
    grants: tuple[Grant, ...] = ()
    """Who may see and write what, as far as the readers may know it."""
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
        found = self.detail_line(topic, name)
        return found.value if found else None

    def detail_line(self, topic: str, name: str) -> Detail | None:
        """The same, with who filled it in."""
        return next((d for d in self.details if d.field == name and d.topic == topic), None)

    def fact(self, name: str) -> str | None:
        """What was filled in last at a field of this name, in whichever topic: for the fields that the program itself
        reckons with (`FACTS`), which the first plan and an evaluation may both ask for."""
        return next((d.value for d in reversed(self.details) if d.field == name), None)

    def last_not_met(self) -> tuple[WishNotMet, ...]:
        """Of each wish that is not met what was said of it last."""
        return tuple({said.about: said for said in self.wishes_not_met}.values())

    @property
    def law(self) -> str | None:
        """The law under which care is given, by its id in `data/rules/`."""
        return self.fact("law")

    @property
    def ground(self) -> str | None:
        """Why care under the Wlz is given: some laws hold beside it for some reasons."""
        return self.fact("wlz-ground")

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
    def can_look_back(self) -> bool:
        """Whether there is something to look back on: a plan that was agreed on or evaluated, or an agreement in force.
        A plan that is not finished is finished first."""
        return bool(self.agreed_editions or self.evaluations or self.active_agreements())

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

    def open_disagreements(self) -> tuple[Disagreement, ...]:
        """What somebody does not agree with and was not ended, the newest first."""
        going_on = (said for said in self.disagreements if said.ended_on is None)
        return tuple(sorted(going_on, key=lambda said: -said.seq))

    def open_remarks(self) -> tuple[Remark, ...]:
        """Remarks of which nobody told yet what was done with them, the newest first. Who is no longer in the plan need
        not be told."""
        here = {person.id for person in self.people}
        waiting = (
            remark for remark in self.remarks if remark.kind == "remark" and remark.told_back_on is None
            and (remark.done_with is None or remark.voice.id in here)
        )
        return tuple(sorted(waiting, key=lambda remark: -remark.seq))

    def active_goals(self) -> tuple[Goal, ...]:
        """Goals that are being worked on, the client's order first."""
        goals = [g for g in self.goals if g.status == "active"]
        return tuple(sorted(goals, key=lambda g: (g.priority is None, g.priority or 0, g.seq)))

    def waiting_goals(self) -> tuple[Goal, ...]:
        """Goals that can wait, in the order in which they were said."""
        return tuple(goal for goal in self.goals if goal.status == "waits")

    def open_goals(self) -> tuple[Goal, ...]:
        """Goals that are being worked on, then those that wait."""
        return (*self.active_goals(), *self.waiting_goals())

    def active_agreements(self) -> tuple[Agreement, ...]:
        """Agreements that are in force: neither ended nor replaced."""
        replaced = {a.replaces for a in self.agreements if a.replaces}
        return tuple(a for a in self.agreements if a.ended_on is None and a.id not in replaced)

    def going_on(self) -> tuple[Agreement | Goal, ...]:
        """The agreements in force and the goals that are open: what can be said anew, or end, outside an evaluation."""
        return (*self.active_agreements(), *self.open_goals())

    def open_choices(self) -> tuple[Choice, ...]:
        """Choices that no later choice replaces."""
        replaced = {c.replaces for c in self.choices if c.replaces}
        return tuple(c for c in self.choices if c.id not in replaced)
