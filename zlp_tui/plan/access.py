"""Who may see and write what. Today everybody at the table may; grants are kept and asked here later.

Every writer asks `may` before it writes, and `filtered` asks it for every line that a reader would see, so that what a
person may not see is absent everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from zlp_tui.errors import NotAllowed
from zlp_tui.plan.view import Agreement, Evaluation, Goal, Person, PlanView

Action = Literal["see", "write"]
May = Callable[[str, Action, str], bool]


def may(person: str, action: Action, topic: str) -> bool:
    """Whether this person may see or write what belongs to this topic of the script."""
    return True


def ask_leave(person: str, topic: str, allowed: May = may) -> None:
    """Raise `NotAllowed` when this person may not write in this topic."""
    if not allowed(person, "write", topic):
        raise NotAllowed("You may read this, but not change it.")


def filtered(view: PlanView, reader: str, allowed: May = may) -> PlanView:
    """The plan as this reader may see it: whatever belongs to a topic they may not see is not in it."""

    def sees(topic: str) -> bool:
        return allowed(reader, "see", topic)

    personal, again, deciding = sees("personal-details"), sees("look-again"), sees("deciding-together")
    seen = replace(
        view,
        law=view.law if personal else None,
        care_started_on=view.care_started_on if personal else None,
        drawn_up_on=view.drawn_up_on if again else None,
        drawn_up_with=view.drawn_up_with if again else (),
        first_evaluation_on=view.first_evaluation_on if again else None,
        notices=view.notices if sees("welcome") else (),
        details={name: v for name, v in view.details.items() if sees(view.detail_topics.get(name, ""))},
        detail_topics={name: topic for name, topic in view.detail_topics.items() if sees(topic)},
        how_we_talk=view.how_we_talk if sees("how-we-talk") else {},
        deciding_role=view.deciding_role if deciding else None,
        decider=view.decider if deciding else None,
        domains=view.domains if sees("domains") else (),
        statements=tuple(s for s in view.statements if sees(s.topic)),
        read_backs=tuple(r for r in view.read_backs if sees(f"{r.chapter}-read-back")),
        choices=view.choices if sees("choices") else (),
        goals=view.goals if sees("goals") else (),
        agreements=view.agreements if sees("agreements") else (),
        progress=view.progress if sees("follow-up") else (),
        tallies=view.tallies if sees("follow-up") else {},
        remarks=view.remarks if sees("remarks") else (),
        disagreements=view.disagreements if sees("disagreements") else (),
        evaluations=view.evaluations if sees("evaluation") else (),
        editions=view.editions if sees("edition") else (),
        since_agreed=view.since_agreed if sees("edition") else {},
        conversations=view.conversations if sees("at-the-table") else (),
    )
    seen = _without_traces_to_hidden(seen, results=sees("follow-up"))
    return seen if sees("people") else replace(seen, people=_only_named(seen))


def _without_traces_to_hidden(view: PlanView, *, results: bool) -> PlanView:
    """Goals and agreements that no longer point at, or tell the result of, what is not in the view."""
    known = {line.id for lines in (view.statements, view.choices, view.goals) for line in lines}

    def traced(goal: Goal) -> Goal:
        return replace(goal, follows_from=tuple(ref for ref in goal.follows_from if ref in known))

    def reported(agreement: Agreement) -> Agreement:
        kept = replace(
            agreement,
            goal=agreement.goal if agreement.goal in known else None,
            follows_from=tuple(ref for ref in agreement.follows_from if ref in known),
        )
        return kept if results else replace(kept, done=None, result=None, adjust=None)

    kept = replace(view, goals=tuple(map(traced, view.goals)), agreements=tuple(map(reported, view.agreements)))
    return _without_words_on_hidden(kept)


def _without_words_on_hidden(view: PlanView) -> PlanView:
    """Remarks, disagreements and outcomes are about lines: with the line goes what was said of it."""
    lines = (
        view.statements, view.choices, view.goals, view.agreements, view.progress, view.remarks, view.people,
        view.evaluations,
    )
    known = {line.id for group in lines for line in group}
    goals, said = {goal.id for goal in view.goals}, {statement.id for statement in view.statements}

    def evaluated(evaluation: Evaluation) -> Evaluation:
        return replace(
            evaluation,
            goals=tuple(
                one if one.successor in goals else replace(one, successor=None)
                for one in evaluation.goals if one.goal in goals
            ),
            marks=evaluation.marks if view.domains else (),
            look_backs=tuple(
                one if one.now in said else replace(one, now=None)
                for one in evaluation.look_backs if one.statement in said
            ),
        )

    return replace(
        view,
        remarks=tuple(one for one in view.remarks if one.about is None or one.about in known),
        disagreements=tuple(one for one in view.disagreements if one.about in known),
        evaluations=tuple(map(evaluated, view.evaluations)),
    )


def _only_named(view: PlanView) -> tuple[Person, ...]:
    """Of people only who they are, and only those whom something in the view names."""
    named = set(_named(view))
    return tuple(
        Person(person.id, person.name, person.kind, person.salutation) for person in view.people if person.id in named
    )


def _named(view: PlanView) -> Iterator[str]:
    yield view.client
    yield from view.drawn_up_with
    yield from (view.decider or "",)
    said = (view.statements, view.choices, view.goals, view.agreements, view.progress, view.remarks, view.disagreements)
    for lines in said:
        yield from (line.voice.id for line in lines)
    for choice in view.choices:
        yield choice.decider or ""
        yield from (reason.voice.id for option in choice.options for reason in option.considerations)
    for agreement in view.agreements:
        yield from (task.person for task in agreement.who)
    for domain in view.domains:
        yield from domain.discuss_with
    for evaluation in view.evaluations:
        yield from evaluation.present
        yield from (one.voice.id for lines in (evaluation.marks, evaluation.look_backs) for one in lines)
        yield from (experience.person for experience in evaluation.experience)
        yield from (by for one in evaluation.goals for by in (one.outcome_by, one.why_by) if by)
    for edition in view.editions:
        yield from edition.present
        yield from (consent.person for consent in edition.consent)
    for conversation in view.conversations:
        yield from (attendance.person for attendance in conversation.present)
