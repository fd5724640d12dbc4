"""Lines of columns, as `load.py` read them, put together into the view. The order of columns is that of its selects."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Final

from zlp_tui.plan.queries.assemble_evaluations import editions, ended, evaluations
from zlp_tui.plan.queries.result_rows import People, ResultRow, ResultRows, Voices, among, grouped
from zlp_tui.plan.quick import maker_of
from zlp_tui.plan.view import (
    DOMAINS,
    PROFESSIONAL_KINDS,
    Agreement,
    Attendance,
    Choice,
    Consideration,
    Conversation,
    Disagreement,
    Goal,
    LifeDomain,
    Notice,
    Option,
    Person,
    Place,
    PlanView,
    Progress,
    ReadBack,
    Remark,
    SmallStep,
    Statement,
    Tally,
    Task,
    Voice,
    When,
)

HOW_WE_TALK: Final = "how-we-talk"
"""The topic whose fields are kept apart in the view."""


def assembled(plan_id: str, lines: ResultRows) -> PlanView:
    """The view of one plan."""
    ((address, role, decider, drawn_up_with),) = lines["plan"]
    persons = {line[0]: Person(*line[:7]) for line in lines["person"] if line[7] is None}
    voices = {line[0]: Voice(line[0], line[1]) for line in lines["person"]}
    stands = {field: (topic, value) for topic, field, value in lines["detail"] if topic != HOW_WE_TALK}
    filled = {field: value for field, (_, value) in stands.items() if value is not None}
    client = next(person for person in persons.values() if person.kind == "client")
    talk = {"salutation": client.salutation}
    talk |= {field: value for topic, field, value in lines["detail"] if topic == HOW_WE_TALK}
    traced = {line[0] for table in ("statement", "choice", "goal") for line in lines[table]}
    return PlanView(
        id=plan_id,
        client=client.id,
        address=address,
        law=filled.pop("law", None),
        care_started_on=filled.pop("care-started-on", None),
        drawn_up_on=filled.pop("drawn-up-on", None),
        drawn_up_with=among(drawn_up_with, persons),
        first_evaluation_on=filled.pop("first-evaluation-on", None),
        notices=tuple(Notice(*line) for line in lines["notice"]),
        details=filled,
        how_we_talk={field: value for field, value in talk.items() if value is not None},
        detail_topics={field: topic for field, (topic, _) in stands.items() if field in filled},
        deciding_role=role,
        decider=decider if decider in persons else None,
        people=tuple(persons.values()),
        domains=_domains(lines["life_domain"], persons),
        statements=_statements(lines, voices),
        read_backs=tuple(
            ReadBack(ref, chapter, conversation, bool(confirmed), correction, said_on)
            for ref, chapter, conversation, confirmed, correction, said_on in lines["read_back"]
        ),
        choices=_choices(lines, voices, persons),
        goals=_goals(lines, voices, traced),
        agreements=_agreements(lines, voices, persons, traced),
        progress=_progress(lines, voices),
        tallies={about: Tally(*counts) for about, *counts in lines["tally"] if any(counts)},
        remarks=tuple(
            Remark(ref, seq, kind, text, voices[voice], *rest)
            for ref, seq, kind, text, voice, *rest in lines["remark"]
        ),
        disagreements=tuple(
            Disagreement(ref, seq, about, voices[voice], *rest)
            for ref, seq, about, voice, *rest in lines["disagreement"]
        ),
        evaluations=evaluations(lines, voices, persons),
        editions=editions(lines, persons),
        conversations=_conversations(lines),
        since_agreed={table: int(count) for table, count in lines["since_agreed"]},
    )


def _statements(lines: ResultRows, voices: Voices) -> tuple[Statement, ...]:
    wording = {line[0]: line[1] for line in lines["prompt"]}
    no_longer = ended(lines)
    make = maker_of(Statement)
    return tuple(
        make(
            ref, seq, topic, step, wording[prompt], side, moment, text, voices[voice], domain, source, conversation,
            said_on, replaces, withdrawn_at, about, no_longer.get(ref),
        )
        for ref, seq, topic, step, prompt, side, moment, text, voice, domain, source, conversation, said_on, replaces,
        withdrawn_at, about in lines["statement"]
    )


def _progress(lines: ResultRows, voices: Voices) -> tuple[Progress, ...]:
    make = maker_of(Progress)
    return tuple(
        make(ref, seq, on, voices[voice], about, done, because, text, adjust)
        for ref, seq, on, voice, about, done, because, text, adjust in lines["progress"]
    )


def _domains(lines: Sequence[ResultRow], persons: People) -> tuple[LifeDomain, ...]:
    """All ten, whether something was said about them or not."""
    said = {line[0]: line for line in lines}
    return tuple(_domain(said[ref], persons) if ref in said else LifeDomain(ref) for ref in DOMAINS)


def _domain(line: ResultRow, persons: People) -> LifeDomain:
    ref, relevance, place, with_whom, wanted = line
    return LifeDomain(ref, relevance, place, among(with_whom, persons), None if wanted is None else bool(wanted))


def _choices(lines: ResultRows, voices: Voices, persons: People) -> tuple[Choice, ...]:
    reasons = grouped(lines["consideration"])
    options = grouped(lines["option"])
    asked = grouped(lines["open_question"])

    def option(line: ResultRow) -> Option:
        _, ref, title, source = line
        said = (Consideration(r, side, term, text, voices[by]) for _, r, side, term, text, by in reasons.get(ref, ()))
        return Option(ref, title, source, tuple(said))

    def choice(line: ResultRow) -> Choice:
        ref, seq, question, voice, domain, role, decider, until, chosen, *rest = line
        open_to_choose = tuple(option(found) for found in options.get(ref, ()))
        return Choice(
            ref, seq, question, voices[voice], domain, role, decider if decider in persons else None,
            open_to_choose, tuple(text for _, text in asked.get(ref, ())), until,
            chosen if any(o.id == chosen for o in open_to_choose) else None, *rest,
        )

    return tuple(choice(line) for line in lines["choice"])


def _goals(lines: ResultRows, voices: Voices, traced: Collection[str]) -> tuple[Goal, ...]:
    return tuple(
        Goal(ref, seq, text, voices[voice], kind, domain, priority, status, among(follows, traced), *rest)
        for ref, seq, text, voice, kind, domain, priority, status, follows, *rest in lines["goal"]
    )


def _agreements(lines: ResultRows, voices: Voices, persons: People, traced: Collection[str]) -> tuple[Agreement, ...]:
    steps = grouped(lines["small_step"])
    tasks = grouped(lines["task"])
    told = {ref: newest for ref, *newest in lines["told"]}
    goals = {line[0] for line in lines["goal"]}

    def agreement(line: ResultRow) -> Agreement:
        ref, seq, want, voice, goal, domain, from_on, until_on, evaluate_on, follows, replaces, ended_on = line
        return Agreement(
            ref, seq, want, voices[voice], goal if goal in goals else None, domain,
            tuple(_small_step(step) for step in steps.get(ref, ())), _who(tasks.get(ref, ()), persons),
            from_on, until_on, evaluate_on, among(follows, traced), replaces, ended_on, *told[ref],
        )

    return tuple(agreement(line) for line in lines["agreement"])


def _small_step(line: ResultRow) -> SmallStep:
    _, ref, what, words, weekdays, part_of_day = line
    when = None if words is None else When(words, tuple(json.loads(weekdays)), part_of_day)
    return SmallStep(ref, what, when)


def _who(tasks: Sequence[ResultRow], persons: People) -> tuple[Task, ...]:
    """The client first, then their own people, then who is here for their work (V66)."""

    def rank(task: Task) -> int:
        kind = persons[task.person].kind
        return 0 if kind == "client" else 2 if kind in PROFESSIONAL_KINDS else 1

    return tuple(sorted((Task(person, does) for _, person, does in tasks if person in persons), key=rank))


def _conversations(lines: ResultRows) -> tuple[Conversation, ...]:
    present = grouped(lines["attendance"])

    def conversation(line: ResultRow) -> Conversation:
        ref, started, ended, topic, step, item = line
        seats = tuple(Attendance(person, since, until) for _, person, since, until in present.get(ref, ()))
        return Conversation(ref, started, ended, seats, Place(topic, step, item) if topic else None)

    return tuple(conversation(line) for line in lines["conversation"])
